"""GNOME: "do not disturb" is the setting that banners are not shown. dconf tells when it changes, and gsettings what it
is: a program that every GNOME has, and that ends at once."""

from __future__ import annotations

import asyncio
import subprocess
from typing import TYPE_CHECKING

from c42desktop.desktop_state.source import Call, Source

if TYPE_CHECKING:
    from dbus_fast import Message

_INTERFACE = "ca.desrt.dconf.Writer"
_FOLDER = "/org/gnome/desktop/notifications/"
_ARGV = ("gsettings", "get", "org.gnome.desktop.notifications", "show-banners")
_PATIENCE = 2.0  # seconds


class ShowBanners(Source):
    """Only to be asked where GNOME runs: elsewhere the setting may be there, and mean nothing."""

    name = "ca.desrt.dconf"
    # "arg0path" also matches a change of all that is above it.
    rules = (f"type='signal',interface='{_INTERFACE}',member='Notify',arg0path='{_FOLDER}'",)

    def concerns(self, message: Message) -> bool:
        """A setting of notifications is another. dconf comes and goes as it likes: that is no news."""
        return message.interface == _INTERFACE

    async def ask(self, call: Call) -> bool:
        """Have it read: what there is no banner for is not to disturb."""
        return await asyncio.to_thread(_shown) == "false"


def _shown() -> str:
    done = subprocess.run(  # noqa: S603  # fixed words
        _ARGV, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    return done.stdout.strip()
