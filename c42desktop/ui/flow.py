"""A row that goes on below where there is no room beside: buttons in a narrow panel, in a long language."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Each part as wide as it wants to be, from where lines begin."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """At the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """One of them, out of it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower, it is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it is then."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        hints = [item.sizeHint() for item in self._seen()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        return QSize(sum(each.width() for each in hints) + gaps, self.minimumSize().height())

    def minimumSize(self) -> QSize:  # noqa: N802
        """As narrow as its widest part."""
        hints = [item.sizeHint() for item in self._seen()]
        return QSize(
            max((each.width() for each in hints), default=0), max((each.height() for each in hints), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put each part into its place."""
        super().setGeometry(rect)
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget is not None else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self._seen(), self._places(rect.width()), strict=True):
            moved = place.translated(rect.topLeft())
            item.setGeometry(QStyle.visualRect(direction, rect, moved))

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """In lines that read from left to right, from 0, 0."""
        places: list[QRect] = []
        left = top = below = 0
        for item in self._seen():
            size = item.sizeHint().boundedTo(QSize(max(1, width), item.sizeHint().height()))
            if left and left + size.width() > width:
                left, top = 0, below + self.spacing()
            places.append(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            below = max(below, top + size.height())
        return places
