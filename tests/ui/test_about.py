"""Help › About, from the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW

from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow


def test_the_menu_asks_for_it(qtbot: QtBot) -> None:
    window = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(window)
    window.set_calendars(CALENDARS)
    help_menu = next(each.menu() for each in window.sidebar.account_menu().actions() if each.text() == "Help")
    assert isinstance(help_menu, QMenu)
    about = next(each for each in help_menu.actions() if each.text() == "About c42desktop")
    with qtbot.waitSignal(window.about_requested):
        about.trigger()
