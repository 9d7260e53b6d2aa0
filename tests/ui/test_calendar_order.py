"""Calendars in the person's order and colours, by mouse and keyboard; events dropped upon them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import ANN, CALENDARS, DESIGN_ITEM, FACILITIES, HOLIDAYS, NOW, TEAM, TRAVEL

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import PALETTE, Calendar, CalendarRef
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.calendar_box import CalendarBox, mark_on
from c42desktop.ui.calendar_list import CalendarList, DropLine
from c42desktop.ui.drags import CalendarMime, Dragged, dragged_item
from c42desktop.ui.sidebar import Sidebar
from c42desktop.ui.tokens import DARK, LIGHT, Theme, contrast

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(today=NOW.date())
    qtbot.addWidget(made)
    made.resize(232, 700)
    made.set_calendars(CALENDARS)
    made.show()
    qtbot.waitUntil(lambda: box(made, FACILITIES).y() > box(made, TEAM).y())
    return made


def listed(sidebar: Sidebar) -> CalendarList:
    return sidebar.findChild(CalendarList)


def box(sidebar: Sidebar, ref: CalendarRef) -> CalendarBox:
    found = listed(sidebar).box(ref)
    assert found is not None
    return found


def dragged(item: object = None) -> CalendarMime:
    return CalendarMime(Dragged("x", "#0e7c86", str, list, item))  # type: ignore[arg-type]


class Drag:
    """What a person drags over the list; `source` is the box in which it began, if it was one."""

    def __init__(self, sidebar: Sidebar, monkeypatch: pytest.MonkeyPatch, source: QWidget | None = None) -> None:
        self.list = listed(sidebar)
        self.mime: QMimeData = dragged(None if source else DESIGN_ITEM)
        if source is not None:
            monkeypatch.setattr(self.list, "_own", lambda _event: source)

    def over(self, at: QPoint) -> bool:
        enter = QDragEnterEvent(at, COPY, self.mime, LEFT, NONE)
        QApplication.sendEvent(self.list, enter)
        move = QDragMoveEvent(at, COPY, self.mime, LEFT, NONE)
        if enter.isAccepted():
            QApplication.sendEvent(self.list, move)
        return enter.isAccepted() and move.isAccepted()

    def drop(self, at: QPoint) -> None:
        QApplication.sendEvent(self.list, QDropEvent(QPointF(at), COPY, self.mime, LEFT, NONE))

    def leave(self) -> None:
        QApplication.sendEvent(self.list, QDragLeaveEvent())


def test_a_calendar_is_dragged_to_another_place(
    sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag = Drag(sidebar, monkeypatch, box(sidebar, TEAM))
    line = sidebar.findChild(DropLine)
    below_travel = box(sidebar, TRAVEL).geometry().bottomLeft() + QPoint(20, -3)
    assert drag.over(below_travel)
    assert line.isVisible() and abs(line.geometry().center().y() - box(sidebar, HOLIDAYS).y()) <= 2
    with qtbot.waitSignal(sidebar.order_requested) as asked:
        drag.drop(below_travel)
    assert asked.args == [[ANN, TRAVEL, TEAM, HOLIDAYS, FACILITIES]]
    assert line.isHidden()


def test_where_it_was_it_stays_and_nobody_is_asked(
    sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag = Drag(sidebar, monkeypatch, box(sidebar, ANN))
    with qtbot.assertNotEmitted(sidebar.order_requested):
        drag.drop(box(sidebar, ANN).geometry().center())
        drag.over(box(sidebar, TRAVEL).geometry().center())
        drag.leave()
    assert sidebar.findChild(DropLine).isHidden()


def test_it_stays_among_those_of_its_account(sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = [AccountShown(jid, AccountState.ONLINE, "Online") for jid in ("ann@example.org", "bo@example.org")]
    other = replace(CALENDARS[0], ref=replace(TEAM, account="bo@example.org"))
    sidebar.set_accounts(accounts)
    sidebar.set_calendars([*CALENDARS[:2], other])
    qtbot.waitUntil(lambda: box(sidebar, other.ref).y() > box(sidebar, ANN).geometry().bottom())
    drag = Drag(sidebar, monkeypatch, box(sidebar, TEAM))
    assert not drag.over(box(sidebar, other.ref).geometry().bottomLeft())
    assert not listed(sidebar).can_move(ANN, 1) and listed(sidebar).can_move(ANN, -1)


@pytest.mark.parametrize(
    ("ref", "key", "order"),
    [
        (TEAM, Qt.Key.Key_Down, [ANN, TEAM, TRAVEL, HOLIDAYS, FACILITIES]),
        (FACILITIES, Qt.Key.Key_Up, [TEAM, ANN, TRAVEL, FACILITIES, HOLIDAYS]),
    ],
)
def test_the_keyboard_moves_it_and_it_keeps_the_keyboard(
    sidebar: Sidebar, qtbot: QtBot, ref: CalendarRef, key: Qt.Key, order: list[CalendarRef]
) -> None:
    moved = box(sidebar, ref)
    moved.setFocus()
    with qtbot.waitSignal(sidebar.order_requested) as asked:
        QTest.keyClick(moved, key, MOVING)
    assert asked.args == [order]
    known = {each.ref: each for each in CALENDARS}
    sidebar.set_calendars([known[each] for each in order])
    assert box(sidebar, ref) is moved
    qtbot.waitUntil(lambda: [b.calendar.ref for b in listed(sidebar)._shown()] == order)


def test_the_first_cannot_go_further_up(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sidebar.order_requested):
        QTest.keyClick(box(sidebar, TEAM), Qt.Key.Key_Up, MOVING)
    menu = {each.text(): each for each in sidebar.menu_for(CALENDARS[0]).actions()}
    assert not menu["Move up"].isEnabled()
    with qtbot.waitSignal(sidebar.order_requested) as asked:
        menu["Move down"].trigger()
    assert asked.args[0][:2] == [ANN, TEAM]


def test_an_event_falls_into_another_calendar(sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drag = Drag(sidebar, monkeypatch)
    before = box(sidebar, TRAVEL).grab().toImage()
    assert drag.over(box(sidebar, TRAVEL).geometry().center())
    assert box(sidebar, TRAVEL).grab().toImage() != before
    with qtbot.waitSignal(sidebar.event_dropped) as dropped:
        drag.drop(box(sidebar, TRAVEL).geometry().center())
    assert dropped.args == [DESIGN_ITEM, TRAVEL]
    assert box(sidebar, TRAVEL).grab().toImage() == before


def test_not_where_it_is_nor_where_the_person_may_not_write(
    sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidebar.set_may_write(lambda ref: ref != HOLIDAYS)
    drag = Drag(sidebar, monkeypatch)
    with qtbot.assertNotEmitted(sidebar.event_dropped):
        for ref in (DESIGN_ITEM.calendar, HOLIDAYS):
            assert not drag.over(box(sidebar, ref).geometry().center())
            drag.drop(box(sidebar, ref).geometry().center())


def test_files_are_the_windows_business(sidebar: Sidebar) -> None:
    mime = QMimeData()
    mime.setData("text/calendar", b"BEGIN:VCALENDAR")
    enter = QDragEnterEvent(QPoint(20, 20), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(listed(sidebar), enter)
    assert not enter.isAccepted()


def test_which_event_it_is_survives_the_way_through_the_system() -> None:
    assert dragged_item(dragged(DESIGN_ITEM)) == DESIGN_ITEM
    assert dragged_item(dragged()) is None
    broken = QMimeData()
    broken.setData("application/x-c42desktop-item", b"[1, 2]")
    assert dragged_item(broken) is None


def colors(sidebar: Sidebar, calendar: Calendar) -> QMenu:
    found = next(each.menu() for each in sidebar.menu_for(calendar).actions() if each.text() == "Colour")
    assert isinstance(found, QMenu)
    return found


def test_a_colour_of_the_palette(sidebar: Sidebar, qtbot: QtBot) -> None:
    *names, _line, other = colors(sidebar, CALENDARS[1]).actions()
    assert len(names) == len(PALETTE) and [each.isChecked() for each in names].index(True) == 1
    assert all(not each.icon().isNull() for each in names)
    with qtbot.waitSignal(sidebar.color_requested) as asked:
        names[0].trigger()
    assert asked.args == [ANN, PALETTE[0]]
    assert other.text() == "Other…"


def test_any_other_colour(sidebar: Sidebar, qtbot: QtBot) -> None:
    colors(sidebar, CALENDARS[1]).actions()[-1].trigger()
    dialog = sidebar.findChild(QColorDialog)
    assert dialog is not None and dialog.currentColor().name() == CALENDARS[1].color
    with qtbot.waitSignal(sidebar.color_requested) as asked:
        dialog.setCurrentColor(QColor("#123456"))
        dialog.accept()
    assert asked.args == [ANN, "#123456"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_text_of_a_band_is_readable_in_any_colour(theme: Theme) -> None:
    worst = min(
        (contrast(theme.tint(color).text, theme.tint(color).fill), color)
        for red in range(0, 256, 51)
        for green in range(0, 256, 51)
        for blue in range(0, 256, 51)
        for color in [f"#{red:02x}{green:02x}{blue:02x}"]
    )
    assert worst[0] >= 4.5, worst


@pytest.mark.parametrize("color", [*PALETTE, "#ffff00", "#000000", "#ffffff", "#9ca3af"])
@pytest.mark.parametrize("shown", [LIGHT, DARK])
def test_the_mark_in_a_box_is_seen_on_any_colour(shown: Theme, color: str) -> None:
    tint = shown.calendar_color(color)
    assert contrast(mark_on(tint), tint) >= 3


def test_only_what_is_on_this_computer_can_be_renamed_here(sidebar: Sidebar, qtbot: QtBot) -> None:
    local = Calendar(local_ref("team.ics"), "Holidays")
    sidebar.set_calendars([*CALENDARS, local])
    texts = [[each.text() for each in sidebar.menu_for(known).actions()] for known in (CALENDARS[0], local)]
    assert "Rename…" not in texts[0] and "Rename…" in texts[1]
