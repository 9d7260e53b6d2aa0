"""What is on soon, whatever days the window shows: for the menu of the tray, and for what others are told."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.controllers.agenda_reading import STEP, AgendaReading
from c42desktop.ui.agenda_rows import Days, Entry, Key, Row, is_ahead, rows_of
from c42desktop.ui.tray import MOST_EVENTS

_FIRST, _MOST = 2, 31  # days: today and tomorrow in any case, and more until there are events for the menu
_DAY = timedelta(days=1)


class Near:
    """The rows from today on, of the calendars that are not `hidden`. `now` gives the instant in the reader's zone."""

    def __init__(
        self, reading: AgendaReading, *, now: Callable[[], datetime], hidden: Callable[[CalendarRef], bool]
    ) -> None:
        self._reading = reading
        self._now = now
        self._hidden = hidden
        self._days: Days | None = None
        self._enough_at: datetime | None = None  # the minute: it is asked while the wheel is turned
        self._entries: dict[ItemRef, Entry] = {}
        self._rows: dict[ItemRef, list[Row]] = {}
        self._sorted: list[Row] = []  # the same: putting one more in its place is quicker than sorting thousands
        self._placed_at: datetime | None = None  # on another day, all rows stand elsewhere
        self._meanwhile: dict[ItemRef, Sequence[Event]] = {}  # that changed while others were read

    def forget(self) -> None:
        """Everything may be another one by now."""
        self._days = None
        self._enough_at = None

    @property
    def is_complete(self) -> bool:
        """Whether enough was read, and it is still that day."""
        if self._days is None or self._days.first != self._now().date():
            return False
        if self._days.last - self._days.first >= _DAY * (_MOST - 1):
            return True
        minute = self._now().replace(second=0, microsecond=0)
        if self._enough_at != minute and len(self.upcoming()) >= MOST_EVENTS:
            self._enough_at = minute
        return self._enough_at == minute

    def read(self) -> Generator[None, None, None]:
        """Read what is missing, in steps."""
        length = _FIRST
        while not self.is_complete:
            today = self._now().date()
            days = Days(today, today + _DAY * (length - 1))
            self._meanwhile.clear()
            entries = yield from self._reading.entries(days)
            yield from self._place_all(entries)
            self._days, self._entries = days, {entry.item: entry for entry in entries}
            for ref, events in list(self._meanwhile.items()):
                self.put(ref, events)
            length = min(_MOST, length * 4)

    def put(self, ref: ItemRef, events: Sequence[Event]) -> None:
        """An item is another one now, or gone, where it has no events."""
        self._meanwhile[ref] = events
        self._enough_at = None
        if self._days is not None:
            entry = self._reading.entry(ref, events, self._days)
            self._entries[ref] = entry
            if not (entry.occurrences or entry.waiting):
                del self._entries[ref]
            self._place(entry)

    def upcoming(self) -> list[Row]:
        """The next timed events that take place and are not over, soonest first."""
        return list(islice((row for row in self._shown() if is_ahead(row, self._now())), MOST_EVENTS))

    def until_tomorrow(self) -> list[Row]:
        """The rows of today and tomorrow."""
        tomorrow = self._now().date() + _DAY
        return [row for row in self._shown() if row.day <= tomorrow]

    def _shown(self) -> Iterator[Row]:
        if self._placed_at is None or not _same_day(self._placed_at, self._now()):
            for _step in self._place_all(list(self._entries.values())):
                pass
        return (row for row in self._sorted if row.item and not self._hidden(row.item.calendar))

    def _place_all(self, entries: Sequence[Entry]) -> Generator[None, None, None]:
        """Make the rows of these, in steps, and of no others."""
        now, rows = self._now(), dict[ItemRef, list[Row]]()
        for number, entry in enumerate(entries, start=1):
            rows[entry.item] = rows_of(entry, now)
            if not number % STEP:
                yield
        self._placed_at, self._rows = now, rows
        self._sorted = sorted((row for each in rows.values() for row in each), key=_key)

    def _place(self, entry: Entry) -> None:
        """Its rows in place of those it had."""
        for row in self._rows.pop(entry.item, ()):
            del self._sorted[bisect_left(self._sorted, row.key, key=_key)]
        rows = rows_of(entry, self._now())
        if rows:
            self._rows[entry.item] = rows
        for row in rows:
            insort(self._sorted, row, key=_key)


def _key(row: Row) -> Key:
    return row.key


def _same_day(one: datetime, other: datetime) -> bool:
    return (one.date(), one.tzinfo, one.utcoffset()) == (other.date(), other.tzinfo, other.utcoffset())
