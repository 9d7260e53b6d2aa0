"""Draws each kind of row as in the design: time column, mark, two lines, one pill, an action where one is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QStyle

from c42desktop.calendar.names import Conventions, clock, in_use
from c42desktop.notify.actions import Act, act_of
from c42desktop.notify.labels import label_of
from c42desktop.ui import theme
from c42desktop.ui.agenda_faces import EventFace, HeaderFace, Mark
from c42desktop.ui.agenda_pen import ICON, Pen, mirrored, text_width
from c42desktop.ui.agenda_rows import Kind
from c42desktop.ui.links import is_safe
from c42desktop.ui.pills import Pill
from c42desktop.ui.tokens import mixed

ROW_HEIGHT = 50
HEADER_HEIGHT = 36
BAND_HEIGHT = 31
COMPACT_HEIGHT, COMPACT_TOP, COMPACT_BAR = 36, 9, 22
LINE_HEIGHT = 18
MARGIN = 16
TIME_RIGHT = 62
BAR_LEFT = 74
BAR_WIDTH = 4
TEXT_LEFT = 90
GAP = 8
MARK_GAP = 4
BUTTON_TOP, BUTTON_HEIGHT, BUTTON_PADDING = 8, 26, 15
BUTTON_GAP, ANSWER_PADDING = 6, 12
LEAST_TITLE = 104  # of a row, beside buttons that may go
PAST_OPACITY = 0.5
_DASHES = ((0, 9), (13.5, 9), (27, 9))  # top and height within the bar


class RowPainter(Pen):
    """One painter for all kinds of rows. Lengths are those of the drawings, scaled to the system's text size."""

    def ground(self, rect: QRect, state: QStyle.StateFlag) -> None:
        """Selection and hover fill the row from side to side; who goes by Tab sees an edge around the row."""
        if state & QStyle.StateFlag.State_Selected:
            self.painter.fillRect(rect, QColor(self.theme.selection))
            if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
                self.edge(rect, self.theme.accent, 0)
        elif state & QStyle.StateFlag.State_MouseOver:
            self.painter.fillRect(rect, QColor(self.theme.hover))

    def header(self, rect: QRect, face: HeaderFace) -> None:
        """ "Today  Sunday 22 November      4 left"."""
        line = self.box(rect, MARGIN, 9, rect.width() - theme.px(2 * MARGIN), 24)
        note = text_width(face.note, theme.font(12))
        self.text(line, face.note, theme.font(12), self.theme.secondary, right=True)
        room = line.width() - _with_gap(note)
        title = min(text_width(face.title, theme.font(14, 600)), room)
        self.text(self.part(line, 0, title), face.title, theme.font(14, 600), self.theme.text)
        rest = self.part(line, title + theme.px(GAP), room - title - theme.px(GAP))
        self.text(rest, face.date, theme.font(14), self.theme.secondary)

    def now_line(self, rect: QRect, text: str) -> None:
        """The time and a line, the only red one."""
        times = self.box(rect, 0, 0, theme.px(TIME_RIGHT) + time_excess(), LINE_HEIGHT)
        self.text(times, text, theme.font(11, 600, tabular=True), self.theme.now_line, right=True)
        near = self._near(rect)
        width = near.width() - theme.px(TIME_RIGHT + 8) - theme.px(MARGIN)
        line = self.box(near, TIME_RIGHT + 8, LINE_HEIGHT / 2 - 1, width, 2)
        self.painter.fillRect(line, QColor(self.theme.now_line))

    def row(self, rect: QRect, face: EventFace, *, compact: bool = False) -> None:
        """Anything that is not a header; where it is `compact`, on one line."""
        if face.past:
            self.painter.setOpacity(PAST_OPACITY)
        if face.row is Kind.BAND:
            self._band(self._near(rect), face)
        elif compact or face.row is Kind.OPEN:
            self._compact(rect, face)
        else:
            self._event(rect, face)

    def _near(self, rect: QRect) -> QRect:
        """A row without what its times need more than in the drawings."""
        return self.part(rect, time_excess(), rect.width() - time_excess())

    def _band(self, rect: QRect, face: EventFace) -> None:
        """An all-day event: a band in the tint of its calendar, of which only the edge is there where it is unsure."""
        tint = self.theme.tint(face.color)
        box = self.box(rect, BAR_LEFT, 3, rect.width() - theme.px(BAR_LEFT + MARGIN), 24)
        if face.mark is Mark.BAR:
            self.round(box, tint.fill, 6)
        else:
            self.edge(box, mixed(tint.text, self.theme.background, 0.5), 6, dashed=face.mark is Mark.DASHES)
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        pill = self._pill(QRect(inner.left(), box.top() + theme.px(3), inner.width(), theme.px(18)), face.pill)
        room = inner.width() - _with_gap(pill)
        self.text(self.part(inner, 0, room), face.title, _title_font(face, 12, 500), tint.text)

    def _event(self, rect: QRect, face: EventFace) -> None:
        """Two lines: times, mark, title and pill, and what else is to be said."""
        near, room = self._near(rect), text_room(rect.width())
        self._times(rect, face, 7)
        self._mark(near, face, 8)
        answers = _with_gap(self._answers(rect, face))
        button = _with_gap(self._join(rect, face)) + answers
        width = room - button
        first = self.box(near, TEXT_LEFT, 7, room, 18)
        # Beside a button, its middle is where the rest of the row's end belongs.
        end = self.part(self.box(near, TEXT_LEFT, 12, room, 18) if button else first, 0, width)
        used = self._ending(end, face, bool(answers))
        title = self.part(first, 0, width - _with_gap(used))
        self.text(title, face.title, _title_font(face, 13, 600), self._title_color(face))
        second = self.part(self.box(near, TEXT_LEFT, 25, room, 18), 0, second_room(rect.width(), face))
        self.text(second, face.second, theme.font(12), self._second_color(face))
        self._marks(second, face)

    def _marks(self, rect: QRect, face: EventFace) -> None:
        """Behind the text of the second line, where that leaves room for them."""
        left = text_width(face.second, theme.font(12)) + theme.px(MARK_GAP) if face.second else 0
        step = theme.px(ICON + MARK_GAP)
        if left + len(face.marks()) * step <= rect.width():
            for number, name in enumerate(face.marks()):
                self.icon(self.part(rect, left + number * step, theme.px(ICON)), 0, 1, name, self.theme.secondary)

    def _compact(self, rect: QRect, face: EventFace) -> None:
        """Everything on one line, as a to-do without a date is drawn in any case."""
        near, room = self._near(rect), text_room(rect.width())
        self._times(rect, replace(face, ends=""), COMPACT_TOP)
        self._mark(near, face, (COMPACT_HEIGHT - ICON) / 2)
        answers = _with_gap(self._answers(rect, face))
        line = self.part(self.box(near, TEXT_LEFT, COMPACT_TOP, room, 18), 0, room - answers)
        line = self.part(line, 0, line.width() - _with_gap(self._join(rect, face)))
        room = line.width() - _with_gap(self._ending(line, face, bool(answers)))
        made = _title_font(face, 13, 600)
        title = min(text_width(face.title, made), room)
        self.text(self.part(line, 0, title), face.title, made, self._title_color(face))
        rest = self.part(line, title + theme.px(GAP), room - title - theme.px(GAP))
        self.text(rest, face.second, theme.font(12), self._second_color(face))

    def _ending(self, rect: QRect, face: EventFace, has_answers: bool) -> int:
        """The pill and the time until then, at the far end; how much of it they take."""
        used = self._pill(rect, face.pill)
        if not has_answers:  # beside those there is no room for it
            used += self._relative(self.part(rect, 0, rect.width() - used), face, bool(used))
        return used

    def _second_color(self, face: EventFace) -> str:
        return self.theme.amber.text if face.row is Kind.UNREADABLE else self.theme.secondary

    def _title_color(self, face: EventFace) -> str:
        return self.theme.secondary if face.quiet and not face.past else self.theme.text

    def _mark(self, rect: QRect, face: EventFace, icon_top: float) -> None:
        color = self.theme.calendar_color(face.color)
        scale = 1.0 if rect.height() >= theme.px(ROW_HEIGHT) else COMPACT_BAR / 36
        bar = self.box(rect, BAR_LEFT, 7, theme.px(BAR_WIDTH), 36 * scale)
        match face.mark:
            case Mark.BAR:
                self.round(bar, color, 2)
            case Mark.OUTLINE:
                self.edge(bar, color, 2)
            case Mark.DASHES:
                for top, height in _DASHES:
                    self.round(self.box(rect, BAR_LEFT, 7 + top * scale, bar.width(), height * scale), color, 2)
            case Mark.CIRCLE | Mark.CHECK:
                name = "task" if face.mark is Mark.CIRCLE else "task-done"
                self.icon(rect, BAR_LEFT + (BAR_WIDTH - ICON) / 2, icon_top, name, color)

    def _times(self, rect: QRect, face: EventFace, top: float) -> None:
        near = self._near(rect)
        if face.row is Kind.UNREADABLE:
            self.icon(near, TIME_RIGHT - ICON, top + 1, "warning", self.theme.amber.text)
        if face.row is Kind.TIMELESS:
            self.icon(near, TIME_RIGHT - ICON, top + 1, "route", self.theme.secondary)
        column = theme.px(TIME_RIGHT) + time_excess()
        first, second = self.box(rect, 0, top, column, 18), self.box(rect, 0, 25, column, 18)
        self.text(first, face.starts, theme.font(13, tabular=True), self.theme.text, right=True)
        self.text(second, face.ends, theme.font(12, tabular=True), self.theme.secondary, right=True)

    def _join(self, rect: QRect, face: EventFace) -> int:
        """The way into a meeting that is about to begin; the width of its button."""
        box = join_box(rect, face, right_to_left=self._mirrored)
        if not box.isEmpty():
            self.round(box, self.theme.accent, 7)
            self.text(box, label_of(Act.JOIN), theme.font(13, 500), self.theme.on_accent, middle=True)
        return box.width()

    def _answers(self, rect: QRect, face: EventFace) -> int:
        """What may be said to an invitation; the width of its buttons."""
        boxes = answer_boxes(rect, face, right_to_left=self._mirrored)
        for box, answer in boxes:
            self.round(box, self.theme.card if self.theme.dark else self.theme.background, 7)
            self.edge(box, self.theme.line, 7)
            self.text(box, label_of(act_of(answer)), theme.font(12, 500), self.theme.text, middle=True)
        return _answers_width(face) if boxes else 0

    def _relative(self, rect: QRect, face: EventFace, beside_pill: bool) -> int:
        if not face.relative:
            return 0
        gap = theme.px(GAP) if beside_pill else 0
        room = self.part(rect, 0, rect.width() - gap)
        self.text(room, face.relative, theme.font(12), self.theme.secondary, right=True)
        return gap + text_width(face.relative, theme.font(12))

    def _pill(self, rect: QRect, pill: Pill | None) -> int:
        """Draw a pill at the far end of `rect`; its width."""
        if pill is None:
            return 0
        tint = pill.tint(self.theme)
        width = _pill_width(pill)
        box = self.part(rect, rect.width() - width, width)
        self.round(box, tint.fill, 9)
        self.text(box, pill.text, theme.font(11, 600), tint.text, middle=True)
        return width


