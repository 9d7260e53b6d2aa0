"""Whatever happens in whatever order: as many are counted as a person finds unread in the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.activity import Entry, Filter, Key
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Level, Reminder
from c42desktop.store.activity import Activity
from c42desktop.store.reminders import Reminders
from c42desktop.store.store import Store
from tests.store.test_store import NOW, OTHER, TEAM, change, item

REFS = (TEAM, OTHER)
MINUTE = timedelta(minutes=1)
_OPERATIONS = (
    "change",
    "remind",
    "told",
    "missed",
    "snooze",
    "wake",
    "wake no more",
    "dismiss",
    "open item",
    "open one",
    "all read",
    "level",
    "leave",
    "mark told",
    "drop item",
)


class Machine:
    """A store, and what a person and the program do with it; `pick` chooses among what there is."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "store.sqlite")
        self.activity = Activity(self.store.db)
        self.reminders = Reminders(self.store)
        self.known: list[Reminder] = []
        self.count = 0
        for ref in REFS:
            self.store.add_calendar(ref, "Team")

    def do(self, what: str, pick: int) -> None:
        ref = REFS[pick % 2]
        place = ItemRef(ref, f"i{pick % 3}")
        self.count += 1
        at = NOW + self.count * MINUTE
        some = [self.known[pick % len(self.known)].id] if self.known else []
        entries = self.pages(Filter())
        match what:
            case "change":
                self.store.put_item(item(place.item_id, ref), [replace(change(place.item_id, ref), at=at)])
            case "remind":
                event = Event(place.item_id, "Stand-up", at, at + MINUTE)
                self.known += self.reminders.add([Reminder(place, event, at, "a")])
            case "told" | "missed":
                self.reminders.mark_told(some, missed=what == "missed")
            case "snooze":
                self.reminders.snooze(some, at)
            case "wake" | "wake no more":
                self.reminders.wake(some, holds=what == "wake")
            case "dismiss":
                self.reminders.dismiss(some)
            case "open item":
                self.activity.mark_read(items=[place])
            case "open one" if entries:
                opened: Any = entries[pick % len(entries)].what
                self.activity.mark_read(**{"reminders" if isinstance(opened, Reminder) else "changes": [opened]})
            case "all read":
                self.activity.mark_all_read(ref if pick % 3 else None)
            case "level":
                self.choose(ref, list(Level)[pick % 3])
            case "leave":
                self.store.remove_calendar(ref)
                self.store.add_calendar(ref, "Team")
                self.known = [each for each in self.known if each.item.calendar != ref]
            case "mark told":
                self.store.mark_told(self.store.untold()[: pick % 3], at)
            case "drop item":
                self.store.remove_items(ref, [place.item_id])

    def choose(self, ref: CalendarRef, level: Level) -> None:
        calendar = self.store.calendar(ref)
        assert calendar is not None
        self.store.update_calendar(replace(calendar, level=level))

    def pages(self, wanted: Filter) -> list[Entry]:
        found: list[Entry] = []
        before: Key | None = None
        while page := self.activity.page(wanted, before, 3):
            found += page
            before = page[-1].key
        return found


def at_work(operations: Sequence[tuple[str, int]], folder: Path) -> None:
    machine = Machine(folder)
    try:
        for what, pick in operations:
            machine.do(what, pick)
            counts = machine.activity.unread()
            rows = machine.pages(Filter())
            assert counts == Counter(entry.calendar for entry in rows if entry.unread)
            assert machine.pages(Filter(unread=True)) == [entry for entry in rows if entry.unread]
            for ref in REFS:
                assert len(machine.pages(Filter(ref, unread=True))) == counts.get(ref, 0)
    finally:
        machine.store.close()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_OPERATIONS), st.integers(0, 11)), max_size=25))
def test_as_many_are_counted_as_are_unread_in_the_list(operations: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        at_work(operations, Path(folder))


def test_a_missed_reminder_that_was_put_off_counts_once_it_is_told_again(tmp_path: Path) -> None:
    at_work([("remind", 0), ("missed", 0), ("snooze", 0), ("wake", 0), ("missed", 0), ("wake no more", 0)], tmp_path)
