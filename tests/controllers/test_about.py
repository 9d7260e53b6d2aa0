"""Help › About, joined with what the program is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop import __version__
from c42desktop.controllers import about
from c42desktop.controllers.about import AboutController
from c42desktop.parts import Part
from c42desktop.tasks import Tasks
from c42desktop.ui.about_dialog import AboutDialog
from tests.waiting import until


class Window(QWidget):
    """As much of the window as there need be."""

    about_requested = Signal()


@pytest.fixture
def window(qtbot: QtBot) -> Any:
    made = Window()
    qtbot.addWidget(made)
    return made


async def listed(dialog: AboutDialog) -> str:
    return await until(dialog.findChild(QPlainTextEdit, "about-parts").toPlainText)


async def test_it_says_which_version_this_is_and_what_it_is_made_of(window: Any) -> None:
    controller = AboutController(window, Tasks())
    window.about_requested.emit()
    window.about_requested.emit()
    (dialog,) = window.findChildren(AboutDialog)  # one is enough
    assert dialog.findChild(QLabel, "about-version").text() == f"Version {__version__}"
    assert "slixmpp " in await listed(dialog)
    assert dialog.findChild(QPushButton, "about-texts") is None, "a checkout has no folder with the texts"
    dialog.reject()
    window.about_requested.emit()
    assert controller is not None and len([each for each in window.findChildren(AboutDialog) if each.isVisible()]) == 1


async def test_a_package_shows_the_folder_with_the_texts(
    window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parts.json").write_text('[{"name": "libx", "version": "1", "licence": "MIT"}]', encoding="utf-8")
    monkeypatch.setattr(about, "texts", lambda: tmp_path)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    controller = AboutController(window, Tasks())
    window.about_requested.emit()
    (dialog,) = window.findChildren(AboutDialog)
    assert await listed(dialog) == "libx 1 – MIT"
    dialog.findChild(QPushButton, "about-texts").click()
    assert controller is not None and [each.toLocalFile() for each in opened] == [str(tmp_path)]


def test_a_part_whose_licence_nobody_names_stands_without_one() -> None:
    assert about.line(Part("libx", "1", "")) == "libx 1"
