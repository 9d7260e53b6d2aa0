"""The occurrences of an item as events with their own times, each with its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from c42desktop.calendar.arithmetic import utc
from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local
from c42desktop.calendar.series import place_of, slot, span_of, unwall, wall_of
from c42desktop.calendar.tasks import due_of, is_task
from c42desktop.calendar.trip_times import as_travelled

MOST, STEPS = 2_000, 10_000  # occurrences of an item in one question, and what looking for them may cost


@dataclass(frozen=True, slots=True)
class Appearance:
    """An event with the times of one occurrence, and the name of that: see `Reminder`."""

    event: Event
    name: str


def appearances(
    events: Sequence[Event], window: tuple[datetime, datetime], zone: tzinfo, budget: Budget
) -> Iterator[Appearance]:
    """All that is on in the window, and tasks that have no time but when they are due."""
    masters = {event.uid: event for event in events if event.recurrence_id is None}
    timed = [event for event in events if event.start is not None]
    if timed:
        for hit in listed(timed, Window(*window, zone), MOST, budget):
            yield appearance_of(hit, masters.get(hit.event.uid))
    yield from (Appearance(event, "") for event in events if event.start is None and is_task(event))


def appearance_of(hit: Occurrence, master: Event | None) -> Appearance:
    """An occurrence; `master` is its series, where the item has it."""
    event = hit.event
    if not event.recurring and event.recurrence_id is None:
        return Appearance(event, "")
    due = due_of(event, hit) if event.due is not None else None
    return Appearance(replace(event, start=hit.start, end=hit.end, due=due), _name(hit, master))


def _name(hit: Occurrence, master: Event | None) -> str:
    """The RECURRENCE-ID of an occurrence as text."""
    event = hit.event
    place = slot(hit.start, event) if event.recurrence_id is None else place_of(event, master)
    span = span_of(event)
    if event.and_future and master is not None and master.start is not None and span is not None and place is not None:
        # All later ones are moved by as much: where they were before says which they are.
        moved = wall_of(span[0], master) - wall_of(place, master)
        place = slot(unwall(wall_of(hit.start, master) - moved, master.start), master)
    return "" if place is None else moment_text(place)


def moment_text(moment: Moment) -> str:
    """ISO 8601; instants in UTC."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return utc(moment).isoformat().replace("+00:00", "Z")
    return moment.isoformat()


def times_of(event: Event, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """When an occurrence begins and is due, in UTC."""
    start, due = base_of(event), event.due if is_task(event) else None
    return _instant(start, zone), _instant(due, zone)


def base_of(event: Event) -> Moment | None:
    """What an alarm counts from: the start, of a trip as things stand; of a task without one, when it is due."""
    span = span_of(event)
    if span is None:
        return event.due if is_task(event) else None
    return as_travelled(Occurrence(event, *span)).start


def _instant(moment: Moment | None, zone: tzinfo) -> datetime | None:
    return None if moment is None else utc(as_local(moment, zone))
