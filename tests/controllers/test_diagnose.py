"""Help › Diagnose, joined with the checks."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.controllers.diagnose import DiagnoseController
from c42desktop.doctor.means import Means
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.diagnose import DiagnoseDialog
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import no_proxies


class Window(QWidget):
    """As much of the window as there need be."""

    diagnose_requested = Signal()


async def _no_secret(_account: Account) -> str | None:
    return None


@pytest.fixture
def surroundings(qtbot: QtBot, tmp_path: Path) -> tuple[Any, Tasks]:
    """A window, and what runs in it; there is an account that is signed out."""
    where = find_profile(str(tmp_path))
    Settings(where.settings).put_account(Account(Login("ann@example.org"), enabled=False))
    window: Any = Window()
    qtbot.addWidget(window)
    return window, Tasks()


async def test_the_report_of_the_command_is_shown_and_copied(surroundings: tuple[Any, Tasks], tmp_path: Path) -> None:
    window, tasks = surroundings
    means = Means(_no_secret, lambda _login: no_proxies)
    controller = DiagnoseController(window, find_profile(str(tmp_path)), tasks, means)
    window.diagnose_requested.emit()
    window.diagnose_requested.emit()
    (dialog,) = window.findChildren(DiagnoseDialog)  # one is enough
    copy = dialog.findChild(QPushButton, "copy-report")
    async with asyncio.timeout(20):
        while not copy.isEnabled():
            await asyncio.sleep(0.01)
    copy.click()

    report = QGuiApplication.clipboard().text()
    assert report.startswith("This computer\n")
    assert "settings.toml has 1 account." in report
    assert "tray" in report.lower()
    assert "Not checked: only the window" not in report  # this is the window
    assert "ann@example.org\n  skipped  Account" in report
    assert controller is not None
    await tasks.cancel()


async def test_closing_it_ends_the_checks(surroundings: tuple[Any, Tasks], tmp_path: Path) -> None:
    window, tasks = surroundings
    begun, ended = asyncio.Event(), asyncio.Event()

    async def secret(_account: Account) -> str | None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return None

    where = find_profile(str(tmp_path))
    Settings(where.settings).put_account(Account(Login("bo@example.org", host="127.0.0.1", port=1, proxy="none")))
    controller = DiagnoseController(window, where, tasks, Means(secret, lambda _login: no_proxies))
    controller.open()
    async with asyncio.timeout(20):
        await begun.wait()
        window.findChild(DiagnoseDialog).reject()
        await ended.wait()
    controller.open()  # and it can be surroundings again
    assert window.findChildren(DiagnoseDialog)[-1].isVisible()
    await tasks.cancel()
