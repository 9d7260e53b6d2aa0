"""What the views of both lists have in common: how they are set up, and a scroll position that stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from c42desktop.ui import theme
from c42desktop.ui.row_painter import MARGIN
from c42desktop.ui.rows_model import ROW, RowsModel

Index = QModelIndex | QPersistentModelIndex
PAGES = {QAbstractItemView.CursorAction.MovePageUp: -1, QAbstractItemView.CursorAction.MovePageDown: 1}


class RowsView(QListView):
    """Shows a `RowsModel`. One calm sentence stands where it has nothing to show."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._empty_text = ""
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self._picture: list[tuple[QPersistentModelIndex, QRect]] | None = None  # before rows came or went
        model.dataChanged.connect(self._forget_picture)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        # Else everything in sight is painted anew for each step of the wheel.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self._rows.rows

    def empty_top(self) -> int:
        """Where what it says then may begin."""
        return 0

    def set_empty_text(self, text: str) -> None:
        """What to say where there is nothing to show."""
        self._empty_text = text
        self.viewport().update()

    def empty_text(self) -> str:
        """What it says there."""
        return self._empty_text

    def selected(self) -> QModelIndex:
        """The selected row; invalid where none is. Qt's current row may be one nobody chose."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0] if chosen else QModelIndex()

    def clear(self) -> None:
        """Select nothing."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    # Staying where the reader is

    def keep(self, index: QModelIndex) -> None:
        """Have this row stay where it is on the screen when everything is laid out anew."""
        if index.isValid():
            self._anchor = (QPersistentModelIndex(index), self.visualRect(index).top())
            self._picture = self._in_picture()

    def move_kept(self, dy: int) -> None:
        """The reader goes on before all is laid out anew: so does the row that is to stay."""
        if self._anchor is not None:
            index, offset = self._anchor
            self._anchor, self._picture = (index, offset + dy), None

    def doItemsLayout(self) -> None:  # noqa: N802
        """Lay out anew, then put the row that is to stay back to where it was. Where all in sight is where it was, none
        of it is painted anew, as Qt would."""
        if self._anchor is None:
            super().doItemsLayout()
            return
        (index, offset), self._anchor = self._anchor, None
        before, self._picture = self._picture, None
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        super().doItemsLayout()
        if index.isValid():
            self.put_at(plain_index(index), offset)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
        if before is None or before != self._in_picture():
            self.viewport().update()

    def _forget_picture(self) -> None:
        """What looks different has to be painted anew, wherever it is."""
        self._picture = None

    def _in_picture(self) -> list[tuple[QPersistentModelIndex, QRect]]:
        """What is in sight, and where."""
        found, index = list[tuple[QPersistentModelIndex, QRect]](), self.row_at(0)
        while index.isValid() and (rect := self.visualRect(index)).top() < self.viewport().height():
            found.append((QPersistentModelIndex(index), rect))
            index = index.siblingAtRow(index.row() + 1)
        return found

    def put_at(self, index: QModelIndex, offset: int) -> None:
        """Scroll until a row is so far below the top."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(index).top() - offset)

    def row_at(self, y: int) -> QModelIndex:
        """The row at this height, whatever is drawn over it; invalid below the last one."""
        self.executeDelayedItemsLayout()  # Qt does so too late, when it has computed where to look
        return QListView.indexAt(self, QPoint(0, y))

    def top_row(self) -> QModelIndex:
        """The first visible row that is not a header: headers come and go."""
        index = self.row_at(0)
        while index.isValid() and self._rows.is_header(index.data(ROW)):
            index = index.siblingAtRow(index.row() + 1)
        return index

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """A page goes on where it ends at a heading."""
        step = PAGES.get(action, 0)
        return paged(self, step) if step and self.currentIndex().isValid() else super().moveCursor(action, modifiers)

    # Nothing to show

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, or the sentence. Qt would draw all rows between the first and the last place that need it: when the
        wheel is turned, those are at the top and at the bottom."""
        for part in _parts(event.region()):
            painter = QPainter(self.viewport())
            painter.fillRect(part, QColor(theme.current().background))
            painter.end()
            super().paintEvent(QPaintEvent(part))
        if not self.is_empty() or not self._empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.current().secondary))
        rect: QRect = self.viewport().rect().adjusted(theme.px(MARGIN), self.empty_top(), -theme.px(MARGIN), 0)
        rect.setBottom(max(rect.top(), round(rect.height() * 0.8)))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(rect, flags, self._empty_text)
        painter.end()


def paged(view: QListView, step: int) -> QModelIndex:
    """The row that can be selected a page below the current one (-1: above), or as far as there are any.

    Qt stays where it is when the page ends at a row that cannot.
    """
    current, model = view.currentIndex(), view.model()
    rect = view.visualRect(current)
    found = QListView.indexAt(view, QPoint(rect.x(), rect.center().y() + step * view.viewport().height()))
    end = model.rowCount() - 1 if step > 0 else 0
    reached = found.row() if found.isValid() else end
    onward, back = range(reached, end + step, step), range(reached, current.row(), -step)
    rows = [row for row in (*onward, *back) if (row - current.row()) * step > 0]
    places = (model.index(row, 0) for row in rows)
    return next((place for place in places if place.flags() & Qt.ItemFlag.ItemIsSelectable), current)


def _parts(region: QRegion) -> Iterable[QRect]:
    return cast("Iterable[QRect]", region)  # its type does not say what it can


def plain_index(index: Index) -> QModelIndex:
    """Where it is by now."""
    return index.model().index(index.row(), 0)
