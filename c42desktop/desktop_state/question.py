"""A question to the desktop that may hang: in a thread of its own, and only one at a time."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable

_log = logging.getLogger(__name__)

PATIENCE = 0.5  # seconds; what is to be told waits for it
FRESH = 2.0  # seconds that an answer holds: asking takes 1.5 ms, and what comes in a burst is told without


class Question:
    """Asks `ask`; what fails, hangs or still hangs is answered with no. A hanging thread holds up no end either."""

    def __init__(
        self,
        ask: Callable[[], bool],
        patience: float = PATIENCE,
        fresh: float = FRESH,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._patience = patience
        self._fresh = fresh
        self._clock = clock
        self._asking = False
        self._last = False
        self._asked_at = float("-inf")

    async def answer(self) -> bool:
        """The answer, within `patience`."""
        if self._asking:
            return False
        if self._clock() - self._asked_at >= self._fresh:
            self._last = await self._answer()
            self._asked_at = self._clock()
        return self._last

    async def _answer(self) -> bool:
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[bool] = loop.create_future()
        self._asking = True
        threading.Thread(target=self._run, args=(loop, answered), daemon=True).start()
        try:
            return await asyncio.wait_for(answered, self._patience)
        except TimeoutError:
            _log.info("The desktop does not say whether something fills its screen.")
            return False

    def _run(self, loop: asyncio.AbstractEventLoop, answered: asyncio.Future[bool]) -> None:
        try:
            said = self._ask()
        except Exception as error:  # the edge to the desktop
            _log.info("Whether something fills the screen is not known: %s", error)
            said = False
        self._asking = False
        try:
            loop.call_soon_threadsafe(_set, answered, said)
        except RuntimeError:
            _log.debug("The answer came after the end.")


def _set(answered: asyncio.Future[bool], said: bool) -> None:
    if not answered.done():
        answered.set_result(said)
