"""What a series has at one of its dates by itself, as an event of its own that can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.series import occurrences_at
from c42desktop.calendar.tasks import due_of
from c42desktop.calendar.turns import turned, turns_of


def usual(master: Event, events: Iterable[Event], place: Moment) -> Event | None:
    """The occurrence of a series at a RECURRENCE-ID, as changes of all later ones among `events` make it, but without
    a change of its own; None where the rules and dates of the series have none there, or it does not repeat."""
    hit = next(iter(occurrences_at(master, [place]).values()), None) if master.recurring else None
    if hit is None:
        return None
    usually = turned(master, hit.start, turns_of(master, (each for each in events if each.recurrence_id is not None)))
    end = usually.end if usually.event.end is not None else None
    single = replace(usually.event, rrules=(), rdates=(), exdates=(), recurrence_id=hit.start, and_future=False)
    return replace(single.moved_to(usually.start, end), due=due_of(usually.event, usually))
