"""Searching from the first letter to Esc: field, filters, results and details, in step with the store."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, EventType, ItemRef, Person
from c42desktop.calendar.wanted import Kind, Wanted
from c42desktop.controllers.agenda import AgendaController
from c42desktop.controllers.search import PAGE, SearchController
from c42desktop.store.faults import StoreError
from c42desktop.store.search import Search, found_beside
from c42desktop.store.store import Store, StoredItem
from c42desktop.tasks import Tasks
from c42desktop.ui.agenda_model import FACE, ROW, AgendaModel
from c42desktop.ui.main_window import MainWindow
from tests.controllers.test_agenda import AMSTERDAM, TEAM
from tests.store.faults import damage

NOON = datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
TRAVEL = CalendarRef("ann@example.org", "pubsub.example.org", "travel")


class Stage:
    """A store, a window with the agenda of it, and somebody who types."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.now = NOON
        self.bot = qtbot
        self.tasks = Tasks()
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.store.add_calendar(TRAVEL, "Travel")
        self.model = AgendaModel(self.now)
        self.window = MainWindow(self.model)
        qtbot.addWidget(self.window, before_close_func=lambda closing: closing.hide())
        self.agenda = AgendaController(self.store, self.model, now=lambda: self.now)
        self.controller = SearchController(self.store, self.window, self.tasks, now=lambda: self.now)
        self.window.set_calendars(self.store.calendars())
        self.window.far_requested.connect(self.agenda.show_item)
        self.window.day_requested.connect(self.agenda.show_day)
        self.window.show_agenda()
        self.window.resize(1120, 740)

    def put(self, name: str, start: datetime | date = NOON, calendar: CalendarRef = TEAM, **fields: object) -> ItemRef:
        end = start + timedelta(hours=1) if isinstance(start, datetime) else None
        event = Event(name, name, start, end, **fields)  # type: ignore[arg-type]
        ref = ItemRef(calendar, name)
        self.store.put_item(StoredItem(ref, "<x/>", b"", (event,)))
        return ref

    def show(self) -> None:
        self.agenda.reload()
        self.window.show()
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)  # shortcuts are those of the active window

    def type(self, text: str) -> None:
        self.window.page.focus_search()
        self.bot.keyClicks(self.window.page.search.field, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Where the keyboard is; Esc is the window's, wherever that is."""
        target = self.window.focusWidget() or self.window
        self.bot.keyClick(target, key, modifiers)

    def titles(self) -> list[str]:
        model = self.window.results.model
        faces = [model.index(row).data(FACE) for row in range(model.rowCount())]
        return [face.title for face in faces if not hasattr(face, "date")]

    def count(self) -> str:
        label = self.window.results.findChild(QLabel, "found-count")
        assert label is not None
        return label.full_text()  # type: ignore[no-any-return, attr-defined]

    async def settle(self) -> None:
        """Until everything that was begun is done."""
        async with asyncio.timeout(5):
            while self.controller.is_busy():
                await asyncio.sleep(0.001)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    for name in ("TYPING", "FOLLOW", "AGAIN"):
        monkeypatch.setattr(f"c42desktop.controllers.search.{name}", 0.0)
    made = Stage(tmp_path, qtbot)
    yield made
    made.controller.close()
    made.store.close()


async def test_what_is_typed_is_found_as_it_is_typed(stage: Stage) -> None:
    stage.put("Design review", NOON + timedelta(hours=2))
    stage.put("Old review", NOON - timedelta(days=3))
    stage.put("Retro", location="Room of the designers")
    stage.put("Dentist")
    stage.show()
    stage.type("de")
    await stage.settle()
    assert stage.titles() == ["Dentist", "Retro", "Design review"]
    assert stage.count() == "3 events"
    stage.type("rev")
    await stage.settle()
    assert stage.titles() == ["Design review", "Old review"]
    assert stage.window.page.shows_found()


async def test_a_series_is_one_row_at_its_next_occurrence(stage: Stage) -> None:
    stage.put("Stand-up", NOON - timedelta(days=700, hours=2), rrules=("FREQ=WEEKLY",))
    stage.put("Old series", NOON - timedelta(days=700), rrules=("FREQ=DAILY;COUNT=3",))
    stage.put("Stand", NOON + timedelta(days=1))
    stage.show()
    stage.type("st")
    await stage.settle()
    assert stage.titles() == ["Stand-up", "Stand"]
    model = stage.window.results.model
    days = [row.day for row in (model.index(n).data(ROW) for n in range(model.rowCount())) if row.item]
    assert days == sorted(days)
    assert all(day >= NOON.date() for day in days)
    stage.type("old")
    await stage.settle()
    assert model.first().data(ROW).day == (NOON - timedelta(days=698)).date()


async def test_esc_returns_to_the_agenda_as_it_was(stage: Stage) -> None:
    for number in range(40):
        stage.put(f"Event {number:02}", NOON + timedelta(hours=4 * number))
    stage.put("Zeppelin", NOON + timedelta(days=200))
    stage.show()
    view = stage.window.view
    async with asyncio.timeout(5):
        while not stage.model.find(ItemRef(TEAM, "Event 35")).isValid():
            await asyncio.sleep(0.001)
    view.doItemsLayout()
    view.select(stage.model.find(ItemRef(TEAM, "Event 30")))
    view.setFocus()
    before = (view.verticalScrollBar().value(), view.selected().data(ROW), stage.window.details.shown())
    assert before[0] > 0
    stage.type("zep")
    await stage.settle()
    assert stage.titles() == ["Zeppelin"]
    assert stage.window.details.shown() is None
    stage.press(Qt.Key.Key_Down)
    assert stage.window.details.shown().event.summary == "Zeppelin"  # type: ignore[union-attr]
    stage.press(Qt.Key.Key_Escape)
    assert not stage.window.page.shows_found()
    assert (view.verticalScrollBar().value(), view.selected().data(ROW), stage.window.details.shown()) == before
    assert stage.window.page.search.field.text() == ""
    assert stage.window.focusWidget() is view


async def test_what_is_erased_leaves_the_keyboard_in_the_field(stage: Stage) -> None:
    stage.put("Review")
    stage.show()
    stage.type("r")
    await stage.settle()
    assert stage.titles() == ["Review"]
    stage.press(Qt.Key.Key_Backspace)
    assert stage.window.page.shows_agenda()
    assert stage.window.focusWidget() is stage.window.page.search.field
    stage.press(Qt.Key.Key_Escape)
    assert stage.window.focusWidget() is stage.window.view


async def test_the_keyboard_goes_down_into_the_results_and_back_up(stage: Stage) -> None:
    stage.put("Review")
    stage.put("Review again", NOON + timedelta(hours=1))
    stage.show()
    stage.window.page.show_activity()
    stage.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = stage.window.page.search.field
    assert stage.window.focusWidget() is field
    stage.bot.keyClicks(field, "review")
    await stage.settle()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        stage.press(key)
    assert stage.window.results.view.selected().data(FACE).title == "Review again"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up):
        stage.press(key)
    assert stage.window.focusWidget() is field
    assert field.selectedText() == "review"
    stage.press(Qt.Key.Key_Escape)
    assert stage.window.page.shows_activity()


