"""Requests over two connections reach the server in the order in which they were made."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from c42desktop.xmpp.transports import bosh_http
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


class Held:
    """The first request stays unanswered until `answer`, as one that waits for news."""

    def __init__(self) -> None:
        self.written: list[float] = []
        self.answer = asyncio.Event()

    @asynccontextmanager
    async def post(self, _url: str, *, data: AsyncIterator[bytes], **_options: Any) -> AsyncIterator[SimpleNamespace]:
        first = not self.written
        self.written.append(asyncio.get_running_loop().time())
        async for _chunk in data:
            pass
        if first:
            await self.answer.wait()
        yield SimpleNamespace(status=404)


async def two_requests(answered: bool) -> list[float]:
    """When each of two was written. `answered`: the first is at once, else when the second was written."""
    manager = Manager("https://127.0.0.1/", ssl.create_default_context(), None)
    await manager.close()
    web: Any = Held()
    manager._web = web
    posts = [asyncio.ensure_future(manager.post(b"", 20, lambda: None)) for _request in range(2)]
    if answered:
        web.answer.set()
    await asyncio.wait(posts[1:])
    web.answer.set()
    await asyncio.gather(*posts, return_exceptions=True)
    times: list[float] = web.written
    return times


async def test_a_request_that_is_not_answered_yet_has_a_head_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both would be read at once otherwise, by two processes of the server that may run in any order."""
    monkeypatch.setattr(bosh_http, "HEAD_START", 0.03)
    first, second = await two_requests(answered=False)
    assert second - first >= 0.03


async def test_nothing_waits_behind_a_request_that_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bosh_http, "HEAD_START", 3600)
    assert len(await two_requests(answered=True)) == 2
