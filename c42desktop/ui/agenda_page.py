"""Sidebar, list and details side by side, and how they fold when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from c42desktop.calendar.wanted import Wanted
from c42desktop.i18n import gettext as _
from c42desktop.ui import tabbing, theme
from c42desktop.ui.activity_pane import ActivityPane
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.banner import Banner
from c42desktop.ui.details import WIDTH as DETAILS_WIDTH
from c42desktop.ui.details import Details
from c42desktop.ui.first_calendar import FirstCalendar
from c42desktop.ui.new_event_button import NewEventButton
from c42desktop.ui.page_bar import PageBar
from c42desktop.ui.search_bar import SearchBar
from c42desktop.ui.search_pane import SearchPane
from c42desktop.ui.sidebar import Sidebar
from c42desktop.ui.tabs import ACTIVITY, AGENDA, Tabs
from c42desktop.ui.widgets import IconButton, button, separator, style

SIDEBAR_WIDTH = 232
DETAILS_MOVE_BELOW = 900
SIDEBAR_FOLDS_BELOW = 620


class AgendaPage(QWidget):
    """Three columns; below 900 px the details cover the list, below 620 px the sidebar folds away.

    `list_changed(bool)`: another list is shown now; whether it is the activity list. While somebody searches, what was
    found is shown instead of either; both stay as they are meanwhile.
    """

    details_closed = Signal()
    list_changed = Signal(bool)

    def __init__(
        self,
        sidebar: Sidebar,
        banner: Banner,
        view: AgendaView,
        activity: ActivityPane,
        results: SearchPane,
        details: Details,
    ) -> None:
        super().__init__()
        self.setObjectName("agenda-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "page")
        self._sidebar, self._view, self._details = sidebar, view, details
        self.activity = activity
        self.results = results
        self.search = SearchBar()
        self._searching = False
        self.tabs = Tabs()
        self.tabs.currentChanged.connect(lambda _tab: self._show_list())
        self.tabs.tabBarClicked.connect(lambda _tab: self.leave_search())
        self._widths = {"sidebar": theme.px(SIDEBAR_WIDTH), "details": theme.px(DETAILS_WIDTH)}
        self._covering = False
        self._folded = False
        self._looking = False
        self.first = FirstCalendar(view)
        self._unfold = IconButton("menu", _("Calendars"), "unfold-sidebar", self.show_sidebar)
        self.new_event = NewEventButton()
        self._bar = PageBar(self.search)
        self._stack = QStackedWidget()
        self._stack.setObjectName("list-or-details")
        self._stack.addWidget(view)
        self._stack.addWidget(activity)
        self._stack.addWidget(results)
        self._scrim = Scrim(self)
        self._scrim.clicked.connect(self.hide_sidebar)
        self._middle = self._make_middle(banner)
        self._splitter = self._make_splitter()
        details.closed.connect(self.hide_details)
        self._connect_search()
        self._say_nothing()

    def set_has_calendars(self, has_calendars: bool) -> None:
        """Without any calendar an empty agenda says how to get one."""
        self.first.set_wanted(not has_calendars)

    def set_looking(self, looking: bool) -> None:
        """Until every calendar was looked at, an empty agenda does not mean that nothing is planned."""
        self._looking = looking
        self.first.set_looking(looking)
        self._say_nothing()

    def widths(self) -> dict[str, int]:
        """The widths of the outer columns, as the person set them."""
        return dict(self._widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give the outer columns these widths."""
        self._widths.update({name: width for name, width in widths.items() if name in self._widths})
        self._apply_widths()

    # Agenda or activity

    def show_agenda(self) -> None:
        """The agenda is the list."""
        self.leave_search()
        self.tabs.setCurrentIndex(AGENDA)

    def show_activity(self) -> None:
        """What happened is the list."""
        self.leave_search()
        self.hide_details()
        self.tabs.setCurrentIndex(ACTIVITY)

    def shows_agenda(self) -> bool:
        """Whether the agenda is the list."""
        return not self._searching and self.tabs.currentIndex() == AGENDA

    def shows_activity(self) -> bool:
        """Whether it is what happened."""
        return not self._searching and self.tabs.currentIndex() == ACTIVITY

    def shows_found(self) -> bool:
        """Whether it is what was found."""
        return self._searching

    def _list(self) -> QWidget:
        if self._searching:
            return self.results
        return self.activity if self.shows_activity() else self._view

    def focus_list(self) -> None:
        """The keyboard goes to the list that is shown."""
        self._list().setFocus()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list())
        self._bar.show_part(self.activity.tools, self.shows_activity())
        self.search.offer_filters(not self.shows_activity())
        self.list_changed.emit(self.shows_activity())

    # Searching

    def focus_search(self) -> None:
        """The keyboard goes to the field, wherever it was."""
        self.hide_sidebar()
        self.hide_details()
        self.search.focus_field()

    def leave_search(self) -> bool:
        """Back to the list that was there before, as it was; False where nobody searches."""
        if not self._searching and not self.search.field.hasFocus():
            return False
        self.hide_details()
        self.search.leave()
        self._list().setFocus()
        return True

    def _connect_search(self) -> None:
        self.search.changed.connect(self._on_wanted)
        self.search.entered.connect(self._open_first)
        self.search.went_down.connect(self._go_down)
        self.results.cleared.connect(lambda: self.search.choose(Wanted(self.search.wanted.words)))
        self.results.view.left.connect(self.search.focus_field)

    def _on_wanted(self, wanted: Wanted) -> None:
        if self._searching == wanted.is_nothing:
            self.hide_details()
            self._searching = not wanted.is_nothing
            self._show_list()

    def _go_down(self) -> None:
        if self._searching:
            self.results.view.enter()
        else:
            self._list().setFocus()

    def _open_first(self) -> None:
        self.results.view.open_first()

    # The details over the list

    def show_details(self) -> None:
        """Bring the details into sight where they cover the list."""
        if self._covering:
            self._stack.setCurrentWidget(self._details)
            self._details.setFocus()

    def hide_details(self) -> bool:
        """Back to the list; False where the details do not cover it."""
        if not self._covering or self._stack.currentWidget() is not self._details:
            return False
        self._stack.setCurrentWidget(self._list())
        self._list().setFocus()
        self.details_closed.emit()
        return True

    # The sidebar over the list

    def show_sidebar(self) -> None:
        """Unfold the sidebar over the list."""
        if self._folded:
            self._scrim.show()
            self._scrim.raise_()
            self._sidebar.show()
            self._sidebar.raise_()
            next(tabbing.stops(self._sidebar)).setFocus()

    def hide_sidebar(self) -> bool:
        """Fold it again; False where it is not over the list."""
        if not self._folded or self._sidebar.isHidden():
            return False
        self._sidebar.hide()
        self._scrim.hide()
        return True

    def shows_sidebar_alone(self) -> bool:
        """Whether it is over the list."""
        return self._scrim.isVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold or unfold as the width asks for."""
        super().resizeEvent(event)
        self._set_covering(self.width() < theme.px(DETAILS_MOVE_BELOW))
        self._set_folded(self.width() < theme.px(SIDEBAR_FOLDS_BELOW))
        self._scrim.setGeometry(self.rect())
        if self._folded:
            self._place_sheet()

    # How

    def _say_nothing(self) -> None:
        self._view.set_empty_text(_("Reading calendars…") if self._looking else _("Nothing planned."))

    def _make_middle(self, banner: Banner) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(theme.px(280))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar.add(self._unfold, shown=False)
        today = button(_("Today"), "today", self.go_to_today)
        self._bar.add(today)
        self._bar.add(self.tabs)
        self._bar.add_search()
        self._bar.add(self.activity.tools, shown=False)
        self._bar.add(self.new_event)
        self._bar.give_way(self.activity.tools, self.new_event, today, self.tabs)
        for part in (self._bar, separator(), banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        return middle

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter()
        splitter.setObjectName("columns")
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.splitterMoved.connect(lambda _at, _handle: self._note_widths())
        for part in (self._sidebar, self._middle, self._details):
            splitter.addWidget(part)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setStretchFactor(2, 0)
        self._sidebar.setMinimumWidth(theme.px(180))
        self._details.setMinimumWidth(theme.px(240))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        return splitter

    def go_to_today(self) -> None:
        """The agenda, scrolled to today."""
        self.hide_details()
        self.show_agenda()
        self._view.go_to_today()

    def _set_covering(self, covering: bool) -> None:
        if covering == self._covering:
            return
        self._covering = covering
        self._details.set_covering(covering)
        if covering:
            self._stack.addWidget(self._details)
            self._stack.setCurrentWidget(self._list())
        else:
            self._stack.removeWidget(self._details)
            self._stack.setCurrentWidget(self._list())
            self._splitter.addWidget(self._details)
            self._details.show()
        self._apply_widths()

    def _set_folded(self, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        self._bar.show_part(self._unfold, folded)
        self._scrim.hide()
        if folded:
            self._sidebar.setParent(self)
            self._sidebar.hide()
        else:
            self._splitter.insertWidget(0, self._sidebar)
            self._sidebar.show()
        self._apply_widths()

    def _place_sheet(self) -> None:
        width = min(theme.px(SIDEBAR_WIDTH), self.width())
        left = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        self._sidebar.setGeometry(left, 0, width, self.height())

    def _note_widths(self) -> None:
        """Only what the person dragged counts, not what a narrow window squeezed."""
        if not self._folded:
            self._widths["sidebar"] = self._sidebar.width() + self._splitter.handleWidth()
        if not self._covering:
            self._widths["details"] = self._details.width() + self._splitter.handleWidth()

    def _apply_widths(self) -> None:
        line = self._splitter.handleWidth()
        sidebar = [] if self._folded else [self._widths["sidebar"] - line]
        details = [] if self._covering else [self._widths["details"] - line]
        rest = max(1, self.width() - sum(sidebar) - sum(details))
        self._splitter.setSizes([*sidebar, rest, *details])
        self._splitter.setStretchFactor(self._splitter.indexOf(self._middle), 1)


class Scrim(QWidget):
    """Dims what is behind the unfolded sidebar; a click closes it."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scrim")
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Beside the sidebar."""
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A veil."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 90))
        painter.end()
