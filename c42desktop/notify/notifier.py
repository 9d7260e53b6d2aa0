"""Showing notifications: the interface, and what holds for every desktop."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from c42desktop.errors import C42Error
from c42desktop.notify.notification import Notification
from c42desktop.notify.sounds import SILENT, Sounds

_log = logging.getLogger(__name__)


class NotifyError(C42Error):
    """The desktop did not accept a notification. It may accept the next one."""


def _ignore_click(key: str) -> None:
    """Until somebody listens."""


def _ignore_action(key: str, action_id: str) -> None:
    """Until somebody listens."""


class Notifier(ABC):
    """One way to show notifications.

    `on_clicked(key)` and `on_action(key, action_id)` are called in the event loop; assign them at any time.
    """

    def __init__(self) -> None:
        self.plays_sounds = False  # by itself, with what it shows
        self.on_clicked: Callable[[str], None] = _ignore_click
        self.on_action: Callable[[str, str], None] = _ignore_action

    @abstractmethod
    async def show(self, notification: Notification) -> None:
        """Show it in place of the one with its key. Returns once it was accepted, else raises NotifyError."""

    @abstractmethod
    async def withdraw(self, key: str) -> None:
        """Take it off the screen if it is there. Never raises: what is not shown needs no withdrawing."""

    async def close(self) -> None:
        """Let go of the desktop. What is on screen stays there; nothing can be shown any more."""
        return


class CallableNotifier(Notifier):
    """A way to show notifications that somebody else owns: the tray icon's message, a banner in the window.

    `show` raises NotifyError where it cannot. A click is told by calling `on_clicked`.
    """

    def __init__(self, show: Callable[[Notification], None], withdraw: Callable[[str], None] = _ignore_click) -> None:
        super().__init__()
        self._show = show
        self._withdraw = withdraw

    async def show(self, notification: Notification) -> None:
        """Hand it over."""
        self._show(notification)

    async def withdraw(self, key: str) -> None:
        """Hand it over."""
        self._withdraw(key)


class FallbackNotifier(Notifier):
    """Several ways, best first.

    Each notification goes to the first that accepts it, so a better one is used again once it works again. Its sound is
    played here where that one does not.
    """

    def __init__(self, notifiers: Sequence[Notifier], sounds: Sounds = SILENT) -> None:
        super().__init__()
        self._notifiers = tuple(notifiers)
        self._sounds = sounds
        for notifier in self._notifiers:
            notifier.on_clicked = self._clicked
            notifier.on_action = self._acted

    async def show(self, notification: Notification) -> None:
        """Show it in the first way that works; NotifyError where none does."""
        refusals: list[str] = []
        for position, notifier in enumerate(self._notifiers):
            try:
                await notifier.show(notification)
            except NotifyError as error:
                _log.info("%s refused a notification: %s", type(notifier).__name__, error)
                refusals.append(str(error))
            else:
                if not notifier.plays_sounds:
                    self._sounds.play(notification.sound)
                await self._withdraw_except(position, notification.key)
                return
        raise NotifyError("; ".join(refusals) or "There is no way to show a notification")

    async def withdraw(self, key: str) -> None:
        """Take it off wherever it is."""
        for notifier in self._notifiers:
            await notifier.withdraw(key)

    async def close(self) -> None:
        """Close every way."""
        for notifier in self._notifiers:
            await notifier.close()
        await self._sounds.close()

    async def _withdraw_except(self, position: int, key: str) -> None:
        """An update that took another way than the original must not leave the outdated one beside it."""
        for other, notifier in enumerate(self._notifiers):
            if other != position:
                await notifier.withdraw(key)

    def _clicked(self, key: str) -> None:
        self.on_clicked(key)

    def _acted(self, key: str, action_id: str) -> None:
        self.on_action(key, action_id)


class RecordingNotifier(Notifier):
    """Shows nothing and remembers everything, so that tests need no desktop.

    `on_screen` is what a person would see now; `refusal` is raised by the next shows while it is set.
    """

    def __init__(self) -> None:
        super().__init__()
        self.accepted: list[Notification] = []
        self.withdrawn: list[str] = []
        self.on_screen: dict[str, Notification] = {}
        self.refusal: NotifyError | None = None
        self.closed = False

    async def show(self, notification: Notification) -> None:
        """Remember it, or refuse it."""
        if self.refusal is not None:
            raise self.refusal
        if self.closed:
            raise NotifyError("The notifier is closed")
        self.accepted.append(notification)
        self.on_screen[notification.key] = notification

    async def withdraw(self, key: str) -> None:
        """Remember it."""
        self.withdrawn.append(key)
        self.on_screen.pop(key, None)

    async def close(self) -> None:
        """Remember it."""
        self.closed = True

    def click(self, key: str) -> None:
        """The person clicks the notification; desktops then take it off the screen."""
        del self.on_screen[key]
        self.on_clicked(key)

    def press(self, key: str, action_id: str) -> None:
        """The person presses one of its buttons."""
        assert action_id in {action.id for action in self.on_screen[key].actions}, action_id
        del self.on_screen[key]
        self.on_action(key, action_id)
