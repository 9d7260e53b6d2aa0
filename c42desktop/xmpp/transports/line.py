"""The connection below a WebSocket: what the library of that does not tell of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable


class Line(asyncio.Protocol):
    """Stands between a connection and who has it. `heard` is called whenever bytes come, also those of half a message.

    `receiving` is set then, for others to take back; `lost` once the connection is gone and its socket closed.
    """

    def __init__(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        self._owner = asyncio.Protocol()
        self._transport: asyncio.Transport | None = None
        self.receiving = False
        self.lost = asyncio.Event()

    def tap(self, transport: asyncio.Transport) -> None:
        """Listen to this one from now on."""
        owner = transport.get_protocol()
        assert isinstance(owner, asyncio.Protocol)
        self._owner, self._transport = owner, transport
        transport.set_protocol(self)

    async def hang_up(self, patience: float) -> None:
        """End it now, or in `patience` seconds where its owner is about to; return when it is gone."""
        if self._transport is None:
            return  # there never was one
        if self._transport.is_closing():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.lost.wait(), patience)
        if not self.lost.is_set():
            self._transport.abort()  # once: up to Python 3.11.2, a second time raises inside the loop
            await self.lost.wait()

    # -- what the event loop tells ------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        """Bytes from the other end."""
        self.receiving = True
        self._heard()
        self._owner.data_received(data)

    def eof_received(self) -> bool | None:
        """The other end sends nothing more."""
        return self._owner.eof_received()

    def pause_writing(self) -> None:
        """The other end takes nothing right now."""
        self._owner.pause_writing()

    def resume_writing(self) -> None:
        """The other end takes something again."""
        self._owner.resume_writing()

    def connection_lost(self, exception: BaseException | None) -> None:
        """It is gone."""
        self._owner.connection_lost(exception if isinstance(exception, Exception) else None)
        self.lost.set()
