"""Instants by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from c42desktop.store import instants
from c42desktop.store.store import Store

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "calendars.sqlite")
    yield made
    made.close()


def test_an_instant_is_kept_and_replaced(store: Store) -> None:
    assert instants.read(store.db, "looked") is None
    instants.write(store.db, "looked", AT)
    instants.write(store.db, "looked", (AT + timedelta(hours=1)).astimezone(timezone(timedelta(hours=2))))
    assert instants.read(store.db, "looked") == AT + timedelta(hours=1)


def test_those_of_one_account_are_forgotten_and_no_others(store: Store) -> None:
    names = [instants.listed(account, "s") for account in ("a_@x", "ab@x", "a%@x")]
    for name in names:
        instants.write(store.db, name, AT)
    instants.forget(store.db, instants.listed("a_@x"))
    assert [instants.read(store.db, name) is None for name in names] == [True, False, False]
