"""The window's agenda follows the store."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, EventType, FieldChange, ItemRef, Status
from c42desktop.controllers.agenda import GROUP, AgendaController
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.ui.agenda_model import FACE, ROW, AgendaModel
from c42desktop.ui.agenda_rows import Days, Entry
from tests.store.faults import damage

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")


class Stage:
    """A store, a model, and a clock that can be set."""

    def __init__(self, path: Path) -> None:
        self.now = NOON
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.model = AgendaModel(self.now)
        self.controller = AgendaController(self.store, self.model, now=lambda: self.now)

    def put(self, name: str, start: datetime | None, **fields: object) -> ItemRef:
        end = fields.pop("end", start + timedelta(hours=1) if start else None)
        event = Event(name, name, start, end, **fields)  # type: ignore[arg-type]
        ref = ItemRef(TEAM, name)
        self.store.put_item(StoredItem(ref, "<x/>", b"", (event,)))
        return ref

    def shown(self) -> list[str]:
        rows = [self.model.index(row, 0).data(ROW) for row in range(self.model.rowCount())]
        return [row.event.summary for row in rows if row.event]


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr("c42desktop.controllers.agenda.PAUSE", 0.0)
    monkeypatch.setattr("c42desktop.controllers.agenda.SOON", 0.0)
    monkeypatch.setattr("c42desktop.controllers.agenda.AT_ONCE", 10.0)
    monkeypatch.setattr("c42desktop.controllers.agenda.AT_START", 10.0)
    made = Stage(tmp_path)
    yield made
    made.store.close()


def test_it_shows_what_was_what_is_and_what_will_be(stage: Stage) -> None:
    stage.put("earlier today", NOON.replace(hour=1))
    stage.put("yesterday", NOON - timedelta(days=1))
    stage.put("ten years ago", NOON - timedelta(days=3650))
    stage.put("in 30 days", NOON + timedelta(days=30))
    stage.put("in a hundred years", NOON + timedelta(days=36525))
    stage.put("unreadable", None, problem="It is broken.")
    stage.controller.reload()
    there = ["ten years ago", "yesterday", "earlier today", "unreadable", "in 30 days", "in a hundred years"]
    assert stage.shown() == there


def test_a_to_do_that_is_not_done_stays_although_it_began_before(stage: Stage) -> None:
    planned = NOON - timedelta(days=5)
    stage.put("due on Friday", planned, type=EventType.TODO, due=NOON + timedelta(days=5))
    stage.put("overdue", planned, type=EventType.TODO, due=NOON - timedelta(days=2))
    stage.put("done", planned, type=EventType.TODO, due=NOON - timedelta(days=2), status=Status.COMPLETED)
    stage.put("due in 40 days", None, type=EventType.TODO, due=NOON + timedelta(days=40))
    stage.put("some day", None, type=EventType.TODO)
    stage.controller.reload()
    assert stage.shown() == ["overdue", "some day", "due on Friday", "due in 40 days"]


def test_a_to_do_that_is_on_is_shown_once(stage: Stage) -> None:
    event = Event("x", "x", NOON - timedelta(days=1), NOON + timedelta(days=1), type=EventType.TODO)
    stage.store.put_item(StoredItem(ItemRef(TEAM, "x"), "<x/>", b"", (event,)))
    stage.controller.reload()
    assert stage.shown() == ["x"]


async def test_what_somebody_wants_to_see_does_not_wait_for_its_turn(stage: Stage) -> None:
    stage.controller.reload()
    ref = stage.put("new", NOON + timedelta(hours=2))
    stage.controller.touch([ref])
    assert stage.shown() == []
    stage.controller.show_item(ref)
    assert stage.shown() == ["new"]
    stage.controller.close()


async def test_a_burst_of_updates_is_drawn_once_per_turn(stage: Stage) -> None:
    stage.controller.reload()
    drawn: list[ItemRef] = []
    original = stage.model.replace_all

    def replace_all(entries: list[Entry]) -> None:
        drawn.extend(entry.item for entry in entries)
        original(entries)

    stage.model.replace_all = replace_all  # type: ignore[method-assign, assignment]
    redrawn: asyncio.Queue[bool] = asyncio.Queue()
    stage.controller.on_drawn = lambda: redrawn.put_nowait(True)
    ref = stage.put("Review", NOON)
    for _time in range(100):
        stage.controller.touch([ref])
    await redrawn.get()
    assert drawn == [ref]
    assert redrawn.empty()
    assert stage.shown() == ["Review"]
    stage.store.remove_items(TEAM, ["Review"])
    stage.controller.touch([ref])
    await redrawn.get()
    assert stage.shown() == []


def test_what_is_deleted_far_away_is_told_too(stage: Stage) -> None:
    far = stage.put("far away", NOON + timedelta(days=36525))
    stage.controller.reload()
    stage.model.narrow(Days(NOON.date(), NOON.date()))
    gone: list[object] = []
    stage.model.gone.connect(gone.append)
    stage.controller._touched = {far: None}
    stage.controller._flush()
    assert gone == []
    stage.store.remove_items(TEAM, ["far away"])
    stage.controller._touched = {far: None}
    stage.controller._flush()
    assert gone == [far]


def test_at_midnight_a_new_day_begins(stage: Stage) -> None:
    stage.put("today", NOON)
    stage.put("for days", NOON + timedelta(hours=1), end=NOON + timedelta(days=5))
    stage.put("tomorrow", NOON + timedelta(hours=10, days=1))
    stage.controller.reload()
    assert stage.controller.tick() is False
    stage.now = NOON + timedelta(hours=13)
    assert stage.controller.tick() is True
    assert stage.shown() == ["today", "for days", "tomorrow"]
    assert stage.model.find(ItemRef(TEAM, "for days")).row() == stage.model.today().row() + 1


def test_rows_say_what_happened_lately_and_so_do_the_details(stage: Stage) -> None:
    ref = stage.put("Review", NOON + timedelta(hours=2))
    event = stage.store.item(ref).events[0]  # type: ignore[union-attr]
    moved = Change(
        ChangeKind.CHANGED,
        TEAM,
        "Review",
        "Review",
        NOON,
        (FieldChange("start", "2026-11-22T13:00:00+01:00", "2026-11-22T14:00:00+01:00"),),
        event,
    )
    item = stage.store.item(ref)
    assert item is not None
    stage.store.put_item(item, [moved, replace(moved, kind=ChangeKind.ADDED, at=NOON - timedelta(days=2))])
    stage.controller.reload()
    index = stage.model.find(ref)
    assert index.data(FACE).pill.text == "Moved from 13:00"
    assert stage.controller.find_change(ref) == moved


@pytest.mark.parametrize("hidden", [False, True])
def test_rows_say_nothing_of_what_happened_long_ago(stage: Stage, hidden: bool) -> None:
    """A program that runs for months keeps no change for so long, whether its window is on the screen or not."""
    old, new = (stage.put(name, NOON + timedelta(days=days)) for name, days in (("old", 9), ("new", 10)))
    item = stage.store.item(old)
    assert item is not None
    change = Change(ChangeKind.CHANGED, TEAM, "old", "old", NOON, (FieldChange("location", "A", "B"),), item.events[0])
    stage.controller.reload()
    stage.controller.mark(stage.store.put_item(item, [change]))
    assert stage.controller.find_change(old) is not None
    stage.now = NOON + timedelta(days=2)
    if hidden:
        stage.controller.mark([replace(change, item_id="new", at=stage.now)])
    else:
        stage.controller.tick()
    assert stage.controller.find_change(old) is None
    assert (stage.controller.find_change(new) is not None) is hidden
    assert stage.model.find(old).data(FACE).pill is None
    assert (stage.model.find(new).data(FACE).pill is not None) is hidden


def test_the_tray_lists_the_next_five_that_take_place(stage: Stage) -> None:
    stage.put("over", NOON - timedelta(hours=3))
    stage.put("running", NOON - timedelta(minutes=10))
    stage.put("cancelled", NOON + timedelta(minutes=5), status=Status.CANCELLED)
    for number in range(6):
        stage.put(f"next {number}", NOON + timedelta(hours=number + 1))
    stage.controller.reload()
    names = [upcoming.occurrence.event.summary for upcoming in stage.controller.next_events()]
    assert names == ["running", "next 0", "next 1", "next 2", "next 3"]


def test_the_tray_leaves_out_hidden_calendars(stage: Stage) -> None:
    stage.put("next", NOON + timedelta(hours=1))
    calendar = stage.store.calendar(TEAM)
    assert calendar is not None
    stage.model.set_calendars([replace(calendar, visible=False)])
    stage.controller.reload()
    assert stage.controller.next_events() == []


async def test_rows_follow_once_a_lock_is_gone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.controllers.agenda.READ_AGAIN", 0.01)
    reads = stage.store.item

    def fail(_ref: ItemRef) -> None:
        raise StoreError("locked")

    monkeypatch.setattr(stage.store, "item", fail)
    stage.controller.touch([stage.put("Retro", NOON)])
    await asyncio.sleep(0)
    assert stage.shown() == []
    monkeypatch.setattr(stage.store, "item", reads)
    async with asyncio.timeout(5):
        while stage.shown() != ["Retro"]:
            await asyncio.sleep(0.01)


def test_a_damaged_store_is_an_empty_agenda(stage: Stage) -> None:
    stage.put("Retro", NOON)
    damage(stage.store.path)
    stage.controller.reload()
    assert stage.shown() == []
    assert stage.store.replaced


async def test_a_burst_is_drawn_in_slices(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.controller.reload()
    monkeypatch.setattr("c42desktop.controllers.agenda.SLICE", 0.0)
    drawn = asyncio.Event()
    stage.controller.on_drawn = drawn.set
    refs = [stage.put(f"{number:03}", NOON + timedelta(minutes=number)) for number in range(3 * GROUP)]
    stage.controller.touch(refs)
    while not stage.shown():
        await asyncio.sleep(0)
    assert stage.shown() == [f"{number:03}" for number in range(GROUP)]
    stage.store.remove_items(TEAM, ["000"])
    stage.controller.touch(refs[:1])
    await drawn.wait()
    assert stage.shown() == [f"{number:03}" for number in range(1, 3 * GROUP)]


async def test_with_a_new_store_nothing_of_the_old_one_stays(stage: Stage) -> None:
    stage.put("old", NOON)
    stage.controller.reload()
    stage.store.remove_items(TEAM, ["old"])
    stage.controller.reload()
    assert stage.shown() == []


async def test_once_it_is_closed_nothing_that_was_planned_reads_the_store(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.store, "item", lambda _ref: pytest.fail("the store may be closed by now"))
    stage.controller.touch([ItemRef(TEAM, "a")])
    stage.controller.close()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
