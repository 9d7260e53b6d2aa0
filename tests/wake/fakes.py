"""Clocks that a test sets, what a watch said, and logind on a private bus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus

from c42desktop.wake.clocks import Clocks


@dataclass
class Machine:
    """A machine that sleeps and whose clock is set when the test says so."""

    wall: float = 1_700_000_000.0
    steady: float = 1000.0
    with_sleep: float = 1000.0
    zone_changes: bool = False
    said: list[str] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def clocks(self) -> Clocks:
        return Clocks(lambda: self.wall, lambda: self.steady, lambda: self.with_sleep)

    def passes(self, seconds: float) -> None:
        """Time goes by; something is at work, or a program is stopped."""
        self.wall += seconds
        self.steady += seconds
        self.with_sleep += seconds

    def sleeps(self, seconds: float) -> None:
        """As on Linux: one clock stands still meanwhile."""
        self.wall += seconds
        self.with_sleep += seconds

    def zone_changed(self) -> bool:
        changed, self.zone_changes = self.zone_changes, False
        return changed

    def woke(self) -> None:
        self.said.append("woke")
        self.heard.set()

    def clock_changed(self) -> None:
        self.said.append("clock")
        self.heard.set()


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
