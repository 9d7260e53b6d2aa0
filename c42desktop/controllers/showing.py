"""How the window comes into sight at the start: at once, or, where a session begins, when somebody asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from c42desktop.controllers.banner import BannerController
from c42desktop.i18n import gettext as _
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow

PATIENCE = 30.0  # seconds in which a session is complete: tray, notification service, network


class Showing:
    """`has_tray` says whether there is a tray now. `on_settled` is called once a session has had its time."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        banner: BannerController,
        tasks: Tasks,
        *,
        has_tray: Callable[[], bool],
        on_settled: Callable[[], None],
        patience: float = PATIENCE,
    ) -> None:
        self._window = window
        self._settings = settings
        self._banner = banner
        self._tasks = tasks
        self._has_tray = has_tray
        self._on_settled = on_settled
        self._patience = patience

    def begin(self, *, hidden: bool) -> None:
        """Show the window, or keep it back."""
        if hidden:
            self._window.stays_hidden = True
            self._tasks.spawn(self._settle())
        else:
            self._window.present()
            self._mention_missing_tray()

    async def _settle(self) -> None:
        """Where no tray came, nobody could reach the window: it is where closing leaves it, minimised."""
        await asyncio.sleep(self._patience)
        self._window.stays_hidden = False
        if not self._has_tray() and not self._window.isVisible():
            self._window.showMinimized()
        self._mention_missing_tray()
        self._on_settled()

    def _mention_missing_tray(self) -> None:
        if self._has_tray() or not self._settings.accounts or self._settings.get("window", "said_no_tray", False):
            return  # on the sign-in page there is no banner to say it in: the next start says it
        self._settings.set("window", "said_no_tray", True)
        self._banner.tell(_("This desktop has no tray. Closing the window minimises it; Ctrl+Q quits."))
