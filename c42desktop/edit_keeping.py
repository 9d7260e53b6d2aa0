"""Edits in the store: kept and shown in one, until a server has taken them, or never will."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.edits import Edit, new_uid
from c42desktop.calendar.local import is_local
from c42desktop.calendar.merging_edits import alike, decided, merged
from c42desktop.calendar.model import CalendarRef, CalendarState, Event, ItemRef
from c42desktop.calendar.series_splits import GoneError
from c42desktop.edit_payloads import changed_item, new_item, present
from c42desktop.store.answers import Answers
from c42desktop.store.edits import Edits, Waiting
from c42desktop.store.store import Store, StoredItem
from c42desktop.store.unsent import Unsent
from c42desktop.submission import There
from c42desktop.sync.items import digest_of


class EditKeeping:
    """The edits of a store, and the items they are about. `now` gives the instant (aware). Every method raises
    StoreError where the file does not let it."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.edits = Edits(store.db)
        self._store = store
        self._answers = Answers(store.db)
        self._unsent = Unsent(store.db)
        self._now = now

    # -- what the person wants ----------------------------------------------------------------------------------

    def there(self, item: ItemRef) -> StoredItem:
        """An item that can be changed. Raises GoneError."""
        stored = self._store.item(item)
        if stored is None or not stored.events:
            raise GoneError
        return stored

    def create(self, item: ItemRef, events: tuple[Event, ...]) -> tuple[ItemRef, Edit | None]:
        """A new item, and the edit that brings it to its server, None where there is none. Raises UserError."""
        return self._add(new_item(self._store, self._free(item), events))

    def change(self, stored: StoredItem, wanted: tuple[Event, ...], after: Edit | None = None) -> None:
        """Other events for an item, as its format says them; `after` has to be taken first. Raises UserError."""
        now = changed_item(stored, wanted)
        events = self._answers.applied(stored.ref, now.events)  # some stand beside what the format says
        if wanted and alike(events, stored.events):
            return
        if not is_local(stored.ref.calendar):
            self._wish(stored, events, after)
            self._store.put_item(replace(stored, events=events))
        elif wanted:
            self._store.put_item(now)
        else:
            self._store.remove_items(stored.ref.calendar, [stored.ref.item_id])

    def move(self, stored: StoredItem, to: CalendarRef) -> ItemRef:
        """An item into another calendar. Gives where it is then. Raises UserError."""
        place, first = self._stays(stored, to) or self._copied(stored, to)
        self.change(stored, (), first)
        return place

    def resolve(self, known: Waiting, theirs: tuple[Event, ...], chosen: Collection[str]) -> None:
        """The person has decided what is to become of what the server has."""
        edit = known.edit
        wanted = decided(edit.base, edit.wanted, theirs, chosen)
        if alike(wanted, theirs):
            self.edits.forget(edit)
            self.edits.release(edit)
        else:
            self.edits.settle(edit, theirs, wanted)
        self._show(edit.item, there=bool(theirs))

    # -- what the servers say -----------------------------------------------------------------------------------

    def stored(self, edit: Edit) -> StoredItem:
        """The item of an edit; where it is not kept any more, be it that the store was damaged, made of the edit."""
        stored, calendar = self._store.item(edit.item), self._store.calendar(edit.item.calendar)
        if stored is not None:
            return stored
        if not (edit.wanted or edit.base):
            return StoredItem(edit.item, "", b"", ())
        made = replace(new_item(self._store, edit.item, edit.wanted or edit.base), events=edit.wanted, digest=b"")
        if calendar is not None and calendar.state is not CalendarState.REMOVED:
            self._store.put_item(made)
        return made

    def taken(self, edit: Edit, before: StoredItem, there: There) -> None:
        """The server has it. What the person changed meanwhile is the next edit."""
        known = self.edits.find(edit.item)
        if known is None:
            return
        self.edits.release(edit)
        if known.edit.wanted == edit.wanted:
            self.edits.forget(edit)
        else:
            self.edits.settle(edit, edit.wanted, known.edit.wanted)
        stored = self._store.item(before.ref)
        raw = ET.tostring(there.payload, encoding="unicode") if there.payload is not None else ""
        # Unless others have already published something newer.
        if stored is not None and there.payload is not None and known.met in (None, raw):
            self._store.put_item(StoredItem(before.ref, raw, digest_of(there.payload), there.events))
        self._show(before.ref, there=there.payload is not None)

    def refused(self, edit: Edit) -> Iterable[ItemRef]:
        """The server does not take it: the item is as it is there again, and so is what hangs on it."""
        edits = [edit]
        for each in edits:
            edits.extend(waiting.edit for waiting in self.edits.following(each.id))
            self.edits.forget(each)
            self._show(each.item, there=bool(each.base))
        return [each.item for each in edits]

    # -- inside -------------------------------------------------------------------------------------------------

    def _wish(self, stored: StoredItem, events: tuple[Event, ...], after: Edit | None) -> None:
        """Keep what the person makes of the stored events. Where an edit waits, they go on from that: what others
        changed since, or the person answered, is no part of it."""
        known = self.edits.find(stored.ref)
        wanted = events if known is None else merged(stored.events, events, known.edit.wanted).events
        edit = Edit(stored.ref, stored.events, wanted)
        self.edits.put(edit, self._now(), after.id if after is not None else None)

    def _free(self, item: ItemRef) -> ItemRef:
        """A place in a calendar that no other item has."""
        return item if self._store.item(item) is None else ItemRef(item.calendar, new_uid())

    def _add(self, item: StoredItem) -> tuple[ItemRef, Edit | None]:
        self._store.put_item(item)
        if is_local(item.ref.calendar):
            return item.ref, None
        return item.ref, self.edits.put(Edit(item.ref, (), item.events), self._now())

    def _copied(self, stored: StoredItem, to: CalendarRef) -> tuple[ItemRef, Edit | None]:
        """The same item in another calendar."""
        place = self._free(ItemRef(to, stored.ref.item_id))
        return self._add(replace(changed_item(stored, stored.events), ref=place))

    def _stays(self, stored: StoredItem, to: CalendarRef) -> tuple[ItemRef, Edit | None] | None:
        """An item that came from there, and is not gone there yet."""
        place = ItemRef(to, stored.ref.item_id)
        there, known = self._store.item(place), self.edits.find(place)
        if there is None or there.events or known is None:
            return None
        edit = self.edits.put(replace(known.edit, wanted=stored.events), self._now())
        self.edits.detach(place)
        self._store.put_item(replace(there, events=stored.events))
        return place, edit

    def _show(self, item: ItemRef, *, there: bool) -> None:
        """Make the stored events what the payload says, with what waits; `there`: the server has the item."""
        stored = self._store.item(item)
        if stored is None:
            return
        events = present(payloads.parse(stored.payload), item.item_id) if there else ()
        events = self._unsent.applied(item, events)
        if events or self.edits.find(item) is not None:
            self._store.put_item(replace(stored, events=events))
        else:
            self._store.remove_items(item.calendar, [item.item_id])
