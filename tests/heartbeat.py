"""How long an event loop is busy with one thing: a heart that beats in it, driven from outside."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass

BEAT = 0.004  # seconds between two beats


@dataclass(frozen=True, slots=True)
class Blocked:
    """The longest that a beat had to wait, in seconds, and the most that the loop's thread worked while one waited.

    On a busy machine the first has in it what other processes took; the second has not.
    """

    waited: float = 0.0
    worked: float = 0.0


class Heartbeat:
    """Beats in the running loop until it is stopped. A thread drives it: Qt's timers are too coarse to measure with."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopped = threading.Event()
        self._worst = Blocked()
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        self._thread = threading.Thread(target=self._drive, daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._thread.start()

    def stop(self) -> None:
        """Beat no more."""
        self._stopped.set()
        self._thread.join()

    def take(self) -> Blocked:
        """The worst since the last time this was asked."""
        worst, self._worst = self._worst, Blocked()
        return worst

    def _drive(self) -> None:
        beaten = threading.Event()
        while not self._stopped.wait(BEAT):
            beaten.clear()
            try:
                self._loop.call_soon_threadsafe(self._beat, time.perf_counter(), self._work(), beaten)
            except RuntimeError:
                return  # the loop has ended
            while not beaten.wait(0.5) and not self._stopped.is_set():
                pass

    def _beat(self, sent: float, worked: float, beaten: threading.Event) -> None:
        worst = self._worst
        self._worst = Blocked(max(worst.waited, time.perf_counter() - sent), max(worst.worked, self._work() - worked))
        beaten.set()

    def _work(self) -> float:
        """Processor time of the loop's thread so far, in seconds."""
        return time.clock_gettime(self._clock)
