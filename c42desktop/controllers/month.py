"""Which days of the month in the sidebar have events."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import monotonic

from c42desktop.slices import slices
from c42desktop.store.days import busy_days
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.month import Month

PAUSE = 0.3  # seconds: what comes in a burst is looked at once
LEISURE = 10  # times as long as the last look took: thousands of series are not looked at all the time
READ_AGAIN = 1.0  # seconds, while another program keeps the store locked
SLICE = 0.004  # seconds of looking between two turns of the event loop


class MonthController:
    """Looks when other days come into sight, and a moment after something changed; never while nobody sees it.

    `now` gives the instant in the reader's zone.
    """

    def __init__(self, store: Store, month: Month, tasks: Tasks, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._month = month
        self._tasks = tasks
        self._now = now
        self._looking: asyncio.Task[None] | None = None
        self._later: asyncio.TimerHandle | None = None
        self._took = 0.0
        month.span_wanted.connect(lambda _first, _last: self._look())

    def touch(self) -> None:
        """Events or calendars changed."""
        if self._later is None and self._month.span is not None:
            self._again(max(PAUSE, LEISURE * self._took))

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        self._forget()

    def _look(self) -> None:
        self._forget()
        span = self._month.span
        if span is not None:
            self._looking = self._tasks.spawn(self._find(*span))

    def _forget(self) -> None:
        """What was begun is about other days, or about what they were before."""
        if self._later is not None:
            self._later.cancel()
        if self._looking is not None:
            self._looking.cancel()
        self._later = self._looking = None

    def _again(self, pause: float) -> None:
        self._later = asyncio.get_running_loop().call_later(pause, self._look)

    async def _find(self, first: date, last: date) -> None:
        zone = self._now().tzinfo
        assert zone is not None
        days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
        found: set[date] = set()
        begun = monotonic()
        try:
            async for part in slices(busy_days(self._store.db, days, zone), SLICE):
                for some in part:
                    found |= some
        except StoreError:
            self._again(READ_AGAIN)
            return
        self._took = monotonic() - begun
        self._month.set_busy(found)
