"""Xfce: xfce4-notifyd keeps "do not disturb" in xfconf, which tells of each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from c42desktop.desktop_state.source import Call, Source

if TYPE_CHECKING:
    from dbus_fast import Message

_NAME = "org.xfce.Xfconf"
_PATH = "/org/xfce/Xfconf"
_CHANNEL = "xfce4-notifyd"
_PROPERTY = "/do-not-disturb"


class Xfconf(Source):
    """Of the configuration, so that it is known whether the daemon runs or not."""

    name = _NAME
    rules = (f"type='signal',sender='{_NAME}',path='{_PATH}',interface='{_NAME}',arg0='{_CHANNEL}'",)

    def concerns(self, message: Message) -> bool:
        """The property is another, or gone."""
        return message.interface == _NAME and message.body[:2] == [_CHANNEL, _PROPERTY]

    async def ask(self, call: Call) -> bool:
        """Get it; an error where it was never set."""
        from dbus_fast import Message

        body = [_CHANNEL, _PROPERTY]
        (value,) = await call(Message(_NAME, _PATH, _NAME, "GetProperty", signature="ss", body=body))
        return value.value is True
