"""One file to one address (HTTP PUT, RFC 9110 §9.3.4)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping

import aiohttp
from yarl import URL

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.web import as_os_errors, web_session

SILENCE = 60.0  # seconds in which nothing could be sent, or no answer came


async def put(
    url: str,
    headers: Mapping[str, str],
    size: int,
    body: Callable[[], AsyncIterator[bytes]],
    context: ssl.SSLContext,
    proxy: Proxy | None,
) -> int:
    """Put `size` bytes at `url`; gives the status. Raises OSError where no answer came.

    No redirect is followed: the file and its headers are for nobody else. What is answered is not read.
    """
    length = {"Content-Length": str(size), "Accept-Encoding": "identity"}
    loop = asyncio.get_running_loop()
    try:
        with as_os_errors(proxy):
            async with asyncio.timeout(SILENCE) as limit, web_session(context, proxy) as web:

                async def moving() -> AsyncIterator[bytes]:
                    async for chunk in body():
                        yield chunk
                        limit.reschedule(loop.time() + SILENCE)

                async with web.put(
                    URL(url, encoded=True),  # exactly as it was given: it may be signed
                    data=moving(),
                    headers={**headers, **length},
                    allow_redirects=False,
                    timeout=aiohttp.ClientTimeout(total=None),
                ) as answer:
                    return answer.status
    except TimeoutError:
        raise TimeoutError("no answer in time") from None
