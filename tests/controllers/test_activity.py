"""List, numbers and details follow the store, and what a person has seen counts as read."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.calendar.activity import Filter
from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, ItemRef, Level
from c42desktop.controllers.activity import AT_ONCE, KEEP, MOST, ActivityController
from c42desktop.notify.actions import Act, Subject
from c42desktop.store.activity import PAGE, Activity
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.ui.activity_model import FACE, ROW
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Kind as AgendaKind
from c42desktop.ui.agenda_rows import header
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray
from tests.controllers.test_agenda import AMSTERDAM, TEAM
from tests.store.test_activity import remind

NOON = datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
TRAVEL = CalendarRef("ann@example.org", "pubsub.example.org", "travel")


class Stage:
    """A store, a window, a tray, and a clock that can be set."""

    def __init__(self, path: Path) -> None:
        self.now = NOON
        self.store = Store(path / "calendars.sqlite")
        self.calendars = [self.store.add_calendar(TEAM, "Product team"), self.store.add_calendar(TRAVEL, "Travel")]
        self.window = MainWindow(AgendaModel(self.now))
        self.window.show_agenda()
        self.tray = Tray(list, lambda: self.now)
        self.controller = ActivityController(self.store, self.window, self.tray, now=lambda: self.now)
        self.show_calendars()

    def show_calendars(self) -> None:
        self.window.set_calendars(self.store.calendars())
        self.controller.set_calendars(self.store.calendars())

    def put(self, name: str, calendar: CalendarRef = TEAM, *, away: bool = False, own: bool = False) -> Change:
        """An event is new, and the controller is told."""
        event = Event(name, name, NOON + timedelta(hours=2), NOON + timedelta(hours=3))
        change = Change(ChangeKind.ADDED, calendar, name, name, self.now.astimezone(UTC), event=event)
        (made,) = self.store.put_item(StoredItem(ItemRef(calendar, name), "<x/>", b"", (event,)), [change])
        self.controller.changed([made], [] if own else [made], away=away)
        return made

    def titles(self) -> list[str]:
        model = self.window.activity.model
        return [model.index(row).data(FACE).title for row in range(model.rowCount())]

    def numbers(self) -> tuple[int, str, dict[CalendarRef, int]]:
        boxes = self.window.sidebar._calendars._boxes
        tray = next((line for line in self.tray.tooltip().split("\n") if "new" in line), "")
        return self.window.page.tabs.unread(), tray, {ref: box._unread for ref, box in boxes.items() if box._unread}

    async def look(self) -> None:
        """A person looks at the list."""
        self.window.show()
        self.window.page.show_activity()
        await turns()


async def turns() -> None:
    for _turn in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("SOON", "PAUSE"):
        monkeypatch.setattr(f"c42desktop.controllers.activity.{name}", 0.0)
    made = Stage(tmp_path)
    qtbot.addWidget(made.window)
    monkeypatch.setattr(made.window.activity.view.viewport(), "underMouse", lambda: False)
    await turns()
    yield made
    made.controller.close()
    made.store.close()


async def test_the_numbers_are_the_same_everywhere(stage: Stage) -> None:
    assert stage.numbers() == (0, "", {})
    for number in range(3):
        stage.put(f"e{number}", TRAVEL if number else TEAM)
    await turns()
    assert stage.numbers() == (3, "3 new changes", {TEAM: 1, TRAVEL: 2})
    assert [action.text() for action in stage.tray.menu.actions()][2:4] == ["Open", "3 new changes"]
    stage.controller.mark_all_read()
    await turns()
    assert stage.numbers() == (0, "", {})


async def test_a_burst_is_counted_once_per_turn(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[bool] = []
    unread = Activity.unread

    def count(activity: Activity) -> dict[CalendarRef, int]:
        counted.append(True)
        return unread(activity)

    monkeypatch.setattr(Activity, "unread", count)
    for number in range(50):
        stage.put(f"e{number}")
    await turns()
    assert counted == [True]


async def test_for_a_list_that_nobody_sees_nothing_is_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        for name in ("page", "changes"):
            patched.setattr(Activity, name, lambda *_args: pytest.fail("nobody looks at it"))
        stage.put("unseen")
        stage.window.show()
        await turns()
    await stage.look()
    assert stage.titles() == ["Today", "unseen added"]


async def test_what_is_new_is_put_on_top_of_a_list_that_is_seen(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put("first")
    await stage.look()
    monkeypatch.setattr(Activity, "page", lambda *_args: pytest.fail("only what is new is read"))
    stage.now += timedelta(minutes=1)
    stage.put("second")
    await turns()
    assert stage.titles() == ["Today", "second added", "first added"]


async def test_opening_the_list_alone_marks_nothing_and_opening_an_entry_does(stage: Stage) -> None:
    first, second = stage.put("first"), stage.put("second")
    await stage.look()
    assert stage.numbers()[0] == 2
    view = stage.window.activity.view
    view.setCurrentIndex(stage.window.activity.model.index(1))
    await turns()
    assert stage.numbers()[0] == 2
    shown = stage.window.details.shown()
    assert shown is not None and shown.change in (first, second)
    view.opened.emit(view.selected().data(ROW))
    await turns()
    assert stage.numbers()[0] == 1
    assert view.selected().data(FACE).unread is False


async def test_an_event_that_is_gone_is_shown_as_it_was(stage: Stage) -> None:
    change = stage.put("gone")
    stage.store.remove_items(TEAM, ["gone"])
    await stage.look()
    stage.window.activity.view.setCurrentIndex(stage.window.activity.model.index(1))
    shown = stage.window.details.shown()
    assert shown is not None
    assert (shown.event, shown.change) == (change.event, change)
    assert shown.occurrence is not None


async def test_an_event_that_went_on_is_shown_as_it_is_now(stage: Stage) -> None:
    stage.put("moves")
    later = Event("moves", "moves", NOON + timedelta(hours=5), NOON + timedelta(hours=6))
    stage.store.put_item(StoredItem(ItemRef(TEAM, "moves"), "<x/>", b"", (later,)))
    await stage.look()
    stage.window.activity.view.setCurrentIndex(stage.window.activity.model.index(1))
    shown = stage.window.details.shown()
    assert shown is not None and shown.event == later


async def test_what_was_opened_in_the_agenda_or_on_the_desktop_is_read(stage: Stage) -> None:
    first, second, _third, _fourth = (stage.put(name) for name in ("first", "second", "third", "fourth"))
    stage.controller.read(Subject(changes=(first,)))
    stage.controller.read(Subject(ItemRef(TEAM, "second"), second.event))
    stage.window.view.opened.emit(header(stage.now.date()))
    event = Event("third", "third", NOON)
    row = replace(header(stage.now.date()), kind=AgendaKind.TIMED, item=ItemRef(TEAM, "third"), event=event)
    stage.window.view.opened.emit(row)
    await turns()
    assert stage.numbers()[0] == 1


async def test_our_own_changes_are_listed_and_count_as_read(stage: Stage) -> None:
    stage.put("ours", own=True)
    await stage.look()
    assert stage.titles() == ["Today", "ours added"]
    assert stage.numbers()[0] == 0


async def test_what_happened_while_nobody_was_connected_has_a_header_of_its_own(stage: Stage) -> None:
    absence = stage.controller.absence
    absence.set_online(TEAM.account, True)
    absence.set_online(TEAM.account, False)
    stage.now += timedelta(hours=3)
    absence.set_online(TEAM.account, True)
    for number in range(3):
        stage.put(f"e{number}", away=True)
    stage.now += timedelta(minutes=1)
    stage.put("live")
    await stage.look()
    assert stage.titles() == ["Today", "live added", "While you were away", "3 events added in Product team"]
    row = stage.window.activity.model.index(3).data(ROW)
    stage.window.activity.view.opened.emit(row)
    await turns()
    assert stage.numbers()[0] == 1


async def test_a_reminder_is_listed_once_it_was_told_and_says_what_became_of_it(stage: Stage) -> None:
    await stage.look()
    reminder = remind(stage.store, NOON.astimezone(UTC), missed=True)
    stage.controller.touch([reminder])
    await turns()
    assert stage.titles() == ["Today", "Reminder missed: Stand-up"]
    assert stage.numbers()[0] == 1
    stage.store.db.execute("UPDATE reminder SET dismissed = 1")
    stage.controller.touch([reminder])
    await turns()
    face = stage.window.activity.model.index(1).data(FACE)
    assert "".join(run.text for run in face.second).endswith("Dismissed")
    assert stage.numbers()[0] == 0


async def test_a_button_of_a_row_is_an_action_of_the_window(stage: Stage, qtbot: QtBot) -> None:
    reminder = remind(stage.store, NOON.astimezone(UTC))
    await stage.look()
    with qtbot.waitSignal(stage.window.acted) as acted:
        stage.window.activity.view.acted.emit(Act.DISMISS, stage.window.activity.model.index(1).data(ROW))
    assert acted.args == [Act.DISMISS, Subject(reminder.item, reminder.event, reminders=(reminder,))]


async def test_the_list_is_shown_for_one_calendar(stage: Stage) -> None:
    stage.put("team")
    stage.put("travel", TRAVEL)
    stage.controller.show(TRAVEL)
    await turns()
    assert stage.window.page.shows_activity() and stage.window.isVisible()
    assert stage.titles() == ["Today", "travel added"]
    stage.put("other")
    await turns()
    assert stage.titles() == ["Today", "travel added"]
    stage.tray.activity_requested.connect(stage.controller.show)
    stage.tray.activity_requested.emit()
    await turns()
    assert len(stage.titles()) == 4


async def test_of_unread_only_one_that_is_read_stays_until_the_list_is_opened_again(stage: Stage) -> None:
    stage.put("one")
    await stage.look()
    stage.window.activity.set_filter(Filter(unread=True))
    stage.controller.mark_all_read()
    await turns()
    assert stage.titles() == ["Today", "one added"]
    stage.controller.start_over()
    await turns()
    assert stage.titles() == []


async def test_another_level_of_a_calendar_counts_anew(stage: Stage) -> None:
    stage.put("quiet")
    await turns()
    calendar = stage.store.calendar(TEAM)
    assert calendar is not None
    stage.store.update_calendar(replace(calendar, level=Level.NOTHING))
    stage.show_calendars()
    await turns()
    assert stage.numbers() == (0, "", {})


async def test_of_very_many_the_newest_page_is_read_and_nothing_is_lost(stage: Stage) -> None:
    await stage.look()
    for number in range(AT_ONCE + 1):
        stage.put(f"e{number:03}")
    await turns()
    model = stage.window.activity.model
    assert len(model.entries) >= PAGE
    while model.canFetchMore(stage.window.activity.view.rootIndex()):
        model.fetchMore(stage.window.activity.view.rootIndex())
    assert len(model.entries) == AT_ONCE + 1


async def test_the_list_stays_short_at_its_top_and_waits_while_somebody_reads_below(stage: Stage) -> None:
    await stage.look()
    model, view = stage.window.activity.model, stage.window.activity.view
    for batch in range(MOST // AT_ONCE + 1):
        for number in range(AT_ONCE):
            stage.put(f"e{batch}-{number}")
        await turns()
    assert len(model.entries) == KEEP
    view.doItemsLayout()
    view.verticalScrollBar().setValue(600)
    for batch in range(MOST // AT_ONCE + 1):
        for number in range(AT_ONCE):
            stage.put(f"f{batch}-{number}")
        await turns()
    assert len(model.entries) <= MOST + AT_ONCE
    newest = stage.put("newest")
    await turns()
    assert newest.id not in [entry.what.id for entry in model.entries]
    view.scrollToTop()
    await turns()
    assert model.entries[0].what == newest


async def test_numbers_follow_once_a_lock_is_gone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.controllers.activity.READ_AGAIN", 0.01)

    def fail(_activity: Activity) -> None:
        raise StoreError("locked")

    with monkeypatch.context() as patched:
        patched.setattr(Activity, "unread", fail)
        stage.put("late")
        await turns()
        assert stage.numbers()[0] == 0
    async with asyncio.timeout(5):
        while stage.numbers()[0] != 1:
            await asyncio.sleep(0.01)


async def test_what_is_old_is_forgotten_at_the_start(stage: Stage) -> None:
    old = stage.put("old")
    stage.store.mark_told([old], stage.now)
    stage.now += timedelta(days=91)
    stage.controller.start()
    await stage.look()
    assert stage.titles() == []


async def test_what_is_pushed_once_it_is_closed_is_not_counted(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.look()
    stage.controller.close()
    read: list[Activity] = []
    monkeypatch.setattr(Activity, "unread", lambda activity: read.append(activity) or {})
    stage.put("pushed meanwhile")
    await turns()
    assert not read


async def test_once_it_is_closed_nothing_reads_the_store(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put("planned")
    stage.controller.close()
    monkeypatch.setattr(Activity, "unread", lambda _activity: pytest.fail("the store may be closed by now"))
    await turns()
