"""A line to the application that runs on a profile, and what it is asked over it."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from c42desktop import i18n
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.instance import place, protocol
from c42desktop.instance.protocol import Message
from c42desktop.profile import Holder

PROMPT = 5.0  # seconds until a request must have been taken: the application never stands still for as long

OnMessage = Callable[[Message], None]


class LostError(UserError):
    """The application left."""

    def __init__(self) -> None:
        super().__init__(_("The c42desktop that this went through has ended."))


class GoneError(LostError):
    """It left before it took the request, or nobody listened at all: nothing of it was done."""


class Line:
    """One request, and its answers."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pid: int) -> None:
        self._reader = reader
        self._writer = writer
        self._pid = pid

    async def ask(self, do: str, on_message: OnMessage, values: Message) -> Any:
        """What came of it; `on_message` gets what is said on the way.

        Raises GoneError, LostError, ProtocolError, and UserError with what the application says or does not say.
        """
        await self._hand_over(protocol.request(do, {**values, "languages": i18n.LANGUAGES}))
        while True:
            message = _checked(await self._answer())
            if "done" in message:
                return message["done"]
            on_message(message)

    async def _hand_over(self, line: bytes) -> None:
        """Raises as `ask` does."""
        try:
            async with asyncio.timeout(PROMPT):
                self._writer.write(line)
                message = await self._answer()
        except TimeoutError:
            sentence = _("c42desktop runs already (process {pid}), but does not answer. Wait, or end that process.")
            raise UserError(sentence.format(pid=self._pid)) from None
        except LostError as error:
            raise GoneError from error
        _checked(message)

    async def _answer(self) -> Message:
        """The next line. Raises LostError, ProtocolError."""
        try:
            return protocol.decoded(await self._reader.readuntil(b"\n"))
        except (asyncio.IncompleteReadError, OSError) as error:
            raise LostError from error
        except asyncio.LimitOverrunError as error:
            raise protocol.unknown() from error


def _checked(message: Message) -> Message:
    """The message, unless it says what went wrong. Raises UserError."""
    if "error" in message:
        raise UserError(str(message["error"]), field=str(message.get("field", "")))
    return message


@asynccontextmanager
async def line_to(holder: Holder) -> AsyncIterator[Line]:
    """A line to the application. Raises GoneError where nobody listens."""
    try:
        async with asyncio.timeout(PROMPT):
            reader, writer = await _open(holder.address)
    except OSError as error:  # among them TimeoutError
        raise GoneError from error
    try:
        yield Line(reader, writer, holder.pid)
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def _open(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Raises OSError."""
    if sys.platform == "win32":
        return await _open_pipe(address)
    reader, writer = await asyncio.open_unix_connection(address, limit=protocol.LONGEST_ANSWER)
    if not place.is_ours(writer.get_extra_info("socket")):
        writer.close()
        raise ConnectionRefusedError
    return reader, writer


async def _open_pipe(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """The same for a named pipe of Windows."""
    loop: Any = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=protocol.LONGEST_ANSWER)
    reading = asyncio.StreamReaderProtocol(reader)
    transport, _protocol = await loop.create_pipe_connection(lambda: reading, address)
    return reader, asyncio.StreamWriter(transport, reading, reader, asyncio.get_running_loop())
