"""What needs an HTTP library, loaded when it is first needed: that takes 0.15 s and 13 MB, and most servers are reached
over TCP. It is loaded in a thread, for the window must not wait for it.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping

from c42desktop.xmpp.endpoints import WebEndpoint
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.framed import FramedTransport, Stream

Chunks = Callable[[], AsyncIterator[bytes]]


async def connect(
    place: WebEndpoint, domain: str, stream: Stream, context: ssl.SSLContext, proxy: Proxy | None
) -> FramedTransport:
    """A connection over WebSocket or BOSH for the XMPP service of `domain`; the caller starts it. Raises OSError."""
    await asyncio.to_thread(load)
    from c42desktop.xmpp.transports import bosh, websocket

    connect_over = websocket.connect if place.way is Way.WEBSOCKET else bosh.connect
    return await connect_over(place.url, domain, stream, context, proxy)


async def discover(domain: str, context: ssl.SSLContext, proxy: Proxy | None) -> list[WebEndpoint]:
    """What the host-meta of `domain` names (XEP-0156). Raises OSError where it could not be asked."""
    await asyncio.to_thread(load)
    from c42desktop.xmpp.transports import discovery

    return await discovery.discover(domain, context, proxy)


async def put(
    url: str, headers: Mapping[str, str], size: int, body: Chunks, context: ssl.SSLContext, proxy: Proxy | None
) -> int:
    """Put so many bytes at a URL; gives the status. Raises OSError where no answer came."""
    await asyncio.to_thread(load)
    from c42desktop.xmpp.transports import sending

    return await sending.put(url, headers, size, body, context, proxy)


async def is_in_between(domain: str) -> bool:
    """Whether a sign-in page of the network stands in for `domain`."""
    await asyncio.to_thread(load)
    from c42desktop.xmpp import portal

    return await portal.is_in_between(domain)


def load() -> None:
    """Everything, here and now."""
    from c42desktop.xmpp import portal  # noqa: F401  # loaded, and no more
    from c42desktop.xmpp.transports import bosh, discovery, sending, websocket  # noqa: F401
