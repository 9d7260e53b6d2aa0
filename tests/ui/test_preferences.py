"""The preferences: each choice is in force at once, what cannot be read is said beside it, and all can be reset."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import DayAlarm, Defaults
from c42desktop.preferences import SOUNDS, Preferences, QuietHours
from c42desktop.ui.general_page import GeneralPage, VersionShown
from c42desktop.ui.preferences import PreferencesDialog

ALL = Preferences(
    reminders=Defaults((timedelta(minutes=5),), (DayAlarm(7, time(8, 15)),)),
    grace=timedelta(minutes=20),
    quiet_hours=(QuietHours(0, time(22), time(7)), QuietHours(6, time(12), time(13))),
    follow_desktop=False,
    sounds=frozenset({"invitation"}),
    join_patterns=("https://meet.example.org/",),
    publish_presence=True,
    presence_title=True,
    theme="dark",
    language="nl",
    week_start="sunday",
    compact_rows=True,
    look_for_versions=False,
)
GENERAL, REMINDERS, NOTIFICATIONS, MEETINGS, PRESENCE = range(5)


class Shown:
    """A dialog, and what it said was chosen."""

    def __init__(self, qtbot: QtBot, preferences: Preferences, page: int) -> None:
        self.dialog = PreferencesDialog(preferences)
        list(self.dialog.fill())
        self.said: list[Preferences] = []
        self.dialog.chosen.connect(self.said.append)
        self.dialog.show_page(page)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def choose(self, name: str, words: str) -> None:
        """As the person does: the signal is the person's only."""
        box = self.find(QComboBox, name)
        box.setCurrentText(words)
        assert box.currentText() == words
        box.activated.emit(box.currentIndex())

    def type(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def leave(self, name: str) -> None:
        self.find(QLineEdit, name).editingFinished.emit()

    def text(self, name: str) -> str:
        found = self.find(QLabel, name)
        return found.text() if found.isVisible() else ""

    def reset(self) -> None:
        self.find(QPushButton, "preferences-reset").click()


def test_showing_chooses_nothing(qtbot: QtBot) -> None:
    for page in range(5):
        assert Shown(qtbot, ALL, page).said == []


def test_the_look_is_chosen(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), GENERAL)
    shown.choose("theme", "Dark")
    shown.choose("language", "Nederlands")
    shown.choose("week-start", "Sunday")
    shown.find(QCheckBox, "compact-rows").click()
    assert shown.said[-1] == Preferences(theme="dark", language="nl", week_start="sunday", compact_rows=True)


def test_defaults_are_offered_only_where_something_differs(qtbot: QtBot) -> None:
    shown = Shown(qtbot, replace(Preferences(), theme="dark"), GENERAL)
    offer = shown.find(QPushButton, "preferences-reset")
    assert offer.isVisible()
    shown.dialog.show_page(REMINDERS)
    assert not offer.isVisible()
    shown.choose("grace", "1 hour")
    assert offer.isVisible()
    shown.reset()
    assert not offer.isVisible()


def test_reminders_are_chosen_from_the_usual_times(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), REMINDERS)
    shown.choose("reminders-timed", "1 hour before")
    shown.choose("reminders-all-day", "On the day at 09:00")
    shown.choose("grace", "1 hour")
    assert shown.said[-1] == Preferences(
        reminders=Defaults((timedelta(hours=1),), (DayAlarm(0, time(9)),)), grace=timedelta(hours=1)
    )
    shown.choose("reminders-timed", "None")
    shown.choose("reminders-all-day", "None")
    assert shown.said[-1].reminders == Defaults((), ())


def test_an_all_day_reminder_at_another_time(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), REMINDERS)
    assert not shown.find(QLineEdit, "reminders-time").isVisible()
    shown.choose("reminders-all-day", "At another time…")
    shown.choose("reminders-day", "7 days before")
    shown.type("reminders-time", "6:30")
    assert shown.said[-1].reminders.all_day == (DayAlarm(7, time(6, 30)),)


def test_a_time_that_cannot_be_read_is_said_beside_it_and_changes_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ALL, REMINDERS)
    shown.type("reminders-time", "six")
    assert shown.said == [] and shown.text("reminders-time-error") == "", "not while one types"
    shown.leave("reminders-time")
    assert shown.text("reminders-time-error") == "Enter a time such as 18:00."
    shown.type("reminders-time", "06:00")
    assert shown.text("reminders-time-error") == ""
    assert shown.said[-1].reminders.all_day == (DayAlarm(7, time(6)),)


def test_what_only_the_file_can_say_is_shown_and_stays(qtbot: QtBot) -> None:
    several = Defaults((timedelta(minutes=10), timedelta(hours=1)), (DayAlarm(1, time(18)), DayAlarm(12, time(9))))
    shown = Shown(qtbot, replace(ALL, reminders=several), REMINDERS)
    assert shown.find(QComboBox, "reminders-timed").currentText() == "10 minutes before, 1 hour before"
    assert "12 days before at 09:00" in shown.find(QComboBox, "reminders-all-day").currentText()
    assert shown.find(QComboBox, "grace").currentText() == "20 minutes"
    shown.choose("grace", "30 minutes")
    assert shown.said == [replace(ALL, reminders=several, grace=timedelta(minutes=30))]


