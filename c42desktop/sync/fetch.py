"""Items fetched and compared with the store, while pushes come in beside it: a push is always newer (C-SYNC-04)."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.reconcile import Drop, reconcile
from c42desktop.store.store import Store
from c42desktop.sync.calendars import Calendars
from c42desktop.sync.items import Items, digest_of
from c42desktop.sync.update import address_of
from c42desktop.xmpp.pubsub import Fetched, PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError

BATCH = 25  # items between two turns of the event loop, so that the window stays alive


@dataclass(slots=True)
class _Look:
    """One look at a calendar, from its request to the last write. What was pushed meanwhile is not touched by it."""

    pushed: set[str] = field(default_factory=set)
    void: bool = False  # all items went since the request: none of the answer counts

    def still(self, ids: Sequence[str]) -> list[str]:
        """Those of `ids` that the answer may still speak for."""
        return [] if self.void else [item_id for item_id in ids if item_id not in self.pushed]


class Fetcher:
    """Fetches the items of calendars; one look at a calendar at a time."""

    def __init__(self, pubsub: PubSub, store: Store, items: Items, calendars: Calendars) -> None:
        self._pubsub = pubsub
        self._store = store
        self._items = items
        self._calendars = calendars
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

    def start_over(self) -> None:
        """The store is a new one: no answer that is under way makes a calendar complete."""
        for look in self._looks.values():
            look.void = True
        self._looks.clear()

    async def some(self, ref: CalendarRef, ids: Sequence[str]) -> None:
        """The items of pushes that came without their payload (C-PUBSUB-05). Raises RefusalError."""
        async with self._look(ref) as look:
            fetched = await self._pubsub.items(address_of(ref), ids)
            found = {item_id: payload for item_id, payload in fetched.items if payload is not None}
            wanted = [item_id for item_id in ids if item_id in found]
            await self._put(ref, look, wanted, found)

    async def all(self, ref: CalendarRef) -> None:
        """All items: what is new or different is written, what is no longer there is dropped.

        Raises RefusalError where the service cannot be reached; another refusal is shown at the calendar.
        """
        async with self._look(ref) as look:
            if not self._calendars.is_active(ref):
                return
            try:
                fetched = await self._pubsub.items(address_of(ref))
            except RefusalError as error:
                if error.cause is Cause.UNREACHABLE:
                    raise
                self._calendars.refused(ref, error)
                return
            await self._apply(ref, look, fetched)
            if self._looks.get(ref) is look and self._calendars.is_active(ref):
                self._store.set_synced(ref)
                self._calendars.set_state(ref, CalendarState.ACTIVE)

    async def _apply(self, ref: CalendarRef, look: _Look, fetched: Fetched) -> None:
        found = {item_id: payload for item_id, payload in fetched.items if payload is not None}
        digests: dict[str, bytes] = {}
        for ids in _batches(list(found)):
            digests |= {item_id: digest_of(found[item_id]) for item_id in ids}
            await asyncio.sleep(0)
        # An item whose payload the service keeps to itself is there, and that is all we know of it.
        untouched = look.pushed | {item_id for item_id, payload in fetched.items if payload is None}
        actions = list(reconcile(self._store.digests(ref), digests, untouched, complete=fetched.complete))
        await self._put(ref, look, [each.item_id for each in actions if not isinstance(each, Drop)], found)
        for ids in _batches([each.item_id for each in actions if isinstance(each, Drop)]):
            self._items.drop(ref, look.still(ids), evicted=True)
            await asyncio.sleep(0)

    async def _put(self, ref: CalendarRef, look: _Look, ids: Sequence[str], found: dict[str, ET.Element]) -> None:
        for batch in _batches(ids):
            self._items.put(ref, [(item_id, found[item_id]) for item_id in look.still(batch)])
            await asyncio.sleep(0)

    @asynccontextmanager
    async def _look(self, ref: CalendarRef) -> AsyncIterator[_Look]:
        async with self._locks.setdefault(ref, asyncio.Lock()):
            self._looks[ref] = _Look()
            try:
                yield self._looks[ref]
            finally:
                self._looks.pop(ref, None)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
