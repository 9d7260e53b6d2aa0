"""A notification daemon with the habits of other desktops than the one the tests run on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from dbus_fast import Message
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class FakeDaemon:
    """Accepts everything, or refuses with `error`, or never answers where it `hangs`."""

    def __init__(self, bus: MessageBus, capabilities: list[str]) -> None:
        self._bus = bus
        self._capabilities = capabilities
        self.error = ""
        self.hangs = False
        self.calls: list[list[Any]] = []

    def answer(self, message: Message) -> Message | bool:
        """The reply to a method call; True alone leaves the caller waiting."""
        match message.interface, message.member:
            case "org.freedesktop.Notifications", "GetCapabilities":
                return Message.new_method_return(message, "as", [self._capabilities])
            case "org.freedesktop.Notifications", "GetServerInformation":
                return Message.new_method_return(message, "ssss", ["Fake daemon", "tests", "1", "1.2"])
            case "org.freedesktop.Notifications", "Notify":
                return self._notify(message)
            case "org.freedesktop.Notifications", "CloseNotification":
                return Message.new_method_return(message)
            case _:
                return False

    def emit(self, member: str, signature: str, *body: object) -> None:
        """Send a signal of the specification."""
        self._bus.send(Message.new_signal(PATH, NAME, member, signature, list(body)))

    def _notify(self, message: Message) -> Message | bool:
        if self.hangs:
            return True
        if self.error:
            return Message.new_error(message, "org.freedesktop.DBus.Error.LimitsExceeded", self.error)
        self.calls.append(message.body)
        return Message.new_method_return(message, "u", [message.body[1] or len(self.calls)])


@asynccontextmanager
async def fake_daemon(address: str, *capabilities: str) -> AsyncIterator[FakeDaemon]:
    """The daemon on the bus at `address`, where no other one may run."""
    bus = await MessageBus(bus_address=address).connect()
    daemon = FakeDaemon(bus, list(capabilities))
    bus.add_message_handler(daemon.answer)
    await bus.request_name(NAME)
    yield daemon
    bus.disconnect()
    await bus.wait_for_disconnect()
