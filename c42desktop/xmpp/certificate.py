"""A look at a certificate that was refused, so that a person can compare its fingerprint.

Nothing but a stream header and `<starttls/>` is sent, and nothing that comes back is trusted.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import ssl

_HEADER = (
    "<stream:stream to='{domain}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
)
_STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
_MAX_GREETING = 65536


def fingerprint_of(der: bytes) -> str:
    """SHA-256 of a DER certificate as pairs of hexadecimal digits with colons."""
    return hashlib.sha256(der).digest().hex(":").upper()


async def peek_fingerprint(domain: str, host: str, port: int, *, direct: bool, timeout: float = 5.0) -> str:
    """The fingerprint of what `host`:`port` presents for `domain`; empty where that cannot be found out."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        async with asyncio.timeout(timeout):
            return await _peek(context, domain, host, port, direct=direct)
    return ""


async def _peek(context: ssl.SSLContext, domain: str, host: str, port: int, *, direct: bool) -> str:
    reader, writer = await asyncio.open_connection(
        host,
        port,
        limit=_MAX_GREETING,
        ssl=context if direct else None,
        server_hostname=domain if direct else None,
    )
    try:
        if not direct:
            writer.write(_HEADER.format(domain=domain).encode())
            await reader.readuntil(b"features>")
            writer.write(_STARTTLS.encode())
            await reader.readuntil(b"proceed")
            await reader.readuntil(b">")
            await writer.start_tls(context, server_hostname=domain)
        der = writer.get_extra_info("ssl_object").getpeercert(True)
        return fingerprint_of(der) if der else ""
    finally:
        writer.transport.abort()  # no farewell: who presents such a certificate need not answer one
        await asyncio.sleep(0)
