"""What can be done about the event in the details: only what makes sense, and with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, DESIGN, DESIGN_ITEM, NOW, at, entries, occurrence

from c42desktop.calendar.model import Details as EventDetails
from c42desktop.calendar.model import Event, Meeting, Reminder, Status
from c42desktop.notify.actions import Act
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.main_window import MainWindow

MEETING = EventDetails(meetings=(Meeting("https://meet.google.com/abc-defg-hij"),))
CALL = replace(DESIGN, details=MEETING)
REMINDER = Reminder(DESIGN_ITEM, CALL, NOW, "10m")


def choices(event: Event) -> Sequence[tuple[str, datetime]]:
    assert event == CALL
    return [("5 minutes", NOW + timedelta(minutes=5)), ("Until the start", at(23, 9))]


@pytest.fixture
def details(qtbot: QtBot) -> Details:
    made = Details(NOW, find_choices=choices)
    qtbot.addWidget(made)
    return made


def shown(event: Event, *waiting: Reminder) -> Shown:
    return Shown(DESIGN_ITEM, event, occurrence(event), CALENDARS[0], waiting=waiting)


def buttons(details: Details) -> list[str]:
    """Those that are not hidden."""
    names = ("details-join-now", "details-edit", "details-snooze")
    found = [details.findChild(QPushButton, name) for name in names]
    return [each.text() for each in found if isinstance(each, QPushButton) and not each.isHidden()]


def press(details: Details, name: str) -> None:
    found = details.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def test_a_reminder_that_waits_is_snoozed_or_dismissed(details: Details, qtbot: QtBot) -> None:
    details.show_event(shown(DESIGN, REMINDER))
    assert buttons(details) == ["Edit", "Snooze ▾"]
    menu = details.findChild(QMenu, "details-snooze-menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    with qtbot.waitSignal(details.acted) as acted:
        menu.actions()[-1].trigger()
    act, subject = acted.args
    assert (act, subject.item, subject.reminders) == (Act.DISMISS, DESIGN_ITEM, (REMINDER,))


def test_the_menu_offers_what_makes_sense_when_it_opens(details: Details, qtbot: QtBot) -> None:
    details.show_event(shown(DESIGN, REMINDER))
    menu = details.findChild(QMenu, "details-snooze-menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["5 minutes · 13:40", "Until the start · tomorrow 09:00", "Another time…", "Dismiss"]
    with qtbot.waitSignal(details.snoozed) as snoozed:
        menu.actions()[1].trigger()
    assert (snoozed.args[0].reminders, snoozed.args[1]) == ((REMINDER,), at(23, 9))
    with qtbot.waitSignal(details.acted) as acted:
        next(action for action in menu.actions() if action.text() == "Another time…").trigger()
    assert acted.args[0] is Act.SNOOZE


def test_a_meeting_is_joined_until_it_is_over(details: Details, qtbot: QtBot) -> None:
    details.show_event(shown(CALL))
    assert buttons(details) == ["Join", "Edit"]
    with qtbot.waitSignal(details.acted) as acted:
        press(details, "details-join-now")
    assert (acted.args[0], acted.args[1].event) == (Act.JOIN, CALL)
    details.set_now(at(22, 16))
    assert buttons(details) == ["Edit"]
    details.set_now(NOW)
    details.show_event(shown(replace(CALL, status=Status.CANCELLED)))
    assert buttons(details) == ["Edit"]


def test_an_occurrence_of_a_series_is_joined_at_its_own_time(details: Details) -> None:
    later = replace(CALL, start=at(29, 15), end=at(29, 16))
    details.set_now(at(23, 9))
    details.show_event(replace(shown(later), event=CALL))
    assert buttons(details) == ["Join", "Edit"]


def test_own_hosts_are_joined_too(details: Details) -> None:
    details.show_event(shown(replace(DESIGN, location="https://meet.example.org/design")))
    assert buttons(details) == ["Edit"]
    details.set_join_patterns(["meet.example.org"])
    assert buttons(details) == ["Join", "Edit"]


def test_nothing_to_do_takes_no_room(details: Details) -> None:
    details.show_event(None)
    assert details.findChild(QPushButton, "details-snooze").parentWidget().isHidden()  # type: ignore[union-attr]


def test_the_window_asks_what_waits_and_follows(qtbot: QtBot) -> None:
    waiting = [REMINDER]
    model = AgendaModel(NOW)
    window = MainWindow(model, find_waiting=lambda item: waiting if item == DESIGN_ITEM else [], find_choices=choices)
    qtbot.addWidget(window)
    window.set_calendars(CALENDARS)
    model.reset(entries())
    window.open_item(DESIGN_ITEM)
    assert buttons(window.details) == ["Edit", "Snooze ▾"]
    waiting.clear()
    window.refresh_details()
    assert buttons(window.details) == ["Edit"]
