"""The dialog that asks until when a reminder shall wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from c42desktop.ui.snooze import SnoozeDialog

NOW = datetime(2026, 11, 22, 13, 35, tzinfo=UTC)
IN_FIVE = NOW + timedelta(minutes=5)
TYPED = NOW + timedelta(minutes=3)


@pytest.fixture
def dialog(qtbot: QtBot) -> SnoozeDialog:
    """Open, and with the keyboard."""
    made = SnoozeDialog("Call with Vera", [("5 minutes", IN_FIVE)], NOW, {"3 minutes": TYPED}.__getitem__)
    made.present()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(("typed", "until"), [("", IN_FIVE), ("3 minutes", TYPED)])
def test_return_takes_the_first_choice_and_a_number_that_was_typed_before_it_counts(
    dialog: SnoozeDialog, qtbot: QtBot, typed: str, until: datetime
) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        for key in typed:
            qtbot.keyClicks(QApplication.focusWidget(), key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert chosen.args == [until]
