"""The application after a sleep, on another network, with another clock and in another zone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from c42desktop import clock
from c42desktop.app import Application
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.controllers.account_status import HICCUP
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Update
from c42desktop.ui.tray import Pause
from c42desktop.xmpp.login import State, Status

ANN = "ann@example.org"
TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
REVIEW = ItemRef(TEAM, "review")


class Link:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.woken = asyncio.Event()

    def woke(self) -> None:
        self.told.append("woke")
        self.woken.set()

    def network_changed(self, reachable: bool) -> None:
        self.told.append(reachable)


class Stage:
    """The application, not started, at noon in Amsterdam, with a review in two hours."""

    def __init__(self, path: Path, moved: pytest.MonkeyPatch) -> None:
        self._moved = moved
        self.move("Europe/Amsterdam")
        time.tzset()
        self.now = datetime(2026, 11, 22, 11, tzinfo=UTC)
        moved.setattr(clock, "now", lambda: self.now)
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.put("review", self.now + timedelta(hours=2))
        profile = find_profile(str(path))
        self.application = Application(profile, self.store, notifier=RecordingNotifier())
        self.application.agenda.reload()
        self.link = Link()
        self.application.accounts._links[ANN] = self.link  # type: ignore[assignment]

    def put(self, name: str, start: datetime) -> None:
        event = Event(name, name, start, start + timedelta(hours=1))
        self.store.put_item(StoredItem(ItemRef(TEAM, name), "<x/>", b"", (event,)))

    def move(self, zone: str) -> None:
        """The machine is somewhere else; nobody has said so yet."""
        self._moved.setenv("TZ", zone)

    def rows(self) -> list[str]:
        model = self.application.model
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    async def shows(self, words: str) -> None:
        """Wait for a row with these: on a busy machine a part of the agenda is read in a later turn."""
        async with asyncio.timeout(10):
            while words not in "\n".join(self.rows()):
                await asyncio.sleep(0.005)

    def menu(self) -> str:
        return self.application.tray.menu.actions()[0].text()

    def details(self) -> str:
        return "\n".join(label.text() for label in self.application.window.details.findChildren(QLabel))


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    with monkeypatch.context() as moved:
        made = Stage(tmp_path, moved)
        yield made
        made.application.window.hide()
        made.application.agenda.close()
        made.application.telling.activity.close()
        made.store.close()
    time.tzset()


# -- connections ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process with a signal")
async def test_c_ses_04_a_program_that_goes_on_asks_every_account(stage: Stage) -> None:
    stage.application.wake.start()
    os.kill(os.getpid(), signal.SIGCONT)
    await asyncio.wait_for(stage.link.woken.wait(), 5)
    await stage.application.wake.stop()
    assert stage.link.told == ["woke"]


async def test_every_account_is_told_of_another_network(stage: Stage) -> None:
    stage.application.network.changed.emit(False)
    stage.application.network.changed.emit(True)
    assert stage.link.told == [False, True]


async def test_a_pause_that_ran_out_during_a_sleep_is_over(stage: Stage) -> None:
    stage.application.telling.quiet.pause(Pause.ONE_HOUR)
    assert stage.application.tray.tooltip().endswith("Notifications are paused until 13:00")
    stage.now += timedelta(hours=2)
    stage.application._woke()
    assert "paused" not in stage.application.tray.tooltip()


# -- times ------------------------------------------------------------------------------------------------------------


async def test_the_agenda_shows_the_times_of_another_zone(stage: Stage) -> None:
    stage.application.window.open_item(REVIEW)
    await stage.shows("14:00")
    stage.move("Asia/Tokyo")
    stage.application.wake.note_time()
    await stage.shows("22:00")
    assert not any("14:00" in row for row in stage.rows())
    assert stage.menu().startswith("22:00")
    assert "22:00" in stage.details()
    assert "14:00" not in stage.details()


async def test_the_agenda_has_the_days_of_another_zone(stage: Stage) -> None:
    await stage.shows("Today, Sunday 22 November")
    stage.move("Pacific/Kiritimati")  # it is Monday there already
    stage.application.wake.note_time()
    await stage.shows("Today, Monday 23 November")


async def test_an_event_may_be_on_another_day_in_another_zone(stage: Stage) -> None:
    stage.put("late", stage.now.replace(hour=21))
    stage.application.agenda.reload()
    await stage.shows("late, Today, 22:00")
    stage.move("Asia/Tokyo")
    stage.application.wake.note_time()
    await stage.shows("late, Tomorrow, 06:00")


@pytest.mark.parametrize("occasion", ["tick", "menu", "push"])
async def test_whatever_happens_next_notices_another_zone(stage: Stage, occasion: str) -> None:
    stage.move("Asia/Tokyo")
    match occasion:
        case "tick":
            stage.application.ticker.ticked.emit()
        case "menu":
            stage.application.tray.menu.aboutToShow.emit()
        case "push":
            stage.application._updated(Update(), False)
    await stage.shows("22:00")
    assert stage.menu().startswith("22:00")


async def test_a_clock_that_was_set_draws_everything_anew(stage: Stage) -> None:
    stage.put("next year", stage.now + timedelta(days=365))
    await stage.shows("review, Today")
    stage.now += timedelta(days=364)
    stage.application._clock_changed()
    await stage.shows("next year, Tomorrow")
    assert not any("review, Today" in row for row in stage.rows())


async def test_since_when_it_is_offline_is_said_in_the_zone_of_now(stage: Stage) -> None:
    stage.application.accounts._report(ANN, Status(State.WAITING, "It does not answer.", retry_in=5))
    assert said(stage) == "", "it may be a hiccup"
    stage.now += HICCUP
    stage.application.accounts.refresh()
    assert said(stage).startswith("Offline since 12:00 ")
    stage.move("Asia/Tokyo")
    stage.application.wake.note_time()
    assert said(stage).startswith("Offline since 20:00 ")


def said(stage: Stage) -> str:
    """The words of the banner."""
    return stage.application.window.banner.accessibleName()


async def test_the_minutes_of_a_window_begin_anew_when_the_clock_was_set(stage: Stage) -> None:
    ticks: list[bool] = []
    stage.application.ticker.ticked.connect(lambda: ticks.append(True))
    stage.application._clock_changed()
    assert ticks == []  # nobody looks
    stage.application.window.show()
    ticks.clear()
    stage.application._clock_changed()
    assert ticks == [True]
