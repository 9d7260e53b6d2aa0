"""The days of a month as a table of six weeks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from c42desktop.i18n import gettext as _
from c42desktop.ui.month_days import WEEK, WEEKS, days_shown, month_of
from c42desktop.ui.phrases import day_title

DAY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Look(IntEnum):
    """What a delegate asks about a day, each a yes or no."""

    TODAY = Qt.ItemDataRole.UserRole + 1
    OTHER_MONTH = Qt.ItemDataRole.UserRole + 2
    BUSY = Qt.ItemDataRole.UserRole + 3
    SHOWN = Qt.ItemDataRole.UserRole + 4


_LOOKS = frozenset(Look)


class MonthModel(QAbstractTableModel):
    """`DAY` of an index is its date, `Look` says how it is drawn. Weeks begin on `week_start`, Monday is 0."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.month = month_of(today)
        self.shown: date | None = None
        self._week_start = system_week_start()
        self._busy: frozenset[date] = frozenset()
        self._days = days_shown(self.month, self._week_start)

    @property
    def shown_days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self._days[0], self._days[-1]

    def set_month(self, month: date) -> None:
        """Another month; nothing is known of it yet."""
        self._lay_out(month_of(month), self._week_start)

    def set_week_start(self, weekday: int | None) -> None:
        """Which day begins a week; None for the system's."""
        self._lay_out(self.month, system_week_start() if weekday is None else weekday)

    def _lay_out(self, month: date, week_start: int) -> None:
        if (month, week_start) == (self.month, self._week_start):
            return
        self.beginResetModel()
        self.month, self._week_start = month, week_start
        self._days = days_shown(month, week_start)
        self.endResetModel()

    def set_today(self, today: date) -> None:
        """A new day."""
        if today != self.today:
            self.today = today
            self._redraw()

    def set_shown(self, day: date | None) -> None:
        """Where the agenda is."""
        if day != self.shown:
            self.shown = day
            self._redraw()

    def set_busy(self, days: Collection[date]) -> None:
        """The days that have events, of those that are shown."""
        busy = frozenset(days)
        if busy != self._busy:
            self._busy = busy
            self._redraw()

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; nowhere if it is not shown."""
        place = (day - self._days[0]).days
        return self.index(place // WEEK, place % WEEK) if 0 <= place < len(self._days) else QModelIndex()

    def _redraw(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, WEEK - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Six weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Seven days."""
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A day: its number, its name for those who hear it, how it is drawn."""
        if not index.isValid():
            return None
        day = self._days[index.row() * WEEK + index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(day.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(day)
            case _ if role == DAY:
                return day
            case _:
                return self._is(Look(role), day) if role in _LOOKS else None

    def _is(self, look: Look, day: date) -> bool:
        return {
            Look.TODAY: day == self.today,
            Look.OTHER_MONTH: day.month != self.month.month,
            Look.BUSY: day in self._busy,
            Look.SHOWN: day == self.shown,
        }[look]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The day of the week, by its letter."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < WEEK:
            return None
        weekday = (self._week_start + section) % WEEK + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _spoken(self, day: date) -> str:
        name = " ".join(day_title(day, self.today))
        return _("{day}, has events").format(day=name) if day in self._busy else name


def system_week_start() -> int:
    """The day that begins a week here, Monday is 0."""
    return QLocale.system().firstDayOfWeek().value - 1


def title_of(month: date) -> str:
    """ "November 2026"."""
    name = QLocale().standaloneMonthName(month.month)
    return _("{month} {year}").format(month=name[:1].upper() + name[1:], year=month.year)
