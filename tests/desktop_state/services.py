"""The desktops that are not here, as far as they tell of do not disturb: who answers, and what they send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus

PROPERTIES = "org.freedesktop.DBus.Properties"
DAEMON = "org.freedesktop.Notifications"
DAEMON_PATH = "/org/freedesktop/Notifications"
XFCONF = "org.xfce.Xfconf"
XFCONF_PATH = "/org/xfce/Xfconf"


class Service:
    """A name on the bus that answers one question with `quiet`, or not at all while it `hangs`."""

    def __init__(self, bus: MessageBus, question: tuple[str, list[str]]) -> None:
        self._bus = bus
        self._question = question
        self.quiet = False
        self.hangs = False
        self.asked = 0

    def answer(self, message: Message) -> Message | bool:
        if (message.member, message.body) != self._question:
            return False
        self.asked += 1
        return True if self.hangs else Message.new_method_return(message, "v", [Variant("b", self.quiet)])

    def signal(self, path: str, interface: str, member: str, signature: str, *body: object) -> None:
        self._bus.send(Message.new_signal(path, interface, member, signature, list(body)))


class Plasma(Service):
    def set(self, quiet: bool) -> None:
        self.quiet = quiet
        changed = {"Inhibited": Variant("b", quiet)}
        self.signal(DAEMON_PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", DAEMON, changed, [])


class Xfconfd(Service):
    def set(self, quiet: bool) -> None:
        self.quiet = quiet
        value = Variant("b", quiet)
        self.signal(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", "xfce4-notifyd", "/do-not-disturb", value)


class Dconf(Service):
    def tell(self, path: str) -> None:
        self.signal("/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer", "Notify", "sass", path, [""], "tag")


@asynccontextmanager
async def on_bus(address: str, name: str, make: Callable[[MessageBus], Service]) -> AsyncIterator[Service]:
    """The service on the bus at `address`."""
    bus = await MessageBus(bus_address=address).connect()
    service = make(bus)
    bus.add_message_handler(service.answer)
    await bus.request_name(name)
    try:
        yield service
    finally:
        bus.disconnect()
        await bus.wait_for_disconnect()


def plasma(bus: MessageBus) -> Plasma:
    return Plasma(bus, ("Get", [DAEMON, "Inhibited"]))


def xfconfd(bus: MessageBus) -> Xfconfd:
    return Xfconfd(bus, ("GetProperty", ["xfce4-notifyd", "/do-not-disturb"]))


def dconf(bus: MessageBus) -> Dconf:
    return Dconf(bus, ("", []))


class Heard:
    """What was told, and waiting for it."""

    def __init__(self) -> None:
        self.said: list[bool] = []
        self._news = asyncio.Event()

    def __call__(self, quiet: bool) -> None:
        self.said.append(quiet)
        self._news.set()

    async def until(self, quiet: bool) -> None:
        """Wait until that was said last."""
        async with asyncio.timeout(10):
            while self.said[-1:] != [quiet]:
                self._news.clear()
                await self._news.wait()
