"""One connection manager over HTTP: a <body/> there, a <body/> back (XEP-0124 §5)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable

import aiohttp

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.bosh_body import PIECE, Body, BodyReader, NoBodyError
from c42desktop.xmpp.transports.web import as_os_errors, web_session

KEEP = 90.0  # seconds; two connections take turns, and a quiet session says something each 20 seconds
HEAD_START = 0.05  # seconds from when a request is written until the next one is; none where it is answered before
# Uncompressed: what strangers send is in the same answers as what is meant for us only, and sizes tell (BREACH).
_HEADERS = {"Content-Type": "text/xml; charset=utf-8", "Accept-Encoding": "identity"}


class StatusError(NoBodyError):
    """The answer has another HTTP status than 200."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP status {status}")
        self.status = status


class Manager:
    """What answers at `url`.

    Requests go out one after the other, over two connections, and each has a head start: a session in which one
    overtakes another is lost at ejabberd 23.01, whose processes for two connections may run in any order.
    """

    def __init__(self, url: str, context: ssl.SSLContext, proxy: Proxy | None) -> None:
        self._url = url
        self._proxy = proxy
        self._web = web_session(context, proxy, KEEP)
        self._ahead = asyncio.Event()  # the latest request is: another may follow
        self._ahead.set()

    async def post(self, data: bytes, time_limit: float, heard: Callable[[], None]) -> Body:
        """Send `data`, and give the answer; `heard` is called whenever some of it came.

        No redirect is followed: it would carry the session elsewhere. Raises ssl.SSLCertVerificationError, any other
        OSError where no answer came, and RefusedError.
        """
        try:
            with as_os_errors(self._proxy):
                async with asyncio.timeout(time_limit):
                    return await self._exchange(data, heard)
        except TimeoutError:
            raise TimeoutError("no answer in time") from None

    async def _exchange(self, data: bytes, heard: Callable[[], None]) -> Body:
        earlier, ahead = self._ahead, asyncio.Event()
        self._ahead = ahead
        try:
            await earlier.wait()
            return await self._send(data, ahead, heard)
        finally:
            ahead.set()

    async def _send(self, data: bytes, ahead: asyncio.Event, heard: Callable[[], None]) -> Body:
        timeout = aiohttp.ClientTimeout(total=None)
        headers = {**_HEADERS, "Content-Length": str(len(data))}
        body = _telling(data, ahead)
        async with self._web.post(
            self._url, data=body, headers=headers, allow_redirects=False, timeout=timeout
        ) as answer:
            if answer.status != 200:
                raise StatusError(answer.status)
            return await _read(answer, heard)

    async def close(self) -> None:
        """Close all connections."""
        await self._web.close()


async def _telling(data: bytes, ahead: asyncio.Event) -> AsyncIterator[bytes]:
    """The data; `ahead` is set some time after it was written."""
    yield data
    asyncio.get_running_loop().call_later(HEAD_START, ahead.set)


async def _read(answer: aiohttp.ClientResponse, heard: Callable[[], None]) -> Body:
    reader = BodyReader()
    async for chunk in answer.content.iter_any():
        heard()
        for begin in range(0, len(chunk), PIECE):
            if begin:
                await asyncio.sleep(0)
            reader.feed(chunk[begin : begin + PIECE])
    return reader.finish()
