"""What is on between two instants, from the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from c42desktop.calendar.model import Event, ItemRef, Occurrence, as_local
from c42desktop.calendar.recurrence import occurrences
from c42desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence with the item it comes from."""

    item: ItemRef
    occurrence: Occurrence


def between(store: Store, begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """All occurrences that touch the time from `begin` to `end` (aware), for a reader in `zone`, by start."""
    found = [
        Entry(item.ref, occurrence)
        for item in store.items_between(begin, end)
        for occurrence in occurrences(item.events, begin, end, zone)
    ]
    return sorted(found, key=lambda entry: sort_key(entry.occurrence, zone))


def sort_key(occurrence: Occurrence, zone: tzinfo) -> tuple[datetime, datetime, str]:
    """By start, then end, then title, as seen in `zone`."""
    return as_local(occurrence.start, zone), as_local(occurrence.end, zone), occurrence.event.summary


def from_events(events: Iterable[Event], item: ItemRef, begin: datetime, end: datetime, zone: tzinfo) -> list[Entry]:
    """The same for events that are in no store."""
    found = [Entry(item, occurrence) for occurrence in occurrences(tuple(events), begin, end, zone)]
    return sorted(found, key=lambda entry: sort_key(entry.occurrence, zone))
