"""A loop whose clock runs as fast as nothing happens, and a wall clock that goes on while the machine sleeps."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo


class _Selector(selectors.DefaultSelector):
    """Does not wait: what would have been waited for has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> Sequence[tuple[selectors.SelectorKey, int]]:  # type: ignore[override]
        assert timeout is not None, "nobody waits for anything any more"
        self.passed += max(0.0, timeout)
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    """Timers fire in order, at their times, at once."""

    def __init__(self) -> None:
        self._clockwork = _Selector()
        super().__init__(self._clockwork)

    def time(self) -> float:
        """The monotonic clock: it stands still while the machine sleeps."""
        return self._clockwork.passed


class Wall:
    """The clock on the wall of a machine that runs in `loop`."""

    def __init__(self, loop: Loop, start: datetime) -> None:
        self._loop = loop
        self._start = start
        self._slept = timedelta(0)

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self._start + self._slept + timedelta(seconds=self._loop.time())

    def sleep_until(self, end: datetime) -> None:
        """Timers stand still, the wall clock does not."""
        self._slept += end - self.now()

    async def pass_until(self, end: datetime) -> None:
        """Awake until then."""
        while self.now() < end:
            await asyncio.sleep((end - self.now()).total_seconds())


class Traveller(tzinfo):
    """The zone of a reader who moves about."""

    def __init__(self, name: str) -> None:
        self.here = ZoneInfo(name)

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return None if dt is None else dt.replace(tzinfo=self.here).utcoffset()

    def dst(self, dt: datetime | None) -> timedelta | None:
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        return None

    def fromutc(self, dt: datetime) -> datetime:
        there = self.here.fromutc(dt.replace(tzinfo=self.here))
        return there.replace(tzinfo=self)
