"""What older decoders made of items is made anew after an update of the program, from the payloads that were kept.

Nothing has changed for anybody, so nothing is told; rows and reminders follow.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from c42desktop.calendar import payloads
from c42desktop.calendar.model import Event, ItemRef
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync.update import OnUpdate, Update

log = logging.getLogger(__name__)

AGAIN = 60.0  # seconds, where the store did not take it


class Anew:
    """The items of one account that are still to be read anew. Until then, they are whenever somebody asks."""

    def __init__(self, account: str, store: Store, send: OnUpdate) -> None:
        self._account = account
        self._store = store
        self._send = send
        self._left: dict[ItemRef, None] = {}

    async def read(self) -> None:
        """Read them, in slices, until all are."""
        while True:
            try:
                self._left = dict.fromkeys(self._store.outdated(self._account))
                if self._left:
                    log.info("%s: %d items are read anew", self._account, len(self._left))
                async for some in slices(list(self._left)):
                    self._take([ref for ref in some if ref in self._left])
            except StoreError as error:
                log.info("%s: items are read anew in %g s: %s", self._account, AGAIN, error)
                await asyncio.sleep(AGAIN)
            else:
                return

    def known(self, ref: ItemRef) -> StoredItem | None:
        """An item as the store has it, with the events that the decoders of today find in it."""
        item = self._store.item(ref)
        return replace(item, events=_events(item)) if item is not None and ref in self._left else item

    def written(self, ref: ItemRef) -> None:
        """An item has been written since."""
        self._left.pop(ref, None)

    def _take(self, refs: list[ItemRef]) -> None:
        drawn = []
        with self._store.transaction():
            for ref in refs:
                before, now = self._store.item(ref), self.known(ref)
                if now is not None:
                    self._store.put_item(now)
                if now != before:
                    drawn.append(ref)
        for ref in refs:
            self.written(ref)
        if drawn:
            self._send(Update(items=tuple(drawn)))


def _events(item: StoredItem) -> tuple[Event, ...]:
    try:
        return decoded(item)
    except payloads.PayloadError:  # what is no XML was never decoded, but put there by something else
        return item.events


def decoded(item: StoredItem) -> tuple[Event, ...]:
    """The events that are shown of an item, from its payload. Raises PayloadError."""
    events = payloads.decode(payloads.parse(item.payload), item.ref.item_id)
    return tuple(event for event in events if not event.removed)
