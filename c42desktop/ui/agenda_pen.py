"""A painter for rows: boxes in the lengths of the drawings, text on one line, marks in one colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from c42desktop.plain import one_line
from c42desktop.ui import icons, theme
from c42desktop.ui.tokens import Theme

ICON = 16
EDGE = 1.5
_DASH = (3.0, 2.5)  # in widths of the edge
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
_REMEMBERED = 2_000  # texts: some hundred are in sight, and are drawn again and again while they go by


class Pen:
    """Knows the theme and mirrors itself for right-to-left windows."""

    def __init__(self, painter: QPainter, colors: Theme, *, mirrored: bool) -> None:
        self.painter = painter
        self.theme = colors
        self._mirrored = mirrored

    def text(
        self, rect: QRect, text: str, made: QFont, color: str, *, right: bool = False, middle: bool = False
    ) -> None:
        """One line; what does not fit is elided. The side follows the window, not the text's own direction."""
        if not text or rect.width() <= 0:
            return
        shown = _shown(text, made, rect.width())
        far = right != self._mirrored
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignHCenter if middle else side
        self.painter.setFont(made)
        self.painter.setPen(QColor(color))
        self.painter.drawText(rect, int(align) | _LINE, shown)

    def icon(self, rect: QRect, left: float, top: float, name: str, color: str) -> None:
        """A drawing at this place of a row."""
        size = theme.px(ICON)
        box = self.box(rect, left, top, size, ICON)
        density = self.painter.device().devicePixelRatioF()
        self.painter.drawPixmap(box.topLeft(), icons.pixmap(name, color, size, density))

    def round(self, rect: QRect, color: str, radius: float) -> None:
        """Filled, with round corners."""
        corner = theme.px(radius)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(color)))
        self.painter.drawRoundedRect(rect, corner, corner)

    def edge(self, rect: QRect, color: str, radius: float, *, dashed: bool = False) -> None:
        """Only the edge of it."""
        corner = theme.px(radius)
        pen = QPen(QColor(color), EDGE)
        if dashed:
            pen.setDashPattern(_DASH)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = EDGE / 2
        self.painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)

    def box(self, rect: QRect, left: float, top: float, width: int, height: float) -> QRect:
        """A box in the lengths of the drawings within a row; `width` is in pixels."""
        x, y = rect.left() + theme.px(left), rect.top() + theme.px(top)
        return self._mirror(QRect(x, y, width, theme.px(height)), rect)

    def part(self, rect: QRect, start: int, width: int) -> QRect:
        """The part of a box that begins `start` after its near side."""
        return self._mirror(QRect(rect.left() + start, rect.top(), max(0, width), rect.height()), rect)

    def _mirror(self, box: QRect, within: QRect) -> QRect:
        return mirrored(box, within) if self._mirrored else box


def mirrored(box: QRect, within: QRect) -> QRect:
    """The box at the other side."""
    return QRect(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())


@lru_cache(_REMEMBERED)
def _shown(text: str, made: QFont, width: int) -> str:
    return QFontMetrics(made).elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)


@lru_cache(_REMEMBERED)
def text_width(text: str, made: QFont) -> int:
    """A pixel more than the letters need: fractions of one would cost the last of them."""
    return QFontMetrics(made).horizontalAdvance(text) + 1 if text else 0
