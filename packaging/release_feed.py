"""Makes and signs the feed that tells people of a release.

    python packaging/release_feed.py RELEASE.toml --key minisign.key [--password-file FILE] --output feed.json

It writes feed.json and feed.json.minisig, to be put beside each other where distribution.toml of the release before
says. `minisign -V -p minisign.pub -m feed.json` says the same of them as the program does. To be run again before it
expires, also without a release: with the same RELEASE.toml.

    version = "0.2.0"
    date = 2026-11-20
    days = 120                      # for how long it may be believed

    [notes]                         # what is new, as plain text; "en" for all who read nothing else of it
    en = "- Calendars can be shared."

    [downloads.linux]               # linux, windows, macos
    page = "https://example.org/c42desktop/linux"
    needs = "2.36"                  # the least version of glibc, Windows or macOS, where there is one

The key is made once, by `minisign -G`, and kept where no build can read it.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import getpass
import hashlib
import json
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from c42desktop.updates import feed, minisign

DAYS = 120
_NO_PASSWORD, _SCRYPT = b"\0\0", b"Sc"
_SECRET = 158  # bytes of a secret key
_CHECK = 32  # bytes of the digest at its end


def _ask_person() -> str:
    return getpass.getpass("Password of the key: ")


class MistakeError(Exception):
    """Something that was given cannot be used."""


@dataclass(frozen=True, slots=True)
class SecretKey:
    """Who signs. `number` says which key it is."""

    number: bytes
    value: Ed25519PrivateKey


def read_secret(text: str, ask: Callable[[], str] = _ask_person) -> SecretKey:
    """A secret key file of minisign; `ask` gives its password, where it has one. Raises MistakeError."""
    try:
        data = base64.b64decode(text.strip().splitlines()[1], validate=True)
    except (IndexError, binascii.Error) as error:
        raise MistakeError("no secret key of minisign") from error
    kind, locked, digest, salt, rest = data[:2], data[2:4], data[4:6], data[6:38], data[54:]
    if len(data) != _SECRET or (kind, digest) != (minisign.PLAIN, b"B2") or locked not in (_NO_PASSWORD, _SCRYPT):
        raise MistakeError("no secret key of minisign")
    if locked == _SCRYPT:
        operations, memory = (int.from_bytes(data[at : at + 8], "little") for at in (38, 46))
        stream = _scrypt(ask(), salt, operations, memory, len(rest))
        rest = bytes(a ^ b for a, b in zip(rest, stream, strict=True))
    number, value, check = rest[:8], rest[8:72], rest[72:]
    if locked == _SCRYPT and hashlib.blake2b(kind + number + value, digest_size=_CHECK).digest() != check:
        raise MistakeError("the password of the key is another one")
    return SecretKey(number, Ed25519PrivateKey.from_private_bytes(value[:32]))


def _scrypt(password: str, salt: bytes, operations: int, memory: int, length: int) -> bytes:
    """As libsodium chooses the parameters (crypto_pwhash_scryptsalsa208sha256)."""
    operations, block = max(operations, 32768), 8
    is_small = operations < memory // 32
    most = operations // (block * 4) if is_small else memory // (block * 128)
    power = next(each for each in range(1, 63) if 1 << each > most // 2)
    lanes = 1 if is_small else min(operations // 4 >> power, 0x3FFFFFFF) // block
    room = 128 * block * ((1 << power) + lanes + 2)
    return hashlib.scrypt(
        password.encode(), salt=salt, n=1 << power, r=block, p=lanes, maxmem=room + 1024 * 1024, dklen=length
    )


def sign(key: SecretKey, data: bytes, comment: str) -> str:
    """The `.minisig` file for `data`."""
    value = key.value.sign(hashlib.blake2b(data).digest())
    whole = key.value.sign(value + comment.encode())
    head = base64.b64encode(minisign.HASHED + key.number + value).decode()
    lines = (f"{minisign.UNTRUSTED}signature from minisign secret key", head, f"{minisign.TRUSTED}{comment}")
    return "\n".join([*lines, base64.b64encode(whole).decode(), ""])


def make(release: dict[str, Any], now: datetime) -> bytes:
    """The feed of a release, as the program will read it. Raises MistakeError."""
    released, days = release.get("date"), release.get("days", DAYS)
    if type(released) is not date or type(days) is not int or not 1 <= days <= 366:
        raise MistakeError("date must be a date, and days a number up to 366")
    values = {
        "product": feed.PRODUCT,
        "format": feed.FORMAT,
        "issued": now.isoformat(timespec="seconds"),
        "expires": (now + timedelta(days=days)).isoformat(timespec="seconds"),
        "version": release.get("version"),
        "date": released.isoformat(),
        "notes": release.get("notes", {}),
        "downloads": release.get("downloads", {}),
    }
    data = (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()
    try:
        found = feed.read(data)
    except ValueError as error:
        raise MistakeError(f"the program could not read this: {error}") from error
    if found.notes != values["notes"] or set(found.downloads) != set(values["downloads"]) or "en" not in found.notes:
        raise MistakeError("the program would not show this as it is: notes too long, or not in English, or a platform")
    return data


def main() -> int:
    """Read, make, sign, write."""
    words = argparse.ArgumentParser(description="Make and sign the feed that tells people of a release.")
    words.add_argument("release", type=Path, metavar="RELEASE.toml")
    words.add_argument("--key", type=Path, required=True, help="a secret key file of minisign")
    words.add_argument("--password-file", type=Path, help="has the password of the key in its first line")
    words.add_argument("--output", type=Path, required=True, help="where the feed goes, its signature beside it")
    args = words.parse_args()
    now = datetime.now(UTC)
    try:
        data = make(tomllib.loads(args.release.read_text(encoding="utf-8")), now)
        asked = (lambda: args.password_file.read_text().split("\n")[0],) if args.password_file else ()
        key = read_secret(args.key.read_text(), *asked)
        signature = sign(key, data, f"timestamp:{int(now.timestamp())}\tfile:{args.output.name}\thashed")
        args.output.write_bytes(data)
        args.output.with_name(f"{args.output.name}.minisig").write_text(signature, encoding="utf-8")
    except (OSError, ValueError, MistakeError) as error:
        print(f"No feed was made: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
