"""What can be wrong with the store's file, as errors with a sentence for the person."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

_LITTLE = 1_000_000  # bytes
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)  # the last: a table is missing


class StoreError(UserError):
    """The store did nothing of what was asked. Asking again later can help: the disk has room again, a lock is gone."""


class DamagedError(StoreError):
    """The file is no store, or not any more."""


def fault_of(error: Exception, path: Path) -> StoreError | None:
    """The same error for people. None where the file is not to blame: a constraint, a connection that is closed."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return None
    # Without a code: text that is no UTF-8, or a value that the codec did not write. Its message may quote an event.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _DAMAGE:
        sentence = _("The calendar store {path} is damaged. Start the program once: it reads everything anew.")
        return DamagedError(sentence.format(path=path))
    return StoreError(_sentence(code, path, error))


def unusable(path: Path, why: object) -> str:
    """The sentence for all that is not foreseen."""
    return _("The calendar store {path} cannot be used: {why}.").format(path=path, why=why)


def _is_full(path: Path) -> bool:
    """For the files beside the store, SQLite says of a full disk only that it failed."""
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE
    except OSError:
        return False


def _sentence(code: int, path: Path, error: Exception) -> str:
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        sentence = _("There is no space left for the calendar store {path}. Make some; what is missed is read then.")
    elif code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        sentence = _("Another program keeps the calendar store {path} locked. What is missed is read afterwards.")
    elif code == sqlite3.SQLITE_READONLY:
        sentence = _("The calendar store {path} is write-protected. Change that; what is missed is read then.")
    else:
        return unusable(path, error)
    return sentence.format(path=path)
