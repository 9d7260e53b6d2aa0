"""What the rest of the program is told: a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from c42desktop.calendar.model import CalendarRef, Change, ItemRef, Reminder
from c42desktop.store.store import Store
from c42desktop.xmpp.address import NodeAddress


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long look at a calendar is: `done` of `total` items, None where the service does not say how many.

    The last one of a calendar has `done` equal to `total`.
    """

    calendar: CalendarRef
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """What pushes, or one step of a look at everything, brought.

    `items` are those whose rows are to be drawn anew. `calendars` tells that the list of calendars or one of their
    titles changed. `synced` comes whenever everything was looked at; `problem` is then a sentence for
    the person where the account has no calendars to look at. Without `synced`, it says why the store takes nothing.
    `reminders` are to be shown now. `progress` comes a few times a second at most, and only while a look takes long.
    """

    items: tuple[ItemRef, ...] = ()
    changes: tuple[Change, ...] = ()
    calendars: bool = False
    synced: bool = False
    problem: str = ""
    reminders: tuple[Reminder, ...] = ()
    progress: Progress | None = None


OnUpdate = Callable[[Update], None]


class Outbox:
    """Hands on updates: at once, or those of a batch as one, after its transaction."""

    def __init__(self, store: Store, on_update: OnUpdate) -> None:
        self._store = store
        self._on_update = on_update
        self._held: list[Update] | None = None

    def send(self, update: Update) -> None:
        """Hand on an update, or hold it back until the batch is over."""
        if self._held is None:
            self._on_update(update)
        else:
            self._held.append(update)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is written meanwhile is one transaction; nothing of it is told where that fails."""
        held: list[Update] = []
        self._held = held
        try:
            with self._store.transaction():
                yield
        finally:
            self._held = None
        if held:
            self._on_update(_merged(held))


def _merged(updates: list[Update]) -> Update:
    return Update(
        items=tuple(dict.fromkeys(item for update in updates for item in update.items)),
        changes=tuple(change for update in updates for change in update.changes),
        calendars=any(update.calendars for update in updates),
        reminders=tuple(dict.fromkeys(reminder for update in updates for reminder in update.reminders)),
    )


def address_of(ref: CalendarRef) -> NodeAddress:
    """Where a calendar is."""
    return NodeAddress(ref.service, ref.node)
