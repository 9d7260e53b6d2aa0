"""How long it is until an account tries again, in steps that a person can read and that wake nobody often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

MINUTES_FROM = 100.0  # seconds; from here on they are counted in minutes
STEPS = ((MINUTES_FROM, 60), (10.0, 10))
"""Above how many seconds which step is enough; below them all, what was said stays."""


class Countdown:
    """Calls `on_step` whenever something else is to be said. `now` may be in any zone."""

    def __init__(self, now: Callable[[], datetime], on_step: Callable[[], None]) -> None:
        self._now = now
        self._on_step = on_step
        self._at: dict[str, datetime] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, jid: str, seconds: float) -> None:
        """The next try is so far ahead."""
        self._at[jid] = self._now() + timedelta(seconds=seconds)

    def end(self, jid: str) -> None:
        """It waits no more."""
        self._at.pop(jid, None)
        if not self._at:
            self.rest()

    def left(self, jid: str) -> int:
        """The seconds to speak of, in whole steps; never none."""
        seconds = self._seconds(jid)
        step = _step(seconds)
        return max(1, ceil(seconds / step) * step if step else round(seconds))

    def go_on(self) -> None:
        """Somebody looks at it."""
        self.rest()
        steps = [self._until_step(jid) for jid in self._at if _step(self._seconds(jid))]
        if steps:
            self._timer = asyncio.get_running_loop().call_later(min(steps), self._on_step)

    def rest(self) -> None:
        """Nobody does."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _seconds(self, jid: str) -> float:
        at = self._at.get(jid)
        return (at - self._now()).total_seconds() if at else 0.0

    def _until_step(self, jid: str) -> float:
        seconds = self._seconds(jid)
        return seconds % _step(seconds) + 0.05  # timers may fire a little early


def _step(seconds: float) -> int:
    return next((step for above, step in STEPS if seconds > above), 0)
