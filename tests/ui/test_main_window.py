"""The window: two pages, three columns that fold, and closing that does not quit."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, DESIGN, DESIGN_ITEM, MOVED, NOW, TEAM, entries, item, occurrence

from c42desktop.calendar.model import CalendarState, Change, FieldChange, ItemRef
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.pills import Pill, PillKind, pill_for
from c42desktop.ui.sign_in_values import SignIn

Make = Callable[..., MainWindow]


@pytest.fixture
def model() -> AgendaModel:
    made = AgendaModel(NOW)
    made.reset(entries())
    return made


@pytest.fixture
def make(model: AgendaModel, qtbot: QtBot) -> Make:
    def making(width: int = 1120, height: int = 740, **given: object) -> MainWindow:
        window = MainWindow(model, **given)  # type: ignore[arg-type]
        # Closing is what is tested here, so the fixture must not wait for it.
        qtbot.addWidget(window, before_close_func=lambda closing: closing.hide())
        window.set_calendars(CALENDARS)
        window.show_agenda()
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        return window

    return making


def widget(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def left(part: QWidget) -> int:
    return part.mapTo(part.window(), QPoint(0, 0)).x()


def title(window: MainWindow) -> str:
    found = window.details.findChild(QLabel, "details-title")
    return found.text() if found else ""


def test_the_columns_of_the_drawing(make: Make) -> None:
    window = make()
    assert (left(window.sidebar), left(window.view), left(window.details)) == (0, 232, 805)


def test_only_the_list_grows_and_shrinks_with_the_window(make: Make) -> None:
    window = make()
    window.resize(960, 740)
    assert (window.sidebar.width(), window.details.width()) == (231, 315)


def test_below_900_the_details_cover_the_list_only_when_opened(make: Make, qtbot: QtBot) -> None:
    window = make(880)
    assert not window.details.isVisible()
    assert window.open_item(DESIGN_ITEM)
    assert window.details.isVisible() and not window.view.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.view.isVisible() and not window.details.isVisible()


def test_moving_the_selection_by_keyboard_does_not_cover_the_list(make: Make, model: AgendaModel) -> None:
    window = make(880)
    window.view.select(model.find(DESIGN_ITEM))
    assert window.view.isVisible()
    window.view.opened.emit(None)
    assert window.details.isVisible()


def test_made_wide_again_the_details_stand_beside_the_list(make: Make) -> None:
    window = make(880)
    window.open_item(DESIGN_ITEM)
    window.resize(1120, 740)
    assert window.view.isVisible() and window.details.isVisible()
    assert title(window) == "Design review"


def test_below_620_the_sidebar_folds_and_unfolds_over_the_list(make: Make, qtbot: QtBot) -> None:
    window = make(500)
    assert not window.sidebar.isVisible()
    widget(window, "unfold-sidebar").click()  # type: ignore[attr-defined]
    assert window.sidebar.isVisible() and left(window.view) == 0
    qtbot.mouseClick(widget(window, "scrim"), Qt.MouseButton.LeftButton, pos=QPoint(480, 300))
    assert not window.sidebar.isVisible()
    window.resize(1120, 740)
    assert window.sidebar.isVisible() and not widget(window, "unfold-sidebar").isVisible()


def test_folding_and_unfolding_keeps_the_widths(make: Make) -> None:
    window = make()
    window.page.set_widths({"sidebar": 280, "details": 350})
    for width in (1000, 880, 500, 880, 1000, 1120):
        window.resize(width, 740)
    assert (window.sidebar.width(), window.details.width()) == (279, 349)


def test_an_event_is_opened_with_its_change_and_calendar(make: Make) -> None:
    window = make(find_change=lambda which: MOVED if which == DESIGN_ITEM else None)
    assert window.open_item(DESIGN_ITEM)
    shown = window.details.shown()
    assert shown is not None
    assert (shown.item, shown.change, shown.calendar) == (DESIGN_ITEM, MOVED, CALENDARS[0])


def test_an_event_that_is_not_there_is_not_opened(make: Make) -> None:
    assert not make().open_item(item("team", "gone"))


def test_a_row_says_that_what_was_cancelled_is_on_again() -> None:
    again = replace(MOVED, fields=(FieldChange("status", "cancelled", "confirmed"),))
    assert pill_for(again, NOW) == Pill(PillKind.CHANGED, "On again")


def test_the_details_follow_a_change_of_the_selected_event(make: Make, model: AgendaModel) -> None:
    changes: dict[ItemRef, Change] = {}
    window = make(find_change=changes.get)
    window.open_item(DESIGN_ITEM)
    changes[DESIGN_ITEM] = MOVED
    pill = pill_for(MOVED, NOW)
    assert pill == Pill(PillKind.MOVED, "Moved from 14:00")
    model.mark(DESIGN_ITEM, pill)
    assert window.details.findChild(QWidget, "change-card") is not None
    model.replace(
        DESIGN_ITEM, [occurrence(DESIGN.moved_to(NOW.replace(hour=18, minute=0), NOW.replace(hour=19, minute=0)))]
    )
    assert window.details.findChild(QLabel, "details-when").text() == "Today 18:00 – 19:00"


def test_the_details_empty_when_the_event_goes(make: Make, model: AgendaModel) -> None:
    window = make()
    window.open_item(DESIGN_ITEM)
    model.replace(DESIGN_ITEM, ())
    assert window.details.shown() is None


def test_closing_hides_where_there_is_a_tray(make: Make) -> None:
    window = make(has_tray=lambda: True)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted() and not window.isVisible()


def test_closing_minimises_where_there_is_no_tray(make: Make) -> None:
    window = make()
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted() and window.isMinimized()


def test_quitting_is_ctrl_q(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.quit_requested):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_a_click_on_the_tray_icon_hides_and_shows(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.present()
    qtbot.waitUntil(window.isActiveWindow)
    window.toggle()
    assert not window.isVisible()
    window.toggle()
    assert window.isVisible()


def test_size_and_widths_are_kept(make: Make, model: AgendaModel, qtbot: QtBot) -> None:
    kept: list[str] = []
    window = make(700, 500, save_layout=kept.append)
    window.page.set_widths({"sidebar": 260})
    window.save_layout()
    again = MainWindow(model, load_layout=lambda: kept[-1])
    qtbot.addWidget(again, before_close_func=lambda closing: closing.hide())
    again.show_agenda()
    again.show()
    assert (again.width(), again.height()) == (700, 500)
    assert again.sidebar.width() == 259


@pytest.mark.parametrize(
    "layout", ["", "x", "[]", json.dumps({"geometry": 5, "sidebar": "wide"}), '{"geometry": "AAAA"}']
)
def test_a_layout_that_cannot_be_read_is_no_layout(make: Make, layout: str) -> None:
    assert make(load_layout=lambda: layout).isVisible()


def test_leaving_a_calendar_is_confirmed(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.sidebar.leave_requested.emit(TEAM)
    box = window.findChild(QMessageBox, "confirm-leave")
    assert box.text() == "Leave “Product team”?"
    leave = next(each for each in box.buttons() if each.text() == "Leave")
    with qtbot.waitSignal(window.leave_requested) as left_calendar:
        leave.click()
    assert left_calendar.args == [TEAM]


def test_a_request_that_waits_is_withdrawn_in_its_own_words(make: Make) -> None:
    window = make()
    waiting = replace(CALENDARS[0], state=CalendarState.PENDING)
    window.set_calendars([waiting])
    window.sidebar.leave_requested.emit(TEAM)
    box = window.findChild(QMessageBox, "confirm-leave")
    assert box.text() == "Withdraw your request to see “Product team”?"
    assert "Withdraw" in [each.text() for each in box.buttons()]


def test_signing_in_first_and_the_agenda_after(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_sign_in()
    assert window.sign_in.isVisible() and not window.view.isVisible()
    window.sign_in.set_values(SignIn("ann@example.org", "secret"))
    with qtbot.waitSignal(window.sign_in_submitted):
        widget(window, "sign-in-button").click()  # type: ignore[attr-defined]
    window.show_agenda()
    assert window.view.isVisible()
    assert widget(window, "password").text() == ""  # type: ignore[attr-defined]


def test_who_pressed_a_button_of_the_banner_goes_on_in_the_list(make: Make, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.set_banner(BannerText(BannerKind.INFO, "Moved.", "Close", (("undo", "Undo"),)))
    window.banner.findChild(QPushButton, "banner-undo").setFocus()
    window.set_banner(None)
    assert window.focusWidget() is window.view
    window.page.search.field.setFocus()
    window.set_banner(BannerText(BannerKind.OFFLINE, "Offline since 13:12", "Connect now"))
    window.set_banner(None)
    assert window.focusWidget() is window.page.search.field


def test_the_banner_asks_to_connect(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.set_banner(BannerText(BannerKind.OFFLINE, "Offline since 13:12", "Connect now"))
    with qtbot.waitSignal(window.connect_requested):
        window.banner.findChild(QPushButton, "banner-action").click()


def test_hiding_a_calendar_in_the_sidebar_is_told_and_set_by_the_application(make: Make, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitSignal(window.visibility_changed) as changed:
        widget(window, "calendar-team").click()  # type: ignore[attr-defined]
    assert changed.args == [TEAM, False]


def test_an_unreadable_item_has_details_too(make: Make, model: AgendaModel) -> None:
    from c42desktop.calendar.model import Event

    model.replace(item("team", "urn:1"), (), [Event("x", "", problem="It cannot be read.")])
    window = make()
    window.open_item(Entry(item("team", "urn:1")).item)
    assert title(window) == "Untitled event"
