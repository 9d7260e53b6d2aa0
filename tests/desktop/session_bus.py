"""A private D-Bus session bus, and one-shot calls on it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

# No <servicedir>: nothing is started behind a test's back, so "no daemon" means none.
CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """A client of the bus at `address`; one connection per question, so any thread may ask."""

    def __init__(self, address: str) -> None:
        self.address = address

    def wait_for_name(self, name: str, *, present: bool = True, timeout: float = 5.0) -> None:
        """Return once `name` has an owner (or none, if not `present`)."""
        rule = MatchRule(
            type="signal",
            sender=message_bus.bus_name,
            interface=message_bus.interface,
            member="NameOwnerChanged",
        )
        rule.add_arg_condition(0, name)
        deadline = time.monotonic() + timeout
        with self._connect() as connection, connection.filter(rule) as changes:
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=timeout)
            reply = connection.send_and_get_reply(message_bus.NameHasOwner(name), timeout=timeout)
            owned = bool(reply.body[0])
            while owned != present:
                try:
                    remaining = max(0.0, deadline - time.monotonic())
                    change = connection.recv_until_filtered(changes, timeout=remaining)
                except TimeoutError:
                    raise TimeoutError(f"{name} did not {'appear' if present else 'go'} on the bus") from None
                owned = bool(change.body[2])

    def call(
        self, address: DBusAddress, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """The reply's values; a RuntimeError for an error reply."""
        message = new_method_call(address, member, signature or None, body)
        return self._answer(message)

    def get_property(self, address: DBusAddress, name: str) -> Any:
        """A property's value."""
        return self._answer(Properties(address).get(name))[0][1]

    def _answer(self, message: Any) -> tuple[Any, ...]:
        with self._connect() as connection:
            reply = connection.send_and_get_reply(message, timeout=5)
        if reply.header.message_type is MessageType.error:
            raise RuntimeError(f"D-Bus: {reply.body}")
        return tuple(reply.body)

    def _connect(self) -> DBusConnection:
        return open_dbus_connection(self.address)


def write_config(path: Path, socket: Path) -> None:
    """The configuration of a bus that listens at `socket`."""
    path.write_text(CONFIG.format(socket=socket))
