"""One calendar's own reminders, or those of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS

from c42desktop.calendar.model import DayAlarm, Defaults
from c42desktop.ui.calendar_reminders import CalendarRemindersDialog

USUAL = Defaults((timedelta(minutes=10),), (DayAlarm(1, time(18)),))
OWN = Defaults((timedelta(0),), (DayAlarm(2, time(20, 30)),))


def shown(qtbot: QtBot, reminders: Defaults | None) -> CalendarRemindersDialog:
    made = CalendarRemindersDialog(replace(CALENDARS[0], reminders=reminders), USUAL)
    qtbot.addWidget(made)
    made.show()
    return made


def saved(dialog: CalendarRemindersDialog, qtbot: QtBot) -> object:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.findChild(QPushButton, "reminders-save").click()
    return chosen.args[0]


def test_those_of_all_calendars_are_named_and_chosen_at_first(qtbot: QtBot) -> None:
    dialog = shown(qtbot, None)
    words = dialog.findChild(QLabel, "reminders-usual").text()
    assert words == "10 minutes before; all-day events: the day before at 18:00"
    assert not dialog.findChild(QComboBox, "reminders-timed").isEnabled()
    assert saved(dialog, qtbot) is None


def test_its_own_begin_with_those_of_all(qtbot: QtBot) -> None:
    dialog = shown(qtbot, None)
    dialog.findChild(QRadioButton, "reminders-own").click()
    assert saved(dialog, qtbot) == USUAL


def test_its_own_are_kept_and_given_up(qtbot: QtBot) -> None:
    assert saved(shown(qtbot, OWN), qtbot) == OWN
    dialog = shown(qtbot, OWN)
    assert dialog.findChild(QLineEdit, "reminders-time").text() == "20:30"
    dialog.findChild(QRadioButton, "reminders-same").click()
    assert saved(dialog, qtbot) is None


def test_a_time_that_cannot_be_read_is_not_saved(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    line = dialog.findChild(QLineEdit, "reminders-time")
    line.setText("late")
    line.textEdited.emit("late")
    assert not dialog.findChild(QPushButton, "reminders-save").isEnabled()
    line.editingFinished.emit()
    assert dialog.findChild(QLabel, "reminders-time-error").text() == "Enter a time such as 18:00."
    dialog.findChild(QRadioButton, "reminders-same").click()
    assert saved(dialog, qtbot) is None


def test_no_reminders_are_a_choice_too(qtbot: QtBot) -> None:
    assert saved(shown(qtbot, Defaults((), ())), qtbot) == Defaults((), ())
