"""A damaged file set aside, and what can still be read of it: the list of calendars, and what was not told yet; of what
was told the latest, for the list of activity; and what the person answered, changed, dismissed or put off.

Of the items, those of calendars that came from a file: the others the server has. A file that an older version has
written is read too: it may be found damaged before it could be brought to this one.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from c42desktop.calendar.answers import ANSWERS
from c42desktop.calendar.local import SERVICE, UNFINISHED
from c42desktop.calendar.model import CalendarRef, CalendarState, Level
from c42desktop.store.codec import load_change, load_defaults, load_event
from c42desktop.store.instants import LISTED

KEEP = 3  # damaged files; the oldest go
MOST_TOLD = 200  # changes that were told; the window waits while they are read
MOST_REMINDERS = 500  # the latest
PARTS = ("", "-wal", "-shm")  # the names of the files of one store, after its own
NOT_OURS = (ValueError, LookupError, TypeError, AttributeError)  # a value that the codec did not write

_REMINDER = "calendar, item_id, uid, occurrence, alarm, due, event, told, missed, dismissed, snoozed, read"
_ANSWER = "calendar, item_id, uid, occurrence, answer, person, confirmed, at"
_EDIT = "id, calendar, item_id, base, wanted, theirs, after, at"  # with their numbers: some are on their way
_LEVEL_BEFORE = "'everything', ''"  # what stood for these columns before version 3, as its migration has it
_MARKS_BEFORE = "told, NULL"


class _Chosen(NamedTuple):
    """What the person did, as it is read."""

    reminders: list[tuple[Any, ...]]
    answers: list[tuple[Any, ...]]
    instants: list[tuple[Any, ...]]
    edits: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Saved:
    """Rows of the tables, with the numbers that calendars and changes had."""

    calendars: tuple[tuple[Any, ...], ...] = ()
    changes: tuple[tuple[Any, ...], ...] = ()
    items: tuple[tuple[Any, ...], ...] = ()
    reminders: tuple[tuple[Any, ...], ...] = ()
    answers: tuple[tuple[Any, ...], ...] = ()
    instants: tuple[tuple[Any, ...], ...] = ()
    edits: tuple[tuple[Any, ...], ...] = ()


def is_sound(path: Path) -> bool:
    """Whether SQLite finds no damage in a store. Takes about a millisecond for each megabyte: not for the loop."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return all(_is_nothing(text) for (text,) in db.execute("PRAGMA quick_check(10)"))
    except sqlite3.OperationalError:
        return True  # locked, or not readable now: that says nothing about it
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def _is_nothing(text: str) -> bool:
    """SQLite 3.44.0 to 3.45.0 cannot check the index of search without writing, and says so as if it were damage."""
    return text == "ok" or (text.startswith("unable to validate") and text.endswith("readonly database"))


def set_aside(path: Path, now: datetime) -> Path:
    """Give a closed file and its companions another name in the same folder. Gives the name. Raises OSError."""
    stamp = f"{path.name}.broken-{now:%Y%m%d-%H%M%S}"
    names = (path.with_name(stamp + suffix) for suffix in ("", *(f"-{number}" for number in range(2, 100))))
    broken = next(name for name in names if not any(Path(f"{name}{part}").exists() for part in PARTS))
    # The companions first: the new file must never meet those of the old one.
    for part in reversed(PARTS):
        with suppress(FileNotFoundError):
            Path(f"{path}{part}").rename(f"{broken}{part}")
    _forget_oldest(path)
    return broken


def _forget_oldest(path: Path) -> None:
    found = sorted(each for each in path.parent.glob(f"{path.name}.broken-*") if not each.name.endswith(PARTS[1:]))
    for old in found[:-KEEP]:
        for part in PARTS:
            with suppress(OSError):
                Path(f"{old}{part}").unlink()


