"""Pubsub event messages as values: every shape of XEP-0060 §7–8."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.events import (
    Alarm,
    Configured,
    Deleted,
    Event,
    Published,
    Purged,
    Regrouped,
    Retracted,
    SubscriptionChanged,
    Touched,
    collections_of,
    nodes_of,
    parse,
)

TEAM = NodeAddress("pubsub.example.org", "team")
NS = "http://jabber.org/protocol/pubsub#event"


def message(content: str, before: str = "", after: str = "") -> ET.Element:
    return ET.fromstring(
        f"<message xmlns='jabber:client'>{before}<event xmlns='{NS}'>{content}</event>{after}</message>"
    )


def read(content: str) -> list[Event]:
    return parse(message(content), TEAM.service)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<purge node='team'/>", [Purged(TEAM)]),
        ("<delete node='team'/>", [Deleted(TEAM, "")]),
        ("<delete node='team'><redirect uri='xmpp:b?;node=c'/></delete>", [Deleted(TEAM, "xmpp:b?;node=c")]),
        ("<delete node='team'><redirect/></delete>", [Deleted(TEAM, "")]),
        ("<configuration node='team'/>", [Configured(TEAM)]),
        ("<configuration node='team'><x xmlns='jabber:x:data'/></configuration>", [Configured(TEAM)]),
        ("<subscription node='team' subscription='none'/>", [SubscriptionChanged(TEAM, "none")]),
        (
            "<subscription node='team' jid='ann@example.org' subscription='subscribed' expiry='2026-12-01T00:00:00Z'/>",
            [SubscriptionChanged(TEAM, "subscribed", "ann@example.org", "2026-12-01T00:00:00Z")],
        ),
        ("<subscription node='team' jid='ann@example.org'/>", []),
        ("<items node='team'/>", [Touched(TEAM)]),
        ("<items node='team'><other xmlns='x'/></items>", [Touched(TEAM)]),
        ("<items node='team'><retract id='a'/><retract id='b'/></items>", [Retracted(TEAM, "a"), Retracted(TEAM, "b")]),
        ("<items node='team'><item id='a'/></items>", [Published(TEAM, "a", None)]),
        ("<items node='team'><item/></items>", [Published(TEAM, "", None)]),
        ("<collection node='team'><associate node='x'/></collection>", [Regrouped(TEAM)]),
        ("<collection node='team'><disassociate node='x'/></collection>", [Regrouped(TEAM)]),
        ("<create node='team'/>", [Regrouped(TEAM)]),
        ("<made-up node='team'/>", []),
        ("<purge xmlns='other' node='team'/>", []),
        ("", []),
    ],
)
def test_each_shape_is_read(content: str, expected: list[Event]) -> None:
    assert read(content) == expected


def test_c_pubsub_04_several_items_are_read_once_each_with_their_payloads() -> None:
    found = read(
        "<items node='team'><item id='a'><x xmlns='p'>1</x></item>"
        "<item id='b' publisher='z'><y xmlns='p'/></item></items>"
    )
    first, second = found
    assert isinstance(first, Published)
    assert isinstance(second, Published)
    assert first.payload is not None
    assert second.payload is not None
    assert (first.item_id, first.payload.tag, first.payload.text) == ("a", "{p}x", "1")
    assert (second.item_id, second.payload.tag) == ("b", "{p}y")


def test_c_pubsub_12_items_and_retractions_keep_the_order_of_the_document() -> None:
    found = read("<items node='team'><item id='a'/><retract id='b'/><item id='b'/><retract id='a'/></items>")
    assert found == [Published(TEAM, "a", None), Retracted(TEAM, "b"), Published(TEAM, "b", None), Retracted(TEAM, "a")]


def test_c_pubsub_11_empty_items_ask_for_a_look_at_the_node() -> None:
    assert read("<items node='team'/>") == [Touched(TEAM)]


def test_c_pubsub_19_unknown_children_and_attributes_are_ignored() -> None:
    found = read("<what node='team'/><items node='team' ver='1'><item id='a' new='yes'/><note xmlns='n'/></items>")
    assert found == [Published(TEAM, "a", None)]


def test_c_pubsub_16_what_stands_beside_the_event_is_ignored() -> None:
    beside = "<body>A new event</body><headers xmlns='http://jabber.org/protocol/shim'/>"
    assert parse(message("<purge node='team'/>", before=beside, after=beside), TEAM.service) == [Purged(TEAM)]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<forwarded xmlns='urn:xmpp:forward:0'>{}</forwarded>",
        "<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>{}</forwarded></received>",
        "<result xmlns='urn:xmpp:mam:2'><forwarded xmlns='urn:xmpp:forward:0'>{}</forwarded></result>",
    ],
)
def test_c_sec_01_an_event_inside_another_message_is_none_of_ours(wrapper: str) -> None:
    inner = f"<message xmlns='jabber:client'><event xmlns='{NS}'><purge node='team'/></event></message>"
    outer = ET.fromstring(f"<message xmlns='jabber:client'>{wrapper.format(inner)}</message>")
    assert parse(outer, TEAM.service) == []
    assert list(nodes_of(outer)) == []


def test_each_node_that_an_event_speaks_of_is_named() -> None:
    assert list(nodes_of(message("<purge node='a'/><delete node='b'/><items/>"))) == ["a", "b", ""]


def test_several_children_are_read_in_order() -> None:
    other = NodeAddress(TEAM.service, "other")
    assert read("<purge node='team'/><delete node='other'/>") == [Purged(TEAM), Deleted(other, "")]


@pytest.mark.parametrize("namespace", ["urn:xmpp:tmp:calendar:0", "xmpp:tmp:calendar:0"])
def test_c_pubsub_22_an_alarm_names_its_item(namespace: str) -> None:
    alarm = ET.fromstring(
        f"<message xmlns='jabber:client'><alarm xmlns='{namespace}'><items node='team'>"
        "<item id='a'><x xmlns='p'/></item><item id='b'/></items></alarm></message>"
    )
    assert list(nodes_of(alarm)) == ["team"]
    first, second = parse(alarm, TEAM.service)
    assert isinstance(first, Alarm)
    assert first.payload is not None
    assert (first.source, first.item_id, first.payload.tag) == (TEAM, "a", "{p}x")
    assert second == Alarm(TEAM, "b", None)


def test_c_pubsub_14_the_collection_of_a_push_is_in_its_headers() -> None:
    header = (
        "<headers xmlns='http://jabber.org/protocol/shim'><header name='SubID'>1</header>"
        "<header name='Collection'> group </header></headers>"
    )
    assert collections_of(message("<purge node='team'/>", after=header)) == ["group"]
    assert collections_of(message("<purge node='team'/>")) == []
