"""Edits that no server has confirmed: one for each item, into which later ones are folded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from c42desktop.calendar.edits import Conflict, Edit
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.merging_edits import alike, decided, merged
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.codec import dump_event, load_event
from c42desktop.store.database import Database
from c42desktop.store.places import NUMBER, key_of

_ROWS = (
    "SELECT edit.id, account, service, node, item_id, base, wanted, theirs, sent, met, after"
    " FROM edit JOIN calendar ON calendar.id = edit.calendar"
)
_ITEMS = (
    "SELECT account, service, node, item_id FROM edit JOIN calendar ON calendar.id = edit.calendar ORDER BY edit.id"
)
_ITEM = f"calendar = {NUMBER} AND item_id = ?"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An edit as it waits. `theirs` is what the server has where the person has to decide. `sent` is what was published
    for it last, `met` the payload that came in from others since then: "" where it was retracted, None for nothing.
    `after` is the number of the edit that has to be taken first."""

    edit: Edit
    theirs: tuple[Event, ...] | None = None
    sent: tuple[Event, ...] | None = None
    met: str | None = None
    after: int | None = None

    @property
    def conflict(self) -> Conflict | None:
        """What the person has to decide, if anything: either side may have come round to the other meanwhile."""
        if self.theirs is None:
            return None
        fields = merged(self.edit.base, self.edit.wanted, self.theirs).conflicts
        return Conflict(self.edit, self.theirs, fields) if fields else None


