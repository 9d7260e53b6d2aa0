"""What takes long to read says how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from c42desktop.calendar.model import CalendarRef
from c42desktop.controllers.reading import ReadingController
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.update import Progress

TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
TRAVEL = CalendarRef("ann@example.org", "pubsub.example.org", "travel")


class Window:
    def __init__(self) -> None:
        self.progress: list[tuple[str, int, int | None]] = []

    def set_progress(self, ref: CalendarRef, done: int, total: int | None) -> None:
        self.progress.append((ref.node, done, total))


def test_the_calendar_that_was_read_last_is_named_until_it_is_read(tmp_path: Path) -> None:
    store, window = Store(tmp_path / "store.sqlite"), Window()
    store.add_calendar(TEAM, "Product team")
    shown: Any = window
    reading = ReadingController(store, shown)
    assert reading.words("ann@example.org") == ("", "")
    reading.update(Progress(TEAM, 1200, 3400))
    assert reading.words("ann@example.org") == ("Reading calendars…", "Product team – Reading: 1200 of 3400 events")
    reading.update(Progress(TRAVEL, 0))
    assert reading.words("ann@example.org") == ("Reading calendars…", "Reading…")
    reading.update(Progress(TRAVEL, 12, 12))
    assert reading.words("ann@example.org") == ("Reading calendars…", "Product team – Reading: 1200 of 3400 events")
    reading.update(Progress(TEAM, 3400, 3400))
    assert reading.words("ann@example.org") == ("", "")
    assert window.progress == [("team", 1200, 3400), ("travel", 0, None), ("travel", 12, 12), ("team", 3400, 3400)]
    store.close()


class LockedStore:
    def calendar(self, _ref: CalendarRef) -> None:
        raise StoreError("Another program keeps it locked.")


def test_a_store_that_cannot_be_read_costs_the_name_only() -> None:
    store: Any = LockedStore()
    shown: Any = Window()
    reading = ReadingController(store, shown)
    reading.update(Progress(TEAM, 1, 2))
    assert reading.words("ann@example.org") == ("Reading calendars…", "Reading: 1 of 2 events")
