"""The store of one profile.

An item, its events and the Change to tell are written in one transaction: a crash tells a change again, and never
forgets one. One process writes; others may read beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from c42desktop.calendar import payloads
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import PALETTE, Calendar, CalendarRef, CalendarState, Change, Event, ItemRef, Level
from c42desktop.calendar.recurrence import series_bounds
from c42desktop.calendar.reminders import lead_of
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.store import instants, listing
from c42desktop.store.codec import dump_change, dump_defaults, dump_event, load_change, load_defaults, load_event
from c42desktop.store.database import PATIENCE, Database
from c42desktop.store.order import NEXT
from c42desktop.store.places import key_of
from c42desktop.store.schema import NewerStoreError, OlderStoreError

HURRY = 0.025  # seconds to wait for another process where a person or a server waits for this one
KEEP_CHANGES = timedelta(days=90)
_CALENDARS = (
    "SELECT account, service, node, title, description, color, visible, state, problem, level, reminders, position"
    " FROM calendar"
)
_FINISHED = f"calendar.service <> '{UNFINISHED}'"
_JOINED = f"FROM item JOIN calendar ON calendar.id = item.calendar AND {_FINISHED}"
_ITEMS = f"SELECT account, service, node, item_id, payload, digest, events, decoder {_JOINED}"
_REFS = f"SELECT account, service, node, item_id {_JOINED}"
_PLACES = f"SELECT id, account, service, node FROM calendar WHERE {_FINISHED}"  # noqa: S608  # nothing from outside
_LISTED = "SELECT calendar, item_id, events FROM item"
_BETWEEN = "WHERE (first < ? AND (last IS NULL OR last >= ?))"
# Its number stays: the index of search knows it by that.
_WRITE_ANEW = (
    "ON CONFLICT (calendar, item_id) DO UPDATE SET payload=excluded.payload, digest=excluded.digest,"
    " events=excluded.events, first=excluded.first, last=excluded.last, lead=excluded.lead, decoder=excluded.decoder"
)
_TIMELESS = "(first IS NULL AND events <> '[]')"


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item as it is kept: raw payload, digest of its canonical form, and its events.

    One that says of itself that it was removed has no events: what is older than that stays away (C-PAY-18).
    `outdated` where older decoders have read it; what is written is not.
    """

    ref: ItemRef
    payload: str
    digest: bytes
    events: tuple[Event, ...]
    outdated: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item as a list needs it."""

    ref: ItemRef
    events: tuple[Event, ...]


class Store:
    """Reads and writes one SQLite file. Every method raises StoreError where the file does not let it.

    A damaged file is set aside, and a new one takes its place: `replaced` is then a sentence for the person, and
    `on_replaced` is called, for everything is to be read from the server again. Reading goes on with the new file.
    """

    def __init__(self, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> None:
        """Raises UserError where the file cannot be used. `patience`: seconds to wait for a lock once it is open."""
        self.path = path
        self.replaced = ""
        self.on_replaced: Callable[[], None] = _nothing
        try:
            self._db = Database(path, read_only=read_only, patience=patience, on_replaced=self._was_replaced)
        except NewerStoreError as error:
            sentence = _("{path} was written by a newer version of c42desktop. Install that version again.")
            raise UserError(sentence.format(path=path)) from error
        except OlderStoreError as error:
            sentence = _("{path} was written by an older version of c42desktop. Start the program once.")
            raise UserError(sentence.format(path=path)) from error

    @property
    def db(self) -> Database:
        """For the tables that have a file of their own: reminders.py, activity.py, answers.py."""
        return self._db

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing. Nested ones join the outer one."""
        return self._db.transaction()

    @property
    def generation(self) -> int:
        """How many files were replaced so far: damage that was found in one says nothing about the next."""
        return self._db.generation

    def replace(self, generation: int | None = None) -> None:
        """The file was found damaged: go on with a new one, unless that has happened since `generation`."""
        if generation in (None, self._db.generation):
            self._db.replace()

    # -- calendars ----------------------------------------------------------------------------------------------

    def calendars(self, account: str = "") -> list[Calendar]:
        """The calendars of one account, or of all, in the person's order, else by title."""
        found = self._db.rows(_placed_calendar, f"{_CALENDARS} WHERE ? IN ('', account) AND {_FINISHED}", (account,))
        return [each for _place, each in sorted(found, key=lambda row: (row[0], row[1].title.casefold(), row[1].ref))]

    def unfinished(self) -> list[CalendarRef]:
        """What is being imported or thrown away, or was when the program ended: nothing else gives it out."""
        return [each.ref for each in self._db.rows(_calendar, f"{_CALENDARS} WHERE service = ?", (UNFINISHED,))]

    def calendar(self, ref: CalendarRef) -> Calendar | None:
        """One calendar, if it is known."""
        found = self._db.rows(_calendar, f"{_CALENDARS} WHERE account=? AND service=? AND node=?", key_of(ref))
        return found[0] if found else None

    def add_calendar(self, ref: CalendarRef, title: str, description: str = "") -> Calendar:
        """A new calendar in the least used colour; one that is known is left as it is."""
        with self.transaction():
            self._db.execute(
                "INSERT OR IGNORE INTO calendar (account, service, node, title, description, color, position)"  # noqa: S608
                f" VALUES (?, ?, ?, ?, ?, ?, {NEXT})",
                (ref.account, ref.service, ref.node, title, description, self._next_color()),
            )
        added = self.calendar(ref)
        assert added is not None
        return added

    def update_calendar(self, calendar: Calendar) -> None:
        """Write what may change of a calendar."""
        with self.transaction():
            self._db.execute(
                "UPDATE calendar SET title=?, description=?, color=?, visible=?, state=?, problem=?,"
                " level=?, reminders=? WHERE account=? AND service=? AND node=?",
                (
                    calendar.title,
                    calendar.description,
                    calendar.color,
                    calendar.visible,
                    calendar.state,
                    calendar.problem,
                    calendar.level,
                    dump_defaults(calendar.reminders),
                    *key_of(calendar.ref),
                ),
            )

    def move_calendar(self, old: CalendarRef, new: CalendarRef) -> None:
        """A calendar is at another place, with everything the person chose for it; its items are to be compared."""
        with self.transaction():
            self._db.execute(
                "UPDATE calendar SET account=?, service=?, node=?, subid='', synced=0"
                " WHERE account=? AND service=? AND node=?",
                (*key_of(new), *key_of(old)),
            )
            if (number := self._id(new)) is not None:
                listing.moved(self._db, number)

    def remove_calendar(self, ref: CalendarRef) -> None:
        """Forget a calendar with everything in it."""
        with self.transaction():
            self._db.execute("DELETE FROM calendar WHERE account=? AND service=? AND node=?", key_of(ref))

    def remove_account(self, account: str) -> None:
        """Forget all calendars of an account."""
        with self.transaction():
            self._db.execute("DELETE FROM calendar WHERE account=?", (account,))
            instants.forget_account(self._db, account)

    def is_synced(self, ref: CalendarRef) -> bool:
        """Whether the calendar's items were fetched completely at least once."""
        sql = "SELECT synced FROM calendar WHERE account=? AND service=? AND node=?"
        return any(self._db.rows(_first, sql, key_of(ref)))

    def set_synced(self, ref: CalendarRef, *, synced: bool = True) -> None:
        """The calendar's items were fetched completely; or, not `synced`, its next fetch is the first again."""
        with self.transaction():
            self._db.execute(
                "UPDATE calendar SET synced=? WHERE account=? AND service=? AND node=?", (synced, *key_of(ref))
            )

    def subid(self, ref: CalendarRef) -> str:
        """The subscription id that the service gave out, or ""."""
        sql = "SELECT subid FROM calendar WHERE account=? AND service=? AND node=?"
        return next(iter(self._db.rows(_first, sql, key_of(ref))), "")

    def set_subid(self, ref: CalendarRef, subid: str) -> None:
        """Keep the subscription id (XEP-0060 §6.1.6)."""
        with self.transaction():
            self._db.execute(
                "UPDATE calendar SET subid=? WHERE account=? AND service=? AND node=?", (subid, *key_of(ref))
            )

    # -- items --------------------------------------------------------------------------------------------------

    def item(self, ref: ItemRef) -> StoredItem | None:
        """One item, if it is known."""
        found = self._db.rows(_item, f"{_ITEMS} WHERE calendar=? AND item_id=?", (self._id(ref.calendar), ref.item_id))
        return found[0] if found else None

    def digests(self, calendar: CalendarRef) -> dict[str, bytes]:
        """The digest of each item of a calendar, by item id."""
        return dict(self._db.rows(tuple, "SELECT item_id, digest FROM item WHERE calendar=?", (self._id(calendar),)))

    def has_events(self, calendar: CalendarRef) -> bool:
        """Whether there is more in a calendar than what was removed."""
        sql = "SELECT 1 FROM item WHERE calendar=? AND events <> '[]' LIMIT 1"
        return any(self._db.rows(_first, sql, (self._id(calendar),)))

    def items_between(self, begin: datetime, end: datetime) -> list[ListedItem]:
        """The items of all calendars that may have an occurrence between two instants (aware)."""
        # Not joined: SQLite would rather read every item of each calendar than those of a few days.
        refs = dict(self._db.rows(_numbered_ref, _PLACES))
        rows = self._db.rows(_listed_row, f"{_LISTED} {_BETWEEN}", (end.timestamp(), begin.timestamp()))
        return [ListedItem(ItemRef(refs[place], item_id), events) for place, item_id, events in rows if place in refs]

    def refs_to_show(self, begin: datetime, end: datetime) -> list[ItemRef]:
        """The same items and those without a time, unread, in the order of their first occurrences."""
        sql = f"{_REFS} {_BETWEEN} OR {_TIMELESS} ORDER BY first IS NULL, first"
        return self._db.rows(_item_ref, sql, (end.timestamp(), begin.timestamp()))

    def items_without_time(self) -> list[StoredItem]:
        """The items whose events name no time, unreadable ones among them."""
        return self._db.rows(_item, f"{_ITEMS} WHERE {_TIMELESS}")

    def beginnings(self, calendar: CalendarRef) -> list[str]:
        """How the payloads of the latest items of a calendar begin."""
        sql = "SELECT substr(payload, 1, 500) FROM item WHERE calendar=? ORDER BY id DESC LIMIT 20"
        return self._db.rows(_first, sql, (self._id(calendar),))

    def outdated(self, calendar: CalendarRef) -> list[str]:
        """The ids of the items of a calendar that an older decoder has read."""
        sql = "SELECT item_id FROM item WHERE calendar=? AND decoder < ?"
        return self._db.rows(_first, sql, (self._id(calendar), payloads.VERSION))

    def put_item(self, item: StoredItem, changes: Iterable[Change] = ()) -> list[Change]:
        """Write one item with what is to be told of it. Gives the changes with their numbers.

        Nothing is written for a calendar that is not known: it was forgotten meanwhile.
        """
        first, last = series_bounds(item.events)
        with self.transaction():
            number = self._id(item.ref.calendar)
            if number is None:
                return []
            self._db.execute(
                "INSERT INTO item (calendar, item_id, payload, digest, events, first, last, lead, decoder)"  # noqa: S608
                f" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) {_WRITE_ANEW}",
                (
                    number,
                    item.ref.item_id,
                    item.payload,
                    item.digest,
                    json.dumps([dump_event(event) for event in item.events], ensure_ascii=False),
                    first.timestamp() if first else None,
                    last.timestamp() if last else None,
                    lead_of(item.events, first, last).total_seconds(),
                    payloads.VERSION,
                ),
            )
            listing.put(self._db, number, item.ref, item.events)
            return self._put_changes(changes)

    def remove_items(self, calendar: CalendarRef, ids: Sequence[str], changes: Iterable[Change] = ()) -> list[Change]:
        """Forget items with what is to be told of it. Gives the changes with their numbers."""
        with self.transaction():
            number = self._id(calendar)
            if number is None:
                return []
            self._db.execute_many(
                "DELETE FROM item WHERE calendar=? AND item_id=?", [(number, item_id) for item_id in ids]
            )
            return self._put_changes(changes)

    # -- changes ------------------------------------------------------------------------------------------------

    def untold(self) -> list[Change]:
        """The changes that nobody was told of yet, oldest first."""
        return self._changes("WHERE told = 0 ORDER BY change.id")

    def recent_changes(self, since: datetime) -> list[Change]:
        """The changes since an instant (aware), oldest first."""
        return self._changes("WHERE at >= ? ORDER BY change.id", since.timestamp())

    def mark_told(self, changes: Iterable[Change], now: datetime, *, read: bool = False) -> None:
        """The desktop has accepted these changes; forget those that are 90 days old at `now` (aware). `read`: nobody
        has to see them any more."""
        with self.transaction():
            self._db.execute_many(
                "UPDATE change SET told = 1, read = max(read, ?) WHERE id = ?",
                [(read, change.id) for change in changes],
            )
            self._db.execute("DELETE FROM change WHERE told = 1 AND at < ?", ((now - KEEP_CHANGES).timestamp(),))

    # -- inside -------------------------------------------------------------------------------------------------

    def _was_replaced(self, broken: Path) -> None:
        sentence = _(
            "The calendar store was damaged and has been set aside as {name}. "
            "Everything is being read from the server again; what changed meanwhile is not told."
        )
        self.replaced = sentence.format(name=broken.name)
        self.on_replaced()

    def _changes(self, condition: str, *values: object) -> list[Change]:
        return self._db.rows(
            _change,
            "SELECT change.id, item_id, data, account, service, node FROM change"  # noqa: S608  # nothing from outside
            f" JOIN calendar ON calendar.id = change.calendar {condition}",
            values,
        )

    def _put_changes(self, changes: Iterable[Change]) -> list[Change]:
        numbered = []
        for change in changes:
            number = self._db.execute(
                "INSERT INTO change (calendar, item_id, data, at) VALUES (?, ?, ?, ?)",
                (self._id(change.calendar), change.item_id, dump_change(change), change.at.timestamp()),
            )
            numbered.append(replace(change, id=number))
        return numbered

    def _id(self, ref: CalendarRef) -> int | None:
        sql = "SELECT id FROM calendar WHERE account=? AND service=? AND node=?"
        return next(iter(self._db.rows(_first, sql, key_of(ref))), None)

    def _next_color(self) -> str:
        used = dict(self._db.rows(tuple, "SELECT color, count(*) FROM calendar GROUP BY color"))
        return min(PALETTE, key=lambda color: used.get(color, 0))


