"""Who and what is trusted: TLS, and who may send which event."""

from __future__ import annotations

import ssl
from collections.abc import Container
from pathlib import Path

from slixmpp.jid import JID, InvalidJID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """TLS 1.2 or later, certificate and name required; `ca_file` is trusted instead of the system's authorities.

    Raises UserError (field "ca_file") where that file holds no certificate.
    """
    try:
        context = ssl.create_default_context(cafile=str(Path(ca_file).expanduser()) if ca_file else None)
    except (OSError, ValueError, RuntimeError) as error:  # the latter two: no such name, or nobody's home
        sentence = _("The CA file {file} holds no certificate that can be read. It must be a PEM file.")
        raise UserError(sentence.format(file=ca_file), field="ca_file") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


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
