"""The calendars a service offers, as a filtered list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.access import Access
from c42desktop.ui.widgets import style, tip

Index = QModelIndex | QPersistentModelIndex
INFO = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class CalendarInfo:
    """A calendar somebody offers. `pending`: we have asked to be let in. `subscribers` is None, `owner` and `access`
    are empty where its service does not say."""

    service: str
    node: str
    title: str = ""
    description: str = ""
    subscribed: bool = False
    pending: bool = False
    access: Access = Access.UNKNOWN
    subscribers: int | None = None
    owner: str = ""

    @property
    def state(self) -> str:
        """In one word, how we stand to it; "" where we have nothing to do with it."""
        return _("Waiting") if self.pending else _("Added") if self.subscribed else ""

    def standing(self, *, subscribed: bool, pending: bool) -> CalendarInfo:
        """The same, where we stand otherwise to it."""
        return replace(self, subscribed=subscribed, pending=pending)

    def is_same(self, other: CalendarInfo | None) -> bool:
        """Whether both are about one calendar."""
        return other is not None and (self.service, self.node) == (other.service, other.node)

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
            parts = (info.name, info.description, info.state)
            return one_line(", ".join(part for part in parts if part))
        return None

    def set(self, infos: Sequence[CalendarInfo]) -> None:
        """Other calendars."""
        self._all = tuple(sorted(infos, key=lambda info: (info.name.casefold(), info.node)))
        self._refilter()

    def all(self) -> tuple[CalendarInfo, ...]:
        """Also those that do not match."""
        return self._all

    def set_filter(self, text: str) -> None:
        """Other words."""
        self._filter = text
        self._refilter()

    def _refilter(self) -> None:
        words = self._filter.casefold().split()
        self.beginResetModel()
        self._shown = [info for info in self._all if info.matches(words)]
        self.endResetModel()


class OfferList(QListView):
    """The list of `offers`."""

    def __init__(self) -> None:
        super().__init__()
        self.offers = OfferModel()
        self.setObjectName("offers")
        self.setAccessibleName(_("Calendars"))
        self.setModel(self.offers)
        self.setItemDelegate(OfferDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(self, "boxed")

    def selected(self) -> CalendarInfo | None:
        """The calendar that is selected."""
        found = self.currentIndex().data(INFO)
        return found if isinstance(found, CalendarInfo) else None

    def select(self, info: CalendarInfo | None) -> None:
        """Select this calendar where it is in the list; None: none."""
        if info is None:
            self.selectionModel().clear()
            return
        rows = (self.offers.index(row) for row in range(self.offers.rowCount()))
        found = next((index for index in rows if info.is_same(index.data(INFO))), None)
        if found is not None:
            self.setCurrentIndex(found)


class OfferDelegate(QStyledItemDelegate):
    """Name, description beneath it, and how we stand to it."""

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
        used = QFontMetrics(theme.font(12)).horizontalAdvance(info.state) + theme.px(8) if info.state else 0
        _draw(painter, first, info.state, 12, 400, colors.secondary, right=True)
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
