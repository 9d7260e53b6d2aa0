"""Items into the store and out of it, each with the Change to tell in the same transaction."""

from __future__ import annotations

import hashlib
import logging
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from c42desktop.calendar import payloads
from c42desktop.calendar.changes import compare, emptied_calendar
from c42desktop.calendar.journey import with_last_routes
from c42desktop.calendar.model import CalendarRef, Change, Event, FieldChange, ItemRef, Occurrence
from c42desktop.calendar.people_words import BY
from c42desktop.calendar.persons import name_in
from c42desktop.calendar.recurrence import next_occurrence
from c42desktop.calendar.reminders import service_reminder
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.store.unsent import Unsent
from c42desktop.sync.about import describe
from c42desktop.sync.anew import Anew
from c42desktop.sync.update import OnUpdate, Update

log = logging.getLogger(__name__)

LATE = timedelta(minutes=5)  # a reminder of what has just begun is still of that


class Items:
    """Writes the items of calendars that the store knows, and sends an Update for what was written."""

    def __init__(self, store: Store, anew: Anew, now: Callable[[], datetime], send: OnUpdate) -> None:
        self._store = store
        self._unsent = Unsent(store.db)
        self._anew = anew
        self._now = now
        self._send = send
        self._restyled = False  # a calendar, by one of its items

    def put(self, ref: CalendarRef, payloads_by_id: Iterable[tuple[str, ET.Element]], *, by: str = "") -> int:
        """Write items in one transaction. One that is what we have, in whatever spelling, is no news (C-PUBSUB-03).

        `by` is the address of who published them, if the service has told. Gives how many items there were.
        """
        with self._store.transaction():
            written = {
                item_id: _spared(partial(self._put, ref, item_id, payload, by)) for item_id, payload in payloads_by_id
            }
        if self._restyled:
            self._restyled = False
            self._send(Update(calendars=True))
        self._tell(ref, written)
        return len(written)

    def drop(self, ref: CalendarRef, ids: Iterable[str], *, evicted: bool = False) -> None:
        """Forget items in one transaction. A full node drops its past items silently (`evicted`): that cancels
        nothing (C-SYNC-11)."""
        with self._store.transaction():
            written = {item_id: _spared(partial(self._drop, ref, item_id, evicted=evicted)) for item_id in ids}
        self._tell(ref, written)

    def empty(self, ref: CalendarRef) -> None:
        """Forget all items of a calendar, and tell it once; not where a person saw nothing in it."""
        known = self._store.digests(ref)
        ids = [item_id for item_id in known if not self._unsent.applied(ItemRef(ref, item_id), (), came="")]
        calendar = self._store.calendar(ref)
        if ids and calendar:
            change = emptied_calendar(ref, calendar.title, self._now())
            told = self._store.remove_items(ref, ids, [change] if self._store.has_events(ref) else [])
            self._send(Update(items=tuple(ItemRef(ref, i) for i in ids), changes=tuple(told)))

    def remind(self, ref: CalendarRef, item_id: str, payload: ET.Element | None) -> None:
        """It is time to be reminded of an item (C-PUBSUB-22): of what we know of it, else of what came with it."""
        item = ItemRef(ref, item_id)
        known = self._anew.known(item)
        events = known.events if known else payloads.decode(payload, item_id) if payload is not None else ()
        now = self._now()
        reminder = service_reminder(item, events, now, LATE, now.tzinfo) if events and now.tzinfo else None
        if reminder is not None:
            self._send(Update(reminders=(reminder,)))

    def _tell(self, ref: CalendarRef, written: dict[str, list[Change] | None]) -> None:
        done = {item_id: changes for item_id, changes in written.items() if changes is not None}
        if done:
            changes = tuple(change for each in done.values() for change in each)
            self._send(Update(items=tuple(ItemRef(ref, item_id) for item_id in done), changes=changes))

    def _put(self, ref: CalendarRef, item_id: str, payload: ET.Element, by: str) -> list[Change] | None:
        """None where nothing was written."""
        item = ItemRef(ref, item_id)
        digest = digest_of(payload)
        known = self._anew.known(item)
        if known is not None and known.digest == digest:
            return None
        decoded = payloads.decode(payload, item_id)
        if known is not None and 0 < _token(decoded) < _token_of(known):
            return None
        if (about := payloads.read_calendar(payload)) is not None:
            return self._put_about(item, payload, digest, about)
        present: Sequence[Event] = [event for event in decoded if not event.removed]
        raw = ET.tostring(payload, encoding="unicode")
        present = with_last_routes(present, known.events if known else ())
        events = self._unsent.applied(item, present, came=raw)
        changes: Iterable[Change] = ()
        if self._store.is_synced(ref):  # the first look at a calendar is no news
            found = compare(ref, item_id, known.events if known else (), events, self._now())
            changes = (replace(_said_who(change, by), digest=digest) for change in found)
        return self._store.put_item(StoredItem(item, raw, digest, events), changes)

    def _put_about(self, item: ItemRef, payload: ET.Element, digest: bytes, about: payloads.About) -> list[Change]:
        """An item that says something of its calendar; what it said before decides what is news."""
        known = self._store.item(item)
        before = payloads.read_calendar(payloads.parse(known.payload)) if known is not None else None
        restyled, changes = describe(self._store, item.calendar, before, about, self._now())
        self._restyled |= restyled
        return self._store.put_item(StoredItem(item, ET.tostring(payload, encoding="unicode"), digest, ()), changes)

    def _drop(self, ref: CalendarRef, item_id: str, *, evicted: bool) -> list[Change] | None:
        """None where nothing was there."""
        known = self._anew.known(ItemRef(ref, item_id))
        if known is None:
            return None
        left = self._unsent.applied(known.ref, (), came="")
        if left and left == known.events:  # what the person wants to be there: the server shall have it, or they decide
            return None
        changes: Iterable[Change] = ()
        if self._store.is_synced(ref) and (not evicted or self._next(known.events, self._now())):
            changes = compare(ref, item_id, known.events, left, self._now())
        if left:
            return self._store.put_item(replace(known, events=left), changes)
        return self._store.remove_items(ref, [item_id], changes)

    def _next(self, known: Sequence[Event], after: datetime) -> Occurrence | None:
        return next_occurrence(known, after, after.tzinfo) if after.tzinfo else None


