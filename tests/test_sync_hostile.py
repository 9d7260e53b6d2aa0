"""One bad item never hides a good one: a calendar in which each item is bad in another way."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest_asyncio

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import too_large
from c42desktop.xmpp.stream_parser import MAX_ITEM, TOO_LARGE, StreamParser
from tests.readers import EVENTS, payload
from tests.scene import NS, TEAM, Scene, names, scene_in

HEADER = b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
LARGE = "This event is too large to be read."
PARTLY = "This event is too large to be read whole: a part of it is left out."
DEEP = 100_000


def ical(*lines: str) -> str:
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    return f"<ical xmlns='http://jabber.org/protocol/gw/ical'>{escape(text)}</ical>"


def xep(content: str) -> str:
    return f"<event xmlns='{EVENTS}'>{content}</event>"


def in_json(text: str) -> str:
    return f"<json xmlns='urn:xmpp:json:0'>{escape(text)}</json>"


SECONDLY = ical("UID:1", "SUMMARY:Each second", "DTSTART:20201124T090000Z", "RRULE:FREQ=SECONDLY")
BAD: dict[str, tuple[str, str]] = {
    "10 MB of text": (xep(f"<name>{'x' * 10_000_000}</name>"), LARGE),
    "10 MB of elements": (xep("<name/>" * 1_400_000), LARGE),
    "10 MB in a JSON container": (in_json(json.dumps({"title": "x" * 10_000_000})), LARGE),
    "a little too large": (xep(f"<name>{'x' * MAX_ITEM}</name>"), LARGE),
    "a large one, but not for the network": (ical("UID:2", f"DESCRIPTION:{'x' * (MAX_ITEM // 2)}"), PARTLY),
    "deep": (xep(f"<name>Deep{'<d>' * DEEP}{'</d>' * DEEP}</name>"), "This event has no start time."),
    "deep, of an unknown kind": (
        f"<a xmlns='urn:x'>{'<d>' * DEEP}{'</d>' * DEEP}</a>",
        "This program does not know this kind of event: <a> of urn:x.",
    ),
    "deep JSON": (in_json("[" * DEEP + "]" * DEEP), "This is not JSON."),
    "deep objects": (in_json('{"a":' * DEEP + "1" + "}" * DEEP), "This is not JSON."),
    "deep calendar text": (ical(*["BEGIN:X"] * 10_000, *["END:X"] * 10_000), PARTLY),
    "no payload of ours": ("<a/>", "This program does not know this kind of event: <a> of jabber:client."),
    "no start": (xep("<name>A</name>"), "This event has no start time."),
    "no time": (xep("<start>soon</start>"), "The time of this event cannot be read."),
    "half a calendar": (
        "<ical xmlns='http://jabber.org/protocol/gw/ical'>BEGIN:VCALENDAR</ical>",
        "The calendar text has no end: a part of it is missing.",
    ),
    "no calendar": ("<ical xmlns='http://jabber.org/protocol/gw/ical'/>", "This is not calendar text"),
    "a rule that is none": (
        ical("UID:3", "DTSTART:20261124T090000Z", "RRULE:FREQ=NEVER"),
        "How this event repeats cannot be read.",
    ),
    "each second": (SECONDLY, ""),
    "a stand-in of somebody else's": (f"<too-large xmlns='{too_large.NAMESPACE}'/>", LARGE),
    "an id that is none": (xep("<name>A</name>").replace("<name>", "<name id='\u202e'>"), "no start time"),
}


def over_the_wire(*entries: str) -> list[tuple[str, ET.Element]]:
    """Items of one answer, as they come out of the stream."""
    answer = f"<iq><pubsub xmlns='http://jabber.org/protocol/pubsub'><items>{''.join(entries)}</items></pubsub></iq>"
    parser, data = StreamParser(), HEADER + answer.replace("<a/>", "<a xmlns='jabber:client'/>").encode()
    found = [each for begin in range(0, len(data), 32_768) for each in parser.feed(data[begin : begin + 32_768])]
    return [(item.get("id", ""), item[0]) for item in found[1][0][0]]


def entry(item_id: str, content: str) -> str:
    return f"<item id='{item_id}'>{content}</item>"


def good(item_id: str) -> str:
    return entry(item_id, ET.tostring(payload(item_id.title()), encoding="unicode"))


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        yield scene


def events(scene: Scene, item_id: str) -> tuple[Event, ...]:
    stored = scene.reader.item(TEAM, item_id)
    assert stored is not None
    return stored.events


def check(scene: Scene) -> None:
    """All good items are as they should be, and all bad ones are rows that say what is wrong."""
    for number in range(len(BAD) + 1):
        (found,) = events(scene, f"good-{number}")
        assert (found.summary, found.problem) == (f"Good-{number}", "")
        assert found.start is not None
    for number, (name, (_content, problem)) in enumerate(BAD.items()):
        row = events(scene, f"bad-{number}")[0]
        assert (problem in row.problem) if problem else (row.problem == ""), name
        assert len(row.summary) <= 500
        assert row.uid


async def test_one_bad_item_never_hides_a_good_one_in_an_answer(scene: Scene) -> None:
    entries = [good("good-0")]
    for number, (content, _problem) in enumerate(BAD.values()):
        entries += [entry(f"bad-{number}", content), good(f"good-{number + 1}")]
    scene.pubsub.items_of[TEAM] = list(over_the_wire(*entries))
    await scene.look()
    check(scene)
    assert len(scene.reader.ids(TEAM)) == 2 * len(BAD) + 1
    scene.reader.updates.clear()
    await scene.look()
    assert scene.reader.told == [], "what is bad is no news when it is seen again"
    check(scene)


async def test_one_bad_item_never_hides_a_good_one_that_is_pushed_beside_it(scene: Scene) -> None:
    entries = [good("good-0")]
    for number, (content, _problem) in enumerate(BAD.values()):
        entries += [entry(f"bad-{number}", content), good(f"good-{number + 1}")]
    for item_id, content in over_the_wire(*entries):
        element = ET.tostring(content, encoding="unicode")
        scene.push(f"<items node='team'><item id='{item_id}'>{element}</item></items>")
    await scene.settled()
    check(scene)


async def test_c_sec_09_an_event_that_became_too_large_is_a_row_that_says_so_and_no_removal(scene: Scene) -> None:
    ((_id, left_out),) = over_the_wire(entry("a", BAD["10 MB of text"][0]))
    assert left_out.tag == TOO_LARGE
    scene.push(f"<items node='team'><item id='a'>{ET.tostring(left_out, encoding='unicode')}</item></items>")
    await scene.settled()
    (row,) = events(scene, "a")
    assert (row.uid, row.problem) == ("a", LARGE)
    assert "removed" not in [kind for kind, _summary in scene.reader.told]
    scene.pubsub.items_of[TEAM] = [("a", left_out), ("b", payload("B"))]
    scene.reader.updates.clear()
    await scene.look()
    assert scene.reader.told == []
    assert names(scene)["b"] == "B"
    scene.push(f"<items node='team'>{entry('a', ET.tostring(payload('A again'), encoding='unicode'))}</items>")
    await scene.settled()
    assert names(scene) == {"a": "A again", "b": "B"}


def test_what_stands_for_a_payload_has_a_decoder() -> None:
    assert f"{{{too_large.NAMESPACE}}}too-large" == TOO_LARGE
    assert NS != too_large.NAMESPACE
