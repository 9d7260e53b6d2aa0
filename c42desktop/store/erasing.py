"""An account forgotten for good: no byte of the store says what was in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar
from c42desktop.i18n import gettext as _
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store


def calendars_of(store: Store, account: str) -> list[Calendar]:
    """Those of an account, and those that were kept when it was removed before."""
    return [
        each
        for each in store.calendars()
        if each.ref.account == account or (is_local(each.ref) and account in each.description.split())
    ]


def erase(store: Store, account: str) -> None:
    """Forget an account and write the file anew. Raises StoreError: with nothing done, or where it is to be repeated
    once nobody reads the file."""
    with store.transaction():
        for calendar in calendars_of(store, account):
            store.remove_calendar(calendar.ref)
        store.remove_account(account)
    rewrite(store)


def rewrite(store: Store) -> None:
    """Write the file anew: deleted rows leave their bytes behind, and the index of search its words."""
    store.db.execute("INSERT INTO search (search) VALUES ('rebuild')")
    store.db.execute("VACUUM")
    if store.db.rows(_is_busy, "PRAGMA wal_checkpoint(TRUNCATE)") != [False]:
        sentence = _("Another program reads {path}. Close it and do this again: something may still be there.")
        raise StoreError(sentence.format(path=store.path))


def _is_busy(row: Sequence[Any]) -> bool:
    return bool(row[0])
