"""The reader's answers that the items themselves do not hold: not told to a server yet, or told beside the item.

The latter go with their item, by a trigger of the table of items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from c42desktop.calendar.answers import Answer, with_answer
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.database import Database
from c42desktop.store.places import NUMBER, key_of

_COLUMNS = "account, service, node, item_id, uid, occurrence, answer, person, confirmed"
_ROWS = f"SELECT {_COLUMNS} FROM answer JOIN calendar ON calendar.id = answer.calendar"  # noqa: S608  # nothing from outside
_KEY = f"calendar={NUMBER} AND item_id=? AND uid=? AND occurrence=?"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer to an item. `confirmed` is what the server has taken last, "" while it has taken nothing."""

    item: ItemRef
    answer: Answer
    confirmed: str = ""

    @property
    def waits(self) -> bool:
        """Whether the server has not confirmed it yet."""
        return self.answer.answer != self.confirmed


class Answers:
    """The table of answers. Every method raises StoreError where the file does not let it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, item: ItemRef, answer: Answer, at: datetime) -> None:
        """Keep an answer given at an instant (aware); the last to an event, or to one occurrence, counts."""
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO answer (calendar, item_id, uid, occurrence, answer, person, at)"
                f" SELECT {NUMBER}, ?, ?, ?, ?, ?, ? WHERE {NUMBER} NOTNULL"
                " ON CONFLICT DO UPDATE SET answer=excluded.answer, person=excluded.person, at=excluded.at",
                (
                    *key_of(item.calendar),
                    item.item_id,
                    answer.uid,
                    answer.occurrence,
                    answer.answer,
                    answer.person,
                    at.timestamp(),
                    *key_of(item.calendar),
                ),
            )

    def find(self, item: ItemRef, uid: str, occurrence: str) -> Kept | None:
        """The answer to an event or an occurrence that is kept."""
        found = self._db.rows(_kept, f"{_ROWS} WHERE {_KEY}", (*key_of(item.calendar), item.item_id, uid, occurrence))
        return found[0] if found else None

    def of(self, item: ItemRef) -> list[Kept]:
        """All answers to what is in an item, the older first."""
        sql = f"{_ROWS} WHERE calendar={NUMBER} AND item_id=? ORDER BY at"
        return self._db.rows(_kept, sql, (*key_of(item.calendar), item.item_id))

    def waiting(self, account: str) -> list[Kept]:
        """The answers of an account that no server has confirmed, the older first."""
        return self._db.rows(_kept, f"{_ROWS} WHERE account=? AND answer <> confirmed ORDER BY at", (account,))

    def confirm(self, kept: Kept) -> None:
        """The server has taken this answer, beside the item; another one may have been given meanwhile."""
        with self._db.transaction():
            sql = f"UPDATE answer SET confirmed=? WHERE {_KEY}"  # noqa: S608  # nothing from outside
            self._db.execute(sql, (kept.answer.answer, *_key(kept)))

    def forget(self, kept: Kept) -> None:
        """The item itself has this answer now. Another one that was given meanwhile stays."""
        with self._db.transaction():
            self._db.execute(f"DELETE FROM answer WHERE {_KEY} AND answer=?", (*_key(kept), kept.answer.answer))  # noqa: S608

    def take_back(self, kept: Kept) -> None:
        """The server does not take this answer: what it has taken before counts again, if anything."""
        with self._db.transaction():
            own = (*_key(kept), kept.answer.answer)
            self._db.execute(f"DELETE FROM answer WHERE {_KEY} AND answer=? AND confirmed=''", own)  # noqa: S608
            self._db.execute(f"UPDATE answer SET answer=confirmed WHERE {_KEY} AND answer=?", own)  # noqa: S608

    def forget_all(self, calendar: CalendarRef) -> None:
        """A calendar is at no server any more: nothing is told to one, and the events stay as they are shown."""
        with self._db.transaction():
            sql = f"DELETE FROM answer WHERE calendar={NUMBER}"  # noqa: S608  # nothing from outside
            self._db.execute(sql, key_of(calendar))

    def applied(self, item: ItemRef, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events of an item with what the reader answered to them."""
        for kept in self.of(item):
            events = with_answer(events, kept.answer) or events
        return tuple(events)


def _key(kept: Kept) -> tuple[str, ...]:
    return (*key_of(kept.item.calendar), kept.item.item_id, kept.answer.uid, kept.answer.occurrence)


def _kept(row: Sequence[Any]) -> Kept:
    account, service, node, item_id, uid, occurrence, answer, person, confirmed = row
    item = ItemRef(CalendarRef(account, service, node), item_id)
    return Kept(item, Answer(uid, occurrence, answer, person), confirmed)
