"""Says that the machine woke up, and that the clock or the zone changed.

Who tells of it, and what that costs while nothing happens:

    Linux          the kernel, through a timer file: a resume, a clock that was set. logind and timedated: a resume,
                   another zone. That costs nothing.
    Linux, macOS   SIGCONT: a process that was stopped goes on. That costs nothing.
    elsewhere      a tick each ten seconds: six wake-ups a minute, so that a sleep is noticed ten seconds after its end
                   at the latest. One that comes much too late tells of a sleep too: on Windows, timers count it.
    everywhere     whoever is awake for another reason calls `note_time`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable

from c42desktop.clock import ZoneWatch
from c42desktop.tasks import Tasks
from c42desktop.wake import system_bus, timerfd
from c42desktop.wake.clocks import Clocks, TimeWatch

_log = logging.getLogger(__name__)

TICK = 10.0  # seconds; shorter finds a sleep sooner, longer lets the machine rest
LATE = 5.0  # seconds a tick may be late because the machine is busy
SAME = 5.0  # seconds within which several signs tell of one and the same sleep


class WakeWatch:
    """Calls `on_clock_changed()` when the wall clock was set or the zone is another one, `on_wake()` after a sleep.

    `clocks`, `zone_changed`, `open_timer`, `tick` and `bus_address` are for tests.
    """

    def __init__(
        self,
        on_wake: Callable[[], None],
        on_clock_changed: Callable[[], None],
        *,
        clocks: Clocks | None = None,
        zone_changed: Callable[[], bool] | None = None,
        open_timer: Callable[[], int | None] = timerfd.open_timer,
        tick: float = TICK,
        bus_address: str | None = None,
    ) -> None:
        self._on_wake = on_wake
        self._on_clock_changed = on_clock_changed
        self._clocks = clocks or Clocks()
        self._zone_changed = zone_changed or ZoneWatch().changed
        self._open_timer = open_timer
        self._tick = tick
        self._bus_address = bus_address
        self._time = TimeWatch(self._clocks)
        self._woke_at = float("-inf")
        self._timer: int | None = None
        self._ticking: asyncio.TimerHandle | None = None
        self._tasks = Tasks()

    def start(self) -> None:
        """Begin to watch, on the running loop."""
        loop = asyncio.get_running_loop()
        self._watch_timer()
        if self._timer is None:
            self._tick_later()
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGCONT, self._went_on)
        if sys.platform not in ("win32", "darwin"):
            self._tasks.spawn(system_bus.listen(self._went_on, self.note_time, self._bus_address))

    async def stop(self) -> None:
        """Watch no more, and leave nothing open."""
        self._close_timer()
        if self._ticking is not None:
            self._ticking.cancel()
        if sys.platform != "win32":
            asyncio.get_running_loop().remove_signal_handler(signal.SIGCONT)
        await self._tasks.cancel()

    def note_time(self) -> None:
        """Look at the clocks and the zone now: for everybody who is awake anyway. It takes a tenth of a millisecond."""
        since = self._time.look()
        if self._zone_changed() or since.clock_set:
            _log.info("The clock or the time zone changed.")
            self._on_clock_changed()
        if since.slept:
            self._wake()

    def _went_on(self) -> None:
        """Somebody says that we were away. The clocks may have said so already, or may not show it at all."""
        self.note_time()
        if self._clocks.steady() - self._woke_at >= SAME:
            self._wake()

    def _wake(self) -> None:
        _log.info("The machine or this program was asleep.")
        self._woke_at = self._clocks.steady()
        self._on_wake()

    # -- Linux: the kernel tells --------------------------------------------------------------------------------

    def _watch_timer(self) -> None:
        self._timer = self._open_timer()
        if self._timer is not None:
            asyncio.get_running_loop().add_reader(self._timer, self._timer_readable, self._timer)

    def _timer_readable(self, timer: int) -> None:
        timerfd.read_timer(timer)
        # It told what it had to tell; a new one, opened before the clocks are read, misses nothing.
        self._close_timer()
        self._watch_timer()
        if self._timer is None:
            self._tick_later()
        self.note_time()

    def _close_timer(self) -> None:
        if self._timer is not None:
            asyncio.get_running_loop().remove_reader(self._timer)
            os.close(self._timer)
            self._timer = None

    # -- elsewhere: we look -------------------------------------------------------------------------------------

    def _tick_later(self) -> None:
        due = self._clocks.steady() + self._tick
        self._ticking = asyncio.get_running_loop().call_later(self._tick, self._ticked, due)

    def _ticked(self, due: float) -> None:
        late = self._clocks.steady() - due >= LATE
        self._tick_later()
        if late:
            self._went_on()
        else:
            self.note_time()
