"""How the window looks, as the person wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from c42desktop.preferences import Preferences, first_weekday
from c42desktop.ui import theme
from c42desktop.ui.main_window import MainWindow


def show(app: QApplication, window: MainWindow, preferences: Preferences) -> None:
    """Theme, week and rows at once; the language is that of the start."""
    theme.choose(app, preferences.theme)
    window.sidebar.month.set_week_start(first_weekday(preferences))
    window.set_compact(preferences.compact_rows)
