"""Whole copies of the store, each of one instant, also while somebody writes: for backups, and one beside the store
before a newer version of the program changes its tables."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from c42desktop import private
from c42desktop.i18n import gettext as _
from c42desktop.store.faults import DamagedError, StoreError, fault_of, unusable
from c42desktop.store.schema import check

_PART = ".part"


def copy(store: Path, target: Path) -> int:
    """Write a store as it is now to `target`, for its owner's eyes only. Gives its version.

    Raises StoreError, NewerStoreError.
    """
    try:
        with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)) as db:
            version = check(db)
            _copy(db, target)
            return version
    except OSError as error:
        raise StoreError(unusable(target, error.strerror)) from error
    except sqlite3.Error as error:
        raise (fault_of(error, store) or StoreError(unusable(store, error))) from error


def before_migration(db: sqlite3.Connection, store: Path, version: int, now: datetime) -> None:
    """Keep the store as an older program has written it, and the copy of the version before.

    Raises StoreError with nothing changed.
    """
    kept = store.with_name(f"{store.name}.v{version}-{now:%Y%m%d-%H%M%S}")
    try:
        _copy(db, kept)
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.Error) and isinstance(fault_of(error, store), DamagedError):
            raise  # what can be saved of it is saved elsewhere
        why = getattr(error, "strerror", None) or error
        sentence = _(
            "The calendars are copied to {path} before this version changes them, and that failed: {why}. "
            "Nothing was changed. Make room there and start again."
        )
        raise StoreError(sentence.format(path=kept, why=why)) from error
    _forget_older(store, kept, version)


def _forget_older(store: Path, kept: Path, version: int) -> None:
    """Each is as large as the store, and has in it what was deleted since: the one before stays, and no other."""
    name = re.compile(rf"{re.escape(store.name)}\.v(\d{{1,4}})-")
    found = [(int(match[1]), path) for path in store.parent.iterdir() if (match := name.match(path.name))]
    before = max((number for number, path in found if number != version and path.suffix != _PART), default=0)
    for number, path in found:
        if path != kept and (number != before or path.suffix == _PART):
            with suppress(OSError):
                path.unlink()


def _copy(db: sqlite3.Connection, target: Path) -> None:
    """Under another name until it is whole: a kill leaves no half of one."""
    part = target.with_name(target.name + _PART)
    part.unlink(missing_ok=True)
    private.file(part)  # before SQLite opens it
    try:
        db.execute("VACUUM INTO ?", (part.absolute().as_uri(),))  # reads every row: most damage is noticed
        private.sync(part)
        part.replace(target)
    except BaseException:  # nothing half copied stays, whatever ended it
        part.unlink(missing_ok=True)
        raise
