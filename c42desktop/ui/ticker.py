"""The minute, while somebody can see it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class Ticker(QObject):
    """Emits `ticked` when `window` is shown and at each full minute while it is. A hidden window wakes nobody."""

    ticked = Signal()

    def __init__(self, window: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window = window
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        window.installEventFilter(self)

    def align(self) -> None:
        """The clock jumped: tick now, and at its full minutes from here on."""
        if self._window.isVisible():
            self._tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Run while the window is on screen."""
        if event.type() is QEvent.Type.Show:
            self._tick()
        elif event.type() is QEvent.Type.Hide:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        self.ticked.emit()
        now = self._now()
        # Timers fire up to 27 ms early: a little after the minute is always after it.
        self._timer.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 40)