class Edits:
    """The table of edits. Every method raises StoreError where the file does not let it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, edit: Edit, at: datetime, after: int | None = None) -> Edit:
        """Keep an edit made at an instant (aware). Where one of its item waits, that has another wish from now on: what
        the person saw at first is still what both are compared with. Gives it with its number."""
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO edit (calendar, item_id, base, wanted, after, at)"
                f" SELECT {NUMBER}, ?, ?, ?, ?, ? WHERE {NUMBER} NOTNULL"
                " ON CONFLICT DO UPDATE SET wanted = excluded.wanted, after = coalesce(excluded.after, after)",
                (
                    *key_of(edit.item.calendar),
                    edit.item.item_id,
                    _dump(edit.base),
                    _dump(edit.wanted),
                    after,
                    at.timestamp(),
                    *key_of(edit.item.calendar),
                ),
            )
            waiting = self.find(edit.item)
        return waiting.edit if waiting is not None else edit

    def find(self, item: ItemRef) -> Waiting | None:
        """The edit of an item that waits."""
        found = self._db.rows(_waiting, f"{_ROWS} WHERE {_ITEM}", (*key_of(item.calendar), item.item_id))
        return found[0] if found else None

    def is_there(self, number: int) -> bool:
        """Whether an edit still waits."""
        return any(self._db.rows(_waiting, f"{_ROWS} WHERE edit.id = ?", (number,)))

    def following(self, number: int) -> list[Waiting]:
        """The edits that wait for another one."""
        return self._db.rows(_waiting, f"{_ROWS} WHERE after = ?", (number,))

    def waiting(self, account: str | None = None) -> list[Waiting]:
        """The edits of an account, or all of them, the older first."""
        if account is None:  # but for calendars that are being thrown away
            return self._db.rows(_waiting, f"{_ROWS} WHERE service <> '{UNFINISHED}' ORDER BY edit.id")
        return self._db.rows(_waiting, f"{_ROWS} WHERE account = ? ORDER BY edit.id", (account,))

    def disputed(self) -> list[Waiting]:
        """The edits about which the person has to decide, the older first."""
        return self._db.rows(_waiting, f"{_ROWS} WHERE theirs NOTNULL ORDER BY edit.id")

    def items(self) -> list[ItemRef]:
        """The items of all edits, the older edits first; nothing of what was written about them is read."""
        return self._db.rows(_item, _ITEMS)

    def asking(self, edit: Edit) -> None:
        """The server is asked for the item now: what came in before is in its answer."""
        self._write("UPDATE edit SET sent = NULL, met = NULL WHERE id = ?", edit.id)

    def publishing(self, edit: Edit, events: Sequence[Event]) -> None:
        """This is published now: all else that comes in from here on, others did meanwhile."""
        with self._db.transaction():
            self._db.execute("UPDATE edit SET sent = ?, met = NULL WHERE id = ?", (_dump(events), edit.id))

    def contradict(self, edit: Edit, theirs: Sequence[Event]) -> None:
        """The server has something else by now: the person has to decide."""
        with self._db.transaction():
            self._db.execute("UPDATE edit SET theirs = ? WHERE id = ?", (_dump(theirs), edit.id))

    def settle(self, edit: Edit, base: Sequence[Event], wanted: Sequence[Event]) -> None:
        """This is to become of what the server has."""
        with self._db.transaction():
            self._db.execute(
                "UPDATE edit SET base = ?, wanted = ?, theirs = NULL, sent = NULL, met = NULL WHERE id = ?",
                (_dump(base), _dump(wanted), edit.id),
            )

    def forget(self, edit: Edit) -> None:
        """The server has it, or never will."""
        self._write("DELETE FROM edit WHERE id = ?", edit.id)

    def detach(self, item: ItemRef) -> None:
        """The edit of an item waits for no other one."""
        with self._db.transaction():
            sql = f"UPDATE edit SET after = NULL WHERE {_ITEM}"  # noqa: S608  # nothing from outside
            self._db.execute(sql, (*key_of(item.calendar), item.item_id))

    def release(self, edit: Edit) -> None:
        """What waits for an edit waits no longer: that was taken."""
        self._write("UPDATE edit SET after = NULL WHERE after = ?", edit.id)

    def forget_all(self, calendar: CalendarRef) -> None:
        """A calendar is at no server any more."""
        with self._db.transaction():
            self._db.execute(f"DELETE FROM edit WHERE calendar = {NUMBER}", key_of(calendar))  # noqa: S608

    def applied(self, item: ItemRef, events: Sequence[Event], came: str | None = None) -> tuple[Event, ...]:
        """The events of an item as the person wants them; what they want to be gone, but others changed, is there.

        `came`: the payload that they have just come in with, "" for none, perhaps what was published here.
        """
        known = self.find(item)
        if known is None:
            return tuple(events)
        if came is not None:
            self._meet(known, events, came)
        edit = known.edit
        keys = [each.key for each in merged(edit.base, edit.wanted, events).conflicts if each.mine is not None]
        return decided(edit.base, edit.wanted, events, keys)

    def _meet(self, known: Waiting, events: Sequence[Event], payload: str) -> None:
        if known.theirs is not None:
            self.contradict(known.edit, events)
        elif known.sent is None or not alike(known.sent, events):
            with self._db.transaction():
                self._db.execute("UPDATE edit SET met = ? WHERE id = ?", (payload, known.edit.id))

    def _write(self, sql: str, number: int) -> None:
        with self._db.transaction():
            self._db.execute(sql, (number,))


def _dump(events: Sequence[Event]) -> str:
    return json.dumps([dump_event(event) for event in events], ensure_ascii=False)


def _load(text: str) -> tuple[Event, ...]:
    return tuple(load_event(event) for event in json.loads(text))


def _item(row: Sequence[str]) -> ItemRef:
    account, service, node, item_id = row
    return ItemRef(CalendarRef(account, service, node), item_id)


def _waiting(row: Sequence[Any]) -> Waiting:
    number, account, service, node, item_id, base, wanted, theirs, sent, met, after = row
    edit = Edit(ItemRef(CalendarRef(account, service, node), item_id), _load(base), _load(wanted), number)
    theirs, sent = (_load(text) if text is not None else None for text in (theirs, sent))
    return Waiting(edit, theirs, sent, met, after)
