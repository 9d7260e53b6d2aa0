"""Whether a network wants people to sign in at a web page before it lets anything through, as in hotels."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

log = logging.getLogger(__name__)

TIMEOUT = 3.0  # seconds
_SIGN_IN_FIRST = 511  # RFC 6585 §6


async def is_in_between(domain: str, resolver: AbstractResolver | None = None) -> bool:
    """Whether plain HTTP to `domain` is answered by somebody who sends us elsewhere.

    To be asked only where TLS to it has failed: a web site may well send people elsewhere. Nothing but the domain is
    said, and of the answer nothing is used but where it points.
    """
    connector = aiohttp.TCPConnector(resolver=resolver or aiohttp.ThreadedResolver())
    with contextlib.suppress(OSError, aiohttp.ClientError, ValueError):
        async with (
            asyncio.timeout(TIMEOUT),
            aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as web,
            web.get(f"http://{domain}/", allow_redirects=False) as answer,
        ):
            return answer.status == _SIGN_IN_FIRST or _leads_away(answer, domain)
    return False


def _leads_away(answer: aiohttp.ClientResponse, domain: str) -> bool:
    try:
        host = urlsplit(answer.headers.get("Location", "")).hostname or ""
    except ValueError:
        return False
    if answer.status not in (302, 303, 307) or not host:  # a lasting redirect is a site's own
        return False
    log.info("%s sends us to %s", domain, host)
    own = domain.lower().strip("[]")
    return not (host == own or host.endswith(f".{own}") or own.endswith(f".{host}"))