def _spared(step: Callable[[], list[Change] | None]) -> list[Change] | None:
    """What `step` does with one item; None where it fails."""
    try:
        return step()
    except StoreError:
        raise
    except Exception:
        # A defect. It costs this item, not those that came with it, nor the look at everything.
        log.exception("Unexpected error while handling an item")
        return None


def _said_who(change: Change, by: str) -> Change:
    """With the name of who did it, where that is somebody else, whom the event names."""
    name = name_in(change.event, by) if change.event is not None and by != change.calendar.account else ""
    return replace(change, fields=(*change.fields, FieldChange(BY, None, name))) if name else change


def _token(events: Iterable[Event]) -> int:
    """How new Calendar42 says that these are; 0 for all that has only the server's word (C-PAY-16)."""
    return max((event.sync_token for event in events), default=0)


def _token_of(item: StoredItem) -> int:
    """The same of an item; of one that was removed, its payload says it."""
    if item.events:
        return _token(item.events)
    return _token(payloads.decode(payloads.parse(item.payload), item.ref.item_id))


def digest_of(payload: ET.Element) -> bytes:
    """A digest of the content: the same for other prefixes, attribute orders and indentation (C-PUBSUB-03)."""
    text = ET.tostring(payload, encoding="unicode")
    canonical = ET.canonicalize(text, strip_text=True, rewrite_prefixes=True)
    return hashlib.sha256(canonical.encode()).digest()