async def test_enter_opens_the_first_and_ctrl_enter_shows_it_in_the_agenda(stage: Stage) -> None:
    ref = stage.put("Review", NOON + timedelta(days=3))
    stage.put("Something", NOON + timedelta(days=1))
    stage.show()
    stage.window.resize(800, 600)
    days: list[date] = []
    stage.window.day_requested.connect(days.append)
    stage.type("review")
    await stage.settle()
    stage.press(Qt.Key.Key_Return)
    assert stage.window.details.shown().event.summary == "Review"  # type: ignore[union-attr]
    assert stage.window.details.isVisible()
    stage.press(Qt.Key.Key_Escape)
    assert stage.window.page.shows_found()
    assert stage.window.results.view.isVisible()
    stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.page.shows_agenda()
    assert days == [(NOON + timedelta(days=3)).date()]
    assert stage.window.view.selected().data(ROW).item == ref


@pytest.mark.parametrize("days", [-300, 300])
async def test_what_is_far_away_is_selected_among_the_others_of_its_day(stage: Stage, days: int) -> None:
    ref = stage.put("Review", NOON + timedelta(days=days))
    stage.show()
    stage.type("review")
    await stage.settle()
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.page.shows_agenda()
    assert stage.window.view.selected().data(ROW).item == ref
    assert stage.window.details.shown().item == ref  # type: ignore[union-attr]


