"""To-dos do not end by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import Details, Event, EventType, Occurrence, Status
from c42desktop.calendar.recurrence import series_bounds
from c42desktop.calendar.tasks import due_of, is_done, is_open, is_overdue, is_waiting

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZONE)
BEGIN, END = NOW.replace(hour=0, minute=0), NOW.replace(hour=0, minute=0) + timedelta(days=30)
TASK = Event("x", "Write", type=EventType.TODO)
PLANNED = replace(TASK, start=NOW - timedelta(days=5), end=NOW - timedelta(days=5))


@pytest.mark.parametrize(
    ("event", "done", "is_open_"),
    [
        (TASK, False, True),
        (replace(TASK, status=Status.COMPLETED), True, False),
        (replace(TASK, details=Details(progress=100)), True, False),
        (replace(TASK, details=Details(progress=99)), False, True),
        (replace(TASK, status=Status.CANCELLED), False, False),
        (replace(TASK, type=EventType.NORMAL, status=Status.COMPLETED), False, False),
    ],
)
def test_a_to_do_is_open_until_it_is_done_or_called_off(event: Event, done: bool, is_open_: bool) -> None:
    assert (is_done(event), is_open(event)) == (done, is_open_)


def test_the_bounds_of_an_open_to_do_have_no_end() -> None:
    assert series_bounds([PLANNED])[1] is None
    assert series_bounds([replace(PLANNED, status=Status.COMPLETED)])[1] is not None
    assert series_bounds([replace(PLANNED, rrules=("FREQ=DAILY;COUNT=2",))])[1] is not None


@pytest.mark.parametrize(
    ("event", "waiting"),
    [
        (Event("x", problem="It cannot be read."), True),
        (TASK, True),
        (replace(TASK, due=END), False),
        (replace(TASK, due=END.date() - timedelta(days=1)), True),
        (PLANNED, True),
        (replace(PLANNED, status=Status.COMPLETED), False),
        (replace(PLANNED, rrules=("FREQ=DAILY",)), False),
        (replace(PLANNED, start=NOW), False),
        (replace(PLANNED, type=EventType.NORMAL), False),
    ],
)
def test_what_waits_to_be_done_belongs_to_every_time_from_then_on(event: Event, waiting: bool) -> None:
    assert is_waiting(event, BEGIN, END, ZONE) is waiting


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        (None, False),
        (NOW, True),
        (NOW + timedelta(seconds=1), False),
        (NOW.replace(tzinfo=None), True),
        (date(2026, 11, 22), False),
        (date(2026, 11, 21), True),
    ],
)
def test_it_is_overdue_from_the_moment_on_and_on_a_day_from_its_end_on(
    due: date | datetime | None, overdue: bool
) -> None:
    assert is_overdue(replace(TASK, due=due), None, NOW) is overdue


def test_what_is_due_on_the_last_day_there_is_does_no_harm() -> None:
    assert not is_overdue(replace(TASK, due=date.max), None, NOW)


def test_each_occurrence_has_as_long_as_the_first() -> None:
    first = replace(TASK, start=NOW, due=NOW + timedelta(hours=2), rrules=("FREQ=DAILY",))
    third = NOW + timedelta(days=2)
    assert due_of(first, Occurrence(first, third, third)) == third + timedelta(hours=2)
    mixed = replace(first, due=date(2026, 11, 24))
    assert due_of(mixed, Occurrence(mixed, third, third)) == date(2026, 11, 26)
