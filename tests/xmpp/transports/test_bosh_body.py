"""What a connection manager's answers are read as."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET

import pytest

from c42desktop.xmpp.stream_parser import RefusedError
from c42desktop.xmpp.transports import bosh_body
from c42desktop.xmpp.transports.bosh_body import PIECE, Body, BodyReader, NoBodyError, write_body
from tests.xmpp.transports.scripted_cm import answer_text


def read(text: str | bytes, piece: int = PIECE) -> Body:
    data = text.encode() if isinstance(text, str) else text
    reader = BodyReader()
    for begin in range(0, len(data), piece):
        reader.feed(data[begin : begin + piece])
    return reader.finish()


def test_a_body_is_written_with_its_attributes_escaped() -> None:
    written = write_body({"to": "a'\"<&", "xmpp:restart": "true", "xml:lang": "en"}, ["<x xmlns='y'/>"])
    body = ET.fromstring(written)
    assert body.tag == "{http://jabber.org/protocol/httpbind}body"
    assert (body.get("to"), body.get("{urn:xmpp:xbosh}restart")) == ("a'\"<&", "true")
    assert [each.tag for each in body] == ["{y}x"]
    assert write_body({"rid": "1"}) == b"<body xmlns='http://jabber.org/protocol/httpbind' rid=\"1\"/>"


@pytest.mark.parametrize("piece", [1, 7, PIECE])
def test_c_bosh_15_stanzas_without_a_namespace_of_their_own_are_stanzas(piece: int) -> None:
    content = (
        "<message from='a'><body>hello</body><x xmlns='other'><body>theirs</body></x></message>"
        "<iq xmlns='jabber:client' type='result'/><presence><priority>1</priority></presence>"
        "<stream:features xmlns='jabber:client'/><success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"
    )
    body = read(answer_text(content, sid="1"), piece)
    assert [each.tag for each in body.elements] == [
        "{jabber:client}message",
        "{jabber:client}iq",
        "{jabber:client}presence",
        "{http://etherx.jabber.org/streams}features",
        "{urn:ietf:params:xml:ns:xmpp-sasl}success",
    ]
    message = body.elements[0]
    assert [each.tag for each in message.iter()][1:] == ["{jabber:client}body", "{other}x", "{other}body"]
    assert body.elements[2][0].tag == "{jabber:client}priority"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("<!DOCTYPE body [<!ENTITY a 'b'>]>" + answer_text("<message>&a;</message>"), "restricted-xml"),
        ("<?xml version='1.0'?><!DOCTYPE body SYSTEM 'http://evil/'>" + answer_text(), "restricted-xml"),
        (answer_text("<!-- hidden -->"), "restricted-xml"),
        (answer_text("<?php ?>"), "restricted-xml"),
        (answer_text("<message>&nbsp;</message>"), "not-well-formed"),
        (answer_text("<message></iq>"), "not-well-formed"),
        (answer_text() + answer_text(), "not-well-formed"),
        (answer_text("<message a='" + "a" * 300_000 + "'/>"), "policy-violation"),
    ],
)
def test_c_bosh_15_what_no_manager_may_send_ends_the_session(text: str, condition: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text)
    assert refused.value.condition == condition


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!DOCTYPE html><html><head><title>Sign in to the hotel</title></head></html>",
        "<?xml version='1.0'?>\n<!doctype HTML PUBLIC '-//W3C'>\n<html/>",
        "<!-- hotel --><HTML><body>",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<body xmlns='http://www.w3.org/1999/xhtml'/>",
        "Bad gateway",
        "a" * 100_000,
        answer_text("<message/>")[:-4],
        "<body xmlns='http://jabber.org/protocol/httpbind'><mess",
    ],
)
def test_c_bosh_16_what_a_proxy_says_is_no_answer(text: str) -> None:
    with pytest.raises(NoBodyError):
        read(text)


def test_an_answer_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bosh_body, "MAX_BODY", 100_000)
    with pytest.raises(RefusedError, match="policy-violation"):
        read(answer_text("<message/>" * 20_000))


def test_no_piece_of_a_large_answer_takes_long() -> None:
    item = "<item id='1'><entry xmlns='http://www.w3.org/2005/Atom'><title>Some title</title></entry></item>"
    pubsub = f"<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='n'>{item * 10_000}</items></pubsub>"
    data = answer_text(f"<iq type='result'>{pubsub}</iq>").encode()
    reader, slowest = BodyReader(), 0.0
    for begin in range(0, len(data), PIECE):
        started = time.process_time()
        reader.feed(data[begin : begin + PIECE])
        slowest = max(slowest, time.process_time() - started)
    assert len(reader.finish().elements[0][0][0]) == 10_000
    print(f"{len(data)} bytes, slowest piece {slowest * 1000:.1f} ms")
    assert slowest < 0.5


def test_attributes_are_kept_out_of_sight() -> None:
    assert "secret" not in repr(read(answer_text(sid="secret", authid="secret")))
