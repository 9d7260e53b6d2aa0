"""The index of search, kept in step with the items: every item is a row of text in it, in the order of time.

The number of its row is its place: when it is, in minutes, then which item. So the index gives out what comes first
without sorting. Where the days that pass move an item – a series, what runs for days, what is not done – it is placed
anew from time to time (`due`); until then its row is found all the same, only not at the best place.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from c42desktop.calendar.answers import is_asked
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.nearest import Nearest, fixed_place, nearest
from c42desktop.calendar.wanted import kind_of, text_of
from c42desktop.slices import slices
from c42desktop.store.codec import load_event
from c42desktop.store.database import Database

log = logging.getLogger(__name__)

ALL = "any"
"""The tag that every row has."""
ASKED = "asked"
AT_ONCE = -9e12  # seconds since 1970: before everything
_AT_A_TIME = 500  # items read from the list of those that wait
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_ITEMS = 2**30  # more than there will be
_NEVER = 2**32  # minutes: after everything that has a time
_ITEM = (
    "SELECT account, service, node, calendar.id, place, events FROM listed"  # noqa: S608
    " JOIN item ON item.id = listed.item JOIN calendar ON calendar.id = item.calendar"
    f" WHERE listed.item = ? AND service <> '{UNFINISHED}'"
)
_NUMBERS = "SELECT id, place FROM item JOIN listed ON listed.item = item.id WHERE calendar = ? AND item_id = ?"


@dataclass(frozen=True, slots=True)
class _Row:
    """An item by its number, its place until now, and where it belongs."""

    item: int
    place: int | None
    calendar: int
    ref: CalendarRef


def place_at(at: datetime | None, item: int = 0) -> int:
    """The number of the row of an item that stands at an instant (aware), or nowhere."""
    minute = (at - _EPOCH) // _MINUTE if at is not None else _NEVER
    return minute * _ITEMS + item


def item_at(place: int) -> int:
    """The number of the item in this row."""
    return place % _ITEMS


def calendar_tag(number: int) -> str:
    """The tag of all that is in the calendar of this number."""
    return f"c{number}"


def put(db: Database, calendar: int, ref: ItemRef, events: Sequence[Event]) -> None:
    """An item was written: within the same transaction. What is not to be seen yet waits."""
    ((item, place),) = db.rows(tuple, _NUMBERS, (calendar, ref.item_id))
    if ref.calendar.service == UNFINISHED:
        _wait(db, item)
        return
    at = fixed_place(events)
    due = None if at is not None or not events else AT_ONCE
    _write(db, _Row(item, place, calendar, ref.calendar), events, at, due)


def moved(db: Database, calendar: int) -> None:
    """A calendar is at another place now, and its reader may be another one: who is asked is found out anew."""
    db.execute("UPDATE listed SET due = ? WHERE item IN (SELECT id FROM item WHERE calendar = ?)", (AT_ONCE, calendar))


def outdated(db: Database, today: datetime) -> list[int]:
    """The items that are not in the index yet, and those that the days have moved on: no more than a few hundred of
    them, those that wait most first."""
    sql = "SELECT item FROM listed WHERE due < ? ORDER BY due LIMIT ?"
    return db.rows(lambda row: int(row[0]), sql, (today.timestamp(), _AT_A_TIME))


async def renew(db: Database, today: datetime, zone: tzinfo) -> bool:
    """Place them for a reader in `zone`, whose day begins at `today` (aware), in slices. Whether there were any."""
    anything = False
    while found := outdated(db, today):
        anything = True
        async for some in slices(found):
            with db.transaction():
                for item in some:
                    _renew(db, item, today, zone)
    return anything


def _renew(db: Database, item: int, today: datetime, zone: tzinfo) -> None:
    found = db.rows(tuple, _ITEM, (item,))
    if not found:
        _wait(db, item)
    for account, service, node, calendar, place, text in found:
        events = [load_event(event) for event in json.loads(text)]
        here = _nearest(events, today, zone)
        due = None if here.settled or here.at is None else here.at.timestamp()
        _write(db, _Row(item, place, calendar, CalendarRef(account, service, node)), events, here.at, due)


def _wait(db: Database, item: int) -> None:
    """Until its calendar is moved to where it can be seen."""
    db.execute("UPDATE listed SET due = NULL WHERE item = ?", (item,))


def _nearest(events: Sequence[Event], today: datetime, zone: tzinfo) -> Nearest:
    try:
        return nearest(events, today, zone)
    except Exception:
        # A defect. It costs this item its place, not all others theirs.
        log.exception("Unexpected error while placing an item")
        return Nearest(None, None, settled=True)


def _write(db: Database, row: _Row, events: Sequence[Event], at: datetime | None, due: float | None) -> None:
    if row.place is not None:
        db.execute("DELETE FROM search WHERE rowid = ?", (row.place,))
    place = None
    if events:
        place = place_at(at, row.item)
        text = text_of(events)
        db.execute(
            "INSERT INTO search (rowid, title, place, people, notes, tags) VALUES (?, ?, ?, ?, ?, ?)",
            (place, text.title, text.place, text.people, text.notes, _tags(events, row)),
        )
    db.execute("UPDATE listed SET place = ?, due = ? WHERE item = ?", (place, due, row.item))


def _tags(events: Sequence[Event], row: _Row) -> str:
    kinds = dict.fromkeys(kind_of(event).value for event in events)
    asked = [ASKED] if any(is_asked(event, row.ref) for event in events) else []
    return " ".join([ALL, calendar_tag(row.calendar), *kinds, *asked])
