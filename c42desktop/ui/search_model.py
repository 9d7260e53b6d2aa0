"""What was found, as a Qt model: what is to come, in days from today on, and below it the past, the latest first.

Each event has one row. More rows are fetched in pages while somebody scrolls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QObject

from c42desktop.calendar.model import Calendar, CalendarRef, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.ui import agenda_faces as faces
from c42desktop.ui.agenda_model import Shape
from c42desktop.ui.agenda_rows import Entry, Kind, Row, header_above, rows_of
from c42desktop.ui.rows_model import LOOKS, Index, RowsModel

_PAST = Row((date.min.toordinal(), Kind.HEADER, 0.0, "", (), 0), Kind.HEADER, date.min)


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, at one time, and whether that is over."""

    entry: Entry
    past: bool


class SearchModel(RowsModel):
    """`fetch` gives the hits that come next; nothing at the end. The model has no clock."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch: Callable[[], Sequence[Hit]] = _nothing
        self._now = now
        self._hits: list[Hit] = []
        self._rows: list[Row] = []
        self._calendars: dict[CalendarRef, Calendar] = {}
        self._join_patterns: Sequence[str] = ()
        self._complete = True

    # What the view asks

    @property
    def rows(self) -> Sequence[Row]:
        """All rows that are loaded, as they stand."""
        return self._rows

    def shape(self, row: Row) -> Shape:
        """All that its height depends on."""
        return Shape(row.kind, line_above=False, line_below=False)

    def is_header(self, row: Row) -> bool:
        """Whether it is the header of a day, or of the past."""
        return row.kind is Kind.HEADER

    def face(self, row: Row) -> faces.HeaderFace | faces.EventFace:
        """What a row shows."""
        if row is _PAST:
            return faces.HeaderFace(_("Past"), "", "")
        if self.is_header(row):
            return faces.header_face(row, (), self._now)
        assert row.item is not None
        calendar = self._calendars.get(row.item.calendar)
        return faces.event_face(row, calendar, None, self._now, line=False, join_patterns=self._join_patterns)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Whether there may be others."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        more = self.fetch()
        self._complete = not more
        self._hits += more
        rows = self._arranged()
        if rows[: len(self._rows)] != self._rows:  # the days have moved something meanwhile
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    def count(self) -> int:
        """How many hits are loaded."""
        return len(self._hits)

    def find(self, item: ItemRef | None) -> QModelIndex:
        """The row of an item; invalid where it has none."""
        places = (place for place, row in enumerate(self._rows) if row.item is not None and row.item == item)
        return self.index(next(places, -1))

    def first(self) -> QModelIndex:
        """The first row that is no header; invalid where there is none."""
        places = (place for place, row in enumerate(self._rows) if row.kind is not Kind.HEADER)
        return self.index(next(places, -1))

    # What changes it

    def reset(self, hits: Iterable[Hit], *, now: datetime | None = None, complete: bool = True) -> None:
        """Forget everything and show these; others may follow, unless they are `complete`."""
        self.beginResetModel()
        self._now = now or self._now
        self._hits = list(hits)
        self._complete = complete
        self._rows = self._arranged()
        self.endResetModel()

    def set_calendars(self, calendars: Iterable[Calendar]) -> None:
        """Take over names and colours."""
        self._calendars = {calendar.ref: calendar for calendar in calendars}
        self._say_all()

    def set_now(self, now: datetime) -> None:
        """Another instant: how long until, what is over."""
        self._now = now
        self._say_all()

    def set_join_patterns(self, patterns: Sequence[str]) -> None:
        """How the addresses of the person's own meetings begin (calendar/meetings.py)."""
        self._join_patterns = patterns
        self._say_all()

    # How

    def _arranged(self) -> list[Row]:
        ahead = sorted(self._rows_of(past=False), key=_key)
        past = sorted(self._rows_of(past=True), key=_key, reverse=True)
        return [*_under_days(ahead), *([_PAST, *_under_days(past)] if past else [])]

    def _rows_of(self, *, past: bool) -> list[Row]:
        hits = (hit.entry for hit in self._hits if hit.past == past)
        return [row for entry in hits for row in self._row_of(entry)]

    def _row_of(self, entry: Entry) -> list[Row]:
        try:
            return rows_of(entry, self._now, done=True)[:1]
        except (OverflowError, ValueError):  # beyond the years that all zones can hold: no day to stand under
            return []

    def _say_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), LOOKS)


def _under_days(rows: Iterable[Row]) -> list[Row]:
    """The rows, each section of a day under its header."""
    made: list[Row] = []
    for row in rows:
        head = header_above(row)
        if not made or header_above(made[-1]) != head:
            made.append(head)
        made.append(row)
    return made


def _key(row: Row) -> Any:
    return row.key


def _nothing() -> Sequence[Hit]:
    """Until somebody searches."""
    return ()
