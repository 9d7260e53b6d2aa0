"""Addresses and files that were opened elsewhere: each leads to the dialog that asks what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl

from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.files import FilesController
from c42desktop.ui.drops import Dropped
from c42desktop.ui.main_window import MainWindow


class Opening:
    """Nothing is subscribed to or imported without the person's consent."""

    def __init__(self, window: MainWindow, add_calendar: AddCalendarController, files: FilesController) -> None:
        self._window = window
        self._add_calendar = add_calendar
        self._files = files

    def open(self, targets: Sequence[str]) -> None:
        """Bring the window to the front, with the dialogs for these."""
        self._window.present()
        for target in targets:
            if target.lower().startswith("xmpp:"):
                self._add_calendar.open_uri(target)
            else:
                self._files.offer(Dropped((_path(target),)))


def _path(target: str) -> Path:
    return Path(QUrl(target).toLocalFile()) if target.lower().startswith("file:") else Path(target).expanduser()
