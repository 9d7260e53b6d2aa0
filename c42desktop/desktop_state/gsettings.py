"""GNOME, Cinnamon and MATE: "do not disturb" is a setting. dconf tells when it changes, and gsettings what it is: a
program that each of them has, and that ends at once."""

from __future__ import annotations

import asyncio
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from c42desktop.desktop_state.source import Call, Source

if TYPE_CHECKING:
    from dbus_fast import Message

_INTERFACE = "ca.desrt.dconf.Writer"
_PATIENCE = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class _Key:
    """Where the setting is, and its value while its person is not to be disturbed."""

    folder: str
    schema: str
    name: str
    quiet: str


# By what is in XDG_CURRENT_DESKTOP: on other desktops the setting may be there too, and mean nothing.
_KEYS = {
    "GNOME": _Key("/org/gnome/desktop/notifications/", "org.gnome.desktop.notifications", "show-banners", "false"),
    "X-Cinnamon": _Key(
        "/org/cinnamon/desktop/notifications/", "org.cinnamon.desktop.notifications", "display-notifications", "false"
    ),
    "MATE": _Key("/org/mate/notification-daemon/", "org.mate.NotificationDaemon", "do-not-disturb", "true"),
}


class Setting(Source):
    """The setting of one desktop."""

    name = "ca.desrt.dconf"

    def __init__(self, key: _Key) -> None:
        self._key = key
        # "arg0path" also matches a change of all that is above it.
        self.rules = (f"type='signal',interface='{_INTERFACE}',member='Notify',arg0path='{key.folder}'",)

    def concerns(self, message: Message) -> bool:
        """Something in its folder is another, or in one above."""
        if message.interface != _INTERFACE or not message.body:
            return False
        place = str(message.body[0])
        return place.startswith(self._key.folder) or self._key.folder.startswith(place)

    async def ask(self, call: Call) -> bool:
        """Have it read."""
        return await asyncio.to_thread(_read, self._key) == self._key.quiet


def setting_of(desktops: str) -> Setting | None:
    """That of the desktop which runs, by XDG_CURRENT_DESKTOP; None for the others."""
    key = next((_KEYS[name] for name in desktops.split(":") if name in _KEYS), None)
    return Setting(key) if key is not None else None


def _read(key: _Key) -> str:
    argv = ["gsettings", "get", key.schema, key.name]
    done = subprocess.run(  # noqa: S603  # fixed words
        argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    return done.stdout.strip()
