"""Whether a reminder comes in time, late, too late, or of something that is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import CalendarRef, Event, EventType, ItemRef, Leg, Reminder, Trip
from c42desktop.calendar.standing import Standing, has_begun, standing

HERE = ZoneInfo("Europe/Amsterdam")
GRACE = timedelta(minutes=15)
START = datetime(2026, 11, 24, 15, tzinfo=HERE)
REVIEW = Event("review", "Review", START, START + timedelta(hours=1))
ITEM = ItemRef(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "review")
AHEAD, LATE, MISSED, OVER = Standing


def stand(event: Event, minutes: float, due: float = -10, start: datetime = START) -> Standing:
    """Where it stands so many minutes after a start, for an alarm that fell due so many minutes after it."""
    reminder = Reminder(ITEM, event, start + timedelta(minutes=due), "-PT600S")
    return standing(reminder, start + timedelta(minutes=minutes), GRACE, HERE)


@pytest.mark.parametrize(
    ("minutes", "due", "expected"),
    [
        (-10, -10, AHEAD),
        (-0.1, -3000, AHEAD),  # however long ago it fell due
        (0, -10, LATE),
        (15, -10, LATE),
        (15.1, -10, MISSED),
        (59.9, -10, MISSED),
        (60, -10, OVER),
        (44, 30, LATE),  # an alarm after the start
        (46, 30, MISSED),
        (60, 60, LATE),  # an alarm at the end, for what is to be done then
        (76, 60, OVER),
    ],
)
def test_it_is_late_once_its_event_has_begun(minutes: float, due: float, expected: Standing) -> None:
    assert stand(REVIEW, minutes, due) is expected


def test_an_event_without_length_is_over_when_its_grace_is() -> None:
    point = replace(REVIEW, end=None)
    assert [stand(point, minutes) for minutes in (-1, 0, 14, 15)] == [AHEAD, LATE, LATE, OVER]


def test_a_whole_day_is_not_late_before_its_last_day_is_over() -> None:
    midnight = datetime(2026, 11, 24, tzinfo=HERE)
    fair = Event("fair", "Fair", date(2026, 11, 24), date(2026, 11, 26))
    assert stand(fair, 47 * 60, -360, midnight) is AHEAD
    assert stand(fair, 48 * 60, -360, midnight) is OVER


def test_a_task_is_not_over_until_it_is_done() -> None:
    task = Event("tax", "Tax", type=EventType.TODO, due=START)
    assert [stand(task, minutes, 0) for minutes in (-1, 0, 15, 16, 60 * 24 * 30)] == [AHEAD, LATE, LATE, MISSED, MISSED]
    day = replace(task, due=date(2026, 11, 24))
    assert [stand(day, minutes, -360) for minutes in (8.9 * 60, 9 * 60, 9.5 * 60)] == [AHEAD, LATE, MISSED]


def test_one_of_a_series_of_tasks_gives_way_to_the_next() -> None:
    task = Event("bin", "Bin", START, type=EventType.TODO, due=START, rrules=("FREQ=DAILY",))
    assert [stand(task, minutes, 0) for minutes in (16, 24 * 60)] == [MISSED, OVER]


def test_a_trip_begins_when_it_departs() -> None:
    late = timedelta(minutes=30)
    leg = Leg("transit", START + late, START + late + timedelta(hours=1), departure_delay=late)
    trip = replace(REVIEW, type=EventType.DEPART_FROM, trip=Trip(legs=(leg,)))
    assert [stand(trip, minutes) for minutes in (29, 30, 46, 90)] == [AHEAD, LATE, MISSED, OVER]


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    first = datetime(2026, 10, 25, 2, 50, tzinfo=HERE)
    event = Event("night", "Night", first, datetime(2026, 10, 25, 2, 10, tzinfo=HERE, fold=1))
    reminder = Reminder(ITEM, event, (first - timedelta(minutes=10)).astimezone(UTC), "-PT600S")
    assert standing(reminder, datetime(2026, 10, 25, 0, 49, tzinfo=UTC), GRACE, HERE) is AHEAD
    assert standing(reminder, datetime(2026, 10, 25, 2, 5, tzinfo=HERE, fold=1), GRACE, HERE) is not AHEAD


def test_a_whole_day_has_begun_with_its_first_midnight() -> None:
    fair = Event("fair", "Fair", date(2026, 11, 24), date(2026, 11, 26))
    midnight = datetime(2026, 11, 24, tzinfo=HERE)
    assert has_begun(fair, midnight, HERE)
    assert not has_begun(fair, midnight - timedelta(seconds=1), HERE)
    assert has_begun(Event("x", "Without a time"), midnight, HERE)
