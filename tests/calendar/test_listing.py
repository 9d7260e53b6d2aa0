"""The list's short way shows what the long way shows."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local
from c42desktop.calendar.recurrence import occurrences
from c42desktop.clock import LOCAL

AMSTERDAM, NEW_YORK = ZoneInfo("Europe/Amsterdam"), ZoneInfo("America/New_York")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Summer time ends in Europe on 25 October and in America on 1 November, and begins on 29 and on 8 March.
FIRST = datetime(2026, 3, 1)

zones: st.SearchStrategy[tzinfo | None] = st.sampled_from((AMSTERDAM, NEW_YORK, UTC, None))
walls = st.builds(
    lambda days, minutes: FIRST + timedelta(days=days, minutes=15 * minutes), st.integers(0, 300), st.integers(0, 95)
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "HOURLY")))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if freq == "WEEKLY":
        parts.append(f"BYDAY={','.join(draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3)))}")
    end = draw(st.sampled_from(("", "COUNT", "UNTIL", "UNTIL-UTC", "UNTIL-DATE")))
    last = draw(walls)
    if end == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    elif end:
        parts.append(f"UNTIL={last:{'%Y%m%d' if end == 'UNTIL-DATE' else '%Y%m%dT%H%M%S'}}{'Z' * (end == 'UNTIL-UTC')}")
    return ";".join(parts)


@st.composite
def events(draw: st.DrawFn) -> Event:
    wall, zone, length = draw(walls), draw(zones), timedelta(minutes=draw(st.integers(0, 3000)))
    start: Moment = wall.replace(tzinfo=zone, fold=draw(st.integers(0, 1)))
    end: Moment | None = start + length
    if draw(st.integers(0, 3)) == 0:
        start, end = wall.date(), wall.date() + timedelta(days=draw(st.integers(0, 3)))
    event = Event("e", start=start, end=end if draw(st.booleans()) else None)
    if draw(st.integers(0, 4)) == 0:
        return event
    left_out = draw(st.lists(st.integers(0, 40), max_size=3))
    named: list[Moment] = [start + timedelta(days=days) for days in left_out]
    if draw(st.booleans()):
        named = [moment.date() if isinstance(moment, datetime) else moment for moment in named]
    return replace(event, rrules=(draw(rules()),), exdates=tuple(named))


@st.composite
def changed(draw: st.DrawFn) -> list[Event]:
    """A series with some of its occurrences, or of what it has not, moved, changed twice, or changed for good."""
    master = draw(events().filter(lambda event: bool(event.rrules)))
    start = master.start
    assert start is not None
    found = [master]
    for days in draw(st.lists(st.integers(0, 40), min_size=1, max_size=4)):
        place: Moment = start + timedelta(days=days)
        if isinstance(place, datetime) and place.tzinfo is not None and draw(st.booleans()):
            place = place.astimezone(draw(st.sampled_from((UTC, NEW_YORK))))
        moved = place + timedelta(days=draw(st.integers(-3, 3)), hours=draw(st.integers(-5, 5)))
        event = replace(master, start=moved, end=None, rrules=(), exdates=(), recurrence_id=place)
        odd = draw(st.integers(0, 30))
        if odd < len(_ODD):
            event = replace(event, **_ODD[odd])
        found.append(event)
    return draw(st.permutations(found))


# What makes the change of one occurrence more than that.
_ODD: tuple[dict[str, Any], ...] = (
    {"and_future": True},
    {"start": None},
    {"uid": "another"},
    {"sequence": -1, "rrules": ("FREQ=DAILY;COUNT=2",)},
    {"exdates": (FIRST.replace(tzinfo=UTC),)},
    {"start": FIRST.date()},
    {
        "sequence": -1,
        "rrules": ("FREQ=DAILY;COUNT=2",),
        "recurrence_id": FIRST.replace(hour=7, tzinfo=UTC),
    },  # left over
)


def summed_up(found: list[Occurrence]) -> list[tuple[Moment, Moment]]:
    return [(hit.start, hit.end) for hit in found]


@settings(max_examples=500, deadline=None, derandomize=True)
@given(events(), walls, st.integers(0, 60 * 24 * 40), st.sampled_from((AMSTERDAM, NEW_YORK)))
def test_the_short_way_shows_what_the_long_way_shows(
    event: Event, wall: datetime, minutes: int, zone: ZoneInfo
) -> None:
    begin = wall.replace(tzinfo=zone)
    end = begin + timedelta(minutes=minutes)
    assert summed_up(listed([event], Window(begin, end, zone))) == summed_up(occurrences([event], begin, end, zone))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(changed(), walls, st.integers(0, 60 * 24 * 40), st.integers(1, 40), st.sampled_from((AMSTERDAM, NEW_YORK)))
def test_of_a_changed_series_too_the_short_way_shows_what_the_long_way_shows(
    events: list[Event], wall: datetime, minutes: int, most: int, zone: ZoneInfo
) -> None:
    begin = wall.replace(tzinfo=zone)
    end = begin + timedelta(minutes=minutes)
    assert listed(events, Window(begin, end, zone), most) == occurrences(events, begin, end, zone, most)


def test_a_series_with_moved_occurrences_needs_no_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    start = FIRST.replace(tzinfo=AMSTERDAM)
    daily = Event("e", start=start, rrules=("FREQ=DAILY",))
    second, third = (start + timedelta(days=days) for days in (1, 2))
    moved = Event("e", start=third + timedelta(hours=1), recurrence_id=second.astimezone(UTC))
    window = Window(start, start + timedelta(days=4), AMSTERDAM)
    monkeypatch.setattr(Window, "occurrences", None)
    assert [hit.start for hit in listed([moved, daily], window)] == [
        start,
        third,
        moved.start,
        start + timedelta(days=3),
    ]


@pytest.mark.parametrize("odd", [{}, *_ODD], ids=str)
@pytest.mark.parametrize("times", [1, 2])
def test_what_changes_more_than_one_occurrence_once_goes_the_long_way(odd: dict[str, Any], times: int) -> None:
    start = FIRST.replace(tzinfo=AMSTERDAM)
    daily = Event("e", start=start, rrules=("FREQ=DAILY",))
    place = start + timedelta(days=2)
    moved = replace(Event("e", start=place + timedelta(hours=1), recurrence_id=place, sequence=1), **odd)
    events = [daily, moved, replace(moved, start=place + timedelta(hours=2), sequence=0)][: 1 + times]
    begin, end = start, start + timedelta(days=9)
    assert listed(events, Window(begin, end, AMSTERDAM)) == occurrences(events, begin, end, AMSTERDAM)


# Where clocks change at midnight, so that a day begins at one, or twice; and where a whole day was left out.
@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Amsterdam", "America/Havana", "America/Santiago", "Asia/Beirut", "Pacific/Apia"]
)
def test_each_moment_lies_where_the_readers_zone_has_it(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        window = Window(FIRST.replace(tzinfo=LOCAL), FIRST.replace(tzinfo=LOCAL), LOCAL)
        for days in range(-5600, 300):
            for _each in "12":  # the second time from memory
                day = FIRST + timedelta(days=days)
                assert window.instant(day.date()) == day.replace(tzinfo=LOCAL).astimezone(UTC), day
                for fold in (0, 1):
                    wall = (day + timedelta(minutes=30)).replace(fold=fold)
                    assert window.instant(wall) == wall.replace(tzinfo=LOCAL).astimezone(UTC), (wall, fold)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_next_list_lies_in_the_zone_the_machine_is_in_then(monkeypatch: pytest.MonkeyPatch) -> None:
    event, begin = Event("e", start=FIRST.date()), FIRST.replace(tzinfo=UTC) - timedelta(days=2)
    try:
        for zone, hour in (("Europe/Amsterdam", 23), ("Asia/Tokyo", 15)):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            window = Window(begin, begin + timedelta(days=9), LOCAL)
            (hit,) = listed([event], window)
            assert window.instant(hit.start).hour == hour
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "event",
    [
        Event("e", start=FIRST.replace(tzinfo=UTC), rrules=("FREQ=NEVER",)),
        Event("e", start=FIRST.replace(tzinfo=UTC), rrules=("FREQ=DAILY", "FREQ=WEEKLY")),
        Event("e", start=FIRST.replace(tzinfo=UTC), rrules=("FREQ=WEEKLY;BYDAY=MO",)),  # a Sunday
        Event("e", start=FIRST.replace(tzinfo=UTC), rdates=(FIRST.replace(day=9, tzinfo=UTC),)),
        Event("e", start=FIRST.replace(tzinfo=UTC), exdates=(FIRST.replace(tzinfo=UTC),)),
        Event("e", start=FIRST.replace(tzinfo=UTC), recurrence_id=FIRST.replace(tzinfo=UTC)),
        Event("e", start=FIRST.replace(tzinfo=UTC), rrules=("FREQ=DAILY;UNTIL=20260101",)),
        Event("e", start=date(2, 1, 1), rrules=("FREQ=DAILY",)),
        Event("e", rrules=("FREQ=DAILY",)),
    ],
)
def test_what_is_not_common_goes_the_long_way(event: Event) -> None:
    begin = FIRST.replace(tzinfo=AMSTERDAM)
    end = begin + timedelta(days=20)
    assert summed_up(listed([event], Window(begin, end, AMSTERDAM))) == summed_up(
        occurrences([event], begin, end, AMSTERDAM)
    )


def test_no_more_are_listed_than_asked_for_and_those_left_out_do_not_count() -> None:
    start = FIRST.replace(tzinfo=AMSTERDAM)
    gone = tuple(start + timedelta(days=days) for days in range(3))
    daily = Event("e", start=start, end=start + timedelta(hours=1), rrules=("FREQ=DAILY",), exdates=gone)
    found = listed([daily], Window(start, start + timedelta(days=200), AMSTERDAM), most=4)
    assert [as_local(hit.start, AMSTERDAM).day for hit in found] == [4, 5, 6, 7]
