"""Waiting for what announces itself to nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
TURNS = 200  # of the loop, in each of which one looks: most is a matter of these
GLANCE = 0.005  # seconds between two looks later


async def until(true: Callable[[], T], within: float = 30.0) -> T:
    """The first true answer. Raises TimeoutError where there is none within so many seconds."""
    async with asyncio.timeout(within):
        turn = 0
        while not (answer := true()):
            await asyncio.sleep(0 if turn < TURNS else GLANCE)
            turn += 1
    return answer
