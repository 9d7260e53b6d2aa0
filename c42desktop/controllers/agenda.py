"""Keeps the window's agenda equal to the store: the days around those that the reader looks at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterable
from datetime import date, datetime, timedelta
from itertools import islice
from time import monotonic

from c42desktop.calendar.model import CalendarRef, Change, ItemRef
from c42desktop.controllers.agenda_reading import FIRST_DAY, LAST_DAY, AgendaReading, Block, Steps
from c42desktop.controllers.near import Near
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Days, Entry, Row
from c42desktop.ui.pills import pill_for
from c42desktop.ui.tray import Upcoming

READ_AGAIN = 1.0  # seconds, while another program keeps the store locked
RECENT = timedelta(hours=24)  # how long a row says what happened to it
SLICE = 0.003  # seconds of reading or drawing between two turns of the event loop
BREATH = 0.005  # seconds between two of reading, while the reader goes on
FRAME = 0.025  # seconds between two times that rows come or go: a busy machine has painted the first by then
AT_ONCE = 0.03  # the same where a person waits for it
AT_START = 0.0  # the same before the window is there for the first time: what is in sight is enough
GROUP = 5  # items drawn together
PAUSE = 0.03  # seconds between two of them: each has the view laid out and painted once more
AFTER_START = 0.1  # seconds until more is read than what is in sight
SOON = 0.02  # seconds: first the desktop is told what came in, and its answer heard; then the rows
LEAST = 25  # items drawn at once by a reload in any case: as many as a person sees
AHEAD = 45  # rows beyond what is in sight; with fewer, more are read
MOST = 90  # with more, some are dropped
KEPT = 60  # of these, so many stay

Work = Generator[float | None, None, None]
"""What is done in steps; each may tell for how many seconds whoever draws has, or will have, enough to do with it."""


class AgendaController:
    """An agenda without end in both directions, of which the model holds some hundred rows.

    `now` gives the instant in the reader's zone, `in_sight` the places of the first and the last row the reader sees.
    """

    def __init__(self, store: Store, model: AgendaModel, *, now: Callable[[], datetime]) -> None:
        self.on_drawn: Callable[[], None] = _nothing  # rows were drawn anew
        self.in_sight: Callable[[], tuple[int, int]] = self._nobody_looks
        self._store = store
        self._model = model
        self._now = now
        self._reading = AgendaReading(store, now=now, hidden=model.is_hidden)
        self._near = Near(self._reading, now=now, hidden=model.is_hidden)
        self._touched: dict[ItemRef, None] = {}  # in the order of their turns
        self._news: list[Change] = []  # that no row says yet
        self._work: Work | None = None  # reading more days
        self._meanwhile: set[ItemRef] = set()  # that changed while this was going on
        self._ended = {True: False, False: False}  # nothing comes after, nothing was before
        self._scheduled: asyncio.Handle | None = None
        self._looking: asyncio.Handle | None = None
        self._drawn_at = 0.0
        self._busy_until = 0.0  # whoever draws has enough to do
        self._again: asyncio.TimerHandle | None = None
        self._is_open = False
        self._shown_day = now().date()
        self._changes: dict[ItemRef, Change] = {}
        model.calendar_shown.connect(self._calendar_shown)

    # What happened

    def start_over(self) -> None:
        """The same where the clock or the zone changed: every row may belong elsewhere."""
        self._model.place_anew()
        self.reload()

    def reload(self) -> None:
        """Make the window equal to the store, at the start and at midnight. The first rows are there at once."""
        self._reading.forget()
        self._near.forget()
        self._work = None
        self._shown_day = self._now().date()
        self._model.set_now(self._now())
        try:
            self._forget_changes()
            self.mark(self._store.recent_changes(self._now() - RECENT))
            if not self._is_open:
                self._open(self._shown_day)
                self.on_drawn()
                self._go_on(AT_START, pause=AFTER_START)
                return
            items = self._reading.refs(self._model.days)
        except StoreError:
            self._later()
            return
        self._ended = {True: False, False: False}
        self._touched = dict.fromkeys([*items, *self._model.items(), *self._touched])
        self._flush(LEAST)
        self._go_on(AT_ONCE)

    def touch(self, items: Iterable[ItemRef]) -> None:
        """These items changed. Their rows follow in a moment, a burst of them in slices."""
        items = dict.fromkeys(items)
        self._reading.forget(items)
        self._touched.update(items)
        self._schedule()

    def changed(self, changes: Iterable[Change]) -> None:
        """The same, and the rows are to say what happened."""
        self._news.extend(changes)
        self._schedule()

    def tick(self) -> bool:
        """A minute has passed, or the clock was set: true where a new day has begun."""
        now = self._now()
        if now.date() != self._shown_day:
            self.reload()
            return True
        self._model.set_now(now)
        return False

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        self._work = None
        for handle in (self._scheduled, self._again, self._looking):
            if handle is not None:
                handle.cancel()

    # What is asked

    def show_day(self, day: date) -> None:
        """Have this day among the rows, whether anything is planned or not."""
        day = min(max(day, FIRST_DAY), LAST_DAY)
        try:
            if day not in self._model.days or not self._is_open:
                self._open(day)
        except StoreError:
            self._later()
            return
        self._model.ask_for(day)  # what is around it is read once the view has gone there

    def show_item(self, ref: ItemRef) -> None:
        """Have an item among the rows where it is on, comes next, or was last."""
        try:
            item = self._store.item(ref)
            day = self._reading.day_of(ref, item.events) if item is not None else None
            if day is None or self._model.is_hidden(ref.calendar):
                return
            if day in self._model.days:
                self._draw_now(ref)
                return
            self._open(min(max(day, FIRST_DAY), LAST_DAY))
        except StoreError:
            self._later()

    def look(self, pause: float = 0.0) -> None:
        """Other rows are in sight than before: soon there will be enough around them."""
        if self._looking is None and self._is_open:
            pause = max(pause, self._busy_until - monotonic())
            self._looking = asyncio.get_running_loop().call_later(pause, self._look)

    def next_events(self) -> list[Upcoming]:
        """The next five events of the visible calendars, for the tray menu."""
        return [Upcoming(row.item, row.occurrence) for row in self._near.upcoming() if row.item and row.occurrence]

    def until_tomorrow(self) -> list[Row]:
        """What is on today and tomorrow in the visible calendars."""
        return self._near.until_tomorrow()

    def find_change(self, item: ItemRef) -> Change | None:
        """The latest change of an item, if it is recent."""
        return self._changes.get(item)

    # What happened to events

    def mark(self, changes: Iterable[Change]) -> None:
        """Say on the rows what happened to their events."""
        if self._now().date() != self._shown_day:
            self.reload()  # nobody said so while the window was hidden
        for change in changes:
            item = ItemRef(change.calendar, change.item_id)
            self._changes[item] = change
            self._mark(item)

    def _mark(self, item: ItemRef) -> None:
        change = self._changes.get(item)
        pill = pill_for(change, self._now()) if change is not None else None
        if pill is not None:
            self._model.mark(item, pill)
        else:
            self._model.unmark(item)

    def _mark_known(self, block: Block) -> None:
        """The rows that come are to say what happened to them, too."""
        for entry in block.entries:
            if entry.item in self._changes:
                self._mark(entry.item)

    def _forget_changes(self) -> None:
        """What was lately is over; the store says what still is."""
        for item in self._changes:
            self._model.unmark(item)
        self._changes.clear()

    # Items that changed

    def _flush(self, least: int = GROUP) -> None:
        """Draw what was touched, as the store has it now, and leave what takes too long to the next turns."""
        end = monotonic() + SLICE
        drawn = 0
        try:
            while self._touched and (drawn < least or monotonic() < end):
                drawn += self._draw_group()
        except StoreError:
            self._touched.clear()
            self._later()
            return
        self._drawn_at = monotonic()
        if self._touched:
            self._schedule()
        else:
            self.on_drawn()

    def _draw_now(self, ref: ItemRef) -> None:
        """Somebody wants to see this one: it does not wait for its turn."""
        if self._is_open and ref in self._touched:
            self._touched = {ref: None, **self._touched}
            self._draw_group()

    def _draw_group(self) -> int:
        group = list(islice(self._touched, GROUP))
        items = {ref: self._store.item(ref) for ref in group}
        entries = []
        for ref, item in items.items():
            del self._touched[ref]
            events = item.events if item else ()
            self._near.put(ref, events)
            entries.append(self._reading.entry(ref, events, self._model.days) if events else Entry(ref))
        self._model.replace_all(entries)
        for ref in (ref for ref, item in items.items() if item is None):
            self._model.remove(ref)
        self._meanwhile.update(group)
        self._ended = {True: False, False: False}
        return len(group)

    def _schedule(self) -> None:
        """In a moment; where much is drawn, with time for other things in between."""
        if (self._touched or self._news) and self._scheduled is None:
            pause = max(SOON, self._drawn_at + PAUSE - monotonic())
            self._scheduled = asyncio.get_running_loop().call_later(pause, self._flush_scheduled)

    def _flush_scheduled(self) -> None:
        self._scheduled = None
        if not self._is_open:
            self.reload()
            return
        news, self._news = self._news, []
        if self._touched:
            self._flush()
        self.mark(news)  # after the rows: a badge needs its row
        if not self._touched:
            self._go_on(SLICE)

    def _later(self) -> None:
        """The store cannot be read now, and soon again."""
        if self._again is None:
            self._again = asyncio.get_running_loop().call_later(READ_AGAIN, self._reload_again)

    def _reload_again(self) -> None:
        self._again = None
        self.reload()

    def _calendar_shown(self, ref: CalendarRef) -> None:
        """It was hidden, and nobody has read what is in it."""
        if self._is_open:
            self._reading.forget()
            self._near.forget()
            self._touched.update((item, None) for item in self._reading.refs(self._model.days) if item.calendar == ref)
            self._schedule()

    # Days that come and go

    def _open(self, day: date) -> None:
        """The days from this one on, in place of all others; those around them follow."""
        self._work = None
        block = _finished(self._reading.block(day, forward=True))
        self._mark_known(block)
        self._model.ask_for(day if day != self._shown_day else None)
        self._model.reset(block.entries, block.days)
        self._is_open = True
        self._ended = {True: block.is_last, False: False}

    def _look(self) -> None:
        self._looking = None
        if monotonic() < self._busy_until:
            self.look()  # what came into sight by what was done last has asked for this turn
        else:
            self._go_on(SLICE, pause=BREATH)

    def _go_on(self, seconds: float, pause: float = 0.0) -> None:
        """Read what is missing for so long, and leave the rest to the next turns."""
        end = monotonic() + seconds
        try:
            while (work := self._work or self._next_work()) is not None:
                self._work = work
                for needs in work:
                    if monotonic() + (needs or 0.0) >= end:
                        self._busy_until = monotonic() + (needs or 0.0)
                        self.look(pause)
                        return
                self._work = None
        except StoreError:
            self._work = None
            self._later()

    def _next_work(self) -> Work | None:
        if not self._is_open:
            return None
        if not self._near.is_complete:
            return self._read_near()
        first, last = self.in_sight()
        days = self._days_to_keep(first, last)
        if days != self._model.days:
            return self._drop(days)
        if not self._ended[True] and self._model.rowCount() - last < AHEAD:
            return self._extend(forward=True)
        if not self._ended[False] and first < AHEAD:
            return self._extend(forward=False)
        return None

    def _read_near(self) -> Work:
        yield from self._near.read()
        self.on_drawn()

    def _extend(self, *, forward: bool) -> Work:
        self._meanwhile.clear()
        days = self._model.days
        edge = days.last + timedelta(1) if forward else days.first - timedelta(1)
        self._ended[forward] = not FIRST_DAY <= edge <= LAST_DAY
        if self._ended[forward]:
            return
        block = yield from self._reading.block(edge, forward=forward)
        yield FRAME
        self._take(block, forward=forward)
        yield FRAME
        self._model.find_conflicts()

    def _take(self, block: Block, *, forward: bool) -> None:
        self._ended[forward] = block.is_last
        if block.is_last:
            return
        self._mark_known(block)
        days = self._model.days
        more = Days(days.first, block.days.last) if forward else Days(block.days.first, days.last)
        self._model.extend(more, block.entries)
        self._touched.update(dict.fromkeys(self._meanwhile))  # what was read of them may be older
        self._schedule()

    def _days_to_keep(self, first: int, last: int) -> Days:
        """Without those whose rows are far from what is in sight."""
        rows, days = self._model.rows, self._model.days
        if first > MOST:
            days = Days(max(days.first, rows[first - KEPT].day), days.last)
        if len(rows) - last > MOST:
            days = Days(days.first, min(days.last, rows[last + KEPT].day))
        return days

    def _drop(self, days: Days) -> Work:
        self._ended[False] = self._ended[False] and days.first == self._model.days.first
        self._ended[True] = self._ended[True] and days.last == self._model.days.last
        self._model.narrow(days)
        yield FRAME

    def _nobody_looks(self) -> tuple[int, int]:
        """Where there is no view: at today's header."""
        place = max(0, self._model.today().row())
        return place, place


def _finished(steps: Steps) -> Block:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            block: Block = end.value
            return block


def _nothing() -> None:
    """Until somebody listens."""
