"""What a person may make of an event, and a new event like another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from c42desktop.calendar.edits import duplicate, interval, key_of_conflict, new_uid, problem_of
from c42desktop.calendar.model import Event, EventType, Person, Personal

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
REVIEW = Event("review", "Review", START, START + HOUR)


@pytest.mark.parametrize(
    "event",
    [
        REVIEW,
        replace(REVIEW, summary=""),
        replace(REVIEW, end=None),
        replace(REVIEW, end=START),
        replace(REVIEW, start=date(2026, 11, 23), end=date(2026, 11, 24)),
        replace(REVIEW, rrules=("FREQ=DAILY;UNTIL=20261123",)),
        replace(REVIEW, rrules=("FREQ=DAILY;UNTIL=20261123T090000Z",)),
        Event("todo", "Book", type=EventType.TODO),
        Event("todo", "Book", START, due=START + HOUR, type=EventType.TODO),
        Event("todo", "Book", START, due=date(2026, 11, 23), type=EventType.TODO),
    ],
)
def test_what_can_be_has_no_problem(event: Event) -> None:
    assert problem_of(event) is None


@pytest.mark.parametrize(
    ("event", "field", "sentence"),
    [
        (replace(REVIEW, start=None), "start", "Say when it begins."),
        (replace(REVIEW, end=START - HOUR), "end", "The end is before the start."),
        (replace(REVIEW, end=date(2026, 11, 24)), "end", "Start and end are both days, or both times."),
        (replace(REVIEW, end=datetime(2026, 11, 23, 10)), "end", "Start and end are both days, or both times."),
        (replace(REVIEW, due=START - HOUR, type=EventType.TODO), "due", "It is due before it begins."),
        (replace(REVIEW, rrules=("FREQ=SOMETIMES",)), "recurrence", "This repetition cannot be understood."),
        (
            replace(REVIEW, rrules=("FREQ=DAILY;UNTIL=20261121",)),
            "recurrence",
            "The repetition ends before the event begins.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_about_one_field(event: Event, field: str, sentence: str) -> None:
    problem = problem_of(event)
    assert problem is not None
    assert (problem.field, str(problem)) == (field, sentence)


def test_a_copy_is_an_event_of_its_own() -> None:
    event = replace(
        REVIEW,
        attendees=(Person("Vera", "vera@example.org", "accepted"),),
        recurrence_id=START,
        personal=Personal("accepted", "invited_read"),
        sequence=4,
        sync_token=9,
    )
    uid = new_uid()
    assert duplicate(event, uid) == replace(
        REVIEW, uid=uid, attendees=(Person("Vera", "vera@example.org"),), recurrence_id=None
    )
    assert uid != new_uid()


def test_the_time_of_a_conflict_is_read_as_it_was_written() -> None:
    assert interval("2026-11-23T09:00:00+00:00/2026-11-23T10:00:00+00:00") == (START, START + HOUR)
    assert interval("2026-11-23") == (date(2026, 11, 23), None)
    assert (key_of_conflict("time", ""), key_of_conflict("time", "2026-11-23")) == ("time", "time 2026-11-23")
