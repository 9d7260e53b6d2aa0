"""Edits in each format: onto what was there, and new ones like what is there already."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.edits import new_uid
from c42desktop.calendar.model import Alarm, CalendarRef, Event, ItemRef, Person
from c42desktop.edit_payloads import changed_item, new_item, present, stamped, stored
from c42desktop.errors import UserError
from c42desktop.store.store import Store
from tests.invitations import ANN, CALENDAR42, DRAFT, ICAL, JCAL, XCAL, container
from tests.readers import payload as xep0471

TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
ITEM = ItemRef(TEAM, "budget")
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
REVIEW = Event("review", "Review", START, START + timedelta(hours=1))
RINGS = replace(REVIEW, alarms=(Alarm(before=timedelta(minutes=10)),))
GUESTS = replace(REVIEW, attendees=(Person(address="xmpp:vera@example.org"),))

FORMATS = {
    "iCalendar": payloads.to_ics_payload(ICAL),
    "xCal": ET.fromstring(XCAL),
    "draft": ET.fromstring(DRAFT),
    "jCal": container(JCAL),
    "Calendar42": container(CALENDAR42),
    "XEP-0471": xep0471("Budget 2027"),
}
KINDS = {"iCalendar": "}ical", "xCal": "}icalendar", "draft": "}vcalendar", "jCal": "}ical"}
KINDS |= {"Calendar42": "}json", "XEP-0471": "}event"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "store.sqlite")
    store.add_calendar(TEAM, "Team")
    yield store
    store.close()


@pytest.mark.parametrize("name", FORMATS)
def test_a_change_is_written_onto_what_is_there_and_read_back(name: str) -> None:
    before = stored(ITEM, FORMATS[name])
    (event,) = before.events
    assert isinstance(event.start, datetime) and isinstance(event.end, datetime)
    later = timedelta(hours=2)
    wanted = replace(
        event, summary="Budget 2028", start=event.start + later, end=event.end + later, description="All of it."
    )
    after = changed_item(before, (wanted,))
    assert after.events == (wanted,)
    assert present(payloads.parse(after.payload), "budget") == (wanted,)


@pytest.mark.parametrize("name", FORMATS)
def test_a_new_event_is_like_most_of_its_calendar(store: Store, name: str) -> None:
    store.put_item(stored(ITEM, FORMATS[name]))
    event = replace(REVIEW, uid=new_uid())
    item = new_item(store, ItemRef(TEAM, event.uid), (event,))
    assert payloads.parse(item.payload).tag.endswith(KINDS[name])
    assert [(each.uid, each.summary, each.start, each.end) for each in item.events] == [
        (event.uid, event.summary, event.start, event.end)
    ]


@pytest.mark.parametrize("name", ["XEP-0471", "Calendar42"])
def test_what_that_format_cannot_say_is_icalendar(store: Store, name: str) -> None:
    store.put_item(stored(ITEM, FORMATS[name]))
    for wanted in (RINGS, GUESTS, replace(REVIEW, rrules=("FREQ=DAILY",))):
        made = new_item(store, ItemRef(TEAM, "review"), (wanted,))
        assert made.events == (wanted,)
        assert "BEGIN:VEVENT" in made.payload


@pytest.mark.parametrize("name", ["XEP-0471", "Calendar42"])
def test_what_the_format_of_an_event_has_no_place_for_is_said_and_not_left_out(name: str) -> None:
    before = stored(ITEM, FORMATS[name])
    with pytest.raises(UserError, match="with reminders cannot"):
        changed_item(before, [replace(event, alarms=RINGS.alarms) for event in before.events])
    with pytest.raises(UserError, match="with people cannot"):
        changed_item(before, [replace(event, attendees=GUESTS.attendees) for event in before.events])


def test_an_empty_calendar_has_icalendar(store: Store) -> None:
    assert "BEGIN:VCALENDAR" in new_item(store, ItemRef(TEAM, "review"), (REVIEW,)).payload


def test_a_count_goes_up_for_what_others_have_to_look_at_anew() -> None:
    before = replace(REVIEW, sequence=3)
    now = START + timedelta(microseconds=5)
    moved, renamed = replace(before, end=None), replace(before, summary="Retro")
    assert stamped([before], [before], now) == (before,)
    assert stamped([moved], [before], now) == (replace(moved, sequence=4, modified=START),)
    assert stamped([renamed], [before], now) == (replace(renamed, modified=START),)
    assert stamped([REVIEW], [], now) == (replace(REVIEW, modified=START),)
