"""One SQLite file that may be full, locked or damaged at any time. A damaged one is replaced by a new one.

Every error that the file is to blame for leaves here as a StoreError, with nothing done of what was asked.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from c42desktop import private
from c42desktop.i18n import gettext as _
from c42desktop.store import salvage
from c42desktop.store.copies import before_migration
from c42desktop.store.faults import DamagedError, StoreError, fault_of, unusable
from c42desktop.store.schema import MIGRATIONS, check, check_readable, migrate

log = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds to wait for another process that writes, where nothing else is kept waiting
MOST_FILES = 3  # damaged ones that are replaced in one run; after that, the disk is to blame

T = TypeVar("T")


class Database:
    """The connection to one file. `patience`: how long to wait for a lock once it is open.

    Raises StoreError, NewerStoreError or OlderStoreError. `on_replaced` gets the name of a damaged file
    after a new one has taken its place.
    """

    def __init__(self, path: Path, *, read_only: bool, patience: float, on_replaced: Callable[[Path], None]) -> None:
        self._path = path
        self._read_only = read_only
        self._patience = patience
        self._on_replaced = on_replaced
        self.generation = 0  # files that were replaced
        self._broken: Path | None = None  # the damaged file, until what can be saved of it is in the new one
        self._connection: sqlite3.Connection | None = None
        try:
            self._open(PATIENCE)
        except DamagedError:
            if read_only:
                raise  # else a new one is open by now

    def close(self) -> None:
        """Close the file, for good."""
        if self._connection is not None:
            self._connection.close()

    def rows(self, make: Callable[[Sequence[Any]], T], sql: str, values: Sequence[object] = ()) -> list[T]:
        """What `make` makes of each row. Of a damaged file, the rows of the one that replaces it."""
        alone = not self._in_transaction
        try:
            return self._rows(make, sql, values)
        except DamagedError:
            if self._read_only or not alone:
                raise
            return self._rows(make, sql, values)

    def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Write. Gives the number of the last row that was inserted."""
        with self._guarded():
            return self._opened().execute(sql, values).lastrowid or 0

    def execute_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Write the same for each of `values`."""
        with self._guarded():
            self._opened().executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Nested ones join the outer one."""
        if self._in_transaction:
            yield
            return
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def replace(self) -> None:
        """The file is damaged: set it aside, and go on with a new one. Raises StoreError where that fails too."""
        if self.generation == MOST_FILES:
            sentence = _("The calendar store {path} was damaged several times. The disk may be failing.")
            raise StoreError(sentence.format(path=self._path))
        self._let_go()
        try:
            self._broken = salvage.set_aside(self._path, datetime.now().astimezone())
        except OSError as error:
            sentence = _("The damaged calendar store {path} cannot be set aside: {why}.")
            raise StoreError(sentence.format(path=self._path, why=error.strerror)) from error
        self.generation += 1
        log.info("%s is damaged; it is %s now, and a new one takes its place", self._path, self._broken.name)
        self._opened()

    # -- inside -------------------------------------------------------------------------------------------------

    @property
    def _in_transaction(self) -> bool:
        return self._connection is not None and self._connection.in_transaction

    def _rows(self, make: Callable[[Sequence[Any]], T], sql: str, values: Sequence[object]) -> list[T]:
        with self._guarded():
            rows = self._opened().execute(sql, values).fetchall()
            try:
                return [make(row) for row in rows]
            except salvage.NOT_OURS as error:
                raise sqlite3.DatabaseError(f"a value cannot be read: {error}") from error

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(unusable(self._path, error.strerror)) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter: SQLite quotes what it found
            fault = fault_of(error, self._path)
            if fault is None:
                raise
            log.info("%s: %s", self._path, getattr(error, "sqlite_errorname", "a value that cannot be read"))
            if isinstance(fault, DamagedError) and not self._read_only:
                self.replace()
                fault = DamagedError(_("The calendar store was damaged, and a new one has taken its place. Try again."))
            raise fault from error

    def _roll_back(self) -> None:
        """SQLite has often done so itself. A connection that cannot is of no more use."""
        if self._in_transaction:
            try:
                self._opened().execute("ROLLBACK")
            except sqlite3.Error:
                self._let_go()

    def _let_go(self) -> None:
        """Close the file; what comes next opens it again."""
        self.close()
        self._connection = None

    def _open(self, patience: float) -> None:
        with self._guarded():
            connection = _connect(self._path, read_only=self._read_only, patience=patience)
            try:
                connection.execute(f"PRAGMA busy_timeout = {self._patience * 1000:.0f}")
                if self._broken is not None:
                    salvage.write(connection, salvage.read(self._broken))
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        broken, self._broken = self._broken, None
        if broken is not None:
            self._on_replaced(broken)

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._open(self._patience)
        assert self._connection is not None
        return self._connection


def _connect(path: Path, *, read_only: bool, patience: float) -> sqlite3.Connection:
    if not read_only:
        private.file(path)  # before SQLite opens it: its other files take over the mode
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            version = check(db)
            if 0 < version < len(MIGRATIONS):
                before_migration(db, path, version, datetime.now().astimezone())
            # Readers beside the writer; no wait for the disk on each push. A power cut may undo the last moments,
            # and the next look at the server finds them again.
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            migrate(db)
        else:
            check_readable(db)
    except BaseException:
        db.close()
        raise
    return db
