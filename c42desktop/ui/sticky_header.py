"""The header of the day that the reader is in, at the top while its rows go by; the next one pushes it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView

from c42desktop.ui import theme
from c42desktop.ui.agenda_faces import HeaderFace
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.row_painter import HEADER_HEIGHT, RowPainter


class StickyHeader:
    """Drawn over the rows of a view; no widget, for the rows below would all be painted anew when they are scrolled.

    `top` gives the place of the first row in sight, or -1.
    """

    def __init__(self, view: QListView, model: AgendaModel, top: Callable[[], int]) -> None:
        self._view = view
        self._model = model
        self._top = top

    @staticmethod
    def height() -> int:
        """That of every header."""
        return theme.px(HEADER_HEIGHT)

    def contains(self, at: QPoint) -> bool:
        """Whether it is at this place of the viewport."""
        return self.rect().contains(at)

    def rect(self) -> QRect:
        """Where it is; empty where there are no rows, and where the header itself is there."""
        top = self._top()
        if top < 0 or (self._view.visualRect(self._model.index(top)).top() == 0 and self._is_header(top)):
            return QRect()
        _header, after = self._model.section_at(top)
        height, offset = self.height(), 0
        if after < self._model.rowCount():
            offset = min(0, self._view.visualRect(self._model.index(after)).top() - height)
        return QRect(0, offset, self._view.viewport().width(), height)

    def paint(self) -> None:
        """Draw it, after the rows."""
        rect = self.rect()
        if rect.isEmpty():
            return
        face = self._model.face(self._model.section_at(self._top())[0])
        assert isinstance(face, HeaderFace)
        colors = theme.current()
        painter = QPainter(self._view.viewport())
        painter.fillRect(rect, QColor(colors.background))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colors.line))
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        RowPainter(painter, colors, mirrored=mirrored).header(rect, face)
        painter.end()

    def update(self, moved: int = 0) -> None:
        """It is, or was, another one; what is in sight has `moved` by so much, and what was drawn with it."""
        strip = QRect(0, 0, self._view.viewport().width(), self.height())
        self._view.viewport().update(strip.united(strip.translated(0, moved)))

    def _is_header(self, place: int) -> bool:
        return self._model.is_header(self._model.rows[place])
