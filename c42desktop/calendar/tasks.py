"""To-dos: done or not, due when, overdue."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.arithmetic import day_of, elapsed, in_zone, plus
from c42desktop.calendar.model import Event, EventType, Moment, Occurrence, Status, as_local

ALL = 100  # percent


def is_task(event: Event) -> bool:
    """True for something to be done."""
    return event.type is EventType.TODO


def is_done(event: Event) -> bool:
    """True for a to-do that is done."""
    return is_task(event) and (event.status is Status.COMPLETED or event.details.progress >= ALL)


def is_open(event: Event) -> bool:
    """True for a to-do that waits to be done. It does not end by itself."""
    return is_task(event) and not is_done(event) and event.status is not Status.CANCELLED


def is_waiting(event: Event, begin: datetime, end: datetime, zone: tzinfo) -> bool:
    """Whether an event belongs between two instants (aware) although it has no occurrence there: one without a start,
    and a to-do that was planned before and is still open. What is due only after `end` waits until then."""
    if event.start is not None and (_goes_on(event) or not is_open(event) or as_local(event.start, zone) >= begin):
        return False
    return event.due is None or as_local(event.due, zone) < end


def due_of(event: Event, occurrence: Occurrence | None) -> Moment | None:
    """When it should be done. Each occurrence of a series has as long for it as the first one."""
    due, first = event.due, event.start
    if due is None or first is None or occurrence is None or not _goes_on(event):
        return due
    if isinstance(due, datetime) != isinstance(first, datetime):
        return plus(due, elapsed(day_of(first), day_of(occurrence.start)))
    return plus(_on_clock_of(first, due), elapsed(first, occurrence.start))


def _goes_on(event: Event) -> bool:
    """Whether it has occurrences other than its own: as a series, or as what all later ones are like."""
    return event.recurring or event.and_future


def _on_clock_of(first: Moment, due: Moment) -> Moment:
    """An instant in the zone of the start, so that both stay as far apart when clocks change; all else as it is."""
    if isinstance(first, datetime) and isinstance(due, datetime) and first.tzinfo and due.tzinfo:
        return in_zone(due, first.tzinfo)
    return due


def is_overdue(event: Event, occurrence: Occurrence | None, now: datetime) -> bool:
    """True once it should be done and is not. What is due on a day has until its end."""
    due = due_of(event, occurrence)
    if due is None or not is_open(event):
        return False
    assert now.tzinfo is not None
    return deadline(due, now.tzinfo) <= now


def deadline(due: Moment, zone: tzinfo) -> datetime:
    """The instant from which on it is too late."""
    return as_local(due if isinstance(due, datetime) else plus(due, timedelta(days=1)), zone)
