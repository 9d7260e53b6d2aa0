"""The preferences: a few pages, each choice in force at once."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.preferences import Preferences
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.general_page import GeneralPage, VersionShown
from c42desktop.ui.preference_pages import MeetingsPage, NotificationsPage, PresencePage, RemindersPage
from c42desktop.ui.widgets import button, foot_row, link

AnyPage = GeneralPage | RemindersPage | NotificationsPage | MeetingsPage | PresencePage
WIDTH = 580
_PAGES = (GeneralPage, RemindersPage, NotificationsPage, MeetingsPage, PresencePage)


class PreferencesDialog(FittingDialog):
    """`fill` it, then show it with `open()`.

    `chosen(Preferences)`: all of them, after each choice that can be read. `play_requested(kind)` of a sound.
    `start_requested(bool)`: whether to start with the session, answered by `show_start`.
    `news_requested`: what is new in the version that is out.
    """

    chosen = Signal(object)
    play_requested = Signal(str)
    start_requested = Signal(bool)
    news_requested = Signal()

    def __init__(
        self, preferences: Preferences, parent: QWidget | None = None, version: VersionShown | None = None
    ) -> None:
        super().__init__(_("Preferences"), parent, WIDTH)
        self.setObjectName("preferences-dialog")
        self._preferences = preferences
        self._version = version
        self._pages: list[AnyPage] = []
        self._tabs = QTabBar()
        self._tabs.setObjectName("preferences-tabs")
        self._tabs.setAccessibleName(_("Preferences"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._tabs.currentChanged.connect(lambda _page: self._offer_reset())
        self._restore = link(_("Restore defaults"), "preferences-reset", self._reset)
        self._restore.setToolTip(_("On this page everything as it was before you chose something"))
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._stack, 1)
        self._add_foot()

    def fill(self) -> Iterator[None]:
        """Make the pages, one at each step: all at once would stop the window for 60 ms."""
        for kind in _PAGES:
            self._add_page(kind())
            yield

    def _add_page(self, page: AnyPage) -> None:
        page.show_values(self._preferences)
        page.edited.connect(lambda: self._take(page.chosen(self._preferences)))
        if isinstance(page, NotificationsPage):
            page.play_requested.connect(self.play_requested)
        if isinstance(page, GeneralPage):
            page.start_requested.connect(self.start_requested)
            page.show_version(self._version)
            page.news_requested.connect(self.news_requested)
        self._pages.append(page)
        self._stack.addWidget(page)
        self._tabs.addTab(page.title)
        self._tabs.updateGeometry()  # while it is hidden, it does not say by itself that it grew
        self.widen(self._tabs.sizeHint().width())
        self._offer_reset()

    def show_page(self, number: int) -> None:
        """From 0 on, in the order of the tabs."""
        self._tabs.setCurrentIndex(number)

    def show_start(self, on: bool, obstacle: str = "", fault: str = "") -> None:
        """Whether the system starts the program; `obstacle`: why that cannot be switched, `fault`: what went wrong."""
        for page in self._pages:
            if isinstance(page, GeneralPage):
                page.show_start(on, obstacle, fault)
        self._offer_reset()

    def _add_foot(self) -> None:
        close = button(_("Close"), "preferences-close", self.reject)
        close.setDefault(True)
        self.foot.addLayout(foot_row(close, at_start=(self._restore,)))
        self._tabs.setFocus()

    def _reset(self) -> None:
        page = self._pages[self._tabs.currentIndex()]
        usual = page.reset(self._preferences)
        page.show_values(usual)
        self._take(usual)
        if isinstance(page, GeneralPage) and page.starts():
            self.start_requested.emit(False)

    def _take(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self._offer_reset()
            self.chosen.emit(preferences)

    def _offer_reset(self) -> None:
        """Only where something on the page is not as usual."""
        page = self._tabs.currentIndex()
        known = self._pages[page] if 0 <= page < len(self._pages) else None
        starts = isinstance(known, GeneralPage) and known.starts()
        chosen = known is not None and known.reset(self._preferences) != self._preferences
        self._restore.setVisible(starts or chosen)
