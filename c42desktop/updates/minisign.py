"""Signatures in the format of minisign, so that anybody can check by hand what this program checks.

A key, the second line of a `.pub` file:

    base64 of "Ed", 8 bytes that number the key, 32 bytes of Ed25519 (RFC 8032)

A signature, the four lines of a `.minisig` file:

    untrusted comment: anything
    base64 of "ED" or "Ed", the number of the key, 64 bytes that sign the BLAKE2b-512 of the file, or the file itself
    trusted comment: anything
    base64 of 64 bytes that sign the 64 bytes above and the trusted comment
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

UNTRUSTED, TRUSTED = "untrusted comment: ", "trusted comment: "
PLAIN, HASHED = b"Ed", b"ED"
NUMBER, KEY, SIGNATURE = 8, 32, 64  # bytes
MAX_BYTES = 4096  # of a signature file; the tool itself writes at most 8 KB of comment, ours has none worth it


class ForgedError(ValueError):
    """No signature of this file by this key; says why, for a log."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Who signs. `number` says which key it is, `value` is the key."""

    number: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """What a `.minisig` file says."""

    is_hashed: bool
    number: bytes
    value: bytes
    comment: bytes
    whole: bytes  # signs value and comment


def read_key(text: str) -> PublicKey:
    """A public key: its one line, or the file with the comment above it. Raises ValueError where it is none."""
    lines = text.strip().splitlines()
    found = _decoded(lines[-1] if lines else "", 2 + NUMBER + KEY)
    if len(lines) > 2 or found[:2] != PLAIN:
        raise ValueError("no public key of minisign")
    return PublicKey(found[2 : 2 + NUMBER], found[2 + NUMBER :])


def read_signature(data: bytes) -> Signature:
    """What a signature file says, whether it is true or not. Raises ForgedError where it is none."""
    if len(data) > MAX_BYTES:
        raise ForgedError("the signature is too long")
    lines = [line.removesuffix(b"\r") for line in data.removesuffix(b"\n").split(b"\n")]
    if len(lines) != 4 or not lines[0].startswith(UNTRUSTED.encode()) or not lines[2].startswith(TRUSTED.encode()):
        raise ForgedError("no signature of minisign")
    try:
        first, whole = _decoded(lines[1], 2 + NUMBER + SIGNATURE), _decoded(lines[3], SIGNATURE)
    except ValueError as error:
        raise ForgedError("no signature of minisign") from error
    if first[:2] not in (PLAIN, HASHED):
        raise ForgedError("a signature of an unknown kind")
    comment = lines[2].removeprefix(TRUSTED.encode())
    return Signature(first[:2] == HASHED, first[2 : 2 + NUMBER], first[2 + NUMBER :], comment, whole)


def verify(key: PublicKey, data: bytes, signature_file: bytes) -> None:
    """Raises ForgedError unless who has the secret half of `key` signed exactly `data`.

    The first time takes 40 ms: the library is loaded when it is first needed.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature = read_signature(signature_file)
    if signature.number != key.number:
        raise ForgedError("signed with another key")
    signed = hashlib.blake2b(data).digest() if signature.is_hashed else data
    try:
        public = Ed25519PublicKey.from_public_bytes(key.value)
        public.verify(signature.value, signed)
        public.verify(signature.whole, signature.value + signature.comment)
    except (InvalidSignature, ValueError) as error:
        raise ForgedError("the signature is wrong") from error


def _decoded(text: str | bytes, length: int) -> bytes:
    """Raises ValueError unless it is base64 of so many bytes."""
    found = base64.b64decode(text, validate=True)
    if len(found) != length:
        raise ValueError("of another length")
    return found
