"""Importing a file: what is in it, and into which calendar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QExposeEvent, QRegion, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import TEAM, TRAVEL

from c42desktop.ui.import_dialog import ImportDialog, Target, TargetKind

NEW = Target(TargetKind.NEW)
KNOWN = Target(TargetKind.UPDATE, TRAVEL, "Travel", "#c2410c")
WRITE = Target(TargetKind.PUBLISH, TEAM, "Product team", "#0e7c86")


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog("team.ics")
    qtbot.addWidget(made)
    made.open()
    return made


def said(dialog: ImportDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text().replace("\u200b", "") if label.isVisible() else ""


def chosen(dialog: ImportDialog) -> QComboBox:
    found = dialog.findChild(QComboBox, "import-into")
    assert isinstance(found, QComboBox)
    return found


def import_button(dialog: ImportDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "import")
    assert isinstance(found, QPushButton)
    return found


def test_nothing_can_be_imported_before_the_file_was_read(dialog: ImportDialog, qtbot: QtBot) -> None:
    assert (said(dialog, "import-file"), said(dialog, "import-content")) == ("team.ics", "Reading…")
    assert not import_button(dialog).isEnabled()
    dialog.set_content("Team", "120 events")
    assert not import_button(dialog).isEnabled()
    dialog.set_targets([NEW])
    assert said(dialog, "import-content") == "120 events"
    with qtbot.waitSignal(dialog.import_requested) as asked:
        import_button(dialog).click()
    assert asked.args == [NEW, "Team"]


def test_a_new_calendar_needs_a_name_and_others_have_one(dialog: ImportDialog) -> None:
    dialog.set_content("Team", "120 events")
    dialog.set_targets([NEW, WRITE])
    name = dialog.findChild(QLineEdit, "import-name")
    assert name.isVisible()
    name.clear()
    name.textEdited.emit("")
    assert not import_button(dialog).isEnabled()
    chosen(dialog).setCurrentIndex(1)
    assert not name.isVisible()
    assert import_button(dialog).isEnabled()


def test_what_follows_is_said_before(dialog: ImportDialog) -> None:
    dialog.set_targets([KNOWN, NEW, WRITE, Target(TargetKind.PUBLISH, TEAM, "Rooms", sure=False)])
    words = []
    for place in range(4):
        chosen(dialog).setCurrentIndex(place)
        words.append(said(dialog, "import-consequence"))
    assert "what is not in the file any more disappears" in words[0]
    assert "on this computer only" in words[1]
    assert words[2].startswith("Everyone who reads this calendar")
    assert words[3].endswith("Whether you may write to it, its server does not say.")
    assert [chosen(dialog).itemText(place) for place in range(4)] == [
        "Travel – imported before",
        "A new calendar on this computer",
        "Product team",
        "Rooms",
    ]


def test_what_the_person_chose_stays_chosen_when_more_calendars_are_found(dialog: ImportDialog) -> None:
    dialog.set_targets([KNOWN, NEW])
    chosen(dialog).setCurrentIndex(1)
    chosen(dialog).activated.emit(1)
    dialog.set_targets([KNOWN, WRITE, NEW])
    assert chosen(dialog).currentText() == "A new calendar on this computer"


def test_a_file_that_cannot_be_read_leaves_one_sentence_and_the_way_out(dialog: ImportDialog) -> None:
    dialog.show_error("team.ics is not a calendar: it is empty.")
    assert said(dialog, "import-error") == "team.ics is not a calendar: it is empty."
    assert said(dialog, "import-content") == ""
    assert not import_button(dialog).isVisible()
    assert not chosen(dialog).isVisible()
    assert dialog.findChild(QPushButton, "cancel").text() == "Close"


def test_it_is_high_enough_for_all_that_is_in_it(dialog: ImportDialog) -> None:
    dialog.set_content("Team", "120 events")
    dialog.set_targets([NEW, WRITE])
    high = dialog.height()
    layout = dialog.layout()
    assert layout is not None
    assert high >= layout.totalHeightForWidth(dialog.width())
    chosen(dialog).setCurrentIndex(1)
    assert dialog.height() == high  # the buttons stay where they are


def test_return_imports_once(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.set_content("Team", "120 events")
    dialog.set_targets([NEW])
    asked: list[str] = []
    dialog.import_requested.connect(lambda _target, name: asked.append(name))
    qtbot.keyClick(dialog.findChild(QLineEdit, "import-name"), Qt.Key.Key_Return)
    assert asked == ["Team"]


def test_what_is_known_at_once_does_not_resize_a_dialog_that_is_still_being_placed(
    dialog: ImportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QWindow, "isExposed", lambda _window: False)
    dialog.show_error("It cannot be read. " * 60)
    height = dialog.height()
    QApplication.sendEvent(dialog.windowHandle(), QExposeEvent(QRegion(dialog.rect())))
    assert dialog.height() > height
