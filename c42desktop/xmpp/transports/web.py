"""HTTP for WebSocket, BOSH and host-meta: what all three may do, and what none of them may."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp_socks import ProxyConnector
from yarl import URL

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.tunnel import errors, trouble_with

MAX_REDIRECTS = 3
_HEADERS = {
    "Accept-Encoding": "identity",  # what is not packed cannot be a bomb
    "User-Agent": "c42desktop",  # the library would say which versions of it and of Python there are
}


class UselessError(Exception):
    """There was an answer, and it is not to be used; says why, for a log."""


def web_session(
    context: ssl.SSLContext, proxy: Proxy | None, keep: float = 15.0, resolver: AbstractResolver | None = None
) -> aiohttp.ClientSession:
    """HTTP with our TLS and no other, through `proxy`; without cookies, which would be shared between sessions, and
    without what the environment says about proxies and passwords. A connection without use is kept `keep` seconds.
    `resolver` finds the addresses where no proxy does; without one, the system does."""
    connector: aiohttp.BaseConnector
    if proxy is not None:
        connector = ProxyConnector.from_url(proxy.url, ssl=context, keepalive_timeout=keep)
    else:
        # The library's own choice is not the system's: it has not every event loop, and its errors do not say why.
        finder = resolver or aiohttp.ThreadedResolver()
        connector = aiohttp.TCPConnector(ssl=context, keepalive_timeout=keep, resolver=finder)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False)


@contextmanager
def as_os_errors(proxy: Proxy | None) -> Iterator[None]:
    """Whatever keeps HTTP through `proxy` from working comes out of this block as an OSError, as it does for TCP.

    Without the words of the library: they may hold what was answered, and with that a secret.
    """
    try:
        yield
    except aiohttp.ClientConnectorCertificateError as error:
        found = error.certificate_error
        raise found if isinstance(found, OSError) else ssl.SSLCertVerificationError(str(found)) from None
    except aiohttp.ClientConnectorError as error:
        raise error.os_error from None
    except ssl.SSLError:
        raise  # it is a ValueError as well, where a certificate is at fault
    except errors() as error:
        raise (trouble_with(proxy, error) if proxy else ConnectionError(type(error).__name__)) from None
    except aiohttp.ClientResponseError as error:
        raise ConnectionError(f"HTTP status {error.status}") from None
    except (aiohttp.ClientError, ValueError) as error:
        if proxy and isinstance(error, UnicodeError):
            raise trouble_with(proxy, error) from None
        raise ConnectionError(type(error).__name__) from None


async def get(web: aiohttp.ClientSession, url: URL, most: int) -> bytes:
    """What `url` leads to, over https all the way, and at most so many bytes.

    Raises UselessError, and what the library raises. Nothing is said but the address, and nothing of one answer is said
    in the next question.
    """
    for _redirect in range(MAX_REDIRECTS + 1):
        if url.scheme != "https" or not url.host or url.user is not None:
            raise UselessError("leads away from https")
        async with web.get(url, allow_redirects=False, auto_decompress=False, headers=_HEADERS) as response:
            if response.status == 200:
                return await _body(response, most)
            target = response.headers.get("Location", "")
            if response.status not in (301, 302, 303, 307, 308) or not target:
                raise UselessError(f"HTTP status {response.status}")
        try:
            url = url.join(URL(target))
        except ValueError as error:
            raise UselessError("leads nowhere") from error
    raise UselessError("leads on and on")


async def _body(response: aiohttp.ClientResponse, most: int) -> bytes:
    body = b""
    async for part in response.content.iter_any():
        body += part
        if len(body) > most:
            raise UselessError("too long")
    return body
