"""A to-do that repeats shows up each time it is due, wherever somebody looks: store, file, window, words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from c42desktop import agenda
from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, ItemRef, Moment
from c42desktop.calendar.payloads.ical import events_from_text
from c42desktop.calendar.recurrence import occurrences, series_bounds
from c42desktop.calendar.tasks import due_of, is_waiting
from c42desktop.calendar.words import sentence, tell
from c42desktop.commands.agenda import of_file
from c42desktop.store.store import Store, StoredItem
from c42desktop.ui import agenda_rows, entry_words

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=AMSTERDAM)
BEGIN, END = NOW.replace(hour=0, minute=0), NOW.replace(hour=0, minute=0) + timedelta(days=4)
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "chores")
ITEM = ItemRef(CALENDAR, "plants")
PLANTS = "UID:plants\nSUMMARY:Water the plants\nDUE;TZID=Europe/Amsterdam:20261023T170000\nRRULE:FREQ=DAILY"


def text_of(*components: str) -> str:
    tasks = "".join(f"BEGIN:VTODO\n{lines}\nEND:VTODO\n" for lines in components)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{tasks}END:VCALENDAR\n"


def read(*components: str) -> tuple[Event, ...]:
    return events_from_text(text_of(*components), "item")


def dues(events: tuple[Event, ...]) -> list[Moment | None]:
    return [due_of(hit.event, hit) for hit in occurrences(events, BEGIN, END, AMSTERDAM)]


def at(day: int, hour: int = 17) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=AMSTERDAM)


def test_c_pay_12_a_repeating_to_do_without_a_start_shows_up_each_time_it_is_due() -> None:
    events = read(PLANTS)
    found = occurrences(events, BEGIN, END, AMSTERDAM)
    assert [hit.start for hit in found] == [hit.end for hit in found] == [at(22), at(23), at(24), at(25)]
    assert dues(events) == [at(22), at(23), at(24), at(25)]
    assert series_bounds(events) == (datetime(2026, 10, 23, 15, tzinfo=UTC), None)
    assert not any(is_waiting(event, BEGIN, END, AMSTERDAM) for event in events)


def test_one_due_on_days_stands_on_each_of_them() -> None:
    events = read("UID:rent\nDUE;VALUE=DATE:20261101\nRRULE:FREQ=DAILY;INTERVAL=2")
    assert dues(events) == [date(2026, 11, 23), date(2026, 11, 25)]


def test_dates_alone_make_it_repeat_too() -> None:
    events = read("UID:x\nDUE:20261020T090000Z\nRDATE:20261123T090000Z")
    assert dues(events) == [datetime(2026, 11, 23, 9, tzinfo=UTC)]


def test_a_changed_occurrence_without_a_start_stands_where_it_is_due() -> None:
    moved = "UID:plants\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261123T170000\nDUE;TZID=Europe/Amsterdam:20261123T200000"
    assert dues(read(PLANTS, moved)) == [at(22), at(23, 20), at(24), at(25)]
    later = moved.replace("RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE")
    assert dues(read(PLANTS, later)) == [at(22), at(23, 20), at(24, 20), at(25, 20)]


def test_one_that_does_not_repeat_needs_no_start() -> None:
    for lines in ("DUE:20261123T090000Z", "DUE:20261123T090000Z\nRRULE:FREQ=OFTEN", "RRULE:FREQ=DAILY"):
        (event,) = read(f"UID:once\n{lines}")
        assert event.start is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "DTSTART;TZID=Europe/Amsterdam:20261020T090000\nDUE;TZID=Europe/Amsterdam:20261021T120000",
            [at(23, 12), at(24, 12), at(25, 12), at(26, 12)],
        ),
        # Two zones: in the week in which only one has changed its clocks it is due at the same time, too.
        (
            "DTSTART;TZID=Europe/Amsterdam:20261028T090000\nDUE;TZID=America/New_York:20261028T120000",
            [at(22), at(23), at(24), at(25)],
        ),
        (
            "DTSTART;VALUE=DATE:20261020\nDUE;TZID=Europe/Amsterdam:20261020T170000",
            [at(22), at(23), at(24), at(25)],
        ),
        (
            "DTSTART;TZID=Europe/Amsterdam:20261020T090000\nDUE;VALUE=DATE:20261021",
            [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)],
        ),
    ],
)
def test_each_occurrence_of_a_planned_one_has_a_due_of_its_own(lines: str, expected: list[Moment]) -> None:
    assert dues(read(f"UID:x\n{lines}\nRRULE:FREQ=DAILY")) == expected


def test_what_all_later_ones_are_due_moves_along_with_them() -> None:
    series = "UID:x\nDTSTART;TZID=Europe/Amsterdam:20261020T090000\nRRULE:FREQ=DAILY"
    later = (
        "UID:x\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20261023T090000\n"
        "DTSTART;TZID=Europe/Amsterdam:20261023T100000\nDUE;TZID=Europe/Amsterdam:20261023T170000"
    )
    events = read(series, later)
    assert dues(events) == [at(22), at(23), at(24), at(25)]
    assert not any(is_waiting(event, BEGIN, END, AMSTERDAM) for event in events)


def test_store_and_file_list_each_of_them(tmp_path: Path) -> None:
    store = Store(tmp_path / "calendars.sqlite")
    store.add_calendar(CALENDAR, "Chores")
    store.put_item(StoredItem(ITEM, "<x/>", b"x", read(PLANTS)))
    stored = agenda.between(store, BEGIN, END, AMSTERDAM)
    file = tmp_path / "chores.ics"
    file.write_text(text_of(PLANTS), encoding="utf-8")
    (filed, *_missing), without_time = of_file(str(file), BEGIN, END, AMSTERDAM)
    expected = [at(22), at(23), at(24), at(25)]
    assert [entry.occurrence.start for entry in stored] == [entry.occurrence.start for entry in filed] == expected
    assert (store.items_without_time(), without_time) == ([], [])
    store.close()


def test_the_window_has_a_row_for_each_that_says_when_it_is_due() -> None:
    events = read(PLANTS)
    entry = agenda_rows.Entry(ITEM, tuple(occurrences(events, BEGIN, END, AMSTERDAM)))
    rows = agenda_rows.rows_of(entry, NOW)
    assert [row.day.day for row in rows] == [22, 23, 24, 25]
    said = [entry_words.due(row.event, row.occurrence, NOW, row.day) for row in rows if row.event is not None]
    assert said == ["Due 17:00"] * 4


def told(before: str, after: str) -> str:
    (change,) = compare(CALENDAR, "x", read(before), read(after), NOW)
    return sentence(tell(change, NOW, AMSTERDAM))


def test_what_is_told_of_it_says_its_time_once() -> None:
    (event,) = read(PLANTS)
    new = Change(ChangeKind.ADDED, CALENDAR, "plants", event.summary, NOW, event=event)
    assert sentence(tell(new, NOW, AMSTERDAM)) == "Water the plants added as a to-do — every day 17:00"
    assert told(PLANTS, PLANTS.replace("T17", "T19")) == ("Water the plants moved — every day 19:00, was 17:00")
