"""What a notification daemon says of itself, as a property: "Inhibited" of Plasma and others, "paused" of dunst.

Both tell of each change with PropertiesChanged. Plasma counts what its person switched on, and since 6.4 a full-screen
window as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from c42desktop.desktop_state.source import Call, Source

if TYPE_CHECKING:
    from dbus_fast import Message

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class DaemonProperty(Source):
    """A yes or no of the daemon that runs."""

    name = _NAME
    rules = (f"type='signal',sender='{_NAME}',path='{_PATH}',interface='{_PROPERTIES}',member='PropertiesChanged'",)

    def __init__(self, interface: str, member: str) -> None:
        self._interface = interface
        self._member = member

    def concerns(self, message: Message) -> bool:
        """One of the interface's properties is another."""
        return message.member == "PropertiesChanged" and message.body[:1] == [self._interface]

    async def ask(self, call: Call) -> bool:
        """Get it."""
        from dbus_fast import Message

        (value,) = await call(
            Message(_NAME, _PATH, _PROPERTIES, "Get", signature="ss", body=[self._interface, self._member])
        )
        return value.value is True


def inhibited() -> Source:
    """Plasma's, and of other daemons that took it over."""
    return DaemonProperty(_NAME, "Inhibited")


def paused() -> Source:
    """dunst's."""
    return DaemonProperty("org.dunstproject.cmd0", "paused")
