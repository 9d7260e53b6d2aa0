"""Pubsub event messages as typed values (XEP-0060 §7.1.2, §7.2.2, §8.2.5, §8.4.2, §8.5.2). Pure.

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


@dataclass(frozen=True, slots=True)
class Published:
    """An item is new or has changed. `payload` is None where the service left it out: fetch the item."""

    source: NodeAddress
    item_id: str
    payload: ET.Element | None


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

    An owner is told of other people's subscriptions too; without a `jid` it is ours.
    """

    source: NodeAddress
    state: str
    jid: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """Something happened to the node, and the message does not say what: look at the whole node."""

    source: NodeAddress


Event = Published | Retracted | Purged | Deleted | Configured | SubscriptionChanged | Touched


def nodes_of(message: ET.Element) -> Iterator[str]:
    """The name of each node that the event in `message` speaks of."""
    for child in _children(message):
        yield child.get("node", "")


def parse(message: ET.Element, service: str) -> list[Event]:
    """What a message with a pubsub event, sent by `service`, says. Unknown children are ignored (RFC 6120 §8.4)."""
    found: list[Event] = []
    for child in _children(message):
        found.extend(_parse_child(child, NodeAddress(service, child.get("node", ""))))
    return found


def _children(message: ET.Element) -> Iterator[ET.Element]:
    # A direct child only: an event inside a forwarded message or a carbon is somebody else's (C-SEC-01).
    event = message.find(f"{_E}event")
    return iter(event if event is not None else ())


def _parse_child(child: ET.Element, source: NodeAddress) -> Iterator[Event]:
    match child.tag.removeprefix(_E):
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
            yield SubscriptionChanged(source, child.attrib["subscription"], child.get("jid", ""))


def _parse_items(items: ET.Element, source: NodeAddress) -> Iterator[Event]:
    known = 0
    for item in items:
        item_id = item.get("id", "")
        if item.tag == f"{_E}item":
            yield Published(source, item_id, next(iter(item), None))
            known += 1
        elif item.tag == f"{_E}retract":
            yield Retracted(source, item_id)
            known += 1
    if not known:
        yield Touched(source)
