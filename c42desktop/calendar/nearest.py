"""The one occurrence that stands for an event in a list of many: what is on or comes next, else what was last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.arithmetic import shifted
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local, is_instant
from c42desktop.calendar.recurrence import next_occurrence, occurrences, series_bounds
from c42desktop.calendar.series import span_of
from c42desktop.calendar.tasks import is_open, is_task
from c42desktop.calendar.trip_times import TRIPS, departure

_BACK = (timedelta(days=31), timedelta(days=400), timedelta(days=4_000))
_MOMENT = timedelta(microseconds=1)
_LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Nearest:
    """`occurrence` is None for what has none. `at` is where it stands (aware), None without a time at all.
    `settled`: it will stand there for good, as nothing is still to come."""

    occurrence: Occurrence | None
    at: datetime | None
    settled: bool


def nearest(events: Sequence[Event], today: datetime, zone: tzinfo) -> Nearest:
    """Where the events of one item stand for a reader in `zone`, whose day begins at `today` (aware).

    What runs for days stands under today while it does, and so does a to-do that is overdue, or has no date.
    """
    try:
        return _nearest(events, today, zone)
    except (OverflowError, ValueError):  # beyond the years that all zones can hold
        return Nearest(None, None, settled=True)


def _nearest(events: Sequence[Event], today: datetime, zone: tzinfo) -> Nearest:
    if fixed_place(events) is not None:  # as most
        single = Occurrence(events[0], *_span(events[0]))
        return Nearest(single, as_local(single.start, zone), settled=True)
    hit = _found(events, today, zone)
    if hit is None:
        return _without(events, today, zone)
    start, end = as_local(hit.start, zone), as_local(hit.end, zone)
    waits = is_open(hit.event)
    if start >= today:
        return Nearest(hit, start, settled=False)
    on = waits or end > today or (hit.all_day and start + timedelta(days=1) > today)
    return Nearest(hit, today if on else start, settled=not on)


def fixed_place(events: Sequence[Event]) -> datetime | None:
    """When it is, of what is neither repeated nor moved by the days that pass nor by the reader's zone; else None."""
    if len(events) != 1:
        return None
    (event,) = events
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not is_instant(start) or is_task(event) or event.type in TRIPS:
        return None
    if event.recurring or event.recurrence_id is not None:
        return None
    if isinstance(end, datetime) and is_instant(end):
        short = end - start <= _LONGEST and (end - _MOMENT).astimezone(start.tzinfo).date() <= start.date()
        return start if short or end <= start else None
    return start if end is None else None


def _span(event: Event) -> tuple[Moment, Moment]:
    span = span_of(event)
    assert span is not None
    return span


def _found(events: Sequence[Event], today: datetime, zone: tzinfo) -> Occurrence | None:
    running = occurrences(events, today, today + _MOMENT, zone)
    if running:
        return running[0]
    return next_occurrence(events, today, zone) or _last(events, today, zone)


def _last(events: Sequence[Event], today: datetime, zone: tzinfo) -> Occurrence | None:
    first, last = series_bounds(events)
    if first is None:
        return None
    end = min(today, shifted(last, timedelta(days=1))) if last is not None else today
    for step in (*_BACK, max(timedelta(0), end - first) + timedelta(days=1)):
        begin = shifted(end, -step)
        hits = occurrences(events, begin, end, zone)
        if hits:
            return hits[-1]
        if begin < first:
            return None
    return None


def _without(events: Sequence[Event], today: datetime, zone: tzinfo) -> Nearest:
    """A to-do that is due, a way that begins, or nothing that tells when."""
    event = next(iter(events), None)
    moment: Moment | None = None
    if event is not None and is_task(event):
        moment = event.due
        if moment is None:
            return Nearest(None, today, settled=False)
    elif event is not None and event.type in TRIPS:
        moment = (departure(event.trip) if event.trip is not None else None) or event.end
    if event is None or moment is None:
        return Nearest(None, None, settled=True)
    at = as_local(moment, zone)
    waits = at >= today or is_open(event)
    return Nearest(None, max(at, today) if waits else at, settled=not waits)
