"""The session bus: signals that are listened to, questions that start nobody."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.DBus"
_PATH = "/org/freedesktop/DBus"
PATIENCE = 3.0  # seconds; the library would wait for ever


async def connected(
    handle: Callable[[Message], None], rules: Iterable[str], address: str | None = None, patience: float = PATIENCE
) -> MessageBus:
    """A connection on which `handle` gets what matches `rules`. Raises anything where there is no bus."""
    await asyncio.to_thread(importlib.import_module, "dbus_fast.aio")  # it takes long
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

    bus = MessageBus(bus_address=address)
    try:
        async with asyncio.timeout(patience):
            await bus.connect()
            bus.add_message_handler(handle)
            for rule in rules:
                await bus.call(Message(NAME, _PATH, NAME, "AddMatch", signature="s", body=[rule]))
    except BaseException:
        with contextlib.suppress(Exception):
            bus.disconnect()
        raise
    return bus


async def asked(bus: MessageBus, message: Message) -> list[Any]:
    """The body of the answer, without starting anybody for it. Raises ValueError where there is none."""
    from dbus_fast import MessageFlag, MessageType

    message.flags = MessageFlag.NO_AUTOSTART
    reply = await bus.call(message)
    if reply is None or reply.message_type is MessageType.ERROR:
        raise ValueError(reply.error_name if reply else "no answer")
    return reply.body
