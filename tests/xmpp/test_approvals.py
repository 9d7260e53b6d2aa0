"""Who asks to be let into a calendar, as services say it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.approvals import AUTHORIZATION, AccessRequest, parse

SERVICE = "pubsub.example.org"
REQUEST = AccessRequest(NodeAddress(SERVICE, "team"), "vera@example.org")


def message(*fields: tuple[str, str], kind: str = "form") -> ET.Element:
    found = ET.Element("{jabber:client}message")
    form = ET.SubElement(found, "{jabber:x:data}x", type=kind)
    for var, text in fields:
        field = ET.SubElement(form, "{jabber:x:data}field", var=var)
        ET.SubElement(field, "{jabber:x:data}value").text = text
    return found


ASKED = (("FORM_TYPE", AUTHORIZATION), ("pubsub#node", "team"), ("pubsub#subscriber_jid", "vera@example.org/phone"))


def test_a_request_names_the_calendar_and_who_asks() -> None:
    assert parse(message(*ASKED), SERVICE) == REQUEST
    assert parse(message(*ASKED, ("pubsub#subid", "1"), ("pubsub#allow", "false")), SERVICE) == REQUEST


@pytest.mark.parametrize(
    "asked",
    [
        message(*ASKED, kind="submit"),
        message(*ASKED, kind="cancel"),
        message(*ASKED[1:]),
        message(ASKED[0], ASKED[1]),
        message(ASKED[0], ASKED[2]),
        message(("FORM_TYPE", "urn:other"), *ASKED[1:]),
        message(*ASKED[:2], ("pubsub#subscriber_jid", "a@b@c")),
        message(*ASKED[:2], ("pubsub#subscriber_jid", "")),
        ET.Element("{jabber:client}message"),
    ],
)
def test_anything_else_is_no_request(asked: ET.Element) -> None:
    assert parse(asked, SERVICE) is None


def test_a_request_inside_another_message_is_none() -> None:
    outer = ET.Element("{jabber:client}message")
    ET.SubElement(outer, "{urn:xmpp:forward:0}forwarded").append(message(*ASKED))
    assert parse(outer, SERVICE) is None


texts = st.text(max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["FORM_TYPE", "pubsub#node", "pubsub#subscriber_jid"]), texts), max_size=6))
def test_whatever_comes_is_read(fields: list[tuple[str, str]]) -> None:
    found = parse(message(("FORM_TYPE", AUTHORIZATION), *fields), SERVICE)
    assert found is None or (found.source.node and "/" not in found.jid.partition("@")[2])
