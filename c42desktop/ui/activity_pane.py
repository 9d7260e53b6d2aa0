"""The activity list with what goes with it: which entries are shown, and the way to have seen all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from c42desktop.calendar.activity import Filter
from c42desktop.calendar.model import Calendar
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.activity_model import ActivityModel
from c42desktop.ui.activity_view import ActivityView
from c42desktop.ui.widgets import ElidedLabel, IconButton, link, style


class Tools(QWidget):
    """What stands in the bar above. Where there is little room, "Mark all as read" is in the menu only."""

    def __init__(self, mark: QWidget, choose: QWidget) -> None:
        super().__init__()
        self._mark, self._choose = mark, choose
        self._offered = self._short = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        for part in (mark, choose):
            self._row.addWidget(part)

    def offer_mark(self, offered: bool) -> None:
        """Whether there is anything to mark."""
        self._offered = offered
        self._mark.setVisible(offered and not self._short)

    def set_short(self, short: bool) -> None:
        """Whether there is little room."""
        self._short = short
        self.offer_mark(self._offered)

    def width_for(self, short: bool) -> int:
        """How wide it is then."""
        words = self._mark.sizeHint().width() + self._row.spacing() if self._offered and not short else 0
        return words + self._choose.sizeHint().width()


class ActivityPane(QWidget):
    """The list, the filter and their tools, which stand in the bar above.

    `filter_changed(Filter)`: the person wants to see others. `all_read(CalendarRef or None)`: everything that the
    filter lets through, of one calendar or of all, has been seen.
    """

    filter_changed = Signal(object)
    all_read = Signal(object)

    def __init__(self, model: ActivityModel) -> None:
        super().__init__()
        self.setObjectName("activity-pane")
        self.model = model
        self.view = ActivityView(model)
        self.filter = Filter()
        self._calendars: list[Calendar] = []
        self._unread = 0
        self._mark = link(_("Mark all as read"), "mark-all-read", self._mark_all)
        self._choose = IconButton("filter", _("Filter"), "activity-filter", self._show_menu)
        self.tools = Tools(self._mark, self._choose)
        self.tools.offer_mark(False)
        self._words = ElidedLabel("", "", "filter-words")
        self._strip = self._make_strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._say()

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Those that can be chosen; one that is gone is not waited for."""
        self._calendars = list(calendars)
        self.model.set_calendars(calendars)
        if self.filter.calendar is not None and all(each.ref != self.filter.calendar for each in calendars):
            self.set_filter(Filter(unread=self.filter.unread))
        self._say()

    def set_unread(self, count: int) -> None:
        """How many there are in all."""
        self._unread = count
        self.tools.offer_mark(count > 0)

    def set_filter(self, wanted: Filter) -> None:
        """Show only these."""
        if wanted != self.filter:
            self.filter = wanted
            self._say()
            self.filter_changed.emit(wanted)

    def menu(self) -> QMenu:
        """What can be chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, _("Unread only"), Filter(self.filter.calendar, not self.filter.unread), on=self.filter.unread)
        menu.addSeparator()
        self._add(menu, _("All calendars"), Filter(None, self.filter.unread), on=self.filter.calendar is None)
        for each in self._calendars:
            chosen = self.filter.calendar == each.ref
            self._add(menu, one_line(each.title).replace("&", "&&"), Filter(each.ref, self.filter.unread), on=chosen)
        menu.addSeparator()
        mark = menu.addAction(_("Mark all as read"))
        mark.setEnabled(self._unread > 0)
        mark.triggered.connect(self._mark_all)
        return menu

    # How

    def _make_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("filter-strip")
        style(strip, "info")
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.px(16), theme.px(7), theme.px(16), theme.px(7))
        row.addWidget(self._words, 1)
        row.addWidget(link(_("Show everything"), "filter-reset", lambda: self.set_filter(Filter())))
        return strip

    def _add(self, menu: QMenu, words: str, wanted: Filter, *, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self.set_filter(wanted))

    def _show_menu(self) -> None:
        self.menu().popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft()))

    def _mark_all(self) -> None:
        self.all_read.emit(self.filter.calendar)

    def _say(self) -> None:
        """What is shown, where that is not everything."""
        title = next((one_line(each.title) for each in self._calendars if each.ref == self.filter.calendar), "")
        parts = [part for part in (_("Unread only") if self.filter.unread else "", title) if part]
        self._words.set_full_text(" · ".join(parts))
        self._strip.setVisible(bool(parts))
        nothing = (
            _("Nothing unread.")
            if self.filter.unread
            else _("Nothing yet. What changes in your calendars is listed here for 90 days.")
        )
        self.view.set_empty_text(nothing)
