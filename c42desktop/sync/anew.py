"""What older decoders made of items is made anew after an update of the program, from the payloads that were kept.

Nothing has changed for anybody, so nothing is told; rows and reminders follow.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace

from c42desktop.calendar import payloads
from c42desktop.calendar.model import Event, ItemRef
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.store.unsent import Unsent
from c42desktop.sync.update import OnUpdate, Update

log = logging.getLogger(__name__)

AGAIN = 60.0  # seconds, where the store did not take it


class Anew:
    """Reads the items of one account, or of none, anew: in its own time, and at once whatever somebody asks for."""

    def __init__(self, account: str, store: Store, send: OnUpdate) -> None:
        self._account = account
        self._store = store
        self._unsent = Unsent(store.db)
        self._send = send

    async def read(self) -> None:
        """Read them, in slices, until all are."""
        while True:
            try:
                calendars = [calendar.ref for calendar in self._store.calendars()]
                for calendar in (ref for ref in calendars if ref.account == self._account):
                    async for some in slices(self._store.outdated(calendar)):
                        self._take(ItemRef(calendar, item_id) for item_id in some)
            except StoreError as error:
                log.info("%s: items are read anew in %g s: %s", self._account, AGAIN, error)
                await asyncio.sleep(AGAIN)
            else:
                return

    def known(self, ref: ItemRef) -> StoredItem | None:
        """An item as the store has it, with the events that the decoders of today find in it."""
        item = self._store.item(ref)
        if item is None or not item.outdated:
            return item
        return replace(item, events=self._unsent.applied(ref, _events(item)))

    def _take(self, refs: Iterable[ItemRef]) -> None:
        with self._store.transaction():
            drawn = tuple(ref for ref in refs if self._renew(ref))
        if drawn:
            self._send(Update(items=drawn))

    def _renew(self, ref: ItemRef) -> bool:
        """Whether there is something else in it now."""
        before, now = self._store.item(ref), self.known(ref)
        if before is None or now is None or not before.outdated:  # gone or written since
            return False
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
