"""The field to search in, with its filters. Where there is no room it is an icon, and the whole bar once it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from c42desktop.calendar.model import Calendar
from c42desktop.calendar.wanted import Wanted
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui import icons, theme
from c42desktop.ui.search_filters import filter_menu
from c42desktop.ui.widgets import IconButton

LEAST = 140  # pixels for the field; with less it is an icon
MOST_LETTERS = 200
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # and it comes back


class SearchBar(QWidget):
    """`changed(Wanted)`: the person looks for something else. `opened(bool)`: the field wants the whole bar, or does
    not any more. `entered`: Enter was pressed in the field; `went_down`: the way to what was found."""

    changed = Signal(object)
    opened = Signal(bool)
    entered = Signal()
    went_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.wanted = Wanted()
        self._calendars: Sequence[Calendar] = ()
        self._narrow = False
        self._open = False
        self._offered = True
        self._icon = IconButton("search", _("Search events"), "open-search", self.focus_field)
        self._back = IconButton("back", _("Back"), "leave-search", self.leave)
        self._erase = QAction(_("Clear"), self)
        self._erase.setVisible(False)
        self.field = self._make_field()
        self._erase.triggered.connect(self.field.clear)
        self.filter = FilterButton(self._show_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addStretch(0)
        for part in (self._back, self._icon, self.field, self.filter):
            row.addWidget(part, 1 if part is self.field else 0)
        self._tint()
        self._fit()

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Those that can be chosen; one that is gone is not waited for."""
        self._calendars = calendars
        if self.wanted.calendar is not None and all(each.ref != self.wanted.calendar for each in calendars):
            self.choose(replace(self.wanted, calendar=None))

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for the field."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def offer_filters(self, offered: bool) -> None:
        """Whether the way to the filters is there before anybody searches."""
        self._offered = offered
        self._fit()

    def needs_bar(self) -> bool:
        """Whether the rest of the bar has to go."""
        return self._narrow and self._open

    def focus_field(self) -> None:
        """The keyboard goes to the field, where it replaces what is in it."""
        self._set_open(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Look for nothing any more."""
        self._set_open(False)
        self.choose(Wanted())

    def choose(self, wanted: Wanted) -> None:
        """Look for something else."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if self.field.text() != wanted.words:
            self.field.setText(wanted.words)
        self.filter.set_count(wanted.filters)
        if not wanted.is_nothing:
            self._set_open(True)
        self.changed.emit(wanted)

    def menu(self) -> QMenu:
        """The filters."""
        return filter_menu(self, self.wanted, self._calendars, self.choose)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Down and Enter lead to what was found; an empty field that is left closes where there is no room."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.went_down.emit()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and self.wanted.is_nothing:
            self._set_open(event.reason() in _ELSEWHERE)
        return super().eventFilter(watched, event)

    # How

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("search-field")
        field.setProperty("fit", "compact")
        field.setPlaceholderText(_("Search events"))
        field.setAccessibleName(_("Search events"))
        field.setMaxLength(MOST_LETTERS)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self.entered)
        field.addAction(self._erase, QLineEdit.ActionPosition.TrailingPosition)
        field.installEventFilter(self)
        return field

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._erase.setIcon(icons.icon("close", theme.current().secondary, theme.px(14)))

    def _on_typed(self, text: str) -> None:
        self._erase.setVisible(bool(text))
        self.choose(replace(self.wanted, words=text))

    def _show_menu(self) -> None:
        self.menu().popup(self.filter.mapToGlobal(self.filter.rect().bottomLeft()))

    def _set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._fit()
            self.opened.emit(self.needs_bar())

    def _fit(self) -> None:
        folded = self._narrow and not self._open
        self._icon.setVisible(folded)
        self._back.setVisible(self.needs_bar())
        self.field.setVisible(not folded)
        self.filter.setVisible(not folded and (self._offered or self.needs_bar() or bool(self.wanted.filters)))


class FilterButton(IconButton):
    """The way to the filters, with how many there are."""

    def __init__(self, slot: object) -> None:
        self._count = 0
        super().__init__("filter", _("Filter"), "search-filter", slot)  # type: ignore[arg-type]
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def set_count(self, count: int) -> None:
        """How many filters there are."""
        self._count = count
        words = ngettext("Filter, {count} chosen", "Filter, {count} chosen", count).format(count=count)
        self.setAccessibleName(words if count else _("Filter"))
        self.setText(str(count) if count else "")
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if count else Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._tint()

    def _tint(self) -> None:
        colors = theme.current()
        self.setIcon(icons.icon("filter", colors.accent if self._count else colors.secondary, theme.px(16)))
