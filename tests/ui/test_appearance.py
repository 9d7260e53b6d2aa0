"""The look that a person chose holds at once, and what is the system's comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import NOW

from c42desktop import i18n
from c42desktop.calendar import names
from c42desktop.preferences import Preferences
from c42desktop.ui import appearance, language, theme, tokens
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.inputs import DateInput
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.month_model import system_week_start, title_of
from c42desktop.ui.month_view import MonthView


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(made)
    before, written = QLocale(), names.in_use()
    yield made
    QLocale.setDefault(before)
    names.use(written)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    for name in (theme.CHOSEN, theme.SYSTEM):
        qapp.setProperty(name, None)
    theme.apply(qapp, tokens.LIGHT)


def test_a_theme_is_chosen_and_given_back_to_the_system(qapp: QApplication, window: MainWindow) -> None:
    usual = Preferences()
    appearance.show(qapp, window, usual)
    assert theme.current() is tokens.LIGHT
    appearance.show(qapp, window, replace(usual, theme="dark"))
    assert theme.current() is tokens.DARK and theme.preferred() is tokens.DARK
    theme.apply(qapp)
    assert theme.current() is tokens.DARK, "also when the system changes its own"
    appearance.show(qapp, window, usual)
    assert theme.current() is tokens.LIGHT


def test_the_week_follows_at_once(qapp: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    first = window.findChild(MonthView).model().index(0, 0)
    appearance.show(qapp, window, replace(Preferences(), week_start="saturday"))
    assert window.findChild(MonthView).model().index(0, 0).data() == "31"
    picked = DateInput("day", "Day")
    qtbot.addWidget(picked)
    assert picked.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Saturday
    appearance.show(qapp, window, Preferences())
    assert window.findChild(MonthView).model().index(0, 0).data() == first.data()


def test_another_language_names_the_months_and_leaves_the_week_to_the_region(
    qapp: QApplication, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    monkeypatch.setattr(i18n, "LANGUAGES", list(i18n.LANGUAGES))
    week = system_week_start()
    i18n.use("de")
    language.follow(qapp)
    assert title_of(NOW.date().replace(month=3)) == "März 2026"
    assert system_week_start() == week
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_folded_month_is_remembered(qtbot: QtBot) -> None:
    kept: list[str] = []
    for layout, is_open in (("", True), ('{"month": false}', False), ('{"month": "x"}', True)):
        window = MainWindow(AgendaModel(NOW), load_layout=lambda known=layout: known, save_layout=kept.append)
        qtbot.addWidget(window, before_close_func=lambda closing: closing.hide())
        assert window.sidebar.month.is_open() is is_open
        window.save_layout()
        assert f'"month": {str(is_open).lower()}' in kept[-1]
