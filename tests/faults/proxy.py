"""A TCP proxy between a client and a server that spoils the connection on command, and heals it again."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct

from c42desktop.tasks import Tasks

CHUNK = 65536
LARGEST_BIT = 48  # bytes at a time while it splits
_LINGER_NOT = struct.pack("ii", 1, 0)  # closing a socket then sends RST


class Proxy:
    """Forwards `port` on 127.0.0.1 to the port `target` there, as an async context manager.

    What spoils it lasts until `heal`, and holds for connections that are there and for those to come.
    """

    def __init__(self, target: int, *, chance: random.Random) -> None:
        self.port = 0
        self._target = target
        self._chance = chance
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks = Tasks()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._delay = 0.0
        self._split = False

    async def __aenter__(self) -> Proxy:
        await self._listen()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self._stop_listening()
        self.cut()
        await self._tasks.cancel()

    @property
    def connections(self) -> int:
        """How many clients are connected."""
        return len(self._writers) // 2

    # -- what spoils it -----------------------------------------------------------------------------------------

    def cut(self, *, reset: bool = True) -> None:
        """End every connection: with RST, or else with FIN."""
        for writer in list(self._writers):
            if reset:
                _abort(writer)
            else:
                writer.close()

    def stall(self) -> None:
        """Take connections and bytes, and pass nothing on: the other side is silent, but never gone."""
        self._flowing.clear()

    def delay(self, seconds: float) -> None:
        """Hold back all bytes, in both directions, for this long."""
        self._delay = seconds

    def split(self) -> None:
        """Pass everything on in tiny pieces of random length."""
        self._split = True

    def refuse(self) -> None:
        """Take no new connections."""
        self._stop_listening()

    async def heal(self) -> None:
        """From here on a proxy that does nothing but forward; what it held back is passed on now."""
        self._delay, self._split = 0.0, False
        self._flowing.set()
        if self._server is None:
            await self._listen()

    # -- forwarding ---------------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.spawn(self._join(reader, writer))

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from its first byte to its last."""
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            _abort(writer)
            return
        pair = {writer, far_writer}
        self._writers |= pair
        try:
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        finally:
            self._writers -= pair
            for each in pair:
                _abort(each)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One direction. An end is passed on as well: RST where it came as an error, else FIN."""
        try:
            while data := await reader.read(CHUNK):
                await asyncio.sleep(self._delay)
                await self._flowing.wait()
                await self._write(data, writer)
            await self._flowing.wait()
            writer.close()
        except OSError:
            _abort(writer)

    async def _write(self, data: bytes, writer: asyncio.StreamWriter) -> None:
        while data:
            size = self._chance.randint(1, LARGEST_BIT) if self._split else len(data)
            writer.write(data[:size])
            await writer.drain()
            data = data[size:]
            if data:
                await asyncio.sleep(0)


def _abort(writer: asyncio.StreamWriter) -> None:
    """Close with RST."""
    with contextlib.suppress(OSError):  # closed already
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
    writer.transport.abort()
