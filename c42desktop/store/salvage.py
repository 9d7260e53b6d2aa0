"""A damaged file set aside, and what can still be read of it: the list of calendars, and what was not told yet; of what
was told the latest, for the list of activity.

Of the items, those of calendars that came from a file: the others the server has.
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
from typing import Any

from c42desktop.calendar.local import SERVICE, UNFINISHED
from c42desktop.calendar.model import CalendarRef, CalendarState, Level
from c42desktop.store.codec import load_change, load_defaults, load_event

KEEP = 3  # damaged files; the oldest go
MOST_TOLD = 200  # changes that were told; the window waits while they are read
PARTS = ("", "-wal", "-shm")  # the names of the files of one store, after its own
NOT_OURS = (ValueError, LookupError, TypeError, AttributeError)  # a value that the codec did not write


@dataclass(frozen=True, slots=True)
class Saved:
    """Rows of the tables `calendar`, `change` and `item`, with the numbers they had."""

    calendars: tuple[tuple[Any, ...], ...] = ()
    changes: tuple[tuple[Any, ...], ...] = ()
    items: tuple[tuple[Any, ...], ...] = ()


def is_sound(path: Path) -> bool:
    """Whether SQLite finds no damage in a store. Takes about a millisecond for each megabyte: not for the loop."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        return True  # locked, or not readable now: that says nothing about it
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


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
    with (
        suppress(sqlite3.Error, *NOT_OURS),
        closing(sqlite3.connect(f"{broken.absolute().as_uri()}?mode=ro", uri=True)) as db,
    ):
        for row in db.execute(
            "SELECT id, account, service, node, title, description, color, visible, state, problem, subid,"
            " level, reminders FROM calendar"
        ):
            CalendarState(row[8]), Level(row[11]), load_defaults(row[12])
            if row[2] != UNFINISHED:
                calendars.append(row)
        known = {row[0] for row in calendars}
        changes += _changes(db, known, "told = 0")
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
        changes += _changes(db, known, f"told = 1 ORDER BY at DESC LIMIT {MOST_TOLD}")
    return Saved(tuple(calendars), tuple(changes), tuple(items))


def _changes(db: sqlite3.Connection, known: set[int], condition: str) -> Iterator[tuple[Any, ...]]:
    sql = f"SELECT id, calendar, item_id, data, at, told, read, away FROM change WHERE {condition}"  # noqa: S608
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
            " (id, account, service, node, title, description, color, visible, state, problem, subid, level, reminders)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
    except sqlite3.IntegrityError:  # not even what could be read is right
        db.execute("ROLLBACK")
    else:
        db.execute("COMMIT")
