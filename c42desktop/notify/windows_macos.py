"""Notifications on Windows and macOS, through desktop-notifier."""

from __future__ import annotations

import hashlib
import logging
import sys
from typing import TYPE_CHECKING

from c42desktop.notify.icon import icon_file
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.notify.quirks import MACOS, WINDOWS, shown_actions
from c42desktop.tracebacks import kind_of

if TYPE_CHECKING:
    import desktop_notifier

_log = logging.getLogger(__name__)


class LibraryNotifier(Notifier):
    """desktop-notifier with its failures raised: it logs them and returns as if all were well."""

    def __init__(self, app_name: str) -> None:
        super().__init__()
        self._app_name = app_name
        self._library: desktop_notifier.DesktopNotifier | None = None
        self._keys: dict[str, str] = {}

    async def show(self, notification: Notification) -> None:
        """Show it. Both systems replace a notification with the same identifier by themselves."""
        try:
            accepted = await self._send(notification)
        except NotifyError:
            raise
        except Exception as error:
            # The edge to another program: whatever goes wrong there, the next way to tell is tried.
            # Its words may quote the notification, and this is logged.
            raise NotifyError(f"The system shows no notifications: {kind_of(error)}") from error
        if not accepted:
            raise NotifyError("The system refused the notification")

    async def withdraw(self, key: str) -> None:
        """Take it off the screen and out of the notification centre."""
        identifier = _identifier(key)
        if self._library is None or identifier not in self._keys:
            return
        try:
            await self._library.clear(identifier)
        except Exception as error:
            # The edge to another program: it may be gone already, and each system says so in its own way.
            _log.debug("Nothing to withdraw: %s", error)
        self._gone(identifier)

    async def close(self) -> None:
        """Withdraw everything: nobody hears its buttons any more."""
        for key in list(self._keys.values()):
            await self.withdraw(key)

    async def _send(self, notification: Notification) -> bool:
        """True once the system has it: only then does the library call `on_dispatched`."""
        import desktop_notifier as lib

        library = self._connected()
        if not await library.get_capabilities():
            # The library's stand-in for systems without notifications accepts everything and shows nothing.
            raise NotifyError("This system shows no notifications for this program")
        accepted: list[bool] = []
        identifier = _identifier(notification.key)
        self._keys[identifier] = notification.key
        actions = shown_actions(notification.actions, WINDOWS if sys.platform == "win32" else MACOS)
        await library.send_notification(
            lib.Notification(
                title=notification.title,
                message=notification.body,
                urgency=lib.Urgency(notification.urgency.value),
                buttons=tuple(lib.Button(each.label, identifier=each.id) for each in actions),
                on_dispatched=lambda: accepted.append(True),
                identifier=identifier,
            )
        )
        return bool(accepted) and await library.has_authorisation()

    def _connected(self) -> desktop_notifier.DesktopNotifier:
        import desktop_notifier as lib

        if self._library is None:
            icon = icon_file()
            self._library = lib.DesktopNotifier(self._app_name, lib.Icon(path=icon) if icon else None)
            self._library.on_clicked = self._on_library_click
            self._library.on_button_pressed = self._on_library_button
            self._library.on_dismissed = self._gone
        return self._library

    def _on_library_click(self, identifier: str) -> None:
        if (key := self._keys.get(identifier)) is not None:
            self.on_clicked(key)
            self._gone(identifier)

    def _on_library_button(self, identifier: str, action_id: str) -> None:
        if (key := self._keys.get(identifier)) is not None:
            self.on_action(key, action_id)
            self._gone(identifier)

    def _gone(self, identifier: str) -> None:
        """Both systems take away what was clicked or closed. What only left the screen is still in their list."""
        if (key := self._keys.pop(identifier, None)) is not None:
            self.on_closed(key)


def _identifier(key: str) -> str:
    """A short name for a key: Windows refuses tags over 64 characters, and keys hold whole item ids."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]
