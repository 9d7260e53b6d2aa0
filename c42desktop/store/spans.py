"""Which items may be on between two instants, and where the next ones begin: for a list that is read in pieces.

An item is long where it repeats without end or for more than forty days. There are few of those, and they have an index
of their own; the others are found by where they begin, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.codec import load_event

if TYPE_CHECKING:
    from c42desktop.store.database import Database

_SHORT = 3_456_000  # seconds; also in the index item_long
_LONG = "(last IS NULL OR last - first > 3456000)"
_PLACES = f"SELECT id, account, service, node FROM calendar WHERE service <> '{UNFINISHED}'"  # noqa: S608  # ours
_COLUMNS = "SELECT id, calendar, item_id"
_BETWEEN = (
    f"{_COLUMNS}, 0 FROM item WHERE first >= ? AND first < ? AND last >= ? AND last - first <= {_SHORT} AND"
    f" events <> '[]' UNION ALL {_COLUMNS}, 1 FROM item WHERE {_LONG} AND first < ? AND (last IS NULL OR last >= ?)"
)
_FIRST_DAY, _LAST_DAY = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


class Listed(NamedTuple):
    """An item that was found, unread. `number` is where it is until it is written again."""

    number: int
    ref: ItemRef
    is_long: bool


def between(db: Database, begin: datetime, end: datetime) -> list[Listed]:
    """The items that may have an occurrence between two instants (aware). Raises StoreError."""
    low, high = begin.timestamp(), end.timestamp()
    return _listed(db, _BETWEEN, (low - _SHORT, high, low, high, low))


def without_time(db: Database) -> list[Listed]:
    """The items whose events name no time. Raises StoreError."""
    return _listed(db, f"{_COLUMNS}, 1 FROM item WHERE first IS NULL AND events <> '[]'")  # ours


def events(db: Database, number: int) -> tuple[Event, ...]:
    """The events of an item that was found; none where it is gone by now. Raises StoreError."""
    found = db.rows(lambda row: str(row[0]), "SELECT events FROM item WHERE id = ?", (number,))
    return tuple([load_event(each) for each in json.loads(found[0])]) if found else ()


def next_first(db: Database, at: datetime) -> datetime | None:
    """Where the next item begins at or after an instant (aware). Raises StoreError."""
    return _instant(db, "SELECT min(first) FROM item WHERE first >= ?", at)


def last_before(db: Database, at: datetime) -> datetime | None:
    """Where the last item ends before an instant (aware). Raises StoreError."""
    return _instant(db, "SELECT max(last) FROM item WHERE last < ?", at)


def _instant(db: Database, sql: str, at: datetime) -> datetime | None:
    found = db.rows(lambda row: row[0], sql, (at.timestamp(),))[0]
    if found is None:
        return None
    return datetime.fromtimestamp(min(max(found, _FIRST_DAY.timestamp()), _LAST_DAY.timestamp()), UTC)


def _listed(db: Database, sql: str, values: Sequence[object] = ()) -> list[Listed]:
    places: dict[int, CalendarRef] = dict(db.rows(_place, _PLACES))
    rows: list[Any] = db.rows(tuple, sql, values)
    return [
        Listed(number, ItemRef(places[place], item_id), bool(is_long))
        for number, place, item_id, is_long in rows
        if place in places
    ]


def _place(row: Sequence[Any]) -> tuple[int, CalendarRef]:
    number, *place = row
    return number, CalendarRef(*place)
