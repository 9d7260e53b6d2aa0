"""Messages wait in line, and none is forgotten there."""

from __future__ import annotations

import asyncio
import contextlib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial

from c42desktop.store.faults import StoreError
from c42desktop.sync.pushes import Pushes, Step
from c42desktop.tasks import Tasks


async def test_what_comes_while_the_last_slice_makes_way_for_others_is_worked_off_too() -> None:
    tasks, done, faults = Tasks(), list[str](), list[StoreError]()

    def apply(message: ET.Element) -> None:
        done.append(message.tag)
        if message.tag == "first":
            # Runs in the pause after the slice that has nothing more to do.
            asyncio.get_running_loop().call_soon(pushes.add, ET.Element("second"))

    def steps(message: ET.Element) -> Iterator[Step]:
        yield partial(apply, message)

    pushes = Pushes(steps, contextlib.nullcontext, faults.append, tasks)
    pushes.add(ET.Element("first"))
    await pushes.settled()
    assert done == ["first", "second"]
    await tasks.cancel()
