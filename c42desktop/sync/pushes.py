"""Messages worked off in order, in slices: neither a burst of them nor a long one stops the window, and none costs a
transaction of its own."""

from __future__ import annotations

import asyncio
import logging
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.tasks import Tasks

log = logging.getLogger(__name__)

Step = Callable[[], None]


class Pushes:
    """The messages that have come and are not worked off yet, each in the `steps` that it takes. No step is left half
    done when it stops.

    `on_fault` is told why the store did not take a slice; nothing of that slice is written or told.
    """

    def __init__(
        self,
        steps: Callable[[ET.Element], Iterator[Step]],
        batch: Callable[[], AbstractContextManager[None]],
        on_fault: Callable[[StoreError], None],
        tasks: Tasks,
    ) -> None:
        self._steps = steps
        self._batch = batch
        self._on_fault = on_fault
        self._tasks = tasks
        self._waiting: deque[ET.Element] = deque()
        self._worker: asyncio.Task[None] | None = None

    def add(self, message: ET.Element) -> None:
        """A message has come."""
        self._waiting.append(message)
        if self._worker is None or self._worker.done():
            self._worker = self._tasks.spawn(self._work())

    async def settled(self) -> None:
        """Wait until all that has come is worked off."""
        if self._worker is not None:
            await asyncio.wait((self._worker,))

    async def _work(self) -> None:
        while self._waiting:  # also for what came while the last slice made way for others
            async for some in slices(self._arrived()):
                self._take_some(some)

    def _take_some(self, some: Iterator[Step]) -> None:
        try:
            with self._batch():
                for step in some:
                    _take(step)
        except StoreError as error:
            self._on_fault(error)

    def _arrived(self) -> Iterator[Step]:
        while self._waiting:
            try:
                yield from self._steps(self._waiting.popleft())
            except Exception:
                # A defect. It costs this message, not those that came with it.
                log.exception("Unexpected error while reading an event")


def _take(step: Step) -> None:
    try:
        step()
    except StoreError:
        raise
    except Exception:
        # A defect. It costs this event, not those that came with it.
        log.exception("Unexpected error while handling an event")
