"""Help › About: the version, and the parts, which are read from many files."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from c42desktop import __version__
from c42desktop.parts import Part, parts, texts
from c42desktop.plain import one_line
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from c42desktop.ui.about_dialog import AboutDialog


class AboutController:
    """One dialog at a time."""

    def __init__(self, window: MainWindow, tasks: Tasks) -> None:
        self._window = window
        self._tasks = tasks
        self._dialog: AboutDialog | None = None
        self._texts = texts()
        window.about_requested.connect(self.open)

    def open(self) -> None:
        """Show the dialog; the list follows."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        from c42desktop.ui.about_dialog import AboutDialog

        dialog = AboutDialog(__version__, self._texts is not None, self._window)
        self._dialog = dialog
        dialog.texts_requested.connect(self._show_texts)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._tasks.spawn(self._list(dialog))

    async def _list(self, dialog: AboutDialog) -> None:
        found = await asyncio.to_thread(parts, self._texts)
        if dialog is self._dialog:
            dialog.show_parts(map(line, found))

    def _show_texts(self) -> None:
        if self._texts is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._texts)))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


def line(part: Part) -> str:
    """A part in one line."""
    return one_line(f"{part.name} {part.version} – {part.licence}" if part.licence else f"{part.name} {part.version}")
