"""A line becomes an event in a calendar that takes it, or a draft for the editor."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Event, ItemRef
from c42desktop.controllers.quick_add import QuickAddController
from c42desktop.errors import UserError
from c42desktop.store.faults import StoreError

NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZoneInfo("Europe/Amsterdam"))
TEAM = CalendarRef("ann@example.com", "pubsub.example.com", "team")
READ_ONLY = CalendarRef("ann@example.com", "pubsub.example.com", "holidays")
FILE = local_ref("holidays.ics")


class Editing:
    """Takes events for all calendars but one, and refuses while `refusal` is set."""

    def __init__(self) -> None:
        self.created: list[tuple[CalendarRef, Event]] = []
        self.refusal = ""

    def create(self, calendar: CalendarRef, event: Event) -> ItemRef:
        if self.refusal:
            raise UserError(self.refusal)
        self.created.append((calendar, event))
        return ItemRef(calendar, event.uid)

    def takes_events(self, calendar: Calendar) -> bool:
        return calendar.ref != READ_ONLY and calendar.state is not CalendarState.REMOVED


class Stage:
    """A window with the line, and what came of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editing = Editing()
        self.calendars = [
            Calendar(READ_ONLY, "Holidays"),
            Calendar(CalendarRef("ann@example.com", "pubsub.example.com", "old"), "Old", state=CalendarState.REMOVED),
            Calendar(TEAM, "Team"),
            Calendar(FILE, "File"),
        ]
        self.fault = ""
        self.items: list[ItemRef] = []
        self.drafts: list[tuple[Event, CalendarRef | None]] = []
        self.controller = QuickAddController(
            self.window,
            self.editing,
            calendars=self._calendars,
            now=lambda: NOW,
            on_added=self.items.append,
            on_more=lambda event, ref: self.drafts.append((event, ref)),
        )

    def _calendars(self) -> list[Calendar]:
        if self.fault:
            raise StoreError(self.fault)
        return self.calendars

    def enter(self, text: str) -> None:
        line = self.controller.line.line
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_return_creates_the_event_and_closes_the_line(stage: Stage) -> None:
    stage.controller.open()
    stage.enter("Lunch Thu 12:30")
    [(calendar, event)] = stage.editing.created
    assert (calendar, event.summary, bool(event.uid)) == (TEAM, "Lunch", True)
    assert stage.items == [ItemRef(TEAM, event.uid)]
    assert not stage.controller.line.isVisible()


def test_only_calendars_that_take_events_can_be_named(stage: Stage) -> None:
    stage.controller.open()
    stage.enter("Lunch #holidays")
    stage.controller.open()
    stage.enter("Lunch #old")
    stage.controller.open()
    stage.enter("Lunch #file")
    assert [(ref, event.summary) for ref, event in stage.editing.created] == [
        (TEAM, "Lunch #holidays"),
        (TEAM, "Lunch #old"),
        (FILE, "Lunch"),
    ]


def test_the_next_event_goes_where_the_last_one_went_and_is_another_one(stage: Stage) -> None:
    for text in ("Lunch #file", "Lunch"):
        stage.controller.open()
        stage.enter(text)
    (first, one), (second, other) = stage.editing.created
    assert first == second == FILE and one.uid != other.uid


def test_a_refusal_is_said_below_the_line_which_stays(stage: Stage) -> None:
    stage.editing.refusal = "You may not write to this calendar."
    stage.controller.open()
    stage.enter("Lunch")
    box = stage.controller.line
    assert box.isVisible() and box.line.text() == "Lunch"
    assert box.line.accessibleDescription() == "You may not write to this calendar."
    assert stage.items == []


def test_a_store_that_cannot_be_read_is_named(stage: Stage) -> None:
    stage.fault = "The disk is full."
    stage.controller.open()
    assert stage.controller.line.line.accessibleDescription() == "The disk is full."


def test_more_hands_over_the_draft_and_its_calendar(stage: Stage) -> None:
    stage.controller.open()
    box = stage.controller.line
    box.line.setText("Lunch Thu #file")
    found = box.findChild(QPushButton, "quick-add-more")
    assert found is not None
    found.click()
    [(event, ref)] = stage.drafts
    assert (event.summary, ref, bool(event.uid)) == ("Lunch", FILE, True)
    assert not box.isVisible() and not stage.editing.created
