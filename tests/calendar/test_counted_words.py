"""Many changes and reminders in one title and one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.calendar_words import IMPORT_FAILED
from c42desktop.calendar.changes import compare
from c42desktop.calendar.counted_words import Meanwhile, of_calendar, of_item, summed
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Moment,
    Person,
    Reminder,
    Status,
)
from c42desktop.calendar.people_words import BY
from c42desktop.calendar.words import Told, body, tell

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=AMSTERDAM)  # a Sunday


def event(start: Moment, title: str = "Stand-up") -> Event:
    return Event(title, title, start, start + timedelta(hours=1) if isinstance(start, datetime) else None)


def change(before: Event | None, after: Event | None) -> Change:
    (found,) = compare(CALENDAR, "item", [before] if before else [], [after] if after else [], NOW)
    return found


def added(*starts: Moment) -> list[Change]:
    return [change(None, event(start)) for start in starts]


def reminders(*titles: str) -> list[Reminder]:
    start = NOW - timedelta(hours=2)
    return [Reminder(ItemRef(CALENDAR, title), event(start, title), start, "") for title in titles]


def texts(counts: dict[str, int], missed: Sequence[Reminder] = (), meanwhile: Meanwhile = Meanwhile.AWAY) -> list[str]:
    told = summed(counts, missed, NOW, AMSTERDAM, meanwhile=meanwhile)
    return [told.title, body(told)]


def test_what_happened_meanwhile_is_counted_by_calendar() -> None:
    assert texts({"Travel": 2, "Product team": 5}, reminders("Stand-up")) == [
        "While you were away: 7 changes",
        "5 in Product team, 2 in Travel; 1 reminder missed",
    ]
    assert texts({"Travel": 1}) == ["While you were away: 1 change", "1 in Travel"]


def test_why_it_was_held_back_is_said() -> None:
    assert texts({"Travel": 2}, meanwhile=Meanwhile.PAUSED)[0] == "While notifications were paused: 2 changes"
    assert texts({"Travel": 2}, meanwhile=Meanwhile.NOTHING)[0] == "2 changes"
    missed = reminders("Stand-up", "Retro")
    assert texts({}, missed, Meanwhile.PAUSED)[0] == "While notifications were paused: 2 reminders missed"


def test_missed_reminders_alone_are_named() -> None:
    assert texts({}, reminders("Stand-up")) == ["Reminder missed: Stand-up", "Today 11:35"]
    assert texts({}, reminders("A", "B", "C", "D", "E")) == [
        "While you were away: 5 reminders missed",
        "A, B, C, 2 others",
    ]


def test_many_calendars_have_an_end() -> None:
    assert texts(dict.fromkeys("abcdef", 1))[1] == "1 in a, 1 in b, 1 in c, 1 in d, 2 elsewhere"
    assert texts({"": 3}) == ["While you were away: 3 changes", ""]


def test_several_new_events_of_a_calendar_name_their_year_or_day() -> None:
    days = [date(2027, 1, 1), date(2027, 4, 27), date(2027, 5, 5), date(2027, 12, 25)]
    assert of_calendar(added(*days), "Public holidays", NOW, AMSTERDAM) == Told(
        "4 events added in Public holidays", ("2027",)
    )
    assert of_calendar(added(*[date(2026, 11, 23)] * 2), "Team", NOW, AMSTERDAM).details == ("tomorrow",)
    assert of_calendar(added(date(2026, 12, 1), date(2026, 12, 2)), "Team", NOW, AMSTERDAM).details == ()
    assert of_calendar(added(date(2026, 12, 1), date(2027, 1, 1)), "Team", NOW, AMSTERDAM).details == ()


def test_what_happened_to_several_events_is_named_where_it_is_the_same() -> None:
    start = NOW + timedelta(hours=1)
    one = event(start)
    moved = change(one, replace(one, start=start + timedelta(hours=1), end=start + timedelta(hours=2)))
    off = change(one, replace(one, status=Status.CANCELLED))

    def title(*changes: Change, calendar: str = "Team") -> str:
        return of_calendar(changes, calendar, NOW, AMSTERDAM).title

    assert title(moved, moved, moved) == "3 events moved in Team"
    assert title(off, off) == "2 events cancelled in Team"
    assert title(change(one, None), change(one, None)) == "2 events removed from Team"
    assert title(change(one, replace(one, location="X"))) == "1 event changed in Team"
    assert title(moved, off) == "2 changes in Team"
    assert title(moved, moved, calendar="") == "2 changes"


def people(*answers: str) -> tuple[Person, ...]:
    return tuple(Person(name, f"{name}@example.org", answer) for name, answer in zip("ABC", answers, strict=True))


def test_answers_that_come_one_after_the_other_are_told_together() -> None:
    budget = replace(event(NOW + timedelta(days=1), "Budget 2027"), attendees=people("", "", ""))
    first = replace(budget, attendees=people("accepted", "", ""))
    second = replace(budget, attendees=people("accepted", "accepted", ""))
    third = replace(budget, attendees=people("accepted", "accepted", "declined"))
    changes = [change(budget, first), change(first, second), change(second, third)]
    assert of_item(changes[:1], NOW, AMSTERDAM).title == "A accepted Budget 2027"
    assert of_item(changes[:2], NOW, AMSTERDAM).title == "A and B accepted Budget 2027"
    fourth = replace(budget, attendees=people("declined", "accepted", "declined"))
    mind = [change(budget, first), change(first, replace(first, attendees=people("declined", "", "")))]
    assert of_item(mind, NOW, AMSTERDAM).title == "A declined Budget 2027"
    assert of_item([*changes, change(third, fourth)], NOW, AMSTERDAM).title == "A and 2 others answered: Budget 2027"
    assert of_item(changes, NOW, AMSTERDAM).title == "A and 2 others answered: Budget 2027"


def test_other_changes_of_one_item_have_a_sentence_each() -> None:
    start = NOW + timedelta(hours=1)
    one = event(start)
    moved = change(one, replace(one, start=start + timedelta(hours=1), end=start + timedelta(hours=2)))
    off = change(one, replace(one, status=Status.CANCELLED))
    assert of_item([moved, off], NOW, AMSTERDAM) == Told(
        "Stand-up: 2 changes",
        (
            "Stand-up moved: today 15:35 – 16:35, was 14:35",
            "Stand-up cancelled: was today 14:35 – 15:35",
        ),
    )


def of_whole(kind: ChangeKind, *fields: FieldChange, title: str = "Product team") -> str:
    told = tell(Change(kind, CALENDAR, "", title, NOW.astimezone(UTC), fields), NOW, AMSTERDAM)
    assert told.details == ()
    return told.title


@pytest.mark.parametrize(
    ("kind", "fields", "title"),
    [
        (ChangeKind.CALENDAR_SHARED, (), "“Product team” was added to your calendars"),
        (ChangeKind.CALENDAR_SHARED, (FieldChange(BY, None, "Bram"),), "Bram shares “Product team” with you"),
        (ChangeKind.CALENDAR_WITHDRAWN, (), "“Product team” is no longer shared with you"),
        (ChangeKind.CALENDAR_REMOVED, (), "“Product team” was removed"),
        (ChangeKind.CALENDAR_EMPTIED, (), "“Product team” was emptied"),
        (ChangeKind.CALENDAR_MOVED, (), "“Product team” has moved to another address"),
        (
            ChangeKind.IMPORT_FAILING,
            (FieldChange(IMPORT_FAILED, None, "2026-11-20T17:05:00+00:00"),),
            "Product team: the import fails since Friday 18:05",
        ),
        (
            ChangeKind.IMPORT_FAILING,
            (FieldChange(IMPORT_FAILED, "2026-11-20T17:05:00+00:00", None),),
            "Product team: the import works again",
        ),
        (ChangeKind.IMPORT_FAILING, (), "Product team: the import fails"),
    ],
)
def test_what_happens_to_a_whole_calendar(kind: ChangeKind, fields: tuple[FieldChange, ...], title: str) -> None:
    assert of_whole(kind, *fields) == title


def test_a_calendar_without_a_title_is_told_too() -> None:
    assert of_whole(ChangeKind.CALENDAR_WITHDRAWN, title="") == "“Untitled calendar” is no longer shared with you"
