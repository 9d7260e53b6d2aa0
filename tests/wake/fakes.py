"""Clocks that a test sets, a watch on them, and what it said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from c42desktop.wake.clocks import Clocks
from c42desktop.wake.watch import WakeWatch

NOWHERE = "unix:path=/nowhere"


@dataclass
class Machine:
    """A machine that sleeps and whose clock is set when the test says so."""

    wall: float = 1_700_000_000.0
    steady: float = 1000.0
    with_sleep: float = 1000.0
    zone_changes: bool = False
    said: list[str] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def clocks(self) -> Clocks:
        return Clocks(lambda: self.wall, lambda: self.steady, lambda: self.with_sleep)

    def passes(self, seconds: float) -> None:
        """Time goes by; something is at work, or a program is stopped."""
        self.wall += seconds
        self.steady += seconds
        self.with_sleep += seconds

    def sleeps(self, seconds: float) -> None:
        """As on Linux: one clock stands still meanwhile."""
        self.wall += seconds
        self.with_sleep += seconds

    def zone_changed(self) -> bool:
        changed, self.zone_changes = self.zone_changes, False
        return changed

    def woke(self) -> None:
        self.said.append("woke")
        self.heard.set()

    def clock_changed(self) -> None:
        self.said.append("clock")
        self.heard.set()


def watch_on(machine: Machine, **options: Any) -> WakeWatch:
    """A watch on a machine, with nobody on its bus."""
    defaults: dict[str, Any] = {"clocks": machine.clocks, "zone_changed": machine.zone_changed, "bus_address": NOWHERE}
    return WakeWatch(machine.woke, machine.clock_changed, **defaults | options)


@asynccontextmanager
async def watching(machine: Machine, **options: Any) -> AsyncIterator[WakeWatch]:
    """Such a watch at work."""
    watch = watch_on(machine, **options)
    watch.start()
    try:
        yield watch
    finally:
        await watch.stop()
