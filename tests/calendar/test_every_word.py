"""What is said of each kind of event and of each change of it: `-s` prints it, for somebody to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.before_after import line, listed
from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import (
    SERVICE_ALARM,
    Attachment,
    CalendarRef,
    Details,
    Event,
    EventType,
    Invitation,
    ItemRef,
    Leg,
    Meeting,
    Person,
    Personal,
    Place,
    Reminder,
    Status,
    Trip,
)
from c42desktop.calendar.words import Told, body, missed, remind, sentence, tell

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 10, tzinfo=AMSTERDAM)
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "team")
HOME, STATION = Place("Home"), Place("Utrecht Centraal")
BAD = re.compile(r"None|\(\)|<|>|\{|\}|  |\.\.|,,|;;|[;,:–—] ?[;,—]|[;,:–—] ?$|^[;,:–—]")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=AMSTERDAM)


def trip(late: int = 0, state: str = "success") -> Trip:
    delay = timedelta(minutes=late)
    walk = Leg("walk", at(13, 30) + delay, at(13, 40) + delay, HOME, Place("Rotterdam Centraal"))
    train = Leg("transit", at(13, 40) + delay, at(14, 20) + delay, Place("Rotterdam Centraal"), STATION, line="IC 2241")
    return Trip(STATION, (walk, train) if state == "success" else (), state)


def events() -> Iterator[Event]:
    for kind in EventType:
        event = Event("u", "Fix the printer", at(14), at(15), location="Room 12", type=kind)
        if kind is EventType.TODO:
            yield replace(event, start=None, end=None, due=at(17))
            yield replace(event, start=None, end=None, due=at(17), status=Status.COMPLETED)
            event = replace(event, start=None, end=None)
        if kind in (EventType.DEPART_FROM, EventType.ARRIVE_BY, EventType.ROUTE):
            yield replace(event, trip=Trip())
            yield replace(event, trip=trip(state="loading"))
            event = replace(event, trip=trip())
        yield event
        yield replace(event, summary="")
        yield replace(event, summary="", location="")
        yield replace(event, suggested=True)
    yield Event("u", "Fair", date(2026, 11, 23), date(2026, 11, 25))
    yield Event("u", problem="The start cannot be read.")


CHANGES: dict[str, dict[str, Any]] = {
    "cancelled": {"status": Status.CANCELLED},
    "tentative": {"status": Status.TENTATIVE},
    "done": {"status": Status.COMPLETED},
    "moved": {"start": at(16), "end": at(17)},
    "without a time": {"start": None, "end": None},
    "due": {"due": at(18)},
    "not due": {"due": None},
    "renamed": {"summary": "Mend"},
    "without a title": {"summary": ""},
    "elsewhere": {"location": "Room 3"},
    "nowhere": {"location": ""},
    "late": {"trip": trip(12)},
    "no route": {"trip": trip(state="error")},
    "no trip": {"trip": None},
    "other destination": {"trip": replace(trip(), destination=HOME)},
    "free": {"busy": False},
    "suggested": {"suggested": True},
    "not suggested": {"suggested": False},
    "invitation": {"personal": Personal("needs-action", "invited_read", Invitation(Person("Ann"), "Please come."))},
    "invitation of nobody": {"personal": Personal("", "", Invitation(Person()))},
    "accepted": {"personal": Personal("accepted", "subscribed_write")},
    "meeting": {"details": Details(meetings=(Meeting("https://meet.example.org/1"),))},
    "file": {"details": Details(attachments=(Attachment("https://example.org/a.pdf"),))},
    "progress": {"details": Details(progress=50)},
    "link": {"url": "https://example.org/"},
    "categories": {"categories": ("a", "b")},
    "series": {"rrules": ("FREQ=WEEKLY",)},
    "people": {"attendees": (Person("Bram", "bram@example.org", "accepted"), Person())},
    "problem": {"problem": "The end cannot be read."},
    **{f"type {kind}": {"type": kind} for kind in EventType},
}


def every() -> Iterator[tuple[str, Told]]:
    for event in events():
        reminder = Reminder(ItemRef(CALENDAR, "i"), event, NOW, SERVICE_ALARM)
        for name, now in (("earlier", NOW - timedelta(days=1)), ("", NOW), ("late", at(15, 5))):
            yield f"reminder {name}", remind(reminder, now, AMSTERDAM)
            yield f"missed {name}", missed(reminder, now, AMSTERDAM)
        versions = {"added": ([], [event]), "removed": ([event], [])}
        for name, fields in CHANGES.items():
            versions |= {name: ([event], [replace(event, **fields)])}
            versions |= {f"{name} before": ([replace(event, **fields)], [event])}
        for name, (before, after) in versions.items():
            for change in compare(CALENDAR, "i", before, after, NOW):
                yield f"{event.type}, {name}", tell(change, NOW, AMSTERDAM)
                shown = listed(change, NOW, AMSTERDAM)
                yield f"{event.type}, {name} in the list", Told(shown.title, tuple(filter(None, [line(shown)])))


def test_every_sentence_is_one() -> None:
    for name, told in every():
        print(f"{name:40} {sentence(told)}")
        assert not BAD.search(sentence(told)) and not BAD.search(body(told)), (name, told)
        assert all(told.details), (name, told)
        assert not name.endswith(("elsewhere", "problem")) or told.details, (name, told)


@pytest.mark.parametrize(
    ("event", "fields", "said"),
    [
        ({}, {"summary": ""}, "Untitled event renamed — was Review"),
        ({"summary": ""}, {"summary": "Review"}, "Review renamed — had no title"),
        ({}, {"start": None, "end": None}, "Review changed — no time, was today 14:00"),
        ({"start": None, "end": None}, {"start": at(14), "end": at(15)}, "Review changed — now today 14:00 – 15:00"),
        (
            {"type": EventType.TODO, "due": at(17), "status": Status.COMPLETED},
            {"due": at(18)},
            "Review changed — due 18:00, was 17:00",
        ),
        (
            {"type": EventType.ARRIVE_BY, "trip": trip()},
            {"trip": replace(trip(), destination=HOME)},
            "Review changed — to Home, was Utrecht Centraal",
        ),
        (
            {"type": EventType.ARRIVE_BY, "trip": trip()},
            {"trip": replace(trip(), destination=Place())},
            "Review changed — no destination, was Utrecht Centraal",
        ),
        (
            {"personal": Personal("needs-action")},
            {"personal": Personal()},
            "Review changed — nobody waits for your answer",
        ),
    ],
)
def test_what_is_lost_or_found_is_said_with_what_it_was(
    event: dict[str, Any], fields: dict[str, Any], said: str
) -> None:
    before = replace(Event("u", "Review", at(14), at(15)), **event)
    (change,) = compare(CALENDAR, "i", [before], [replace(before, **fields)], NOW)
    assert sentence(tell(change, NOW, AMSTERDAM)) == said


def test_what_is_not_known_of_a_trip_yet_is_no_change() -> None:
    before = Event("u", "Review", at(14), at(15), type=EventType.ARRIVE_BY, trip=trip())
    assert compare(CALENDAR, "i", [before], [replace(before, problem="Its server is still looking.")], NOW) == ()


def test_a_link_to_the_meeting_itself_is_told_once() -> None:
    before = Event("u", "Review", at(14), at(15))
    link = "https://meet.example.org/1"
    after = replace(before, url=link, details=Details(meetings=(Meeting(link),)))
    (change,) = compare(CALENDAR, "i", [before], [after], NOW)
    assert sentence(tell(change, NOW, AMSTERDAM)) == "Review changed — new way to take part"
