"""The preferences: shows them, and keeps what is chosen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from c42desktop.controllers.updates import UpdatesController
from c42desktop.notify.sounds import play, sound_file
from c42desktop.preference_file import Chosen
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from c42desktop.ui.preferences import PreferencesDialog


class PreferencesController:
    """One dialog at a time; each choice is in force at once."""

    def __init__(self, window: MainWindow, preferences: Chosen, updates: UpdatesController, tasks: Tasks) -> None:
        self._window = window
        self._preferences = preferences
        self._updates = updates
        self._tasks = tasks
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
        self._tasks.spawn(_show(dialog))

    def _play(self, kind: str) -> None:
        """To hear what it is like, whether it is chosen or not."""
        file = sound_file(kind)
        if file is not None:
            self._tasks.spawn(play(file))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


async def _show(dialog: PreferencesDialog) -> None:
    """Fill it in several turns of the loop, so that nothing else waits."""
    for _page in dialog.fill():
        await asyncio.sleep(0)
    dialog.open()
