"""The line for a new event: it shows what it understood, and hands over what was typed."""

from __future__ import annotations

from datetime import datetime

import pytest
import ui_fakes as fakes
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import CalendarRef, Event
from c42desktop.ui.quick_add import QuickAdd

FRAME = 2  # that the platform of the tests draws around it
LUNCH = "Lunch Thu 12:30 1h @Canteen"


class Shown:
    """The line with three calendars, and what came of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = fakes.NOW
        self.box = QuickAdd(lambda: self.now)
        qtbot.addWidget(self.box)
        self.box.set_calendars(fakes.CALENDARS[:3], fakes.ANN)
        self.added: list[tuple[Event, CalendarRef]] = []
        self.more: list[tuple[Event | None, CalendarRef | None]] = []
        self.box.added.connect(lambda event, ref: self.added.append((event, ref)))
        self.box.more.connect(lambda event, ref: self.more.append((event, ref)))

    def type(self, text: str) -> None:
        self.box.line.clear()
        QTest.keyClicks(self.box.line, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.box.line, key)

    def words(self) -> dict[str, str]:
        """What is shown, by name."""
        labels = self.box.findChildren(QLabel)
        return {each.objectName().removeprefix("quick-add-"): each.text() for each in labels if not each.isHidden()}

    @property
    def choice(self) -> QComboBox:
        found = self.box.findChild(QComboBox, "quick-add-calendar")
        assert found is not None
        return found

    def button(self, name: str) -> QPushButton:
        found = self.box.findChild(QPushButton, f"quick-add-{name}")
        assert found is not None
        return found


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_what_was_understood_is_shown_while_it_is_typed(shown: Shown) -> None:
    shown.type(LUNCH)
    assert shown.words() == {
        "title": "Lunch",
        "when": "Thursday 12:30 – 13:30",
        "about": "26 November · Canteen",
    }
    shown.type("Yoga elke ma en wo 18:00 90 min")
    assert shown.words()["when"] == "Tomorrow 18:00 – 19:30"
    assert shown.words()["about"] == "Monday 23 November · Every week on Mon and Wed"
    shown.type("Trip 23-27 dec")
    assert shown.words()["when"] == "Wed 23 Dec – Sun 27 Dec, all day"
    assert "about" not in shown.words()


def test_return_adds_it_to_the_calendar_that_is_shown(shown: Shown) -> None:
    shown.type(LUNCH)
    shown.press(Qt.Key.Key_Return)
    [(event, ref)] = shown.added
    assert (event.summary, event.location, event.start, ref) == ("Lunch", "Canteen", fakes.at(26, 12, 30), fakes.ANN)
    shown.box.taken()
    assert shown.box.line.text() == ""


def test_a_calendar_is_chosen_by_hand_or_named_in_the_line(shown: Shown) -> None:
    shown.choice.setCurrentIndex(2)
    shown.choice.activated.emit(2)
    shown.type("Lunch #product")
    assert (shown.choice.currentText(), shown.choice.isEnabled()) == ("Product team", False)
    shown.press(Qt.Key.Key_Return)
    shown.type("Lunch")
    assert (shown.choice.currentText(), shown.choice.isEnabled()) == ("Product team", True)
    assert [ref for _event, ref in shown.added] == [fakes.TEAM]


def test_without_a_title_nothing_is_added_and_all_its_fields_can_be_had(shown: Shown) -> None:
    assert not shown.button("add").isEnabled()
    shown.type("tomorrow 14:30")
    shown.press(Qt.Key.Key_Return)
    assert not shown.added and not shown.button("add").isEnabled()
    assert shown.words()["title"] == "What is it called?"
    shown.button("more").click()
    [(event, ref)] = shown.more
    assert (event.start, ref) == (fakes.at(23, 14, 30), fakes.ANN)


def test_nothing_typed_leaves_the_time_to_the_form(shown: Shown) -> None:
    shown.button("more").click()
    assert shown.more == [(None, fakes.ANN)]


def test_why_it_was_not_added_is_said_until_the_line_is_changed(shown: Shown) -> None:
    shown.type(LUNCH)
    shown.box.show_fault("You may not write to this calendar.")
    assert shown.words()["fault"] == "You may not write to this calendar."
    assert shown.box.line.accessibleDescription() == "You may not write to this calendar."
    shown.type("x")
    assert "fault" not in shown.words()


def test_what_the_line_means_is_read_aloud(shown: Shown) -> None:
    shown.type(LUNCH)
    assert shown.box.line.accessibleDescription() == "Lunch, Thursday 12:30 – 13:30, 26 November · Canteen"


def test_without_a_calendar_that_takes_events_it_says_so(shown: Shown) -> None:
    shown.box.set_calendars(())
    assert shown.words() == {"about": "None of your calendars takes new events. Add or create one first."}
    shown.type(LUNCH)
    shown.press(Qt.Key.Key_Return)
    assert not shown.added


def test_it_opens_below_its_button_within_the_window_and_keeps_what_was_typed(shown: Shown, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    anchor = QPushButton("New event", window)
    anchor.setGeometry(QRect(100, 10, 90, 30))
    window.show()
    shown.type("Lunch")
    shown.box.open_at(anchor)
    below = anchor.mapToGlobal(QPoint(0, 30))
    assert abs(shown.box.x() - below.x()) <= FRAME and 0 < shown.box.y() - below.y() < 10
    shown.box.close()
    window.resize(500, 200)
    window.move(150, 100)
    anchor.move(400, 10)
    shown.box.open_at(anchor)
    right = window.frameGeometry().right() + 1 + FRAME
    assert right - 2 * FRAME <= shown.box.x() + shown.box.width() <= right
    shown.box.close()
    window.move(700, 700)
    shown.box.open_at(anchor)
    room = window.screen().availableGeometry().adjusted(0, 0, FRAME, FRAME)
    assert room.contains(QRect(shown.box.pos(), shown.box.size()))
    QTest.keyClick(shown.box, Qt.Key.Key_Escape)
    assert not shown.box.isVisible() and shown.box.line.text() == "Lunch"
    shown.box.open_at(anchor)
    assert shown.box.line.selectedText() == "Lunch"


def test_it_is_read_anew_when_it_opens_on_another_day(shown: Shown, qtbot: QtBot) -> None:
    anchor = QWidget()
    qtbot.addWidget(anchor)
    shown.type("Lunch tomorrow")
    shown.now = datetime(2026, 11, 29, 9, 0, tzinfo=fakes.ZONE)
    shown.box.open_at(anchor)
    assert shown.words()["about"] == "Monday 30 November"


def test_what_was_understood_is_coloured_and_the_text_stays_as_it_was_typed(shown: Shown) -> None:
    shown.type(LUNCH)
    assert shown.box.line.text() == LUNCH
    shown.box.line.undo()
    assert shown.box.line.text() != LUNCH  # marking leaves what can be undone alone
    shown.type("Lunch")
    plain = shown.box.line.grab(QRect(QPoint(0, 0), shown.box.line.size())).toImage()
    shown.type("12:30")
    coloured = shown.box.line.grab(QRect(QPoint(0, 0), shown.box.line.size())).toImage()
    assert _has_accent(coloured) and not _has_accent(plain)


def _has_accent(image: object) -> bool:
    size = image.size()  # type: ignore[attr-defined]
    colors = (
        image.pixelColor(x, y)  # type: ignore[attr-defined]
        for x in range(8, size.width() - 8)
        for y in range(8, size.height() - 8)
    )
    return any(color.blue() - color.red() > 100 for color in colors)
