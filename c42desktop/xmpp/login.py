"""What it takes to sign in, and where a session stands: values, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from c42desktop.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Login:
    """One account's way in. `jid` is bare.

    `host` and `port` override DNS (RFC 6120 §3.2.3); a port of 0 means the standard one. `ca_file` names a PEM file
    that is trusted instead of the system's authorities. `resource` is stable for an installation, so that a second
    copy is noticed as a conflict.
    """

    jid: str
    host: str = ""
    port: int = 0
    ca_file: str = ""
    resource: str = ""

    @property
    def domain(self) -> str:
        """The domain part: what certificates are checked against, whatever `host` says (RFC 6120 §13.7.2)."""
        return self.jid.partition("@")[2]


class State(StrEnum):
    """Where a session stands."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    ONLINE = "online"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Status:
    """A session's state, with what a person wants to know beside it.

    `reason` is a sentence for WAITING and REFUSED. `retry_in` is in seconds, for WAITING. `field` names the input at
    fault, if one is. `fingerprint` is the SHA-256 of a certificate that was not trusted.
    """

    state: State
    reason: str = ""
    retry_in: float = 0.0
    field: str = ""
    fingerprint: str = ""

    @property
    def sentence(self) -> str:
        """The reason, with the fingerprint where a certificate was at fault."""
        if not self.fingerprint:
            return self.reason
        words = _("{reason} Its SHA-256 fingerprint is {fingerprint}")
        return words.format(reason=self.reason, fingerprint=self.fingerprint)
