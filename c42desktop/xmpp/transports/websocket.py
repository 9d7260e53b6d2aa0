"""WebSocket (RFC 7395): XMPP where only HTTP passes."""

from __future__ import annotations

import ssl

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.framed import FramedTransport, Stream


async def connect(
    url: str, domain: str, stream: Stream, context: ssl.SSLContext, proxy: Proxy | None
) -> FramedTransport:
    """Connect to `url` for the XMPP service of `domain`; the caller starts it. Raises OSError."""
    raise OSError("not yet")
