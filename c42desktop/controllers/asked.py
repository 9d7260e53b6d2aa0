"""What comes from other programs, joined: addresses and files to be opened, second starts, and commands.

opening.py              what the desktop, a second start or a drop wants to be shown
serving.py              the line that other processes of this person ask on
commanded.py, commanded_accounts.py, watching.py    what commands want of the application that runs
"""

from __future__ import annotations

from collections.abc import Sequence

from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.commanded import Commanded
from c42desktop.controllers.commanded_accounts import CommandedAccounts
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.opening import Opening
from c42desktop.controllers.serving import Serving
from c42desktop.controllers.watching import Watching
from c42desktop.instance.finding import OPEN
from c42desktop.profile import Profile
from c42desktop.settings import Settings
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.open_events import OpenEvents


class Asked:
    """Built once; answers nobody before `serve`."""

    def __init__(
        self,
        profile: Profile,
        settings: Settings,
        store: Store,
        window: MainWindow,
        banner: BannerController,
        accounts: AccountsController,
        files: FilesController,
        adding: AddCalendarController,
        desktop: OpenEvents,
    ) -> None:
        self._desktop = desktop  # its signal does not keep it
        self._opening = Opening(window, banner, adding, files)
        self._commanded = Commanded(settings, store, accounts, files)
        self._watching = Watching(settings, store, accounts)
        of_accounts = CommandedAccounts(settings, store, accounts, window, self._watching.looked_at)
        handlers = {OPEN: self._opening.second_start, "watch": self._watching.watch}
        self._serving = Serving(profile, {**handlers, **self._commanded.handlers, **of_accounts.handlers})
        window.files_dropped.connect(self._opening.drop)
        desktop.opened.connect(lambda target: self._opening.open([target]))

    def serve(self) -> None:
        """From now on, second starts and commands are answered."""
        self._serving.start()

    def open(self, targets: Sequence[str]) -> None:
        """What this start was asked to show."""
        if targets:
            self._opening.open(targets)

    def updated(self, update: Update) -> None:
        """Something came: those who watch are told."""
        self._watching.updated(update)

    def status_changed(self, jid: str) -> None:
        """An account is connected, or no longer: what waits for it, and those who watch."""
        self._commanded.status_changed()
        self._watching.status_changed(jid)

    async def close(self) -> None:
        """Answer nobody any more."""
        await self._serving.close()
