"""The store's tables, and how an older store becomes a newer one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

# Each entry takes the store one version on. An entry that has been released never changes.
MIGRATIONS = (
    """
    CREATE TABLE calendar (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        service TEXT NOT NULL,
        node TEXT NOT NULL,
        title TEXT NOT NULL,
        description TEXT NOT NULL DEFAULT '',
        color TEXT NOT NULL,
        visible INTEGER NOT NULL DEFAULT 1,
        state TEXT NOT NULL DEFAULT 'active',
        problem TEXT NOT NULL DEFAULT '',
        subid TEXT NOT NULL DEFAULT '',
        synced INTEGER NOT NULL DEFAULT 0,  -- whether its items were ever fetched completely
        UNIQUE (account, service, node)
    ) STRICT;
    CREATE TABLE item (
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        payload TEXT NOT NULL,           -- raw XML, so that a later decoder can read the past
        digest BLOB NOT NULL,            -- of the canonical XML: the same content arrives in many spellings
        events TEXT NOT NULL,            -- what the decoders made of it, as JSON
        first REAL,                      -- no occurrence begins before this instant (seconds since 1970, UTC);
        last REAL,                       -- none ends after it. NULL in both: no time at all; in last: endless
        PRIMARY KEY (calendar, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_span ON item (first, last);
    CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        data TEXT NOT NULL,
        at REAL NOT NULL,
        told INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX change_untold ON change (id) WHERE told = 0;
    """,
    """
    -- Rows by number: without one, each row stands in the index itself, and finding a few among many with all their
    -- text in the way takes thirty times as long. What lists need comes before what they do not.
    CREATE TABLE new_item (
        id INTEGER PRIMARY KEY,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        first REAL,                      -- no occurrence begins before this instant (seconds since 1970, UTC);
        last REAL,                       -- none ends after it. NULL in both: no time at all; in last: endless
        decoder INTEGER NOT NULL DEFAULT 0,  -- which version of the decoders read it: an update reads it anew
        digest BLOB NOT NULL,            -- of the canonical XML: the same content arrives in many spellings
        events TEXT NOT NULL,            -- what the decoders made of it, as JSON
        payload TEXT NOT NULL,           -- raw XML, so that a later decoder can read the past
        UNIQUE (calendar, item_id)
    ) STRICT;
    INSERT INTO new_item (calendar, item_id, first, last, digest, events, payload)
        SELECT calendar, item_id, first, last, digest, events, payload FROM item;
    DROP TABLE item;
    ALTER TABLE new_item RENAME TO item;
    CREATE INDEX item_span ON item (first, last);
    CREATE INDEX item_decoder ON item (calendar, decoder);
    CREATE INDEX change_at ON change (at);
    """,
    """
    ALTER TABLE calendar ADD COLUMN level TEXT NOT NULL DEFAULT 'everything';
    ALTER TABLE calendar ADD COLUMN reminders TEXT NOT NULL DEFAULT '';  -- as JSON; '': those of all calendars
    -- Its own alarms ring so many seconds from an occurrence; nobody knows that of one that older decoders have read.
    ALTER TABLE item ADD COLUMN lead REAL NOT NULL DEFAULT 2678400;
    CREATE INDEX item_lead ON item (lead) WHERE lead > 0;
    ALTER TABLE change ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE change ADD COLUMN away REAL;  -- happened while nobody was connected, since this instant
    UPDATE change SET read = told;
    CREATE INDEX change_calendar ON change (calendar, at);
    CREATE INDEX change_unread ON change (calendar, read) WHERE read = 0;
    CREATE TABLE reminder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        uid TEXT NOT NULL,
        occurrence TEXT NOT NULL,
        alarm TEXT NOT NULL,
        due REAL NOT NULL,
        event TEXT NOT NULL,             -- as it is at that occurrence, as JSON
        told INTEGER NOT NULL DEFAULT 0,
        missed INTEGER NOT NULL DEFAULT 0,     -- nobody could be told in time
        dismissed INTEGER NOT NULL DEFAULT 0,
        snoozed REAL,                    -- until this instant
        read INTEGER NOT NULL DEFAULT 0,
        UNIQUE (calendar, uid, occurrence, alarm, due)
    ) STRICT;
    CREATE INDEX reminder_due ON reminder (due);
    CREATE INDEX reminder_waiting ON reminder (id) WHERE told = 0 OR snoozed IS NOT NULL;
    CREATE INDEX reminder_unread ON reminder (calendar, read, missed, dismissed, told)
        WHERE read = 0 AND missed = 1 AND dismissed = 0 AND told = 1;
    CREATE TABLE answer (
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        uid TEXT NOT NULL,
        occurrence TEXT NOT NULL,
        answer TEXT NOT NULL,            -- a PARTSTAT in lower case
        person TEXT NOT NULL DEFAULT '', -- who answers, as the event names them; '': its only reader
        confirmed TEXT NOT NULL DEFAULT '',  -- the answer that the server has; another one waits to be told to it
        at REAL NOT NULL,
        PRIMARY KEY (calendar, item_id, uid, occurrence)
    ) STRICT;
    -- An item that is written anew does not fire it.
    CREATE TRIGGER answer_gone AFTER DELETE ON item BEGIN
        DELETE FROM answer WHERE calendar = old.calendar AND item_id = old.item_id AND answer = confirmed;
    END;
    CREATE TABLE instant (name TEXT PRIMARY KEY, at REAL NOT NULL) STRICT;  -- until when what was done
    """,
    """
    ALTER TABLE calendar ADD COLUMN position INTEGER NOT NULL DEFAULT 0;  -- in the sidebar, as the person ordered it
    CREATE TABLE edit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        base TEXT NOT NULL,              -- the events that the person saw, as JSON
        wanted TEXT NOT NULL,            -- the events as they are to be, as JSON; '[]': none of them
        theirs TEXT,                     -- as the server has them, where both sides changed the same
        sent TEXT,                       -- the events that were published last, confirmed or not
        met TEXT,                        -- the payload that came in from others since then; '': it was retracted
        after INTEGER,                   -- the edit that the server is to take before this one
        at REAL NOT NULL,
        UNIQUE (calendar, item_id)
    ) STRICT;
    -- What search looks through (store/listing.py). A text of its own: an index that holds none can forget a row only
    -- where somebody still knows what was in it. Nothing is ranked, so no lengths are kept.
    CREATE VIRTUAL TABLE search USING fts5 (
        title, place, people, notes,
        tags,                            -- what is asked for beside words: the kind, the calendar's number
        columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    );
    -- What is written in small pieces is put together later and less at once: a fifth less work, half as long a wait.
    INSERT INTO search (search, rank) VALUES ('automerge', 8);
    CREATE TABLE listed (
        item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        place INTEGER,                   -- the number of its row in the index; NULL: it has none (yet)
        due REAL DEFAULT -9e12           -- from this instant on it is to be placed anew; NULL: never
    ) STRICT;
    CREATE INDEX listed_due ON listed (due) WHERE due IS NOT NULL;
    INSERT INTO listed (item) SELECT id FROM item;
    CREATE TRIGGER item_listed AFTER INSERT ON item BEGIN
        INSERT INTO listed (item) VALUES (new.id);
    END;
    CREATE TRIGGER listed_gone AFTER DELETE ON listed BEGIN
        DELETE FROM search WHERE rowid = old.place;
    END;
    -- The few items that repeat for long; all others are found by where they begin. As in spans.py.
    CREATE INDEX item_long ON item (first, last) WHERE last IS NULL OR last - first > 3456000;
    """,
)


LAST_VERSION = 9999  # what is above was written by no program


class NewerStoreError(Exception):
    """The store was written by a newer version of the program."""


class OlderStoreError(Exception):
    """The store has not been brought to this version yet, or is not complete; whoever writes it does that."""


def version_of(path: Path) -> int:
    """The version of a store, whoever wrote it; 0 where that is not known."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return check(db)
    except NewerStoreError as error:
        return int(error.args[0])
    except sqlite3.Error:
        return 0


def check(connection: sqlite3.Connection) -> int:
    """The version of a store, 0 where it is empty. Raises NewerStoreError, DatabaseError where it is none."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if not 0 <= version <= LAST_VERSION:
        raise sqlite3.DatabaseError("a version that will never be")
    if version > len(MIGRATIONS):
        raise NewerStoreError(version)
    return version


def check_readable(connection: sqlite3.Connection) -> None:
    """Raises NewerStoreError or OlderStoreError where a reader would not find what it knows."""
    if check(connection) < len(MIGRATIONS):
        raise OlderStoreError


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a store, perhaps an empty one, to the newest version: all the way or not at all. Raises NewerStoreError."""
    version = check(connection)
    if version < len(MIGRATIONS):
        steps = "\n".join(MIGRATIONS[version:])
        connection.executescript(f"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {len(MIGRATIONS)}; COMMIT;")
