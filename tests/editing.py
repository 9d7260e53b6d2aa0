"""A double of the core of editing: remembers what it was asked for, or refuses."""

from __future__ import annotations

from collections.abc import Iterable

from c42desktop.calendar.edits import Conflict, Span
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Event, ItemRef
from c42desktop.errors import UserError


class FakeEditing:
    """What c42desktop.editing.Editing is to the window."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.refusal: UserError | None = None
        self.read_only: set[CalendarRef] = set()
        self.queue: list[ItemRef] = []
        self.disputes: list[Conflict] = []

    def create(self, calendar: CalendarRef, event: Event) -> ItemRef:
        self._call("create", calendar, event)
        return ItemRef(calendar, event.uid)

    def change(self, item: ItemRef, shown: Event, wanted: Event, span: Span) -> None:
        self._call("change", item, shown, wanted, span)

    def delete(self, item: ItemRef, shown: Event, span: Span) -> None:
        self._call("delete", item, shown, span)

    def move(self, item: ItemRef, to: CalendarRef) -> ItemRef:
        self._call("move", item, to)
        return ItemRef(to, item.item_id)

    def may_write(self, calendar: CalendarRef) -> bool:
        return calendar not in self.read_only

    def takes_events(self, calendar: Calendar) -> bool:
        return calendar.state is not CalendarState.REMOVED and self.may_write(calendar.ref)

    def is_waiting(self, item: ItemRef) -> bool:
        return item in self.queue

    def is_disputed(self, item: ItemRef) -> bool:
        return any(each.edit.item == item for each in self.disputes)

    def waiting(self) -> list[ItemRef]:
        return list(self.queue)

    def conflicts(self) -> list[Conflict]:
        return list(self.disputes)

    def resolve(self, conflict: Conflict, mine: Iterable[str]) -> None:
        self.disputes.remove(conflict)
        self._call("resolve", conflict.edit.item, tuple(mine))

    def _call(self, *call: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.calls.append(call)
