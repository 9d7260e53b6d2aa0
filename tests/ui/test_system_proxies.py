"""The system's proxies, as Qt tells them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from c42desktop.ui.system_proxies import system_proxies, url_of

Kind = QNetworkProxy.ProxyType


def told(monkeypatch: pytest.MonkeyPatch, web: list[QNetworkProxy], tcp: list[QNetworkProxy]) -> list[str]:
    """Let the system say this; gives the names of the threads that asked."""
    threads: list[str] = []

    def answer(query: QNetworkProxyQuery) -> list[QNetworkProxy]:
        threads.append(threading.current_thread().name)
        return tcp if query.queryType() is QNetworkProxyQuery.QueryType.TcpSocket else web

    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", staticmethod(answer))
    return threads


async def test_web_pages_and_the_rest_may_have_proxies_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    web, tcp = QNetworkProxy(Kind.HttpProxy, "web.example", 3128), QNetworkProxy(Kind.Socks5Proxy, "tcp.example", 1080)
    threads = told(monkeypatch, [web], [tcp])
    assert await system_proxies("example.org") == ("http://web.example:3128", "socks5://tcp.example:1080")
    assert set(threads) == {"proxies"}  # a script on the network may have to be fetched


async def test_the_first_that_is_of_use_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    caching, direct = QNetworkProxy(Kind.HttpCachingProxy, "x", 1), QNetworkProxy(Kind.NoProxy)
    socks = QNetworkProxy(Kind.Socks5Proxy, "tcp.example", 1080)
    told(monkeypatch, [caching, socks], [direct, socks])
    assert await system_proxies("example.org") == ("socks5://tcp.example:1080", "")


async def test_what_the_system_fails_with_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_query: QNetworkProxyQuery) -> list[QNetworkProxy]:
        raise RuntimeError("no")

    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", staticmethod(fail))
    with pytest.raises(RuntimeError):
        await system_proxies("example.org")


@pytest.mark.parametrize(
    ("host", "user", "password", "url"),
    [
        ("web.example", "", "", "http://web.example:3128"),
        ("::1", "", "", "http://[::1]:3128"),
        ("web.example", "b@b", "", "http://b%40b@web.example:3128"),
        ("web.example", "bob", "s/cret", "http://bob:s%2Fcret@web.example:3128"),
    ],
)
def test_a_proxy_becomes_a_url(host: str, user: str, password: str, url: str) -> None:
    assert url_of(QNetworkProxy(Kind.HttpProxy, host, 3128, user, password)) == url