def test_each_day_has_its_own_quiet_hours(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), NOTIFICATIONS)
    assert not shown.find(QLineEdit, "quiet-begin-0").isEnabled()
    shown.find(QCheckBox, "quiet-0").click()
    assert shown.said[-1].quiet_hours == (QuietHours(0, time(22), time(7)),)
    assert shown.text("quiet-next-0") == "the next day"
    shown.type("quiet-begin-0", "12:00")
    shown.type("quiet-end-0", "13:30")
    assert shown.said[-1].quiet_hours == (QuietHours(0, time(12), time(13, 30)),)
    assert shown.text("quiet-next-0") == ""
    shown.find(QCheckBox, "quiet-1").click()
    assert shown.said[-1].quiet_hours[1] == QuietHours(1, time(12), time(13, 30)), "as the day before"
    shown.find(QCheckBox, "quiet-0").click()
    assert shown.said[-1].quiet_hours == (QuietHours(1, time(12), time(13, 30)),)


def test_hours_that_cannot_be_read_are_said_and_those_before_stay(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ALL, NOTIFICATIONS)
    shown.type("quiet-end-0", "25:00")
    shown.leave("quiet-end-0")
    assert shown.text("quiet-fault") == "Enter times such as 22:00 and 07:00."
    assert shown.find(QLineEdit, "quiet-end-0").accessibleDescription() == "Enter a time such as 22:00."
    shown.find(QCheckBox, "sound-change").click()
    assert shown.said == [replace(ALL, sounds=frozenset({"change", "invitation"}))]
    shown.type("quiet-end-0", "06:00")
    shown.leave("quiet-end-0")
    assert shown.text("quiet-fault") == ""
    assert shown.said[-1].quiet_hours[0] == QuietHours(0, time(22), time(6))


def test_the_desktop_and_the_sounds(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), NOTIFICATIONS)
    shown.find(QCheckBox, "follow-desktop").click()
    assert shown.said[-1].follow_desktop is False
    for kind in SOUNDS:
        shown.find(QCheckBox, f"sound-{kind}").click()
        with qtbot.waitSignal(shown.dialog.play_requested) as played:
            shown.find(QPushButton, f"play-{kind}").click()
        assert played.args == [kind]
    assert shown.said[-1].sounds == frozenset(SOUNDS)


def test_meeting_addresses_are_one_in_a_line(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ALL, MEETINGS)
    lines = shown.find(QPlainTextEdit, "join-patterns")
    assert lines.toPlainText() == "https://meet.example.org/"
    lines.setPlainText("https://one.example/\n\n  https://two.example/x  \n")
    assert shown.said[-1].join_patterns == ("https://one.example/", "https://two.example/x")
    count = len(shown.said)
    lines.appendPlainText("three.example")
    assert len(shown.said) == count
    assert shown.text("join-patterns-error").startswith("“three.example” is not the beginning of an address")
    lines.setPlainText("")
    assert shown.said[-1].join_patterns == () and shown.text("join-patterns-error") == ""


def test_the_title_is_published_only_where_presence_is(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), PRESENCE)
    title = shown.find(QCheckBox, "presence-title")
    assert not title.isEnabled()
    shown.find(QCheckBox, "publish-presence").click()
    title.click()
    assert shown.said[-1] == Preferences(publish_presence=True, presence_title=True)


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (GENERAL, ["theme", "language", "week_start", "compact_rows"]),
        (REMINDERS, ["reminders", "grace"]),
        (NOTIFICATIONS, ["quiet_hours", "follow_desktop", "sounds"]),
        (MEETINGS, ["join_patterns"]),
        (PRESENCE, ["publish_presence", "presence_title"]),
    ],
)
def test_each_page_is_reset_by_itself(qtbot: QtBot, page: int, names: list[str]) -> None:
    shown = Shown(qtbot, ALL, page)
    shown.reset()
    assert shown.said == [replace(ALL, **{name: getattr(Preferences(), name) for name in names})]
    shown.reset()
    assert len(shown.said) == 1


def test_a_reset_takes_away_what_could_not_be_read(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ALL, NOTIFICATIONS)
    shown.type("quiet-end-0", "x")
    shown.leave("quiet-end-0")
    shown.reset()
    assert shown.text("quiet-fault") == ""
    assert not shown.find(QCheckBox, "quiet-0").isChecked()


def test_the_keyboard_reaches_everything_and_escape_closes(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ALL, REMINDERS)
    tabs = shown.find(QTabBar, "preferences-tabs")
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert shown.find(QWidget, "quiet-hours").isVisible()
    inputs = shown.dialog.findChildren(QLineEdit) + shown.dialog.findChildren(QCheckBox)
    assert all(each.accessibleName() or each.text() for each in inputs)  # type: ignore[attr-defined]
    with qtbot.waitSignal(shown.dialog.finished):
        QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)


def test_new_versions_are_looked_for_where_this_copy_does_so_itself(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), GENERAL)
    box, news = shown.find(QCheckBox, "look-for-versions"), shown.find(QPushButton, "version-news")
    assert not box.isVisible() and not news.isVisible()
    page = shown.find(GeneralPage, "")
    page.show_version(VersionShown("This is version 1."))
    assert box.isVisible() and not news.isVisible()
    assert shown.text("version-known") == "This is version 1."
    box.click()
    assert shown.said == [Preferences(look_for_versions=False)]
    shown.reset()
    assert box.isChecked() and shown.said[-1] == Preferences()
    page.show_version(VersionShown("Version 2 is out.", is_newer=True))
    with qtbot.waitSignal(shown.dialog.news_requested):
        news.click()


def test_what_is_said_below_a_box_is_read_out_with_it_and_does_not_switch_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Preferences(), GENERAL)
    box, note = shown.find(QCheckBox, "start-with-session"), shown.find(QLabel, "start-with-session-note")
    assert box.accessibleDescription() == note.text() != ""
    QTest.mouseClick(note, Qt.MouseButton.LeftButton)
    assert not box.isChecked()
    shown.find(GeneralPage, "").show_start(False, "It cannot be switched here.", "It failed.")
    assert box.accessibleDescription() == "It failed. It cannot be switched here."
    assert not box.isEnabled() and note.isEnabled()
