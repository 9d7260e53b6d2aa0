"""The bar above the lists. What is least needed goes where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from c42desktop.ui import theme
from c42desktop.ui.search_bar import LEAST, SearchBar

HEIGHT = 50
MARGIN, GAP = 16, 8
TIGHT_BELOW = 400  # pixels; in a narrower bar everything stands closer together
TIGHT_MARGIN, TIGHT_GAP = 8, 4


@runtime_checkable
class GivesWay(Protocol):
    """A part that can do with less room."""

    def set_short(self, short: bool) -> None:
        """Take less, or as much as it likes."""

    def width_for(self, short: bool) -> int:
        """How much that is, whichever it takes now."""


class PageBar(QWidget):
    """Its parts stand in a row; the search takes the room they leave, and is an icon where that is not enough."""

    def __init__(self, search: SearchBar) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(HEIGHT) - 1)
        self._search = search
        self._parts: dict[QWidget, bool] = {}
        self._giving_way: Sequence[QWidget] = ()
        self._row = QHBoxLayout(self)
        search.opened.connect(lambda _opened: self.fit())

    def add_search(self) -> None:
        """Here is its place."""
        self._row.addWidget(self._search, 1)

    def add(self, part: QWidget, *, shown: bool = True) -> None:
        """One more part, at the far end."""
        self._parts[part] = shown
        self._row.addWidget(part)
        part.setVisible(shown)

    def give_way(self, *parts: QWidget) -> None:
        """Where there is too little room, these get shorter one after the other, or go where they cannot."""
        self._giving_way = parts
        self.fit()

    def show_part(self, part: QWidget, shown: bool) -> None:
        """Whether a part is wanted at all."""
        self._parts[part] = shown
        self.fit()

    def fit(self) -> None:
        """Find out what there is room for. Nothing that is measured depends on what was found before."""
        tight = self.width() < theme.px(TIGHT_BELOW)
        gap = theme.px(TIGHT_GAP if tight else GAP)
        margin = theme.px(TIGHT_MARGIN if tight else MARGIN)
        icon = self._search.filter.sizeHint().width()
        room = self.width() - 2 * margin - icon
        widths = {part: _width(part, short=False) + gap for part, shown in self._parts.items() if shown}
        short = set()
        for part in self._giving_way:
            if part not in widths or sum(widths.values()) <= room:
                continue
            short.add(part)
            if isinstance(part, GivesWay):
                widths[part] = _width(part, short=True) + gap
            else:
                del widths[part]
        self._search.set_narrow(room - sum(widths.values()) - gap < theme.px(LEAST))
        self._place(margin, gap)
        for part in self._parts:
            if isinstance(part, GivesWay):
                part.set_short(part in short)
            part.setVisible(part in widths and not self._search.needs_bar())

    def _place(self, margin: int, gap: int) -> None:
        if self._row.spacing() != gap:  # else the layout asks again, for ever
            self._row.setContentsMargins(margin, 0, margin, 0)
            self._row.setSpacing(gap)

    def event(self, event: QEvent) -> bool:
        """A part has become wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width."""
        super().resizeEvent(event)
        self.fit()


def _width(part: QWidget, *, short: bool) -> int:
    return part.width_for(short) if isinstance(part, GivesWay) else part.sizeHint().width()
