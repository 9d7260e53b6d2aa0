"""Why a stream ended, in one sentence for a person."""

from __future__ import annotations

import socket
import ssl
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.xmpp.endpoints import AnyEndpoint, NotOfferedError, WebEndpoint, server_name
from c42desktop.xmpp.login import Login, Proof, Way
from c42desktop.xmpp.pin import OtherKeyError
from c42desktop.xmpp.proxy import ProxyError, Trouble
from c42desktop.xmpp.untrusted import other_key, untrusted

# OpenSSL's names: what a server answers to a certificate of ours, or to none; the versions do not meet.
_OWN_REFUSED = frozenset(
    {
        "TLSV13_ALERT_CERTIFICATE_REQUIRED",
        "SSLV3_ALERT_BAD_CERTIFICATE",
        "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
        "SSLV3_ALERT_CERTIFICATE_REVOKED",
        "SSLV3_ALERT_CERTIFICATE_EXPIRED",
        "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
        "TLSV1_ALERT_UNKNOWN_CA",
        "TLSV1_ALERT_ACCESS_DENIED",
    }
)
_TOO_OLD = frozenset({"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION"})


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a stream ended. `final`: trying again at once changes nothing; later it may where the server is to blame,
    or somebody on the way to it (`may_pass`), else until a person here does something.

    `reason` may name {domain} and {jid}. `field` is the input at fault, if one is. `refused_at` is where a certificate
    was not trusted, and `verify_code` why, by OpenSSL's numbers (0 where it is the key).
    """

    reason: str
    final: bool = False
    field: str = ""
    refused_at: AnyEndpoint | None = None
    may_pass: bool = False
    verify_code: int = 0


class EndedError(OSError):
    """There is no connection, and who answered said why."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.reason)
        self.ending = ending


class SomethingElseError(OSError):
    """What answers is no stream, as an HTTP server can. `status` is that of HTTP, if any."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


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


def elsewhere(uri: str) -> Ending:
    """The server wants to be reached at `uri` instead (RFC 7395 §3.6.1). Never followed: a person decides."""
    if not uri.startswith(("wss://", "https://")):
        return Ending(_("{domain} asks to go on without encryption. Nothing was sent there."), True, may_pass=True)
    reason = _("{domain} asks to connect to another address. Enter it in the server settings: {address}")
    return Ending(reason.replace("{address}", one_line(uri, 200)), True, may_pass=True)


def stream_error_ending(error: ET.Element) -> Ending:
    """The same for the element itself."""
    return stream_ending(next((child.tag.rpartition("}")[2] for child in error), ""))


def bosh_ending(condition: str) -> Ending:
    """What the condition that ends a BOSH session (XEP-0124 §17.2) means to a person."""
    match condition:
        case "host-gone" | "host-unknown" | "improper-addressing":
            return stream_ending("host-unknown")
        case "bad-request":
            return Ending(_("The BOSH service of {domain} does not understand this program."), True, may_pass=True)
        case "policy-violation":
            return Ending(_("The BOSH service of {domain} found that this program asked too often."))
        case "remote-connection-failed":
            return Ending(_("The BOSH service of {domain} cannot reach the server."))
        case "internal-server-error":
            return Ending(_("The BOSH service of {domain} has a fault."))
        case "see-other-uri":
            return Ending(_("The BOSH service of {domain} sends this program to where it may not go."), may_pass=True)
        case "system-shutdown":
            return stream_ending(condition)
    # The rest is over by accident, and a new session makes it good: the server has forgotten ours, or an answer.
    return Ending(_("The connection to {domain} was lost."))


def connection_ending(error: Exception, login: Login, endpoint: AnyEndpoint | None) -> Ending:
    """The sentence for a connection that did not come about, at `endpoint` last."""
    if isinstance(error, EndedError):
        return error.ending
    if isinstance(error, ssl.SSLError) and (refused := _tls_ending(error, login, endpoint)):
        return refused
    if isinstance(error, ProxyError):
        return _proxy_ending(error)
    if isinstance(error, SomethingElseError):
        return _something_else(error, login)
    if isinstance(endpoint, WebEndpoint):
        reason = _why_unreachable(error).format(server=endpoint.host, port=endpoint.port)
        return Ending(reason, field="url" if login.url else "address")
    reason = _why_unreachable(error).format(
        server=login.host or login.domain, port=endpoint.port if endpoint else login.port
    )
    return Ending(reason, field="host" if login.host else "address")


def _tls_ending(error: ssl.SSLError, login: Login, endpoint: AnyEndpoint | None) -> Ending | None:
    """None where the cause is not known."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(error, login, endpoint)
    if error.reason in _OWN_REFUSED:
        return Ending(_own_refused(login), True, "certificate")
    if error.reason in _TOO_OLD:
        reason = _("{domain} knows only encryption that is no longer safe. Your password was not sent.")
        return Ending(reason, True, may_pass=True)
    return None


def _untrusted(error: ssl.SSLCertVerificationError, login: Login, endpoint: AnyEndpoint | None) -> Ending:
    server = server_name(login.domain, endpoint) if endpoint else login.domain
    if isinstance(error, OtherKeyError):
        return Ending(other_key(server), True, "pin", endpoint, may_pass=True)
    reason = untrusted(server, error.verify_code, message=error.verify_message)
    field = "url" if isinstance(endpoint, WebEndpoint) and login.url else "host" if login.host else "address"
    return Ending(reason, True, field, endpoint, may_pass=True, verify_code=error.verify_code)


def _own_refused(login: Login) -> str:
    if login.certificate:
        return _("{domain} does not accept your certificate. Check the certificate file, or ask its administrator.")
    return _("{domain} wants a certificate of yours. Ask its administrator for one.")


def _something_else(error: SomethingElseError, login: Login) -> Ending:
    if error.status >= 500:  # RFC 9110 §15.6
        reason = _("The web server of {domain} does not get through to its XMPP server right now (HTTP {status}).")
        return Ending(reason.replace("{status}", str(error.status)))
    reason = _("Something else answers in place of {domain}: a sign-in page of this network, or a wrong address.")
    return Ending(reason, field="url" if login.url else "address")


def _proxy_ending(error: ProxyError) -> Ending:
    proxy = error.proxy.place
    match error.trouble:
        case Trouble.STRANGER:
            reason = _("The proxy {proxy} refused the user or the password.").format(proxy=proxy)
            return Ending(reason, True, "proxy", may_pass=True)
        case Trouble.AWAY:
            return Ending(_("The proxy {proxy} does not answer.").format(proxy=proxy), field="proxy")
    return Ending(_("The proxy {proxy} lets nothing through to {domain}.").replace("{proxy}", proxy), field="proxy")


def no_such_way(login: Login) -> Ending:
    """Only WebSocket or only BOSH is wanted, and the domain names no place for it (XEP-0156)."""
    way = "BOSH" if login.way is Way.BOSH else "WebSocket"
    reason = _("{domain} does not say where it offers {way}. Enter the URL in the server settings.")
    return Ending(reason.format(domain=login.domain, way=way), True, "url", may_pass=True)


def only_web_pages(login: Login) -> Ending:
    """Nothing answers but the domain's web site: most likely a firewall. Or the server is down, and the site is not."""
    reason = _(
        "Web pages of {domain} come through, but its XMPP server does not answer: this network may let nothing else "
        "through, and {domain} offers no way over the web."
    )
    return Ending(reason.replace("{domain}", login.domain), field="host" if login.host else "address")


def sign_in_first() -> Ending:
    """A captive portal."""
    return Ending(_("This network wants you to sign in first, at a web page, as in hotels. Open a browser."))


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
