"""Stores as older versions of this program have written them.

The files in `old` are dumps of what the code of that time made: commits e2bc00e (version 1), 56ad592 (2) and the one
before 5efbdb8 (3).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

OLD = Path(__file__).with_name("old")
VERSIONS = (1, 2, 3)


def write(path: Path, version: int) -> Path:
    """Put the store of that version at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")  # as every version of this program has it
        db.executescript((OLD / f"v{version}.sql").read_text(encoding="utf-8"))
    return path


def dump(path: Path) -> str:
    """Everything in a store of any version."""
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return "\n".join(db.iterdump()) + f"\nPRAGMA user_version = {version};\n"


def original(version: int) -> str:
    """The dump of the store that `write` puts there."""
    return (OLD / f"v{version}.sql").read_text(encoding="utf-8")
