"""What is on soon, whatever days the window shows: for the menu of the tray, and for what others are told."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.controllers.agenda_reading import AgendaReading
from c42desktop.ui.agenda_rows import Days, Entry, Row, is_ahead, rows_of
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
        self._sorted: tuple[datetime, list[Row]] | None = None
        self._enough_at: datetime | None = None  # the minute: it is asked while the wheel is turned
        self._entries: dict[ItemRef, Entry] = {}
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
            self._sorted = None
            self._days, self._entries = days, {entry.item: entry for entry in entries}
            for ref, events in list(self._meanwhile.items()):
                self.put(ref, events)
            length = min(_MOST, length * 4)

    def put(self, ref: ItemRef, events: Sequence[Event]) -> None:
        """An item is another one now, or gone, where it has no events."""
        self._meanwhile[ref] = events
        self._sorted = None
        self._enough_at = None
        if self._days is not None:
            self._entries[ref] = self._reading.entry(ref, events, self._days)
            if not (self._entries[ref].occurrences or self._entries[ref].waiting):
                del self._entries[ref]

    def upcoming(self) -> list[Row]:
        """The next timed events that take place and are not over, soonest first."""
        return list(islice((row for row in self._rows() if is_ahead(row, self._now())), MOST_EVENTS))

    def until_tomorrow(self) -> list[Row]:
        """The rows of today and tomorrow."""
        tomorrow = self._now().date() + _DAY
        return [row for row in self._rows() if row.day <= tomorrow]

    def _rows(self) -> Iterator[Row]:
        now = self._now()
        if self._sorted is None or not _same_day(self._sorted[0], now):
            rows = (row for entry in self._entries.values() for row in rows_of(entry, now))
            self._sorted = now, sorted(rows, key=lambda row: row.key)
        return (row for row in self._sorted[1] if row.item and not self._hidden(row.item.calendar))


def _same_day(one: datetime, other: datetime) -> bool:
    return (one.date(), one.tzinfo, one.utcoffset()) == (other.date(), other.tzinfo, other.utcoffset())
