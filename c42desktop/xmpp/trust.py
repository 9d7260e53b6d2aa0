"""Who and what is trusted: TLS, and who may send which event."""

from __future__ import annotations

import ssl
import sys
from collections.abc import Container
from pathlib import Path

from slixmpp.jid import JID, InvalidJID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pin import normal_pin, prepare, trust_only

# Where systems keep their authorities: Debian and Arch, Fedora, openSUSE, macOS and Alpine.
_AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def tls_context(ca_file: str = "", *, pin: str = "", certificate: str = "", secret: str = "") -> ssl.SSLContext:
    """TLS 1.2 or later, certificate and name required; `ca_file` is trusted instead of the system's authorities.

    With a `pin`, the key of that pin is trusted and nothing else. `certificate` is what we show ourselves, and `secret`
    opens its key where that is encrypted. Raises UserError where a file is not what it should be (field "ca_file" or
    "certificate"), or the pin is none (field "pin"). Takes 0.1 s: see c42desktop.xmpp.tls.
    """
    context = _pinned(pin) if pin else _checked(ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION  # a certificate is looked at once
    if certificate:
        _show(context, certificate, secret)
    return context


def _checked(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(Path(ca_file).expanduser()) if ca_file else _authorities())
    except (OSError, ValueError, RuntimeError) as error:  # the latter two: no such name, or nobody's home
        sentence = _("The CA file {file} holds no certificate that can be read. It must be a PEM file.")
        raise UserError(sentence.format(file=ca_file), field="ca_file") from error


def _authorities() -> str | None:
    """The system's file of authorities, where OpenSSL comes from another system and looks in a place that is not here;
    None where it finds them by itself."""
    usual = ssl.get_default_verify_paths()
    if sys.platform == "win32" or usual.cafile or usual.capath:
        return None
    return next((file for file in _AUTHORITIES if Path(file).is_file()), None)


def _pinned(pin: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust_only(context, normal_pin(pin))
    prepare()
    return context


def _show(context: ssl.SSLContext, certificate: str, secret: str) -> None:
    """Without any secret, OpenSSL would ask for one in the terminal."""
    try:
        context.load_cert_chain(Path(certificate).expanduser(), password=lambda: secret)
    except (OSError, ValueError, RuntimeError) as error:
        sentence = _(
            "The file {file} cannot be used to sign in. It must be a PEM file with your certificate and its key, "
            "and the password must be the one of that key, if it has one."
        )
        raise UserError(sentence.format(file=certificate), field="certificate") from error


def accepts_event(
    *,
    sender: str,
    recipient: str,
    kind: str,
    node: str,
    own: JID,
    followed: Container[NodeAddress],
) -> bool:
    """Whether a message with a pubsub event may change anything here (C-SEC-01; CVE-2023-28686).

    Anyone can send any XML in a message, and servers do not filter it. The event counts only where the sender is
    exactly the service (no resource) at which `node` is followed, or our own account (absent `sender`), the
    recipient is us, and the message is no error.
    """
    if kind == "error":
        return False
    try:
        service, to = JID(sender or own.bare), JID(recipient or own.bare)
    except InvalidJID:
        return False
    if service.resource or to.full not in (own.bare, own.full):
        return False
    return NodeAddress(service.bare, node) in followed
