"""What it takes to sign in, and where a session stands: values, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from c42desktop.i18n import gettext as _


class Way(StrEnum):
    """How a server is reached."""

    AUTOMATIC = "automatic"
    TCP = "tcp"
    WEBSOCKET = "websocket"  # RFC 7395
    BOSH = "bosh"  # XEP-0124 and XEP-0206


class Proof(StrEnum):
    """With what a person signs in. The secret in the keyring is the password, the token, or that of the key file."""

    PASSWORD = "password"  # noqa: S105  # SCRAM, or PLAIN where that is allowed
    CERTIFICATE = "certificate"  # SASL EXTERNAL
    OAUTHBEARER = "oauthbearer"  # RFC 7628
    X_OAUTH2 = "x-oauth2"


@dataclass(frozen=True, slots=True)
class Login:
    """One account's way in. `jid` is bare.

    `host` and `port` override DNS (RFC 6120 §3.2.3); a port of 0 means the standard one. `resource` is stable for an
    installation, so that a second copy is noticed as a conflict.

    `way` is how the server is reached, and `url` where, for WebSocket and BOSH; with AUTOMATIC, a URL is what is tried
    after TCP instead of what the server's host-meta says. `proxy` is "" for the system's settings, "none" for the
    direct way, or a URL: http://host:port or socks5://host:port, with a user's name in it if one is needed.

    `ca_file` names a PEM file that is trusted instead of the system's authorities. `pin` is the SHA-256 of the one
    public key (SPKI, RFC 7469 §2.4, as hexadecimal pairs with colons) that is trusted instead of any authority.
    `certificate` names a PEM file with the person's own certificate and key. `allow_plain`: the password itself may
    be sent, inside TLS. `allow_unencrypted`: no TLS is needed where the server is this computer.
    """

    jid: str
    host: str = ""
    port: int = 0
    ca_file: str = ""
    resource: str = ""
    way: Way = Way.AUTOMATIC
    url: str = ""
    proxy: str = ""
    pin: str = ""
    certificate: str = ""
    proof: Proof = Proof.PASSWORD
    allow_plain: bool = False
    allow_unencrypted: bool = False

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
    fault, if one is: an attribute of Login, "address" or "password". `fingerprint` is the SHA-256 of a certificate that
    was not trusted, `pin` that of its public key, as Login has it, and `facts` what else it says, in a line. `via` says
    for ONLINE how the server is reached: "" for TCP, else "WebSocket" or "BOSH".
    """

    state: State
    reason: str = ""
    retry_in: float = 0.0
    field: str = ""
    fingerprint: str = ""
    pin: str = ""
    via: str = ""
    facts: str = ""

    @property
    def sentence(self) -> str:
        """The reason, with the facts and the fingerprint where a certificate was at fault."""
        if not self.fingerprint:
            return self.reason
        words = _("{reason} Its SHA-256 fingerprint is {fingerprint}")
        return words.format(reason=" ".join(filter(None, (self.reason, self.facts))), fingerprint=self.fingerprint)
