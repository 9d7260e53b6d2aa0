"""Somebody asks to be let into a node of ours: the message of its service as a value (XEP-0060 §8.6). Pure."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from c42desktop.xmpp.address import NodeAddress, is_xml_text
from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.forms import find_form

AUTHORIZATION = "http://jabber.org/protocol/pubsub#subscribe_authorization"
TAG = "{jabber:x:data}x"
"""The child of a message that may be such a form."""


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """`jid`, a bare one, asks to be let into `source`."""

    source: NodeAddress
    jid: str


def parse(message: ET.Element, service: str) -> AccessRequest | None:
    """The request in a message that `service` sent; None where there is none."""
    fields = find_form(message, AUTHORIZATION)
    form = message.find(TAG)
    if fields is None or (form is not None and form.get("type", "form") != "form"):
        return None  # what another device of ours answers is no request
    node, jid = _only(fields.get("pubsub#node", [])), prepared(_only(fields.get("pubsub#subscriber_jid", [])))
    return AccessRequest(NodeAddress(service, node), jid) if node and jid and is_xml_text(node) else None


def _only(values: list[str]) -> str:
    return values[0] if len(values) == 1 else ""
