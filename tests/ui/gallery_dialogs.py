"""Preferences, reminders and the diagnosis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import gallery_agenda
import ui_fakes as fakes
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from ui_dutch import said

from c42desktop.calendar.model import DayAlarm, Defaults
from c42desktop.preferences import Preferences, QuietHours
from c42desktop.ui.about_dialog import AboutDialog
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.calendar_reminders import CalendarRemindersDialog
from c42desktop.ui.diagnose import DiagnoseDialog
from c42desktop.ui.general_page import VersionShown
from c42desktop.ui.new_version import NewVersionDialog
from c42desktop.ui.preferences import PreferencesDialog
from c42desktop.ui.snooze import SnoozeDialog
from c42desktop.ui.start_failure import StartFailureDialog


def about() -> QWidget:
    made = AboutDialog("0.1.0", has_texts=True)
    several = ("aiohttp 3.14.5 – Apache-2.0 AND MIT", "icalendar 7.3.0 – BSD-2-Clause", "Qt 6.11.3 – LGPL-3.0-only")
    made.show_parts((*several, "slixmpp 1.17.0 – MIT") * 4)
    made.show()
    return made


def diagnose() -> QWidget:
    made = DiagnoseDialog()
    fakes.begin_checks(made)
    for number, findings in enumerate(fakes.FINDINGS):
        made.show_findings(number, findings)
    made.finish("1 problem: Certificate. 2 warnings: Tray, WebSocket.")
    made.show()
    return made


def diagnose_running() -> QWidget:
    made = DiagnoseDialog()
    fakes.begin_checks(made)
    made.show_findings(0, fakes.FINDINGS[0])
    made.resize(made.minimumSize())
    made.show()
    return made


def snooze() -> QWidget:
    ahead = {"5 minutes": 5, "15 minutes": 15, "1 hour": 60, "Until 5 minutes before the start": 20}
    choices = [(words, fakes.NOW + timedelta(minutes=minutes)) for words, minutes in ahead.items()]
    made = SnoozeDialog(said("Call with Vera"), choices, fakes.NOW, lambda _text: fakes.NOW)
    made.present()
    return made


CHOSEN = Preferences(
    reminders=Defaults((timedelta(minutes=10), timedelta(hours=1)), (DayAlarm(2, time(20, 30)),)),
    quiet_hours=(
        *(QuietHours(day, time(22), time(7)) for day in range(4)),
        QuietHours(5, time(0), time(0)),
        QuietHours(6, time(12), time(14, 30)),
    ),
    sounds=frozenset({"reminder"}),
    join_patterns=("https://meet.example.org/", "https://talk.club.example/rooms/"),
    publish_presence=True,
)


def preferences(page: int, chosen: Preferences = CHOSEN) -> QWidget:
    made = PreferencesDialog(chosen)
    list(made.fill())
    made.show_page(page)
    made.show()
    return made


def preferences_general() -> QWidget:
    return preferences(0)


def preferences_start() -> QWidget:
    made = preferences(0)
    made.show_start(True)  # type: ignore[attr-defined]
    return made


def preferences_start_fault() -> QWidget:
    made = preferences(0)
    place = "/home/ann/.config/autostart/c42desktop.desktop"
    fault = f"What starts with your session cannot be read or changed in {place}: Permission denied."
    made.show_start(False, "", fault)  # type: ignore[attr-defined]
    return made


def preferences_start_not_here() -> QWidget:
    made = preferences(0)
    obstacle = "Only your own profile can start with your session. This is another one."
    made.show_start(False, obstacle)  # type: ignore[attr-defined]
    return made


def preferences_versions() -> QWidget:
    made = PreferencesDialog(CHOSEN, version=VersionShown("Version 0.2.0 is out. This is 0.1.0.", is_newer=True))
    list(made.fill())
    made.show()
    return made


def preferences_no_news() -> QWidget:
    made = PreferencesDialog(CHOSEN, version=VersionShown("Version 0.1.0 is the newest one, as of today at 10:04."))
    list(made.fill())
    made.show()
    return made


NOTES = """- Calendars can be shared with contacts, with a choice of what they may do.
- The activity list says who changed what, and when.
- Reminders that fall into a sleep are told once, after it.

Thanks to all who reported mistakes."""


def new_version() -> QWidget:
    made = NewVersionDialog("0.2.0", date(2026, 11, 20), NOTES, "https://example.org/c42desktop/linux")
    made.show()
    return made


def new_version_long() -> QWidget:
    notes = "\n".join(f"- Point {number} of a release with very much in it that is new." for number in range(60))
    made = NewVersionDialog("0.2.0", date(2026, 11, 20), notes, "https://example.org/c42desktop/linux")
    made.show()
    return made


def new_version_banner() -> QWidget:
    made = gallery_agenda.window()
    choices = (("new-version", said("What is new")), ("download-version", said("Download")))
    words = said("Version {version} is out.").format(version="0.2.0")
    made.set_banner(BannerText(BannerKind.INFO, words, said("Dismiss"), choices))
    made.show()
    return made


def new_version_phone() -> QWidget:
    made = new_version_banner()
    made.resize(360, 640)
    return made


def preferences_reminders() -> QWidget:
    return preferences(1)


def preferences_usual() -> QWidget:
    return preferences(1, Preferences())


def preferences_notifications() -> QWidget:
    return preferences(2)


def preferences_wrong() -> QWidget:
    made = preferences(2)
    line = made.findChild(QLineEdit, "quiet-end-2")
    QTest.keyClicks(line, "x")
    line.editingFinished.emit()
    return made


def preferences_meetings() -> QWidget:
    made = preferences(3)
    made.findChild(QPlainTextEdit).appendPlainText("meet.example.org")
    return made


def preferences_presence() -> QWidget:
    return preferences(4)


def calendar_reminders() -> QWidget:
    own = replace(fakes.CALENDARS[0], reminders=Defaults((), (DayAlarm(7, time(8)),)))
    made = CalendarRemindersDialog(own, Defaults())
    made.show()
    return made


def calendar_reminders_same() -> QWidget:
    made = CalendarRemindersDialog(fakes.CALENDARS[0], Defaults())
    made.show()
    return made


def start_failure() -> QWidget:
    store = "/home/ann/.local/share/c42desktop/calendars.sqlite"
    why = f"{store} was written by a newer version of c42desktop. Install that version again."
    made = StartFailureDialog(why, Path(__file__))
    made.show()
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (
    about,
    diagnose,
    diagnose_running,
    snooze,
    preferences_general,
    preferences_start,
    preferences_start_fault,
    preferences_start_not_here,
    preferences_versions,
    preferences_no_news,
    new_version,
    new_version_long,
    new_version_banner,
    new_version_phone,
    preferences_reminders,
    preferences_usual,
    preferences_notifications,
    preferences_wrong,
    preferences_meetings,
    preferences_presence,
    calendar_reminders,
    calendar_reminders_same,
    start_failure,
)
