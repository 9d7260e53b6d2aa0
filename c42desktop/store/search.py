"""Events by their words and by what they are: all that match, in the order of time.

Each word may be the beginning of one, in whichever part of the event, and all of them must be there; a phrase in
quotes stands as it is. What the person typed never reaches SQLite as anything but text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, ItemRef, Level
from c42desktop.calendar.wanted import Wanted
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.store.activity import UNREAD
from c42desktop.store.codec import load_event
from c42desktop.store.database import PATIENCE, Database
from c42desktop.store.faults import StoreError, unusable
from c42desktop.store.listing import ALL, ASKED, calendar_tag, item_at
from c42desktop.store.schema import OlderStoreError
from c42desktop.store.store import ListedItem

MOST_LETTERS = 200  # of what is looked for; who pastes a page finds nothing anyway
_PLACES = f"SELECT id, account, service, node, visible, level FROM calendar WHERE service <> '{UNFINISHED}'"  # noqa: S608
_THROWN_AWAY = "SELECT id FROM calendar WHERE service = ?"
_FOUND = "SELECT rowid FROM search WHERE search MATCH ?"  # in its order, which is that of time


def found_beside(path: Path, wanted: Wanted) -> list[int]:
    """What `Search.found` gives, by a connection of its own: for a thread, as among a hundred thousand events it may
    take longer than a window can wait. Raises StoreError."""
    try:
        db = Database(path, read_only=True, patience=PATIENCE, on_replaced=lambda _broken: None)
    except OlderStoreError as error:  # a damaged one has just been replaced
        raise StoreError(unusable(path, _("it is being made anew"))) from error
    try:
        return Search(db).found(wanted)
    finally:
        db.close()


class Search:
    """Reads the index. Every method raises StoreError where the file does not let it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def found(self, wanted: Wanted) -> list[int]:
        """The places (store/listing.py) of all items that are wanted, in the order of time.

        Those of calendars that are not shown are left out, unless one of them is asked for.
        """
        calendars = self._calendars()
        match = _match(wanted, calendars, self._db.rows(_first, _THROWN_AWAY, (UNFINISHED,)))
        if not match:
            return []
        found = self._db.rows(_first, _FOUND, (match,))
        if not wanted.unread:
            return found
        unread = self._unread([each.number for each in calendars if each.counted])
        return [place for place in found if place in unread]

    def items(self, places: Sequence[int]) -> list[ListedItem]:
        """The items at these places, in their order; those that are gone meanwhile are left out."""
        refs = {each.number: each.ref for each in self._calendars()}
        numbers = [item_at(place) for place in places]
        sql = f"SELECT id, calendar, item_id, events FROM item WHERE id IN ({_marks(numbers)})"  # noqa: S608
        rows = {row[0]: row for row in self._db.rows(tuple, sql, numbers)}
        known = (rows[number] for number in numbers if number in rows)
        return [
            _listed(refs[calendar], item_id, text) for _number, calendar, item_id, text in known if calendar in refs
        ]

    def _calendars(self) -> list[_Place]:
        return self._db.rows(_place, _PLACES)

    def _unread(self, calendars: Sequence[int]) -> set[int]:
        """The places of items of these calendars to which something happened that nobody has seen yet."""
        some = " UNION ".join(f"SELECT calendar, item_id FROM {table} WHERE {condition}" for table, condition in UNREAD)  # noqa: S608
        sql = (
            "SELECT place FROM listed JOIN item ON item.id = listed.item"  # noqa: S608
            f" WHERE (item.calendar, item.item_id) IN ({some}) AND item.calendar IN ({_marks(calendars)})"
        )
        return set(self._db.rows(_first, sql, calendars))


@dataclass(frozen=True, slots=True)
class _Place:
    """A calendar as search needs it; `counted` where what happens in it can be unread."""

    number: int
    ref: CalendarRef
    visible: bool
    counted: bool


def query_of(words: str) -> str:
    """The words as FTS5 reads them; "" where there is nothing in them that could be found."""
    return " AND ".join(_terms(one_line(words[:MOST_LETTERS])))


def _terms(words: str) -> Iterator[str]:
    """What is between two quotes is a phrase, also while the second one is not there yet."""
    parts = words.split('"')
    for place, part in enumerate(parts):
        phrase = place % 2 == 1
        closed = phrase and place + 1 < len(parts)
        for term in [part] if phrase else part.split():
            if any(sign.isalnum() for sign in term):
                yield f'"{term}"' if closed else f'"{term}"*'


def _match(wanted: Wanted, calendars: Sequence[_Place], unfinished: Sequence[int]) -> str:
    """All of it as one question; "" where nothing can be the answer. What is in an `unfinished` calendar may still have
    a row from when it was another one."""
    parts = []
    if wanted.words.strip():
        query = query_of(wanted.words)
        if not query:
            return ""
        parts.append(f"{{title place people notes}} : ({query})")
    tags = [f"({' OR '.join(sorted(wanted.kinds))})"] if wanted.kinds else []
    tags += [ASKED] if wanted.invitations else []
    hidden = [calendar_tag(each.number) for each in calendars if not each.visible]
    if wanted.calendar is not None:
        tags += [calendar_tag(each.number) for each in calendars if each.ref == wanted.calendar] or [calendar_tag(0)]
        hidden = []
    hidden += [calendar_tag(number) for number in unfinished]
    if tags or not parts:
        parts.append(f"tags : ({' AND '.join(tags or [ALL])})")
    match = " AND ".join(parts)
    return f"({match}) NOT tags : ({' OR '.join(hidden)})" if hidden else match


def _place(row: Sequence[Any]) -> _Place:
    number, account, service, node, visible, level = row
    return _Place(number, CalendarRef(account, service, node), bool(visible), level != Level.NOTHING)


def _listed(ref: CalendarRef, item_id: str, text: str) -> ListedItem:
    return ListedItem(ItemRef(ref, item_id), tuple(load_event(event) for event in json.loads(text)))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _first(row: Sequence[int]) -> int:
    return row[0]
