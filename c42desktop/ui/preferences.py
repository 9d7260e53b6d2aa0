"""The preferences: a few pages, each choice in force at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.preferences import Preferences
from c42desktop.ui import theme
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.preference_pages import MeetingsPage, NotificationsPage, Page, PresencePage, RemindersPage
from c42desktop.ui.widgets import button, link


class PreferencesDialog(FittingDialog):
    """`chosen(Preferences)`: all of them, after each choice that can be read. `play_requested(kind)` of a sound."""

    chosen = Signal(object)
    play_requested = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(_("Preferences"), parent)
        self.setObjectName("preferences-dialog")
        self._preferences = preferences
        notifications = NotificationsPage()
        notifications.play_requested.connect(self.play_requested)
        self._pages: list[Page] = [RemindersPage(), notifications, MeetingsPage(), PresencePage()]
        self._tabs = QTabBar()
        self._tabs.setObjectName("preferences-tabs")
        self._tabs.setAccessibleName(_("Preferences"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for page in self._pages:
            page.show_values(preferences)
            page.edited.connect(lambda edited=page: self._take(edited.chosen(self._preferences)))
            self._tabs.addTab(page.title)
            self._stack.addWidget(page)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._stack, 1)
        self._add_foot()

    def show_page(self, number: int) -> None:
        """From 0 on, in the order of the tabs."""
        self._tabs.setCurrentIndex(number)

    def _add_foot(self) -> None:
        close = button(_("Close"), "preferences-close", self.reject, "primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(link(_("Reset this page"), "preferences-reset", self._reset))
        foot.addStretch(1)
        foot.addWidget(close)
        self.foot.addLayout(foot)
        self._tabs.setFocus()

    def _reset(self) -> None:
        page = self._pages[self._tabs.currentIndex()]
        usual = page.reset(self._preferences)
        page.show_values(usual)
        self._take(usual)

    def _take(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self.chosen.emit(preferences)