async def test_what_moved_since_it_was_found_is_shown_where_it_is_now(stage: Stage) -> None:
    ref = stage.put("Review", NOON + timedelta(days=300))
    stage.show()
    stage.type("review")
    await stage.settle()
    stage.put("Review", NOON + timedelta(days=500))
    stage.agenda.touch([ref])
    async with asyncio.timeout(5):
        while stage.model.find(ref).isValid() and stage.model.find(ref).data(ROW).day.year == 2027:
            await asyncio.sleep(0.001)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.view.selected().data(ROW).item == ref
    assert stage.window.view.selected().data(ROW).day == (NOON + timedelta(days=500)).date()


async def test_filters_go_with_words_and_without_and_one_click_clears_them(stage: Stage) -> None:
    stage.put("Review", attendees=(Person("Ann", "mailto:ann@example.org", "needs-action"),))
    stage.put("Review the text", type=EventType.TODO)
    stage.put("Train", calendar=TRAVEL)
    stage.show()
    bar = stage.window.page.search
    actions = {action.text(): action for action in bar.menu().actions()}
    actions["Travel"].trigger()
    await stage.settle()
    assert stage.titles() == ["Train"]
    assert stage.count() == "1 event · Travel"
    assert bar.filter.text() == "1"
    assert bar.filter.accessibleName() == "Filter, 1 chosen"
    bar.choose(Wanted("review", kinds=frozenset({Kind.TODO})))
    await stage.settle()
    assert stage.titles() == ["Review the text"]
    bar.choose(replace(bar.wanted, kinds=frozenset(), invitations=True))
    await stage.settle()
    assert stage.titles() == ["Review"]
    stage.bot.mouseClick(stage.window.results._clear, Qt.MouseButton.LeftButton)
    await stage.settle()
    assert bar.wanted == Wanted("review")
    assert sorted(stage.titles()) == ["Review", "Review the text"]
    assert not stage.window.results._clear.isVisible()
    bar.choose(Wanted(invitations=True))
    await stage.settle()
    stage.press(Qt.Key.Key_Escape)
    assert stage.window.page.shows_agenda()
    assert bar.wanted == Wanted()


async def test_unread_follows_what_happens(stage: Stage) -> None:
    stage.put("Review")
    stage.show()
    stage.window.page.search.choose(Wanted(unread=True))
    await stage.settle()
    assert stage.titles() == []
    assert stage.window.results.view.empty_text() == "No event passes these filters."
    ref = ItemRef(TEAM, "Review")
    change = Change(ChangeKind.CHANGED, TEAM, "Review", "Review", datetime.now(UTC))
    stage.store.put_item(stage.store.item(ref), [change])  # type: ignore[arg-type]
    stage.controller.touch([ref])
    await stage.settle()
    assert stage.titles() == ["Review"]


