"""The first page of the preferences: how the window looks, in which language, whether it starts by itself, versions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.preferences import LANGUAGES, THEMES, WEEK_STARTS, Preferences
from c42desktop.ui.fields import Check, Choice
from c42desktop.ui.month_model import system_week_start
from c42desktop.ui.preference_pages import Page
from c42desktop.ui.widgets import label, link, soft_breaks

_OWN_NAMES = {"en": "English", "nl": "Nederlands", "de": "Deutsch"}


@dataclass(frozen=True, slots=True)
class VersionShown:
    """What is known of newer versions, as a sentence; `is_newer`: there is one."""

    words: str
    is_newer: bool = False


class GeneralPage(Page):
    """Theme, language, week, rows; the switch of the system, which is in no settings; and new versions where this copy
    looks for them itself.

    `start_requested(bool)`. `news_requested`: what is new in the version that is out.
    """

    start_requested = Signal(bool)
    news_requested = Signal()
    fields: tuple[str, ...] = ("theme", "language", "week_start", "compact_rows")

    def __init__(self) -> None:
        super().__init__()
        self.title = _("General")
        themes = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        weeks = {
            "system": _("As the system: {day}").format(day=QLocale().standaloneDayName(system_week_start() + 1)),
            "monday": _("Monday"),
            "saturday": _("Saturday"),
            "sunday": _("Sunday"),
        }
        languages = {"system": _("As the system"), **_OWN_NAMES}
        self._theme = Choice(_("Theme"), "theme", [(each, themes[each]) for each in THEMES])
        self._language = Choice(_("Language"), "language", [(each, languages[each]) for each in LANGUAGES])
        self._week = Choice(_("The week begins on"), "week-start", [(each, weeks[each]) for each in WEEK_STARTS])
        self._compact = Check(_("Compact rows, each on one line"), "compact-rows")
        self.add(self._theme, self._language)
        self.add(label(_("Another language is spoken from the next start on."), "secondary"))
        self._start = Check(_("Start when I sign in to this computer"), "start-with-session")
        asked = _("Once a day, saying nothing about you or this computer. Nothing is installed.")
        self._look = Check(_("Look for new versions"), "look-for-versions", asked)
        self._version = label("", "secondary", "version-known")
        self._news = link(_("What is new"), "version-news", self.news_requested.emit, fit="small")
        self._look.add(self._version, _at_start(self._news))
        self.add(self._week, self._compact, self._start, self._look)
        self.end()
        self.show_start(False)
        self.show_version(None)
        self._start.edited.connect(lambda: self.start_requested.emit(self.starts()))
        for each in (self._theme, self._language, self._week, self._compact, self._look):
            each.edited.connect(self.edited)

    def show_start(self, on: bool, obstacle: str = "", fault: str = "") -> None:
        """What the system has; `obstacle` says why it cannot be switched, `fault` what went wrong."""
        self._start.set_free(not obstacle)
        self._start.input.setChecked(on)
        self._start.show_fault(fault)
        self._start.show_note(obstacle or _("Without its window, in the tray. Usual: off"))

    def starts(self) -> bool:
        """Whether the switch is on."""
        return self._start.input.isChecked()

    def show_version(self, shown: VersionShown | None) -> None:
        """What is known of newer versions; None where this copy does not look for them."""
        self.fields = GeneralPage.fields if shown is None else (*GeneralPage.fields, "look_for_versions")
        self._look.setVisible(shown is not None)
        if shown is not None:
            self._version.setText(soft_breaks(shown.words))
            self._news.setVisible(shown.is_newer)

    def show_values(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._theme.set_value(preferences.theme)
        self._language.set_value(preferences.language)
        self._week.set_value(preferences.week_start)
        self._compact.input.setChecked(preferences.compact_rows)
        self._look.input.setChecked(preferences.look_for_versions)

    def chosen(self, before: Preferences) -> Preferences:
        """All of it."""
        return replace(
            before,
            theme=self._theme.value(),
            language=self._language.value(),
            week_start=self._week.value(),
            compact_rows=self._compact.input.isChecked(),
            look_for_versions=self._look.input.isChecked(),
        )


def _at_start(widget: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return held
