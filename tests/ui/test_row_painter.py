"""What is drawn in a row of each kind, and the button in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, at, entry, item
from ui_kinds import VERA, kinds, todo

from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import Alarm, Details, EventType, Meeting, Status
from c42desktop.notify.actions import Act
from c42desktop.ui.agenda_delegate import divided
from c42desktop.ui.agenda_model import FACE, ROW, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.row_painter import is_elided, join_box

BAR = 76  # the middle of the bar
PURPLE = "#7c5cd6"


@pytest.fixture
def model() -> AgendaModel:
    made = AgendaModel(NOW)
    made.set_calendars(CALENDARS)
    return made


@pytest.fixture
def view(model: AgendaModel, qtbot: QtBot) -> Iterator[AgendaView]:
    made = AgendaView(model)
    qtbot.addWidget(made)
    made.resize(572, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made


@pytest.fixture
def joined(view: AgendaView) -> list[str]:
    """The links of the meetings that somebody asked to join."""
    found: list[str] = []
    view.acted.connect(lambda act, subject: found.append(join_link(subject.event)) if act is Act.JOIN else None)
    return found


def column(model: AgendaModel, view: AgendaView, shown: Entry, x: int = BAR) -> list[str]:
    """The colours of one column of pixels in the row of an entry."""
    model.reset([shown])
    index = model.find(shown.item)
    body, _line = divided(view.visualRect(index), index.data(SHAPE))
    image = view.viewport().grab().toImage()
    return [image.pixelColor(QPoint(x, body.top() + y)).name() for y in range(body.height())]


def button(model: AgendaModel, view: AgendaView, shown: Entry) -> QPoint:
    """The middle of the button in the row of an entry."""
    index = model.find(shown.item)
    body, _line = divided(view.visualRect(index), index.data(SHAPE))
    return join_box(body, index.data(FACE), right_to_left=view.isRightToLeft()).center()


def test_a_time_block_has_a_broken_bar(model: AgendaModel, view: AgendaView) -> None:
    solid = column(model, view, entry("ann", "Work", at(22, 15), at(22, 16)))[12:38]
    broken = column(model, view, entry("ann", "Work", at(22, 15), at(22, 16), type=EventType.TIME_BLOCK))[12:38]
    assert set(solid) == {PURPLE}
    assert PURPLE in broken and "#ffffff" in broken


def test_what_is_unsure_has_an_open_bar(model: AgendaModel, view: AgendaView) -> None:
    open_bar = column(model, view, entry("ann", "Work", at(22, 15), at(22, 16), status=Status.TENTATIVE))[12:38]
    assert PURPLE not in open_bar


def test_a_to_do_has_a_circle_and_a_tick_once_it_is_done(model: AgendaModel, view: AgendaView) -> None:
    circle = column(model, view, todo("Send", at(22, 17)))
    assert [y for y, color in enumerate(circle) if color == "#ffffff"][-1] > 24  # nothing below the first line
    assert circle[12:20] == ["#ffffff"] * 8
    ticked = column(model, view, todo("Send", at(22, 17), status=Status.COMPLETED))
    assert set(ticked[12:20]) != {"#ffffff"}


def test_a_to_do_without_a_date_is_lower(model: AgendaModel, view: AgendaView) -> None:
    shown = todo("Buy a lamp")
    model.reset([shown])
    assert view.visualRect(model.find(shown.item)).height() == 36


def test_every_kind_is_drawn_in_both_directions(model: AgendaModel, view: AgendaView) -> None:
    model.reset(kinds())
    left = view.viewport().grab().toImage()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.viewport().grab().toImage() != left


def test_a_button_takes_the_room_of_both_lines(model: AgendaModel) -> None:
    model.reset([VERA])
    face = replace(model.find(VERA.item).data(FACE), second="x" * 60)
    assert not is_elided(replace(face, join=""), 572)
    assert is_elided(face, 500)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_click_on_join_opens_the_meeting_and_selects_nothing(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, joined: list[str], direction: Qt.LayoutDirection
) -> None:
    model.reset([VERA])
    view.setLayoutDirection(direction)
    place = button(model, view, VERA)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert joined == ["https://meet.example.org/vera"]
    assert not view.selected().isValid()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.find(VERA.item)).center())
    assert view.selected().data(ROW).item == VERA.item
    assert len(joined) == 1


def test_a_double_click_opens_the_meeting_once(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, joined: list[str]
) -> None:
    model.reset([VERA])
    place = button(model, view, VERA)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(joined) == 1


def test_a_press_that_leaves_the_button_opens_nothing(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, joined: list[str]
) -> None:
    model.reset([VERA])
    place = button(model, view, VERA)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(200, 0))
    assert joined == []


def hover(view: AgendaView, place: QPoint) -> None:
    """The pointer of the mouse is at `place` now, wherever other tests have left it."""
    there = QPointF(place)
    nothing = Qt.MouseButton.NoButton
    whole = view.viewport().mapToGlobal(there)
    event = QMouseEvent(QEvent.Type.MouseMove, there, whole, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def test_the_pointer_says_that_a_button_can_be_pressed(model: AgendaModel, view: AgendaView) -> None:
    model.reset([VERA])
    place = button(model, view, VERA)
    hover(view, place)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(view, place - QPoint(200, 0))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize(
    ("hour", "minute", "offered"), [(13, 0, True), (12, 59, False), (14, 44, True), (14, 45, False)]
)
def test_joining_is_offered_from_an_hour_before_to_the_end(
    model: AgendaModel, hour: int, minute: int, offered: bool
) -> None:
    model.reset([VERA])
    model.set_now(at(22, hour, minute))
    assert bool(model.find(VERA.item).data(FACE).join) is offered


@pytest.mark.parametrize("fields", [{"status": Status.CANCELLED}, {"details": Details()}])
def test_there_is_nothing_to_join_in_what_does_not_take_place(model: AgendaModel, fields: dict[str, object]) -> None:
    event = replace(VERA.occurrences[0].event, **fields)  # type: ignore[arg-type]
    model.reset([replace(VERA, occurrences=(replace(VERA.occurrences[0], event=event),))])
    assert model.find(VERA.item).data(FACE).join == ""


def test_c_sec_12_what_must_not_be_opened_has_no_button(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, joined: list[str]
) -> None:
    model.reset([VERA])
    place = button(model, view, VERA)
    details = Details(meetings=(Meeting("file:///etc/passwd"),))
    event = replace(VERA.occurrences[0].event, details=details)
    bad = replace(VERA, occurrences=(replace(VERA.occurrences[0], event=event),))
    model.reset([bad])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert joined == []
    assert view.selected().data(ROW).item == item("ann", "call-with-vera")


def ink(model: AgendaModel, view: AgendaView, shown: Entry) -> int:
    """How many columns of its second line something is drawn in."""
    model.reset([shown])
    index = model.find(shown.item)
    body, _line = divided(view.visualRect(index), index.data(SHAPE))
    image = view.viewport().grab().toImage()
    ground = image.pixelColor(QPoint(body.right() - 2, body.top() + 30)).name()
    heights = range(body.top() + 26, body.top() + 44)
    return sum(any(image.pixelColor(QPoint(x, y)).name() != ground for y in heights) for x in range(90, body.right()))


def test_what_repeats_and_reminds_shows_it_behind_its_words(model: AgendaModel, view: AgendaView) -> None:
    retro = entry("team", "Retro", at(23, 16), at(23, 17), location="Room 4")
    plain = ink(model, view, retro)
    series = replace(retro.occurrences[0].event, rrules=("FREQ=WEEKLY",))
    weekly = replace(retro, occurrences=(replace(retro.occurrences[0], event=series),))
    assert plain < ink(model, view, weekly)
    ringing = replace(series, alarms=(Alarm(timedelta(minutes=10)),))
    both = replace(retro, occurrences=(replace(retro.occurrences[0], event=ringing),))
    assert ink(model, view, weekly) < ink(model, view, both)
    assert model.find(both.item).data(FACE).marks() == ("repeat", "bell")


def test_words_come_before_what_is_shown_behind_them(model: AgendaModel, view: AgendaView) -> None:
    long = entry("team", "Retro", at(23, 16), at(23, 17), location="Room 4 " * 40)
    plain = ink(model, view, long)
    series = replace(long.occurrences[0].event, rrules=("FREQ=WEEKLY",))
    assert ink(model, view, replace(long, occurrences=(replace(long.occurrences[0], event=series),))) == plain


def test_nobody_is_reminded_of_what_is_over(model: AgendaModel) -> None:
    over = entry("team", "Stand-up", at(22, 9), at(22, 10), alarms=(Alarm(timedelta(minutes=10)),))
    model.reset([over])
    assert model.find(over.item).data(FACE).marks() == ()
