"""Keeps the window's agenda equal to the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta, tzinfo
from itertools import islice
from time import monotonic

from c42desktop.calendar.model import Change, ItemRef
from c42desktop.calendar.recurrence import occurrences
from c42desktop.calendar.tasks import is_waiting
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.pills import pill_for
from c42desktop.ui.tray import MOST_EVENTS, Upcoming

DAYS = 30
READ_AGAIN = 1.0  # seconds, while another program keeps the store locked
RECENT = timedelta(hours=24)  # how long a row says what happened to it
SLICE = 0.005  # seconds of drawing between two turns of the event loop
GROUP = 5  # items drawn together
PAUSE = 0.03  # seconds between two of them: each has the view laid out and painted once more
SOON = 0.02  # seconds: first the desktop is told what came in, and its answer heard; then the rows
LEAST = 25  # items drawn at once by a reload in any case: as many as a person sees


class AgendaController:
    """From today's midnight to 30 days later. `now` gives the instant in the reader's zone."""

    def __init__(self, store: Store, model: AgendaModel, *, now: Callable[[], datetime]) -> None:
        self.on_drawn: Callable[[], None] = _nothing  # rows were drawn anew
        self._store = store
        self._model = model
        self._now = now
        self._touched: dict[ItemRef, None] = {}  # in the order of their turns
        self._news: list[Change] = []  # that no row says yet
        self._scheduled: asyncio.Handle | None = None
        self._drawn_at = 0.0
        self._again: asyncio.TimerHandle | None = None
        self._shown_day = now().date()
        self._changes: dict[ItemRef, Change] = {}

    @property
    def _window(self) -> tuple[datetime, datetime, tzinfo]:
        now = self._now()
        assert now.tzinfo is not None
        begin = datetime.combine(now.date(), time(), now.tzinfo)
        return begin, begin + timedelta(days=DAYS), now.tzinfo

    def start_over(self) -> None:
        """The same where the clock or the zone changed: every row may belong elsewhere."""
        self._model.place_anew()
        self.reload()

    def reload(self) -> None:
        """Make the window equal to the store, at the start and at midnight. The first rows are there at once."""
        begin, end, _zone = self._window
        try:
            items = self._store.refs_to_show(begin, end)
            changes = self._store.recent_changes(self._now() - RECENT)
        except StoreError:
            self._later()
            return
        self._shown_day = begin.date()
        self._model.set_now(self._now())
        self._forget_changes()
        self.mark(changes)
        self._touched = dict.fromkeys([*items, *self._model.items(), *self._touched])
        self._flush(LEAST)

    def touch(self, items: Iterable[ItemRef]) -> None:
        """These items changed. Their rows follow in a moment, a burst of them in slices."""
        self._touched.update(dict.fromkeys(items))
        self._schedule()

    def changed(self, changes: Iterable[Change]) -> None:
        """The same, and the rows are to say what happened."""
        self._news.extend(changes)
        self._schedule()

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        for handle in (self._scheduled, self._again):
            if handle is not None:
                handle.cancel()

    def mark(self, changes: Iterable[Change]) -> None:
        """Say on the rows what happened to their events."""
        if self._now().date() != self._shown_day:
            self.reload()  # nobody said so while the window was hidden
        for change in changes:
            item = ItemRef(change.calendar, change.item_id)
            self._changes[item] = change
            pill = pill_for(change, self._now())
            if pill is not None:
                self._model.mark(item, pill)
            else:
                self._model.unmark(item)

    def _forget_changes(self) -> None:
        """What was lately is over; the store says what still is."""
        for item in self._changes:
            self._model.unmark(item)
        self._changes.clear()

    def find_change(self, item: ItemRef) -> Change | None:
        """The latest change of an item, if it is recent."""
        return self._changes.get(item)

    def tick(self) -> bool:
        """A minute has passed, or the clock was set: true where a new day has begun."""
        now = self._now()
        if now.date() != self._shown_day:
            self.reload()
            return True
        self._model.set_now(now)
        return False

    def next_events(self) -> list[Upcoming]:
        """The next five events of the visible calendars, for the tray menu."""
        self._model.set_now(self._now())  # nobody moved it on while the window was hidden
        rows = islice(self._model.upcoming(), MOST_EVENTS)
        return [Upcoming(row.item, row.occurrence) for row in rows if row.item and row.occurrence]

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

    def _draw_group(self) -> int:
        group = list(islice(self._touched, GROUP))
        items = {ref: self._store.item(ref) for ref in group}
        for ref in group:
            del self._touched[ref]
        self._model.replace_all([self._entry(item) if item else Entry(ref) for ref, item in items.items()])
        return len(group)

    def _schedule(self) -> None:
        """In a moment; where much is drawn, with time for other things in between."""
        if (self._touched or self._news) and self._scheduled is None:
            pause = max(SOON, self._drawn_at + PAUSE - monotonic())
            self._scheduled = asyncio.get_running_loop().call_later(pause, self._flush_scheduled)

    def _flush_scheduled(self) -> None:
        self._scheduled = None
        news, self._news = self._news, []
        if self._touched:
            self._flush()
        self.mark(news)  # after the rows: a badge needs its row

    def _later(self) -> None:
        """The store cannot be read now, and soon again."""
        if self._again is None:
            self._again = asyncio.get_running_loop().call_later(READ_AGAIN, self._reload_again)

    def _reload_again(self) -> None:
        self._again = None
        self.reload()

    def _entry(self, item: StoredItem) -> Entry:
        begin, end, zone = self._window
        shown = tuple(occurrences(item.events, begin, end, zone))
        waiting = [event for event in item.events if is_waiting(event, begin, end, zone)]
        return Entry(item.ref, shown, tuple(event for event in waiting if all(hit.event != event for hit in shown)))


def _nothing() -> None:
    """Until somebody listens."""
