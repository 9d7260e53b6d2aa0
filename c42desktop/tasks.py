"""Coroutines started from callbacks: kept alive, awaited at the end, their errors logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextvars import Context
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """The running coroutines of one owner. The loop itself keeps no strong reference to them."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def spawn(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `coroutine` beside everything else. An exception it does not catch is a defect, and is logged."""
        task = Context().run(asyncio.ensure_future, coroutine)  # not in the language of whoever asked for it
        self._running.add(task)
        task.add_done_callback(self._finished)
        return task

    async def cancel(self) -> None:
        """Stop everything that still runs, and wait until it has stopped."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("Unexpected error in the background", exc_info=error)
