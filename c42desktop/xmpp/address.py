"""Addresses: JIDs, pubsub nodes and `xmpp:` URIs (RFC 7622, RFC 5122, XEP-0060 §14.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from slixmpp.jid import JID, InvalidJID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_BLANK = re.compile(r"\s")


def is_xml_text(text: str) -> bool:
    """Whether XML can carry all of `text` (XML 1.0 §2.2). One character that it cannot carry ends a stream."""
    return _NOT_XML.search(text) is None


@dataclass(frozen=True, slots=True, order=True)
class NodeAddress:
    """A pubsub node at its service: the service's JID (or a person's bare JID for PEP) and the node's name."""

    service: str
    node: str

    @property
    def uri(self) -> str:
        """`xmpp:SERVICE?;node=NODE`, percent-encoded."""
        return f"xmpp:{quote(self.service, safe='@.')}?;node={quote(self.node, safe=':/')}"


def parse_uri(text: str) -> NodeAddress:
    """The node that `xmpp:SERVICE?;node=NODE` (or `?pubsub;…;node=NODE`) names.

    Raises UserError (field "uri") where the text is no such address.
    """
    scheme, colon, rest = text.strip().partition(":")
    path, _mark, query = rest.partition("#")[0].partition("?")
    fields = dict(part.partition("=")[::2] for part in query.split(";"))
    if path.startswith("//"):  # an account to act as comes first, unless it was meant to be a service
        account, _slash, named = path[2:].partition("/")
        path = named or account
    service, node = unquote(path), unquote(fields.get("node", ""))
    if colon == "" or scheme.lower() != "xmpp" or not service or not node or not is_xml_text(node):
        sentence = _("“{text}” is not a calendar address. It looks like xmpp:pubsub.example.org?;node=team")
        raise UserError(sentence.format(text=text.strip()[:80]), field="uri")
    return NodeAddress(parse_jid(service, field="uri").bare, node)


def parse_successor(uri: str) -> NodeAddress | str:
    """Where something has moved to: a node, the link of a web page, or "" for what nobody should follow."""
    text = uri.strip()
    try:
        if text.lower().startswith(("http://", "https://")):
            return text if is_xml_text(text) and urlsplit(text).hostname and not _BLANK.search(text) else ""
        return parse_uri(text)
    except (UserError, ValueError):
        return ""


def parse_jid(text: str, *, field: str = "address") -> JID:
    """A prepared JID (RFC 7622). Raises UserError where the text is none."""
    try:
        jid = JID(text.strip())
    except InvalidJID:
        jid = JID("")
    if not jid.domain:
        raise UserError(
            _("“{text}” is not an XMPP address.").format(text=text.strip()[:80]),
            field=field,
        )
    return jid


def parse_account(text: str) -> str:
    """The bare JID of an account (name@domain). Raises UserError (field "address") where the text is none."""
    jid = parse_jid(text)
    if not jid.local:
        raise UserError(
            _("“{text}” is not an XMPP address: it has no name before the @.").format(text=text.strip()[:80]),
            field="address",
        )
    return jid.bare
