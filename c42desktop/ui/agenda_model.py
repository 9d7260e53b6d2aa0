"""The agenda as a Qt model: day headers and occurrences, changed row by row.

It holds the days around those that the reader looks at (`days`): others come with `extend` and go with `narrow`.

The model has no clock: `set_now` is called every minute and whenever the clock or the zone jumped. `now` is aware
and in the zone of the reader, which is the zone every row is placed in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Signal

from c42desktop.calendar.model import Calendar, CalendarRef, Event, ItemRef, Occurrence
from c42desktop.ui import agenda_faces as faces
from c42desktop.ui.agenda_conflicts import in_conflict
from c42desktop.ui.agenda_list import AgendaList
from c42desktop.ui.agenda_rows import (
    Days,
    Entry,
    Key,
    Kind,
    Row,
    build,
    has_begun,
    header,
    is_left,
    joined,
    paired,
    rows_of,
    section,
    within,
)
from c42desktop.ui.pills import Pill, after
from c42desktop.ui.rows_model import FACE, LOOKS, ROW, SHAPE

__all__ = ["FACE", "ROW", "SHAPE", "AgendaModel", "Shape"]

_DAY = timedelta(days=1)


class Shape(NamedTuple):
    """Kind of row, and whether the now-line is drawn above or below it."""

    kind: Kind
    line_above: bool
    line_below: bool


class AgendaModel(AgendaList):
    """Rows sorted by time; today's header is there whenever its day is, and so is that of a day that was asked for.

    `calendar_shown` (CalendarRef): the rows of a calendar that was hidden are asked for again. `is_shifting`: other
    days come into sight, and nothing happened to the rows that come or go. `gone` (ItemRef or CalendarRef): there is
    no such thing any more, whether it was among the rows or not.
    """

    calendar_shown = Signal(object)
    gone = Signal(object)

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_shifting = False
        self._now = now
        self._asked: date | None = None
        self._always = (now.date(),)
        self._rows = [header(now.date())]
        self._entries: dict[ItemRef, Entry] = {}
        self._shown: dict[ItemRef, list[Row]] = {}
        self._calendars: dict[CalendarRef, Calendar] = {}
        self._hidden: set[CalendarRef] = set()
        self._pills: dict[ItemRef, Pill] = {}
        self._line: tuple[Row | None, bool] = (None, False)
        self._join_patterns: Sequence[str] = ()
        self._conflicts: dict[date, frozenset[Key]] = {}  # of the days that somebody looked at
        self._faces: dict[Key, faces.EventFace] = {}

    # What the view asks

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

    def is_hidden(self, ref: CalendarRef) -> bool:
        """Whether the rows of a calendar are not to be seen."""
        return ref in self._hidden

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

    def today(self) -> QModelIndex:
        """Today's header; invalid where today is not among the days that are there."""
        return self.find_row(header(self._now.date()))

    # What changes it

    def set_join_patterns(self, patterns: Sequence[str]) -> None:
        """How the addresses of the person's own meetings begin (calendar/meetings.py)."""
        self._join_patterns = patterns
        if self._rows:
            self.emit_changed(0, len(self._rows) - 1)

    def reset(self, entries: Iterable[Entry], days: Days | None = None) -> None:
        """Forget everything and show these, under these days, or under those that were there."""
        self.is_shifting = days is not None
        self.beginResetModel()
        self._days = days or self._days
        self._entries = {entry.item: entry for entry in entries}
        self._pills = {item: pill for item, pill in self._pills.items() if item in self._entries}
        self._shown = {item: rows for item, entry in self._entries.items() if (rows := self._rows_of(entry))}
        shown = (row for rows in self._shown.values() for row in rows)
        self._rows = build(shown, (day for day in self._always if day in self._days))
        self._line = self._find_line()
        self._conflicts.clear()
        self._faces.clear()
        self.endResetModel()
        self.is_shifting = False

    def place_anew(self) -> None:
        """Put every row where it belongs: the zone of the reader may be another one."""
        self.reset(self._entries.values())

    def extend(self, days: Days, entries: Iterable[Entry]) -> None:
        """These days, more than there were, with what stands under the new ones. `find_conflicts` is to follow."""
        old, fresh = self._days, list[Row]()
        self._days = days
        for entry in entries:
            rows = [row for row in self._rows_of(entry) if row.day not in old]
            if rows:
                known = self._entries.get(entry.item)
                self._entries[entry.item] = joined(known, entry) if known else entry
                self._shown[entry.item] = sorted([*self._shown.get(entry.item, ()), *rows], key=lambda row: row.key)
                fresh.extend(rows)
        self._days = old
        self.is_shifting = True
        self.insert_days(days, fresh)
        self.is_shifting = False
        self._after_rows(settled=False)

    def narrow(self, days: Days) -> None:
        """Only these of the days that are there."""
        self.is_shifting = True
        gone = self.remove_days(days)
        self.is_shifting = False
        for item in {row.item for row in gone if row.item is not None}:
            self._forget(item)
        self._conflicts = {day: keys for day, keys in self._conflicts.items() if day in days}
        for row in gone:
            self._faces.pop(row.key, None)
        self._after_rows()

    def _forget(self, item: ItemRef) -> None:
        """What of an item stood under days that went."""
        left = [row for row in self._shown[item] if row.day in self._days]
        if left:
            self._shown[item] = left
            self._entries[item] = within(self._entries[item], self._days, self._now)
        else:
            del self._shown[item], self._entries[item]

    def ask_for(self, day: date | None) -> None:
        """Have the header of this day even where nothing is planned, in place of the one that was asked for before."""
        before, self._asked = self._asked, day
        self._always = (self._now.date(), *((day,) if day else ()))
        if before is not None and before != day:
            self.drop_header(header(before))
        if day is not None:
            self.ensure_header(header(day))

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

    def remove(self, item: ItemRef) -> None:
        """There is no such item any more, on whatever day it was."""
        self.replace(item, ())
        self.gone.emit(item)

    def remove_calendar(self, ref: CalendarRef) -> None:
        """Forget a calendar and all its items."""
        for item in [item for item in self._entries if item.calendar == ref]:
            self.replace(item, ())
        self._calendars.pop(ref, None)
        self._hidden.discard(ref)
        self.gone.emit(ref)

    def set_visible(self, ref: CalendarRef, visible: bool) -> None:
        """Show or hide the rows of a calendar; a hidden one is still kept up to date."""
        if visible == (ref not in self._hidden):
            return
        (self._hidden.discard if visible else self._hidden.add)(ref)
        for item, entry in self._entries.items():
            if item.calendar == ref:
                self._show(entry)
        self._after_rows()
        if visible:
            self.calendar_shown.emit(ref)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Take over names, colours and visibility."""
        known = {calendar.ref: calendar for calendar in calendars}
        before = self._calendars
        restyled = {ref for ref in known.keys() | before.keys() if known.get(ref) != before.get(ref)}
        self._calendars = known
        for calendar in calendars:
            self.set_visible(calendar.ref, calendar.visible)
        self.touch([row for item, rows in self._shown.items() if item.calendar in restyled for row in rows])

    def mark(self, item: ItemRef, pill: Pill) -> None:
        """Give the rows of an item their badge, in place of the one they had where that says less."""
        self._pills[item] = after(self._pills.get(item), pill)
        self.touch(self._shown.get(item, ()))

    def unmark(self, item: ItemRef) -> None:
        """Take the badge away."""
        if self._pills.pop(item, None):
            self.touch(self._shown.get(item, ()))

    def set_now(self, now: datetime) -> None:
        """Move on to another instant: what is past, the now-line, how long until; at midnight the days."""
        before, self._now = self._now, now
        if (before.date(), before.utcoffset(), before.tzinfo) != (now.date(), now.utcoffset(), now.tzinfo):
            same_zone = (before.utcoffset(), before.tzinfo) == (now.utcoffset(), now.tzinfo)
            ahead = same_zone and before.date() <= now.date()
            self._new_day(before.date(), self._begun(now) if ahead else list(self._entries))
            return
        first, end = self.day_bounds(now.date(), now.date() + _DAY)
        near = self._rows[first:end]
        self.touch([row for row in near if faces.differs(row, before, now)])
        self._after_rows(clock=True)

    # How

    def _show(self, entry: Entry) -> None:
        wanted = self._rows_of(entry) if entry.item in self._entries else []
        present = self._shown.pop(entry.item, [])
        for row in present:
            self._faces.pop(row.key, None)
        if wanted:
            self._shown[entry.item] = wanted
        keys_wanted, keys_present = {row.key for row in wanted}, {row.key for row in present}
        self.update_rows([row for row in wanted if row.key in keys_present])
        gone = [row for row in present if row.key not in keys_wanted]
        fresh = [row for row in wanted if row.key not in keys_present]
        for old, new in paired(gone, fresh):
            if old and new:
                self.move_row(old, new)
            elif new:
                self.insert_row(new)
            elif old:
                self.remove_row(old)

    def _rows_of(self, entry: Entry) -> list[Row]:
        """The rows of an entry that are to be seen: under these days, and of a calendar that is shown."""
        if entry.item.calendar in self._hidden:
            return []
        return [row for row in rows_of(entry, self._now) if row.day in self._days]

    def _begun(self, now: datetime) -> list[ItemRef]:
        """The items that stand under today's header or above it: those that run for days move on with it."""
        end = self.day_bounds(now.date(), now.date())[1]
        return list(dict.fromkeys(row.item for row in self._rows[:end] if row.item is not None))

    def _new_day(self, before: date, items: Iterable[ItemRef]) -> None:
        """Another day, or another zone: these items are placed anew, mostly where they were."""
        self.ask_for(self._asked)
        self.ensure_header(header(self._now.date()))
        for item in items:
            self._show(self._entries[item])
        self.drop_header(header(before))
        self._line = self._find_line()
        self._conflicts.clear()
        self._changed.clear()
        if self._rows:
            self.emit_changed(0, len(self._rows) - 1, ())

    def _after_rows(self, *, clock: bool = False, settled: bool = True) -> None:
        """The now-line, the count in today's header and who is in whose way depend on the rows around them."""
        before, self._line = self._line, self._find_line()
        if before != self._line or clock:
            self.touch([row for row in (before[0], self._line[0]) if row is not None], [*LOOKS, SHAPE])
        self.touch(map(header, self._always))
        if settled:
            self.find_conflicts()

    def find_conflicts(self) -> None:
        """Who is in whose way, where somebody looked at it before and the rows are others now."""
        around = {day + _DAY * step for day in self._changed for step in (-1, 0, 1) if date.min < day < date.max}
        self._changed.clear()
        for day in around & self._conflicts.keys():
            before = self._conflicts.pop(day)
            differing = before ^ self._conflicts_of(day)
            first, end = self.day_bounds(day, day)
            self.touch([row for row in self._rows[first:end] if row.key in differing])

    def _conflicts_of(self, day: date) -> frozenset[Key]:
        known = self._conflicts.get(day)
        if known is None:
            first, end = self.day_bounds(day - _DAY, day + _DAY)
            found = in_conflict(self._rows[first:end], _zone(self._now))
            known = self._conflicts[day] = frozenset(key for key in found if key[0] == section(day))
        return known

    def _find_line(self) -> tuple[Row | None, bool]:
        """The row of today the now-line goes with, and whether it goes below it: above the first to come."""
        today = section(self._now.date())
        first = bisect_left(self._rows, (today, int(Kind.TIMED)), key=_place)
        end = bisect_right(self._rows, (today, int(Kind.TIMED)), key=_place)
        if first == end:
            return None, False
        coming = bisect_left(self._rows, True, lo=first, hi=end, key=lambda row: not has_begun(row, self._now))
        return (self._rows[coming], False) if coming < end else (self._rows[end - 1], True)

    def emit_changed(self, first: int, last: int | None = None, roles: Sequence[int] = LOOKS) -> None:
        """The same, and what was known of how they look is forgotten."""
        for row in self._rows[first : (first if last is None else last) + 1]:
            self._faces.pop(row.key, None)
        super().emit_changed(first, last, roles)

    def shape(self, row: Row) -> Shape:
        """All that its height depends on."""
        line, below = self._line
        here = line is not None and line.key == row.key
        return Shape(row.kind, here and not below, here and below)

    def face(self, row: Row) -> faces.HeaderFace | faces.EventFace:
        """What a row shows."""
        if row.kind is Kind.HEADER:
            first, end = self.section_bounds(row)
            tells_empty = row.day == self._asked or (row.day in self._always and not self.is_empty())
            return faces.header_face(row, self._rows[first + 1 : end], self._now, tells_empty=tells_empty)
        face = self._faces.get(row.key)
        if face is None:
            face = self._faces[row.key] = self._event_face(row)
        return face

    def _event_face(self, row: Row) -> faces.EventFace:
        assert row.item is not None
        shape = self.shape(row)
        pill = self._pills.get(row.item)
        return faces.event_face(
            row,
            self._calendars.get(row.item.calendar),
            pill if pill and pill.concerns(row.event) else None,
            self._now,
            line=shape.line_above or shape.line_below,
            conflict=row.key in self._conflicts_of(row.day),
            join_patterns=self._join_patterns,
        )


def _place(row: Row) -> tuple[int, int]:
    return row.key[0], row.key[1]


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
