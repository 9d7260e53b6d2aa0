"""The list's short way shows what the long way shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local
from c42desktop.calendar.recurrence import occurrences

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
