"""Where a reminder stands when somebody could be told of it: in time, late, too late, or of something that is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from c42desktop.calendar.arithmetic import shifted, utc
from c42desktop.calendar.model import Event, Moment, Occurrence, Reminder, as_local
from c42desktop.calendar.series import span_of
from c42desktop.calendar.tasks import deadline, is_open, is_task
from c42desktop.calendar.trip_times import as_travelled

_DAY = timedelta(days=1)
_NEVER = datetime.max.replace(tzinfo=UTC)


class Standing(StrEnum):
    """What a person makes of being told now.

    AHEAD   what it is about has not begun, or takes all day and its last day is not over
    LATE    it has begun, a short while ago
    MISSED  it has begun some time ago, and goes on
    OVER    there is nothing left to come to
    """

    AHEAD = "ahead"
    LATE = "late"
    MISSED = "missed"
    OVER = "over"


def standing(reminder: Reminder, now: datetime, grace: timedelta, zone: tzinfo) -> Standing:
    """Where a reminder stands at `now` (aware) for a reader in `zone`. `grace` is how long it counts as late only.

    An alarm may be meant for the end of an event or for after it, and an event may have no length: such a reminder
    is over when its grace is.
    """
    begin, end = span_in_time(reminder.event, zone)
    instant, told = utc(now), utc(reminder.due)
    if begin is not None:
        told = max(begin, told)
    late_until = shifted(told, grace)
    if instant >= (end if end > told else late_until):
        return Standing.OVER
    if begin is None or instant < begin:
        return Standing.AHEAD
    return Standing.LATE if instant <= late_until else Standing.MISSED


def has_begun(event: Event, now: datetime, zone: tzinfo) -> bool:
    """Whether one occurrence has begun; what takes all day does with its first day."""
    first = _first(event)
    return first is None or utc(as_local(first, zone)) <= utc(now)


def span_in_time(event: Event, zone: tzinfo) -> tuple[datetime | None, datetime]:
    """From when on it is late for one occurrence of an event, and when it is over; in UTC.

    It is never late for what takes all day. A task is late once it is due, and a single one is over when it is done
    only; of a series, the next one takes its place after a day.
    """
    if is_task(event):
        due = event.due if event.due is not None else event.start
        late = None if due is None else utc(deadline(due, zone))
        endless = is_open(event) and not event.recurring and not event.and_future
        return late, _NEVER if endless or late is None else shifted(late, _DAY)
    hit = _travelled(event)
    if hit is None:
        return None, _NEVER
    return None if hit.all_day else utc(as_local(hit.start, zone)), utc(as_local(hit.end, zone))


def _first(event: Event) -> Moment | None:
    if is_task(event) and event.due is not None:
        return event.due
    hit = _travelled(event)
    return hit.start if hit is not None else None


def _travelled(event: Event) -> Occurrence | None:
    span = span_of(event)
    return None if span is None else as_travelled(Occurrence(event, *span))
