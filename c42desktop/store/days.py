"""Which of the days in sight have events of visible calendars, without reading more than it takes.

What lies within a day is known from its first and last instant. Of the rest – whole days, several days, series – the
events are read, a few at a time, until nothing is left to find out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import Event, Occurrence, as_local
from c42desktop.store.codec import load_event
from c42desktop.store.database import Database

FEW = 5  # items read at once
MOST_STEPS = 5_000  # for a series that needs a walk: a few milliseconds
MOST_OF_ONE = 2_000
_DAY = timedelta(days=1)
# Not by calendar: SQLite would rather read every item of each than those of a few days.
_SEEN = f"+calendar IN (SELECT id FROM calendar WHERE visible AND service <> '{UNFINISHED}')"  # noqa: S608
_SHORT = (  # nothing from outside, here and below
    "SELECT 1 FROM item WHERE first >= ? AND first < ? AND (first >= ? OR last > ?) AND last - first < 86400"  # noqa: S608
    f" AND {_SEEN} LIMIT 1"
)
_LONG = (
    "SELECT id FROM item WHERE first < ? AND (last IS NULL OR last >= ?) AND (last IS NULL OR last - first >= 86400)"  # noqa: S608
    f" AND {_SEEN}"
)


def busy_days(db: Database, days: Sequence[date], zone: tzinfo) -> Iterator[set[date]]:
    """Find those of `days` (one after the other) with events for a reader in `zone`, step by step: some at each.

    Raises StoreError. The steps take a millisecond or so each.
    """
    left = set(days)
    for day in days:
        begin, end = (_midnight(each, zone).timestamp() for each in (day, day + _DAY))
        if db.rows(bool, _SHORT, (begin - _DAY.total_seconds(), end, begin, begin)):
            left.discard(day)
            yield {day}
    begin_all, end_all = _midnight(days[0], zone), _midnight(days[-1] + _DAY, zone)
    window = Window(begin_all, end_all, zone)
    numbers = db.rows(lambda row: int(row[0]), _LONG, (end_all.timestamp(), begin_all.timestamp()))
    for place in range(0, len(numbers), FEW):
        if not left:
            return
        found = _days_of(db, numbers[place : place + FEW], window, zone) & left
        left -= found
        yield found


def _days_of(db: Database, numbers: Sequence[int], window: Window, zone: tzinfo) -> set[date]:
    marks = ",".join("?" * len(numbers))
    sql = f"SELECT events FROM item WHERE id IN ({marks})"  # noqa: S608  # nothing from outside
    items = db.rows(lambda row: [load_event(each) for each in json.loads(row[0])], sql, numbers)
    hits = (hit for events in items for each in _by_uid(events) for hit in _hits(each, window))
    return {day for hit in hits for day in days_of(hit, zone, window)}


def _hits(events: Sequence[Event], window: Window) -> list[Occurrence]:
    return listed(events, window, MOST_OF_ONE, Budget(MOST_STEPS))


def _by_uid(events: Sequence[Event]) -> list[list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.uid, []).append(event)
    return list(found.values())


def days_of(hit: Occurrence, zone: tzinfo, window: Window) -> Iterator[date]:
    """The days of an occurrence within the window; a midnight at its end belongs to the day before."""
    start = max(as_local(hit.start, zone), window.begin.astimezone(zone))
    end = min(as_local(hit.end, zone), window.end.astimezone(zone))
    day = start.date()
    yield day
    while (day := day + _DAY) <= end.date() and _midnight(day, zone) < end:
        yield day


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)