def join_box(rect: QRect, face: EventFace, *, right_to_left: bool) -> QRect:
    """Where the button to join is within a row; empty where there is none."""
    if not face.join or not is_safe(face.join):
        return QRect()
    width = _button_width()
    left = rect.right() + 1 - theme.px(MARGIN) - width
    box = QRect(left, _button_top(rect), width, theme.px(BUTTON_HEIGHT))
    return mirrored(box, rect) if right_to_left else box


def answer_boxes(rect: QRect, face: EventFace, *, right_to_left: bool) -> list[tuple[QRect, str]]:
    """Where the buttons to answer are within a row, each with its answer; none where another action is due, or where
    they would leave too little of the row."""
    if not face.answers:
        return []
    left = rect.right() + 1 - theme.px(MARGIN) - _answers_width(face)
    pill = _with_gap(_pill_width(face.pill) if face.pill else 0)
    narrow = left - rect.left() - theme.px(TEXT_LEFT) - time_excess() - pill < theme.px(LEAST_TITLE)
    joins = not join_box(rect, face, right_to_left=right_to_left).isEmpty()
    if narrow or joins or face.row not in (Kind.TIMED, Kind.TIMELESS):
        return []
    boxes = []
    for answer in face.answers:
        box = QRect(left, _button_top(rect), _answer_width(answer), theme.px(BUTTON_HEIGHT))
        left = box.right() + 1 + theme.px(BUTTON_GAP)
        boxes.append((mirrored(box, rect) if right_to_left else box, answer))
    return boxes


