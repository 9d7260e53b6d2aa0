"""How the window looks and speaks, as the person wants it."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from c42desktop.preferences import Preferences, first_weekday
from c42desktop.ui import theme
from c42desktop.ui.main_window import MainWindow


def speak(app: QApplication, language: str) -> None:
    """Names of months, numbers and the texts of Qt's own dialogs in this language; "system" for the system's.

    The region stays that of the system: who reads another language lives where he lived before.
    """
    if language != "system":
        QLocale.setDefault(QLocale(QLocale(language).language(), QLocale.system().territory()))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)


def show(app: QApplication, window: MainWindow, preferences: Preferences) -> None:
    """Theme, week and rows at once; the language is that of the start."""
    theme.choose(app, preferences.theme)
    window.sidebar.month.set_week_start(first_weekday(preferences))
    window.set_compact(preferences.compact_rows)
