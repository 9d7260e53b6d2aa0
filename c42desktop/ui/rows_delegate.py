"""What the delegates of both lists have in common: rows that are drawn, with the rest of their text in a tooltip."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from c42desktop.ui.rows_model import FACE
from c42desktop.ui.widgets import tip

Index = QModelIndex | QPersistentModelIndex


class RowsDelegate(QStyledItemDelegate):
    """One delegate for all kinds of rows of a list."""

    @abstractmethod
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""

    @abstractmethod
    def full_text(self, face: Any, width: int) -> str:
        """What a row says, where a row of this width cannot show all of it; else nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row, and leave the painter as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, option, index)
        painter.restore()

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The full text of a row, where it did not fit."""
        text = self.full_text(index.data(FACE), option.rect.width())
        if text:
            QToolTip.showText(event.globalPos(), tip(text), view)
        else:
            QToolTip.hideText()
        return True
