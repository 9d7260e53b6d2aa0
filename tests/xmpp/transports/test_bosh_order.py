"""Requests over two connections reach the server in the order in which they were made."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from c42desktop.xmpp.transports.bosh_http import Manager, StatusError


class Web:
    """Two connections: what is sent first has to wait until its own is `there`, and may fail there."""

    def __init__(self) -> None:
        self.arrived: list[bytes] = []
        self.asked = 0
        self.there = asyncio.Event()
        self.broken = False

    @asynccontextmanager
    async def post(self, _url: str, *, data: AsyncIterator[bytes], **_options: Any) -> AsyncIterator[SimpleNamespace]:
        self.asked += 1
        if self.asked == 1:
            await self.there.wait()
            if self.broken:
                raise ConnectionResetError
        self.arrived += [chunk async for chunk in data]
        yield SimpleNamespace(status=404)


@pytest.mark.parametrize("broken", [False, True])
async def test_no_request_overtakes_another_and_one_that_fails_holds_up_none(broken: bool) -> None:
    manager = Manager("https://127.0.0.1/", ssl.create_default_context(), None)
    await manager.close()
    web: Any = Web()
    manager._web = web
    web.broken = broken
    posts = [asyncio.ensure_future(manager.post(data, 20, lambda: None)) for data in (b"first", b"second")]
    for _turn in range(10):
        await asyncio.sleep(0)
    assert web.arrived == []
    web.there.set()
    outcomes = await asyncio.gather(*posts, return_exceptions=True)
    assert web.arrived == [b"first", b"second"][broken:]
    assert isinstance(outcomes[1], StatusError)
