"""HTTP for WebSocket, BOSH and host-meta: what all three may do, and what none of them may."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp_socks import ProxyConnector

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.tunnel import errors, trouble_with


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
