"""How the window looks, as the person wants it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from c42desktop.calendar import names
from c42desktop.preferences import Preferences, first_weekday
from c42desktop.ui import theme
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.month_model import system_week_start


def show(app: QApplication, window: MainWindow, preferences: Preferences) -> None:
    """Theme, week and rows at once; the language is that of the start."""
    theme.choose(app, preferences.theme)
    chosen = first_weekday(preferences)
    names.use(
        replace(names.in_use(), week_start=system_week_start() if chosen is None else chosen)
    )  # of what is opened
    window.sidebar.month.set_week_start(chosen)
    window.set_compact(preferences.compact_rows)
