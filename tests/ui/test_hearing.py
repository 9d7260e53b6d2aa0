"""What a screen reader finds: every row as a sentence, its buttons in a menu, a banner that is read out."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import ui_activity
import ui_kinds
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QContextMenuEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, TEAM

from c42desktop.notify.actions import Act
from c42desktop.ui import banner
from c42desktop.ui.agenda_model import FACE, AgendaModel
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    model = AgendaModel(NOW)
    made = MainWindow(model)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.hide())
    made.set_calendars(CALENDARS)
    model.reset(ui_kinds.kinds())
    made.activity.model.reset(ui_activity.entries())
    made.resize(1120, 1400)
    made.show_agenda()
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def heard(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def rows(view: QAbstractItemView) -> list[tuple[QAccessible.Role, str, bool]]:
    listed = heard(view)
    children = [listed.child(place) for place in range(listed.childCount())]
    return [(each.role(), each.text(QAccessible.Text.Name), bool(each.state().selectable)) for each in children]


def find(view: AgendaView, title: str) -> QModelIndex:
    model = view.model()
    indexes = (model.index(place, 0) for place in range(model.rowCount()))
    return next(index for index in indexes if index.data(FACE).title == title)


def test_the_agenda_is_a_list_of_sentences(window: MainWindow) -> None:
    assert (heard(window.view).role(), heard(window.view).text(QAccessible.Text.Name)) == (
        QAccessible.Role.List,
        "Agenda",
    )
    told = rows(window.view)
    assert len(told) == window.view.model().rowCount()
    assert {role for role, _name, _selectable in told} == {QAccessible.Role.ListItem}
    assert (QAccessible.Role.ListItem, "Today, Sunday 22 November, 12 left", False) in told
    assert all(name.endswith(".") for _role, name, selectable in told if selectable)
    call = next(name for _role, name, _selectable in told if name.startswith("Call with Vera"))
    assert call == "Call with Vera, Today, 14:00 to 14:45, in 25 min, Video call, Ann."


def test_the_selected_row_is_known_as_such(window: MainWindow) -> None:
    index = find(window.view, "Call with Vera")
    window.view.select(index)
    row = heard(window.view).child(index.row())
    assert row.state().selected and row.state().focusable


def test_the_activity_list_is_a_list_of_sentences(window: MainWindow) -> None:
    window.page.show_activity()
    told = rows(window.activity.view)
    assert {role for role, _name, _selectable in told} == {QAccessible.Role.ListItem}
    assert len(told) == window.activity.model.rowCount() and all(name for _role, name, _selectable in told)
    assert any("Design review moved" in name and "15:00" in name for _role, name, _selectable in told)


def test_a_calendar_is_a_check_box_that_says_more_than_its_colour(window: MainWindow) -> None:
    window.set_unread({TEAM: 2})
    box = window.sidebar.findChild(CalendarBox, "calendar-team")
    spoken = heard(box)
    assert spoken.role() is QAccessible.Role.CheckBox and spoken.state().checked
    assert spoken.text(QAccessible.Text.Name) == "Product team"
    assert "2 unread" in spoken.text(QAccessible.Text.Description)


def press_menu_key(view: QWidget) -> None:
    """What Qt does where the platform tells of the key; the one without a screen does not."""
    at = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)


def open_menu(window: MainWindow, qtbot: QtBot, title: str) -> QMenu:
    window.view.select(find(window.view, title))
    window.view.setFocus()
    press_menu_key(window.view)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


EVENT = ["Edit", "Duplicate", "Move to", "Delete…", "", "Export…", "Show source…", "Copy link"]


def test_the_buttons_of_a_row_are_in_the_menu_of_its_key(window: MainWindow, qtbot: QtBot) -> None:
    menu = open_menu(window, qtbot, "Call with Vera")
    assert [action.text() for action in menu.actions()] == ["Open", "Join", "", *EVENT]
    with qtbot.waitSignal(window.acted) as acted:
        choose(menu, "Join")
    assert acted.args[0] is Act.JOIN  # type: ignore[index]


def test_an_invitation_is_answered_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    menu = open_menu(window, qtbot, "Budget 2027")
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Open", "Accept", "Decline", *(each for each in EVENT if each)]  # its format knows no maybe
    with qtbot.waitSignal(window.acted) as acted:
        choose(menu, "Decline")
    assert acted.args[0] is Act.DECLINE  # type: ignore[index]


def test_a_header_has_no_menu(window: MainWindow) -> None:
    header = window.view.visualRect(window.view.model().index(0, 0)).center()
    window.view.customContextMenuRequested.emit(header)
    assert QApplication.activePopupWidget() is None


def test_a_banner_is_read_out_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, bool]] = []

    def update(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        told.append((event.message(), event.politeness() is QAccessible.AnnouncementPoliteness.Assertive))

    monkeypatch.setattr(
        banner,
        "QAccessible",
        SimpleNamespace(updateAccessibility=update, AnnouncementPoliteness=QAccessible.AnnouncementPoliteness),
    )
    offline = BannerText(BannerKind.OFFLINE, "Offline since 13:12", "Connect now")
    for shown in (offline, offline, BannerText(BannerKind.ERROR, "The disk is full."), None, offline):
        window.set_banner(shown)
    assert told == [("Offline since 13:12", False), ("The disk is full.", True), ("Offline since 13:12", False)]
