"""Why a stream ended, in one sentence for a person."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass

from c42desktop.i18n import gettext as _
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint, NotOfferedError
from c42desktop.xmpp.login import Login, Proof


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a stream ended. `final`: trying again at once changes nothing; later it may where the server is to blame,
    or somebody on the way to it (`may_pass`), else until a person here does something.

    `reason` may name {domain} and {jid}. `field` is the input at fault, if one is. `refused_at` is where a certificate
    was not trusted.
    """

    reason: str
    final: bool = False
    field: str = ""
    refused_at: AnyEndpoint | None = None
    may_pass: bool = False


def not_encrypted() -> Ending:
    """TLS is required (RFC 7590 §3.1)."""
    return Ending(_("{domain} does not offer an encrypted connection. Nothing was sent."), final=True, may_pass=True)


def refused_xml(condition: str) -> Ending:
    """XML that is none, that RFC 6120 §11.1 forbids, or without end. Too much of it would come again at once."""
    if condition == "policy-violation":
        return Ending(_("{domain} sent more at once than this program can take."), final=True, may_pass=True)
    return Ending(_("{domain} sent something that no XMPP server may send."))


def sasl_ending(condition: str, proof: Proof = Proof.PASSWORD) -> Ending:
    """What a SASL failure (RFC 6120 §6.5) means to a person who signs in with this proof."""
    match condition:
        case "account-disabled":
            return Ending(_("Could not sign in: the account {jid} is switched off."), True, "address")
        case "credentials-expired" if proof is Proof.PASSWORD:
            return Ending(_("Could not sign in: the password of {jid} has expired."), True, "password")
        case "temporary-auth-failure":
            return Ending(_("{domain} cannot check passwords right now."))
        case "aborted":
            return Ending(_("Could not sign in: {domain} broke it off."))
        case "encryption-required" | "mechanism-too-weak" | "invalid-mechanism":
            return Ending(_("{domain} wants another way to sign in than this program knows."), True)
    match proof:
        case Proof.PASSWORD:
            return Ending(_("Could not sign in: the password for {jid} was refused."), True, "password")
        case Proof.CERTIFICATE:
            return Ending(_("Could not sign in: {domain} does not take your certificate."), True, "certificate")
    return Ending(_("The token for {jid} was refused or has expired."), True, "password")


def stream_ending(condition: str) -> Ending:
    """What a stream error (RFC 6120 §4.9.3) means to a person."""
    match condition:
        case "conflict":
            return Ending(_("{jid} signed in from another copy of this program."), True)
        case "host-gone" | "host-unknown":
            return Ending(_("The server does not know {domain}. Check the address."), True, "address")
        case "not-authorized":
            return Ending(_("{domain} ended the session: {jid} may not sign in."), True, "address")
        case "policy-violation":
            return Ending(_("{domain} ended the session because of its rules of use."), True)
        case "see-other-host":
            # Never followed: before TLS anyone can say it, and the library would check the certificate for that host.
            reason = _("{domain} asks to connect to another host. Enter that host in the server settings.")
            return Ending(reason, True, may_pass=True)
        case "system-shutdown":
            return Ending(_("{domain} is being shut down or restarted."))
    return Ending(_("{domain} closed the connection."))


def connection_ending(error: Exception, login: Login, endpoint: AnyEndpoint | None) -> Ending:
    """The sentence for a connection that did not come about, at `endpoint` last."""
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = _("The certificate of {domain} is not trusted: {why}.")
        why = (error.verify_message or str(error)).rstrip(".")
        field = "host" if login.host else "address"
        return Ending(reason.replace("{why}", why), True, field, endpoint, may_pass=True)
    port = endpoint.port if isinstance(endpoint, Endpoint) else 443
    reason = _why_unreachable(error).format(server=login.host or login.domain, port=port)
    return Ending(reason, field="host" if login.host else "address")


def _why_unreachable(error: Exception) -> str:
    match error:
        case NotOfferedError():
            return _("{server} says that it has no XMPP service. Check the address.")
        case socket.gaierror() | ValueError() | OverflowError():
            return _("No server was found for {server}. Check the address and the network.")
        case TimeoutError():
            return _("{server} does not answer. Check the network, or the server settings.")
        case ConnectionRefusedError():
            return _("{server} is there, but nothing answers at port {port}.")
        case ssl.SSLError():
            return _("{server} could not set up an encrypted connection.")
    return _("{server} cannot be reached. Check the network.")
