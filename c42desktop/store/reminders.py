"""What fell due in the store: told or not, snoozed, dismissed, missed; and until when was looked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from c42desktop.calendar.appearances import base_of
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, ItemRef, Reminder, is_instant
from c42desktop.store import instants
from c42desktop.store.codec import dump_event, load_event
from c42desktop.store.places import key_of
from c42desktop.store.store import Store

LOOK_BACK = timedelta(days=31)
"""What fell due before, while nobody looked, is nobody's any more."""

_AROUND_THE_WORLD = timedelta(hours=26)  # between the first and the last place where it is a time of a day
_CHECKED = "reminders-checked"
_FINISHED = f"calendar.service <> '{UNFINISHED}'"
_ON_REMINDERS = f"FROM reminder JOIN calendar ON calendar.id = reminder.calendar AND {_FINISHED}"
_REMINDERS = f"SELECT reminder.id, account, service, node, item_id, event, due, alarm, occurrence {_ON_REMINDERS}"
_SNOOZED = f"SELECT reminder.id, account, service, node, item_id, event, snoozed, alarm, occurrence {_ON_REMINDERS}"
_ON_ITEMS = f"FROM item JOIN calendar ON calendar.id = item.calendar AND {_FINISHED}"
_ITEMS = f"SELECT account, service, node, item_id {_ON_ITEMS}"


