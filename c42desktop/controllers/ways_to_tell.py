"""The ways to tell that are this program's own, for desktops that show no notifications: the tray's message, and in the
end the banner of the window. Each shows one thing at a time."""

from __future__ import annotations

from functools import partial

from c42desktop.controllers.banner import BannerController
from c42desktop.i18n import gettext as _
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray


class _OneAtATime(Notifier):
    """Knows what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Notification | None = None
        self._closed = False

    async def close(self) -> None:
        """Show nothing more."""
        self._closed = True

    def _show_instead(self, notification: Notification) -> None:
        before, self._shown = self._shown, notification
        if before is not None and before.key != notification.key:
            self.on_closed(before.key)

    def _left(self, notification: Notification) -> None:
        """It is gone, unless something else took its place before."""
        if self._shown is notification:
            self._shown = None
            self.on_closed(notification.key)

    def _is_shown(self, key: str) -> bool:
        return self._shown is not None and self._shown.key == key

    def _require_open(self) -> None:
        if self._closed:
            raise NotifyError(_("The program is about to end"))


class TrayNotifier(_OneAtATime):
    """The message beside the tray icon. It has no buttons, and goes when it likes: nobody is told when."""

    def __init__(self, tray: Tray) -> None:
        super().__init__()
        self._tray = tray

    async def show(self, notification: Notification) -> None:
        """Show it beside the icon."""
        self._require_open()
        if not self._tray.show_message(notification.title, notification.body, partial(self._clicked, notification)):
            raise NotifyError(_("There is no tray"))
        self._show_instead(notification)

    async def withdraw(self, key: str) -> None:
        """It cannot be taken away; a click on it does nothing any more."""
        if self._shown is not None and self._is_shown(key):
            self._left(self._shown)

    def _clicked(self, notification: Notification) -> None:
        if self._shown is notification:
            self.on_clicked(notification.key)
            self._left(notification)


class BannerNotifier(_OneAtATime):
    """The banner of the window, with a link for each action."""

    def __init__(self, window: MainWindow, banner: BannerController) -> None:
        super().__init__()
        self._window = window
        self._banner = banner

    async def show(self, notification: Notification) -> None:
        """Say it in the window, which comes into sight without taking the keyboard."""
        self._require_open()
        if self._window.stays_hidden:
            raise NotifyError("The window starts hidden")
        self._show_instead(notification)
        sentence = " · ".join(filter(None, (notification.title, notification.body.replace("\n", " · "))))
        choices = [(action.id, action.label) for action in notification.actions]
        chosen, gone = partial(self._chosen, notification.key), partial(self._left, notification)
        self._banner.ask(sentence, choices, chosen, gone)
        self._window.draw_attention()

    async def withdraw(self, key: str) -> None:
        """Say it no more."""
        if self._is_shown(key):
            self._banner.end()

    def _chosen(self, key: str, action: str) -> None:
        self.on_action(key, action)
