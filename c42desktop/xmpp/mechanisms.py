"""The SASL mechanisms that say all in their first message; SCRAM is in c42desktop.xmpp.scram. Pure."""

from __future__ import annotations

from typing import Protocol

from slixmpp.util.sasl.client import saslprep
from slixmpp.util.stringprep_profiles import StringPrepError

_SEPARATOR = "\x01"


class UnsafeError(ValueError):
    """The server asked for something that gives too much away. Nothing was sent for it."""


class UnprovenError(ValueError):
    """The server did not prove that it knows the password."""


class UnusableError(ValueError):
    """No mechanism can carry this secret: it has a character in it that none may have."""


class Mechanism(Protocol):
    """One side of one sign-in: ours."""

    name: str

    def first(self) -> bytes:
        """What goes with the choice of the mechanism."""

    async def answer(self, challenge: bytes) -> bytes:
        """What a challenge is answered with. Raises UnsafeError or UnprovenError."""

    def succeed(self, data: bytes) -> None:
        """The server says that we are in. Raises UnprovenError where it had to prove something and has not."""


class _OneMessage:
    """A mechanism that proves who we are at once, and the server nothing: TLS has to."""

    def __init__(self, name: str, message: bytes) -> None:
        self.name = name
        self._message = message

    def first(self) -> bytes:
        return self._message

    async def answer(self, challenge: bytes) -> bytes:
        return b""  # there is no more to say

    def succeed(self, data: bytes) -> None:
        """Nothing was to be proven."""


class Bearer(_OneMessage):
    """OAUTHBEARER (RFC 7628): why a token is refused comes as a challenge, and is answered with next to nothing."""

    async def answer(self, challenge: bytes) -> bytes:
        return _SEPARATOR.encode()


def plain(user: str, password: str) -> Mechanism:
    """RFC 4616: the password itself. Raises UnusableError."""
    return _OneMessage("PLAIN", b"\0" + prepared(user) + b"\0" + prepared(password))


def external(jid: str) -> Mechanism:
    """Our certificate is our proof (RFC 4422 A). The address is said too: a certificate may be good for several
    (XEP-0178 §2)."""
    return _OneMessage("EXTERNAL", jid.encode())


def oauthbearer(jid: str, token: str) -> Mechanism:
    """RFC 7628 §3.1. Raises UnusableError."""
    said = ("n,a=" + escaped(jid) + ",", "auth=Bearer " + _token(token), "", "")
    return Bearer("OAUTHBEARER", _SEPARATOR.join(said).encode())


def x_oauth2(user: str, token: str) -> Mechanism:
    """What ejabberd and Google had before there was a standard. Raises UnusableError."""
    return _OneMessage("X-OAUTH2", b"\0" + prepared(user) + b"\0" + _token(token).encode())


def prepared(text: str) -> bytes:
    """A name or password as SASLprep (RFC 4013) has it. Raises UnusableError."""
    try:
        return str(saslprep(text)).encode()
    except (StringPrepError, UnicodeError) as error:
        raise UnusableError from error


def escaped(name: str) -> str:
    """A name between the commas of a message (RFC 5801 §4)."""
    return name.replace("=", "=3D").replace(",", "=2C")


def _token(token: str) -> str:
    """A token is visible ASCII (RFC 6750 §2.1): anything else would be read as what follows it."""
    if not token or not all("!" <= sign <= "~" for sign in token):
        raise UnusableError
    return token
