"""Where a series turns into something else for good: changes of one occurrence and all later ones.

RANGE=THISANDFUTURE (RFC 5545 §3.2.13) moves all later ones by as much as the one was moved itself, and makes them as
long as that one is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from c42desktop.calendar.arithmetic import elapsed, in_zone, plus, shifted
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local, is_instant
from c42desktop.calendar.series import occurrence_of, place_of, slot, span_of, unwall, wall_of


@dataclass(frozen=True, slots=True)
class Turn:
    """From an occurrence on, a series is another event, some time earlier or later (RFC 5545 §3.8.4.4)."""

    since: Moment
    event: Event
    shift: timedelta
    length: timedelta


def turns_of(master: Event | None, overrides: Iterable[Event]) -> list[Turn]:
    """Where the series turns into something else for good, in order; most never do."""
    found = []
    for event in overrides:
        span, since = span_of(event), place_of(event, master)
        if event.and_future and master is not None and span is not None and since is not None:
            shift = wall_of(span[0], master) - wall_of(since, master)
            found.append(Turn(since, event, shift, elapsed(*span)))
    return sorted(found, key=lambda turn: as_local(turn.since, UTC))


def turned(master: Event, start: Moment, turns: Sequence[Turn]) -> Occurrence:
    """The occurrence that the series would have at `start`, as the last turn before it made it."""
    name = slot(start, master)
    assert name is not None
    place = bisect_right(turns, as_local(name, UTC), key=lambda turn: as_local(turn.since, UTC))
    if not place:
        return occurrence_of(master, start)
    turn = turns[place - 1]
    first = turn.event.start
    assert first is not None and master.start is not None
    wall = shifted(wall_of(start, master), turn.shift)
    if is_instant(first) and is_instant(master.start):
        # The clock of the series goes on; the reader is told the time of the zone it was moved to.
        at = unwall(wall, master.start)
        assert isinstance(at, datetime) and isinstance(first, datetime) and first.tzinfo is not None
        moved: Moment = in_zone(at, first.tzinfo)
    else:
        moved = unwall(wall, first)
    return Occurrence(turn.event, moved, plus(moved, turn.length))
