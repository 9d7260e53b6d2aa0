"""What stands under some days of the agenda, read from the store in steps: whoever runs them may pause after each."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.listing import Window, listed
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Occurrence, as_local
from c42desktop.calendar.recurrence import next_occurrence, series_bounds
from c42desktop.calendar.series import span_of
from c42desktop.calendar.tasks import is_waiting
from c42desktop.store import spans
from c42desktop.store.spans import Listed
from c42desktop.store.store import Store
from c42desktop.ui.agenda_rows import Days, Entry, Row, is_left, rows_of

BLOCK = 20  # rows that are added at once, or a few more
STEP = 5  # items read between two pauses
MOST_ITEMS = 200  # of one block; fewer days where there are more
MOST_OF_ONE = 2_000  # occurrences of one item in one block
MOST_STEPS = 20_000  # for one item, where its rules are no common ones
FIRST_SPAN, LONGEST_SPAN = 3, 400  # days
HORIZON = 36_525  # days without anything but what repeats, after which nobody looks further
MOST_CACHED = 3_000  # items
FIRST_DAY, LAST_DAY = date(1, 1, 3), date(9999, 12, 28)
_DAY = timedelta(days=1)
_END_OF_TIME = datetime(9999, 12, 29, tzinfo=UTC)

Steps = Generator[None, None, "Block"]
Found = list[tuple[Entry, list[date]]]
"""Entries, each with the days of its rows."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under some days. `is_last`: beyond these there is nothing."""

    days: Days
    entries: tuple[Entry, ...]
    is_last: bool = False


