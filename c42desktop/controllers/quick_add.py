"""A new event in one line: from the button, the keyboard or the tray into a calendar, or on to all its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from c42desktop.calendar.edits import new_uid
from c42desktop.calendar.model import Calendar, CalendarRef, Event, ItemRef
from c42desktop.errors import UserError
from c42desktop.store.faults import StoreError

if TYPE_CHECKING:
    from c42desktop.ui.quick_add import QuickAdd


class Creating(Protocol):
    """As much of editing.Editing as there need be."""

    def create(self, calendar: CalendarRef, event: Event) -> ItemRef:
        """Add an event to a calendar. Raises UserError where that calendar takes none."""

    def takes_events(self, calendar: Calendar) -> bool:
        """Whether a calendar is there, and the person may change events in it."""


class QuickAddController:
    """`calendars()` are all of them; `last()`: where the last new event went.

    `on_added(item)`: it is there, though perhaps not at its server yet. `on_more(draft, calendar or None)`: the person
    wants to see all fields of it. `now` is in the reader's zone.
    """

    def __init__(
        self,
        window: QWidget,
        editing: Creating,
        *,
        calendars: Callable[[], list[Calendar]],
        now: Callable[[], datetime],
        last: Callable[[], CalendarRef | None] = lambda: None,
        on_added: Callable[[ItemRef], None] = lambda _item: None,
        on_more: Callable[[Event | None, CalendarRef | None], None],
    ) -> None:
        self._window = window
        self._editing = editing
        self._now = now
        self._calendars = calendars
        self._on_added = on_added
        self._on_more = on_more
        self._last = last

    @cached_property
    def line(self) -> QuickAdd:
        """Made when it is first asked for: what it takes to read a line needs 25 ms to be loaded."""
        from c42desktop.ui.quick_add import QuickAdd

        made = QuickAdd(self._now, self._window)
        made.added.connect(self._add)
        made.more.connect(lambda event, ref: self._on_more(_with_uid(event) if event else None, ref))
        return made

    def open(self, anchor: QWidget | None = None) -> None:
        """Show the line below `anchor`; without one, at the top of the window."""
        try:
            calendars = [calendar for calendar in self._calendars() if self._editing.takes_events(calendar)]
        except StoreError as error:
            self.line.set_calendars(())
            self.line.open_at(anchor or self._window)
            self.line.show_fault(str(error))
            return
        self.line.set_calendars(calendars, self._last())
        self.line.open_at(anchor or self._window)

    def _add(self, event: Event, calendar: CalendarRef) -> None:
        try:
            item = self._editing.create(calendar, _with_uid(event))
        except UserError as error:
            self.line.show_fault(str(error))
            return
        self.line.taken()
        self._on_added(item)


def _with_uid(event: Event) -> Event:
    return replace(event, uid=new_uid())
