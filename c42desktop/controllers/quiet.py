"""When nothing is shown: a pause, quiet hours, and while the desktop says that its person is not to be disturbed.

What is held back meanwhile, the teller summarises once afterwards. A pause survives a restart.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QTimer

from c42desktop.calendar.names import clock, weekday
from c42desktop.desktop_state.watch import DesktopWatch
from c42desktop.i18n import gettext as _
from c42desktop.notify.quiet import quiet_from, quiet_until
from c42desktop.preferences import Preferences
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.teller import Teller
from c42desktop.ui.tray import Pause, Tray

log = logging.getLogger(__name__)

FOR_EVER = "until resumed"
LOOK_AGAIN = 20.0  # seconds, while something fills the screen and holds something back
_LONGEST_TIMER = timedelta(hours=24)


class QuietController:
    """Keeps settings, desktop, teller and tray in agreement. `now` gives the instant in the reader's zone.

    `look` is to be awaited before something is shown: whether something fills the screen is asked then only, and
    again each 20 seconds as long as it does.
    """

    def __init__(
        self,
        settings: Settings,
        preferences: Callable[[], Preferences],
        teller: Teller,
        tray: Tray,
        desktop: DesktopWatch,
        tasks: Tasks,
        *,
        now: Callable[[], datetime],
        look_again: float = LOOK_AGAIN,
    ) -> None:
        self._settings = settings
        self._preferences = preferences
        self._teller = teller
        self._tray = tray
        self._desktop = desktop
        self._tasks = tasks
        self._now = now
        self._look_again = look_again
        self._full_screen = False
        self._said = "", False
        self.holds = False  # whether nothing is shown now
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.apply)
        desktop.on_changed = self.apply

    def pause(self, pause: Pause) -> None:
        """Begin a pause."""
        now = self._now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        until = {Pause.ONE_HOUR: now.astimezone(UTC) + timedelta(hours=1), Pause.UNTIL_TOMORROW: tomorrow}.get(pause)
        self._settings.set("notifications", "paused", until.isoformat() if until else FOR_EVER)
        self.apply()

    def resume(self) -> None:
        """End the pause: what was held back is told now, unless something else holds it back."""
        self._settings.set("notifications", "paused", "")
        self.apply()

    def follow(self) -> None:
        """Listen to the desktop, if that is preferred, on the running loop; again after the preferences changed."""
        if self._preferences().follow_desktop:
            self._desktop.start()
        else:
            self._full_screen = False
            self._desktop.leave()
        self.apply()

    async def look(self) -> None:
        """Something is to be shown: find out whether it may be."""
        if self._preferences().follow_desktop:
            await self._desktop.first_word()
            if await self._desktop.full_screen() and not self._full_screen:
                log.info("Notifications wait while something fills the screen.")
                self._full_screen = True
                self._tasks.spawn(self._wait_for_screen())
        self.apply()

    def apply(self) -> None:
        """Do as settings, preferences and desktop say at this instant."""
        now = self._now()
        paused = self._paused(now)
        until = _parse(paused)
        quiet = quiet_until(now, self._preferences())
        self._wait(now, [until, quiet, quiet_from(now, self._preferences())])
        followed = self._preferences().follow_desktop and self._desktop_words()
        words = self._pause_words(now, until) if paused else _quiet_words(now, quiet) or followed or ""
        if (words, bool(paused)) != self._said:
            self._said = words, bool(paused)
            self._tray.set_paused(words, resumable=bool(paused))
        self.holds = bool(paused) or quiet is not None or bool(followed)
        self._teller.pause(self.holds)

    def _paused(self, now: datetime) -> str:
        """What the settings say about a pause, "" where there is none any more."""
        paused: str = self._settings.get("notifications", "paused", "")
        until = _parse(paused)
        if until is None or until > now:
            return paused
        self._settings.set("notifications", "paused", "")
        return ""

    def _wait(self, now: datetime, instants: list[datetime | None]) -> None:
        """Until the first of them. Timers are coarse and clocks are set: it looks again when it fires."""
        self._timer.stop()
        first = min((instant.astimezone(UTC) for instant in instants if instant is not None), default=None)
        if first is not None:
            wait = min(first - now.astimezone(UTC), _LONGEST_TIMER)
            self._timer.start(int(wait.total_seconds() * 1000) + 50)

    async def _wait_for_screen(self) -> None:
        while self._full_screen:
            await asyncio.sleep(self._look_again)
            self._full_screen = self._full_screen and await self._desktop.full_screen()
        self.apply()

    def _pause_words(self, now: datetime, until: datetime | None) -> str:
        if until is None:
            return _("Notifications are paused")
        local = until.astimezone(now.tzinfo)
        if local.time() == time():
            return _("Notifications are paused until tomorrow")
        return _("Notifications are paused until {time}").format(time=clock(local))

    def _desktop_words(self) -> str:
        """Why the desktop holds notifications back, "" where it does not."""
        if self._desktop.do_not_disturb:
            return _("Notifications wait: do not disturb is on")
        return _("Notifications wait: something fills the screen") if self._full_screen else ""


def _quiet_words(now: datetime, until: datetime | None) -> str:
    if until is None:
        return ""
    near = until.date() <= now.date() + timedelta(days=1)
    return _("Quiet hours until {time}").format(
        time=clock(until) if near else f"{weekday(until.weekday())} {clock(until)}"
    )


def _parse(text: str) -> datetime | None:
    try:
        until = datetime.fromisoformat(text)
    except ValueError:
        return None
    return until if until.tzinfo else None
