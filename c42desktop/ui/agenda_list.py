"""A sorted list of rows with a header above each section, as a Qt model: every way in which it may change.

The headers come and go with the rows below them, but for those of the days that are always there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QObject

from c42desktop.ui.agenda_rows import ALL_DAYS, Days, Key, Kind, Part, Row, build, header_above, section
from c42desktop.ui.rows_model import LOOKS, RowsModel


class AgendaList(RowsModel):
    """The rows under the `days` that are loaded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._days = ALL_DAYS
        self._always: tuple[date, ...] = ()
        self._changed: set[date] = set()  # days with other rows than before

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, by time."""
        return self._rows

    @property
    def days(self) -> Days:
        """The days whose rows are there."""
        return self._days

    def is_header(self, row: Row) -> bool:
        """Whether it is the header of a section."""
        return row.kind is Kind.HEADER

    def find_row(self, row: Row) -> QModelIndex:
        """Where the row with this key is now; invalid where it is gone."""
        place = self._at(row)
        found = place < len(self._rows) and self._rows[place].key == row.key
        return self.index(place) if found else QModelIndex()

    def find_day(self, day: date) -> QModelIndex:
        """The first header of this day or a later one; invalid where there is none."""
        place = bisect_left(self._rows, section(day), key=_section)
        return self.index(place) if place < len(self._rows) else QModelIndex()

    def section_at(self, place: int) -> tuple[Row, int]:
        """The header of the section in which the row at this place is, and where the next section begins."""
        row = self._rows[place]
        return header_above(row), bisect_right(self._rows, row.key[0], key=_section)

    # Rows that change one by one

    def update_rows(self, rows: Iterable[Row]) -> None:
        """What these rows show is another thing now; they stay where they are."""
        for row in rows:
            place = self._at(row)
            if self._rows[place] != row:
                self._rows[place] = row
                self._changed.add(row.day)
                self.emit_changed(place)

    def insert_row(self, row: Row) -> None:
        """One more row."""
        self.ensure_header(header_above(row))
        place = self._at(row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()
        self._changed.add(row.day)

    def remove_row(self, row: Row) -> None:
        """One row less."""
        place = self._at(row)
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.drop_header(header_above(row))
        self._changed.add(row.day)

    def move_row(self, old: Row, new: Row) -> None:
        """A row stands elsewhere now."""
        self.ensure_header(header_above(new))
        source, target = self._at(old), self._at(new)
        if target in (source, source + 1):
            self._rows[source] = new
            place = source
        else:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
            del self._rows[source]
            place = target - (target > source)
            self._rows.insert(place, new)
            self.endMoveRows()
        self.emit_changed(place)
        self.drop_header(header_above(old))
        self._changed |= {old.day, new.day}

    def ensure_header(self, row: Row) -> None:
        """This header is there, if its day is."""
        if row.day in self._days and not self.find_row(row).isValid():
            place = self._at(row)
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def drop_header(self, row: Row) -> None:
        """This header goes, if nothing is below it any more."""
        first, end = self.section_bounds(row)
        stays = row.part is Part.DAY and row.day in self._always
        if end - first == 1 and not stays:
            self.beginRemoveRows(QModelIndex(), first, first)
            del self._rows[first]
            self.endRemoveRows()

    # Whole days

    def insert_days(self, days: Days, rows: Iterable[Row]) -> None:
        """These days are there too, with these rows: all before the first or after the last that were there."""
        old, self._days = self._days, days
        for group in self._blocks(rows, old):
            place = self._at(group[0])
            self.beginInsertRows(QModelIndex(), place, place + len(group) - 1)
            self._rows[place:place] = group
            self.endInsertRows()
            self._changed |= {group[0].day, group[-1].day}

    def _blocks(self, rows: Iterable[Row], old: Days) -> list[list[Row]]:
        empty = [day for day in self._always if day in self._days and day not in old]
        return [list(group) for _side, group in groupby(build(rows, empty), key=lambda row: row.day > old.last)]

    def remove_days(self, days: Days) -> list[Row]:
        """Only these days are there. Gives the rows that went."""
        self._days = days
        end = bisect_right(self._rows, section(days.last, max(Part)), key=_section)
        gone = self._cut(end, len(self._rows))
        return self._cut(0, bisect_left(self._rows, section(days.first), key=_section)) + gone

    def _cut(self, first: int, end: int) -> list[Row]:
        gone = self._rows[first:end]
        if gone:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()
        return gone

    # How

    def touch(self, rows: Iterable[Row], roles: Sequence[int] = LOOKS) -> None:
        """Say that these rows look different, neighbours in one signal."""
        places = sorted({index.row() for row in rows if (index := self.find_row(row)).isValid()})
        for first, last in _runs(places):
            self.emit_changed(first, last, roles)

    def emit_changed(self, first: int, last: int | None = None, roles: Sequence[int] = LOOKS) -> None:
        """Say that the rows from one place to another look different."""
        self.dataChanged.emit(self.index(first), self.index(first if last is None else last), list(roles))

    def section_bounds(self, row: Row) -> tuple[int, int]:
        """Where the section of a row begins, and where the next one does."""
        number = row.key[0]
        return bisect_left(self._rows, number, key=_section), bisect_right(self._rows, number, key=_section)

    def day_bounds(self, first: date, last: date) -> tuple[int, int]:
        """Where the rows of these days begin, and where those of later days do."""
        return (
            bisect_left(self._rows, section(first), key=_section),
            bisect_right(self._rows, section(last, max(Part)), key=_section),
        )

    def _at(self, row: Row) -> int:
        return bisect_left(self._rows, row.key, key=_key)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours."""
    start = 0
    for step in range(1, len(places) + 1):
        if step == len(places) or places[step] != places[step - 1] + 1:
            yield places[start], places[step - 1]
            start = step


def _key(row: Row) -> Key:
    return row.key


def _section(row: Row) -> Any:
    return row.key[0]
