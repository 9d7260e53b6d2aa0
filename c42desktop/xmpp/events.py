"""Pubsub event messages as typed values (XEP-0060 §7.1.2, §7.2.2, §8.2.5, §8.4.2, §8.5.2, XEP-0248 §4–5). Pure.

One value per item, in document order: the library's own events fire N×N times for N items, and never for an empty
`<items/>`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from c42desktop.xmpp.address import NodeAddress

NS = "http://jabber.org/protocol/pubsub#event"
_E = f"{{{NS}}}"
_SHIM = "{http://jabber.org/protocol/shim}"
# Reminders of the calendaring proposal, whose examples have another namespace than its text.
_A = ("{urn:xmpp:tmp:calendar:0}", "{xmpp:tmp:calendar:0}")
TAGS = (f"{_E}event", *(f"{namespace}alarm" for namespace in _A))
"""The children that make a message one of those that are read here."""


@dataclass(frozen=True, slots=True)
class Published:
    """An item is new or has changed. `payload` is None where the service left it out: fetch the item. `publisher` is
    who published it, "" where the service does not say (§12.16)."""

    source: NodeAddress
    item_id: str
    payload: ET.Element | None
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Retracted:
    """An item is gone."""

    source: NodeAddress
    item_id: str


@dataclass(frozen=True, slots=True)
class Purged:
    """All items of the node are gone; the node stays."""

    source: NodeAddress


@dataclass(frozen=True, slots=True)
class Deleted:
    """The node is gone. `redirect` is the URI of its successor, empty where there is none."""

    source: NodeAddress
    redirect: str


@dataclass(frozen=True, slots=True)
class Configured:
    """The node's metadata may have changed."""

    source: NodeAddress


@dataclass(frozen=True, slots=True)
class SubscriptionChanged:
    """The subscription of `jid` became `state`: none, pending, unconfigured or subscribed (XEP-0060 §4.2).

    An owner is told of other people's subscriptions too; without a `jid` it is ours. `expiry` is when it ends by
    itself, as the service wrote it.
    """

    source: NodeAddress
    state: str
    jid: str = ""
    expiry: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """Something happened to the node, and the message does not say what: look at the whole node."""

    source: NodeAddress


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A collection has other nodes than before, or a node in it is new (XEP-0248 §5)."""

    source: NodeAddress


@dataclass(frozen=True, slots=True)
class Alarm:
    """It is time to be reminded of an item. `payload` is None where the service left it out."""

    source: NodeAddress
    item_id: str
    payload: ET.Element | None


Event = Published | Retracted | Purged | Deleted | Configured | SubscriptionChanged | Touched | Regrouped | Alarm


def nodes_of(message: ET.Element) -> Iterator[str]:
    """The name of each node that `message` speaks of."""
    for child in _children(message):
        yield child.get("node", "")


def collections_of(message: ET.Element) -> list[str]:
    """The collections whose subscription brought `message` (XEP-0248 §4.2.1)."""
    headers = message.iterfind(f"{_SHIM}headers/{_SHIM}header")
    return [(header.text or "").strip() for header in headers if header.get("name") == "Collection"]


def is_held_back(message: ET.Element) -> bool:
    """Whether somebody on the way kept `message` for us a while (XEP-0203)."""
    return message.find("{urn:xmpp:delay}delay") is not None


def parse(message: ET.Element, service: str) -> list[Event]:
    """What a message sent by `service` says. Unknown children are ignored (RFC 6120 §8.4)."""
    found: list[Event] = []
    for child in _children(message):
        found.extend(_parse_child(child, NodeAddress(service, child.get("node", ""))))
    return found


def _children(message: ET.Element) -> Iterator[ET.Element]:
    # A direct child only: an event inside a forwarded message or a carbon is somebody else's (C-SEC-01).
    for tag in TAGS:
        found = message.find(tag)
        if found is not None:
            yield from found


def _parse_child(child: ET.Element, source: NodeAddress) -> Iterator[Event]:
    match child.tag.removeprefix(_E):
        case tag if tag.startswith(_A):
            yield from (Alarm(source, item.get("id", ""), next(iter(item), None)) for item in child)
        case "items":
            yield from _parse_items(child, source)
        case "purge":
            yield Purged(source)
        case "delete":
            redirect = child.find(f"{_E}redirect")
            yield Deleted(source, redirect.get("uri", "") if redirect is not None else "")
        case "configuration":
            yield Configured(source)
        case "subscription" if "subscription" in child.attrib:
            expiry = child.get("expiry", "")
            yield SubscriptionChanged(source, child.attrib["subscription"], child.get("jid", ""), expiry)
        case "collection" | "create":
            yield Regrouped(source)


def _parse_items(items: ET.Element, source: NodeAddress) -> Iterator[Event]:
    known = 0
    for item in items:
        item_id = item.get("id", "")
        if item.tag == f"{_E}item":
            yield Published(source, item_id, next(iter(item), None), item.get("publisher", ""))
            known += 1
        elif item.tag == f"{_E}retract":
            yield Retracted(source, item_id)
            known += 1
    if not known:
        yield Touched(source)
