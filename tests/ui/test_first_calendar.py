"""Who has no calendar yet is shown the way to one: by mouse, by keyboard, and not before it is known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW

from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sign_in_values import SignIn


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(made, before_close_func=lambda closing: closing.hide())
    made.set_calendars([])
    made.show()
    made.activateWindow()
    made.show_agenda()
    qtbot.waitExposed(made)
    return made


def part(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_space_is_the_next_step_after_signing_in(window: MainWindow, qtbot: QtBot) -> None:
    add = part(window, "first-add")
    assert add.isVisible() and QApplication.focusWidget() is add
    with qtbot.waitSignal(window.add_requested):
        QTest.keyClick(add, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.import_requested):
        QTest.keyClick(part(window, "first-import"), Qt.Key.Key_Space)


def test_while_the_account_is_asked_nothing_is_said_to_be_missing(window: MainWindow) -> None:
    window.set_looking(True)
    looking = part(window, "looking")
    assert isinstance(looking, QLabel) and looking.isVisible()
    assert not part(window, "first-add").isVisible()
    window.set_looking(False)
    assert part(window, "first-add").isVisible() and not looking.isVisible()
    assert QApplication.focusWidget() is part(window, "first-add")


def test_the_first_calendar_uncovers_the_agenda_and_gives_it_the_keyboard(window: MainWindow) -> None:
    window.set_looking(True)
    window.set_calendars(CALENDARS)
    assert not window.page.first.isVisible()
    assert window.view.empty_text() == "Reading calendars…"
    window.set_looking(False)
    assert window.view.empty_text() == "Nothing planned."
    assert QApplication.focusWidget() is window.view


@pytest.mark.parametrize("width", [360, 620, 1120])
def test_it_covers_the_agenda_at_every_width(window: MainWindow, width: int) -> None:
    window.resize(width, 480)
    assert window.page.first.geometry() == window.view.rect()
    ways = window.page.first
    assert ways.horizontalScrollBar().maximum() == 0
    for name in ("first-add", "first-import"):
        button = part(window, name)
        assert button.width() >= button.sizeHint().width()


def test_signing_in_can_be_given_up(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sign_in()
    form = window.sign_in
    form.set_values(SignIn("ann@example.org", "secret"))
    cancel = part(form, "cancel-sign-in")
    assert not cancel.isVisible()
    part(form, "password").setFocus()
    form.set_busy(True)
    assert cancel.isVisible() and QApplication.focusWidget() is cancel
    with qtbot.waitSignal(form.cancelled):
        assert isinstance(cancel, QPushButton)
        cancel.click()
    with qtbot.waitSignal(form.cancelled):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    form.set_busy(False)
    assert not cancel.isVisible() and QApplication.focusWidget() is part(form, "password")