class Reminders:
    """The tables `reminder` and `instant` of a store. Every method raises StoreError where the file does not let it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def items(self, begin: datetime, end: datetime, reach: timedelta) -> list[ItemRef]:
        """The items that may remind of something between two instants (aware), where the defaults reach so far."""
        # Each half has an index of its own.
        near = "(first < ? AND (last IS NULL OR last >= ?)) OR (first IS NULL AND events <> '[]')"
        far = "lead > 0 AND first - lead < ? AND (last IS NULL OR last + lead >= ?)"
        values = ((end + reach).timestamp(), (begin - reach).timestamp(), end.timestamp(), begin.timestamp())
        sql = f"{_ITEMS} WHERE {near} UNION {_ITEMS} WHERE {far}"
        return self._store.db.rows(lambda row: ItemRef(CalendarRef(*row[:3]), row[3]), sql, values)

    def checked(self) -> datetime | None:
        """Until when everything that fell due is written; None before the first time."""
        return instants.read(self._store.db, _CHECKED)

    def add(self, reminders: Iterable[Reminder]) -> list[Reminder]:
        """Write what fell due. Gives those that are new, numbered.

        What is there stays as it is: told, snoozed or dismissed. What is there from another calendar is not new.
        """
        with self._store.transaction():
            return [new for reminder in reminders if (new := self._added(reminder)) is not None]

    def set_checked(self, checked: datetime) -> None:
        """Everything that fell due until then is written.

        Not where that is more than a month earlier than what is known: after a flat battery, a clock begins in 1970.
        """
        sql = (
            "INSERT INTO instant (name, at) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE excluded.at > instant.at - ?"
        )
        self._write(sql, [(_CHECKED, checked.timestamp(), LOOK_BACK.total_seconds())])

    def _added(self, reminder: Reminder) -> Reminder | None:
        if any(_same(each, reminder) for each in self._due_at(reminder.due)) or self._rang_elsewhere(reminder):
            return None
        found = self._store.db.rows(
            _first,
            "INSERT INTO reminder (calendar, item_id, uid, occurrence, alarm, due, event)"
            " SELECT id, ?, ?, ?, ?, ?, ? FROM calendar WHERE account=? AND service=? AND node=?"
            " ON CONFLICT DO NOTHING RETURNING id",
            (
                reminder.item.item_id,
                reminder.event.uid,
                reminder.occurrence,
                reminder.alarm,
                reminder.due.timestamp(),
                json.dumps(dump_event(reminder.event), ensure_ascii=False),
                *key_of(reminder.item.calendar),
            ),
        )
        return replace(reminder, id=found[0]) if found else None

    def _due_at(self, due: datetime) -> list[Reminder]:
        return self._store.db.rows(_reminder, f"{_REMINDERS} WHERE due = ?", (due.timestamp(),))

    def _rang_elsewhere(self, reminder: Reminder) -> bool:
        """Whether it rang when the reader was in another zone, and the day or the time on the wall is the same."""
        base = base_of(reminder.event)
        if base is None or is_instant(base):
            return False
        low, high = (reminder.due - _AROUND_THE_WORLD).timestamp(), (reminder.due + _AROUND_THE_WORLD).timestamp()
        sql = f"{_REMINDERS} WHERE due BETWEEN ? AND ? AND uid=? AND occurrence=? AND alarm=?"
        values = (low, high, reminder.event.uid, reminder.occurrence, reminder.alarm)
        known = [each.event for each in self._store.db.rows(_reminder, sql, values)]
        return any(event.summary == reminder.event.summary and base_of(event) == base for event in known)

    def rang_near(self, reminder: Reminder, within: timedelta) -> bool:
        """Whether something fell due for the same occurrence at about the same time."""
        low, high = (reminder.due - within).timestamp(), (reminder.due + within).timestamp()
        found = self._store.db.rows(_reminder, f"{_REMINDERS} WHERE due BETWEEN ? AND ?", (low, high))
        return any((each.event.uid, each.occurrence) == (reminder.event.uid, reminder.occurrence) for each in found)

    def untold(self) -> list[Reminder]:
        """What nobody was told of yet, oldest first."""
        sql = f"{_REMINDERS} WHERE told = 0 AND dismissed = 0 AND snoozed IS NULL ORDER BY due, reminder.id"
        return self._store.db.rows(_reminder, sql)

    def snoozed(self, until: datetime) -> list[Reminder]:
        """What was snoozed until an instant (aware) or one before it; `due` is what it was snoozed until."""
        sql = f"{_SNOOZED} WHERE snoozed <= ? ORDER BY snoozed, reminder.id"
        return self._store.db.rows(_reminder, sql, (until.timestamp(),))

    def next_snoozed(self) -> datetime | None:
        """When the next one was snoozed until."""
        (found,) = self._store.db.rows(_first, "SELECT min(snoozed) FROM reminder WHERE snoozed IS NOT NULL")
        return None if found is None else datetime.fromtimestamp(found, UTC)

    def waiting(self, item: ItemRef) -> list[Reminder]:
        """Those of an item that were told and neither dismissed nor snoozed, oldest first."""
        sql = (
            f"{_REMINDERS} WHERE account=? AND service=? AND node=? AND item_id=?"
            " AND told = 1 AND dismissed = 0 AND snoozed IS NULL ORDER BY due, reminder.id"
        )
        return self._store.db.rows(_reminder, sql, (*key_of(item.calendar), item.item_id))

    def mark_told(self, numbers: Iterable[int], *, missed: bool) -> None:
        """These were told, or nobody could be told in time."""
        self._write(
            "UPDATE reminder SET told = 1, missed = ? WHERE id = ?", [(int(missed), number) for number in numbers]
        )

    def snooze(self, numbers: Iterable[int], until: datetime) -> None:
        """Once more at an instant (aware)."""
        sql = "UPDATE reminder SET told = 1, dismissed = 0, snoozed = ? WHERE id = ?"
        self._settle(sql, [(until.timestamp(), number) for number in numbers])

    def wake(self, numbers: Iterable[int], *, holds: bool) -> None:
        """The time that these were snoozed until has come: they are to be told again, where they still hold."""
        sql = "UPDATE reminder SET snoozed = NULL, told = ? WHERE id = ?"
        self._write(sql, [(int(not holds), number) for number in numbers])

    def dismiss(self, numbers: Iterable[int]) -> None:
        """Never again."""
        sql = "UPDATE reminder SET told = 1, dismissed = 1, snoozed = NULL WHERE id = ?"
        self._settle(sql, [(number,) for number in numbers])

    def drop_untold(self, numbers: Iterable[int]) -> None:
        """These hold no longer, and nobody was told of them."""
        self._write("DELETE FROM reminder WHERE id = ? AND told = 0", [(number,) for number in numbers])

    def forget(self, before: datetime) -> None:
        """Forget what fell due before an instant (aware)."""
        self._write("DELETE FROM reminder WHERE due < ?", [(before.timestamp(),)])

    def forget_from(self, after: datetime) -> None:
        """Forget what only will be due after an instant (aware): the clock was wrong."""
        self._write("DELETE FROM reminder WHERE due > ?", [(after.timestamp(),)])

    def _settle(self, sql: str, values: Sequence[tuple[float | int, ...]]) -> None:
        """Somebody decided about these. Of earlier alarms of the same, whose place they took, nobody asks any more."""
        earlier = (
            "UPDATE reminder SET dismissed = 1 WHERE told = 1 AND snoozed IS NULL"
            " AND (calendar, uid, occurrence) = (SELECT calendar, uid, occurrence FROM reminder WHERE id = ?1)"
            " AND due < (SELECT due FROM reminder WHERE id = ?1)"
        )
        with self._store.transaction():
            self._store.db.execute_many(sql, values)
            self._store.db.execute_many(earlier, [value[-1:] for value in values])

    def _write(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        with self._store.transaction():
            self._store.db.execute_many(sql, values)


def _same(one: Reminder, other: Reminder) -> bool:
    """Whether both remind of the same at the same time, perhaps from two calendars or by two alarms."""
    return identity(one) == identity(other)


def identity(reminder: Reminder) -> tuple[str, str, datetime, str]:
    """What is the same for two reminders that would tell the same: UID, occurrence, time, title. Not the UID alone:
    whoever shares a calendar may choose that of somebody else's event."""
    return reminder.event.uid, reminder.occurrence, reminder.due, reminder.event.summary


def _first(row: Sequence[Any]) -> Any:
    return row[0]


def _reminder(row: Sequence[Any]) -> Reminder:
    number, account, service, node, item_id, event, due, alarm, occurrence = row
    item = ItemRef(CalendarRef(account, service, node), item_id)
    return Reminder(item, load_event(json.loads(event)), datetime.fromtimestamp(due, UTC), alarm, occurrence, id=number)
