"""Reminders in time: what falls due is kept in the store with "checked until", in one transaction, and handed on.

calendar/reminders.py   which reminders an item has between two instants (pure)
store/reminders.py      what was told, snoozed, dismissed or missed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, tzinfo

from c42desktop.calendar.model import Defaults, ItemRef, Reminder
from c42desktop.store.store import Store


class Reminding:
    """Hands on each reminder once, within a second of its time; `on_due` gets those that fell due, numbered.

    `now` gives the instant (aware, UTC), `zone` is the reader's; `defaults()` are those of all calendars.
    Nothing is awake in between. What is handed on counts as told once `told` was called with it; until then, each
    start hands it on again, unless its event was cancelled, declined, removed or moved.
    """

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        defaults: Callable[[], Defaults],
        on_due: Callable[[Sequence[Reminder]], None],
    ) -> None:
        raise NotImplementedError

    def start(self) -> None:
        """Hand on what fell due since the last time and was not told, and wait for what comes. Runs on the loop."""
        raise NotImplementedError

    def touch(self, items: Iterable[ItemRef]) -> None:
        """These items changed or are gone."""
        raise NotImplementedError

    def start_over(self) -> None:
        """The clock, the zone, the defaults or the store are others, or the machine has slept."""
        raise NotImplementedError

    def service(self, reminders: Iterable[Reminder]) -> None:
        """The service says that these are due now (C-PUBSUB-22)."""
        raise NotImplementedError

    def told(self, reminders: Iterable[Reminder], *, missed: bool = False) -> None:
        """These were told; `missed` where that was too late, or nobody was told because they were over."""
        raise NotImplementedError

    def untold(self) -> list[Reminder]:
        """What fell due and still holds, and nobody was told of yet, oldest first."""
        raise NotImplementedError

    def snooze(self, reminders: Iterable[Reminder], until: datetime) -> None:
        """Hand these on once more at an instant (aware)."""
        raise NotImplementedError

    def dismiss(self, reminders: Iterable[Reminder]) -> None:
        """Nobody is reminded by these again, whatever the server says of the event, unless it moves."""
        raise NotImplementedError

    def waiting(self, item: ItemRef) -> list[Reminder]:
        """The reminders of an item that were told and neither dismissed nor snoozed, while the event is not over."""
        raise NotImplementedError

    def close(self) -> None:
        """Wait no more."""
        raise NotImplementedError
