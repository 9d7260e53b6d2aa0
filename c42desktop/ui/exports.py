"""Taking an event out of the window: by its menu, in the list and in the details, or by dragging its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from c42desktop.calendar.model import Calendar, ItemRef
from c42desktop.notify.actions import Subject
from c42desktop.ui.agenda_model import ROW
from c42desktop.ui.agenda_rows import Row
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.details import Details
from c42desktop.ui.drags import Dragged, DragSource
from c42desktop.ui.event_menu import EventMenu, FindRights, no_rights
from c42desktop.ui.row_menu import add_row_actions

FindDragged = Callable[[Calendar | ItemRef, str], Dragged | None]
"""What is dragged for a calendar or an item with this title."""


class EventExports(QObject):
    """`acted(Act, Subject)`: something was chosen in the menu, `moved(ItemRef, CalendarRef)`: where to take it.

    `find` says what dragging it gives, `find_rights` what the person may do with it.
    """

    acted = Signal(object, object)
    moved = Signal(object, object)

    def __init__(
        self, view: AgendaView, details: Details, find: FindDragged, find_rights: FindRights = no_rights
    ) -> None:
        super().__init__(view)
        self._view = view
        self._details = details
        self._find = find
        self._find_rights = find_rights
        self._menu = EventMenu(self.acted.emit, self.moved.emit)
        DragSource(view.viewport(), self._dragged)
        for part in (view, details):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_for_row)
        details.customContextMenuRequested.connect(self._show_for_details)

    def menu_for(self, subject: Subject, parent: QWidget) -> QMenu:
        """What can be done with an event."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu.fill(menu, subject, self._find_rights(subject))
        return menu

    def _show_for_row(self, at: QPoint) -> None:
        """The row under the pointer; from the keyboard Qt asks at the selected one, also where that is out of sight."""
        seen = self._view.viewport().rect().contains(at)
        index = self._view.indexAt(at) if seen else self._view.selected()
        row = index.data(ROW)
        if isinstance(row, Row) and row.item is not None:
            menu = self.menu_for(_subject(row), self._view)
            add_row_actions(menu, self._view, index)
            menu.popup(self._view.viewport().mapToGlobal(at))

    def _show_for_details(self, at: QPoint) -> None:
        shown = self._details.shown()
        if shown is not None:
            self.menu_for(shown.subject(), self._details).popup(self._details.mapToGlobal(at))

    def _dragged(self, at: QPoint) -> Dragged | None:
        row = self._row(at)
        found = self._find(row.item, _title(row)) if row is not None and row.item is not None else None
        return replace(found, item=row.item) if found is not None and row is not None else None

    def _row(self, at: QPoint) -> Row | None:
        found = self._view.indexAt(at).data(ROW)
        return found if isinstance(found, Row) and found.item is not None else None


def _title(row: Row) -> str:
    return row.event.summary if row.event is not None else ""


def _subject(row: Row) -> Subject:
    """The event at the time of its row."""
    event, occurrence = row.event, row.occurrence
    if event is not None and occurrence is not None:
        event = event.moved_to(occurrence.start, occurrence.end)
    return Subject(row.item, event)
