"""Only what the one key signed, exactly as it was, is taken for signed."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.updates.minisign import MAX_BYTES, ForgedError, read_key, read_signature, verify
from tests.updates.signing import Signer

ANN, EVE = Signer(), Signer()
DATA = b'{"version": "0.2.0"}\n'


def legacy(signer: Signer, data: bytes, comment: bytes = b"old") -> bytes:
    """As minisign before 0.10 signed: the file itself."""
    value = signer.private.sign(data)
    lines = [
        b"untrusted comment: x",
        base64.b64encode(b"Ed" + signer.number + value),
        b"trusted comment: " + comment,
        base64.b64encode(signer.private.sign(value + comment)),
    ]
    return b"\n".join([*lines, b""])


def test_both_kinds_of_signatures_are_known() -> None:
    verify(ANN.key, DATA, ANN.sign(DATA))
    verify(ANN.key, DATA, legacy(ANN, DATA))
    assert read_signature(ANN.sign(DATA)).is_hashed and not read_signature(legacy(ANN, DATA)).is_hashed


def test_lines_may_end_as_on_windows_and_the_last_one_not_at_all() -> None:
    signature = ANN.sign(DATA)
    verify(ANN.key, DATA, signature.replace(b"\n", b"\r\n"))
    verify(ANN.key, DATA, signature.removesuffix(b"\n"))


def test_a_key_is_read_with_and_without_its_comment() -> None:
    assert read_key(ANN.public_text) == read_key(f"untrusted comment: key\n{ANN.public_text}\n") == ANN.key


def test_what_is_no_key_is_refused() -> None:
    for text in ("", "RWQ", "é", ANN.secret_text(), f"a\nb\n{ANN.public_text}", "RX" + ANN.public_text[2:]):
        with pytest.raises(ValueError):
            read_key(text)


def swapped(line: int, signature: bytes, other: bytes) -> bytes:
    lines, others = signature.split(b"\n"), other.split(b"\n")
    return b"\n".join([*lines[:line], others[line], *lines[line + 1 :]])


def renumbered(signature: bytes) -> bytes:
    """Eve's, with the number of Ann's key."""
    lines = signature.split(b"\n")
    lines[1] = base64.b64encode(b"ED" + ANN.number + base64.b64decode(lines[1])[10:])
    return b"\n".join(lines)


FORGED = {
    "another key": (DATA, EVE.sign(DATA), "another key"),
    "another key under its number": (DATA, renumbered(EVE.sign(DATA)), "wrong"),
    "one more byte": (DATA + b" ", ANN.sign(DATA), "wrong"),
    "of another file": (DATA, ANN.sign(b"another file"), "wrong"),
    "another comment": (DATA, swapped(2, ANN.sign(DATA), ANN.sign(DATA, "timestamp:2")), "wrong"),
    "another comment's signature": (DATA, swapped(3, ANN.sign(DATA), ANN.sign(DATA, "timestamp:2")), "wrong"),
    "nothing": (DATA, b"", "no signature"),
    "a page of the hotel": (DATA, b"<html><title>Sign in to the network</title></html>", "no signature"),
    "a line too many": (DATA, ANN.sign(DATA) + b"\n", "no signature"),
    "twice": (DATA, ANN.sign(DATA) + ANN.sign(DATA), "no signature"),
    "too long": (DATA, ANN.sign(DATA, "x" * MAX_BYTES), "too long"),
    "another kind": (DATA, ANN.sign(DATA).replace(b"\nRU", b"\nAA"), "unknown"),
}


@pytest.mark.parametrize("name", FORGED)
def test_anything_else_is_forged(name: str) -> None:
    data, signature, why = FORGED[name]
    with pytest.raises(ForgedError, match=why):
        verify(ANN.key, data, signature)


def test_the_hash_of_a_file_signed_the_old_way_is_not_the_file_signed_the_new_way() -> None:
    """Else who gets anything of 64 bytes signed has a file signed."""
    lines = legacy(ANN, DATA).split(b"\n")
    lines[1] = base64.b64encode(b"ED" + base64.b64decode(lines[1])[2:])
    with pytest.raises(ForgedError, match="wrong"):
        verify(ANN.key, DATA, b"\n".join(lines))


SIGNATURE = ANN.sign(DATA)
HEAD = SIGNATURE.index(b"\n") + 1  # what is above is a comment that says nothing


@given(st.integers(HEAD, len(SIGNATURE) - 2), st.integers(1, 255))
def test_no_byte_of_a_signature_can_be_another_one(place: int, change: int) -> None:
    changed = bytearray(SIGNATURE)
    changed[place] ^= change
    if bytes(changed).replace(b"\r\n", b"\n") == SIGNATURE:
        return
    try:
        verify(ANN.key, DATA, bytes(changed))
    except ForgedError:
        return
    assert decoded(bytes(changed)) == decoded(SIGNATURE), "only the spare bits of base64 say nothing"


def decoded(signature: bytes) -> list[bytes]:
    lines = signature.split(b"\n")
    return [base64.b64decode(lines[1]), lines[2].removesuffix(b"\r"), base64.b64decode(lines[3])]


@given(st.binary(max_size=300))
def test_noise_is_forged_and_nothing_worse(noise: bytes) -> None:
    with pytest.raises(ForgedError):
        verify(ANN.key, DATA, noise)
    with pytest.raises(ForgedError):
        verify(ANN.key, DATA, b"\n".join([SIGNATURE.split(b"\n")[0], noise, b"trusted comment: x", noise]))


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_the_tool_itself_agrees(tmp_path: Path) -> None:
    """What it signs we know, and what we sign it knows."""
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    theirs.write_bytes(DATA)
    ours.write_bytes(DATA)
    minisign(tmp_path, "-G", "-W", "-p", "key.pub", "-s", "key")
    for kind in ("-H", "-l"):
        minisign(tmp_path, "-S", kind, "-W", "-s", "key", "-m", "theirs")
        verify(read_key((tmp_path / "key.pub").read_text()), DATA, (tmp_path / "theirs.minisig").read_bytes())
    (tmp_path / "ours.minisig").write_bytes(ANN.sign(DATA))
    minisign(tmp_path, "-V", "-P", ANN.public_text, "-m", "ours")
    ours.write_bytes(DATA + b" ")
    with pytest.raises(subprocess.CalledProcessError):
        minisign(tmp_path, "-V", "-P", ANN.public_text, "-m", "ours")


def minisign(folder: Path, *words: str) -> None:
    subprocess.run(["minisign", *words], cwd=folder, env={**os.environ}, capture_output=True, check=True)
