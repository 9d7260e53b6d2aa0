"""What happened, newest first, in pages, and what of it nobody has seen yet.

Unread is what was not opened: changes, and reminders that were missed and not dismissed since; not those that were put
off and are about to be told again. A calendar that shall tell nothing has none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from c42desktop.calendar.activity import Entry, Filter, Key
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, Change, ItemRef, Level, Reminder
from c42desktop.store import instants
from c42desktop.store.codec import load_change, load_event
from c42desktop.store.database import Database
from c42desktop.store.places import NUMBER, key_of

PAGE = 50  # entries read at once: more than a window shows
_LAST_ID = 2**63 - 1
_PLACES = f"SELECT id, account, service, node, level FROM calendar WHERE service <> '{UNFINISHED}'"  # noqa: S608
_CHANGES = "SELECT calendar, item_id, data, at, id, read, away FROM change"
_REMINDERS = (
    "SELECT calendar, item_id, event, due, id, read, alarm, occurrence, missed, dismissed, snoozed FROM reminder"
)
_UNREAD_REMINDER = "read = 0 AND missed = 1 AND dismissed = 0 AND told = 1"

Places = dict[int, tuple[CalendarRef, bool]]


class Activity:
    """Reads and marks what happened. Every method raises StoreError where the file does not let it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    # -- reading ------------------------------------------------------------------------------------------------

    def page(self, wanted: Filter, before: Key | None = None, count: int = PAGE) -> list[Entry]:
        """The newest entries, or those that come after the one with the key `before`: no more than `count`."""
        places = self._places()
        condition, numbers = _condition(places, wanted)
        at, is_change, number = before or (float("inf"), True, _LAST_ID)
        few = "+" if wanted.unread else ""  # SQLite would rather read all others in their order than sort those
        changes = self._db.rows(
            lambda row: _change_entry(row, places),
            f"{_CHANGES} WHERE ({few}at, id) < (?, ?) AND {condition}"
            f"{' AND read = 0' if wanted.unread else ''} ORDER BY {few}at DESC, id DESC LIMIT ?",
            (at, number if is_change else 0, *numbers, count),
        )
        reminders = self._db.rows(
            lambda row: _reminder_entry(row, places),
            f"{_REMINDERS} WHERE ({few}due, id) < (?, ?) AND told = 1 AND {condition}"
            f"{f' AND {_UNREAD_REMINDER}' if wanted.unread else ''} ORDER BY {few}due DESC, id DESC LIMIT ?",
            (at, _LAST_ID if is_change else number, *numbers, count),
        )
        return sorted([*changes, *reminders], key=lambda entry: entry.key, reverse=True)[:count]

    def changes(self, numbers: Collection[int]) -> list[Entry]:
        """The entries of these changes, newest first; those that are gone are left out."""
        return self._some(_CHANGES, numbers, _change_entry)

    def reminders(self, numbers: Collection[int]) -> list[Entry]:
        """The entries of these reminders, newest first."""
        return self._some(f"{_REMINDERS} WHERE told = 1", numbers, _reminder_entry)

    def unread(self) -> dict[CalendarRef, int]:
        """How many entries of each calendar nobody has seen yet; calendars without any are left out."""
        places = self._places()
        counts: dict[CalendarRef, int] = {}
        for table, condition in (("change", "read = 0"), ("reminder", _UNREAD_REMINDER)):
            sql = f"SELECT calendar, count(*) FROM {table} WHERE {condition} GROUP BY calendar"  # noqa: S608
            for number, count in self._db.rows(tuple, sql):
                ref, counted = places.get(number, (None, False))
                if ref is not None and counted:
                    counts[ref] = counts.get(ref, 0) + count
        return counts

    # -- marking ------------------------------------------------------------------------------------------------

    def mark_read(
        self, changes: Iterable[Change] = (), reminders: Iterable[Reminder] = (), items: Iterable[ItemRef] = ()
    ) -> None:
        """Somebody has seen these, and all that happened to these items."""
        with self._db.transaction():
            self._db.execute_many("UPDATE change SET read = 1 WHERE id = ?", [(each.id,) for each in changes])
            self._db.execute_many("UPDATE reminder SET read = 1 WHERE id = ?", [(each.id,) for each in reminders])
            for item in items:
                for table, condition in (("change", "read = 0"), ("reminder", _UNREAD_REMINDER)):
                    self._db.execute(
                        f"UPDATE {table} SET read = 1 WHERE {condition}"  # noqa: S608
                        f" AND calendar = {NUMBER} AND item_id = ?",
                        (*key_of(item.calendar), item.item_id),
                    )

    def mark_all_read(self, calendar: CalendarRef | None = None) -> None:
        """Somebody has seen everything, or all of one calendar."""
        numbers = [number for number, place in self._places().items() if calendar in (None, place[0])]
        with self._db.transaction():
            for table, condition in (("change", "read = 0"), ("reminder", _UNREAD_REMINDER)):
                self._db.execute(
                    f"UPDATE {table} SET read = 1 WHERE {condition}"  # noqa: S608
                    f" AND calendar IN ({_marks(numbers)})",
                    numbers,
                )

    def mark_away(self, changes: Iterable[Change], since: datetime) -> None:
        """These happened while nobody was connected, since an instant (aware)."""
        with self._db.transaction():
            self._db.execute_many(
                "UPDATE change SET away = ? WHERE id = ?", [(since.timestamp(), change.id) for change in changes]
            )

    # -- when accounts were online ------------------------------------------------------------------------------

    def last_online(self, account: str) -> datetime | None:
        """When an account was online for the last time (UTC), if it ever was."""
        return instants.read(self._db, instants.online(account))

    def set_online(self, account: str, at: datetime) -> None:
        """It was, at an instant (aware)."""
        instants.write(self._db, instants.online(account), at)

    # -- inside -------------------------------------------------------------------------------------------------

    def _places(self) -> Places:
        """The calendars by their numbers, each with whether what happens in it counts."""
        return dict(self._db.rows(_place, _PLACES))

    def _some(self, sql: str, numbers: Collection[int], make: Callable[[Sequence[Any], Places], Entry]) -> list[Entry]:
        places = self._places()
        joint = "AND" if "WHERE" in sql else "WHERE"
        rows = self._db.rows(list, f"{sql} {joint} id IN ({_marks(numbers)})", tuple(numbers))
        found = [make(row, places) for row in rows if row[0] in places]
        return sorted(found, key=lambda entry: entry.key, reverse=True)