def read(broken: Path) -> Saved:
    """What can be read of a damaged file; nothing where that fails."""
    calendars: list[tuple[Any, ...]] = []
    changes: list[tuple[Any, ...]] = []
    items: list[tuple[Any, ...]] = []
    chosen = _Chosen([], [], [], [])
    with (
        suppress(sqlite3.Error, *NOT_OURS),
        closing(sqlite3.connect(f"{broken.absolute().as_uri()}?mode=ro", uri=True)) as db,
    ):
        columns = {row[1] for row in db.execute("PRAGMA table_info(calendar)")}
        older = "level" not in columns
        place = "position" if "position" in columns else "0"
        for row in db.execute(
            "SELECT id, account, service, node, title, description, color, visible, state, problem, subid,"  # noqa: S608
            f" {_LEVEL_BEFORE if older else 'level, reminders'}, {place} FROM calendar"
        ):
            CalendarState(row[8]), Level(row[11]), load_defaults(row[12])
            if row[2] != UNFINISHED:
                calendars.append(row)
        known = {row[0] for row in calendars}
        if not older:
            _read_chosen(db, known, chosen)
        changes += _changes(db, known, "told = 0", older=older)
        local = {row[0] for row in calendars if row[2] == SERVICE}
        for row in db.execute(
            "SELECT calendar, item_id, payload, digest, events, first, last FROM item"
            " WHERE calendar IN (SELECT id FROM calendar WHERE service = ?)",
            (SERVICE,),
        ):
            if row[0] not in local:
                continue
            for event in json.loads(row[4]):
                load_event(event)
            items.append(row)
        changes += _changes(db, known, f"told = 1 ORDER BY at DESC LIMIT {MOST_TOLD}", older=older)
    return Saved(tuple(calendars), tuple(changes), tuple(items), *map(tuple, chosen))


def _read_chosen(db: sqlite3.Connection, known: set[int], chosen: _Chosen) -> None:
    """What the person answered, dismissed or put off, as far as it can be read."""
    with suppress(sqlite3.Error, *NOT_OURS):
        found = db.execute("SELECT name, at FROM instant")
        chosen.instants.extend(row for row in found if not row[0].startswith(LISTED))
        found = db.execute(f"SELECT {_ANSWER} FROM answer")  # noqa: S608
        chosen.answers.extend(row for row in found if row[0] in known and row[4] in ANSWERS)
        for row in db.execute(f"SELECT {_REMINDER} FROM reminder ORDER BY due DESC LIMIT {MOST_REMINDERS}"):  # noqa: S608
            load_event(json.loads(row[6]))
            if row[0] in known:
                chosen.reminders.append(row)
    edits: list[tuple[Any, ...]] = []
    with suppress(sqlite3.Error, *NOT_OURS):  # older files have none
        for row in db.execute(f"SELECT {_EDIT} FROM edit ORDER BY id"):  # noqa: S608
            for text in row[3:6]:
                _check_events(text)
            if row[1] in known:
                edits.append(row)
    numbers = {row[0] for row in edits}
    chosen.edits.extend(row for row in edits if row[6] is None or row[6] in numbers)


def _check_events(text: str | None) -> None:
    for event in json.loads(text or "[]"):
        load_event(event)


def _changes(db: sqlite3.Connection, known: set[int], condition: str, *, older: bool) -> Iterator[tuple[Any, ...]]:
    marks = _MARKS_BEFORE if older else "read, away"
    sql = f"SELECT id, calendar, item_id, data, at, told, {marks} FROM change WHERE {condition}"  # noqa: S608
    for row in db.execute(sql):
        load_change(row[3], CalendarRef("", "", ""), row[2], row[0])
        if row[1] in known:
            yield row


def write(db: sqlite3.Connection, saved: Saved) -> None:
    """Put what was saved into a new store. No calendar counts as fetched, so that its next fetch is silent."""
    # The clock is above every number given out so far: what was told before is never mistaken for a new change.
    db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('change', ?)", (time.time_ns() // 1000,))
    db.execute("BEGIN IMMEDIATE")
    try:
        db.executemany(
            "INSERT INTO calendar"
            " (id, account, service, node, title, description, color, visible, state, problem, subid, level, reminders,"
            " position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            saved.calendars,
        )
        db.executemany(
            "INSERT INTO change (id, calendar, item_id, data, at, told, read, away) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            saved.changes,
        )
        db.executemany(
            "INSERT INTO item (calendar, item_id, payload, digest, events, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)",
            saved.items,
        )
        db.executemany(f"INSERT OR IGNORE INTO reminder ({_REMINDER}) VALUES ({_marks(_REMINDER)})", saved.reminders)  # noqa: S608
        db.executemany(f"INSERT OR IGNORE INTO answer ({_ANSWER}) VALUES ({_marks(_ANSWER)})", saved.answers)  # noqa: S608
        db.executemany(f"INSERT OR IGNORE INTO edit ({_EDIT}) VALUES ({_marks(_EDIT)})", saved.edits)  # noqa: S608
        db.executemany("INSERT OR IGNORE INTO instant (name, at) VALUES (?, ?)", saved.instants)
    except sqlite3.IntegrityError:  # not even what could be read is right
        db.execute("ROLLBACK")
    else:
        db.execute("COMMIT")


def _marks(columns: str) -> str:
    return ", ".join("?" for _column in columns.split(","))