async def test_a_push_changes_what_is_shown_and_the_selection_stays(stage: Stage) -> None:
    for number in range(3):
        stage.put(f"Review {number}", NOON + timedelta(hours=number))
    stage.show()
    stage.type("review")
    await stage.settle()
    view = stage.window.results.view
    view.setCurrentIndex(stage.window.results.model.find(ItemRef(TEAM, "Review 1")))
    stage.put("Review", NOON - timedelta(hours=1), location="Room 4")
    stage.put("Review 1", NOON + timedelta(days=2), location="Room 12")
    stage.controller.touch()
    await stage.settle()
    assert stage.titles() == ["Review", "Review 0", "Review 2", "Review 1"]
    assert view.selected().data(ROW).item.item_id == "Review 1"
    assert stage.window.details.shown().event.location == "Room 12"  # type: ignore[union-attr]
    stage.store.remove_items(TEAM, ["Review 1"])
    stage.controller.touch()
    await stage.settle()
    assert stage.window.details.shown() is None


async def test_many_come_in_pages(stage: Stage) -> None:
    with stage.store.transaction():
        for number in range(2 * PAGE + 10):
            stage.put(f"Review {number}", NOON + timedelta(hours=number - PAGE))
    stage.show()
    stage.type("review")
    await stage.settle()
    model, view = stage.window.results.model, stage.window.results.view
    assert stage.count() == f"{2 * PAGE + 10} events"
    while model.canFetchMore(view.rootIndex()):
        model.fetchMore(view.rootIndex())
    assert len(set(stage.titles())) == len(stage.titles()) == 2 * PAGE + 10
    stage.put("Review at last", NOON + timedelta(days=90))
    stage.controller.touch()
    await stage.settle()
    assert len(stage.titles()) == 2 * PAGE + 11


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("zeppelin"), "No event with “zeppelin”."),
        (Wanted("-"), "No event with “-”."),
        (Wanted("zep", kinds=frozenset({Kind.TRIP})), "No event with “zep” passes these filters."),
        (Wanted("z" * 100), "No event with “" + "z" * 59 + "…”."),
    ],
)
async def test_nothing_found_is_one_sentence(stage: Stage, wanted: Wanted, sentence: str) -> None:
    stage.put("Review")
    stage.show()
    stage.window.page.search.choose(wanted)
    await stage.settle()
    assert stage.window.results.view.empty_text() == sentence
    strip = stage.window.results.findChild(QFrame, "found-strip")
    assert strip is not None
    assert strip.isVisible() == bool(wanted.filters)


async def test_a_store_that_cannot_be_read_is_a_sentence_and_looked_at_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.put("Review")
    stage.show()
    monkeypatch.setattr("c42desktop.controllers.search.found_beside", _locked)
    monkeypatch.setattr("c42desktop.controllers.search.AGAIN", 0.05)
    stage.type("r")
    while not stage.window.results.view.empty_text():
        await asyncio.sleep(0.001)
    assert stage.window.results.view.empty_text() == "It is locked."
    assert stage.titles() == []
    monkeypatch.undo()
    await stage.settle()
    assert stage.titles() == ["Review"]


async def test_a_store_that_is_damaged_while_somebody_searches_is_replaced(stage: Stage) -> None:
    stage.put("Review")
    stage.show()
    damage(stage.store.path)
    stage.type("r")
    await stage.settle()
    assert stage.store.replaced


async def test_leaving_by_a_tab_or_today_ends_the_search(stage: Stage) -> None:
    stage.put("Review")
    stage.show()
    page = stage.window.page
    for leave in (page.go_to_today, page.show_activity, page.show_agenda, lambda: page.tabs.tabBarClicked.emit(0)):
        stage.type("r")
        assert page.shows_found()
        leave()
        assert not page.shows_found()
        assert page.search.wanted == Wanted()


async def test_an_index_that_an_update_left_empty_is_filled(stage: Stage) -> None:
    stage.put("Review")
    stage.store.db.execute("DELETE FROM search")
    stage.store.db.execute("UPDATE listed SET place = NULL, due = -9e12")
    stage.controller.start()
    await stage.settle()
    assert Search(stage.store.db).found(Wanted("review"))
    stage.store.db.execute("DELETE FROM search")
    stage.store.db.execute("UPDATE listed SET place = NULL, due = -9e12")
    stage.show()
    stage.type("review")
    await stage.settle()
    assert stage.titles() == ["Review"]


