"""The proxies in the system's settings, as Qt reads them."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

_TCP_PORT = 5222
_SCHEMES = {QNetworkProxy.ProxyType.HttpProxy: "http", QNetworkProxy.ProxyType.Socks5Proxy: "socks5"}


async def system_proxies(host: str) -> tuple[str, str]:
    """The URLs of the proxies on the way to `host`: for web pages, and for everything else; "" where none is.

    In a thread of its own: a script on the network may decide, and one that hangs must not hold up the exit.
    """
    found: Future[tuple[str, str]] = Future()
    found.set_running_or_notify_cancel()

    def read() -> None:
        try:
            found.set_result(_read(host))
        except Exception as error:  # it goes to who waits for it
            found.set_exception(error)

    threading.Thread(target=read, name="proxies", daemon=True).start()
    return await asyncio.wrap_future(found)


def _read(host: str) -> tuple[str, str]:
    web = QNetworkProxyQuery(QUrl(f"https://{host}/"))
    tcp = QNetworkProxyQuery(host, _TCP_PORT, "xmpp", QNetworkProxyQuery.QueryType.TcpSocket)
    return _first(web), _first(tcp)


def _first(query: QNetworkProxyQuery) -> str:
    """The first proxy that is of use, as a URL; "" for the direct way."""
    for proxy in QNetworkProxyFactory.systemProxyForQuery(query):
        if proxy.type() in _SCHEMES:
            return url_of(proxy)
        if proxy.type() is QNetworkProxy.ProxyType.NoProxy:
            break
    return ""


def url_of(proxy: QNetworkProxy) -> str:
    """A proxy with what the system knows of user and password."""
    host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
    password = f":{quote(proxy.password(), safe='')}" if proxy.password() else ""
    user = f"{quote(proxy.user(), safe='')}{password}@" if proxy.user() else ""
    return f"{_SCHEMES[proxy.type()]}://{user}{host}:{proxy.port()}"
