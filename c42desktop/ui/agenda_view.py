"""The list of the agenda: keyboard, mouse, and a scroll position that stays where the reader left it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject, act_of
from c42desktop.ui import theme
from c42desktop.ui.agenda_delegate import AgendaDelegate
from c42desktop.ui.agenda_model import ROW, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Kind, Row
from c42desktop.ui.row_buttons import RowButtons
from c42desktop.ui.row_painter import HEADER_HEIGHT, MARGIN

Index = QModelIndex | QPersistentModelIndex


class AgendaView(QListView):
    """Shows an `AgendaModel`.

    `shown` (Row or None): the selected row changed. `opened` (Row): the person clicked it or pressed Enter.
    `acted(Act, Subject)`: a button in a row was pressed.
    """

    shown = Signal(object)
    opened = Signal(object)
    acted = Signal(object, object)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda")
        self._agenda = model
        self._empty_text = ""
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self._kept: tuple[Row | None, Row | None, int] | None = None
        self._set_up()
        model.rowsAboutToBeInserted.connect(self._keep_place)
        model.rowsAboutToBeRemoved.connect(self._keep_place)
        model.rowsAboutToBeMoved.connect(self._keep_place)
        model.modelAboutToBeReset.connect(self._keep_rows)
        self.setModel(model)
        model.modelReset.connect(self._return_to_rows)
        self.selectionModel().selectionChanged.connect(lambda *_args: self._on_selected())
        self.clicked.connect(self._on_clicked)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Agenda"))
        self.setItemDelegate(AgendaDelegate(self))
        buttons = RowButtons(self)
        buttons.answered.connect(lambda row, answer: self.act(act_of(answer), row))
        buttons.joined.connect(lambda row: self.act(Act.JOIN, row))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(theme.px(20))

    # What others ask of it

    def set_empty_text(self, text: str) -> None:
        """What to say where nothing is planned."""
        self._empty_text = text
        self.viewport().update()

    def empty_text(self) -> str:
        """What it says where nothing is planned."""
        return self._empty_text

    def select(self, index: Index) -> None:
        """Select a row and bring it into sight."""
        if index.isValid():
            self.setCurrentIndex(_plain_index(index))
            self.scrollTo(self.currentIndex())

    def clear(self) -> None:
        """Select nothing."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def go_to_today(self) -> None:
        """Scroll to today's header."""
        self.scrollTo(self._agenda.today(), QAbstractItemView.ScrollHint.PositionAtTop)

    # Mouse and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Home goes to today; everything else is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected().isValid():
            self.opened.emit(self.selected().data(ROW))
        elif event.key() == Qt.Key.Key_Home:
            self.go_to_today()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a header or beside the rows leaves the selection alone."""
        if self.indexAt(event.position().toPoint()).flags() & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)

    def act(self, act: Act, row: Row) -> None:
        """What a button in a row does, or its entry in a menu."""
        event = row.event
        if event is not None and row.occurrence is not None:
            event = event.moved_to(row.occurrence.start, row.occurrence.end)
        self.acted.emit(act, Subject(row.item, event))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(index.data(ROW))

    def selected(self) -> QModelIndex:
        """The selected row; invalid where none is. Qt's current row may be one nobody chose."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0] if chosen else QModelIndex()

    def _on_selected(self) -> None:
        index = self.selected()
        self.shown.emit(index.data(ROW) if index.isValid() else None)
        above = index.siblingAtRow(index.row() - 1)
        if index.isValid() and above.isValid() and above.data(ROW).kind is Kind.HEADER:
            self.scrollTo(above)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:  # noqa: N802
        """The selection does not jump to a neighbour of what is gone."""
        if first <= self.currentIndex().row() <= last:
            self.clear()
        super().rowsAboutToBeRemoved(parent, first, last)

    # Staying where the reader is

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """The now-line may have made a row higher. Else the rows only look different, and stay where they are: a list
        view lays out everything anew, for thousands of rows at each change."""
        if roles and SHAPE not in roles:
            QAbstractItemView.dataChanged(self, first, last, list(roles))
            return
        self._keep_place()
        super().dataChanged(first, last, list(roles))

    def doItemsLayout(self) -> None:  # noqa: N802
        """Lay out anew, then put the row that was on top back to where it was."""
        super().doItemsLayout()
        if self._anchor is None:
            return
        (index, offset), self._anchor = self._anchor, None
        if index.isValid():
            self._put_at(_plain_index(index), offset)

    def _keep_place(self, *_args: object) -> None:
        bar = self.verticalScrollBar()
        if self._anchor is not None or bar.value() == bar.minimum():
            return
        top = self._top_event()
        if top.isValid():
            self._anchor = (QPersistentModelIndex(top), self.visualRect(top).top())

    def _keep_rows(self) -> None:
        top = self._top_event()
        at_top = self.verticalScrollBar().value() == self.verticalScrollBar().minimum()
        anchor = top.data(ROW) if top.isValid() and not at_top else None
        offset = self.visualRect(top).top() if anchor else 0
        self._kept = (self.selected().data(ROW), anchor, offset)

    def _return_to_rows(self) -> None:
        if self._kept is None:
            return
        (selected, anchor, offset), self._kept = self._kept, None
        if selected is not None:
            self._select_again(selected)
        index = self._agenda.find_row(anchor) if anchor else QModelIndex()
        if index.isValid():
            self._put_at(index, offset)

    def _select_again(self, row: Row) -> None:
        index = self._agenda.find_row(row)
        if not index.isValid() and row.item is not None:
            index = self._agenda.find(row.item)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.shown.emit(None)

    def _top_event(self) -> QModelIndex:
        """The first visible row that is not a header: headers come and go."""
        index = self.indexAt(self.viewport().rect().topLeft())
        while index.isValid() and index.data(ROW).kind is Kind.HEADER:
            index = index.siblingAtRow(index.row() + 1)
        return index

    def _put_at(self, index: QModelIndex, offset: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(index).top() - offset)

    # Nothing to show

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, or one calm sentence."""
        super().paintEvent(event)
        if not self._agenda.is_empty() or not self._empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.current().secondary))
        rect: QRect = self.viewport().rect().adjusted(theme.px(MARGIN), theme.px(HEADER_HEIGHT), -theme.px(MARGIN), 0)
        rect.setBottom(max(rect.top(), round(rect.height() * 0.8)))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(rect, flags, self._empty_text)
        painter.end()


def _plain_index(index: Index) -> QModelIndex:
    return index.model().index(index.row(), 0)
