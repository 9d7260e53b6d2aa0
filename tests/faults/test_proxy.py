"""The proxy of the fault tests does to a connection what it says, and nothing else."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from tests.faults.proxy import LARGEST_BIT, Proxy

WAIT = 5.0  # seconds for what must happen
MOMENT = 0.1  # seconds in which something must not happen

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Echo:
    """What the server noted: in which pieces bytes came, and how each connection ended."""

    pieces: list[int] = field(default_factory=list)
    endings: asyncio.Queue[Exception | None] = field(default_factory=asyncio.Queue)


class _Connection(asyncio.Protocol):
    """A connection of a server that sends back what it gets."""

    def __init__(self, echo: Echo) -> None:
        self._echo = echo

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._echo.pieces.append(len(data))
        self._transport.write(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._echo.endings.put_nowait(exc)


@pytest_asyncio.fixture
async def echo() -> Echo:
    """What the server noted."""
    return Echo()


@pytest_asyncio.fixture
async def proxy(echo: Echo) -> AsyncIterator[Proxy]:
    """A proxy before the server."""
    server = await asyncio.get_running_loop().create_server(lambda: _Connection(echo), "127.0.0.1", 0)
    async with Proxy(server.sockets[0].getsockname()[1], chance=random.Random(1)) as running:
        yield running
    server.close()


@pytest_asyncio.fixture
async def client(proxy: Proxy) -> AsyncIterator[Streams]:
    """A client that has spoken to the server once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    await says((reader, writer), b"hello")
    yield reader, writer
    writer.transport.abort()


async def says(client: Streams, data: bytes) -> None:
    """The client sends `data` and gets it back."""
    client[1].write(data)
    assert await asyncio.wait_for(client[0].readexactly(len(data)), WAIT) == data


async def test_it_forwards_both_ways_and_passes_an_end_on(proxy: Proxy, client: Streams, echo: Echo) -> None:
    await says(client, b"x" * 300_000)
    assert proxy.connections == 1
    client[1].close()
    assert await asyncio.wait_for(echo.endings.get(), WAIT) is None


async def test_a_cut_resets_both_sides(proxy: Proxy, client: Streams, echo: Echo) -> None:
    proxy.cut()
    with pytest.raises(ConnectionResetError):
        await asyncio.wait_for(client[0].read(1), WAIT)
    assert isinstance(await asyncio.wait_for(echo.endings.get(), WAIT), ConnectionResetError)


async def test_a_cut_without_reset_ends_both_sides_in_order(proxy: Proxy, client: Streams, echo: Echo) -> None:
    proxy.cut(reset=False)
    assert await asyncio.wait_for(client[0].read(1), WAIT) == b""
    assert await asyncio.wait_for(echo.endings.get(), WAIT) is None


async def test_stalled_it_takes_everything_and_passes_nothing_on_until_it_is_healed(
    proxy: Proxy, client: Streams
) -> None:
    proxy.stall()
    second = await asyncio.open_connection("127.0.0.1", proxy.port)
    for each in (client, second):
        each[1].write(b"late")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(each[0].read(1), MOMENT)
    await proxy.heal()
    for each in (client, second):
        assert await asyncio.wait_for(each[0].readexactly(4), WAIT) == b"late"
    second[1].transport.abort()


async def test_delayed_each_direction_takes_that_long(proxy: Proxy, client: Streams) -> None:
    proxy.delay(MOMENT)
    clock = asyncio.get_running_loop().time
    began = clock()
    await says(client, b"slow")
    assert clock() - began >= 2 * MOMENT
    await proxy.heal()
    await says(client, b"fast")


async def test_split_everything_arrives_in_tiny_pieces(proxy: Proxy, client: Streams, echo: Echo) -> None:
    echo.pieces.clear()
    proxy.split()
    await says(client, b"0123456789" * 100)
    assert len(echo.pieces) > 1
    await proxy.heal()
    echo.pieces.clear()
    await says(client, b"x" * (LARGEST_BIT + 1))
    assert echo.pieces == [LARGEST_BIT + 1]


async def test_while_it_refuses_only_those_who_are_connected_go_on(proxy: Proxy, client: Streams) -> None:
    proxy.refuse()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", proxy.port)
    await says(client, b"still here")
    await proxy.heal()
    again = await asyncio.open_connection("127.0.0.1", proxy.port)
    await says(again, b"back")
    again[1].transport.abort()


async def test_without_a_server_behind_it_a_client_is_cut_off() -> None:
    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    async with Proxy(port, chance=random.Random(1)) as proxy:
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.read(1), WAIT)
        writer.transport.abort()
