"""One edit brought to its server, onto what that has now.

    fetch    the item as it is there
    merge    with what the person saw and wants (calendar/merging_edits.py); what both changed is for the person
    write    published, or retracted

XEP-0060 knows no "only if it is still as I saw it": somebody may publish between fetch and write. Nothing is between
the two here, and the service tells all who are subscribed of each publication in its order. So what comes in from
others after the fetch and before the result was overwritten: it is put back, with what the person changed besides, and
where both changed the same the person decides. What cannot be known: a publication that the service did not tell of.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.merging_edits import alike, decided, merged
from c42desktop.calendar.model import Event, ItemRef
from c42desktop.edit_payloads import present, stamped, stored
from c42desktop.link import Link
from c42desktop.store.edits import Edits
from c42desktop.sync.update import address_of
from c42desktop.xmpp import attachments
from c42desktop.xmpp.refusals import Cause, RefusalError

TRIES = 3  # to find an item at rest

OnPublish = Callable[[ItemRef, ET.Element], None]


@dataclass(frozen=True, slots=True)
class There:
    """An item as its server has it; without a payload, it is not there. `publisher` as in attachments.Found."""

    payload: ET.Element | None
    events: tuple[Event, ...]
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Disputed:
    """Both sides changed the same: what the server has by now."""

    theirs: tuple[Event, ...]


class Submission:
    """One edit on its way. `kept` is the payload that is kept here; `on_publish` hears of what is sent before it is."""

    def __init__(self, link: Link, edits: Edits, edit: Edit, kept: str, now: datetime, on_publish: OnPublish) -> None:
        self._link = link
        self._edits = edits
        self._edit = edit
        self._kept = kept
        self._now = now
        self._on_publish = on_publish
        self._hidden = False  # whether the service keeps the payload to itself
        self.publisher = ""  # of the item, as far as the service tells

    async def send(self) -> There | Disputed:
        """What the server has after it. Raises RefusalError, OfflineError, UserError where the format cannot say it."""
        there = await self._fetched()
        edit = self._edit
        merge = merged(edit.base, edit.wanted, there.events)
        if merge.conflicts:
            return Disputed(there.events)
        if alike(merge.events, there.events):
            return there
        return await self._put_back(there, await self._write(merge.events, there))

    async def _fetched(self) -> There:
        """The item as it is at the server, and nothing newer on its way to us."""
        for _try in range(TRIES):
            self._edits.asking(self._edit)
            there = await self._fetch()
            await self._link.sync.settled()
            met = self._met()
            if met is None or alike(met.events, there.events):
                self._learn(there)
                return there
        assert met is not None
        return met  # newer than the last answer

    def _learn(self, there: There) -> None:
        """What others did while we were away is met here, maybe before any look at the calendar finds it."""
        if not self._hidden:
            item = self._edit.item
            self._link.sync.learned(item.calendar, item.item_id, there.payload, self.publisher)

    async def _fetch(self) -> There:
        item = self._edit.item
        found = await attachments.find(self._link.pubsub, address_of(item.calendar), item.item_id)
        self._hidden = found is not None and found.payload is None
        if found is None:
            return There(None, ())
        self.publisher = found.publisher
        payload = found.payload if found.payload is not None else payloads.parse(self._kept)
        return There(payload, present(payload, item.item_id), found.publisher)

    async def _write(self, events: Sequence[Event], before: There) -> There:
        """Make the item at the server say this. Gives what is there then."""
        item, address = self._edit.item, address_of(self._edit.item.calendar)
        if not events:
            self._edits.publishing(self._edit, ())
            try:
                await self._link.pubsub.retract(address, item.item_id)
            except RefusalError as error:
                if error.cause is not Cause.GONE:
                    raise
            await self._link.sync.settled()
            return There(None, ())
        onto = before.payload if before.payload is not None else payloads.parse(self._kept)
        payload = payloads.encode(stamped(events, before.events, self._now), onto, item.item_id)
        said = stored(item, payload).events
        self._edits.publishing(self._edit, said)
        self._on_publish(item, payload)
        await self._link.pubsub.publish(address, item.item_id, payload)
        await self._link.sync.settled()
        return There(payload, said)

    def _met(self) -> There | None:
        """What others made of the item since it was asked for."""
        waiting = self._edits.find(self._edit.item)
        if waiting is None or waiting.met is None:
            return None
        if not waiting.met:
            return There(None, ())
        payload = payloads.parse(waiting.met)
        return There(payload, present(payload, self._edit.item.item_id))

    async def _put_back(self, there: There, done: There) -> There | Disputed:
        """Where others published between fetch and write, what they did is gone: it is put back."""
        for _try in range(TRIES):
            met = self._met()
            if met is None or alike(met.events, there.events) or alike(met.events, done.events):
                break
            conflicts = merged(there.events, done.events, met.events).conflicts
            events = decided(there.events, done.events, met.events, ())
            if not alike(events, done.events):
                done = await self._write(events, met if met.payload is not None else done)
            if conflicts:
                return Disputed(done.events)
            there = met
        return done
