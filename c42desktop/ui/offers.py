"""The calendars a service offers, as a filtered list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.widgets import tip

Index = QModelIndex | QPersistentModelIndex
INFO = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class CalendarInfo:
    """A calendar somebody offers."""

    service: str
    node: str
    title: str = ""
    description: str = ""
    subscribed: bool = False

    @property
    def name(self) -> str:
        """What to call it."""
        return one_line(self.title) or one_line(self.node)

    def matches(self, words: Sequence[str]) -> bool:
        """True where every word occurs somewhere."""
        text = f"{self.title} {self.node} {self.description}".casefold()
        return all(word in text for word in words)


class OfferModel(QAbstractListModel):
    """The calendars of a service that match the filter."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[CalendarInfo, ...] = ()
        self._filter = ""
        self._shown: list[CalendarInfo] = []

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """How many match."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One calendar."""
        if not index.isValid():
            return None
        info = self._shown[index.row()]
        if role == INFO:
            return info
        if role == Qt.ItemDataRole.DisplayRole:
            return info.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (info.name, info.description, info.node) if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (info.name, info.description, _("added") if info.subscribed else "")
            return one_line(", ".join(part for part in parts if part))
        return None

    def set(self, infos: Sequence[CalendarInfo]) -> None:
        """Other calendars."""
        self._all = tuple(sorted(infos, key=lambda info: (info.name.casefold(), info.node)))
        self._refilter()

    def set_filter(self, text: str) -> None:
        """Other words."""
        self._filter = text
        self._refilter()

    def _refilter(self) -> None:
        words = self._filter.casefold().split()
        self.beginResetModel()
        self._shown = [info for info in self._all if info.matches(words)]
        self.endResetModel()


class OfferDelegate(QStyledItemDelegate):
    """Name, description beneath it, and "Added" where it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, or one."""
        info: CalendarInfo = index.data(INFO)
        return QSize(theme.px(200), theme.px(48 if info.description else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one calendar."""
        info: CalendarInfo = index.data(INFO)
        colors = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selection if chosen else colors.hover))
            painter.drawRoundedRect(option.rect, theme.px(6), theme.px(6))
        rect = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        first = rect.adjusted(0, theme.px(6), 0, 0)
        first.setHeight(theme.px(20))
        added = _("Added") if info.subscribed else ""
        used = QFontMetrics(theme.font(12)).horizontalAdvance(added) + theme.px(8) if added else 0
        _draw(painter, first, added, 12, 400, colors.secondary, right=True)
        color = colors.secondary if info.subscribed else colors.text
        _draw(painter, first.adjusted(0, 0, -used, 0), info.name, 13, 600, color)
        second = first.translated(0, theme.px(18))
        _draw(painter, second, one_line(info.description), 12, 400, colors.secondary)
        painter.restore()


def _draw(
    painter: QPainter, rect: QRect, text: str, size: int, weight: int, color: str, *, right: bool = False
) -> None:
    made = theme.font(size, weight)
    painter.setFont(made)
    painter.setPen(QColor(color))
    shown = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(rect, flags, shown)
