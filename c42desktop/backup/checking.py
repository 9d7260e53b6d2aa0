"""The parts of a backup are looked at as if somebody else had made them, before anything of them is used."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from c42desktop.backup.portable import with_feed_of_here
from c42desktop.backup.unpacking import NoRoomError, is_full
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.settings import Account, Settings, new_resource
from c42desktop.store.codec import load_event
from c42desktop.store.edits import Edits
from c42desktop.store.faults import StoreError
from c42desktop.store.salvage import is_sound
from c42desktop.store.schema import MIGRATIONS, NewerStoreError, check, migrate
from c42desktop.store.store import Store
from c42desktop.xmpp.login import Login

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OF_THE_INDEX = "search_"  # tables that SQLite makes by itself, as its version likes


def check_store(path: Path, version: int) -> int:
    """Bring a store to this version, once it is known to be one of ours. Gives how many calendars it has.

    Raises UserError.
    """
    damaged = UserError(_("The calendars in this backup are damaged. Nothing was changed."))
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            db.execute("PRAGMA trusted_schema = OFF")
            if check(db) != version or not version or _schema(db) != _schema_of(version):
                raise damaged
            if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise damaged
        if not is_sound(path):
            raise damaged
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            migrate(db)  # without the copy that is made of a store that is in use
        with closing(Store(path, read_only=True)) as store:
            return _read_all(store)
    except NewerStoreError as error:
        sentence = _("This backup was made by a newer version of c42desktop. Install that version first.")
        raise UserError(sentence) from error
    except (sqlite3.Error, StoreError, UnicodeDecodeError) as error:
        raise NoRoomError(path.parent.parent) if is_full(error) else damaged from error


def check_settings(path: Path, here: Settings) -> list[Account]:
    """Make settings of a backup those of this computer. Gives the accounts that are signed out by that: they reach
    their server in a way that nobody has chosen here, and the keyring may still have their passwords.

    Raises UserError, OSError.
    """
    try:
        settings = Settings(path)
        path.write_text(with_feed_of_here(path.read_text(encoding="utf-8-sig"), here), encoding="utf-8")
    except (UserError, RecursionError) as error:
        why = str(error).replace(str(path), path.name)
        raise UserError(_("The settings in this backup cannot be used: {why}").format(why=why)) from error
    held_back = []
    for account in settings.accounts:
        known = here.account(account.jid)
        resource = known.login.resource if known is not None else new_resource()
        made = replace(account, login=replace(account.login, resource=resource))
        unusual = replace(made.login, resource="") != Login(made.jid)
        if unusual and (known is None or known.login != made.login) and made.enabled:
            made = replace(made, enabled=False)
            held_back.append(made)
        settings.put_account(made)
    return held_back


def _schema(db: sqlite3.Connection) -> set[tuple[str, str, str, str]]:
    """Tables, indexes and triggers, without what differs between versions of SQLite: spaces and quotes."""
    rows = db.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {
        (kind, name, table, "" if name.startswith(_OF_THE_INDEX) else re.sub(r"[\s\"'`\[\]]+", "", sql).casefold())
        for kind, name, table, sql in rows
        if not name.startswith("sqlite_stat")  # what some tools leave behind
    }


def _schema_of(version: int) -> set[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript("\n".join(MIGRATIONS[:version]))
        return _schema(db)


def _read_all(store: Store) -> int:
    """Read every value as the program does. Raises StoreError for one that it cannot have written."""
    store.db.rows(_read_events, "SELECT events FROM item")
    store.db.rows(_read_event, "SELECT event FROM reminder")
    store.recent_changes(_EPOCH)
    Edits(store.db).waiting()
    return len(store.calendars())


def _read_events(row: Sequence[Any]) -> None:
    for event in json.loads(row[0]):
        load_event(event)


def _read_event(row: Sequence[Any]) -> None:
    load_event(json.loads(row[0]))