class AgendaReading:
    """Reads the calendars that are not `hidden`. `now` gives the instant in the reader's zone.

    What was read is kept for a while: series are asked again for each block, and reading them takes longer than asking.
    """

    def __init__(self, store: Store, *, now: Callable[[], datetime], hidden: Callable[[CalendarRef], bool]) -> None:
        self._store = store
        self._now = now
        self._hidden = hidden
        self._events: dict[ItemRef, tuple[Event, ...]] = {}
        self._timeless: dict[ItemRef, tuple[Event, ...]] | None = None
        self._spans = {True: FIRST_SPAN, False: FIRST_SPAN}  # days that were about a block, forward and back

    def forget(self, refs: Iterable[ItemRef] | None = None) -> None:
        """These items may be others by now, or all of them."""
        self._timeless = None
        for ref in list(self._events if refs is None else refs):
            self._events.pop(ref, None)

    def refs(self, days: Days) -> list[ItemRef]:
        """The items that may stand under these days."""
        found = spans.between(self._store.db, *self._instants(days)) + spans.without_time(self._store.db)
        return [each.ref for each in found]

    def entry(self, ref: ItemRef, events: Sequence[Event], days: Days) -> Entry:
        """What of these events may stand under these days. To-dos that wait stand where they are due, not where they
        were planned."""
        zone = self._zone
        window = Window(*self._instants(days), zone)
        hits = listed(events, window, MOST_OF_ONE, Budget(MOST_STEPS))
        midnight = _midnight(self._now().date(), zone)
        waiting = tuple(each for each in events if _waits(each, midnight, zone))
        return Entry(ref, tuple(hit for hit in hits if hit.event not in waiting) if waiting else tuple(hits), waiting)

    def day_of(self, ref: ItemRef, events: Sequence[Event]) -> date | None:
        """The day under which an item stands that is to be shown: of what is on, else comes next, else was last."""
        now = self._now()
        today = self.entry(ref, events, Days(now.date(), now.date()))
        hits = today.occurrences or tuple(filter(None, [next_occurrence(events, now, self._zone)]))
        hits = hits or self._last_of(events)
        rows = rows_of(Entry(ref, hits, today.waiting), now)
        return next((row for row in rows if is_left(row, now)), rows[-1]).day if rows else None

    def _last_of(self, events: Sequence[Event]) -> tuple[Occurrence, ...]:
        end = series_bounds(events)[1]
        if end is None or not FIRST_DAY < end.date() < LAST_DAY:
            return ()
        around = Days(max(FIRST_DAY, end.date() - timedelta(LONGEST_SPAN)), end.date())
        return tuple(listed(events, Window(*self._instants(around), self._zone), MOST_OF_ONE, Budget(MOST_STEPS))[-1:])

    # In steps

    def block(self, edge: date, *, forward: bool) -> Steps:
        """The days from `edge` on, or back from it, until there are rows for a block. Days without anything cost
        nothing: the store says where the next items are."""
        part = self._span(edge, self._spans[forward], forward=forward)
        while True:
            found = self._find(part)
            yield
            while _count(found) > MOST_ITEMS and part.first < part.last:
                part = self._span(part.first if forward else part.last, max(1, _length(part) // 4), forward=forward)
                found = self._find(part)
                yield
            entries = yield from self._entries(part, found)
            days = Days(edge, part.last) if forward else Days(part.first, edge)
            if entries:
                return self._cut(days, entries, forward=forward)
            further = self._further(part, _length(days), is_long=bool(found), forward=forward)
            if further is None:
                return Block(days, (), is_last=True)
            part = further

    def entries(self, days: Days) -> Generator[None, None, list[Entry]]:
        """What stands under these days, item by item."""
        found = yield from self._entries(days, self._find(days))
        return [entry for entry, _days in found]

    def _entries(self, days: Days, found: Sequence[Listed]) -> Generator[None, None, Found]:
        entries, now = Found(), self._now()
        for number, each in enumerate(found, start=1):
            entries += _placed(self.entry(each.ref, self._read(each), days), days, now)
            if not number % STEP:
                yield
        for ref, events in self._without_time().items():
            entries += _placed(self.entry(ref, events, days), days, now)
        return entries

    def _find(self, days: Days) -> list[Listed]:
        found = spans.between(self._store.db, *self._instants(days))
        return [each for each in found if not self._hidden(each.ref.calendar)]

    def _further(self, part: Days, searched: int, *, is_long: bool, forward: bool) -> Days | None:
        """The days to look at where these have nothing; None where there is nothing any more. `is_long`: something may
        go on beyond them."""
        beyond = part.last + _DAY if forward else part.first - _DAY
        if not FIRST_DAY < beyond < LAST_DAY:
            return None
        if is_long and searched < HORIZON:
            return self._span(beyond, _length(part) * 4, forward=forward)
        begin, end = self._instants(part)
        there = spans.next_first(self._store.db, end) if forward else spans.last_before(self._store.db, begin)
        days = [there.astimezone(self._zone).date()] if there else []
        days += [row.day for row in self._timeless_rows() if (row.day >= beyond if forward else row.day <= beyond)]
        if not days:
            return None
        next_day = max(beyond, min(days)) if forward else min(beyond, max(days))
        return self._span(next_day, FIRST_SPAN, forward=forward)

    def _timeless_rows(self) -> Iterable[Row]:
        for ref, events in self._without_time().items():
            yield from rows_of(self.entry(ref, events, Days(FIRST_DAY, FIRST_DAY)), self._now())

    def _cut(self, days: Days, found: Found, *, forward: bool) -> Block:
        """Fewer days, where these have too many rows; and about how many the next block may take."""
        rows = sorted((day for _entry, its_days in found for day in its_days), reverse=not forward)
        entries = tuple(entry for entry, _days in found)
        if len(rows) > 2 * BLOCK:
            days = Days(days.first, rows[BLOCK - 1]) if forward else Days(rows[BLOCK - 1], days.last)
            rows = [day for day in rows if day in days]
        self._spans[forward] = max(1, min(LONGEST_SPAN, _length(days) * BLOCK // len(rows)))
        return Block(days, entries)

    def _read(self, found: Listed) -> tuple[Event, ...]:
        known = self._events.get(found.ref)
        if known is None:
            if len(self._events) >= MOST_CACHED:
                del self._events[next(iter(self._events))]
            known = self._events[found.ref] = spans.events(self._store.db, found.number)
        return known

    def _without_time(self) -> dict[ItemRef, tuple[Event, ...]]:
        if self._timeless is None:
            found = spans.without_time(self._store.db)
            self._timeless = {each.ref: self._read(each) for each in found if not self._hidden(each.ref.calendar)}
        return self._timeless

    @staticmethod
    def _span(edge: date, length: int, *, forward: bool) -> Days:
        if forward:
            return Days(edge, LAST_DAY if (LAST_DAY - edge).days < length else edge + timedelta(length - 1))
        return Days(FIRST_DAY if (edge - FIRST_DAY).days < length else edge - timedelta(length - 1), edge)

    def _instants(self, days: Days) -> tuple[datetime, datetime]:
        return _midnight(days.first, self._zone), _midnight(days.last + _DAY, self._zone)

    @property
    def _zone(self) -> tzinfo:
        zone = self._now().tzinfo
        assert zone is not None
        return zone


def _placed(entry: Entry, days: Days, now: datetime) -> Found:
    its_days = [row.day for row in rows_of(entry, now) if row.day in days]
    return [(entry, its_days)] if its_days else []


def _waits(event: Event, midnight: datetime, zone: tzinfo) -> bool:
    """Whether an event stands somewhere without an occurrence. One that is on has its own."""
    if not is_waiting(event, midnight, _END_OF_TIME, zone):
        return False
    span = span_of(event)
    return span is None or not as_local(span[1], zone) > midnight


def _count(found: Iterable[Listed]) -> int:
    return sum(not each.is_long for each in found)


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)
