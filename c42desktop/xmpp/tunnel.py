"""Connections through a proxy (HTTP CONNECT, SOCKS5), and what it means when there is none.

Names are resolved by the proxy: it may know others than we do, and behind some firewalls we know none. The libraries
are loaded when they are first needed, in a thread: most people have no proxy.
"""

from __future__ import annotations

import asyncio
import socket

from c42desktop.xmpp.proxy import Proxy, ProxyError, Trouble

_PASSWORD_NEEDED = 407  # RFC 9110 §15.5.8


async def tunnel(proxy: Proxy, host: str, port: int) -> socket.socket:
    """A connection to `host`:`port` through `proxy`. Raises ProxyError."""
    await asyncio.to_thread(load)
    from python_socks.async_.asyncio import Proxy as Tunneler

    try:
        return await Tunneler.from_url(proxy.url).connect(host, port)
    except errors() as error:
        raise trouble_with(proxy, error) from error
    except UnicodeError as error:
        raise trouble_with(proxy, error) from error
    except OSError as error:  # it has hung up
        raise ProxyError(proxy, Trouble.UNWILLING, str(error)) from error


def errors() -> tuple[type[Exception], ...]:
    """What the libraries raise where a proxy is at fault, for TCP and for HTTP."""
    import aiohttp_socks
    import python_socks

    return (
        *(python_socks.ProxyError, python_socks.ProxyConnectionError, python_socks.ProxyTimeoutError),
        *(aiohttp_socks.ProxyError, aiohttp_socks.ProxyConnectionError, aiohttp_socks.ProxyTimeoutError),
        EOFError,  # it hangs up
    )


def trouble_with(proxy: Proxy, error: Exception) -> ProxyError:
    """One of `errors` as what it means. A UnicodeError comes of a name or password that it cannot take."""
    why = str(error) or type(error).__name__
    if isinstance(error, UnicodeError):
        return ProxyError(proxy, Trouble.STRANGER, "user or password in letters that it does not know")
    if not hasattr(error, "error_code"):
        return ProxyError(proxy, Trouble.AWAY, why)
    # SOCKS has no number for it, and the libraries tell it in words only.
    stranger = error.error_code == _PASSWORD_NEEDED or (error.error_code is None and "authentication" in why)
    return ProxyError(proxy, Trouble.STRANGER if stranger else Trouble.UNWILLING, why)


def load() -> None:
    """Everything, here and now."""
    import aiohttp_socks  # noqa: F401  # loaded, and no more
    from python_socks.async_ import asyncio as _tunnels  # noqa: F401
