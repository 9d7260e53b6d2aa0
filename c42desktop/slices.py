"""Long work in slices, so that the window stays alive: the event loop gets its turn after each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TypeVar

SLICE = 0.005  # seconds of work between two turns of the event loop

T = TypeVar("T")


async def slices(work: Iterable[T], seconds: float = SLICE) -> AsyncIterator[Iterator[T]]:
    """Give out `work` in slices of about `seconds`. Whoever asks for a slice works through all of it.

    A slice has one piece at least, however long that takes; `work` may grow until the last piece was given out.
    """
    rest = iter(work)
    for first in rest:
        yield _slice(first, rest, time.monotonic() + seconds)
        await asyncio.sleep(0)


def _slice(first: T, rest: Iterator[T], end: float) -> Iterator[T]:
    yield first
    while time.monotonic() < end:
        try:
            yield next(rest)
        except StopIteration:
            return
