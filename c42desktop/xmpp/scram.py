"""SCRAM (RFC 5802) with the library's weak spots mended.

The library draws its nonce from a guessable generator, derives keys in pure Python on the event loop, and takes
whatever iteration count the server names. Importing this module replaces its SCRAM family by the one below.
"""

from __future__ import annotations

import hashlib
import secrets

from slixmpp.util.sasl.client import SASLCancelled, sasl_mech
from slixmpp.util.sasl.mechanisms import SCRAM

MIN_ITERATIONS = 4096  # RFC 5802 §5.1
MAX_ITERATIONS = 1_000_000  # a hostile server must not keep the processor busy
_HASHLIB_NAMES = {"SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@sasl_mech(60)
class Scram(SCRAM):
    """The library's SCRAM with a nonce from `secrets`, native key derivation and bounds on the iterations."""

    name = "SCRAM"

    def process_1(self, challenge: bytes = b"") -> bytes:
        """The client's first message."""
        super().process_1(challenge)
        weak, self.cnonce = self.cnonce, secrets.token_urlsafe(24).encode()
        name, _nonce = self.client_first_message_bare.rsplit(b",r=" + weak, 1)
        self.client_first_message_bare = name + b",r=" + self.cnonce
        first: bytes = self.gs2_header + self.client_first_message_bare
        return first

    def process_2(self, challenge: bytes) -> bytes:
        """The client's final message. Raises SASLCancelled where the server's is malformed or unreasonable."""
        try:
            iterations = int(self.parse(challenge)[b"i"])
            if not MIN_ITERATIONS <= iterations <= MAX_ITERATIONS:
                raise SASLCancelled(f"iteration count {iterations}")  # type: ignore[no-untyped-call]
            final: bytes = super().process_2(challenge)
        except (KeyError, ValueError) as error:
            raise SASLCancelled("malformed SCRAM message") from error  # type: ignore[no-untyped-call]
        return final

    def process_3(self, challenge: bytes = b"") -> bytes:
        """Check the server's signature. Raises SASLMutualAuthFailed where it is wrong, ValueError where it is none."""
        if self._mutual_auth and not challenge:
            return b""  # it was proven in a challenge, and the success says nothing more (RFC 6120 §6.3.10)
        last: bytes = super().process_3(challenge)
        return last

    def Hi(self, text: str | bytes, salt: bytes, iterations: int) -> bytes:  # noqa: N802  # the library's name
        """PBKDF2-HMAC, as RFC 5802 §2.2 defines it."""
        return hashlib.pbkdf2_hmac(
            _HASHLIB_NAMES[self.hash_name], text.encode() if isinstance(text, str) else text, salt, iterations
        )
