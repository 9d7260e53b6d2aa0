"""What is said and shown of a run that ended unexpectedly, and the way to the log."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.traces import Traces
from c42desktop.crashes import reports
from c42desktop.profile import Profile, find_profile
from c42desktop.ui.banner import BannerText
from c42desktop.ui.crash_report import CrashReportDialog

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SENTENCE = "c42desktop ended unexpectedly yesterday at 14:05."


class Window(QWidget):
    """As much of the window as there need be."""

    connect_requested = Signal()
    banner_chosen = Signal(str)
    log_requested = Signal()
    banner: BannerText | None = None

    def set_banner(self, banner: BannerText | None) -> None:
        self.banner = banner


@pytest.fixture
def where(tmp_path: Path) -> Profile:
    return find_profile(str(tmp_path))


@pytest.fixture
def window(qtbot: QtBot) -> Any:
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def traces(window: Any, where: Profile) -> Traces:
    return Traces(window, BannerController(window), where, lambda: NOW)


def crash(where: Profile) -> None:
    reports.add(reports.folder_of(where), datetime(2026, 11, 22, 14, 5, tzinfo=UTC), "Segmentation fault")


def press(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_without_a_report_nothing_is_said(window: Any, traces: Traces) -> None:
    traces.mention()
    assert window.banner is None


def test_it_is_said_until_the_person_has_answered_and_then_no_more(window: Any, where: Profile, traces: Traces) -> None:
    crash(where)
    for _start in range(2):
        traces.mention()
        assert window.banner.text == SENTENCE
    window.connect_requested.emit()  # Dismiss
    assert window.banner is None
    traces.mention()
    assert window.banner is None
    assert window.findChildren(CrashReportDialog) == []


def test_the_report_is_shown_and_copied(window: Any, where: Profile, traces: Traces) -> None:
    crash(where)
    traces.mention()
    window.banner_chosen.emit("report")
    (dialog,) = window.findChildren(CrashReportDialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Segmentation fault"
    press(dialog, "crash-copy")
    assert QGuiApplication.clipboard().text() == "Segmentation fault"
    press(dialog, "crash-close")
    assert len(reports.all_in(reports.folder_of(where))) == 1
    traces.mention()
    assert window.banner is None


def test_the_report_is_deleted(window: Any, where: Profile, traces: Traces) -> None:
    crash(where)
    traces.mention()
    window.banner_chosen.emit("report")
    (dialog,) = window.findChildren(CrashReportDialog)
    press(dialog, "crash-delete")
    assert not dialog.isVisible()
    assert reports.all_in(reports.folder_of(where)) == []


def test_a_report_that_is_gone_is_a_sentence(window: Any, where: Profile, traces: Traces) -> None:
    crash(where)
    traces.mention()
    reports.delete(reports.all_in(reports.folder_of(where))[0])
    window.banner_chosen.emit("report")
    assert "cannot be read" in window.banner.text or "neither read" in window.banner.text


def test_help_opens_the_folder_of_the_log_or_says_where_it_is(
    window: Any, where: Profile, traces: Traces, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    answers = [True, False]

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return answers.pop(0)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.log_requested.emit()
    assert opened[0].toLocalFile() == str(where.log.parent)
    assert window.banner is None
    window.log_requested.emit()
    assert window.banner.text == f"The log is in {where.log.parent}."
