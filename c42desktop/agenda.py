"""What is on between two instants, from the store or from the events of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from c42desktop.calendar.arithmetic import elapsed
from c42desktop.calendar.expansion import MAX_STEPS, Budget
from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import Event, ItemRef, Occurrence
from c42desktop.store.store import ListedItem, Store

MOST_ENTRIES = 20_000  # of the series of a file; nobody reads more
MOST_OF_ONE = 2_000  # of one series: five years, day by day
MOST_STEPS = 1_000_000  # for the series of a file that need a walk: a second or so


class Entry(NamedTuple):
    """One occurrence with the item it comes from. There are thousands: a tuple is made in a third of the time."""

    item: ItemRef
    occurrence: Occurrence


def between(store: Store, begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """All occurrences that touch the time from `begin` to `end` (aware), for a reader in `zone`, by start."""
    return of_items(store.items_between(begin, end), begin, end, zone)


def of_items(items: Iterable[ListedItem], begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """The same for items that have been read already."""
    window = Window(begin, end, zone)
    found = [Entry(item.ref, occurrence) for item in items for occurrence in listed(item.events, window)]
    return _sorted(found, window)


def _sorted(entries: Iterable[Entry], window: Window) -> list[Entry]:
    """By start, then length, then title."""

    def key(entry: Entry) -> tuple[datetime, timedelta, str]:
        hit = entry.occurrence
        return window.instant(hit.start), elapsed(hit.start, hit.end), hit.event.summary

    return sorted(entries, key=key)


def from_events(events: Iterable[Event], item: ItemRef, begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """The same for the events of a file, which are in no store: all single ones, and of series so many (`is_cut`)."""
    series: dict[str, list[Event]] = {}
    for event in events:
        series.setdefault(event.uid, []).append(event)
    window, left, steps = Window(begin, end, zone), MOST_ENTRIES, MOST_STEPS
    found: list[Entry] = []
    for each in series.values():
        repeats = any(event.recurring for event in each)
        most = min(MOST_OF_ONE, left) if repeats else MOST_OF_ONE
        budget = Budget(min(MAX_STEPS, steps))  # its own, so that one without end does not hide the others
        before = budget.left
        hits = listed(each, window, most, budget)
        found.extend(Entry(item, occurrence) for occurrence in hits)
        left, steps = left - len(hits) * repeats, steps - (before - max(0, budget.left))
    return _sorted(found, window)


def is_cut(entries: Sequence[Entry]) -> bool:
    """Whether there may be more of what `from_events` gave."""
    of_each = Counter(entry.occurrence.event.uid for entry in entries if entry.occurrence.event.recurring)
    return sum(of_each.values()) >= MOST_ENTRIES or max(of_each.values(), default=0) >= MOST_OF_ONE
