"""Calendars as files: what was iCalendar text unchanged, the rest as it was understood; others read the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import icalendar
import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.files import exporting
from c42desktop.files.exporting import Export, file_name
from c42desktop.files.split import take_apart
from c42desktop.store.store import Store, StoredItem
from tests.files.samples import calendar, event, many, zone

REF = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
XEP = """<event xmlns='urn:xmpp:events:0'>
  <name>Design review</name><start>2026-11-22T14:00:00Z</start><end>2026-11-22T15:00:00Z</end></event>"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store.sqlite")
    made.add_calendar(REF, "Team")
    yield made
    made.close()


def stored(item_id: str, payload: Element) -> StoredItem:
    raw = tostring(payload, encoding="unicode")
    digest = hashlib.sha256(raw.encode()).digest()
    return StoredItem(ItemRef(REF, item_id), raw, digest, payloads.decode(payload, item_id))


def ical(item_id: str, *components: str) -> StoredItem:
    return stored(item_id, payloads.to_ics_payload(calendar(*components)))


def json_container(data: object) -> Element:
    element = Element("{urn:xmpp:json:0}json")
    element.text = json.dumps(data)
    return element


def exported(*items: StoredItem, title: str = "Team") -> str:
    export = Export(title, NOW)
    for item in items:
        export.add(item)
    return "".join(export.chunks())


def events_of(text: str) -> dict[str, Event]:
    *_growing, document = take_apart(text.encode(), "x.ics")
    return {each.uid: each for piece in document.pieces for each in payloads.decode(piece.payload, piece.id)}


def test_what_is_icalendar_text_is_left_as_it_is() -> None:
    own = event("a", "Review", "DTSTART:20261122T140000Z", "X-OWN;X-P=1:kept\\, all of it", "BEGIN:VALARM\nEND:VALARM")
    text = exported(ical("a", own))
    assert own.replace("\n", "\r\n") in text
    assert "\n" not in text.replace("\r\n", "")


def test_a_series_goes_with_its_changed_occurrences() -> None:
    series = event("s", "Series", "DTSTART:20261122T140000Z", "RRULE:FREQ=DAILY")
    moved = event("s", "Moved", "DTSTART:20261123T150000Z", "RECURRENCE-ID:20261123T140000Z")
    found = icalendar.Calendar.from_ical(exported(ical("s", series, moved))).walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in found] == ["Series", "Moved"]


def test_other_formats_are_written_as_they_were_understood() -> None:
    text = exported(stored("review", fromstring(XEP)))
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(found["SUMMARY"]) == "Design review"
    assert found.decoded("DTSTART") == datetime(2026, 11, 22, 14, tzinfo=UTC)


def test_each_zone_is_defined_once_also_where_nobody_sent_a_definition() -> None:
    here = "DTSTART;TZID=Mine:20261122T140000"
    named = "DTSTART;TZID=Europe/Amsterdam:20260722T140000"
    text = exported(
        ical("a", zone("Mine"), event("a", "A", here)),
        ical("b", zone("Mine"), event("b", "B", here)),
        ical("c", event("c", "C", named)),
        ical("d", event("d", "D", named)),
    )
    zones = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert sorted(str(each["TZID"]) for each in zones) == ["Europe/Amsterdam", "Mine"]
    assert text.index("BEGIN:VTIMEZONE") < text.index("BEGIN:VEVENT")


def test_two_zones_of_one_name_stay_two() -> None:
    start = "DTSTART;TZID=Mine:20261122T140000"
    items = [
        ical(name, zone("Mine", offset), event(name, name, start))
        for name, offset in (("a", "+0100"), ("b", "+0500"), ("c", "+0500"), ("d", "+0100"))
    ]
    text = exported(*items)
    hours = {uid: each.start.utcoffset() for uid, each in events_of(text).items()}  # type: ignore[union-attr]
    assert [hours[uid].total_seconds() / 3600 for uid in "abcd"] == [1, 5, 5, 1]  # type: ignore[union-attr]
    assert len(icalendar.Calendar.from_ical(text).walk("VTIMEZONE")) == 2


def test_what_is_to_be_done_at_any_time_is_written_too() -> None:
    text = exported(stored("7", json_container({"id": 7, "event_type": "todo", "title": "Paint"})))
    assert [(each.uid, each.type, each.summary) for each in events_of(text).values()] == [("7", "todo", "Paint")]


def test_what_was_removed_is_not_missed() -> None:
    gone = replace(stored("7", json_container({"id": 7, "permission": "removed"})), events=())
    export = Export("Team", NOW)
    export.add(gone)
    assert (export.count, export.left_out) == (0, 0)


def test_what_nobody_can_read_is_left_out_and_counted() -> None:
    export = Export("Team", NOW)
    export.add(stored("odd", fromstring("<odd xmlns='urn:odd'/>")))
    export.add(ical("a", event("a")))
    assert exporting.words(export, "team.ics") == (
        "Exported 1 event to team.ics; 1 could not be read and was left out."
    )
    assert list(events_of("".join(export.chunks()))) == ["a"]


async def test_a_file_that_was_imported_comes_out_with_the_same_events(store: Store) -> None:
    text = many(50)
    *_growing, document = take_apart(text.encode(), "x.ics")
    for piece in document.pieces:
        store.put_item(stored(piece.id, piece.payload))
    export = Export("Team", NOW)
    told: list[tuple[int, int]] = []
    await exporting.gather(store, exporting.items_of(store, REF), export, lambda *far: told.append(far))

    assert events_of("".join(export.chunks())) == events_of(text)
    assert told[-1] == (50, 50)
    theirs = icalendar.Calendar.from_ical("".join(export.chunks()))
    before = icalendar.Calendar.from_ical(text)
    assert sorted(each.to_ical() for each in theirs.walk("VEVENT")) == sorted(
        each.to_ical() for each in before.walk("VEVENT")
    )
    assert str(theirs["X-WR-CALNAME"]) == "Team"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Team", "Team.ics"),
        ("a/b: c?", "a b c.ics"),
        ("..", "calendar.ics"),
        ("", "calendar.ics"),
        ("x\0\ny", "x y.ics"),
    ],
)
def test_the_name_of_a_file_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
