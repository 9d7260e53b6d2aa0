"""Notifications on Linux: org.freedesktop.Notifications, Desktop Notifications specification 1.2.

Plain D-Bus messages, without proxies: the interface is fixed by the specification, so nothing has to be asked
before the first notification, and a daemon that appears, disappears or restarts needs no new set-up.
desktop-notifier's own backend introspects first, never replaces, escapes nothing and swallows failures.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from c42desktop.notify.icon import icon_file
from c42desktop.notify.notification import Notification, Urgency
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.notify.quirks import DEFAULT_ACTION, Quirks, quirks_of, with_default
from c42desktop.notify.sounds import SILENT, Sounds
from c42desktop.tracebacks import kind_of

if TYPE_CHECKING:
    from dbus_fast import Message, Variant
    from dbus_fast.aio import MessageBus

_log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_BUS_NAME = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"
_MATCHES = (
    f"type='signal',sender='{_NAME}',path='{_PATH}',interface='{_NAME}'",
    f"type='signal',sender='{_BUS_NAME}',member='NameOwnerChanged',arg0='{_NAME}'",
)
# "Urgency Levels" of the specification.
_URGENCY = {Urgency.LOW: 0, Urgency.NORMAL: 1, Urgency.CRITICAL: 2}
# The argument "expire_timeout" of Notify. Some desktops have a way of their own.
_AS_USUAL, _NEVER = -1, 0
# A daemon that hangs must not hold up the next way to tell. The D-Bus library would wait for ever.
_PATIENCE = 5.0
# What we show goes with us, but nobody waits for that at the end.
_FAREWELL = 1.0
# Plasma's answer to the same words twice in a second (libnotificationmanager/server_p.cpp).
_REPEATED = "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"


class _RepeatedError(NotifyError):
    """It says nothing new."""


@dataclass(frozen=True, slots=True)
class _Daemon:
    """The daemon that runs now."""

    name: str
    capabilities: frozenset[str]
    quirks: Quirks


class FreedesktopNotifier(Notifier):
    """Shows notifications through the session's notification daemon, started or not yet.

    `bus_address` is for tests; otherwise it is the session bus of the environment.
    """

    def __init__(
        self,
        app_name: str,
        bus_address: str | None = None,
        patience: float = _PATIENCE,
        sounds: Sounds = SILENT,
    ) -> None:
        super().__init__()
        self._sounds = sounds
        self._app_name = app_name
        self._bus_address = bus_address
        self._patience = patience
        self._bus: MessageBus | None = None
        self._closed = False
        # One call at a time: two shows of one key at once would not know of each other's id.
        self._one_at_a_time = asyncio.Lock()
        # Both belong to the daemon that runs now.
        self._ids: dict[str, int] = {}
        self._daemon: _Daemon | None = None

    async def show(self, notification: Notification) -> None:
        """Call Notify, with the id of the last one of this key as `replaces_id`."""
        async with self._one_at_a_time:
            if self._closed:
                raise NotifyError("The notifier is closed")
            try:
                async with self._failures_as_notify_errors():
                    await self._notify(notification, await self._get_daemon())
            except _RepeatedError:
                if notification.key not in self._ids:
                    raise

    async def withdraw(self, key: str) -> None:
        """Call CloseNotification. An error means that it is gone already: nothing to do."""
        async with self._one_at_a_time:
            number = self._ids.pop(key, 0)
            if not number or self._closed:
                return
            try:
                async with self._failures_as_notify_errors():
                    await self._call("CloseNotification", "u", [number])
            except NotifyError as error:
                _log.debug("Nothing to withdraw: %s", error)
            self.on_closed(key)

    async def service(self) -> tuple[str, frozenset[str]]:
        """The name of the daemon that runs, and what it can do. Raises NotifyError."""
        async with self._one_at_a_time, self._failures_as_notify_errors():
            daemon = await self._get_daemon()
            return daemon.name, daemon.capabilities

    async def close(self) -> None:
        """Leave the bus, and nothing on screen: nobody hears its buttons any more."""
        async with self._one_at_a_time:
            self._closed = True
            with contextlib.suppress(Exception):
                async with asyncio.timeout(_FAREWELL):
                    await self._close_all()
            await self._disconnect()

    async def _notify(self, notification: Notification, daemon: _Daemon) -> None:
        key = notification.key
        if daemon.quirks.keeps_buttons and key in self._ids:
            await self._call("CloseNotification", "u", [self._ids.pop(key)])
        arguments = self._notify_arguments(notification, daemon)
        (number,) = await self._call("Notify", "susssasa{sv}i", arguments)
        self._ids[key] = number

    async def _close_all(self) -> None:
        for key in list(self._ids):
            with contextlib.suppress(NotifyError):  # it is gone already
                await self._call("CloseNotification", "u", [self._ids.pop(key)])

    def _notify_arguments(self, notification: Notification, daemon: _Daemon) -> list[Any]:
        """The arguments of Notify, in the order of the specification."""
        body = notification.body
        if "body-markup" in daemon.capabilities:
            body = html.escape(body, quote=False)
        icon = icon_file()
        return [
            self._app_name,
            self._ids.get(notification.key, 0),
            icon.as_uri() if icon else "",
            notification.title,
            body,
            _action_list(notification, daemon.quirks) if "actions" in daemon.capabilities else [],
            self._hints(notification, daemon),
            _NEVER if notification.stays else _AS_USUAL,
        ]

    def _hints(self, notification: Notification, daemon: _Daemon) -> dict[str, Variant]:
        """ "Hints" of the specification."""
        from dbus_fast import Variant

        urgency = Urgency.CRITICAL if notification.stays and daemon.quirks.stays_if_critical else notification.urgency
        hints = {
            "urgency": Variant("y", _URGENCY[urgency]),
            "category": Variant("s", notification.category),
            # Desktops group, name and configure notifications by the desktop entry.
            "desktop-entry": Variant("s", self._app_name),
        }
        if notification.stays and daemon.quirks.resident:
            hints["resident"] = Variant("b", True)
        self.plays_sounds = "sound" in daemon.capabilities
        if self.plays_sounds and (sound := self._sounds.file(notification.sound)) is not None:
            hints["sound-file"] = Variant("s", str(sound))
        return hints

    async def _get_daemon(self) -> _Daemon:
        """The daemon that runs now; asked once."""
        if self._daemon is None:
            (capabilities,) = await self._call("GetCapabilities")
            name, *_rest = await self._call("GetServerInformation")
            self._daemon = _Daemon(str(name), frozenset(capabilities), quirks_of(str(name)))
        return self._daemon

    async def _call(self, member: str, signature: str = "", body: list[Any] | None = None) -> list[Any]:
        from dbus_fast import Message

        bus = await self._connected()
        return await _answer(bus, Message(_NAME, _PATH, _NAME, member, signature=signature, body=body or []))

    async def _connected(self) -> MessageBus:
        """The session bus; a new connection where there is none yet, or the last one broke."""
        from dbus_fast import Message
        from dbus_fast.aio import MessageBus

        if self._bus is not None and self._bus.connected:
            return self._bus
        await self._disconnect()
        self._bus = await MessageBus(bus_address=self._bus_address).connect()
        try:
            self._bus.add_message_handler(self._on_message)
            for rule in _MATCHES:
                request = Message(_BUS_NAME, _BUS_PATH, _BUS_NAME, "AddMatch", signature="s", body=[rule])
                await _answer(self._bus, request)
        except BaseException:
            # Half a connection would look whole the next time, and nobody would hear the clicks.
            await self._disconnect()
            raise
        return self._bus

    async def _disconnect(self) -> None:
        """Leave the bus and wait until its socket is closed; ids are worth nothing without it."""
        bus, self._bus = self._bus, None
        self._forget_daemon()
        if bus is None:
            return
        bus.remove_message_handler(self._on_message)
        if bus.connected:
            bus.disconnect()
        # A connection that broke by itself raises its reason here, where nobody needs it any more.
        with contextlib.suppress(Exception):
            await asyncio.wait_for(bus.wait_for_disconnect(), self._patience)  # type: ignore[no-untyped-call]

    @contextlib.asynccontextmanager
    async def _failures_as_notify_errors(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._patience):
                yield
        except NotifyError:
            raise
        except TimeoutError as error:
            raise NotifyError("The desktop's notification service does not answer") from error
        except Exception as error:
            # The edge to another program: whatever goes wrong there, the next way to tell is tried.
            # Its words may quote the notification, and this is logged.
            raise NotifyError(f"The desktop shows no notifications: {kind_of(error)}") from error

    def _on_message(self, message: Message) -> None:
        """In the next turn: the answer to Notify may have come just before, and its id is not noted yet."""
        asyncio.get_running_loop().call_soon(self._take, message)

    def _take(self, message: Message) -> None:
        """Signals of the daemon and of the bus. They come for the notifications of all programs."""
        match message.interface, message.member, message.body:
            case "org.freedesktop.Notifications", "ActionInvoked", [int(number), str(action_id)]:
                self._on_action_invoked(number, action_id)
            case "org.freedesktop.Notifications", "ActivationToken", [int(number), str(token)]:
                # Sent before ActionInvoked. Qt takes it from here when it raises a window under Wayland.
                if self._key_of(number) is not None:
                    os.environ["XDG_ACTIVATION_TOKEN"] = token
            case "org.freedesktop.Notifications", "NotificationClosed", [int(number), _]:
                if (key := self._key_of(number)) is not None:
                    self._forget(key)
            case "org.freedesktop.DBus", "NameOwnerChanged", [str(name), _, _] if name == _NAME:
                self._forget_daemon()

    def _on_action_invoked(self, number: int, action_id: str) -> None:
        key = self._key_of(number)
        if key is None:
            return
        # From the loop, not from inside the library's parser: an error there would end the connection.
        loop = asyncio.get_running_loop()
        if action_id == DEFAULT_ACTION:
            loop.call_soon(self.on_clicked, key)
        else:
            loop.call_soon(self.on_action, key, action_id)

    def _key_of(self, number: int) -> str | None:
        return next((key for key, known in self._ids.items() if known == number), None)

    def _forget_daemon(self) -> None:
        """Another daemon, or none: ids mean something else to it, and it may have other abilities."""
        for key in list(self._ids):
            self._forget(key)
        self._daemon = None

    def _forget(self, key: str) -> None:
        """It is no longer on screen, unless it is shown again before this can be told."""
        del self._ids[key]
        asyncio.get_running_loop().call_soon(lambda: self.on_closed(key) if key not in self._ids else None)


def _action_list(notification: Notification, quirks: Quirks) -> list[str]:
    """Keys and labels in turn."""
    return [text for action in with_default(notification.actions, quirks) for text in (action.id, action.label)]


async def _answer(bus: MessageBus, message: Message) -> list[Any]:
    """The reply's body; NotifyError with the name of the error for an error reply: words may quote what was shown."""
    from dbus_fast import MessageType

    reply = await bus.call(message)
    if reply.message_type is MessageType.ERROR:
        kind = _RepeatedError if reply.error_name == _REPEATED else NotifyError
        raise kind(f"The desktop shows no notifications: {reply.error_name}")
    return list(reply.body)
