"""Instants by name: since or until when what was done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from c42desktop.store.database import Database

LISTED = "listed "  # how the names begin of when a service first told all the subscriptions of an account


def read(db: Database, name: str) -> datetime | None:
    """The instant of that name (aware, UTC), None where there is none. Raises StoreError."""
    found = db.rows(lambda row: float(row[0]), "SELECT at FROM instant WHERE name = ?", (name,))
    return datetime.fromtimestamp(found[0], UTC) if found else None


def write(db: Database, name: str, at: datetime) -> None:
    """Keep an instant (aware) under a name. Raises StoreError."""
    with db.transaction():
        db.execute("INSERT OR REPLACE INTO instant (name, at) VALUES (?, ?)", (name, at.timestamp()))


def forget(db: Database, prefix: str) -> None:
    """Forget all instants whose names begin so. Raises StoreError."""
    with db.transaction():
        db.execute("DELETE FROM instant WHERE substr(name, 1, ?) = ?", (len(prefix), prefix))


def listed(account: str, service: str = "") -> str:
    """The name of when a service first told all the subscriptions of an account; without one, how these names begin."""
    return f"{LISTED}{account} {service}"


def online(account: str) -> str:
    """The name of when an account was online for the last time."""
    return f"online:{account}"


def forget_account(db: Database, account: str) -> None:
    """Forget what is known of an account that is removed. Raises StoreError."""
    with db.transaction():
        forget(db, listed(account))
        db.execute("DELETE FROM instant WHERE name = ?", (online(account),))
