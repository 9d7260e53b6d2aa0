"""What macOS wants a program to open: it sends links and files as events, at the start as well as later."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenEvents(QObject):
    """`opened(str)`: an address, or the path of a file."""

    opened = Signal(str)

    def __init__(self, application: QCoreApplication, platform: str = sys.platform) -> None:
        super().__init__()
        if platform == "darwin":  # a filter sees every event there is, and nobody else sends these
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take what is to be opened, and nothing else."""
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        self.opened.emit(event.file() or event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True
