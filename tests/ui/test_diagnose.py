"""Help › Diagnose: what is found appears while it comes, and can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import FINDINGS, NOW, begin_checks

from c42desktop.doctor.finding import Outcome, failed
from c42desktop.ui import theme, tokens
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.diagnose import DiagnoseDialog, Line, Mark
from c42desktop.ui.main_window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot) -> DiagnoseDialog:
    made = DiagnoseDialog()
    qtbot.addWidget(made)
    begin_checks(made)
    made.open()
    return made


def words(dialog: DiagnoseDialog) -> list[str]:
    """Every visible label, from top to bottom."""
    labels = [each for each in dialog.findChildren(QLabel) if each.isVisible()]
    labels.sort(key=lambda each: (each.mapTo(dialog, each.rect().topLeft()).y(), not isinstance(each, Mark)))
    return [each.text().replace("\u200b", "") for each in labels]


def pushed(dialog: DiagnoseDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_all_checks_are_named_before_any_is_done(dialog: DiagnoseDialog) -> None:
    shown = words(dialog)
    assert shown[:2] == ["Checking…", "This computer"]
    assert shown.count("Checking…") == 1 + 7
    assert [each for each in shown if each in ("Settings", "Tray", "Keyring", "TCP", "Clock")]
    assert not pushed(dialog, "copy-report").isEnabled()
    assert not pushed(dialog, "check-again").isEnabled()


def test_what_is_found_appears_in_its_place(dialog: DiagnoseDialog) -> None:
    dialog.show_findings(1, FINDINGS[1])
    shown = words(dialog)
    at = shown.index("Tray")
    assert {"warning", "This desktop has no tray.", "Closing the window minimises it."} <= set(shown[at - 1 : at + 4])
    assert shown.count("Checking…") == 1 + 6


def test_a_check_that_finds_several_things_gets_several_lines_in_their_order(dialog: DiagnoseDialog) -> None:
    dialog.show_findings(4, FINDINGS[4])
    QApplication.processEvents()
    texts = [each for each in words(dialog) if "speaks XMPP" in each]
    assert texts == [each.text for each in FINDINGS[4]]
    lines = sorted(dialog.findChildren(Line), key=lambda line: line.mapTo(dialog, line.rect().topLeft()).y())
    names = [line.objectName() for line in lines]
    assert names[3:] == ["check-websocket", "check-tcp", "check-tcp", "check-certificate", "check-clock"]


def test_the_end_is_a_sentence_and_the_report_can_be_copied(dialog: DiagnoseDialog, qtbot: QtBot) -> None:
    dialog.finish("1 problem: Certificate.")
    assert words(dialog)[0] == "1 problem: Certificate."
    with qtbot.waitSignal(dialog.copy_requested):
        pushed(dialog, "copy-report").click()
    assert pushed(dialog, "copy-report").text() == "Copied"
    with qtbot.waitSignal(dialog.again_requested):
        pushed(dialog, "check-again").click()


def test_checking_again_begins_anew(dialog: DiagnoseDialog) -> None:
    dialog.show_findings(0, FINDINGS[0])
    dialog.finish("Everything that was checked works.")
    begin_checks(dialog)
    QApplication.processEvents()
    assert words(dialog).count("Checking…") == 1 + 7
    assert pushed(dialog, "copy-report").text() == "Copy report"


def test_return_and_escape_close_it(dialog: DiagnoseDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.open()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_what_servers_say_is_no_markup(dialog: DiagnoseDialog) -> None:
    dialog.show_findings(0, [failed("settings", "<b>bold</b>")])
    line = dialog.findChildren(Line)[0]
    text = line.findChild(QLabel, "finding-text")
    assert text.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_mark_has_its_colour_and_its_word_fits(
    dialog: DiagnoseDialog, qapp: QApplication, colours: tokens.Theme, outcome: Outcome
) -> None:
    theme.apply(qapp, colours)
    line = dialog.findChildren(Line)[0]
    line.set_finding(failed("settings", "–") if outcome is Outcome.FAILURE else FINDINGS[0][0])
    mark = line.findChild(Mark)
    mark.set_outcome(outcome)
    tint = {
        Outcome.PASS: colours.green,
        Outcome.WARNING: colours.amber,
        Outcome.FAILURE: colours.red,
        Outcome.SKIPPED: colours.quiet,
    }[outcome]
    middle = mark.grab().toImage().pixelColor(4, mark.height() // 2)
    assert middle.name() == tint.fill
    assert mark.fontMetrics().horizontalAdvance(mark.text()) < mark.width()


def test_the_menu_and_f1_ask_for_it(qtbot: QtBot) -> None:
    window = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(window)
    window.present()
    menu = window.sidebar.account_menu()
    help_menu = next(action.menu() for action in menu.actions() if action.text() == "Help")
    diagnose = next(action for action in help_menu.actions() if action.text() == "Diagnose…")
    with qtbot.waitSignal(window.diagnose_requested):
        diagnose.trigger()
    menu.close()
    with qtbot.waitActive(window):
        window.activateWindow()
    with qtbot.waitSignal(window.diagnose_requested):  # also on the first page, where there is no menu yet
        QTest.keyClick(window, Qt.Key.Key_F1)
