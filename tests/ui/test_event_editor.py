"""The dialog in which events are made and changed: by keyboard and mouse, with what is wrong beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui_editing import RETRO, ZONE, editable, new_editable
from ui_fakes import ANN, DESIGN, TEAM, TRAVEL, at

from c42desktop.calendar import names
from c42desktop.calendar.model import Alarm, Event, Person, Status
from c42desktop.calendar.names import Conventions
from c42desktop.ui.event_editor import Editable, EventEditor, Extra
from c42desktop.ui.inputs import DateInput, TimeInput
from c42desktop.ui.people_field import read_person

W = TypeVar("W", bound=QWidget)
SERIES = replace(RETRO, rrules=("FREQ=WEEKLY",))


def opened(qtbot: QtBot, shown: Editable) -> EventEditor:
    made = EventEditor(shown)
    qtbot.addWidget(made)
    made.show()
    return made


def the(editor: QWidget, kind: type[W], name: str) -> W:
    found = editor.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def fault(editor: EventEditor, name: str) -> str:
    shown = the(editor, QLabel, f"{name}-error" if name else "event-fault")
    return "" if shown.isHidden() else shown.text()


def choose(editor: EventEditor, name: str, words: str) -> None:
    """As with the keyboard: the item is current, and activated."""
    box = the(editor, QComboBox, name)
    place = box.findText(words)
    assert place >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def save(editor: EventEditor, qtbot: QtBot) -> Event:
    with qtbot.waitSignal(editor.saved):
        qtbot.mouseClick(the(editor, QPushButton, "event-save"), Qt.MouseButton.LeftButton)
    return editor.value()


def test_a_new_event_by_keyboard_alone(qtbot: QtBot) -> None:
    editor = opened(qtbot, new_editable())
    with qtbot.waitActive(editor):
        editor.activateWindow()
    qtbot.keyClicks(the(editor, QLineEdit, "event-title"), "Lunch")
    qtbot.keyClicks(the(editor, QLineEdit, "event-place"), "Canteen")
    with qtbot.waitSignal(editor.saved):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    event = editor.value()
    assert (event.summary, event.location, event.start, event.end) == ("Lunch", "Canteen", at(22, 14), at(22, 15))
    assert editor.calendar() == ANN


def test_tab_goes_through_the_fields_in_their_order(qtbot: QtBot) -> None:
    editor = opened(qtbot, new_editable())
    seen = []
    for _each in range(12):
        widget = editor.focusWidget()
        assert widget is not None
        seen.append(widget.objectName() or widget.parentWidget().objectName())
        editor.focusNextChild()
    wanted = ["event-title", "event-all-day", "event-start-day", "event-start-time", "event-end-day", "event-end-time"]
    assert [name for name in dict.fromkeys(seen) if name in wanted] == wanted


@pytest.mark.parametrize(
    ("conventions", "day", "at"),
    [
        (Conventions(), "Thu 26 Nov 2026", "22:00"),
        (Conventions(month_first=True, twelve_hours=True), "Thu 11/26/2026", "10:00 PM"),
    ],
)
def test_times_are_written_as_everywhere_else(
    qtbot: QtBot, conventions: Conventions, day: str, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_in_use", conventions)
    usual = QLocale()
    QLocale.setDefault(QLocale("en_US"))  # also the words of a computer without any region
    try:
        shown = DateInput("day", "Day"), TimeInput("time", "Time")
    finally:
        QLocale.setDefault(usual)
    for each in shown:
        qtbot.addWidget(each)
    shown[0].set_day(date(2026, 11, 26))
    shown[1].set_time(time(22))
    assert [each.text() for each in shown] == [day, at]


def test_tab_leaves_a_date_and_typing_begins_with_what_can_be_typed(qtbot: QtBot) -> None:
    editor = opened(qtbot, new_editable())
    day, at = the(editor, DateInput, "event-start-day"), the(editor, TimeInput, "event-start-time")
    with qtbot.waitActive(editor):
        editor.activateWindow()
    day.setFocus(Qt.FocusReason.TabFocusReason)
    assert day.currentSection() is DateInput.Section.DaySection
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert editor.focusWidget() is at
    qtbot.keyClicks(at, "1545")
    assert at.time() == QTime(15, 45)
    qtbot.keyClick(at, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.focusWidget() is day


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable())
    asked = (QLineEdit, QComboBox, QCheckBox, QSpinBox, DateInput, TimeInput, QPlainTextEdit, QToolButton)
    for kind in asked:
        for widget in editor.findChildren(kind):
            inner = isinstance(widget.parentWidget(), (QComboBox, QSpinBox, DateInput, TimeInput))
            if not inner and not widget.objectName().startswith("qt_") and widget.isVisibleTo(editor):
                assert widget.accessibleName(), (kind, widget.objectName())


def test_moving_the_start_moves_the_end(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    the(editor, DateInput, "event-start-day").setDate(QDate(2026, 11, 24))
    the(editor, TimeInput, "event-start-time").setTime(QTime(9, 0))
    assert the(editor, QTimeEdit, "event-end-time").time() == QTime(10, 30)
    event = save(editor, qtbot)
    assert (event.start, event.end) == (at(24, 9), at(24, 10, 30))
    assert event.location == "Room 4"


def test_the_end_moves_alone_and_not_before_the_start(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    the(editor, TimeInput, "event-end-time").setTime(QTime(15, 0))
    the(editor, QPushButton, "event-save").click()
    assert fault(editor, "event-end") == "The end is before the start."
    the(editor, TimeInput, "event-end-time").setTime(QTime(18, 0))
    assert fault(editor, "event-end") == ""
    assert save(editor, qtbot).end == at(23, 18)


def test_all_day_hides_the_times_and_gives_them_back(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    box = the(editor, QCheckBox, "event-all-day")
    box.click()
    assert the(editor, TimeInput, "event-start-time").isHidden()
    assert (editor.value().start, editor.value().end) == (date(2026, 11, 23), date(2026, 11, 24))
    box.click()
    assert editor.value() == RETRO
    assert not editor.changed()


def test_what_is_all_day_gets_an_hour_of_the_morning(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(replace(RETRO, start=date(2026, 11, 23), end=date(2026, 11, 24), timezone="")))
    the(editor, QCheckBox, "event-all-day").click()
    assert (editor.value().start, editor.value().end) == (at(23, 9), at(23, 10))


def test_another_zone_is_behind_a_link(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    assert the(editor, QComboBox, "event-zone").isHidden()
    the(editor, QPushButton, "event-zone-more").click()
    assert the(editor, QComboBox, "event-zone").currentText() == ZONE
    choose(editor, "event-zone", "America/New York")
    assert save(editor, qtbot).start == datetime(2026, 11, 23, 22, tzinfo=at(23, 16).tzinfo)
    assert editor.value().timezone == "America/New_York"


def test_a_title_is_asked_for_beside_its_field(qtbot: QtBot) -> None:
    editor = opened(qtbot, new_editable())
    the(editor, QPushButton, "event-save").click()
    assert fault(editor, "event-title") == "Give the event a title."
    assert editor.focusWidget().objectName() == "event-title"
    qtbot.keyClicks(the(editor, QLineEdit, "event-title"), "L")
    assert fault(editor, "event-title") == ""


def test_what_the_application_refuses_is_said_in_the_dialog(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    editor.show_fault("“Product team” takes no events from you.", "calendar")
    editor.show_fault("The disk is full.")
    assert fault(editor, "event-calendar") == "“Product team” takes no events from you."
    assert fault(editor, "") == "The disk is full."


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Every day", "FREQ=DAILY"),
        ("Every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("Every Monday", "FREQ=WEEKLY"),
        ("Every second Monday", "FREQ=WEEKLY;INTERVAL=2"),
        ("Every month on day 23", "FREQ=MONTHLY"),
        ("Every month on the fourth Monday", "FREQ=MONTHLY;BYDAY=4MO"),
        ("Yearly", "FREQ=YEARLY"),
    ],
)
def test_the_usual_ways_to_repeat(qtbot: QtBot, words: str, rule: str) -> None:
    editor = opened(qtbot, editable(RETRO))
    the(editor, QPushButton, "event-more").click()
    choose(editor, "event-repeat", words)
    assert save(editor, qtbot).rrules == (rule,)
    assert editor.changes_rule()


def test_another_way_to_repeat_and_when_it_ends(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(SERIES))
    choose(editor, "event-repeat", "Another way…")
    the(editor, QSpinBox, "event-repeat-interval").setValue(3)
    the(editor, QPushButton, "event-day-2").click()
    choose(editor, "event-repeat-ends", "Ends after")
    the(editor, QSpinBox, "event-repeat-count").setValue(4)
    assert save(editor, qtbot).rrules == ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE;COUNT=4",)
    choose(editor, "event-repeat-ends", "Ends on")
    the(editor, DateInput, "event-repeat-until").setDate(QDate(2026, 11, 1))
    the(editor, QPushButton, "event-save").click()
    assert fault(editor, "event-repeat") == "The last day is before the first one."
    the(editor, DateInput, "event-repeat-until").setDate(QDate(2027, 1, 1))
    assert save(editor, qtbot).rrules == ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE;UNTIL=20270101T225959Z",)


def test_a_rule_no_field_shows_is_said_to_stay(qtbot: QtBot) -> None:
    kept = replace(RETRO, rrules=("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",))
    editor = opened(qtbot, editable(kept))
    assert the(editor, QLabel, "event-repeat-kept").isVisibleTo(editor)
    qtbot.keyClicks(the(editor, QLineEdit, "event-title"), "s")
    assert save(editor, qtbot).rrules == kept.rrules
    choose(editor, "event-repeat", "Does not repeat")
    assert the(editor, QLabel, "event-repeat-kept").isHidden()
    assert save(editor, qtbot).rrules == ()


def test_people_are_added_by_address_and_taken_off(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(DESIGN))
    field = the(editor, QLineEdit, "event-people")
    qtbot.keyClicks(field, "nobody")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert fault(editor, "event-people").startswith("“nobody” is no address.")
    field.clear()
    qtbot.keyClicks(field, "Kim <kim@example.org>")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.value().attendees == (*DESIGN.attendees, Person("Kim", "xmpp:kim@example.org", "needs-action"))
    editor.findChildren(QToolButton, "event-person-remove")[0].click()
    assert editor.value().attendees[0].name == "Ann Jansen", "Bram is off the list, who was first"
    qtbot.keyClicks(field, "vera@example.org")
    assert len(save(editor, qtbot).attendees) == 3, "she is there already"


def test_an_address_that_was_typed_and_not_added_counts(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(DESIGN))
    qtbot.keyClicks(the(editor, QLineEdit, "event-people"), "kim@example.org")
    assert save(editor, qtbot).attendees[-1].address == "xmpp:kim@example.org"


def test_addresses_as_people_write_them() -> None:
    assert read_person("mailto:a@b.org") == Person("", "mailto:a@b.org", "needs-action")
    assert read_person("a@b") == Person("", "xmpp:a@b", "needs-action")
    assert [read_person(text) for text in ("", "a@", "a b@c", "@b", "<a@b", "a@b@c")] == [None] * 6


def test_reminder_status_busy_link_and_description(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    the(editor, QPushButton, "event-more").click()
    choose(editor, "event-reminder", "30 minutes before")
    choose(editor, "event-status", "Tentative")
    choose(editor, "event-busy", "Free")
    qtbot.keyClicks(the(editor, QLineEdit, "event-link"), "https://example.org/room")
    the(editor, QPlainTextEdit, "event-description").setPlainText("Bring cake")
    event = save(editor, qtbot)
    assert [alarm.before.total_seconds() for alarm in event.alarms if alarm.before] == [1800]
    assert (event.status, event.busy, event.url) == (Status.TENTATIVE, False, "https://example.org/room")
    assert event.description == "Bring cake"
    assert event.summary == "Retro", "what one field says, another one leaves alone"


def test_unusual_reminders_stay_as_they_are(qtbot: QtBot) -> None:
    alarms = (Alarm(before=at(2, 0) - at(1, 23)), Alarm(at=at(23, 8)))
    editor = opened(qtbot, editable(replace(RETRO, alarms=alarms)))
    assert the(editor, QComboBox, "event-reminder").currentData() == alarms
    assert save(editor, qtbot).alarms == alarms


def test_another_calendar_is_chosen(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    assert editor.calendar() == TEAM
    choose(editor, "event-calendar", "Travel")
    assert editor.calendar() == TRAVEL
    assert editor.changed()


def test_escape_closes_at_once_where_nothing_would_be_lost(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(RETRO))
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isHidden()


@pytest.mark.parametrize("discard", [True, False])
def test_escape_asks_before_it_throws_away(qtbot: QtBot, discard: bool) -> None:
    editor = opened(qtbot, editable(RETRO))
    qtbot.keyClicks(the(editor, QLineEdit, "event-title"), "s")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    box = the(editor, QMessageBox, "event-discard")
    wanted = "Throw away" if discard else "Go on editing"
    next(each for each in box.buttons() if each.text() == wanted).click()
    assert editor.isHidden() == discard


def test_more_is_open_where_there_is_something_in_it(qtbot: QtBot) -> None:
    assert the(opened(qtbot, editable(RETRO)), QPushButton, "event-more").isVisible()
    editor = opened(qtbot, editable(DESIGN))
    assert the(editor, QPushButton, "event-more").isHidden()
    assert the(editor, QPlainTextEdit, "event-description").toPlainText() == DESIGN.description


def test_what_others_bring_is_saved_with_it_once_it_is_done(qtbot: QtBot) -> None:
    files, busy = QLabel("Files"), [True]
    extra = Extra(files, lambda event: replace(event, categories=("file",)), lambda: busy[0])
    editor = EventEditor(editable(DESIGN), extra)
    qtbot.addWidget(editor)
    assert files.window() is editor
    assert editor.changed()
    with qtbot.assertNotEmitted(editor.saved):
        the(editor, QPushButton, "event-save").click()
    assert fault(editor, "") == "Files are still on their way. Wait for them, or cancel them."
    busy[0] = False
    assert save(editor, qtbot) == replace(DESIGN, categories=("file",))


def test_one_changed_occurrence_has_no_rule_to_choose(qtbot: QtBot) -> None:
    editor = opened(qtbot, editable(replace(DESIGN, rrules=(), recurrence_id=DESIGN.start)))
    assert not the(editor, QComboBox, "event-repeat").isVisible()
    assert the(editor, QPlainTextEdit, "event-description").isVisible()


def test_people_are_completed_from_parts_of_their_names_also_where_they_come_late(qtbot: QtBot) -> None:
    editor = opened(qtbot, new_editable())
    editor.contacts.set([("Noor de Wit", "noor@example.org"), ("", "x@example.org")])
    typed = the(editor, QLineEdit, "event-people")
    completer = typed.completer()
    assert completer is not None
    completer.setCompletionPrefix("wit")
    assert completer.completionCount() == 1 and completer.currentCompletion() == "noor@example.org"
