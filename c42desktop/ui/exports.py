"""Taking an event out of the window: by its menu, in the list and in the details, or by dragging its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from c42desktop.calendar.model import Calendar, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.ui.agenda_model import ROW
from c42desktop.ui.agenda_rows import Row
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.details import Details
from c42desktop.ui.drags import Dragged, DragSource

FindDragged = Callable[[Calendar | ItemRef, str], Dragged | None]
"""What is dragged for a calendar or an item with this title."""


class EventExports(QObject):
    """`requested(ItemRef, str)`: export this event, which has this title. `find` says what dragging it gives."""

    requested = Signal(object, str)

    def __init__(self, view: AgendaView, details: Details, find: FindDragged) -> None:
        super().__init__(view)
        self._view = view
        self._details = details
        self._find = find
        DragSource(view.viewport(), self._dragged)
        for part in (view, details):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_for_row)
        details.customContextMenuRequested.connect(self._show_for_details)

    def menu_for(self, item: ItemRef, title: str, parent: QWidget) -> QMenu:
        """What can be done with an event."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Export event…")).triggered.connect(lambda: self.requested.emit(item, title))
        return menu

    def _show_for_row(self, at: QPoint) -> None:
        """The row under the pointer; from the keyboard Qt asks at the selected one, also where that is out of sight."""
        seen = self._view.viewport().rect().contains(at)
        row = self._row(at) if seen else self._view.selected().data(ROW)
        if isinstance(row, Row) and row.item is not None:
            self.menu_for(row.item, _title(row), self._view).popup(self._view.viewport().mapToGlobal(at))

    def _show_for_details(self, at: QPoint) -> None:
        shown = self._details.shown()
        if shown is not None:
            self.menu_for(shown.item, shown.event.summary, self._details).popup(self._details.mapToGlobal(at))

    def _dragged(self, at: QPoint) -> Dragged | None:
        row = self._row(at)
        found = self._find(row.item, _title(row)) if row is not None and row.item is not None else None
        return replace(found, item=row.item) if found is not None and row is not None else None

    def _row(self, at: QPoint) -> Row | None:
        found = self._view.indexAt(at).data(ROW)
        return found if isinstance(found, Row) and found.item is not None else None


def _title(row: Row) -> str:
    return row.event.summary if row.event is not None else ""
