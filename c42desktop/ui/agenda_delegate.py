"""Gives each row of the agenda its height, draws it, and says the rest of it in a tooltip."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from c42desktop.ui import theme
from c42desktop.ui.agenda_faces import EventFace, HeaderFace
from c42desktop.ui.agenda_model import FACE, SHAPE, Shape
from c42desktop.ui.agenda_rows import Kind
from c42desktop.ui.row_painter import (
    BAND_HEIGHT,
    COMPACT_HEIGHT,
    HEADER_HEIGHT,
    LINE_HEIGHT,
    ROW_HEIGHT,
    TEXT_LEFT,
    RowPainter,
    is_elided,
)
from c42desktop.ui.rows_delegate import Index, RowsDelegate
from c42desktop.ui.rows_model import RowsModel

_HEIGHTS = {Kind.HEADER: HEADER_HEIGHT, Kind.BAND: BAND_HEIGHT, Kind.OPEN: COMPACT_HEIGHT}


@cache
def _size(shape: Shape, compact: bool, _scale: int) -> QSize:
    """Asked for each row of the agenda at each layout."""
    height = _HEIGHTS.get(shape.kind, COMPACT_HEIGHT if compact else ROW_HEIGHT)
    line = LINE_HEIGHT if shape.line_above or shape.line_below else 0
    return QSize(theme.px(TEXT_LEFT * 2), theme.px(height) + (theme.px(line) if line else 0))


class AgendaDelegate(RowsDelegate):
    """One delegate for all kinds of rows. `compact`: events stand on one line each."""

    compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The height depends on the kind of row and on the now-line only."""
        model = index.model()
        shape = model.shape(model.rows[index.row()]) if isinstance(model, RowsModel) else index.data(SHAPE)
        return _size(shape, self.compact, theme.px(100))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        face = index.data(FACE)
        rect: QRect = option.rect
        pen = RowPainter(painter, theme.current(), mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        if isinstance(face, HeaderFace):
            pen.header(rect, face)
            return
        body, line = divided(rect, index.data(SHAPE))
        if not line.isEmpty():
            pen.now_line(line, face.line)
        pen.ground(body, option.state)
        pen.row(body, face, compact=self.compact)

    def full_text(self, face: object, width: int) -> str:
        """Both lines, where they do not fit."""
        if not isinstance(face, EventFace) or not is_elided(face, width, compact=self.compact):
            return ""
        return "\n".join(part for part in (face.title, face.second) if part)


def divided(rect: QRect, shape: Shape) -> tuple[QRect, QRect]:
    """The place of the row itself, and that of the now-line where it goes with this row."""
    height = theme.px(LINE_HEIGHT)
    if shape.line_above:
        return rect.adjusted(0, height, 0, 0), QRect(rect.left(), rect.top(), rect.width(), height)
    if shape.line_below:
        bottom = QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
        return rect.adjusted(0, 0, 0, -height), bottom
    return rect, QRect()
