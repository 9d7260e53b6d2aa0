"""The legs of a trip say when it begins, and how late it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import Event, EventType, Leg, Occurrence, Place, Trip
from c42desktop.calendar.trip_times import (
    arrival,
    as_travelled,
    departure,
    ends_of,
    lateness,
    shift_in_words,
    waiting,
)

ZONE = ZoneInfo("Europe/Amsterdam")
EIGHT = datetime(2026, 11, 22, 8, tzinfo=ZONE)
MINUTE = timedelta(minutes=1)
WALK = Leg("walk", EIGHT, EIGHT + 10 * MINUTE, Place("Home"), Place("Station"))
TRAIN = Leg("transit", EIGHT + 12 * MINUTE, EIGHT + 50 * MINUTE, departure_delay=4 * MINUTE, arrival_delay=9 * MINUTE)


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        (timedelta(0), ""),
        (timedelta(seconds=59), ""),
        (8 * MINUTE, "8 min later"),
        (-10 * MINUTE, "10 min earlier"),
        (timedelta(hours=1, minutes=5, seconds=40), "1 h 5 min later"),
    ],
)
def test_a_shift_in_words(delay: timedelta, words: str) -> None:
    assert shift_in_words(delay) == words


def test_a_trip_begins_with_its_first_leg_and_ends_with_its_last() -> None:
    trip = Trip(legs=(WALK, TRAIN))
    assert (departure(trip), arrival(trip)) == (EIGHT, EIGHT + 50 * MINUTE)
    assert (departure(Trip()), arrival(Trip())) == (None, None)


def test_the_first_leg_that_has_a_delay_counts_else_the_arrival() -> None:
    assert lateness(Trip(legs=(WALK, TRAIN))) == 4 * MINUTE
    late = Leg("transit", arrival_delay=9 * MINUTE)
    assert lateness(Trip(legs=(WALK, late))) == 9 * MINUTE
    assert lateness(Trip()) == timedelta(0)


def test_the_time_to_change() -> None:
    assert waiting(WALK, TRAIN) == 2 * MINUTE
    assert waiting(TRAIN, WALK) == -50 * MINUTE
    assert waiting(Leg("walk"), TRAIN) is None


def test_from_where_to_where() -> None:
    trip = Trip(Place("Utrecht"), (WALK,))
    assert ends_of(Event("x", trip=trip)) == ("Home", "Utrecht")
    assert ends_of(Event("x", location="Rotterdam", trip=Trip(legs=(WALK,)))) == ("Rotterdam", "Station")
    assert ends_of(Event("x", location="Rotterdam")) == ("Rotterdam", "")


@pytest.mark.parametrize(
    ("start", "taken"),
    [
        (EIGHT - 20 * MINUTE, True),
        (EIGHT + timedelta(days=1), False),
        (EIGHT.replace(tzinfo=None), False),
        (date(2026, 11, 22), False),
    ],
)
def test_an_occurrence_takes_the_times_of_legs_of_its_own_day(start: datetime, taken: bool) -> None:
    event = Event("x", type=EventType.DEPART_FROM, trip=Trip(legs=(WALK, TRAIN)))
    found = as_travelled(Occurrence(event, start, start))
    assert ((found.start, found.end) == (EIGHT, EIGHT + 50 * MINUTE)) is taken
    assert taken or found.start == start


def test_legs_that_end_before_they_begin_are_not_believed() -> None:
    event = Event("x", trip=Trip(legs=(TRAIN, WALK)))
    assert as_travelled(Occurrence(event, EIGHT, EIGHT)).start == EIGHT
