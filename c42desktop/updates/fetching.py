"""A release feed and its signature, over https.

Whoever answers learns that somebody at an address on the internet has this program, and no more: no version, no system,
no language, no cookie, nothing of an earlier answer (an ETag would be a cookie). What is chosen by any of these is
chosen here.
"""

from __future__ import annotations

import asyncio
import ssl

from aiohttp.abc import AbstractResolver
from yarl import URL

from c42desktop.updates import feed, minisign
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.web import as_os_errors, get, web_session

TIMEOUT = 30.0  # seconds for both: however slowly they come, it ends
ENDING = ".minisig"


async def fetch(
    url: str, context: ssl.SSLContext, proxy: Proxy | None, resolver: AbstractResolver | None = None
) -> tuple[bytes, bytes]:
    """What is at `url` and at its signature's. Raises OSError where nobody answers, and UselessError."""
    try:
        with as_os_errors(proxy):
            async with asyncio.timeout(TIMEOUT), web_session(context, proxy, resolver=resolver) as web:
                data = await get(web, URL(url), feed.MAX_BYTES)
                return data, await get(web, URL(url + ENDING), minisign.MAX_BYTES)
    except TimeoutError:
        raise TimeoutError("no answer in time") from None
