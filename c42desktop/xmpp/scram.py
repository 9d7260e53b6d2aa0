"""SCRAM (RFC 5802, RFC 7677): the password is not sent, and the server proves that it knows it too.

Our own, because of the library's: its nonce can be guessed, it derives keys in pure Python on the event loop, takes
whatever number of iterations a server names, and knows neither of two kinds of channel binding.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from c42desktop.xmpp.mechanisms import UnprovenError, UnsafeError, escaped, prepared
from c42desktop.xmpp.secret import Secret

MIN_ITERATIONS = 4096  # RFC 5802 §5.1
MAX_ITERATIONS = 1_000_000  # a hostile server must not keep the processor busy
HASHES = {"SCRAM-SHA-512": "sha512", "SCRAM-SHA-256": "sha256", "SCRAM-SHA-1": "sha1"}
"""The families, strongest first, with the names of their algorithms."""
PLUS = "-PLUS"

# What is mandatory comes first and in this order; "m=", which may not be ignored, would be before it.
_SERVER_FIRST = re.compile(rb"r=([\x21-\x2b\x2d-\x7e]+),s=([A-Za-z0-9+/=]+),i=([1-9][0-9]{0,9})(?:,.*)?", re.DOTALL)
_SERVER_LAST = re.compile(rb"v=([A-Za-z0-9+/=]+)(?:,.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Binding:
    """What ties a sign-in to the TLS below it. `flag` as in RFC 5802 §6: "p=" and the kind; "y", it could be, and the
    server does not offer it; or "n", it cannot be. `data` is that of the kind."""

    flag: str = "n"
    data: bytes = b""


class Scram:
    """One sign-in. `name` is a family of HASHES, with "-PLUS" behind it where `binding` binds."""

    def __init__(self, name: str, user: str, secret: Secret, binding: Binding | None = None) -> None:
        """Raises UnusableError where no password can be such."""
        self.name = name
        self._algorithm = HASHES[name.removesuffix(PLUS)]
        self._secret = secret
        self._password = prepared(secret.text)
        self._binding = binding or Binding()
        self._nonce = secrets.token_urlsafe(24).encode()
        self._bare = b"n=" + escaped(prepared(user).decode()).encode() + b",r=" + self._nonce
        self._signature = b""  # the one that the server must have
        self._proven = False

    def first(self) -> bytes:
        """The client's first message."""
        return self._header + self._bare

    async def answer(self, challenge: bytes) -> bytes:
        """The client's final message; nothing where the server's own final message comes as a challenge."""
        if not self._signature:
            return await self._prove(challenge)
        self._check(challenge)
        return b""

    def succeed(self, data: bytes) -> None:
        """Check the server's signature, unless that was done in a challenge (RFC 6120 §6.3.10)."""
        if data or not self._proven:
            self._check(data)

    @property
    def _header(self) -> bytes:
        return self._binding.flag.encode() + b",,"

    async def _prove(self, challenge: bytes) -> bytes:
        nonce, salt, iterations = self._read(challenge)
        salted = await self._secret.salted(self._algorithm, self._password, salt, iterations)
        without_proof = b"c=" + base64.b64encode(self._header + self._binding.data) + b",r=" + nonce
        signed = b",".join((self._bare, challenge, without_proof))
        key = self._hmac(salted, b"Client Key")
        mask = self._hmac(hashlib.new(self._algorithm, key).digest(), signed)
        self._signature = self._hmac(self._hmac(salted, b"Server Key"), signed)
        return without_proof + b",p=" + base64.b64encode(bytes(a ^ b for a, b in zip(key, mask, strict=True)))

    def _read(self, challenge: bytes) -> tuple[bytes, bytes, int]:
        """Nonce, salt and number of iterations. Raises UnsafeError."""
        found = _SERVER_FIRST.fullmatch(challenge)
        if found is None:
            raise UnsafeError("malformed SCRAM message")
        nonce, iterations = found[1], int(found[3])
        if not nonce.startswith(self._nonce) or nonce == self._nonce:
            raise UnsafeError("a nonce that is not an answer to ours")
        if not MIN_ITERATIONS <= iterations <= MAX_ITERATIONS:
            raise UnsafeError(f"{iterations} iterations")
        return nonce, _base64(found[2], UnsafeError("a salt that is none")), iterations

    def _check(self, last: bytes) -> None:
        found = _SERVER_LAST.fullmatch(last)
        signature = _base64(found[1], UnprovenError()) if found else b""
        self._proven = bool(self._signature) and hmac.compare_digest(signature, self._signature)
        if not self._proven:
            raise UnprovenError

    def _hmac(self, key: bytes, message: bytes) -> bytes:
        return hmac.digest(key, message, self._algorithm)


def _base64(text: bytes, otherwise: ValueError) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise otherwise from None
