"""Showing notifications: the interface, and what holds for every desktop."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from c42desktop.errors import C42Error
from c42desktop.notify.notification import Notification
from c42desktop.notify.sounds import SILENT, Sounds

_log = logging.getLogger(__name__)


class NotifyError(C42Error):
    """The desktop did not accept a notification. It may accept the next one."""


def _ignore_key(key: str) -> None:
    """Until somebody listens."""


def _ignore_action(key: str, action_id: str) -> None:
    """Until somebody listens."""


class Notifier(ABC):
    """One way to show notifications.

    `on_clicked(key)`, `on_action(key, action_id)` and `on_closed(key)` are called in the event loop; assign them at any
    time. `on_closed`: it is no longer on screen, whoever took it away – the person, time, we, or a daemon that went.
    """

    def __init__(self) -> None:
        self.plays_sounds = False  # by itself, with what it shows
        self.on_clicked: Callable[[str], None] = _ignore_key
        self.on_action: Callable[[str, str], None] = _ignore_action
        self.on_closed: Callable[[str], None] = _ignore_key

    @abstractmethod
    async def show(self, notification: Notification) -> None:
        """Show it in place of the one with its key. Returns once it was accepted, else raises NotifyError."""

    @abstractmethod
    async def withdraw(self, key: str) -> None:
        """Take it off the screen if it is there. Never raises: what is not shown needs no withdrawing."""

    async def close(self) -> None:
        """Let go of the desktop, and take everything off the screen: its buttons would do nothing."""
        return


class FallbackNotifier(Notifier):
    """Several ways, best first.

    Each notification goes to the first that accepts it, so a better one is used again once it works again. Its sound is
    played here where that one does not.
    """

    def __init__(self, notifiers: Sequence[Notifier], sounds: Sounds = SILENT) -> None:
        super().__init__()
        self._notifiers = tuple(notifiers)
        self._shown_by: dict[str, Notifier] = {}
        self._sounds = sounds
        for notifier in self._notifiers:
            notifier.on_clicked = self._clicked
            notifier.on_action = self._acted
            notifier.on_closed = partial(self._gone, notifier)

    async def show(self, notification: Notification) -> None:
        """Show it in the first way that works; NotifyError where none does."""
        refusals: list[str] = []
        for notifier in self._notifiers:
            try:
                await notifier.show(notification)
            except NotifyError as error:
                _log.info("%s refused a notification: %s", type(notifier).__name__, error)
                refusals.append(str(error))
            else:
                self._shown_by[notification.key] = notifier
                if not notifier.plays_sounds:
                    self._sounds.play(notification.sound)
                await self._withdraw_except(notifier, notification.key)
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

    async def _withdraw_except(self, shown_by: Notifier, key: str) -> None:
        """An update that took another way than the original must not leave the outdated one beside it."""
        for notifier in self._notifiers:
            if notifier is not shown_by:
                await notifier.withdraw(key)

    def _clicked(self, key: str) -> None:
        self.on_clicked(key)

    def _acted(self, key: str, action_id: str) -> None:
        self.on_action(key, action_id)

    def _gone(self, notifier: Notifier, key: str) -> None:
        """What is on screen in another way by now is not gone."""
        if self._shown_by.get(key) is notifier:
            del self._shown_by[key]
            self.on_closed(key)


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
        if key in self.on_screen:
            self._take_off(key)

    async def close(self) -> None:
        """Remember it."""
        self.closed = True
        for key in list(self.on_screen):
            self._take_off(key)

    def click(self, key: str) -> None:
        """The person clicks the notification; desktops then take it off the screen."""
        assert key in self.on_screen, key
        self.on_clicked(key)
        self._take_off(key)

    def press(self, key: str, action_id: str) -> None:
        """The person presses one of its buttons."""
        assert action_id in {action.id for action in self.on_screen[key].actions}, action_id
        self.on_action(key, action_id)
        self._take_off(key)

    def close_by_person(self, key: str) -> None:
        """The person closes it, without a word about why."""
        assert key in self.on_screen, key
        self._take_off(key)

    def expire(self, key: str) -> None:
        """It was there long enough."""
        assert key in self.on_screen, key
        self._take_off(key)

    def _take_off(self, key: str) -> None:
        if self.on_screen.pop(key, None) is not None:
            self.on_closed(key)
