"""Pausing notifications: for an hour, until tomorrow, until resumed. Survives a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QTimer

from c42desktop.i18n import gettext as _
from c42desktop.settings import Settings
from c42desktop.teller import Teller
from c42desktop.ui.tray import Pause, Tray

FOR_EVER = "until resumed"
_LONGEST_TIMER = timedelta(hours=24)


class PauseController:
    """Keeps settings, teller and tray in agreement about the pause. `now` gives the instant in the reader's zone."""

    def __init__(self, settings: Settings, teller: Teller, tray: Tray, *, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._teller = teller
        self._tray = tray
        self._now = now
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.apply)

    def pause(self, pause: Pause) -> None:
        """Begin a pause."""
        now = self._now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        until = {Pause.ONE_HOUR: now + timedelta(hours=1), Pause.UNTIL_TOMORROW: tomorrow}.get(pause)
        self._settings.set("notifications", "paused", until.isoformat() if until else FOR_EVER)
        self.apply()

    def resume(self) -> None:
        """End the pause: what was held back is told now."""
        self._settings.set("notifications", "paused", "")
        self.apply()

    def apply(self) -> None:
        """Do as the settings say at this instant."""
        paused = self._settings.get("notifications", "paused", "")
        until = _parse(paused)
        if until is not None and until <= self._now():
            self._settings.set("notifications", "paused", "")
            paused, until = "", None
        self._timer.stop()
        if until is not None:
            # Timers are coarse and clocks are set: it asks again when it fires.
            wait = min(until - self._now(), _LONGEST_TIMER)
            self._timer.start(int(wait.total_seconds() * 1000) + 50)
        self._tray.set_paused(self._words(paused, until))
        self._teller.pause(bool(paused))

    def _words(self, paused: str, until: datetime | None) -> str:
        if not paused:
            return ""
        if until is None:
            return _("Notifications are paused")
        local = until.astimezone(self._now().tzinfo)
        if local.time() == time():
            return _("Notifications are paused until tomorrow")
        return _("Notifications are paused until {time}").format(time=f"{local:%H:%M}")


def _parse(text: str) -> datetime | None:
    try:
        until = datetime.fromisoformat(text)
    except ValueError:
        return None
    return until if until.tzinfo else None
