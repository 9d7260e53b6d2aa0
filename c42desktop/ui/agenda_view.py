"""The list of the agenda: keyboard, mouse, and a scroll position that stays where the reader left it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject, act_of
from c42desktop.ui.agenda_delegate import AgendaDelegate
from c42desktop.ui.agenda_model import ROW, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Row
from c42desktop.ui.row_buttons import RowButtons
from c42desktop.ui.rows_view import Index, RowsView, plain_index
from c42desktop.ui.sticky_header import StickyHeader


class AgendaView(RowsView):
    """Shows an `AgendaModel`.

    `shown` (Row or None): the selected row changed. `opened` (Row): the person clicked it or pressed Enter.
    `acted(Act, Subject)`: a button in a row was pressed. `moved`: other rows may be in sight than before.
    `day_wanted(date)`: the person wants to see a day that is not among the rows.
    """

    shown = Signal(object)
    opened = Signal(object)
    acted = Signal(object, object)
    moved = Signal()
    day_wanted = Signal(object)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        self._agenda = model
        self._sticky = StickyHeader(self, model, lambda: self.row_at(0).row())  # Qt asks for it while it is set up
        super().__init__(model, parent)
        self.setObjectName("agenda")
        self._delegate = AgendaDelegate(self)
        self._kept: tuple[Row | None, Row | None, int] | None = None
        self._away: Row | None = None  # selected, and not among the rows that are loaded now
        self._set_up()
        model.rowsAboutToBeInserted.connect(self._keep_place)
        model.rowsAboutToBeRemoved.connect(self._keep_place)
        model.rowsAboutToBeMoved.connect(self._keep_place)
        model.modelAboutToBeReset.connect(self._keep_rows)
        self.setModel(model)
        model.modelReset.connect(self._return_to_rows)
        model.rowsInserted.connect(self._lay_out_shifted)
        model.rowsRemoved.connect(self._lay_out_shifted)
        model.rowsInserted.connect(self._find_away)
        model.gone.connect(self._forget_away)
        self.selectionModel().selectionChanged.connect(lambda *_args: self._on_selected())
        self.clicked.connect(self._on_clicked)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Agenda"))
        self.setItemDelegate(self._delegate)
        buttons = RowButtons(self)
        buttons.answered.connect(lambda row, answer: self.act(act_of(answer), row))
        buttons.joined.connect(lambda row: self.act(Act.JOIN, row))
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._on_moved())
        bar.rangeChanged.connect(lambda _least, _most: self._on_moved())
        bar.sliderReleased.connect(self._on_moved)

    # What others ask of it

    def is_empty(self) -> bool:
        """Whether nothing is planned."""
        return self._agenda.is_empty()

    def empty_top(self) -> int:
        """Below today's header."""
        return self._sticky.height()

    def in_sight(self) -> tuple[int, int]:
        """The places of the first and the last row that can be seen."""
        top, bottom = self.row_at(0), self.row_at(self.viewport().height() - 1)
        last = bottom.row() if bottom.isValid() else self._agenda.rowCount() - 1
        return max(0, top.row()), last

    def set_compact(self, compact: bool) -> None:
        """Whether events stand on one line each; the first in sight stays where it is."""
        if compact != self._delegate.compact:
            self._keep_place()
            self._forget_picture()
            self._delegate.compact = compact
            self.scheduleDelayedItemsLayout()

    def select(self, index: Index) -> None:
        """Select a row and bring it into sight."""
        if index.isValid():
            self.setCurrentIndex(plain_index(index))
            self.scrollTo(self.currentIndex())

    def go_to(self, day: date) -> None:
        """Scroll to the header of a day, or to the next one."""
        index = self._agenda.find_day(day)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def go_to_today(self) -> None:
        """Scroll to today's header, wherever that is."""
        if self._agenda.today().isValid():
            self.go_to(self._agenda.now.date())
        else:
            self.day_wanted.emit(self._agenda.now.date())

    # Mouse and keyboard

    def indexAt(self, at: QPoint) -> QModelIndex:  # noqa: N802
        """What is below the header at the top cannot be pointed at."""
        return QModelIndex() if self._sticky.contains(at) else super().indexAt(at)

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, and not below the header at the top."""
        super().scrollTo(index, hint)
        hidden = self._sticky.height() - self.visualRect(index).top()
        if hint is QAbstractItemView.ScrollHint.EnsureVisible and hidden > 0 and not self._is_header(index):
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - hidden)

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

    def _on_selected(self) -> None:
        index = self.selected()
        if self._agenda.is_shifting or (not index.isValid() and self._away is not None):
            return  # nothing happened to it
        self._away = None
        self.shown.emit(index.data(ROW) if index.isValid() else None)

    def _on_moved(self) -> None:
        """While the person holds the handle of the scroll bar, nothing may move it away."""
        if not self.verticalScrollBar().isSliderDown():
            self.moved.emit()

    # What is selected, and stays so

    def clear(self) -> None:
        """Select nothing."""
        was_away, self._away = self._away, None
        super().clear()
        if was_away is not None:
            self.shown.emit(None)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:  # noqa: N802
        """The selection does not jump to a neighbour of what is gone; what is only far away comes back."""
        if first <= self.currentIndex().row() <= last:
            if self._agenda.is_shifting and self.selected().isValid():
                self._away = self.selected().data(ROW)
                super().clear()
            else:
                self.clear()
                above = self._agenda.index(first - 1, 0)  # the keyboard goes on from here
                self.selectionModel().setCurrentIndex(above, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().rowsAboutToBeRemoved(parent, first, last)

    def _forget_away(self, gone: ItemRef | CalendarRef) -> None:
        item = self._away.item if self._away is not None else None
        if item is not None and gone in (item, item.calendar):
            self.clear()

    def _find_away(self) -> None:
        index = self._agenda.find_row(self._away) if self._away is not None else QModelIndex()
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._away = None

    # Staying where the reader is

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """The header at the top stays where it is."""
        self.move_kept(dy)
        super().scrollContentsBy(dx, dy)
        self._sticky.update(dy)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """The now-line may have made a row higher. Else the rows only look different, and stay where they are: a list
        view lays out everything anew, for all rows at each change."""
        self._sticky.update()
        if roles and SHAPE not in roles:
            QAbstractItemView.dataChanged(self, first, last, list(roles))
            return
        self._keep_place()
        super().dataChanged(first, last, list(roles))

    def _lay_out_shifted(self) -> None:
        """Other days are there: at once, so that all in sight can stay as it is before the reader goes on."""
        if self._agenda.is_shifting:
            self.executeDelayedItemsLayout()

    def _keep_place(self, *_args: object) -> None:
        """What is new below a header at the very top slides in; all else stays."""
        if self._anchor is not None:
            return
        top = self.row_at(0)
        at_header = self._is_header(top) and self.visualRect(top).top() == 0
        self.keep(top if at_header else self.top_row())

    def _keep_rows(self) -> None:
        top = self.top_row()
        at_top = self.verticalScrollBar().value() == self.verticalScrollBar().minimum()
        anchor = top.data(ROW) if top.isValid() and not at_top else None
        offset = self.visualRect(top).top() if anchor else 0
        selected = self.selected()
        self._kept = (selected.data(ROW) if selected.isValid() else self._away, anchor, offset)

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
        if not index.isValid() and row.item is not None and not self._agenda.is_shifting:
            index = self._agenda.find(row.item)
        self._away = row if self._agenda.is_shifting and not index.isValid() else None
        self.setCurrentIndex(index)
        if not index.isValid() and self._away is None:
            self.shown.emit(None)

    def _is_header(self, index: Index) -> bool:
        return index.isValid() and self._agenda.is_header(self._agenda.rows[index.row()])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, and the header of their day over them."""
        super().paintEvent(event)
        if event.rect().top() < self._sticky.height():
            self._sticky.paint()