def is_elided(face: EventFace, width: int, *, compact: bool = False) -> bool:
    """True where a row of this width cannot show all of its text."""
    title = text_width(face.title, theme.font(13, 600)) - 1
    second = text_width(face.second, theme.font(12)) - 1
    room = text_room(width) - _buttons(width, face) - _ending_at(width, face)
    if compact or face.row is Kind.OPEN:
        return title + theme.px(GAP) + second > room
    return title > room or second > second_room(width, face)


def time_excess() -> int:
    """What the times need more than the room that the drawings have for them: "12:30 PM" is wider than "12:30"."""
    return max(0, _widest_time(theme.font(13, tabular=True), in_use()) - theme.px(TIME_RIGHT - MARGIN))


@lru_cache(1)
def _widest_time(made: QFont, _conventions: Conventions) -> int:
    """Asked several times for each row that is painted."""
    return max(text_width(clock(time(hour)), made) for hour in (0, 12, 22))


def text_room(width: int) -> int:
    """What a row of this width has for its lines."""
    return width - theme.px(TEXT_LEFT + MARGIN) - time_excess()


def second_room(width: int, face: EventFace) -> int:
    """What it has for the second one: a button is as high as both, and what is beside it stands between them."""
    buttons = _buttons(width, face)
    return text_room(width) - buttons - (_ending_at(width, face) if buttons else 0)