def _place(row: Sequence[Any]) -> tuple[int, tuple[CalendarRef, bool]]:
    number, account, service, node, level = row
    return number, (CalendarRef(account, service, node), level != Level.NOTHING)


def _condition(places: Places, wanted: Filter) -> tuple[str, list[int]]:
    """Which calendars: where it is all of them, nothing that keeps SQLite from reading them in their order."""
    if wanted == Filter():
        return f"calendar NOT IN (SELECT id FROM calendar WHERE service = '{UNFINISHED}')", []  # noqa: S608
    numbers = [
        number
        for number, (ref, counted) in places.items()
        if wanted.calendar in (None, ref) and (counted or not wanted.unread)
    ]
    return f"calendar IN ({_marks(numbers)})", numbers


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _change_entry(row: Sequence[Any], places: Places) -> Entry:
    calendar, item_id, data, at, number, read, away = row
    ref, counted = places[calendar]
    change = load_change(data, ref, item_id, number)
    since = _instant(away) if away is not None else None
    return Entry(change, _instant(at), unread=counted and not read, away=since)


def _reminder_entry(row: Sequence[Any], places: Places) -> Entry:
    calendar, item_id, event, due, number, read, alarm, occurrence, missed, dismissed, snoozed = row
    ref, counted = places[calendar]
    reminder = Reminder(ItemRef(ref, item_id), load_event(json.loads(event)), _instant(due), alarm, occurrence, number)
    return Entry(
        reminder,
        reminder.due,
        unread=counted and bool(missed) and not (read or dismissed),
        missed=bool(missed),
        dismissed=bool(dismissed),
        snoozed=_instant(snoozed) if snoozed is not None else None,
    )


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
