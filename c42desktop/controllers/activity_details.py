"""What the details show for an entry of the activity list."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from c42desktop.calendar.activity import Entry
from c42desktop.calendar.model import Calendar, Change, Event, Occurrence
from c42desktop.calendar.recurrence import occurrences
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.ui.details import Shown

AHEAD = timedelta(days=30)


def details_of(entry: Entry, store: Store, calendar: Calendar | None, now: datetime) -> Shown | None:
    """The event as it is now, with what changed; one that is gone as it was. None for what is about no event."""
    if entry.event is None:
        return None
    if not isinstance(entry.what, Change):
        return Shown(entry.item, entry.event, _own(entry.event), calendar)
    events = _events(entry, store)
    event = next((each for each in events if _same(each, entry.event)), entry.event)
    occurrence = _next(events, event, now) if event.recurring else None
    return Shown(entry.item, event, occurrence or _own(event), calendar, entry.what)


def _events(entry: Entry, store: Store) -> tuple[Event, ...]:
    try:
        stored = store.item(entry.item)
    except StoreError:
        return ()
    return stored.events if stored is not None else ()


def _same(event: Event, other: Event) -> bool:
    return (event.uid, event.recurrence_id) == (other.uid, other.recurrence_id)


def _own(event: Event) -> Occurrence | None:
    if event.start is None:
        return None
    return Occurrence(event, event.start, event.end if event.end is not None else event.start)


def _next(events: tuple[Event, ...], event: Event, now: datetime) -> Occurrence | None:
    """The occurrence of a series that a reader thinks of: today's, or the next one."""
    assert now.tzinfo is not None
    begin = datetime.combine(now.date(), time(), now.tzinfo)
    found = occurrences(events, begin, begin + AHEAD, now.tzinfo)
    return next((each for each in found if _same(each.event, event)), None)
