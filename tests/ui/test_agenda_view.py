"""The list stays where the reader left it, skips headers, and draws what the drawings show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, at, entries, entry, item

from c42desktop.calendar import names
from c42desktop.calendar.names import Conventions
from c42desktop.ui import theme, tokens
from c42desktop.ui.agenda_delegate import AgendaDelegate
from c42desktop.ui.agenda_model import FACE, ROW, AgendaModel
from c42desktop.ui.agenda_pen import text_width
from c42desktop.ui.agenda_rows import Days, Entry, Row
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.pills import Pill, PillKind
from c42desktop.ui.row_painter import MARGIN, TIME_RIGHT, is_elided, text_room, time_excess

DESIGN = item("team", "design")


@pytest.fixture
def model() -> AgendaModel:
    made = AgendaModel(NOW)
    made.set_calendars(CALENDARS)
    made.reset(entries())
    return made


@pytest.fixture
def view(model: AgendaModel, qtbot: QtBot) -> Iterator[AgendaView]:
    made = AgendaView(model)
    qtbot.addWidget(made)
    made.resize(572, 300)
    made.show()
    qtbot.waitExposed(made)
    yield made


def pixel(view: AgendaView, x: int, y: int) -> str:
    image: QImage = view.viewport().grab().toImage()
    return image.pixelColor(QPoint(x, y)).name()


def many(model: AgendaModel) -> list[Entry]:
    crowd = [
        entry("team", f"Event {day} {hour}", at(day, hour), at(day, hour, 30))
        for day in range(23, 29)
        for hour in range(8, 18)
    ]
    model.reset(crowd)
    return crowd


def test_heights_are_those_of_the_drawing(model: AgendaModel, view: AgendaView) -> None:
    heights = [view.visualRect(model.index(row)).height() for row in range(7)]
    # Header, band, two past rows, the row with the now-line above it, two rows.
    assert heights == [36, 31, 50, 50, 68, 50, 50]


def test_down_and_up_skip_headers(model: AgendaModel, view: AgendaView, qtbot: QtBot) -> None:
    view.select(model.find(item("travel", "train-to-utrecht")))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selected().data(ROW).item == item("team", "s2")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.selected().data(ROW).item == item("travel", "train-to-utrecht")


def test_going_up_to_the_first_row_of_a_day_shows_its_header(
    model: AgendaModel, view: AgendaView, qtbot: QtBot
) -> None:
    many(model)
    view.select(model.index(14))
    view.scrollTo(model.index(14), AgendaView.ScrollHint.PositionAtTop)
    while view.selected().row() != 13:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.visualRect(model.index(12)).top() >= 0


def test_the_keyboard_goes_on_where_a_row_was_deleted(model: AgendaModel, view: AgendaView, qtbot: QtBot) -> None:
    crowd = many(model)
    gone, below = crowd[14], crowd[15]
    view.select(model.find(gone.item))
    model.replace(gone.item, ())
    assert not view.selected().isValid(), "nobody chose a neighbour"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selected().data(ROW).item == below.item


@pytest.mark.parametrize("events", [1, 2, 3, 7])
def test_pages_go_on_until_the_last_row_and_back_to_the_first(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, events: int
) -> None:
    model.reset(
        [
            entry("team", f"{day} {hour}", at(day, hour), at(day, hour, 30))
            for day in range(23, 31)
            for hour in range(8, 8 + events)
        ]
    )
    rows = [model.index(row) for row in range(model.rowCount())]
    chosen = [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable]
    for key, first, last in ((Qt.Key.Key_PageDown, chosen[0], chosen[-1]), (Qt.Key.Key_PageUp, chosen[-1], chosen[0])):
        view.select(first)
        seen = [first]
        while seen[-1] != last:
            qtbot.keyClick(view, key)
            assert view.selected() != seen[-1], "it stands still"
            seen.append(view.selected())
            assert (
                abs(view.visualRect(seen[-1]).top() - view.visualRect(seen[-2]).top()) <= view.viewport().height() + 86
            )
        qtbot.keyClick(view, key)
        assert view.selected() == last


def test_home_goes_to_today(model: AgendaModel, view: AgendaView, qtbot: QtBot) -> None:
    many(model)
    view.scrollToBottom()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.visualRect(model.today()).top() == 0


def test_selecting_tells_the_row_and_enter_opens_it(model: AgendaModel, view: AgendaView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.shown) as shown:
        view.select(model.find(DESIGN))
    assert shown.args[0].item == DESIGN
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args[0].item == DESIGN


def test_a_click_opens_and_a_click_on_a_header_changes_nothing(
    model: AgendaModel, view: AgendaView, qtbot: QtBot
) -> None:
    opened: list[Row] = []
    view.opened.connect(opened.append)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view.viewport(), left, pos=view.visualRect(model.find(DESIGN)).center())
    qtbot.mouseClick(view.viewport(), left, pos=view.visualRect(model.today()).center())
    assert [row.item for row in opened] == [DESIGN]
    assert view.selected().data(ROW).item == DESIGN


def test_getting_the_keyboard_selects_nothing(view: AgendaView) -> None:
    view.setFocus()
    QApplication.processEvents()
    assert not view.selected().isValid()


def test_the_selection_follows_an_event_that_moves(model: AgendaModel, view: AgendaView) -> None:
    view.select(model.find(item("ann", "call-with-vera")))
    moved = entry("ann", "Call with Vera", at(25, 18), at(25, 19))
    model.replace(moved.item, moved.occurrences)
    assert view.selected().data(ROW).item == moved.item


def test_the_selection_does_not_jump_to_a_neighbour_of_what_is_removed(model: AgendaModel, view: AgendaView) -> None:
    view.select(model.find(DESIGN))
    model.replace(DESIGN, ())
    assert not view.selected().isValid()


def test_a_reset_keeps_the_selection(model: AgendaModel, view: AgendaView) -> None:
    view.select(model.find(DESIGN))
    model.reset(entries())
    assert view.selected().data(ROW).item == DESIGN


@pytest.mark.parametrize("reset", [False, True])
def test_what_comes_in_above_moves_nothing_on_the_screen(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, reset: bool
) -> None:
    crowd = many(model)
    view.verticalScrollBar().setValue(777)
    watched = model.find(crowd[20].item)
    row = watched.data(ROW)
    before = view.visualRect(watched).top()
    new = entry("ann", "New", at(22, 18), at(22, 19))
    if reset:
        model.reset([*crowd, new])
    else:
        model.replace(new.item, new.occurrences)
    qtbot.wait(20)
    assert view.visualRect(model.find_row(row)).top() == before


def test_a_burst_of_a_thousand_changes_does_not_hold_up_the_window(
    model: AgendaModel, view: AgendaView, qtbot: QtBot
) -> None:
    many(model)
    view.verticalScrollBar().setValue(777)
    view.select(model.index(20))
    began = time.perf_counter()
    for number in range(1000):
        new = entry("ann", f"New {number}", at(22 + number % 8, 7), at(22 + number % 8, 8))
        model.replace(new.item, new.occurrences)
    qtbot.wait(1)
    assert time.perf_counter() - began < 3.0


def test_what_comes_in_at_the_top_is_seen_by_who_is_at_the_top(
    model: AgendaModel, view: AgendaView, qtbot: QtBot
) -> None:
    many(model)
    new = entry("ann", "New", at(22, 18), at(22, 19))
    model.replace(new.item, new.occurrences)
    qtbot.wait(20)
    assert view.verticalScrollBar().value() == 0


def test_the_colour_bar_the_now_line_and_the_selection_have_their_places(model: AgendaModel, view: AgendaView) -> None:
    view.resize(572, 600)
    view.select(model.find(DESIGN))
    QApplication.processEvents()
    top = view.visualRect(model.find(DESIGN)).top()
    assert pixel(view, 76, top + 25) == "#0e7c86"
    assert pixel(view, 300, top + 2) == tokens.LIGHT.selection
    line = view.visualRect(model.find(item("ann", "call-with-vera"))).top()
    assert pixel(view, 400, line + 9) == tokens.LIGHT.now_line


def test_a_right_to_left_window_is_a_mirror_image(model: AgendaModel, view: AgendaView) -> None:
    view.resize(572, 600)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    rect = view.visualRect(model.find(DESIGN))
    assert pixel(view, rect.right() - 76, rect.top() + 25) == "#0e7c86"


def test_dark_bars_are_a_step_lighter(model: AgendaModel, view: AgendaView, qapp: QApplication) -> None:
    theme.apply(qapp, tokens.DARK)
    view.resize(572, 600)
    QApplication.processEvents()
    top = view.visualRect(model.find(DESIGN)).top()
    assert QColor(pixel(view, 76, top + 25)).lightness() > QColor("#0e7c86").lightness()


def test_an_empty_agenda_says_so(model: AgendaModel, view: AgendaView) -> None:
    model.reset([])
    before = view.viewport().grab().toImage()
    view.set_empty_text("Nothing planned in the next 30 days.")
    assert view.viewport().grab().toImage() != before


def test_only_a_row_that_does_not_fit_has_a_tooltip(model: AgendaModel, view: AgendaView) -> None:
    face = model.find(DESIGN).data(FACE)
    assert not is_elided(face, 572)
    assert is_elided(face, 200)


def test_extreme_texts_are_drawn_without_harm(model: AgendaModel, view: AgendaView) -> None:
    texts = ["x" * 5000, "🎉👩‍👩‍👧‍👦" * 50, "اجتماع " * 40, "a\u202eb\x00\x1b\n\t", "<b>&amp;", ""]
    model.reset([entry("ann", text, at(22, 15), at(22, 16), f"t{n}", location=text) for n, text in enumerate(texts)])
    assert not view.grab().isNull()


def test_a_row_that_only_looks_different_is_painted_anew_where_it_is(
    model: AgendaModel, view: AgendaView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.wait(10)
    layouts: list[bool] = []
    original = AgendaView.doItemsLayout
    monkeypatch.setattr(AgendaView, "doItemsLayout", lambda self: (layouts.append(True), original(self)))
    before = view.viewport().grab().toImage()
    model.mark(DESIGN, Pill(PillKind.MOVED, "Moved from 13:00"))
    qtbot.wait(10)
    assert layouts == []
    assert view.viewport().grab().toImage() != before


@pytest.fixture
def painted(view: AgendaView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the rows that were drawn."""
    titles: list[str] = []
    draw = AgendaDelegate.draw

    def drawn(self: AgendaDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        titles.append(index.data())
        draw(self, painter, option, index)

    monkeypatch.setattr(AgendaDelegate, "draw", drawn)
    return titles


def settle(painted: list[str]) -> None:
    QApplication.processEvents()
    QApplication.processEvents()
    painted.clear()


def test_a_step_of_the_wheel_draws_what_comes_into_sight_only(
    model: AgendaModel, view: AgendaView, painted: list[str]
) -> None:
    many(model)
    view.resize(572, 900)
    settle(painted)
    view.verticalScrollBar().setValue(400)
    settle(painted)
    view.verticalScrollBar().setValue(420)
    QApplication.processEvents()
    first, last = view.in_sight()
    assert len(painted) < (last - first) / 2


def test_what_comes_in_out_of_sight_draws_nothing(model: AgendaModel, view: AgendaView, painted: list[str]) -> None:
    crowd = many(model)
    view.verticalScrollBar().setValue(400)
    settle(painted)
    before = view.viewport().grab().toImage()
    settle(painted)
    model.replace_all([entry("team", f"Early {hour}", at(22, hour), at(22, hour, 30)) for hour in range(14, 23)])
    QApplication.processEvents()
    assert len(painted) <= 2  # below the header at the top, which counts what is left
    assert view.viewport().grab().toImage() == before
    settle(painted)
    row = model.rows[view.in_sight()[0] + 2]
    assert row.item in {each.item for each in crowd}
    model.mark(row.item, Pill(PillKind.NEW, "New"))
    model.replace_all([entry("team", "Earliest", at(22, 13, 40), at(22, 13, 50))])
    QApplication.processEvents()
    assert row.event is not None and row.event.summary in painted


def far_away(model: AgendaModel, view: AgendaView) -> tuple[Row, list[Row | None]]:
    """A row that was selected, and is not loaded any more; and what is shown of it from then on."""
    many(model)
    row = next(row for row in model.rows if row.day == date(2026, 11, 24) and row.item is not None)
    view.select(model.find_row(row))
    said: list[Row | None] = []
    view.shown.connect(said.append)
    model.narrow(Days(date(2026, 11, 25), date(2026, 11, 28)))
    assert not model.find_row(row).isValid() and said == []
    return row, said


def test_what_is_selected_far_away_is_selected_when_it_comes_back(model: AgendaModel, view: AgendaView) -> None:
    row, said = far_away(model, view)
    assert row.item is not None and row.occurrence is not None
    model.extend(Days(date(2026, 11, 23), date(2026, 11, 28)), [Entry(row.item, (row.occurrence,))])
    assert view.selected().data(ROW) == row and said == []


def test_what_is_selected_far_away_and_deleted_is_not_shown_any_longer(model: AgendaModel, view: AgendaView) -> None:
    row, said = far_away(model, view)
    assert row.item is not None
    model.remove(item("team", "another"))
    assert said == []
    model.remove(row.item)
    assert said == [None]


def test_what_is_selected_far_away_goes_with_its_calendar(model: AgendaModel, view: AgendaView) -> None:
    row, said = far_away(model, view)
    assert row.item is not None
    model.remove_calendar(row.item.calendar)
    assert said == [None]


@pytest.mark.parametrize("anchor", [0, 37, 400])
def test_days_that_come_before_move_nothing_on_the_screen(model: AgendaModel, view: AgendaView, anchor: int) -> None:
    crowd = many(model)
    loaded, rest = Days(date(2026, 11, 25), date(2026, 11, 28)), Days(date(2026, 11, 22), date(2026, 11, 28))
    model.narrow(loaded)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(anchor)
    before = {model.rows[place].key: view.visualRect(model.index(place)).top() for place in range(*view.in_sight())}
    model.extend(rest, crowd)
    QApplication.processEvents()
    after = {model.rows[place].key: view.visualRect(model.index(place)).top() for place in range(*view.in_sight())}
    assert before.items() <= after.items() or not anchor  # at the very top, the header may be the one that moves
    assert view.in_sight()[0] >= 20


def test_who_goes_on_while_rows_come_in_gets_there(model: AgendaModel, view: AgendaView) -> None:
    many(model)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(700)
    row, offset = view.top_row().data(ROW), view.visualRect(view.top_row()).top()
    early = entry("team", "Early", at(22, 14), at(22, 15))
    model.replace(early.item, early.occurrences)
    view.verticalScrollBar().setValue(760)
    QApplication.processEvents()
    assert view.visualRect(model.find_row(row)).top() == offset - 60


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_header_of_the_day_stays_at_the_top_until_the_next_one_pushes_it(
    model: AgendaModel, view: AgendaView, direction: Qt.LayoutDirection
) -> None:
    many(model)
    view.setLayoutDirection(direction)
    sticky = view._sticky
    view.go_to(date(2026, 11, 24))
    assert sticky.rect().isEmpty()  # the header itself is there
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    assert sticky.rect().getRect() == (0, 0, view.viewport().width(), sticky.height())
    assert not view.indexAt(QPoint(200, 10)).isValid()
    bold = {view.viewport().grab().toImage().pixelColor(x, y).name() for x in range(16, 90) for y in range(8, 28)}
    empty = {tokens.LIGHT.background}
    assert (bold == empty) == (direction is Qt.LayoutDirection.RightToLeft)  # "Tuesday" stands at the near side
    after = model.find_day(date(2026, 11, 25))
    bar.setValue(bar.value() + view.visualRect(after).top() - 20)
    assert sticky.rect().top() == 20 - sticky.height()
    assert view.indexAt(QPoint(200, 25)) == after


def test_compact_rows_stand_on_one_line_each(model: AgendaModel, view: AgendaView) -> None:
    view.set_compact(True)
    heights = [view.visualRect(model.index(row)).height() for row in range(7)]
    assert heights == [36, 31, 36, 36, 36 + 18, 36, 36]
    face = model.index(2).data(FACE)
    assert is_elided(face, 280, compact=True) and not is_elided(face, 280)
    view.set_compact(False)
    assert view.visualRect(model.index(2)).height() == 50


def test_compact_rows_leave_the_reader_where_he_is(model: AgendaModel, view: AgendaView) -> None:
    many(model)
    view.verticalScrollBar().setValue(700)
    top = view.top_row()
    offset = view.visualRect(top).top()
    view.set_compact(True)
    QApplication.processEvents()
    assert view.visualRect(top).top() == offset


def test_times_of_twelve_hours_have_the_room_they_need(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert time_excess() == 0
    room = text_room(572)
    monkeypatch.setattr(names, "_in_use", Conventions(twelve_hours=True))
    made = theme.font(13, tabular=True)
    for clock in ("12:30 AM", "12:30 PM"):
        assert text_width(clock, made) <= theme.px(TIME_RIGHT - MARGIN) + time_excess()
    assert text_room(572) == room - time_excess()
    assert 0 < time_excess() < 40
