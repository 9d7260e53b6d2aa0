"""The activity list: keyboard, mouse, and rows that stay where they are while a person points at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act
from c42desktop.notify.labels import label_of
from c42desktop.ui import activity_rows
from c42desktop.ui.activity_delegate import ActivityDelegate
from c42desktop.ui.activity_model import FACE, KIND, ROW, ActivityModel
from c42desktop.ui.activity_painter import button_boxes
from c42desktop.ui.activity_rows import Kind, Row
from c42desktop.ui.rows_view import Index, RowsView


class ActivityView(RowsView):
    """Shows an `ActivityModel`.

    `shown` (Row or None): the selected row changed. `opened` (Row): the person clicked it or pressed Enter.
    `read` (Row): the person has seen it. `acted` (Act, Row): a button of it was pressed.
    """

    shown = Signal(object)
    opened = Signal(object)
    read = Signal(object)
    acted = Signal(object, object)

    def __init__(self, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("activity")
        self._activity = model
        self._chosen: activity_rows.Key | None = None  # while the rows change
        self._pressed: tuple[Act, QPersistentModelIndex] | None = None
        self._held = False  # at the top, but for what came while somebody pointed at the rows
        self._set_up()
        model.rowsAboutToBeInserted.connect(self._keep_place)
        model.rowsAboutToBeRemoved.connect(self._keep_place)
        self.setModel(model)
        model.rowsInserted.connect(self._choose_again)
        self.selectionModel().selectionChanged.connect(lambda *_args: self._on_selected())

    def _set_up(self) -> None:
        self.setAccessibleName(_("Activity"))
        self.setItemDelegate(ActivityDelegate(self))
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self._let_go())

    # What others ask of it

    def is_at_top(self) -> bool:
        """Whether the newest row is in sight."""
        return self.verticalScrollBar().value() == self.verticalScrollBar().minimum()

    # Mouse and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Space and R mark as read; everything else is the list's own."""
        self._let_go()
        row = self.selected().data(ROW)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self._open(row)
            case Qt.Key.Key_Space | Qt.Key.Key_R if row is not None:
                self.read.emit(row)
            case Qt.Key.Key_Right if row is not None and row.kind is Kind.SEVERAL and not row.unfolded:
                self._activity.unfold(row.key)
            case Qt.Key.Key_Left if row is not None and row.kind is Kind.SEVERAL and row.unfolded:
                self._activity.unfold(row.key)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on a button is the button's; one on a header or beside the rows leaves the selection alone."""
        index = self.indexAt(event.position().toPoint())
        act = self._button_at(event.position().toPoint())
        self._pressed = (act, QPersistentModelIndex(index)) if act else None
        if self._pressed is None and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """On the button that was pressed, it acts; on the row, it opens."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            act, where = pressed
            if self._button_at(at) is act and where == index:
                self.acted.emit(act, index.data(ROW))
            return
        super().mouseReleaseEvent(event)
        chosen = index.isValid() and index == self.selected()
        if chosen and event.button() == Qt.MouseButton.LeftButton:
            self._open(index.data(ROW))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Buttons show that they can be pressed."""
        super().mouseMoveEvent(event)
        if self._button_at(event.position().toPoint()):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What can be done with a row."""
        index = self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.selected()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.menu_for(index).popup(event.globalPos())

    def menu_for(self, index: QModelIndex) -> QMenu:
        """The same that buttons and keys do."""
        row, face = index.data(ROW), index.data(FACE)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(label_of(Act.OPEN)).triggered.connect(lambda: self._open(row))
        if face.waiting:
            menu.addAction(label_of(Act.SNOOZE)).triggered.connect(lambda: self.acted.emit(Act.SNOOZE, row))
            menu.addAction(label_of(Act.DISMISS)).triggered.connect(lambda: self.acted.emit(Act.DISMISS, row))
        read = menu.addAction(_("Mark as read"))
        read.setEnabled(face.unread)
        read.triggered.connect(lambda: self.read.emit(row))
        return menu

    def _open(self, row: Row) -> None:
        if row.kind is Kind.SEVERAL:
            self._activity.unfold(row.key)
        self.opened.emit(row)

    def _button_at(self, at: QPoint) -> Act | None:
        index = self.indexAt(at)
        if not index.isValid() or index.data(KIND) is Kind.HEADER:
            return None
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        boxes = button_boxes(self.visualRect(index), index.data(FACE), right_to_left=mirrored)
        return next((act for act, box in boxes.items() if box.contains(at)), None)

    def _on_selected(self) -> None:
        index = self.selected()
        if self._chosen is None:
            self.shown.emit(index.data(ROW) if index.isValid() else None)
        above = index.siblingAtRow(index.row() - 1)
        if index.isValid() and above.isValid() and above.data(KIND) is Kind.HEADER:
            self.scrollTo(above)

    # Staying where the reader is

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:  # noqa: N802
        """The selection does not jump to a neighbour of what is gone; a row that only moves is selected again."""
        if first <= self.currentIndex().row() <= last:
            selected = self.selected()
            self._chosen = selected.data(ROW).key if selected.isValid() else None
            self.clear()
        super().rowsAboutToBeRemoved(parent, first, last)

    def _choose_again(self) -> None:
        index = self._activity.find(self._chosen) if self._chosen else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self._chosen = None

    def show_anew(self, change: Callable[[], None]) -> None:
        """Have the model reset by `change`: at the top again, with the same row selected where it is still there."""
        selected = self.selected()
        chosen = selected.data(ROW).key if selected.isValid() else None
        change()
        self.scrollToTop()
        index = self._activity.find(chosen) if chosen else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        elif chosen:
            self.shown.emit(None)

    def settle(self) -> None:
        """The rows have changed: where the selected one is gone, nothing is selected."""
        if self._chosen is not None:
            self._chosen = None
            self.shown.emit(None)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Rows that look different stay where they are: a list view would lay out everything anew."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nobody points at the rows any more: what came meanwhile comes into sight."""
        super().leaveEvent(event)
        if self._held:
            self._held = False
            self.scrollToTop()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The person says what is in sight."""
        self._let_go()
        super().wheelEvent(event)

    def _let_go(self) -> None:
        """From here on the person says what is in sight."""
        self._held = False

    def _keep_place(self, *_args: object) -> None:
        """At the top, what is new slides in, unless somebody points at a row or is there with the keyboard."""
        busy = self.viewport().underMouse() or (self.hasFocus() and self.selected().isValid())
        if self._anchor is not None or (self.is_at_top() and not busy):
            return
        top = self.top_row()
        if top.isValid():
            self._held = self._held or (self.is_at_top() and self.viewport().underMouse())
            self.keep(top)
