"""What services answer, as values, and how it is read. Pure."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from slixmpp.jid import JID, InvalidJID

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.forms import find_form

_INFO = "{http://jabber.org/protocol/disco#info}"
MOST_DIGITS = 10
META_DATA = "http://jabber.org/protocol/pubsub#meta-data"


@dataclass(frozen=True, slots=True)
class Node:
    """A node, with what its service tells of it. A `collection` has no items but other nodes (XEP-0248).

    `publish_model` is who may publish: publishers, subscribers, open; `access_model` who may read: open, authorize,
    whitelist, presence, roster; `owner` is a bare JID. Empty, and `subscribers` None, where the service does not say.
    """

    address: NodeAddress
    title: str = ""
    description: str = ""
    collection: bool = False
    publish_model: str = ""
    access_model: str = ""
    subscribers: int | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Services:
    """Pubsub services, by JID. `complete` is false where one that was asked did not say whether it is one."""

    found: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Subscription:
    """Our subscription to a node. `state` is none, pending, unconfigured or subscribed; `expiry` is when it ends by
    itself, as the service wrote it."""

    address: NodeAddress
    state: str
    subid: str = ""
    expiry: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A node's items, or those asked for. `complete` is false where there may be more of them at the service."""

    items: tuple[tuple[str, ET.Element | None], ...]
    complete: bool


def prepared(jid: str) -> str:
    """The bare JID in its prepared form (RFC 7622), in which JIDs are compared; "" where it is none."""
    try:
        return JID(jid).bare
    except InvalidJID:
        return ""


def identities(info: ET.Element) -> set[tuple[str, str]]:
    """Category and type of each identity."""
    return {(each.get("category", ""), each.get("type", "")) for each in info.iterfind(f"{_INFO}identity")}


def features(info: ET.Element) -> set[str]:
    """The names of all features."""
    return {each.get("var", "") for each in info.iterfind(f"{_INFO}feature")}


def node_of(info: ET.Element, address: NodeAddress) -> Node:
    """What a service tells of a node (XEP-0060 §5.3–5.4)."""
    fields = find_form(info, META_DATA) or {}
    named = next((name for each in info.iterfind(f"{_INFO}identity") if (name := each.get("name"))), "")
    title = " ".join(fields.get("pubsub#title", []))
    description = "\n".join(fields.get("pubsub#description", []))
    collection = ("pubsub", "collection") in identities(info)
    return Node(
        address,
        title or named,
        description,
        collection,
        publish_model="".join(fields.get("pubsub#publish_model", [])),
        access_model="".join(fields.get("pubsub#access_model", [])[:1]),
        subscribers=number_in("".join(fields.get("pubsub#num_subscribers", [])[:1])),
        owner=prepared(next(iter([*fields.get("pubsub#owner", []), *fields.get("pubsub#creator", [])]), "")),
    )


def number_in(text: str) -> int | None:
    """A count as services write it; None for what is none."""
    return int(text) if text.isdecimal() and len(text) < MOST_DIGITS else None


def subscription_of(element: ET.Element, service: str, node: str = "") -> Subscription:
    """A subscription as the service tells it; where it was asked about one `node`, it need not repeat that."""
    address = NodeAddress(service, element.get("node") or node)
    state = element.get("subscription", "subscribed")
    return Subscription(address, state, element.get("subid", ""), element.get("expiry", ""))
