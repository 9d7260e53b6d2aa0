"""What was asked for elsewhere: the window, or addresses and files, each of which leads to the dialog that asks what to
do with it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl

from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.serving import Reply
from c42desktop.instance.protocol import Request
from c42desktop.ui import activation
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

    async def second_start(self, request: Request, _reply: Reply) -> bool:
        """Somebody has started the program once more: show what they wanted to see."""
        targets = request.texts("targets")
        if request.flag("hidden") and not targets:
            return True
        activation.prepare(self._window, request.text("token"))
        await asyncio.sleep(activation.PAUSE)
        self.open(targets)
        return True


def _path(target: str) -> Path:
    return Path(QUrl(target).toLocalFile()) if target.lower().startswith("file:") else Path(target).expanduser()
