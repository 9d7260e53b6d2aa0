"""What happens to the files of people: damage, a full disk, another program that holds a lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from c42desktop.store.store import Store

PAGE = 4096


def overwrite(path: Path, offset: int, length: int, byte: bytes = b"\xa5") -> None:
    """Another program wrote into the middle of a file."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(byte * length)


def overwrite_all_but_the_header(path: Path) -> None:
    """So that whatever is read next, it is damaged."""
    overwrite(path, 100, path.stat().st_size - 100)


def find(path: Path, table: str) -> int:
    """Where the first page of a table or an index begins."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return int(page - 1) * PAGE


def damage(path: Path) -> None:
    """Whatever is read next of an open store is broken: nobody has it in memory, or in the log of writes, any more."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute(f"PRAGMA user_version = {version}")
        assert db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        overwrite_all_but_the_header(path)


@contextmanager
def full(store: Store) -> Iterator[None]:
    """No page can be added to the store: SQLite says what it says on a full disk."""
    db = store._db._opened()
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        db.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def read_only(store: Store) -> Iterator[None]:
    """Nothing can be written."""
    store._db._opened().execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        store._db._opened().execute("PRAGMA query_only = OFF")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program has begun to write, and takes its time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("ROLLBACK")


def broken_files(path: Path) -> list[Path]:
    """The damaged files that were set aside, oldest first, without their companions."""
    return sorted(each for each in path.parent.glob("*.broken-*") if not each.name.endswith(("-wal", "-shm")))
