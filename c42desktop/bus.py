"""A connection to D-Bus that listens: the library is loaded when it is first needed, in a thread, as it takes long."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

BUS_NAME = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"
PATIENCE = 3.0  # seconds; the library would wait for ever


async def listening(
    address: str | None,
    handler: Callable[[Message], None],
    rules: Iterable[str],
    patience: float = PATIENCE,
    *,
    system: bool = False,
) -> MessageBus:
    """A connection to the session bus, the system bus or `address`, whose `handler` gets what these match rules name.

    Raises whatever keeps it from coming about within `patience` seconds.
    """
    await asyncio.to_thread(importlib.import_module, "dbus_fast.aio")
    from dbus_fast import BusType, Message
    from dbus_fast.aio import MessageBus

    bus = MessageBus(bus_address=address, bus_type=BusType.SYSTEM if system else BusType.SESSION)
    try:
        async with asyncio.timeout(patience):
            await bus.connect()
            bus.add_message_handler(handler)
            for rule in rules:
                await bus.call(Message(BUS_NAME, BUS_PATH, BUS_NAME, "AddMatch", signature="s", body=[rule]))
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
