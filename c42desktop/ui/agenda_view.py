"""The list of the agenda: keyboard, mouse, and a scroll position that stays where the reader left it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject, act_of
from c42desktop.ui import theme
from c42desktop.ui.agenda_delegate import AgendaDelegate
from c42desktop.ui.agenda_model import ROW, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Kind, Row
from c42desktop.ui.row_buttons import RowButtons
from c42desktop.ui.row_painter import HEADER_HEIGHT
from c42desktop.ui.rows_view import Index, RowsView, plain_index


class AgendaView(RowsView):
    """Shows an `AgendaModel`.

    `shown` (Row or None): the selected row changed. `opened` (Row): the person clicked it or pressed Enter.
    `acted(Act, Subject)`: a button in a row was pressed.
    """

    shown = Signal(object)
    opened = Signal(object)
    acted = Signal(object, object)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("agenda")
        self._agenda = model
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
        buttons.answered.connect(lambda row, answer: self._act(act_of(answer), row))
        buttons.joined.connect(lambda row: self._act(Act.JOIN, row))

    # What others ask of it

    def is_empty(self) -> bool:
        """Whether nothing is planned."""
        return self._agenda.is_empty()

    def empty_top(self) -> int:
        """Below today's header."""
        return theme.px(HEADER_HEIGHT)

    def select(self, index: Index) -> None:
        """Select a row and bring it into sight."""
        if index.isValid():
            self.setCurrentIndex(plain_index(index))
            self.scrollTo(self.currentIndex())

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

    def _act(self, act: Act, row: Row) -> None:
        event = row.event
        if event is not None and row.occurrence is not None:
            event = event.moved_to(row.occurrence.start, row.occurrence.end)
        self.acted.emit(act, Subject(row.item, event))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(index.data(ROW))

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

    def _keep_place(self, *_args: object) -> None:
        bar = self.verticalScrollBar()
        if self._anchor is not None or bar.value() == bar.minimum():
            return
        self.keep(self.top_row())

    def _keep_rows(self) -> None:
        top = self.top_row()
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
            self.put_at(index, offset)

    def _select_again(self, row: Row) -> None:
        index = self._agenda.find_row(row)
        if not index.isValid() and row.item is not None:
            index = self._agenda.find(row.item)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.shown.emit(None)
