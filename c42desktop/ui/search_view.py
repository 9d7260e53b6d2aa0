"""The list of what was found, under keyboard and mouse; it looks like the agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject, act_of
from c42desktop.ui.agenda_delegate import AgendaDelegate
from c42desktop.ui.agenda_model import ROW
from c42desktop.ui.agenda_rows import Kind, Row
from c42desktop.ui.row_buttons import RowButtons
from c42desktop.ui.rows_view import Index, RowsView
from c42desktop.ui.search_model import SearchModel


class SearchView(RowsView):
    """Shows a `SearchModel`.

    `shown` (Row or None): the selected row changed. `opened` (Row): the person clicked it or pressed Enter.
    `located` (Row): it is to be shown among the others of its day. `acted(Act, Subject)`: a button in a row was
    pressed. `left`: the person goes up from the first row.
    """

    shown = Signal(object)
    opened = Signal(object)
    located = Signal(object)
    acted = Signal(object, object)
    left = Signal()

    def __init__(self, model: SearchModel) -> None:
        super().__init__(model)
        self.setObjectName("found")
        self._found = model
        self._set_up()
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_args: self._on_selected())
        self.clicked.connect(self._open)
        self.doubleClicked.connect(self._locate)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Found events"))
        self.setItemDelegate(AgendaDelegate(self))
        buttons = RowButtons(self)
        buttons.answered.connect(lambda row, answer: self._act(act_of(answer), row))
        buttons.joined.connect(lambda row: self._act(Act.JOIN, row))

    # What others ask of it

    def set_empty_text(self, text: str) -> None:
        """What to say where nothing was found."""
        super().set_empty_text(text)
        self.setAccessibleDescription(text if self.is_empty() else "")

    def enter(self) -> None:
        """The keyboard comes from the field: to the row that is selected, else to the first."""
        self.setFocus()
        if not self.selected().isValid():
            self.setCurrentIndex(self._found.first())

    def open_first(self) -> None:
        """Enter was pressed in the field."""
        if self._found.first().isValid():
            self.enter()
            self._open(self.selected())

    def show_anew(self, change: Callable[[], None], *, stay: bool) -> None:
        """Have the model reset by `change`: the same event stays selected where it is still there. `stay`: and the
        list where it is."""
        selected = self.selected().data(ROW)
        at = self.verticalScrollBar().value() if stay else 0
        change()
        self.doItemsLayout()
        index = self._found.find(selected.item) if selected is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        elif selected is not None:
            self.shown.emit(None)
        self.verticalScrollBar().setValue(at)

    # Mouse and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, with Ctrl in the agenda; up from the first row leads back to the field."""
        index = self.selected()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._locate(index)
        elif enter:
            self._open(index)
        elif event.key() == Qt.Key.Key_Up and index.row() <= self._found.first().row():
            self.scrollToTop()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a header or beside the rows leaves the selection alone."""
        if self.indexAt(event.position().toPoint()).flags() & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What can be done with a row."""
        index = self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.selected()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.menu_for(index).popup(event.globalPos())

    def menu_for(self, index: QModelIndex) -> QMenu:
        """The same that keys and clicks do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open")).triggered.connect(lambda: self._open(index))
        menu.addAction(_("Show in agenda")).triggered.connect(lambda: self._locate(index))
        return menu

    def _open(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(index.data(ROW))

    def _locate(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.located.emit(index.data(ROW))

    def _act(self, act: Act, row: Row) -> None:
        event = row.event
        if event is not None and row.occurrence is not None:
            event = event.moved_to(row.occurrence.start, row.occurrence.end)
        self.acted.emit(act, Subject(row.item, event))

    def _on_selected(self) -> None:
        index = self.selected()
        self.shown.emit(index.data(ROW) if index.isValid() else None)
        above = index.siblingAtRow(index.row() - 1)
        if index.isValid() and above.isValid() and above.data(ROW).kind is Kind.HEADER:
            self.scrollTo(above)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Rows that look different stay where they are: a list view would lay out everything anew."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))
