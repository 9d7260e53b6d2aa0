"""What a person chooses, for all or for one calendar, is kept and in force at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.autostart.switch import Autostart
from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import CalendarRef, DayAlarm, Defaults, Level
from c42desktop.controllers import preferences as controller_module
from c42desktop.controllers.calendar_choices import CalendarChoices
from c42desktop.controllers.preferences import PreferencesController
from c42desktop.errors import UserError
from c42desktop.preference_file import Chosen
from c42desktop.preferences import Preferences
from c42desktop.settings import Settings
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.calendar_reminders import CalendarRemindersDialog
from c42desktop.ui.preferences import PreferencesDialog
from c42desktop.ui.rename_dialog import RenameDialog

TEAM = CalendarRef("ann@example.com", "pubsub.example.com", "team")
FILE = local_ref("holidays.ics")


class Window(QWidget):
    """As much of the window as there need be."""

    visibility_changed = Signal(object, bool)
    level_requested = Signal(object, object)
    reminders_requested = Signal(object)
    preferences_requested = Signal()
    color_requested = Signal(object, str)
    rename_requested = Signal(object)
    order_requested = Signal(object)

    def present(self) -> None:
        self.show()


class Stage:
    """The window, a store with two calendars, and what was told meanwhile."""

    def __init__(self, window: Any, path: Path) -> None:
        self.window = window
        self.store = Store(path / "store.sqlite")
        for ref in (TEAM, FILE):
            self.store.add_calendar(ref, ref.node)
        self.told: list[str] = []
        self.times = 0
        self.usual = Preferences(reminders=Defaults((timedelta(hours=1),), ()))
        banner: Any = SimpleNamespace(tell=lambda text, error: self.told.append(text))
        self.choices = CalendarChoices(window, self.store, banner, lambda: self.usual, self._chosen)

    def _chosen(self) -> None:
        self.times += 1

    def calendar(self, ref: CalendarRef = TEAM) -> Any:
        return self.store.calendar(ref)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def stage(window: Window, tmp_path: Path) -> Any:
    made = Stage(window, tmp_path)
    yield made
    made.store.close()


@pytest.mark.parametrize("ref", [TEAM, FILE])
@pytest.mark.parametrize("level", [Level.REMINDERS, Level.NOTHING])
def test_the_level_of_a_calendar_is_kept_whether_it_is_on_a_server_or_here(
    stage: Stage, ref: CalendarRef, level: Level
) -> None:
    stage.window.level_requested.emit(ref, level)
    assert stage.calendar(ref).level is level
    stage.window.level_requested.emit(ref, level)
    assert stage.times == 1, "what is so already is no news"
    stage.window.visibility_changed.emit(ref, False)
    assert (stage.calendar(ref).visible, stage.calendar(ref).level) == (False, level)


def test_colour_and_order_are_kept(stage: Stage) -> None:
    stage.window.color_requested.emit(TEAM, "#123456")
    stage.window.order_requested.emit([TEAM, FILE])
    stage.window.order_requested.emit([FILE, TEAM])
    assert stage.calendar().color == "#123456"
    assert [each.ref for each in stage.store.calendars()] == [FILE, TEAM] and stage.times == 3


def test_a_calendar_of_this_computer_gets_another_name(stage: Stage) -> None:
    stage.window.rename_requested.emit(stage.calendar(FILE))
    dialog = stage.window.findChild(RenameDialog)
    line, save = dialog.findChild(QLineEdit, "rename-name"), dialog.findChild(QPushButton, "rename-save")
    line.selectAll()
    QTest.keyClicks(line, " ")
    assert not save.isEnabled(), "a name is more than nothing"
    QTest.keyClicks(line, "Holidays")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert stage.calendar(FILE).title == "Holidays" and not dialog.isVisible()


def test_an_order_that_cannot_be_kept_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_db: object, _refs: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr("c42desktop.controllers.calendar_choices.put_in_order", fail)
    stage.window.order_requested.emit([FILE, TEAM])
    assert stage.told == ["The disk is full."] and stage.times == 1


def test_a_calendars_own_reminders_are_kept_and_given_up(stage: Stage) -> None:
    stage.window.reminders_requested.emit(stage.calendar())
    dialog = stage.window.findChild(CalendarRemindersDialog)
    dialog.findChild(QRadioButton, "reminders-own").click()
    dialog.findChild(QPushButton, "reminders-save").click()
    assert stage.calendar().reminders == stage.usual.reminders
    own = replace(stage.calendar(), reminders=Defaults((), (DayAlarm(0, time(9)),)))
    stage.store.update_calendar(own)
    stage.window.reminders_requested.emit(own)
    dialog = stage.window.findChildren(CalendarRemindersDialog)[-1]
    dialog.findChild(QRadioButton, "reminders-same").click()
    dialog.findChild(QPushButton, "reminders-save").click()
    assert stage.calendar().reminders is None


def test_a_calendar_that_is_gone_is_nobodys(stage: Stage) -> None:
    stage.window.level_requested.emit(replace(TEAM, node="elsewhere"), Level.NOTHING)
    assert stage.times == 0 and stage.told == []


def test_what_cannot_be_kept_is_said_and_the_window_follows_the_store(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_calendar: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(stage.store, "update_calendar", fail)
    stage.window.level_requested.emit(TEAM, Level.NOTHING)
    assert stage.told == ["The disk is full."] and stage.times == 1


class NoUpdates:
    """As in a checkout, which does not look for new versions."""

    def shown(self) -> None:
        """Nothing is known."""

    def open(self) -> None:
        """Nothing is new."""


class Switch(Autostart):
    """Of a system that a test plays."""

    def __init__(self, on: bool = False, obstacle: str = "") -> None:
        self.on, self.obstacle, self.refusal = on, obstacle, ""

    def is_on(self) -> bool:
        return self.on

    def switch(self, on: bool) -> None:
        if self.refusal:
            raise UserError(self.refusal)
        self.on = on


async def general_page(window: Window, tmp_path: Path, switch: Switch) -> PreferencesDialog:
    any_window: Any = window
    no_updates: Any = NoUpdates()
    tasks = Tasks()
    chosen = Chosen(Settings(tmp_path / "settings.toml"))
    PreferencesController(any_window, chosen, no_updates, tasks, lambda: switch).open()
    await asyncio.gather(*tasks._running)
    return window.findChild(PreferencesDialog)


async def test_the_preferences_show_what_the_system_starts_and_switch_it(window: Window, tmp_path: Path) -> None:
    switch = Switch(on=True)
    dialog = await general_page(window, tmp_path, switch)
    box, fault = dialog.findChild(QCheckBox, "start-with-session"), dialog.findChild(QLabel, "start-with-session-error")
    assert box.isChecked() and box.isEnabled() and fault.isHidden()
    box.click()
    assert switch.on is False and not box.isChecked()
    switch.refusal = "The folder cannot be written."
    box.click()
    assert not box.isChecked() and fault.text() == "The folder cannot be written.", "as it is, not as it was asked for"
    switch.refusal = ""
    box.click()
    assert switch.on is True and box.isChecked() and fault.isHidden()
    dialog.findChild(QPushButton, "preferences-reset").click()
    assert switch.on is False and dialog.findChild(QPushButton, "preferences-reset").isHidden()
    assert not (tmp_path / "settings.toml").exists()


async def test_a_switch_that_is_not_there_says_why(window: Window, tmp_path: Path) -> None:
    dialog = await general_page(window, tmp_path, Switch(obstacle="Only your own profile can start."))
    assert not dialog.findChild(QCheckBox, "start-with-session").isEnabled()
    assert dialog.findChild(QLabel, "start-with-session-note").text() == "Only your own profile can start."


async def test_preferences_are_kept_at_once_in_one_dialog(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    chosen = Chosen(Settings(path))
    any_window: Any = window
    tasks = Tasks()
    no_updates: Any = NoUpdates()
    controller = PreferencesController(any_window, chosen, no_updates, tasks, Switch)
    window.preferences_requested.emit()
    controller.open()
    await asyncio.gather(*tasks._running)
    (dialog,) = window.findChildren(PreferencesDialog)
    assert dialog.isVisible()
    dialog.findChild(QCheckBox, "publish-presence").click()
    assert chosen().publish_presence is True
    assert Chosen(Settings(path))().publish_presence is True
    dialog.reject()
    controller.open()
    await asyncio.gather(*tasks._running)
    assert window.findChildren(PreferencesDialog)[-1].findChild(QCheckBox, "publish-presence").isChecked()


async def test_a_sound_is_played_although_it_is_not_chosen(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[str] = []

    async def play(file: Path) -> None:
        played.append(file.name)

    monkeypatch.setattr(controller_module, "play", play)
    tasks = Tasks()
    any_window: Any = window
    chosen = Chosen(Settings(tmp_path / "settings.toml"))
    no_updates: Any = NoUpdates()
    controller = PreferencesController(any_window, chosen, no_updates, tasks, Switch)
    controller.open()
    await asyncio.gather(*tasks._running)
    window.findChild(PreferencesDialog).findChild(QPushButton, "play-reminder").click()
    await asyncio.gather(*tasks._running)
    assert played == ["reminder.wav"]
