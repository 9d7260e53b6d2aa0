"""When somebody is busy, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.busy import MOST_TITLE, Busy, busy_at, keeps_busy, next_edge, words
from c42desktop.calendar.model import Event, EventType, Moment, Occurrence, Person, Personal, Status

ME = "ann@example.org"
BRAM = Person("Bram", "bram@example.org")
ANN = Person("Ann", f"mailto:{ME}")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EVENT = Event("u", "Review")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=AMSTERDAM)


def on(start: Moment, end: Moment, title: str = "Review") -> Occurrence:
    return Occurrence(replace(EVENT, summary=title, start=start, end=end), start, end)


def of(event: Event) -> Occurrence:
    return Occurrence(event, at(14), at(15))


@pytest.mark.parametrize(
    "event",
    [
        EVENT,
        replace(EVENT, organizer=BRAM),  # who wrote it down; nobody is asked
        replace(EVENT, organizer=ANN, attendees=(BRAM,)),
        replace(EVENT, organizer=BRAM, attendees=(replace(ANN, answer="accepted"),)),
        replace(EVENT, attendees=(BRAM,), personal=Personal("accepted")),
    ],
    ids=["nobody asked", "somebody else's note", "organiser", "accepted", "accepted at the service"],
)
def test_who_takes_part_is_busy(event: Event) -> None:
    assert keeps_busy(of(event), ME)


@pytest.mark.parametrize(
    "event",
    [
        replace(EVENT, attendees=(BRAM,)),
        replace(EVENT, organizer=BRAM, attendees=(ANN,)),
        replace(EVENT, attendees=(replace(ANN, answer="tentative"),)),
        replace(EVENT, attendees=(replace(ANN, answer="declined"),)),
        replace(EVENT, organizer=ANN, attendees=(replace(ANN, answer="declined"), BRAM)),
        replace(EVENT, personal=Personal("declined")),
        replace(EVENT, personal=Personal("needs-action")),
        replace(EVENT, attendees=(replace(ANN, answer="accepted"),), personal=Personal("declined")),
    ],
    ids=["others", "not answered", "maybe", "declined", "own, declined", "declined there", "open there", "changed"],
)
def test_who_does_not_take_part_is_free(event: Event) -> None:
    assert not keeps_busy(of(event), ME)


@pytest.mark.parametrize(
    "event",
    [
        replace(EVENT, busy=False),
        replace(EVENT, status=Status.CANCELLED),
        replace(EVENT, status=Status.TENTATIVE),
        replace(EVENT, type=EventType.TIME_BLOCK),
        replace(EVENT, type=EventType.TODO),
        replace(EVENT, type=EventType.DEPART_FROM),
        replace(EVENT, problem="Its time cannot be read."),
    ],
)
def test_what_leaves_one_free_is_no_meeting(event: Event) -> None:
    assert not keeps_busy(of(event), ME)


def test_a_whole_day_is_no_meeting() -> None:
    assert not keeps_busy(on(date(2026, 11, 24), date(2026, 11, 25)), ME)


def test_nobody_is_busy_before_and_from_the_end_on() -> None:
    meeting = [on(at(14), at(15))]
    assert busy_at(meeting, at(13, 59), AMSTERDAM) is None
    assert busy_at(meeting, at(14), AMSTERDAM) == Busy(at(15), "Review")
    assert busy_at(meeting, at(14, 59), AMSTERDAM) == Busy(at(15), "Review")
    assert busy_at(meeting, at(15), AMSTERDAM) is None


def test_what_overlaps_or_follows_without_a_gap_is_one_span() -> None:
    day = [on(at(15), at(16), "C"), on(at(9), at(10), "Z"), on(at(13), at(14), "A"), on(at(13, 30), at(15), "B")]
    assert busy_at(day, at(13), AMSTERDAM) == Busy(at(16), "A", several=True)
    assert busy_at(day, at(13, 45), AMSTERDAM) == Busy(at(16), "B", several=True)
    assert busy_at(day, at(15), AMSTERDAM) == Busy(at(16), "C")


def test_a_gap_ends_the_span() -> None:
    day = [on(at(13), at(14), "A"), on(at(14, 1), at(15), "B")]
    assert busy_at(day, at(13), AMSTERDAM) == Busy(at(14), "A")


def test_what_lies_within_another_does_not_end_it() -> None:
    day = [on(at(13), at(16), "Long"), on(at(13, 30), at(14), "Short")]
    assert busy_at(day, at(15), AMSTERDAM) == Busy(at(16), "Long")


def test_what_takes_no_time_keeps_nobody_busy() -> None:
    day = [on(at(14), at(14)), on(at(15), at(14, 30))]
    assert busy_at(day, at(14), AMSTERDAM) is None
    assert next_edge(day, at(13), AMSTERDAM) is None


def test_a_floating_event_is_at_the_readers_time() -> None:
    floating = on(datetime(2026, 11, 24, 14), datetime(2026, 11, 24, 15))
    assert busy_at([floating], at(14, 30), AMSTERDAM) == Busy(at(15), "Review")
    assert busy_at([floating], at(14, 30).astimezone(UTC), UTC) is None


def test_the_next_edge_is_the_next_start_or_end() -> None:
    day = [on(at(14), at(15)), on(at(16), at(17))]
    edges = [at(13)]
    while (edge := next_edge(day, edges[-1], AMSTERDAM)) is not None:
        edges.append(edge)
    assert edges[1:] == [at(14), at(15), at(16), at(17)]


@pytest.mark.parametrize(
    ("busy", "with_title", "said"),
    [
        (Busy(at(15), "Design review"), False, "In a meeting until 15:00"),
        (Busy(at(15), "Design review"), True, "Design review until 15:00"),
        (Busy(at(15), "Design review", several=True), True, "Design review and more until 15:00"),
        (Busy(at(15)), True, "In a meeting until 15:00"),
        (Busy(at(15).astimezone(UTC)), False, "In a meeting until 15:00"),
        (Busy(at(15) + timedelta(days=1)), False, "In a meeting until Wednesday 15:00"),
    ],
)
def test_it_is_said_in_few_words(busy: Busy, with_title: bool, said: str) -> None:
    assert words(busy, at(14), with_title=with_title) == said


def test_a_long_title_is_cut() -> None:
    assert words(Busy(at(15), "x" * 500), at(14), with_title=True) == f"{'x' * (MOST_TITLE - 1)}… until 15:00"


SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)  # 02:00 becomes 03:00; 03:00 becomes 02:00


def test_the_way_to_an_edge_is_as_long_as_it_takes_when_the_clocks_change() -> None:
    now = datetime(2027, 3, 27, 23, tzinfo=AMSTERDAM)
    begin = datetime.combine(SPRING, time(9), AMSTERDAM)
    edge = next_edge([on(begin, begin + timedelta(hours=1))], now, AMSTERDAM)
    assert edge is not None
    assert edge - now == timedelta(hours=9)


def test_of_an_hour_that_comes_twice_only_one_is_busy() -> None:
    first = datetime.combine(AUTUMN, time(2, 15), AMSTERDAM)
    meeting = [on(first.astimezone(UTC), first.astimezone(UTC) + timedelta(minutes=30))]
    inside = first + timedelta(minutes=5)
    assert busy_at(meeting, inside, AMSTERDAM) is not None
    assert busy_at(meeting, inside.replace(fold=1), AMSTERDAM) is None
    assert next_edge(meeting, inside.replace(fold=1), AMSTERDAM) is None
