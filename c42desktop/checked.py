"""Until when all that fell due is handed on: through sleeps, and clocks that are set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from c42desktop.calendar.arithmetic import utc
from c42desktop.reminder_plan import Plan
from c42desktop.store.reminders import LOOK_BACK, Reminders

_DAY, _INSTANT = timedelta(days=1), timedelta(microseconds=1)


class Checked:
    """`until`, None before the store was asked. `now` gives the instant (aware)."""

    def __init__(self, kept: Reminders, now: Callable[[], datetime]) -> None:
        self.until: datetime | None = None
        self._kept = kept
        self._now = now
        self._at = 0.0  # when that was, on the clock of the loop

    def begin(self) -> None:
        """As the store has it; the first time ever, nothing is made up for. Raises StoreError."""
        checked = self._kept.checked()
        if checked is None:
            checked = utc(self._now())
            self._kept.set_checked(checked)
        self.put(checked)

    def put(self, until: datetime) -> None:
        """All that fell due until then is handed on."""
        self.until, self._at = until, asyncio.get_running_loop().time()

    def pass_time(self, plan: Plan) -> None:
        """All is that fell due while we were awake: the loop's clock stands still in a sleep."""
        if self.until is None or plan.until is None or plan.is_stale:
            return
        known = [self.until + timedelta(seconds=asyncio.get_running_loop().time() - self._at), plan.until]
        if plan.next is not None:
            known.append(plan.next - _INSTANT)
        self.put(min(utc(self._now()), max(self.until, min(known))))

    def look_from(self, now: datetime) -> datetime:
        """Since when what fell due is to be handed on. Raises StoreError."""
        checked, kept = self.until, self._kept.checked()
        assert checked is not None
        if kept is not None and checked < kept <= now:
            checked = kept  # the clock was far behind, and is right again
        # Where it was set back, what rings from now on and was told has been told. Where it had been wrong by days,
        # what only seemed to fall due has not. By more than a month it is wrong now, as after a flat battery.
        if kept is not None and _DAY < kept - now <= LOOK_BACK:
            self._kept.forget_from(now + _DAY)
        return max(min(checked, now), now - LOOK_BACK)
