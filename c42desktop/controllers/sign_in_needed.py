"""Says that an account needs its person while the window is out of sight: once, and without opening anything."""

from __future__ import annotations

from collections.abc import Callable

from c42desktop.controllers.account_words import has_certificate, reason_for
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.login import State, Status

KEY = "sign-in-needed"
CATEGORY = "x-c42desktop.account"


class SignInNeeded:
    """`is_quiet` says whether nothing is to be shown now; the banner in the window says it all the same."""

    def __init__(self, window: MainWindow, notifier: Notifier, tasks: Tasks, is_quiet: Callable[[], bool]) -> None:
        self._window = window
        self._notifier = notifier
        self._tasks = tasks
        self._is_quiet = is_quiet
        self._why: dict[str, str] = {}
        self._to_tell = False
        window.presented.connect(self._seen)

    def report(self, jid: str, status: Status) -> None:
        """How an account is. One that is tried again and refused again is no news."""
        if status.state is State.REFUSED and status.field and not has_certificate(status):
            self._to_tell |= jid not in self._why
            self._why[jid] = reason_for(status)
            self.tell()
        elif status.state in (State.ONLINE, State.OFFLINE) and self._why.pop(jid, None) is not None:
            self._withdraw()

    def tell(self) -> None:
        """What was not told yet; again once the desktop may accept it."""
        if self._to_tell and self._why and not self._window.in_sight() and not self._is_quiet():
            self._tasks.spawn(self._show())

    def clicked(self, otherwise: Callable[[str], None]) -> Callable[[str], None]:
        """What a click on a notification does: this one leads to the window, all others elsewhere."""
        return lambda key: self._window.present() if key == KEY else otherwise(key)

    async def _show(self) -> None:
        count = len(self._why)
        title = ngettext("1 account needs you to sign in", "{count} accounts need you to sign in", count)
        body = "\n".join(
            _("{jid}: {reason}").format(jid=jid, reason=reason) if jid not in reason else reason
            for jid, reason in self._why.items()
        )
        try:
            await self._notifier.show(Notification(KEY, title.format(count=count), body, category=CATEGORY))
        except NotifyError:
            return  # at the beginning of a session: `tell` is called again
        self._to_tell = False

    def _seen(self) -> None:
        """The banner says it."""
        if self._why:
            self._to_tell = False
            self._withdraw()

    def _withdraw(self) -> None:
        self._tasks.spawn(self._notifier.withdraw(KEY))
