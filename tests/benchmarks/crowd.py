"""Stores with a hundred thousand occurrences, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.store import Store, StoredItem

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZONE)
NODES = ("team", "ann", "travel", "holidays")
_PLACES = ("Room 4", "Lloydstraat 138, Rotterdam", "Video call", "")
_RULES = ("FREQ=WEEKLY;COUNT=200", "FREQ=DAILY;COUNT=200", "FREQ=WEEKLY;INTERVAL=2;COUNT=200")


def mixed(count: int, seed: int = 1) -> Iterator[Event]:
    """A fifth of the occurrences alone, over ten years; the others in series of two hundred."""
    random_ = random.Random(seed)  # no secrets
    for number in range(count // 5):
        yield _event(f"single {number}", random_, NOW + timedelta(minutes=random_.randrange(-2_600_000, 2_600_000)))
    for number in range(count * 4 // 5 // 200):
        start = NOW + timedelta(days=random_.randrange(-700, 400), minutes=random_.randrange(-600, 500))
        yield _event(f"series {number}", random_, start, rrules=(random_.choice(_RULES),))


def dense(count: int, seed: int = 1) -> Iterator[Event]:
    """Ninety a day, most of them ahead."""
    random_ = random.Random(seed)  # no secrets
    for number in range(count):
        yield _event(f"event {number}", random_, NOW + timedelta(days=number / 90 - 300))


def empty(_count: int, _seed: int = 1) -> Iterator[Event]:
    """Nothing."""
    return iter(())


def fill(path: Path, events: Iterator[Event]) -> None:
    """A store with these events, an item for each."""
    store = Store(path)
    refs = [CalendarRef("ann@example.org", "pubsub.example.org", node) for node in NODES]
    for ref in refs:
        store.add_calendar(ref, ref.node.title())
    with store.transaction():
        for number, event in enumerate(events):
            ref = ItemRef(refs[number % len(refs)], event.uid)
            store.put_item(StoredItem(ref, f"<x>{'.' * 600}</x>", bytes(32), (event,)))
    store.close()


def _event(name: str, random_: random.Random, start: datetime, **fields: object) -> Event:
    start = start.replace(second=0, microsecond=0, minute=start.minute // 5 * 5)
    end = start + timedelta(minutes=random_.choice((15, 30, 60, 90)))
    return Event(name, name.title(), start, end, location=random_.choice(_PLACES), **fields)  # type: ignore[arg-type]
