"""Logind and timedated on a private bus."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus


class Logind:
    """What logind and timedated send; nobody has to ask them."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus

    def prepare_for_sleep(self, begins: bool) -> None:
        self._send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", begins)

    def another_zone(self, zone: str) -> None:
        properties = "org.freedesktop.DBus.Properties"
        body = ("org.freedesktop.timedate1", {"Timezone": Variant("s", zone)}, [])
        self._send("/org/freedesktop/timedate1", properties, "PropertiesChanged", "sa{sv}as", *body)

    def _send(self, path: str, interface: str, member: str, signature: str, *body: object) -> None:
        self._bus.send(Message.new_signal(path, interface, member, signature, list(body)))


@asynccontextmanager
async def logind(address: str) -> AsyncIterator[Logind]:
    """Both services on the bus at `address`."""
    bus = await MessageBus(bus_address=address).connect()
    await bus.request_name("org.freedesktop.login1")
    await bus.request_name("org.freedesktop.timedate1")
    yield Logind(bus)
    bus.disconnect()
    await bus.wait_for_disconnect()
