"""Which URLs a stream may go to, and how their hosts are found."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct

import aiohttp
import pytest

from c42desktop.xmpp.login import Way
from c42desktop.xmpp.portal import is_in_between
from c42desktop.xmpp.proxy import Proxy, ProxyError
from c42desktop.xmpp.transports.urls import is_allowed
from c42desktop.xmpp.transports.web import as_os_errors, web_session
from c42desktop.xmpp.tunnel import tunnel


@pytest.mark.parametrize(
    ("way", "url", "unencrypted", "allowed"),
    [
        (Way.WEBSOCKET, "wss://example.org/ws", False, True),
        (Way.BOSH, "https://example.org:5443/bosh", False, True),
        (Way.BOSH, "wss://example.org/ws", False, False),
        (Way.WEBSOCKET, "ws://example.org/ws", True, False),
        (Way.BOSH, "http://127.0.0.1:5280/bosh", False, False),
        (Way.BOSH, "http://127.0.0.1:5280/bosh", True, True),
        (Way.BOSH, "http://[::1]:5280/bosh", True, True),
        (Way.BOSH, "http://127.0.0.1.example.org/bosh", True, False),
        (Way.BOSH, "https://ann:secret@example.org/bosh", False, False),
        (Way.BOSH, "https://example.org:99999/bosh", False, False),
        (Way.BOSH, "https:///bosh", False, False),
        (Way.BOSH, "javascript:alert(1)", True, False),
    ],
)
def test_only_tls_or_this_computer_is_trusted_with_a_stream(
    way: Way, url: str, unencrypted: bool, allowed: bool
) -> None:
    assert is_allowed(way, url, unencrypted=unencrypted) is allowed


async def test_hosts_are_found_as_the_system_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """On whatever event loop, as for TCP, and a name that is none is called so."""
    asked: list[str] = []

    async def nobody(host: str, *_rest: object, **_more: object) -> list[object]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", nobody)
    monkeypatch.setattr(aiohttp.connector, "DefaultResolver", None)
    async with web_session(ssl.create_default_context(), None) as web:
        with pytest.raises(socket.gaierror), as_os_errors(None):
            await web.get("https://nowhere.example/")
    assert not await is_in_between("portal.example")
    assert asked == ["nowhere.example", "portal.example"]


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize("lingers", [True, False])
async def test_a_proxy_that_hangs_up_is_named(scheme: str, lingers: bool) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        if not lingers:  # a reset instead of an end
            raw = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        proxy = Proxy(scheme, "127.0.0.1", server.sockets[0].getsockname()[1])
        with pytest.raises(ProxyError):
            await tunnel(proxy, "nowhere.example", 5222)
        async with web_session(ssl.create_default_context(), proxy) as web:
            with pytest.raises(OSError), as_os_errors(proxy):
                await web.get("https://nowhere.example/")
