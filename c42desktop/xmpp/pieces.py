"""What came in one read, handed on in pieces: a burst of pushes must not keep the window waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PIECE = 32 * 1024  # bytes; TLS hands over up to 256 KiB at once, which takes 40 ms to parse and handle


class Pieces:
    """Hands all that is put in to `take`, in order and at most PIECE bytes in a turn of the event loop.

    While some of it waits, nothing more is read from the connection, so that it cannot pile up here.
    """

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self._waiting = b""
        self._turn: asyncio.Handle | None = None

    def put(self, data: bytes, transport: asyncio.ReadTransport) -> None:
        """`data` came over `transport`."""
        self._waiting += data
        if self._turn is None:
            self._next(transport)

    def finish(self) -> None:
        """Hand on all that waits: nothing will come any more."""
        waiting = self._waiting
        self.forget()
        if waiting:
            self._take(waiting)

    def forget(self) -> None:
        """Drop what waits: it belongs to a stream that is over. What came before TLS must not count within."""
        self._waiting = b""
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None

    def _next(self, transport: asyncio.ReadTransport) -> None:
        piece, self._waiting = self._waiting[:PIECE], self._waiting[PIECE:]
        self._turn = None
        if self._waiting:
            transport.pause_reading()
            self._turn = asyncio.get_running_loop().call_soon(self._next, transport)
        else:
            transport.resume_reading()
        self._take(piece)
