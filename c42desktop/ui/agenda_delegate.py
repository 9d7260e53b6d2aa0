"""Draws the rows of the agenda as in the design: time column, colour bar, two lines, one pill."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from c42desktop.ui import icons, theme
from c42desktop.ui.agenda_faces import EventFace, HeaderFace, Mark
from c42desktop.ui.agenda_model import FACE, SHAPE, Shape
from c42desktop.ui.agenda_rows import Kind
from c42desktop.ui.pills import Pill
from c42desktop.ui.plain import one_line
from c42desktop.ui.tokens import Theme, mixed
from c42desktop.ui.widgets import tip

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 50
HEADER_HEIGHT = 36
BAND_HEIGHT = 31
COMPACT_HEIGHT = 36
LINE_HEIGHT = 18
MARGIN = 16
TIME_RIGHT = 62
BAR_LEFT = 74
BAR_WIDTH = 4
ICON = 16
EDGE = 1.5
DASH = (3.0, 2.5)  # in widths of the edge
TEXT_LEFT = 90
PAST_OPACITY = 0.5
_HEIGHTS = {Kind.HEADER: HEADER_HEIGHT, Kind.BAND: BAND_HEIGHT, Kind.OPEN: COMPACT_HEIGHT}
_DASHES = ((0, 9), (13.5, 9), (27, 9))  # top and height within the bar
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@cache
def _size(shape: Shape, _scale: int) -> QSize:
    """Asked for each row of the agenda at each layout."""
    height = _HEIGHTS.get(shape.kind, ROW_HEIGHT)
    line = LINE_HEIGHT if shape.line_above or shape.line_below else 0
    return QSize(theme.px(TEXT_LEFT * 2), theme.px(height) + (theme.px(line) if line else 0))


class AgendaDelegate(QStyledItemDelegate):
    """One painter for all kinds of rows. Lengths are those of the drawings, scaled to the system's text size."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The height depends on the kind of row and on the now-line only."""
        return _size(index.data(SHAPE), theme.px(100))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        face = index.data(FACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        pen = _Pen(painter, theme.current(), option.direction == Qt.LayoutDirection.RightToLeft)
        if isinstance(face, HeaderFace):
            pen.header(rect, face)
        else:
            body = self._line(pen, rect, face, index.data(SHAPE))
            pen.ground(body, option.state)
            pen.row(body, face)
        painter.restore()

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The full text of a row, where it did not fit."""
        face = index.data(FACE)
        if not isinstance(face, EventFace) or not self.is_elided(face, option.rect.width()):
            QToolTip.hideText()
            return True
        text = "\n".join(part for part in (face.title, face.second) if part)
        QToolTip.showText(event.globalPos(), tip(text), view)
        return True

    def is_elided(self, face: EventFace, width: int) -> bool:
        """True where a row of this width cannot show all of its text."""
        room = width - theme.px(TEXT_LEFT + MARGIN) - _right_width(face)
        title = QFontMetrics(theme.font(13, 600)).horizontalAdvance(face.title)
        second = QFontMetrics(theme.font(12)).horizontalAdvance(face.second)
        if face.row is Kind.OPEN:
            return title + theme.px(8) + second > room
        return title > room or second > width - theme.px(TEXT_LEFT + MARGIN)

    def _line(self, pen: _Pen, rect: QRect, face: EventFace, shape: Shape) -> QRect:
        """Draw the now-line where it goes with this row; what is left is the row's own place."""
        height = theme.px(LINE_HEIGHT)
        if shape.line_above:
            pen.now_line(QRect(rect.left(), rect.top(), rect.width(), height), face.line)
            return rect.adjusted(0, height, 0, 0)
        if shape.line_below:
            pen.now_line(QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height), face.line)
            return rect.adjusted(0, 0, 0, -height)
        return rect


