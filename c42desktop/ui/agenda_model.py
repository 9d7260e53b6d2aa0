"""The agenda as a Qt model: day headers and occurrences, changed row by row.

The model has no clock: `set_now` is called every minute and whenever the clock or the zone jumped. `now` is aware
and in the zone of the reader, which is the zone every row is placed in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject

from c42desktop.calendar.model import Calendar, CalendarRef, Event, ItemRef, Occurrence
from c42desktop.ui import agenda_faces as faces
from c42desktop.ui.agenda_rows import Entry, Kind, Row, build, has_begun, header, is_ahead, is_left, paired, rows_of
from c42desktop.ui.pills import Pill, after
from c42desktop.ui.rows_model import FACE, LOOKS, ROW, SHAPE, RowsModel

__all__ = ["FACE", "ROW", "SHAPE", "AgendaModel", "Shape"]


class Shape(NamedTuple):
    """Kind of row, and whether the now-line is drawn above or below it."""

    kind: Kind
    line_above: bool
    line_below: bool


class AgendaModel(RowsModel):
    """Rows sorted by time; today's header is always there, the other headers come and go with their rows."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[Row] = [header(now.date())]
        self._entries: dict[ItemRef, Entry] = {}
        self._shown: dict[ItemRef, list[Row]] = {}
        self._calendars: dict[CalendarRef, Calendar] = {}
        self._hidden: set[CalendarRef] = set()
        self._pills: dict[ItemRef, Pill] = {}
        self._line: tuple[Row | None, bool] = (None, False)
        self._join_patterns: Sequence[str] = ()

    # What the view asks

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, by time."""
        return self._rows

    def is_header(self, row: Row) -> bool:
        """Whether it is the header of a day."""
        return row.kind is Kind.HEADER

    @property
    def now(self) -> datetime:
        """The instant everything is shown for."""
        return self._now

    def is_empty(self) -> bool:
        """True where no event is shown."""
        return not any(self._shown.values())

    def calendar(self, ref: CalendarRef) -> Calendar | None:
        """The calendar as last set."""
        return self._calendars.get(ref)

    def items(self) -> list[ItemRef]:
        """All items that are shown or would be if their calendar were."""
        return list(self._entries)

    def find(self, item: ItemRef) -> QModelIndex:
        """The first row of an item that is not over, else its last; invalid where it shows none."""
        rows = self._shown.get(item)
        if not rows:
            return QModelIndex()
        chosen = next((row for row in rows if is_left(row, self._now)), rows[-1])
        return self.index(self._at(chosen))

    def find_row(self, row: Row) -> QModelIndex:
        """Where the row with this key is now; invalid where it is gone."""
        place = bisect_left(self._rows, row.key, key=_key)
        found = place < len(self._rows) and self._rows[place].key == row.key
        return self.index(place) if found else QModelIndex()

    def upcoming(self) -> Iterator[Row]:
        """The rows of timed events that take place and are not over, soonest first."""
        return (row for row in self._rows if is_ahead(row, self._now))

    def until(self, day: date) -> Iterator[Row]:
        """The rows of all days up to this one, of the calendars that are shown."""
        return takewhile(lambda row: row.day <= day, self._rows)

    def today(self) -> QModelIndex:
        """Today's header."""
        return self.index(self._at(header(self._now.date())))

    # What changes it

    def set_join_patterns(self, patterns: Sequence[str]) -> None:
        """How the addresses of the person's own meetings begin (calendar/meetings.py)."""
        self._join_patterns = patterns
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), LOOKS)

    def reset(self, entries: Iterable[Entry]) -> None:
        """Forget everything and show these."""
        self.beginResetModel()
        self._entries = {entry.item: entry for entry in entries}
        self._pills = {item: pill for item, pill in self._pills.items() if item in self._entries}
        visible = [entry for entry in self._entries.values() if entry.item.calendar not in self._hidden]
        self._shown = {entry.item: rows_of(entry, self._now) for entry in visible}
        self._rows = build(self._shown.values(), self._now)
        self._line = self._find_line()
        self.endResetModel()

    def place_anew(self) -> None:
        """Put every row where it belongs: the zone of the reader may be another one."""
        self.reset(self._entries.values())

    def replace(self, item: ItemRef, occurrences: Sequence[Occurrence], waiting: Sequence[Event] = ()) -> None:
        """Show exactly these for the item: only the rows that differ are touched. Nothing at all removes it."""
        self.replace_all([Entry(item, tuple(occurrences), tuple(waiting))])

    def replace_all(self, entries: Iterable[Entry]) -> None:
        """The same for several items at once."""
        entries = list(entries)
        differing = [entry for entry in entries if self._entries.get(entry.item, Entry(entry.item)) != entry]
        for entry in entries:
            if not (entry.occurrences or entry.waiting):
                self._pills.pop(entry.item, None)
        for entry in differing:
            if entry.occurrences or entry.waiting:
                self._entries[entry.item] = entry
            else:
                self._entries.pop(entry.item, None)
            self._show(entry)
        if differing:
            self._after_rows()

    def remove_calendar(self, ref: CalendarRef) -> None:
        """Forget a calendar and all its items."""
        for item in [item for item in self._entries if item.calendar == ref]:
            self.replace(item, ())
        self._calendars.pop(ref, None)
        self._hidden.discard(ref)

    def set_visible(self, ref: CalendarRef, visible: bool) -> None:
        """Show or hide the rows of a calendar; a hidden one is still kept up to date."""
        if visible == (ref not in self._hidden):
            return
        (self._hidden.discard if visible else self._hidden.add)(ref)
        for item, entry in self._entries.items():
            if item.calendar == ref:
                self._show(entry)
        self._after_rows()

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Take over names, colours and visibility."""
        known = {calendar.ref: calendar for calendar in calendars}
        before = self._calendars
        restyled = {ref for ref in known.keys() | before.keys() if known.get(ref) != before.get(ref)}
        self._calendars = known
        for calendar in calendars:
            self.set_visible(calendar.ref, calendar.visible)
        self._touch([row for item, rows in self._shown.items() if item.calendar in restyled for row in rows])

    def mark(self, item: ItemRef, pill: Pill) -> None:
        """Give the rows of an item their badge, in place of the one they had where that says less."""
        self._pills[item] = after(self._pills.get(item), pill)
        self._touch(self._shown.get(item, ()))

    def unmark(self, item: ItemRef) -> None:
        """Take the badge away."""
        if self._pills.pop(item, None):
            self._touch(self._shown.get(item, ()))

    def set_now(self, now: datetime) -> None:
        """Move on to another instant: what is past, the now-line, how long until; at midnight the days."""
        before, self._now = self._now, now
        if (before.date(), before.utcoffset(), before.tzinfo) != (now.date(), now.utcoffset(), now.tzinfo):
            same_zone = (before.utcoffset(), before.tzinfo) == (now.utcoffset(), now.tzinfo)
            ahead = same_zone and before.date() <= now.date()
            self._new_day(before.date(), self._begun(now) if ahead else list(self._entries))
            return
        first, end = self._bounds(now.date())[0], self._bounds(now.date() + timedelta(days=1))[1]
        near = self._rows[first:end]
        self._touch([row for row in near if faces.differs(row, before, now)])
        self._after_rows(clock=True)

    # How

    def _show(self, entry: Entry) -> None:
        visible = entry.item.calendar not in self._hidden and entry.item in self._entries
        wanted = rows_of(entry, self._now) if visible else []
        present = self._shown.pop(entry.item, [])
        if wanted:
            self._shown[entry.item] = wanted
        keys_wanted, keys_present = {row.key for row in wanted}, {row.key for row in present}
        self._update([row for row in wanted if row.key in keys_present])
        gone = [row for row in present if row.key not in keys_wanted]
        fresh = [row for row in wanted if row.key not in keys_present]
        for old, new in paired(gone, fresh):
            if old and new:
                self._move(old, new)
            elif new:
                self._insert(new)
            elif old:
                self._remove(old)

    def _update(self, rows: Sequence[Row]) -> None:
        for row in rows:
            place = self._at(row)
            if self._rows[place] != row:
                self._rows[place] = row
                self._emit(place)

    def _insert(self, row: Row) -> None:
        self._ensure_header(row.day)
        place = self._at(row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def _remove(self, row: Row) -> None:
        place = self._at(row)
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self._drop_header(row.day)

    def _move(self, old: Row, new: Row) -> None:
        self._ensure_header(new.day)
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
        self._emit(place)
        self._drop_header(old.day)

    def _ensure_header(self, day: date) -> None:
        row = header(day)
        place = self._at(row)
        if place == len(self._rows) or self._rows[place].key != row.key:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def _drop_header(self, day: date) -> None:
        first, end = self._bounds(day)
        if end - first == 1 and day != self._now.date():
            self.beginRemoveRows(QModelIndex(), first, first)
            del self._rows[first]
            self.endRemoveRows()

    def _begun(self, now: datetime) -> list[ItemRef]:
        """The items that stand under today's header or above it: those that run for days move on with it."""
        end = self._bounds(now.date())[1]
        return list(dict.fromkeys(row.item for row in self._rows[:end] if row.item is not None))

    def _new_day(self, before: date, items: Iterable[ItemRef]) -> None:
        """Another day, or another zone: these items are placed anew, mostly where they were."""
        self._ensure_header(self._now.date())
        for item in items:
            self._show(self._entries[item])
        self._drop_header(before)
        self._line = self._find_line()
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _after_rows(self, *, clock: bool = False) -> None:
        """The now-line and the count in today's header depend on the rows around them."""
        before, self._line = self._line, self._find_line()
        if before != self._line or clock:
            self._touch([row for row in (before[0], self._line[0]) if row is not None], [*LOOKS, SHAPE])
        self._touch([header(self._now.date())])

    def _find_line(self) -> tuple[Row | None, bool]:
        """The row of today the now-line goes with, and whether it goes below it: above the first to come."""
        today = self._now.date().toordinal()
        first = bisect_left(self._rows, (today, int(Kind.TIMED)), key=_place)
        end = bisect_right(self._rows, (today, int(Kind.TIMED)), key=_place)
        if first == end:
            return None, False
        coming = bisect_left(self._rows, True, lo=first, hi=end, key=lambda row: not has_begun(row, self._now))
        return (self._rows[coming], False) if coming < end else (self._rows[end - 1], True)

    def _touch(self, rows: Iterable[Row], roles: Sequence[int] = LOOKS) -> None:
        """Say that these rows look different, neighbours in one signal."""
        places = sorted({index.row() for row in rows if (index := self.find_row(row)).isValid()})
        start = 0
        for step in range(1, len(places) + 1):
            if step == len(places) or places[step] != places[step - 1] + 1:
                self._emit(places[start], places[step - 1], roles)
                start = step

    def _emit(self, first: int, last: int | None = None, roles: Sequence[int] = LOOKS) -> None:
        self.dataChanged.emit(self.index(first), self.index(first if last is None else last), list(roles))

    def _at(self, row: Row) -> int:
        return bisect_left(self._rows, row.key, key=_key)

    def _bounds(self, day: date) -> tuple[int, int]:
        ordinal = day.toordinal()
        return (
            bisect_left(self._rows, ordinal, key=_ordinal),
            bisect_right(self._rows, ordinal, key=_ordinal),
        )

    def shape(self, row: Row) -> Shape:
        """All that its height depends on."""
        line, below = self._line
        here = line is not None and line.key == row.key
        return Shape(row.kind, here and not below, here and below)

    def face(self, row: Row) -> faces.HeaderFace | faces.EventFace:
        """What a row shows."""
        if row.kind is Kind.HEADER:
            first, end = self._bounds(row.day)
            return faces.header_face(row, self._rows[first + 1 : end], self._now)
        assert row.item is not None
        shape = self.shape(row)
        pill = self._pills.get(row.item)
        return faces.event_face(
            row,
            self._calendars.get(row.item.calendar),
            pill if pill and pill.concerns(row.event) else None,
            self._now,
            line=shape.line_above or shape.line_below,
            join_patterns=self._join_patterns,
        )


def _key(row: Row) -> Any:
    return row.key


def _ordinal(row: Row) -> int:
    return row.key[0]


def _place(row: Row) -> tuple[int, int]:
    return row.key[0], row.key[1]
