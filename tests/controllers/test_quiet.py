"""When nothing is shown: pauses survive a restart and end by themselves; quiet hours and the desktop are heeded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.controllers.quiet import QuietController
from c42desktop.preferences import Preferences, QuietHours
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.tray import Pause, Tray

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NIGHTS = Preferences(quiet_hours=tuple(QuietHours(day, time(22), time(7)) for day in range(7)))


class Desktop:
    """A desktop that says what the test wants it to."""

    def __init__(self) -> None:
        self.do_not_disturb = False
        self.on_changed: Callable[[], None] = lambda: None
        self.listening = False
        self.screens: list[bool] = []  # what each question is answered with; nothing full-screen afterwards
        self.asked = asyncio.Event()
        self.waited_for = 0

    def start(self) -> None:
        self.listening = True

    def leave(self) -> None:
        self.listening = False
        self.say(False)

    def say(self, quiet: bool) -> None:
        self.do_not_disturb = quiet
        self.on_changed()

    async def first_word(self) -> None:
        self.waited_for += 1

    async def full_screen(self) -> bool:
        self.asked.set()
        return self.screens.pop(0) if self.screens else False


class Stage:
    """Settings, a tray, a clock that can be set, a desktop, and a teller that only notes whether it is paused."""

    def __init__(self, path: Path) -> None:
        self.now = datetime(2026, 11, 22, 13, 30, tzinfo=AMSTERDAM)
        self.path = path / "settings.toml"
        self.preferences = Preferences()
        self.tasks = Tasks()
        self.desktop = Desktop()
        self.tray = Tray(list, lambda: self.now)
        self.paused: bool | None = None
        self.restart()

    def restart(self) -> None:
        self.controller = QuietController(
            Settings(self.path),
            lambda: self.preferences,
            self,  # type: ignore[arg-type]
            self.tray,
            self.desktop,  # type: ignore[arg-type]
            self.tasks,
            now=lambda: self.now,
            look_again=0.01,
        )
        self.controller.apply()

    def pause(self, paused: bool) -> None:
        self.paused = paused

    def timer(self) -> timedelta:
        """How long until it looks again."""
        return timedelta(milliseconds=self.controller._timer.remainingTime())


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot) -> AsyncIterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.preferences = Preferences()
    made.desktop.screens.clear()
    made.controller.resume()
    await made.tasks.cancel()


def test_nothing_is_paused_at_first(stage: Stage) -> None:
    assert stage.paused is False
    assert "paused" not in stage.tray.tooltip()
    assert stage.timer() < timedelta(0), "nothing wakes the machine"


def test_one_hour_ends_by_itself_even_across_a_restart(stage: Stage) -> None:
    stage.controller.pause(Pause.ONE_HOUR)
    assert stage.paused is True
    assert "Notifications are paused until 14:30" in stage.tray.tooltip()
    stage.now += timedelta(minutes=59)
    stage.restart()
    assert stage.paused is True
    stage.now += timedelta(minutes=1)
    stage.controller.apply()
    assert stage.paused is False
    stage.restart()
    assert stage.paused is False


def test_one_hour_is_one_hour_while_the_clocks_are_put_back(stage: Stage) -> None:
    stage.now = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    stage.controller.pause(Pause.ONE_HOUR)
    assert "paused until 02:30" in stage.tray.tooltip()
    assert timedelta(minutes=59) < stage.timer() < timedelta(minutes=61)


def test_until_tomorrow_ends_at_midnight(stage: Stage) -> None:
    stage.controller.pause(Pause.UNTIL_TOMORROW)
    assert "Notifications are paused until tomorrow" in stage.tray.tooltip()
    stage.now = datetime(2026, 11, 23, 0, 0, tzinfo=AMSTERDAM)
    stage.controller.apply()
    assert stage.paused is False


def test_until_resumed_lasts(stage: Stage) -> None:
    stage.controller.pause(Pause.UNTIL_RESUMED)
    stage.now += timedelta(days=400)
    stage.restart()
    assert stage.paused is True
    stage.controller.resume()
    assert stage.paused is False
    stage.restart()
    assert stage.paused is False


def test_a_pause_that_cannot_be_read_lasts_until_resumed(stage: Stage) -> None:
    Settings(stage.path).set("notifications", "paused", "some day")
    stage.restart()
    assert stage.paused is True
    assert "Notifications are paused" in stage.tray.tooltip()


# -- quiet hours --------------------------------------------------------------------------------------------------


def test_quiet_hours_begin_and_end_by_themselves(stage: Stage) -> None:
    stage.preferences = NIGHTS
    stage.controller.apply()
    assert stage.paused is False
    assert timedelta(hours=8) < stage.timer() < timedelta(hours=9)
    stage.now = stage.now.replace(hour=22, minute=0)
    stage.controller.apply()
    assert stage.paused is True
    assert "Quiet hours until 07:00" in stage.tray.tooltip()
    assert timedelta(hours=8) < stage.timer() < timedelta(hours=10)
    stage.now = datetime(2026, 11, 23, 7, 0, tzinfo=AMSTERDAM)
    stage.controller.apply()
    assert stage.paused is False


def test_a_quiet_weekend_says_until_which_day(stage: Stage) -> None:
    weekend = (QuietHours(4, time(18), time(0)), QuietHours(5, time(0), time(0)), QuietHours(6, time(0), time(0)))
    stage.preferences = Preferences(quiet_hours=weekend)
    stage.now = datetime(2026, 11, 27, 19, 0, tzinfo=AMSTERDAM)
    stage.controller.apply()
    assert "Quiet hours until Monday 00:00" in stage.tray.tooltip()


def test_a_night_with_the_change_to_summer_time_is_waited_for_no_longer_than_it_lasts(stage: Stage) -> None:
    stage.preferences = NIGHTS
    stage.now = datetime(2026, 3, 28, 23, 0, tzinfo=AMSTERDAM)
    stage.controller.apply()
    assert timedelta(hours=6, minutes=59) < stage.timer() < timedelta(hours=7, minutes=1)


def test_quiet_hours_end_by_themselves_and_are_not_resumed(stage: Stage) -> None:
    stage.preferences, stage.now = NIGHTS, stage.now.replace(hour=23)
    stage.controller.apply()
    texts = [action.text() for action in stage.tray.menu.actions()]
    assert "Pause notifications" in texts and "Resume notifications" not in texts


def test_a_pause_that_ends_in_quiet_hours_does_not_end_them(stage: Stage) -> None:
    stage.preferences, stage.now = NIGHTS, stage.now.replace(hour=23)
    stage.controller.pause(Pause.ONE_HOUR)
    assert "paused until 00:30" in stage.tray.tooltip()
    stage.controller.resume()
    assert stage.paused is True
    assert "Quiet hours until 07:00" in stage.tray.tooltip()


# -- the desktop --------------------------------------------------------------------------------------------------


def test_do_not_disturb_is_followed_at_once(stage: Stage) -> None:
    stage.controller.follow()
    assert stage.desktop.listening
    stage.desktop.say(True)
    assert stage.paused is True
    assert "Notifications wait: do not disturb is on" in stage.tray.tooltip()
    stage.desktop.say(False)
    assert stage.paused is False


def test_who_does_not_want_it_is_told_in_spite_of_the_desktop(stage: Stage) -> None:
    stage.controller.follow()
    stage.desktop.say(True)
    stage.preferences = replace(stage.preferences, follow_desktop=False)
    stage.controller.follow()
    assert stage.paused is False and not stage.desktop.listening
    stage.preferences = Preferences()
    stage.controller.follow()
    assert stage.desktop.listening


async def test_a_full_screen_is_asked_for_before_something_is_shown_and_until_it_is_over(stage: Stage) -> None:
    stage.controller.follow()
    assert not stage.desktop.asked.is_set()
    stage.desktop.screens = [True, True, True]
    await stage.controller.look()
    assert stage.paused is True and stage.desktop.waited_for == 1
    assert "Notifications wait: something fills the screen" in stage.tray.tooltip()
    async with asyncio.timeout(5):
        while stage.paused:
            stage.desktop.asked.clear()
            await stage.desktop.asked.wait()
            await asyncio.sleep(0)
    assert stage.desktop.screens == []
    stage.desktop.asked.clear()
    await asyncio.gather(*stage.tasks._running)  # it asks no more
    assert not stage.desktop.asked.is_set()


async def test_an_ordinary_screen_holds_nothing_back_and_is_not_asked_again(stage: Stage) -> None:
    await stage.controller.look()
    assert stage.paused is False and not stage.tasks._running


async def test_who_does_not_follow_the_desktop_does_not_wait_for_it(stage: Stage) -> None:
    stage.preferences = replace(stage.preferences, follow_desktop=False)
    stage.desktop.screens = [True]
    await stage.controller.look()
    assert stage.paused is False and stage.desktop.waited_for == 0 and not stage.desktop.asked.is_set()
