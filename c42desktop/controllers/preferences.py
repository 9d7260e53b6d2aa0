"""The preferences: shows them, and keeps what is chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from c42desktop.autostart.switch import Autostart
from c42desktop.controllers.updates import UpdatesController
from c42desktop.errors import UserError
from c42desktop.notify.sounds import play, sound_file
from c42desktop.preference_file import Chosen
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from c42desktop.ui.preferences import PreferencesDialog


class PreferencesController:
    """One dialog at a time; each choice is in force at once. `find_autostart` gives the system's own switch."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Chosen,
        updates: UpdatesController,
        tasks: Tasks,
        find_autostart: Callable[[], Autostart],
    ) -> None:
        self._window = window
        self._preferences = preferences
        self._updates = updates
        self._tasks = tasks
        self._find_autostart = find_autostart
        self._dialog: PreferencesDialog | None = None
        window.preferences_requested.connect(self.open)

    def open(self) -> None:
        """Show the dialog, in front."""
        self._window.present()
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        from c42desktop.ui.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._preferences(), self._window, self._updates.shown())
        self._dialog = dialog
        dialog.chosen.connect(self._preferences.change)
        dialog.play_requested.connect(self._play)
        dialog.news_requested.connect(self._updates.open)
        dialog.finished.connect(self._forget)
        autostart = self._find_autostart()
        dialog.start_requested.connect(lambda on: _show_start(dialog, autostart, _switched(autostart, on)))
        self._tasks.spawn(_show(dialog, autostart))

    def _play(self, kind: str) -> None:
        """To hear what it is like, whether it is chosen or not."""
        file = sound_file(kind)
        if file is not None:
            self._tasks.spawn(play(file))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


async def _show(dialog: PreferencesDialog, autostart: Autostart) -> None:
    """Fill it in several turns of the loop, so that nothing else waits."""
    for _page in dialog.fill():
        await asyncio.sleep(0)
    _show_start(dialog, autostart)
    dialog.open()


def _switched(autostart: Autostart, on: bool) -> str:
    """What went wrong, "" where nothing did."""
    try:
        autostart.switch(on)
    except UserError as error:
        return str(error)
    return ""


def _show_start(dialog: PreferencesDialog, autostart: Autostart, fault: str = "") -> None:
    """As the system has it now, whatever was asked of it."""
    try:
        dialog.show_start(autostart.is_on(), autostart.obstacle, fault)
    except UserError as error:
        dialog.show_start(False, autostart.obstacle, str(error))
