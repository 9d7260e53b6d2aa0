"""What an account proves itself with: a password or a token, held in memory only."""

from __future__ import annotations

import asyncio
import hashlib


class Secret:
    """The text of a password or token, and what was derived from it last.

    Deriving is what costs in a sign-in; a server names the same salt each time, so a stream that comes back costs
    nothing. Nothing here is ever written anywhere.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._terms: tuple[str, bytes, bytes, int] | None = None
        self._derived = b""

    async def salted(self, algorithm: str, password: bytes, salt: bytes, iterations: int) -> bytes:
        """SaltedPassword (RFC 5802 §3) of `password`, which is the text as the mechanism prepares it. Takes a thread:
        with many iterations it takes half a second."""
        terms = (algorithm, password, salt, iterations)
        if terms != self._terms:
            self._derived = await asyncio.to_thread(hashlib.pbkdf2_hmac, *terms)
            self._terms = terms
        return self._derived
