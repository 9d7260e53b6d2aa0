"""Places where a firewall lets nothing but HTTP through: each kind of nothing, at a port of its own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from enum import StrEnum

from c42desktop.demo.prosody import free_ports
from c42desktop.tasks import Tasks


class Wall(StrEnum):
    """What becomes of a connection."""

    DROPPED = "dropped"  # no answer at all
    REJECTED = "rejected"
    SILENT = "silent"  # taken, and then nothing
    CUT = "cut"  # taken, and ended with the first byte


@asynccontextmanager
async def walled(wall: Wall) -> AsyncIterator[int]:
    """A port on 127.0.0.1 behind which there is nothing, in this way."""
    if wall is Wall.REJECTED:
        yield free_ports(1)[0]
    elif wall is Wall.DROPPED:
        with ExitStack() as stack:
            yield _full(stack)
    else:
        async with _taken(cut=wall is Wall.CUT) as port:
            yield port


def _full(stack: ExitStack) -> int:
    """Whoever else connects is not answered: nobody takes those who wait already, and there is no room for more."""
    listening = stack.enter_context(socket.socket())
    listening.bind(("127.0.0.1", 0))
    listening.listen(0)
    for _waiting in range(2):
        client = stack.enter_context(socket.socket())
        client.setblocking(False)
        client.connect_ex(listening.getsockname())
    port: int = listening.getsockname()[1]
    return port


TLS_HANDSHAKE = b"\x16\x03"


@asynccontextmanager
async def censored(target: int, *, cut: bool) -> AsyncIterator[int]:
    """A port that leads to the port `target`, until TLS begins inside: then the connection ends, or falls silent."""
    tasks, writers = Tasks(), list[asyncio.StreamWriter]()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (data := await reader.read(65536)) and not data.startswith(TLS_HANDSHAKE):
            writer.write(data)
        if cut:
            for each in writers:
                each.transport.abort()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
        writers.extend((writer, far_writer))
        tasks.spawn(pump(reader, far_writer))
        tasks.spawn(pump(far_reader, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await tasks.cancel()
        for each in writers:
            each.transport.abort()
        await asyncio.sleep(0)


@asynccontextmanager
async def _taken(*, cut: bool) -> AsyncIterator[int]:
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        await reader.read(1)
        if cut:
            writer.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0)