def _buttons(width: int, face: EventFace) -> int:
    row = QRect(0, 0, width, 0)
    return _with_gap(join_box(row, face, right_to_left=False).width()) + _with_gap(_answers_at(width, face))


def _answers_at(width: int, face: EventFace) -> int:
    boxes = answer_boxes(QRect(0, 0, width, 0), face, right_to_left=False)
    return _answers_width(face) if boxes else 0


def _button_top(rect: QRect) -> int:
    """In the middle of a row with one line, and beside both lines of any other."""
    return rect.top() + min(theme.px(BUTTON_TOP), max(0, rect.height() - theme.px(BUTTON_HEIGHT)) // 2)


def _title_font(face: EventFace, size: int, weight: int) -> QFont:
    return theme.font(size, weight, struck=face.struck)


def _ending_at(width: int, face: EventFace) -> int:
    """What pill and time take of the first line of a row of this width."""
    return _ending_width(replace(face, relative="") if _answers_at(width, face) else face)


def _ending_width(face: EventFace) -> int:
    pill = _pill_width(face.pill) if face.pill else 0
    return _with_gap(pill) + _with_gap(text_width(face.relative, theme.font(12)))


def _pill_width(pill: Pill) -> int:
    return text_width(pill.text, theme.font(11, 600)) + theme.px(16)


def _button_width() -> int:
    return text_width(label_of(Act.JOIN), theme.font(13, 500)) + theme.px(2 * BUTTON_PADDING)


def _answers_width(face: EventFace) -> int:
    widths = [_answer_width(answer) for answer in face.answers]
    return sum(widths) + theme.px(BUTTON_GAP) * max(0, len(widths) - 1)


def _answer_width(answer: str) -> int:
    return text_width(label_of(act_of(answer)), theme.font(12, 500)) + theme.px(2 * ANSWER_PADDING)


def _with_gap(width: int) -> int:
    return width + theme.px(GAP) if width else 0
