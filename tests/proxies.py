"""Real proxies for tests: HTTP CONNECT (RFC 9110 §9.3.6) and SOCKS5 (RFC 1928, RFC 1929), on a free loopback port."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from abc import abstractmethod
from collections.abc import Mapping

from c42desktop.tasks import Tasks
from c42desktop.xmpp.proxy import Proxy

Target = tuple[str, int]
GRANTED, WRONG_PASSWORD, FORBIDDEN, AWAY = range(4)


class TestProxy:
    """Passes connections on, as an async context manager: `leads` says to which port here a host and port lead, and
    nothing else is permitted. With `user` and `password`, only for who knows them. `asked` is all it was asked for.
    """

    __test__ = False
    scheme = ""

    def __init__(self, leads: Mapping[Target, int], user: str = "", password: str = "") -> None:
        self.port = 0
        self.asked: list[Target] = []
        self._leads = leads
        self._user, self._password = user, password
        self._tasks = Tasks()
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> TestProxy:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self._server.close()
        await self._tasks.cancel()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(0)

    def value(self, user: str = "", password: str = "") -> Proxy:
        """How it is reached."""
        return Proxy(self.scheme, "127.0.0.1", self.port, user, password)

    @abstractmethod
    async def _negotiate(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Target | None:
        """Where the client wants to go; None where it may not ask, which it was told."""

    @abstractmethod
    def _answer(self, writer: asyncio.StreamWriter, outcome: int) -> None:
        """Tell the client GRANTED, FORBIDDEN or AWAY."""

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        self._tasks.spawn(self._serve(reader, writer))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            target = await self._negotiate(reader, writer)
            if target is not None:
                self.asked.append(target)
                await self._join(target, reader, writer)
        writer.close()

    async def _join(self, target: Target, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if target not in self._leads:
            self._answer(writer, FORBIDDEN)
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._leads[target])
        except OSError:
            self._answer(writer, AWAY)
            return
        self._writers.add(far_writer)
        self._answer(writer, GRANTED)
        await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))


class ConnectProxy(TestProxy):
    """HTTP CONNECT, with Basic where it wants a password."""

    scheme = "http"

    async def _negotiate(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Target | None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, place, _version = head.split("\r\n")[0].split(" ")
        assert method == "CONNECT"
        known = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if self._user and f"Proxy-Authorization: Basic {known}\r\n" not in head:
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n")
            return None
        host, _colon, port = place.rpartition(":")
        return host.strip("[]"), int(port)

    def _answer(self, writer: asyncio.StreamWriter, outcome: int) -> None:
        status = {GRANTED: "200 OK", FORBIDDEN: "403 Forbidden", AWAY: "502 Bad Gateway"}[outcome]
        writer.write(f"HTTP/1.1 {status}\r\n\r\n".encode())


class SocksProxy(TestProxy):
    """SOCKS5, with a name and a password where it wants them."""

    scheme = "socks5"

    async def _negotiate(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Target | None:
        _version, count = await reader.readexactly(2)
        offered = await reader.readexactly(count)
        method = 2 if self._user else 0
        writer.write(bytes([5, method if method in offered else 255]))
        if method not in offered or not (method == 0 or await self._signed_in(reader, writer)):
            return None
        kind = (await reader.readexactly(4))[3]
        if kind == 1:
            host = ".".join(str(byte) for byte in await reader.readexactly(4))
        else:
            assert kind == 3  # a name: IPv6 is not needed here
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        return host, int.from_bytes(await reader.readexactly(2), "big")

    async def _signed_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        texts = []
        await reader.readexactly(1)
        for _text in range(2):
            texts.append((await reader.readexactly((await reader.readexactly(1))[0])).decode())
        right = texts == [self._user, self._password]
        writer.write(bytes([1, 0 if right else 1]))
        return right

    def _answer(self, writer: asyncio.StreamWriter, outcome: int) -> None:
        code = {GRANTED: 0, FORBIDDEN: 2, AWAY: 5}[outcome]
        writer.write(bytes([5, code, 0, 1, 0, 0, 0, 0, 0, 0]))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
