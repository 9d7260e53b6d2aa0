"""The bar above the lists. What is least needed goes where there is no room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from c42desktop.ui import theme
from c42desktop.ui.search_bar import LEAST, SearchBar

HEIGHT = 50
GAP = 8


class PageBar(QWidget):
    """Its parts stand in a row; the search takes the room they leave, and is an icon where that is not enough."""

    def __init__(self, search: SearchBar) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(HEIGHT) - 1)
        self._search = search
        self._parts: dict[QWidget, bool] = {}
        self._spare: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(GAP))
        search.opened.connect(lambda _opened: self.fit())

    def add_search(self) -> None:
        """Here is its place."""
        self._row.addWidget(self._search, 1)

    def add(self, part: QWidget, *, shown: bool = True, spare: bool = False) -> None:
        """One more part, at the far end; a `spare` one goes where the others leave no room, the first one first."""
        if spare:
            self._spare.append(part)
        self._parts[part] = shown
        self._row.addWidget(part)
        part.setVisible(shown)

    def show_part(self, part: QWidget, shown: bool) -> None:
        """Whether a part is wanted at all."""
        self._parts[part] = shown
        self.fit()

    def fit(self) -> None:
        """Find out what there is room for."""
        wanted = [part for part, shown in self._parts.items() if shown and part not in self._spare]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        icon = _needed([self._search.filter])
        for part in reversed(self._spare):
            if self._parts[part] and _needed([*wanted, part]) + icon <= room + theme.px(GAP):
                wanted.append(part)
        self._search.set_narrow(room - _needed(wanted) - icon < theme.px(LEAST))
        for part in self._parts:
            part.setVisible(part in wanted and not self._search.needs_bar())

    def event(self, event: QEvent) -> bool:
        """A part has become wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width."""
        super().resizeEvent(event)
        self.fit()


def _needed(parts: Iterable[QWidget]) -> int:
    """The width of these, each with a gap beside it."""
    return sum(part.sizeHint().width() + theme.px(GAP) for part in parts)
