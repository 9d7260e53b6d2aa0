"""Qt in the language of our texts, and times as they are written where the reader is."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from c42desktop import i18n
from c42desktop.calendar import names
from c42desktop.calendar.names import Conventions


def follow(app: QApplication) -> None:
    """Give Qt's own words – of file dialogs, menus of fields, buttons – and its numbers the language of ours."""
    system = QLocale.system()
    spoken = QLocale(i18n.spoken())
    QLocale.setDefault(QLocale(spoken.language(), system.territory()))
    names.use(conventions(system))
    translator = QTranslator(app)
    if translator.load(spoken, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def conventions(locale: QLocale) -> Conventions:
    """How times are written in a region, and on which day its weeks begin."""
    hours = locale.timeFormat(QLocale.FormatType.ShortFormat).lower()
    date = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return Conventions(
        twelve_hours="a" in hours,
        month_first=date.startswith("M"),
        week_start=locale.firstDayOfWeek().value - 1,
    )
