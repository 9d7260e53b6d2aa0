"""Which days have events: the same as listing them would say, and sooner."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c42desktop.agenda import between
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Moment
from c42desktop.store.days import busy_days
from c42desktop.store.store import Store, StoredItem

ZONE = ZoneInfo("Europe/Amsterdam")
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
DAYS = [date(2026, 10, 26) + timedelta(days=place) for place in range(42)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite")
    opened.add_calendar(TEAM, "Product team")
    yield opened
    opened.close()


def at(day: int, hour: int = 0, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def put(store: Store, name: str, start: Moment, end: Moment | None, **fields: object) -> None:
    event = Event(name, name, start, end, **fields)  # type: ignore[arg-type]
    store.put_item(StoredItem(ItemRef(TEAM, name), "<x/>", b"", (event,)))


def found(store: Store) -> list[date]:
    return sorted(set().union(*busy_days(store.db, DAYS, ZONE)))


def days(*numbers: int) -> list[date]:
    return [date(2026, 11, number) for number in numbers]


def test_the_days_of_single_events(store: Store) -> None:
    put(store, "meeting", at(3, 9), at(3, 10))
    put(store, "no length", at(5), at(5))
    put(store, "until midnight", at(7, 22), at(8))
    put(store, "over midnight", at(10, 23), at(11, 0, 30))
    put(store, "in another month", at(20, month=5), at(21, month=5))
    assert found(store) == days(3, 5, 7, 10, 11)


def test_whole_days_and_several_days(store: Store) -> None:
    put(store, "whole day", date(2026, 11, 4), date(2026, 11, 5))
    put(store, "holidays", date(2026, 11, 9), date(2026, 11, 12))
    put(store, "journey", at(15, 9), at(17, 9))
    put(store, "floating", datetime(2026, 11, 20, 23, 30), datetime(2026, 11, 20, 23, 45))
    assert found(store) == days(4, 9, 10, 11, 15, 16, 17, 20)


def test_the_turns_of_a_series(store: Store) -> None:
    put(store, "weekly", at(2, 9, month=1), at(2, 10, month=1), rrules=("FREQ=WEEKLY;BYDAY=MO",))
    assert found(store) == [day for day in DAYS if day.weekday() == 0]


def test_hidden_calendars_have_no_dots(store: Store) -> None:
    put(store, "meeting", at(3, 9), at(3, 10))
    put(store, "whole day", date(2026, 11, 4), date(2026, 11, 5))
    calendar = store.calendar(TEAM)
    assert calendar is not None
    store.update_calendar(replace(calendar, visible=False))
    assert found(store) == []


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    def one(number: int) -> Event:
        start: Moment = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 60 * 24 * 55)))
        length = timedelta(minutes=draw(st.sampled_from([0, 30, 600, 1440, 3000])))
        if draw(st.booleans()):
            start, length = start.date(), timedelta(days=draw(st.integers(1, 4)))
        rules = draw(st.sampled_from([(), ("FREQ=WEEKLY;COUNT=3",), ("FREQ=MONTHLY;BYDAY=2TU",)]))
        return Event(f"e{number}", "x", start, start + length, rrules=rules)

    return [one(number) for number in range(draw(st.integers(0, 6)))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events())
def test_they_are_the_days_of_what_a_list_shows(store: Store, made: Sequence[Event]) -> None:
    store.remove_calendar(TEAM)
    store.add_calendar(TEAM, "Product team")
    for event in made:
        store.put_item(StoredItem(ItemRef(TEAM, event.uid), "<x/>", b"", (event,)))
    listed = set()
    for day in DAYS:
        begin = datetime(day.year, day.month, day.day, tzinfo=ZONE)
        if between(store, begin, begin + timedelta(days=1), ZONE):
            listed.add(day)
    assert set(found(store)) == listed


def test_a_month_among_thousands_of_events_is_found_in_short_steps(store: Store) -> None:
    """The times are printed, not asserted: machines differ."""
    with store.transaction():
        for number in range(2_200):
            start = datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(hours=4 * number)
            put(store, f"e{number}", start, start + timedelta(hours=1))
    steps, before = [], time.perf_counter()
    for _some in busy_days(store.db, DAYS, ZONE):
        now = time.perf_counter()
        steps.append(now - before)
        before = now
    print(f"{sum(steps) * 1000:.1f} ms, longest step {max(steps) * 1000:.2f} ms")
    assert len(found(store)) == len(DAYS)
