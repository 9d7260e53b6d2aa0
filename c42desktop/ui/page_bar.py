"""The bar above the lists. What is least needed goes where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from c42desktop.ui import theme
from c42desktop.ui.search_bar import LEAST, SearchBar

HEIGHT = 50
GAP = 8


class PageBar(QWidget):
    """Its parts stand in a row; the search takes the room they leave, and is an icon where that is not enough."""

    def __init__(self, search: SearchBar, *before: QWidget) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(HEIGHT) - 1)
        self._search = search
        self._parts: dict[QWidget, bool] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(GAP))
        for part in before:
            self.add(part)
        self._row.addWidget(search, 1)
        search.opened.connect(lambda _opened: self.fit())

    def add(self, part: QWidget, *, shown: bool = True) -> None:
        """One more part, at the far end."""
        self._parts[part] = shown
        self._row.addWidget(part)
        part.setVisible(shown)

    def show_part(self, part: QWidget, shown: bool) -> None:
        """Whether a part is wanted at all."""
        self._parts[part] = shown
        self.fit()

    def fit(self) -> None:
        """Find out what there is room for."""
        parts = [part for part, shown in self._parts.items() if shown]
        needed = sum(part.sizeHint().width() + theme.px(GAP) for part in parts)
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._search.set_narrow(
            room - needed - self._search.filter.sizeHint().width() - theme.px(GAP) < theme.px(LEAST)
        )
        for part, shown in self._parts.items():
            part.setVisible(shown and not self._search.needs_bar())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width."""
        super().resizeEvent(event)
        self.fit()