class _Pen:
    """A painter that knows the theme and mirrors itself for right-to-left windows."""

    def __init__(self, painter: QPainter, colors: Theme, mirrored: bool) -> None:
        self._painter = painter
        self._theme = colors
        self._mirrored = mirrored

    def ground(self, rect: QRect, state: QStyle.StateFlag) -> None:
        """Selection and hover fill the row from side to side."""
        if state & QStyle.StateFlag.State_Selected:
            self._painter.fillRect(rect, QColor(self._theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._painter.fillRect(rect, QColor(self._theme.hover))

    def header(self, rect: QRect, face: HeaderFace) -> None:
        """ "Today  Sunday 22 November      4 left"."""
        line = self._box(rect, MARGIN, 9, rect.width() - theme.px(2 * MARGIN), 24)
        note = _width(face.note, theme.font(12))
        self._text(line, face.note, theme.font(12), self._theme.secondary, right=True)
        room = line.width() - (note + theme.px(8) if note else 0)
        title = min(_width(face.title, theme.font(14, 600)), room)
        self._text(self._part(line, 0, title), face.title, theme.font(14, 600), self._theme.text)
        rest = self._part(line, title + theme.px(8), room - title - theme.px(8))
        self._text(rest, face.date, theme.font(14), self._theme.secondary)

    def now_line(self, rect: QRect, text: str) -> None:
        """The time and a line, the only red one."""
        times = self._box(rect, 0, 0, theme.px(TIME_RIGHT), LINE_HEIGHT)
        self._text(times, text, theme.font(11, 600, tabular=True), self._theme.now_line, right=True)
        width = rect.width() - theme.px(TIME_RIGHT + 8) - theme.px(MARGIN)
        line = self._box(rect, TIME_RIGHT + 8, LINE_HEIGHT / 2 - 1, width, 2)
        self._painter.fillRect(line, QColor(self._theme.now_line))

    def row(self, rect: QRect, face: EventFace) -> None:
        """Anything that is not a header."""
        if face.past:
            self._painter.setOpacity(PAST_OPACITY)
        if face.row is Kind.BAND:
            self._band(rect, face)
        elif face.row is Kind.OPEN:
            self._compact(rect, face)
        else:
            self._event(rect, face)

    def _band(self, rect: QRect, face: EventFace) -> None:
        """An all-day event: a band in the tint of its calendar, of which only the edge is there where it is unsure."""
        tint = self._theme.tint(face.color)
        width = rect.width() - theme.px(BAR_LEFT + MARGIN)
        box = self._box(rect, BAR_LEFT, 3, width, 24)
        if face.mark is Mark.BAR:
            self._round(box, tint.fill, 6)
        else:
            self._edge(box, mixed(tint.text, self._theme.background, 0.5), 6, dashed=face.mark is Mark.DASHES)
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        pill = self._pill(QRect(inner.left(), box.top() + theme.px(3), inner.width(), theme.px(18)), face.pill)
        gap = pill + theme.px(8) if pill else 0
        self._text(self._part(inner, 0, inner.width() - gap), face.title, _title_font(face, 12, 500), tint.text)

    def _event(self, rect: QRect, face: EventFace) -> None:
        """Two lines: times, mark, title and pill, and what else is to be said."""
        self._times(rect, face)
        self._mark(rect, face, 8)
        width = rect.width() - theme.px(TEXT_LEFT + MARGIN)
        first = self._box(rect, TEXT_LEFT, 7, width, 18)
        used = self._pill(first, face.pill)
        used += self._relative(self._part(first, 0, width - used), face, bool(used))
        room = width - (used + theme.px(8) if used else 0)
        self._text(self._part(first, 0, room), face.title, _title_font(face, 13, 600), self._title_color(face))
        second = self._box(rect, TEXT_LEFT, 25, width, 18)
        color = self._theme.amber.text if face.row is Kind.UNREADABLE else self._theme.secondary
        self._text(second, face.second, theme.font(12), color)

    def _compact(self, rect: QRect, face: EventFace) -> None:
        """A to-do without a date: everything on one line."""
        self._mark(rect, face, (COMPACT_HEIGHT - ICON) / 2)
        width = rect.width() - theme.px(TEXT_LEFT + MARGIN)
        line = self._box(rect, TEXT_LEFT, 9, width, 18)
        used = self._pill(line, face.pill)
        room = width - (used + theme.px(8) if used else 0)
        made = _title_font(face, 13, 600)
        title = min(_width(face.title, made), room)
        self._text(self._part(line, 0, title), face.title, made, self._title_color(face))
        rest = self._part(line, title + theme.px(8), room - title - theme.px(8))
        self._text(rest, face.second, theme.font(12), self._theme.secondary)

    def _title_color(self, face: EventFace) -> str:
        return self._theme.secondary if face.quiet and not face.past else self._theme.text

    def _mark(self, rect: QRect, face: EventFace, icon_top: float) -> None:
        color = self._theme.calendar_color(face.color)
        bar = self._box(rect, BAR_LEFT, 7, theme.px(BAR_WIDTH), 36)
        match face.mark:
            case Mark.BAR:
                self._round(bar, color, 2)
            case Mark.OUTLINE:
                self._edge(bar, color, 2)
            case Mark.DASHES:
                for top, height in _DASHES:
                    self._round(self._box(rect, BAR_LEFT, 7 + top, bar.width(), height), color, 2)
            case Mark.CIRCLE | Mark.CHECK:
                name = "task" if face.mark is Mark.CIRCLE else "task-done"
                self._icon(rect, BAR_LEFT + (BAR_WIDTH - ICON) / 2, icon_top, name, color)

    def _times(self, rect: QRect, face: EventFace) -> None:
        if face.row is Kind.UNREADABLE:
            self._icon(rect, TIME_RIGHT - ICON, 8, "warning", self._theme.amber.text)
        if face.row is Kind.TIMELESS:
            self._icon(rect, TIME_RIGHT - ICON, 8, "route", self._theme.secondary)
        column = theme.px(TIME_RIGHT)
        first, second = self._box(rect, 0, 7, column, 18), self._box(rect, 0, 25, column, 18)
        self._text(first, face.starts, theme.font(13, tabular=True), self._theme.text, right=True)
        self._text(second, face.ends, theme.font(12, tabular=True), self._theme.secondary, right=True)

    def _icon(self, rect: QRect, left: float, top: float, name: str, color: str) -> None:
        size = theme.px(ICON)
        box = self._box(rect, left, top, size, ICON)
        density = self._painter.device().devicePixelRatioF()
        self._painter.drawPixmap(box.topLeft(), icons.pixmap(name, color, size, density))

    def _relative(self, rect: QRect, face: EventFace, beside_pill: bool) -> int:
        if not face.relative:
            return 0
        gap = theme.px(8) if beside_pill else 0
        self._text(
            self._part(rect, 0, rect.width() - gap),
            face.relative,
            theme.font(12),
            self._theme.secondary,
            right=True,
        )
        return gap + _width(face.relative, theme.font(12))

    def _pill(self, rect: QRect, pill: Pill | None) -> int:
        """Draw a pill at the far end of `rect`; its width."""
        if pill is None:
            return 0
        tint, made = pill.tint(self._theme), theme.font(11, 600)
        width = _pill_width(pill)
        box = self._part(rect, rect.width() - width, width)
        self._round(box, tint.fill, 9)
        self._text(box, pill.text, made, tint.text, middle=True)
        return width

    def _edge(self, rect: QRect, color: str, radius: float, *, dashed: bool = False) -> None:
        corner = theme.px(radius)
        pen = QPen(QColor(color), EDGE)
        if dashed:
            pen.setDashPattern(DASH)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half = EDGE / 2
        self._painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)

    def _round(self, rect: QRect, color: str, radius: float) -> None:
        corner = theme.px(radius)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(QColor(color)))
        self._painter.drawRoundedRect(rect, corner, corner)

    def _text(
        self, rect: QRect, text: str, made: QFont, color: str, *, right: bool = False, middle: bool = False
    ) -> None:
        """One line; what does not fit is elided. The side follows the window, not the text's own direction."""
        if not text or rect.width() <= 0:
            return
        metrics = QFontMetrics(made)
        shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
        far = right != self._mirrored
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignHCenter if middle else side
        self._painter.setFont(made)
        self._painter.setPen(QColor(color))
        flags = int(align | _MIDDLE | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
        self._painter.drawText(rect, flags, shown)

    def _box(self, rect: QRect, left: float, top: float, width: int, height: float) -> QRect:
        """A box in the lengths of the drawings within a row; `width` is in pixels."""
        x, y = rect.left() + theme.px(left), rect.top() + theme.px(top)
        return self._mirror(QRect(x, y, width, theme.px(height)), rect)

    def _part(self, rect: QRect, start: int, width: int) -> QRect:
        """The part of a box that begins `start` after its near side."""
        return self._mirror(QRect(rect.left() + start, rect.top(), max(0, width), rect.height()), rect)

    def _mirror(self, box: QRect, within: QRect) -> QRect:
        if not self._mirrored:
            return box
        return QRect(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())


def _title_font(face: EventFace, size: int, weight: int) -> QFont:
    made = theme.font(size, weight)
    made.setStrikeOut(face.struck)
    return made


def _right_width(face: EventFace) -> int:
    width = _pill_width(face.pill) + theme.px(8) if face.pill else 0
    return width + (_width(face.relative, theme.font(12)) + theme.px(8) if face.relative else 0)


def _pill_width(pill: Pill) -> int:
    return _width(pill.text, theme.font(11, 600)) + theme.px(16)


def _width(text: str, made: QFont) -> int:
    """A pixel more than the letters need: fractions of one would cost the last of them."""
    return QFontMetrics(made).horizontalAdvance(text) + 1 if text else 0
