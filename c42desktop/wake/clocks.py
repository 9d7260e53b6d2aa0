"""What happened to the time between two looks at the clocks (pure, given the clocks)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# Shorter sleeps and smaller steps harm no connection and move no minute; two clocks are never read at the same instant.
LEAST = 2.0  # seconds


def _with_sleep() -> float:
    """Seconds of a clock that goes on while the machine sleeps, where the platform has one beside the other."""
    boot_time: int | None = getattr(time, "CLOCK_BOOTTIME", None)  # Linux
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


@dataclass(frozen=True, slots=True)
class Clocks:
    """This machine's clocks, in seconds: the wall's, one that nobody sets, and one that counts sleep as well."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic
    with_sleep: Callable[[], float] = _with_sleep


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since the look before."""

    slept: bool = False
    clock_set: bool = False


class TimeWatch:
    """Compares the clocks with each other, from one look to the next."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._before = self._read()

    def look(self) -> Since:
        """What happened since the last look.

        A wall clock that leapt forward counts as sleep too: on macOS the other clock stands still meanwhile, and a
        virtual machine that was paused has no other sign of it.
        """
        before, self._before = self._before, self._read()
        wall, steady, with_sleep = (now - then for now, then in zip(self._before, before, strict=True))
        step = wall - with_sleep
        return Since(slept=with_sleep - steady >= LEAST or step >= LEAST, clock_set=abs(step) >= LEAST)

    def _read(self) -> tuple[float, float, float]:
        return self._clocks.wall(), self._clocks.steady(), self._clocks.with_sleep()
