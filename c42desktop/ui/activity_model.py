"""The activity list as a model: what was loaded of it, newest first. More is fetched in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject

from c42desktop.calendar import activity
from c42desktop.calendar.activity import Entry
from c42desktop.calendar.model import Calendar, CalendarRef, Reminder
from c42desktop.ui import activity_rows
from c42desktop.ui.activity_faces import Face, face_of
from c42desktop.ui.activity_rows import Kind, Row, arrange
from c42desktop.ui.activity_words import zone_of
from c42desktop.ui.rows_model import FACE, LOOKS, ROW, SHAPE, Index, RowsModel

__all__ = ["FACE", "KIND", "ROW", "ActivityModel"]

FetchPage = Callable[[activity.Key | None], list[Entry]]

KIND = SHAPE
"""Its kind: all that its height depends on."""


class ActivityModel(RowsModel):
    """`fetch(key)` gives the entries that come after the one with that key, or the newest; nothing at the end."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch: FetchPage = _nothing
        self._now = now
        self._entries: list[Entry] = []
        self._rows: list[Row] = []
        self._faces: dict[activity_rows.Key, Face] = {}
        self._unfolded: set[activity_rows.Key] = set()
        self._calendars: dict[CalendarRef, Calendar] = {}
        self._complete = True

    # What the view asks

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, newest first."""
        return self._rows

    def shape(self, row: Row) -> Kind:
        """Its kind."""
        return row.kind

    def is_header(self, row: Row) -> bool:
        """Whether it is the header of a section."""
        return row.kind is Kind.HEADER

    def face(self, row: Row) -> Face:
        """What a row shows."""
        face = self._faces.get(row.key)
        if face is None:
            face = self._faces[row.key] = face_of(row, self._calendars.get, self._now)
        return face

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Whether there may be older entries."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        older = self.fetch(self._entries[-1].key if self._entries else None)
        self._complete = not older
        self._set([*self._entries, *older])

    @property
    def entries(self) -> Sequence[Entry]:
        """What is loaded, newest first."""
        return self._entries

    def calendar(self, ref: CalendarRef) -> Calendar | None:
        """The calendar as last set."""
        return self._calendars.get(ref)

    def find(self, key: activity_rows.Key) -> QModelIndex:
        """Where the row with this key is now; invalid where it is gone."""
        places = (place for place, row in enumerate(self._rows) if row.key == key)
        return self.index(next(places, -1))

    # What changes it

    def reset(self, entries: Iterable[Entry], *, now: datetime | None = None, complete: bool = False) -> None:
        """Forget everything and show these, the newest; others may follow, unless they are `complete`."""
        self.beginResetModel()
        self._now = now or self._now
        self._entries = list(entries)
        self._complete = complete
        self._faces.clear()
        self._rows = arrange(self._entries, zone_of(self._now), self._unfolded)
        self.endResetModel()

    def add(self, entries: Iterable[Entry]) -> None:
        """These are new, or others than they were. What is older than all that is loaded comes with its page."""
        new = {entry.key: entry for entry in entries}
        oldest = self._entries[-1].key if self._entries and not self._complete else None
        kept = [new.pop(entry.key, entry) for entry in self._entries]
        fresh = [entry for key, entry in new.items() if oldest is None or key > oldest]
        self._set(sorted([*kept, *fresh], key=lambda entry: entry.key, reverse=True) if fresh else kept)

    def trim(self, count: int) -> None:
        """Keep no more than the newest `count` entries; the others come again with their page."""
        if len(self._entries) > count:
            self._complete = False
            self._set(self._entries[:count])

    def unfold(self, key: activity_rows.Key) -> None:
        """Show the parts of a row, or hide them again."""
        self._unfolded ^= {key}
        self._set(self._entries)

    def set_calendars(self, calendars: Iterable[Calendar]) -> None:
        """Take over names and colours."""
        known = {calendar.ref: calendar for calendar in calendars}
        if known != self._calendars:
            self._calendars = known
            self._say_all()

    def set_now(self, now: datetime) -> None:
        """Another instant: what is said about time follows, and the days where it is another one or another zone."""
        before, self._now = self._now, now
        if (before.date(), before.utcoffset()) != (now.date(), now.utcoffset()):
            self._set(self._entries)
            self._say_all()
            return
        for place, row in enumerate(self._rows):
            if isinstance(row.entry.what, Reminder):  # nothing else says how it is now
                known = self._faces.pop(row.key, None)
                if known is not None and self.face(row) != known:
                    self._emit(place, place)

    # How

    def _set(self, entries: list[Entry]) -> None:
        """Show these: rows that stay are not touched, unless they are others than they were."""
        self._entries = entries
        wanted = arrange(entries, zone_of(self._now), self._unfolded)
        keys = {row.key for row in wanted}
        staying = _in_order(
            [row.key for row in self._rows if row.key in keys], {row.key: n for n, row in enumerate(wanted)}
        )
        for first, last in reversed(list(_runs(row.key not in staying for row in self._rows))):
            self.beginRemoveRows(QModelIndex(), first, last)
            for row in self._rows[first : last + 1]:
                self._faces.pop(row.key, None)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        for first, last in _runs(row.key not in staying for row in wanted):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()
        for first, last in _runs(old != new for old, new in zip(self._rows, wanted, strict=True)):
            self._rows[first : last + 1] = wanted[first : last + 1]
            for row in self._rows[first : last + 1]:
                self._faces.pop(row.key, None)
            self._emit(first, last)

    def _say_all(self) -> None:
        self._faces.clear()
        if self._rows:
            self._emit(0, len(self._rows) - 1)

    def _emit(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), LOOKS)


def _runs(marked: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last place of each run of what is marked."""
    start = None
    place = -1
    for place, here in enumerate(marked):
        if here and start is None:
            start = place
        elif not here and start is not None:
            yield start, place - 1
            start = None
    if start is not None:
        yield start, place


def _in_order(keys: Sequence[activity_rows.Key], places: dict[activity_rows.Key, int]) -> set[activity_rows.Key]:
    """Those that stand one after the other in the new order too; the few others are taken out and put in again."""
    staying: set[activity_rows.Key] = set()
    last = -1
    for key in reversed(keys):  # what is new comes from above: rather the older ones stay
        if not staying or places[key] < last:
            staying.add(key)
            last = places[key]
    return staying


def _nothing(_after: activity.Key | None) -> list[Entry]:
    return []
