"""What the person looks for: found in the store as they type, kept equal to it while it is shown."""

from __future__ import annotations

import asyncio
import logging
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, tzinfo

from c42desktop.calendar.model import ItemRef
from c42desktop.calendar.nearest import nearest
from c42desktop.calendar.wanted import Wanted
from c42desktop.store import listing
from c42desktop.store.faults import DamagedError, StoreError
from c42desktop.store.search import Search, found_beside
from c42desktop.store.store import ListedItem, Store
from c42desktop.tasks import Tasks
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.search_model import Hit

log = logging.getLogger(__name__)

PAGE = 50  # hits read at once: more than a window shows
TYPING = 0.08  # seconds after a letter before it is looked for: the next one may be on its way
FOLLOW = 0.3  # seconds between two looks while much comes in
AGAIN = 1.0  # seconds, while another program keeps the store locked
FILL_AGAIN = 60.0  # seconds, where nobody waits for it


class SearchController:
    """`now` gives the instant in the reader's zone. Nothing is read while nobody searches, but for what an update of
    the program or the days have moved, at the start."""

    def __init__(self, store: Store, window: MainWindow, tasks: Tasks, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._search = Search(store.db)
        self._pane = window.results
        self._bar = window.page.search
        self._tasks = tasks
        self._now = now
        self._wanted = Wanted()
        self._looking: asyncio.Task[None] | None = None
        self._asked: list[bool] = []  # for each time it was asked meanwhile: whether the list is to stay where it is
        self._coming: Sequence[int] = ()  # the places of what was found, as they are shown
        self._past: Sequence[int] = ()
        self._read = 0  # so many of them
        self._shown_day = now().date()
        self._running: list[asyncio.Task[None]] = []  # what places items in the index
        self._scheduled: asyncio.TimerHandle | None = None
        self._closed = False
        self._pane.model.fetch = self._more
        self._bar.changed.connect(self._on_changed)

    # -- what comes from below ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Have everything in the index: an update may have found it empty."""
        self._running.append(self._tasks.spawn(self._fill()))

    def touch(self, _items: Iterable[ItemRef] = ()) -> None:
        """Items changed, or a calendar did: what is shown follows."""
        if not self._wanted.is_nothing:
            self._schedule(FOLLOW)

    def tick(self) -> None:
        """A minute has passed: on another day, other things are past."""
        if self._now().date() != self._shown_day:
            self.touch()

    def is_busy(self) -> bool:
        """Whether what is shown may soon be something else."""
        tasks = [*self._running, *([self._looking] if self._looking is not None else [])]
        return self._scheduled is not None or any(not task.done() for task in tasks)

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        self._closed = True
        self._pane.model.fetch = tuple
        if self._scheduled is not None:
            self._scheduled.cancel()

    # -- what the person asks for -------------------------------------------------------------------------------

    def _on_changed(self, wanted: Wanted) -> None:
        """The first letter is looked for at once, the others when no more come for a moment."""
        before, self._wanted = self._wanted, wanted
        self._stop()
        if wanted.is_nothing:
            self._show([], stay=False)
        elif before.is_nothing or wanted.words == before.words:
            self._look(stay=False)
        else:
            self._schedule(TYPING, stay=False)

    # -- inside -------------------------------------------------------------------------------------------------

    def _schedule(self, seconds: float, *, stay: bool = True) -> None:
        if self._scheduled is None and not self._closed:
            loop = asyncio.get_running_loop()
            self._scheduled = loop.call_later(seconds, self._look_scheduled, stay)

    def _stop(self) -> None:
        if self._scheduled is not None:
            self._scheduled.cancel()
            self._scheduled = None

    def _look_scheduled(self, stay: bool) -> None:
        self._scheduled = None
        self._look(stay=stay)

    def _look(self, *, stay: bool) -> None:
        """Find it. `stay`: the list remains where it is, and as long. One question is asked at a time."""
        if self._looking is not None and not self._looking.done():
            self._asked.append(stay)
            return
        if not self._wanted.is_nothing and not self._closed:
            self._looking = self._tasks.spawn(self._find(self._wanted, stay=stay))

    async def _find(self, wanted: Wanted, *, stay: bool) -> None:
        """In a thread, the window goes on. What nobody wants any more by then is not shown."""
        while True:
            self._asked.clear()
            generation = self._store.generation
            try:
                places = await asyncio.to_thread(found_beside, self._store.path, wanted)
                if wanted == self._wanted and not self._closed:
                    self._show(places, stay=stay)
            except DamagedError as error:
                self._replace(error, generation)
            except StoreError as error:
                self._fail(error)
            if not self._asked or self._wanted.is_nothing or self._closed:
                return
            wanted, stay = self._wanted, all(self._asked) and wanted == self._wanted

    def _show(self, places: Sequence[int], *, stay: bool) -> None:
        """Raises StoreError."""
        self._shown_day = self._now().date()
        today = bisect_left(places, listing.place_at(self._today()[0]))
        self._coming, self._past = places[today:], places[:today][::-1]
        self._read, count = 0, max(PAGE, self._read) if stay else PAGE
        hits = self._next(count) if places else []
        complete = self._read >= len(places)
        self._pane.view.show_anew(lambda: self._pane.model.reset(hits, now=self._now(), complete=complete), stay=stay)
        self._pane.set_found(self._wanted, len(places))
        if not self._wanted.is_nothing:
            self._renew()

    def _replace(self, damage: StoreError, generation: int) -> None:
        """A reader has met damage in the file of this generation; the writer may know nothing of it yet."""
        try:
            self._store.replace(generation)
        except StoreError as error:
            damage = error
        self._fail(damage)

    def _fail(self, error: StoreError) -> None:
        log.info("Nothing is looked for: %s", error)
        self._pane.model.reset(())
        self._pane.set_problem(self._wanted, str(error))
        self._schedule(AGAIN)

    def _more(self) -> Sequence[Hit]:
        try:
            return self._next(PAGE)
        except StoreError as error:
            log.info("No more of what was found: %s", error)
            return ()

    def _next(self, count: int) -> list[Hit]:
        first, end, ahead = self._read, self._read + count, len(self._coming)
        coming = self._search.items(self._coming[first:end])
        past = self._search.items(self._past[max(0, first - ahead) : max(0, end - ahead)])
        self._read = end
        return [*(Hit(self._entry(item), False) for item in coming), *(Hit(self._entry(item), True) for item in past)]

    def _entry(self, item: ListedItem) -> Entry:
        today, zone = self._today()
        hit = nearest(item.events, today, zone).occurrence
        return Entry(item.ref, (hit,)) if hit is not None else Entry(item.ref, (), item.events[:1])

    def _today(self) -> tuple[datetime, tzinfo]:
        now = self._now()
        assert now.tzinfo is not None
        return datetime.combine(now.date(), time(), now.tzinfo), now.tzinfo

    # -- the index ----------------------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Place what the days have moved, and look again where there was any."""
        self._running = [task for task in self._running if not task.done()]
        if not self._running:
            self._running.append(self._tasks.spawn(self._place_anew()))

    async def _place_anew(self) -> None:
        today, zone = self._today()
        try:
            if await listing.renew(self._store.db, today, zone):
                self.touch()
        except StoreError as error:
            log.info("Not all is placed anew: %s", error)

    async def _fill(self) -> None:
        while True:
            today, zone = self._today()
            try:
                await listing.renew(self._store.db, today, zone)
            except StoreError as error:
                log.info("The index of search is filled in %g s: %s", FILL_AGAIN, error)
                await asyncio.sleep(FILL_AGAIN)
            else:
                self.touch()
                return
