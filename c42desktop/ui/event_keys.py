"""Changing, copying and deleting the event that is looked at, by keyboard; a double click changes it too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from c42desktop.notify.actions import Act
from c42desktop.ui.agenda_model import ROW
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.details import Details
from c42desktop.ui.event_menu import BY_KEY
from c42desktop.ui.shortcuts import keys_of


class EventKeys(QObject):
    """`acted(Act, Subject)`. The keys count where the keyboard is in the list or the details, and not in a field."""

    acted = Signal(object, object)

    def __init__(self, view: AgendaView, details: Details) -> None:
        super().__init__(view)
        self._details = details
        for part in (view, details):
            for act in BY_KEY:
                self._install(part, act)
        view.doubleClicked.connect(self._on_double_click)

    def _install(self, part: QWidget, act: Act) -> None:
        for keys in keys_of(act.value):
            made = QShortcut(keys, part)
            made.setObjectName(f"shortcut-{act.value}")
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(partial(self._act, act))

    def _on_double_click(self, index: QModelIndex) -> None:
        """The first click has selected it. What one may only read is looked at, and nothing more."""
        shown, row = self._details.shown(), index.data(ROW)
        if shown is not None and row is not None and shown.item == row.item and shown.rights.may_write:
            self._act(Act.EDIT)

    def _act(self, act: Act) -> None:
        shown = self._details.shown()
        if shown is not None:
            self.acted.emit(act, shown.subject())