def _placed_calendar(row: Sequence[Any]) -> tuple[int, Calendar]:
    return row[-1], _calendar(row)


def _calendar(row: Sequence[Any]) -> Calendar:
    account, service, node, title, description, color, visible, state, problem, level, reminders, _position = row
    ref = CalendarRef(account, service, node)
    return Calendar(
        ref,
        title,
        description,
        color,
        bool(visible),
        CalendarState(state),
        problem,
        Level(level),
        load_defaults(reminders),
    )


def _item_ref(row: Sequence[Any]) -> ItemRef:
    account, service, node, item_id = row
    return ItemRef(CalendarRef(account, service, node), item_id)


def _numbered_ref(row: Sequence[Any]) -> tuple[int, CalendarRef]:
    number, *place = row
    return number, CalendarRef(*place)


def _item(row: Sequence[Any]) -> StoredItem:
    payload, digest, events, decoder = row[4:]
    return StoredItem(_item_ref(row[:4]), payload, digest, _events(events), decoder < payloads.VERSION)


def _listed_row(row: Sequence[Any]) -> tuple[int, str, tuple[Event, ...]]:
    calendar, item_id, events = row
    return calendar, item_id, _events(events)


def _events(text: str) -> tuple[Event, ...]:
    return tuple([load_event(event) for event in json.loads(text)])


def _change(row: Sequence[Any]) -> Change:
    number, item_id, data, account, service, node = row
    return load_change(data, CalendarRef(account, service, node), item_id, number)


def _first(row: Sequence[Any]) -> Any:
    return row[0]


def _nothing() -> None:
    """Until somebody listens."""
