"""Gives each row of the activity list its height, draws it, and says the rest of it in a tooltip."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from c42desktop.ui import theme
from c42desktop.ui.activity_faces import RowFace, SectionFace
from c42desktop.ui.activity_model import FACE, KIND
from c42desktop.ui.activity_painter import (
    GAP,
    HEADER_HEIGHT,
    MARGIN,
    PART_HEIGHT,
    ROW_HEIGHT,
    TEXT_LEFT,
    ActivityPainter,
    line_width,
    title_font,
)
from c42desktop.ui.activity_rows import Kind
from c42desktop.ui.agenda_pen import text_width
from c42desktop.ui.rows_delegate import Index, RowsDelegate

_HEIGHTS = {Kind.HEADER: HEADER_HEIGHT, Kind.PART: PART_HEIGHT}


@cache
def _size(kind: Kind, _scale: int) -> QSize:
    """Asked for each row at each layout."""
    return QSize(theme.px(TEXT_LEFT * 2), theme.px(_HEIGHTS.get(kind, ROW_HEIGHT)))


class ActivityDelegate(RowsDelegate):
    """One delegate for all kinds of rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The height depends on the kind of row only."""
        return _size(index.data(KIND), theme.px(100))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        face = index.data(FACE)
        rect: QRect = option.rect
        pen = ActivityPainter(painter, theme.current(), mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        if isinstance(face, SectionFace):
            pen.header(rect, face)
        else:
            pen.ground(rect, option.state)
            pen.row(rect, face)

    def full_text(self, face: object, width: int) -> str:
        """Both lines, where they do not fit."""
        if not isinstance(face, RowFace) or not is_elided(face, width):
            return ""
        return "\n".join(part for part in (face.title, "".join(run.text for run in face.second)) if part)


def is_elided(face: RowFace, width: int) -> bool:
    """True where a row of this width cannot show all of its text."""
    room = width - theme.px(TEXT_LEFT + MARGIN)
    time = text_width(face.time, theme.font(12, tabular=True)) + theme.px(GAP)
    return text_width(face.title, title_font(face)) > room - time or line_width(face.second) > room
