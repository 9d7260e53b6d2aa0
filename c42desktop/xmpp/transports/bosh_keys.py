"""The key sequence of XEP-0124 §15: it proves, without TLS, that all requests come from who made the session."""

from __future__ import annotations

import hashlib
import secrets

LENGTH = 64


class KeySequence:
    """Keys in the order in which they must be used: each is the one whose hash was used before."""

    def __init__(self, seed: str = "", length: int = LENGTH) -> None:
        self._length = length
        self._keys = _chain(seed or secrets.token_hex(32), length)

    def first(self) -> dict[str, str]:
        """The attribute for the session's creation."""
        return {"newkey": self._keys.pop()}

    def next(self) -> dict[str, str]:
        """The attributes for the next new request; a repeated one has its old key."""
        attributes = {"key": self._keys.pop()}
        if not self._keys:
            self._keys = _chain(secrets.token_hex(32), self._length)
            attributes |= self.first()
        return attributes


def _chain(seed: str, length: int) -> list[str]:
    """K(1) to K(length); they are used from the end."""
    keys: list[str] = []
    for _key in range(length):
        seed = hashlib.sha1(seed.encode(), usedforsecurity=False).hexdigest()  # as the standard demands
        keys.append(seed)
    return keys
