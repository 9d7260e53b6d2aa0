"""What older decoders made of items is made anew after an update of the program, from the payloads that were kept.

Nothing has changed for anybody, so nothing is told; rows and reminders follow.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace

from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync.update import OnUpdate, Update

log = logging.getLogger(__name__)

AGAIN = 60.0  # seconds, where the store did not take it


class Anew:
    """The items of one account, or of none, that are still to be read anew: until then, whenever somebody asks."""

    def __init__(self, account: str, store: Store, send: OnUpdate) -> None:
        self._account = account
        self._store = store
        self._send = send
        self._left: dict[CalendarRef, set[str]] = {}

    async def read(self) -> None:
        """Read them, in slices, until all are."""
        while True:
            try:
                calendars = [calendar.ref for calendar in self._store.calendars()]
                own = [ref for ref in calendars if ref.account == self._account]
                self._left = {ref: set(self._store.outdated(ref)) for ref in own}
                for calendar, ids in self._left.items():
                    async for some in slices(list(ids)):
                        self._take(ItemRef(calendar, item_id) for item_id in some if item_id in ids)
            except StoreError as error:
                log.info("%s: items are read anew in %g s: %s", self._account, AGAIN, error)
                await asyncio.sleep(AGAIN)
            else:
                return

    def known(self, ref: ItemRef) -> StoredItem | None:
        """An item as the store has it, with the events that the decoders of today find in it."""
        item = self._store.item(ref)
        return replace(item, events=_events(item)) if item is not None and self._is_left(ref) else item

    def written(self, ref: ItemRef) -> None:
        """An item has been written since."""
        self._left.get(ref.calendar, set()).discard(ref.item_id)

    def _is_left(self, ref: ItemRef) -> bool:
        return ref.item_id in self._left.get(ref.calendar, ())

    def _take(self, refs: Iterable[ItemRef]) -> None:
        with self._store.transaction():
            differ = {ref: self._renew(ref) for ref in refs}
        for ref in differ:
            self.written(ref)
        drawn = tuple(ref for ref, different in differ.items() if different)
        if drawn:
            self._send(Update(items=drawn))

    def _renew(self, ref: ItemRef) -> bool:
        """Whether there is something else in it now."""
        before, now = self._store.item(ref), self.known(ref)
        if now is not None:
            self._store.put_item(now)
        return now != before


def _events(item: StoredItem) -> tuple[Event, ...]:
    try:
        return decoded(item)
    except payloads.PayloadError:  # what is no XML was never decoded, but put there by something else
        return item.events


def decoded(item: StoredItem) -> tuple[Event, ...]:
    """The events that are shown of an item, from its payload. Raises PayloadError."""
    events = payloads.decode(payloads.parse(item.payload), item.ref.item_id)
    return tuple(event for event in events if not event.removed)
