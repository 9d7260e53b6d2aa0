"""Pausing notifications survives a restart, and ends by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.controllers.pause import PauseController
from c42desktop.settings import Settings
from c42desktop.ui.tray import Pause, Tray

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Stage:
    """Settings, a tray, a clock that can be set, and a teller that only notes whether it is paused."""

    def __init__(self, path: Path) -> None:
        self.now = datetime(2026, 11, 22, 13, 30, tzinfo=AMSTERDAM)
        self.path = path / "settings.toml"
        self.tray = Tray(list, lambda: self.now)
        self.paused: bool | None = None
        self.restart()

    def restart(self) -> None:
        self.controller = PauseController(Settings(self.path), self, self.tray, now=lambda: self.now)  # type: ignore[arg-type]
        self.controller.apply()

    def pause(self, paused: bool) -> None:
        self.paused = paused


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.controller.resume()


def test_nothing_is_paused_at_first(stage: Stage) -> None:
    assert stage.paused is False
    assert "paused" not in stage.tray.tooltip()


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
