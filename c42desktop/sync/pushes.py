"""Messages worked off in order, in slices: a burst of them neither stops the window nor costs a transaction each."""

from __future__ import annotations

import asyncio
import logging
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.tasks import Tasks

log = logging.getLogger(__name__)


class Pushes:
    """The messages that have come and are not worked off yet. Nothing of one is left half done when it stops.

    `on_fault` is told why the store did not take a slice; nothing of that slice is written or told.
    """

    def __init__(
        self,
        apply: Callable[[ET.Element], None],
        batch: Callable[[], AbstractContextManager[None]],
        on_fault: Callable[[StoreError], None],
        tasks: Tasks,
    ) -> None:
        self._apply = apply
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
        while self._waiting:  # also what has come in the loop's turn after the last slice
            async for some in slices(self._arrived()):
                self._apply_some(some)

    def _apply_some(self, some: Iterable[ET.Element]) -> None:
        try:
            with self._batch():
                for message in some:
                    self._apply_one(message)
        except StoreError as error:
            self._on_fault(error)

    def _arrived(self) -> Iterator[ET.Element]:
        while self._waiting:
            yield self._waiting.popleft()

    def _apply_one(self, message: ET.Element) -> None:
        try:
            self._apply(message)
        except StoreError:
            raise
        except Exception:
            # A defect. It costs this message, not those that came with it.
            log.exception("Unexpected error while handling an event")
