"""The activity list under keyboard and mouse, and rows that stay where they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot
from test_activity_model import live
from ui_activity import entries
from ui_fakes import CALENDARS, NOW, TEAM

from c42desktop.calendar.activity import Filter
from c42desktop.notify.actions import Act
from c42desktop.ui.activity_model import FACE, ROW, ActivityModel
from c42desktop.ui.activity_painter import button_boxes
from c42desktop.ui.activity_pane import ActivityPane
from c42desktop.ui.activity_rows import Kind


@pytest.fixture
def pane(qtbot: QtBot) -> ActivityPane:
    model = ActivityModel(NOW)
    made = ActivityPane(model)
    made.set_calendars(CALENDARS)
    model.reset(entries())
    qtbot.addWidget(made)
    qtbot.addWidget(made.tools)
    made.resize(572, 600)
    made.show()
    return made


def many(pane: ActivityPane, count: int = 40) -> None:
    pane.model.reset([live(number, number) for number in reversed(range(1, count + 1))])


def test_enter_opens_space_and_r_mark_as_read(pane: ActivityPane, qtbot: QtBot) -> None:
    view = pane.view
    view.setCurrentIndex(pane.model.index(1))
    seen: list[tuple[str, str]] = []
    view.opened.connect(lambda row: seen.append(("opened", row.entry.item.item_id)))
    view.read.connect(lambda row: seen.append(("read", row.entry.item.item_id)))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_R):
        qtbot.keyClick(view, key)
    assert seen == [("opened", "design"), ("read", "design"), ("read", "design")]


def test_arrows_go_past_headers_and_open_nothing(pane: ActivityPane, qtbot: QtBot) -> None:
    view = pane.view
    shown: list[str] = []
    view.shown.connect(lambda row: shown.append(row.entry.item.item_id if row else ""))
    view.opened.connect(lambda _row: pytest.fail("nobody opened it"))
    view.setCurrentIndex(pane.model.index(5))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert shown == ["dentist", "retro", "dentist"]


def test_right_and_left_unfold_and_fold(pane: ActivityPane, qtbot: QtBot) -> None:
    pane.view.setCurrentIndex(pane.model.index(8))
    rows = pane.model.rowCount()
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.model.rowCount() == rows + 4
    assert pane.view.selected().data(ROW).kind is Kind.SEVERAL
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.model.rowCount() == rows


def test_a_click_opens_and_one_on_a_header_does_nothing(pane: ActivityPane, qtbot: QtBot) -> None:
    view = pane.view
    opened: list[str] = []
    view.opened.connect(lambda row: opened.append(row.entry.item.item_id))
    for place in (0, 3):
        at = view.visualRect(pane.model.index(place)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == ["train"]


@pytest.mark.parametrize("act", [Act.SNOOZE, Act.DISMISS])
def test_a_button_acts_and_does_not_open(pane: ActivityPane, qtbot: QtBot, act: Act) -> None:
    view, index = pane.view, pane.model.index(2)
    view.opened.connect(lambda _row: pytest.fail("it is a button"))
    box = button_boxes(view.visualRect(index), index.data(FACE), right_to_left=False)[act]
    with qtbot.waitSignal(view.acted) as acted:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert acted.args[0] is act
    assert acted.args[1].entry.item.item_id == "call"


def test_where_there_is_no_room_for_buttons_the_menu_has_them(pane: ActivityPane) -> None:
    pane.resize(360, 600)
    index = pane.model.index(2)
    assert button_boxes(pane.view.visualRect(index), index.data(FACE), right_to_left=False) == {}
    actions = [action.text() for action in pane.view.menu_for(index).actions()]
    assert actions == ["Open", "Snooze…", "Dismiss", "Mark as read"]
    assert "Dismiss" not in [action.text() for action in pane.view.menu_for(pane.model.index(1)).actions()]


def test_at_the_top_what_is_new_slides_in(pane: ActivityPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pane.view.viewport(), "underMouse", lambda: False)
    many(pane)
    pane.model.add([live(100, 100)])
    pane.view.doItemsLayout()
    assert pane.view.is_at_top()


def test_further_down_the_rows_and_the_selection_stay_where_they_are(pane: ActivityPane) -> None:
    many(pane)
    view = pane.view
    view.verticalScrollBar().setValue(500)
    at = QPoint(300, 200)
    view.setCurrentIndex(view.indexAt(at))
    before = (view.indexAt(at).data(ROW).key, view.visualRect(view.indexAt(at)).top())
    for number in range(100, 160):
        pane.model.add([live(number, number)])
    view.doItemsLayout()
    assert (view.indexAt(at).data(ROW).key, view.visualRect(view.indexAt(at)).top()) == before
    assert view.selected().data(ROW).key == before[0]


def test_under_the_pointer_nothing_moves_until_it_leaves(
    pane: ActivityPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(pane)
    view = pane.view
    monkeypatch.setattr(view.viewport(), "underMouse", lambda: True)
    before = view.visualRect(pane.model.index(3)).top(), pane.model.index(3).data(ROW).key
    pane.model.add([live(100, 100)])
    view.doItemsLayout()
    index = pane.model.find(before[1])
    assert view.visualRect(index).top() == before[0]
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.is_at_top()


def test_the_selection_goes_with_a_row_that_is_put_elsewhere(pane: ActivityPane) -> None:
    """A row for several stands where the newest of them is, and others make room."""
    view = pane.view
    for place in (7, 8):
        pane.model.reset(entries())
        view.setCurrentIndex(pane.model.index(place))
        shown: list[object] = []
        view.shown.connect(shown.append)
        key = view.selected().data(ROW).key
        pane.model.add([replace(entries()[6], what=replace(entries()[6].what, id=99), at=entries()[5].at)])
        view.settle()
        assert view.selected().data(ROW).key == key
        assert len(pane.model.index(7).data(ROW).entries) == 5
        assert None not in shown


def test_with_a_row_that_is_gone_nothing_is_selected(pane: ActivityPane) -> None:
    shown: list[object] = []
    pane.view.setCurrentIndex(pane.model.index(5))
    pane.view.shown.connect(shown.append)
    pane.model.trim(2)
    pane.view.settle()
    assert not pane.view.selected().isValid()
    assert shown == [None]


def test_the_filter_is_said_and_taken_away(pane: ActivityPane, qtbot: QtBot) -> None:
    strip = pane.findChild(object, "filter-strip")
    assert not strip.isVisible()  # type: ignore[union-attr]
    actions = {action.text(): action for action in pane.menu().actions()}
    with qtbot.waitSignal(pane.filter_changed) as changed:
        actions["Product team"].trigger()
    assert changed.args == [Filter(TEAM)]
    with qtbot.waitSignal(pane.filter_changed) as changed:
        next(action for action in pane.menu().actions() if action.text() == "Unread only").trigger()
    assert changed.args == [Filter(TEAM, unread=True)]
    assert strip.isVisible()  # type: ignore[union-attr]
    pane.set_calendars(CALENDARS[1:])
    assert pane.filter == Filter(unread=True)


def test_an_empty_list_says_so(pane: ActivityPane) -> None:
    assert pane.view.empty_text() == "Nothing yet. What changes in your calendars is listed here for 90 days."
    pane.set_filter(Filter(unread=True))
    assert pane.view.empty_text() == "Nothing unread."


def test_marking_all_is_offered_where_something_is_unread(pane: ActivityPane, qtbot: QtBot) -> None:
    mark = pane.tools.findChild(object, "mark-all-read")
    pane.tools.show()
    assert not mark.isVisible()  # type: ignore[union-attr]
    pane.set_unread(2)
    assert mark.isVisible()  # type: ignore[union-attr]
    with qtbot.waitSignal(pane.all_read) as marked:
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert marked.args == [None]
    pane.tools.set_short(True)
    assert not mark.isVisible()  # type: ignore[union-attr]
    assert "Mark all as read" in [action.text() for action in pane.menu().actions()]
