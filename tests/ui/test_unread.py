"""How much is unread, in the tabs, beside the calendars and on the tray icon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, TEAM, TRAVEL

from c42desktop.ui import badge, icons
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tabs import ACTIVITY, AGENDA
from c42desktop.ui.tray import Tray

RED = QColor(badge.FILL)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(AgendaModel(NOW))
    made.set_calendars(CALENDARS)
    made.show_agenda()
    made.resize(1120, 740)
    made.show()
    qtbot.addWidget(made)
    return made


def test_the_tabs_say_how_many(window: MainWindow) -> None:
    tabs = window.page.tabs
    narrow = tabs.sizeHint().width()
    window.set_unread({TEAM: 2, TRAVEL: 1})
    assert tabs.unread() == 3
    assert tabs.sizeHint().width() > narrow
    assert tabs.accessibleTabName(ACTIVITY) == "Activity, 3 unread"
    window.set_unread({})
    assert tabs.accessibleTabName(ACTIVITY) == ""
    assert tabs.sizeHint().width() == narrow


def test_the_calendars_say_how_many(window: MainWindow) -> None:
    window.set_unread({TEAM: 120})
    box = window.sidebar._calendars._boxes[TEAM]
    assert box.accessibleDescription() == "120 unread, Releases and reviews"
    before = box.grab().toImage()
    window.set_unread({TRAVEL: 1})
    assert box.accessibleDescription() == "Releases and reviews"
    assert box.grab().toImage() != before


def test_a_calendar_that_comes_later_has_its_number(window: MainWindow) -> None:
    window.set_calendars(CALENDARS[1:])
    window.set_unread({TEAM: 2})
    window.set_calendars(CALENDARS)
    assert window.sidebar._calendars._boxes[TEAM].accessibleDescription().startswith("2 unread")


def test_the_keyboard_goes_from_tab_to_tab(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.page.tabs
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert window.page.shows_activity() and window.activity.isVisible() and not window.view.isVisible()
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.currentIndex() == AGENDA and window.view.isVisible()


def test_today_leads_back_to_the_agenda(window: MainWindow) -> None:
    window.page.show_activity()
    window.page.go_to_today()
    assert window.view.isVisible()


def test_the_tray_says_how_many(qtbot: QtBot) -> None:
    tray = Tray(list, lambda: NOW)
    tray.set_unread(3)
    assert "3 new changes" in tray.tooltip()
    action = next(each for each in tray.menu.actions() if each.text() == "3 new changes")
    with qtbot.waitSignal(tray.activity_requested):
        action.trigger()
    tray.set_unread(1)
    assert "1 new change" in tray.tooltip()
    tray.set_unread(0)
    assert "new change" not in tray.tooltip() + "".join(each.text() for each in tray.menu.actions())


def image(count: int, size: int) -> QImage:
    return badge.counted("tray-online", count).pixmap(QSize(size, size), 1.0).toImage()


@pytest.mark.parametrize("size", [16, 22, 24])
def test_the_badge_is_drawn_for_the_size_it_is_shown_in(size: int) -> None:
    """White dots on red, each of whole pixels: nothing of a digit is blurred by scaling."""
    drawn = {count: image(count, size) for count in (1, 2, 3, 9, 10)}
    assert len({bytes(each.constBits()) for each in drawn.values()}) == 5
    for each in drawn.values():
        assert (each.width(), each.height()) == (size, size)
    three, corner = drawn[3], size - 9
    dots = {
        (x - corner - 3, y - corner - 2)
        for x in range(corner, size)
        for y in range(corner, size)
        if three.pixelColor(x, y) == QColor(badge.TEXT)
    }
    assert dots == {(0, 0), (1, 0), (2, 0), (2, 1), (1, 2), (2, 2), (2, 3), (0, 4), (1, 4), (2, 4)}
    assert three.pixelColor(size - 5, corner + 1) == RED


def test_more_than_nine_are_nine_and_more() -> None:
    assert image(10, 22) == image(120, 22)
    assert image(9, 22) != image(10, 22)


def test_without_anything_new_the_icon_is_as_it_is() -> None:
    assert image(0, 22) == icons.app_icon("tray-online").pixmap(QSize(22, 22), 1.0).toImage()


def test_in_a_narrow_window_the_tabs_stay_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.set_unread({TEAM: 120})
    window.resize(360, 640)
    tabs = window.page.tabs
    assert window.width() == 360
    qtbot.waitUntil(lambda: tabs.width() >= tabs.sizeHint().width(), timeout=2000)
    assert tabs.mapTo(window, tabs.rect().bottomRight()).x() < 360
