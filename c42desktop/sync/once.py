"""Work that runs once at a time, however often it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable

Work = Coroutine[object, object, None]
Spawn = Callable[[Work], asyncio.Task[None]]


class Once:
    """Work by key. Asked for while it runs, it runs once more afterwards: what it saw may be out of date."""

    def __init__(self, spawn: Spawn) -> None:
        self._spawn = spawn
        self._wanted: set[Hashable] = set()
        self._running: set[Hashable] = set()

    def ask(self, key: Hashable, work: Callable[[], Work]) -> None:
        """Have `work` done, soon and completely."""
        self._wanted.add(key)
        if key not in self._running:
            self._running.add(key)
            self._spawn(self._run(key, work))

    async def _run(self, key: Hashable, work: Callable[[], Work]) -> None:
        try:
            while key in self._wanted:
                self._wanted.discard(key)
                await work()
        finally:
            self._running.discard(key)
