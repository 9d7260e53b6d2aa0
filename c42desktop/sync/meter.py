"""How far a long look is, told a few times a second at most."""

from __future__ import annotations

import time
from collections.abc import Callable

from c42desktop.calendar.model import CalendarRef
from c42desktop.sync.update import OnUpdate, Progress, Update

LARGE = 200  # items; fewer are read before anyone could read how far it is
PAUSE = 0.25  # seconds between two updates


class Meter:
    """Turns the state of fetches into updates. `clock` counts seconds."""

    def __init__(self, on_update: OnUpdate, clock: Callable[[], float] = time.monotonic) -> None:
        self._on_update = on_update
        self._clock = clock
        self._told_at = -PAUSE
        self._told: dict[CalendarRef, int] = {}

    def tell(self, calendar: CalendarRef, done: int, total: int | None) -> None:
        """So many items of a calendar have been read."""
        if max(done, total or 0) > LARGE:
            self.mention(calendar, done, total)

    def mention(self, calendar: CalendarRef, done: int = 0, total: int | None = None) -> None:
        """The same, however few they are: this is one calendar of many."""
        if self._clock() - self._told_at >= PAUSE:
            self._told_at = self._clock()
            self._told[calendar] = done
            self._on_update(Update(progress=Progress(calendar, done, total)))

    def end(self, calendar: CalendarRef, done: int) -> None:
        """The calendar has been read, or will not be."""
        if self._told.pop(calendar, None) is not None:
            self._on_update(Update(progress=Progress(calendar, done, done)))
