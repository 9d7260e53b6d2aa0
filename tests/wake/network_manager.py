"""As much of NetworkManager as Qt asks for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"
PROPERTIES = "org.freedesktop.DBus.Properties"
DISCONNECTED, CONNECTED = 20, 70  # NMState
NONE, FULL = 1, 4  # NMConnectivityState


class NetworkManager:
    """Connected at first."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._state = _state(connected=True)

    def becomes(self, *, connected: bool) -> None:
        """The network comes or goes."""
        self._state = _state(connected=connected)
        self._bus.send(Message.new_signal(PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", [NAME, self._state, []]))

    def answer(self, message: Message) -> Message | bool:
        """The reply to a method call."""
        if message.interface == PROPERTIES and message.member == "GetAll":
            return Message.new_method_return(message, "a{sv}", [self._state])
        return False


def _state(*, connected: bool) -> dict[str, Variant]:
    return {
        "State": Variant("u", CONNECTED if connected else DISCONNECTED),
        "Connectivity": Variant("u", FULL if connected else NONE),
        "PrimaryConnection": Variant("o", "/"),
        "Metered": Variant("u", 0),
    }


@asynccontextmanager
async def network_manager(address: str) -> AsyncIterator[NetworkManager]:
    """The service on the bus at `address`."""
    bus = await MessageBus(bus_address=address).connect()
    manager = NetworkManager(bus)
    bus.add_message_handler(manager.answer)
    await bus.request_name(NAME)
    yield manager
    bus.disconnect()
    await bus.wait_for_disconnect()