async def test_in_a_narrow_window_the_field_is_an_icon_that_takes_the_whole_bar(stage: Stage) -> None:
    stage.put("Review")
    stage.show()
    stage.window.set_unread({TEAM: 120})
    stage.window.resize(360, 640)
    page = stage.window.page
    assert not page.search.field.isVisible()
    stage.bot.waitUntil(lambda: page.tabs.width() >= page.tabs.sizeHint().width())  # once it is laid out
    stage.bot.mouseClick(page.search._icon, Qt.MouseButton.LeftButton)
    await stage.settle()
    assert page.search.field.isVisible()
    assert page.search.filter.isVisible()
    assert not page.tabs.isVisible()
    stage.bot.keyClicks(page.search.field, "r")
    await stage.settle()
    assert stage.titles() == ["Review"]
    stage.bot.mouseClick(page.search._back, Qt.MouseButton.LeftButton)
    await stage.settle()
    assert page.shows_agenda()
    assert page.tabs.isVisible()
    assert not page.search.field.isVisible()


def _locked(_path: Path, _wanted: Wanted) -> list[int]:
    raise StoreError("It is locked.")


async def test_an_answer_to_what_nobody_asks_any_more_is_not_shown(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.put("Review")
    stage.put("Retro")
    stage.show()
    gate, asked, shown = threading.Event(), [], []

    def slow(path: Path, wanted: Wanted) -> list[int]:
        asked.append(wanted.words)
        assert gate.wait(5)
        return found_beside(path, wanted)

    monkeypatch.setattr("c42desktop.controllers.search.found_beside", slow)
    stage.window.results.model.modelReset.connect(lambda: shown.append(stage.titles()))
    stage.window.page.focus_search()
    for letter in "ret":
        stage.bot.keyClicks(stage.window.page.search.field, letter)
        while not asked:
            await asyncio.sleep(0.001)
        await asyncio.sleep(0)
    gate.set()
    await stage.settle()
    assert asked == ["r", "ret"]
    assert shown[-1] == ["Retro"]
    assert ["Retro", "Review"] not in shown


async def test_on_another_day_other_things_are_past(stage: Stage) -> None:
    stage.put("Review", NOON)
    stage.put("Review daily", NOON - timedelta(days=3), rrules=("FREQ=DAILY",))
    stage.show()
    stage.type("review")
    await stage.settle()
    assert stage.titles() == ["Review", "Review daily"]
    stage.now = NOON + timedelta(days=1)
    stage.controller.tick()
    await stage.settle()
    assert stage.titles() == ["Review daily", "Review"]


def test_ctrl_f_does_nothing_where_nobody_is_signed_in(stage: Stage) -> None:
    stage.window.show_sign_in()
    stage.window.show()
    stage.window._on_find()
    assert not stage.window.page.search.field.hasFocus()


async def test_the_menu_of_filters_leaves_an_open_field_open(stage: Stage) -> None:
    stage.show()
    stage.window.resize(360, 640)
    bar = stage.window.page.search
    bar.focus_field()
    assert bar.needs_bar()
    for reason, still in ((Qt.FocusReason.PopupFocusReason, True), (Qt.FocusReason.TabFocusReason, False)):
        bar.eventFilter(bar.field, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert bar.needs_bar() is still


@pytest.mark.parametrize(
    "start",
    [
        datetime(1, 1, 2, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 30, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(1, 1, 1),
        date(1, 1, 1),
        date(9999, 12, 31),
    ],
)
async def test_what_lies_at_the_ends_of_the_calendar_stops_nobody(stage: Stage, start: datetime | date) -> None:
    event = Event("x", "Review of the ages", start)
    stage.store.put_item(StoredItem(ItemRef(TEAM, "x"), "<x/>", b"", (event,)))
    stage.put("Review")
    stage.window.show()
    stage.type("review")
    await stage.settle()
    assert "Review" in stage.titles()
    assert stage.count() == "2 events"
