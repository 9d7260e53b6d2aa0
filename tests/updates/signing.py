"""Keys that are made for one test, and what they sign."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import secrets
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from c42desktop.updates.minisign import PublicKey

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
URL = "https://feed.example.org/c42desktop/feed.json"
PAGE = "https://example.org/c42desktop/linux"


def _load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("release_feed", ROOT / "packaging/release_feed.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["release_feed"] = made  # its dataclasses look themselves up there
    spec.loader.exec_module(made)
    return made


tool = _load_tool()


class Signer:
    """Somebody with a key."""

    def __init__(self) -> None:
        self.private = Ed25519PrivateKey.generate()
        self.number = secrets.token_bytes(8)
        self.key = PublicKey(self.number, self.private.public_key().public_bytes_raw())

    @property
    def public_text(self) -> str:
        """The second line of a `.pub` file."""
        return base64.b64encode(b"Ed" + self.number + self.key.value).decode()

    def secret_text(self, password: str = "") -> str:
        """A secret key file, as minisign writes it; behind a password with the smallest work there is."""
        value = self.private.private_bytes_raw() + self.key.value
        if not password:
            rest = self.number + value + bytes(32)
            return _secret_file(b"\0\0" + b"B2" + bytes(48) + rest)
        rest = self.number + value + hashlib.blake2b(b"Ed" + self.number + value, digest_size=32).digest()
        salt = secrets.token_bytes(32)
        stream = hashlib.scrypt(password.encode(), salt=salt, n=1024, r=8, p=1, dklen=len(rest))
        hidden = bytes(a ^ b for a, b in zip(rest, stream, strict=True))
        limits = (32768).to_bytes(8, "little") + (16 << 20).to_bytes(8, "little")
        return _secret_file(b"Sc" + b"B2" + salt + limits + hidden)

    def sign(self, data: bytes, comment: str = "timestamp:1\tfile:feed.json\thashed") -> bytes:
        """The `.minisig` file."""
        return str(tool.sign(tool.SecretKey(self.number, self.private), data, comment)).encode()

    def signed(self, **changes: Any) -> tuple[bytes, bytes]:
        """A feed and its signature."""
        data = feed(**changes)
        return data, self.sign(data)


def _secret_file(rest: bytes) -> str:
    return f"untrusted comment: minisign secret key\n{base64.b64encode(b'Ed' + rest).decode()}\n"


def values(**changes: Any) -> dict[str, Any]:
    """What a feed says; a change to None leaves something out."""
    usual = {
        "product": "c42desktop",
        "format": 1,
        "issued": NOW.isoformat(),
        "expires": (NOW + timedelta(days=120)).isoformat(),
        "version": "0.2.0",
        "date": "2026-11-20",
        "notes": {"en": "- Calendars can be shared.", "nl": "- Agenda’s kun je delen."},
        "downloads": {"linux": {"page": PAGE, "needs": "2.28"}},
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def feed(**changes: Any) -> bytes:
    """The same as bytes."""
    return json.dumps(values(**changes)).encode()
