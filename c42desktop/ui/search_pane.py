"""What was found, with how many there are, and what else than words was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import Calendar
from c42desktop.calendar.wanted import Wanted
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.search_filters import filter_words
from c42desktop.ui.search_model import SearchModel
from c42desktop.ui.search_view import SearchView
from c42desktop.ui.widgets import ElidedLabel, link, refresh, style

MOST_QUOTED = 60  # characters of what was looked for, where nothing was found


class SearchPane(QWidget):
    """The strip with the numbers, and the list. `cleared`: the person wants no filters any more."""

    cleared = Signal()

    def __init__(self, model: SearchModel) -> None:
        super().__init__()
        self.setObjectName("search-pane")
        self.model = model
        self.view = SearchView(model)
        self._calendars: Sequence[Calendar] = ()
        self._wanted = Wanted()
        self._count: int | None = None
        self._words = ElidedLabel("", "secondary", "found-count")
        self._strip = QFrame()
        self._clear = link(_("Clear filters"), "clear-filters", self.cleared.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill_strip()
        column.addWidget(self._strip)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Names and colours."""
        self._calendars = calendars
        self.model.set_calendars(calendars)
        self._say()

    def set_found(self, wanted: Wanted, count: int) -> None:
        """How many there are of what was looked for."""
        self._wanted, self._count = wanted, count
        self._say()
        self.view.set_empty_text(_nothing_found(wanted))

    def set_problem(self, wanted: Wanted, sentence: str) -> None:
        """Nothing can be looked for now, and why."""
        self._wanted, self._count = wanted, None
        self._say()
        self.view.set_empty_text(sentence)

    # How

    def _fill_strip(self) -> None:
        self._strip.setObjectName("found-strip")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(theme.px(16), theme.px(7), theme.px(16), theme.px(7))
        row.addWidget(self._words, 1)
        row.addWidget(self._clear)
        self._say()

    def _say(self) -> None:
        parts = [filter_words(self._wanted, self._calendars)]
        if self._count is not None:
            words = ngettext("{count} event", "{count} events", self._count)
            parts.insert(0, words.format(count=f"{self._count:n}") if self._count else _("No events"))
        self._words.set_full_text(" · ".join(part for part in parts if part))
        filtered = bool(self._wanted.filters)
        self._clear.setVisible(filtered)
        self._strip.setVisible(filtered or bool(self._count))
        style(self._words, "" if filtered else "secondary")
        style(self._strip, "info" if filtered else "")
        for part in (self._words, self._clear):
            refresh(part)  # they look as what they are in does


def _nothing_found(wanted: Wanted) -> str:
    words = one_line(wanted.words, MOST_QUOTED)
    if not words:
        return _("No event passes these filters.")
    if wanted.filters:
        return _("No event with “{words}” passes these filters.").format(words=words)
    return _("No event with “{words}”.").format(words=words)
