"""What the desktop says, from all who tell of it on this system."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence

from c42desktop.desktop_state.question import Question
from c42desktop.desktop_state.session_bus import Listener
from c42desktop.desktop_state.source import Source
from c42desktop.tasks import Tasks

_FIRST_WORD = 1.0  # seconds that the first notification waits for the first word


class DesktopWatch:
    """`do_not_disturb` as it was told last; `on_changed()` is called when it becomes another.

    `sources`, `full_screen` and `address` are for tests.
    """

    def __init__(
        self,
        *,
        sources: Sequence[Source] | None = None,
        full_screen: Callable[[], bool] | None = None,
        address: str | None = None,
    ) -> None:
        self.do_not_disturb = False
        self.on_changed: Callable[[], None] = _ignore
        self._sources = system_sources() if sources is None else sources
        self._full_screen = Question(full_screen or system_full_screen())
        self._address = address
        self._tasks = Tasks()
        self._heard = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Listen, on the running loop, unless it does."""
        if self._sources and self._listening is None:
            self._heard.clear()
            self._listening = self._tasks.spawn(Listener(self._sources, self._told, self._address).run())

    def leave(self) -> None:
        """Listen no more: then nobody is known to be disturbed."""
        if self._listening is not None:
            self._listening.cancel()
            self._listening = None
            self._told(False)

    async def stop(self) -> None:
        """At the end: nobody is told of anything any more, and nothing is left open."""
        self.on_changed = _ignore
        self.leave()
        await self._tasks.cancel()

    async def full_screen(self) -> bool:
        """Whether something fills the screen now."""
        return await self._full_screen.answer()

    async def first_word(self) -> None:
        """Wait until it is known how things stand, but not for long."""
        if self._listening is not None and not self._heard.is_set():
            try:
                await asyncio.wait_for(self._heard.wait(), _FIRST_WORD)
            except TimeoutError:
                self._heard.set()  # it was waited for once

    def _told(self, quiet: bool) -> None:
        self._heard.set()
        if quiet != self.do_not_disturb:
            self.do_not_disturb = quiet
            self.on_changed()


def system_sources() -> list[Source]:
    """Who may tell of do not disturb here."""
    if sys.platform in ("win32", "darwin"):
        return []
    from c42desktop.desktop_state import daemon, gsettings, xfce

    setting = gsettings.setting_of(os.environ.get("XDG_CURRENT_DESKTOP", ""))
    return [daemon.inhibited(), daemon.paused(), xfce.Xfconf(), *([setting] if setting else [])]


def system_full_screen() -> Callable[[], bool]:
    """The question whether something fills the screen, as this system is asked."""
    if sys.platform == "win32":
        from c42desktop.desktop_state import windows

        return windows.full_screen
    if sys.platform != "darwin" and os.environ.get("DISPLAY"):
        from c42desktop.desktop_state import x11

        return x11.full_screen
    return _never


def _never() -> bool:
    """Here nobody tells."""
    return False


def _ignore() -> None:
    """Until somebody listens."""
