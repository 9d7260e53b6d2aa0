"""What is on between two instants, from the store or from the events of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from c42desktop.calendar.arithmetic import elapsed
from c42desktop.calendar.expansion import MAX_STEPS, Budget
from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import Event, ItemRef, Occurrence
from c42desktop.store.store import ListedItem, Store

MOST_ENTRIES = 10_000  # of all series together; nobody reads more
MOST_OF_ONE = 2_000  # of one series: five years, day by day
MOST_STEPS = 500_000  # for all series that need a walk: half a second or so


class Entry(NamedTuple):
    """One occurrence with the item it comes from. There are thousands: a tuple is made in a third of the time."""

    item: ItemRef
    occurrence: Occurrence


class Agenda(NamedTuple):
    """What is on, by start. `is_cut`: there is more of it. `unfinished`: an event of each series that was given up, of
    which more may be on."""

    entries: list[Entry]
    is_cut: bool
    unfinished: list[Event]


def between(store: Store, begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """All occurrences that touch the time from `begin` to `end` (aware), for a reader in `zone`, by start."""
    return of_items(store.items_between(begin, end), begin, end, zone).entries


def of_items(items: Iterable[ListedItem], begin: datetime, end: datetime, zone: tzinfo) -> Agenda:
    """The same for items that have been read already, and what is missing from it."""
    return _agenda(((item.ref, item.events) for item in items), Window(begin, end, zone))


def from_events(events: Iterable[Event], item: ItemRef, begin: datetime, end: datetime, zone: tzinfo) -> Agenda:
    """The same for the events of a file, which are in no store."""
    return _agenda([(item, tuple(events))], Window(begin, end, zone))


def _sorted(entries: Iterable[Entry], window: Window) -> list[Entry]:
    """By start, then length, then title."""

    def key(entry: Entry) -> tuple[datetime, timedelta, str]:
        hit = entry.occurrence
        return window.instant(hit.start), elapsed(hit.start, hit.end), hit.event.summary

    return sorted(entries, key=key)


@dataclass(slots=True)
class _Series:
    """A series, and what was found of it."""

    item: ItemRef
    events: Sequence[Event]
    hits: list[Occurrence] = field(default_factory=list)
    is_cut: bool = False
    is_unfinished: bool = False

    @property
    def needs_more(self) -> bool:
        """Whether there may be more than was found."""
        return self.is_cut or self.is_unfinished

    def look(self, window: Window, most: int, steps: int) -> int:
        """Look for at most so many, in at most so many steps. Gives how many steps it took."""
        budget = Budget(steps)
        hits = listed(self.events, window, most + 1, budget)
        self.hits, self.is_cut, self.is_unfinished = hits[:most], len(hits) > most, budget.was_short
        return steps - max(0, budget.left)


def _agenda(items: Iterable[tuple[ItemRef, Sequence[Event]]], window: Window) -> Agenda:
    """All single events, and of those that repeat what is bearable."""
    found, series = list[Entry](), list[_Series]()
    for item, events in items:
        for each in _by_uid(events):
            if any(event.recurring for event in each):
                series.append(_Series(item, each))
            else:
                found.extend([Entry(item, occurrence) for occurrence in listed(each, window, MOST_OF_ONE)])
    _share_out(series, window)
    found.extend([Entry(each.item, occurrence) for each in series for occurrence in each.hits])
    unfinished = [each.events[0] for each in series if each.is_unfinished]
    return Agenda(_sorted(found, window), any(each.is_cut for each in series), unfinished)


def _by_uid(events: Sequence[Event]) -> Iterable[Sequence[Event]]:
    if len(events) == 1:
        return (events,)
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.uid, []).append(event)
    return found.values()


def _share_out(series: Sequence[_Series], window: Window) -> None:
    """Look for each with an equal share, and once more for those that need more, with what the others left over.

    So none hides another. Half of the steps are kept for the second time, which begins anew.
    """
    lines, steps = first = _share(len(series), MOST_ENTRIES, MOST_STEPS // 2)
    left = MOST_STEPS - sum(each.look(window, lines, steps) for each in series)
    done = [len(each.hits) for each in series if not each.needs_more]
    lines, steps = _share(len(series) - len(done), MOST_ENTRIES - sum(done), left)
    for each in series:
        if (each.is_cut and lines > first[0]) or (each.is_unfinished and steps > first[1]):
            each.look(window, lines, steps)


def _share(number: int, lines: int, steps: int) -> tuple[int, int]:
    """How many lines and steps each of so many may have."""
    return max(1, min(MOST_OF_ONE, lines // max(1, number))), min(MAX_STEPS, steps // max(1, number))
