"""Items fetched and compared with the store, while pushes come in beside it: a push is always newer (C-SYNC-04)."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.reconcile import Drop, Put, reconcile
from c42desktop.slices import slices
from c42desktop.store.store import Store
from c42desktop.sync.calendars import Calendars
from c42desktop.sync.items import Items, digest_of
from c42desktop.sync.meter import Meter
from c42desktop.sync.update import address_of
from c42desktop.xmpp.pubsub import Page, PubSub, items_of
from c42desktop.xmpp.refusals import Cause, RefusalError

_STALE_SUBID = frozenset({"invalid-subid", "subid-required"})


@dataclass(slots=True)
class _Look:
    """One look at a calendar, from its request to the last write. What was pushed meanwhile is not touched by it."""

    pushed: set[str] = field(default_factory=set)
    void: bool = False  # all items went since the request: none of the answer counts
    seen: dict[str, bytes] = field(default_factory=dict)  # digests of what the answer has
    hidden: set[str] = field(default_factory=set)  # there, but the service keeps the payload to itself

    @property
    def untouched(self) -> set[str]:
        """What the answer says nothing about."""
        return self.pushed | self.hidden

    def still(self, ids: Iterable[str]) -> Iterator[str]:
        """Those of `ids` that the answer may still speak for, each asked about when its turn comes."""
        return (item_id for item_id in ids if not self.void and item_id not in self.pushed)


class Fetcher:
    """Fetches the items of calendars; one look at a calendar at a time.

    `settled` waits until all pushes that have come are worked off: those that came before an answer are in it.
    """

    def __init__(
        self,
        pubsub: PubSub,
        store: Store,
        items: Items,
        calendars: Calendars,
        meter: Meter,
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        self._pubsub = pubsub
        self._store = store
        self._items = items
        self._calendars = calendars
        self._meter = meter
        self._settled = settled
        self._looks: dict[CalendarRef, _Look] = {}
        self._locks: dict[CalendarRef, asyncio.Lock] = {}

    def pushed(self, ref: CalendarRef, item_id: str) -> None:
        """A push has told of this item: an answer that is under way is older."""
        if ref in self._looks:
            self._looks[ref].pushed.add(item_id)

    def emptied(self, ref: CalendarRef) -> None:
        """All items of the calendar are gone: an answer that is under way is older."""
        if ref in self._looks:
            self._looks[ref].void = True

    def ended(self, ref: CalendarRef) -> None:
        """The calendar is over: an answer that is under way says nothing about one that comes in its place."""
        self.emptied(ref)
        self._looks.pop(ref, None)

    def start_over(self) -> None:
        """The store is a new one: no answer that is under way makes a calendar complete."""
        for ref in list(self._looks):
            self.ended(ref)

    async def some(self, ref: CalendarRef, ids: Sequence[str]) -> None:
        """The items of pushes that came without their payload (C-PUBSUB-05). Raises RefusalError."""
        async with self._look(ref) as look:
            fetched = await self._pubsub.items(address_of(ref), ids, self._store.subid(ref))
            await self._settled()
            found = {item_id: payload for item_id, payload in fetched.items if payload is not None}
            async for _done in self._put(ref, look, [item_id for item_id in ids if item_id in found], found):
                pass

    async def all(self, ref: CalendarRef) -> None:
        """All items: what is new or different is written, what is no longer there is dropped.

        Raises RefusalError where the service cannot be reached; another refusal is shown at the calendar.
        """
        async with self._look(ref) as look:
            if not self._calendars.is_active(ref):
                return
            try:
                await self._read(ref, look)
            except RefusalError as error:
                if error.cause is Cause.UNREACHABLE:
                    raise
                if self._looks.get(ref) is look:
                    self._calendars.refused(ref, error)
                return
            finally:
                self._meter.end(ref, len(look.seen))
            if self._looks.get(ref) is look and self._calendars.is_active(ref):
                self._store.set_synced(ref)
                self._calendars.set_state(ref, CalendarState.ACTIVE)

    async def _read(self, ref: CalendarRef, look: _Look) -> None:
        """Page by page; only an answer that is complete tells that something is gone (C-SYNC-02)."""
        known = self._store.digests(ref)
        complete = False
        async for page in self._pages(ref):
            await self._settled()
            await self._apply(ref, look, known, page)
            complete = page.complete
        actions = reconcile(self._store.digests(ref), look.seen, look.untouched, complete=complete)
        gone = [each.item_id for each in actions if isinstance(each, Drop)]
        async for some in slices(gone):
            self._items.drop(ref, look.still(some), evicted=True)

    async def _pages(self, ref: CalendarRef) -> AsyncIterator[Page]:
        try:
            async for page in self._pubsub.pages(address_of(ref), subid=self._store.subid(ref)):
                yield page
        except RefusalError as error:
            if error.condition not in _STALE_SUBID:
                raise
            await self._calendars.read_subid(ref)
            async for page in self._pubsub.pages(address_of(ref), subid=self._store.subid(ref)):
                yield page

    async def _apply(self, ref: CalendarRef, look: _Look, known: Mapping[str, bytes], page: Page) -> None:
        items = items_of(page)
        look.hidden |= {item_id for item_id, payload in items if payload is None}
        found = {item_id: payload for item_id, payload in items if payload is not None}
        digests: dict[str, bytes] = {}
        async for some in slices(found):
            digests |= {item_id: digest_of(found[item_id]) for item_id in some}
        actions = reconcile(known, digests, look.untouched, complete=False)
        wanted = [each.item_id for each in actions if isinstance(each, Put)]
        done = len(look.seen) + len(found) - len(wanted)
        look.seen |= digests
        total = len(look.seen) if page.complete and page.total is None else page.total
        self._meter.tell(ref, done, total)
        async for written in self._put(ref, look, wanted, found):
            self._meter.tell(ref, done + written, total)

    async def _put(
        self, ref: CalendarRef, look: _Look, ids: Sequence[str], found: Mapping[str, ET.Element]
    ) -> AsyncIterator[int]:
        """Write these items, and give how many are done after each slice."""
        done = 0
        async for some in slices(ids):
            done += self._items.put(ref, ((item_id, found[item_id]) for item_id in look.still(some)))
            yield done

    @asynccontextmanager
    async def _look(self, ref: CalendarRef) -> AsyncIterator[_Look]:
        async with self._locks.setdefault(ref, asyncio.Lock()):
            look = self._looks[ref] = _Look()
            try:
                yield look
            finally:
                self._looks.pop(ref, None)
