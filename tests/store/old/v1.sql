BEGIN TRANSACTION;
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
INSERT INTO "calendar" VALUES(1,'ann@example.org','pubsub.example.org','team','Product team','','#0e7c86',1,'active','','sub-1',1);
INSERT INTO "calendar" VALUES(2,'ann@example.org','pubsub.example.org','club','Chess – club','Each Friday','#c2410c',0,'active','','',0);
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        data TEXT NOT NULL,
        at REAL NOT NULL,
        told INTEGER NOT NULL DEFAULT 0
    ) STRICT;
INSERT INTO "change" VALUES(1,1,'review','{"kind": "added", "summary": "Review", "at": "2026-11-22T13:00:00+00:00", "fields": [], "event": null}',1795352400.0,1);
INSERT INTO "change" VALUES(2,1,'stand-up','{"kind": "changed", "summary": "Stand-up ☕", "at": "2026-11-22T13:00:00+00:00", "fields": [], "event": null}',1795352400.0,0);
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
INSERT INTO "item" VALUES(1,'review','<x xmlns=''urn:example'' id=''review''/>',X'726576696577','[{"uid": "review", "summary": "Review", "location": "Room 12", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T14:00:00", "+0"]}]',1795352400.0,1795356000.0);
INSERT INTO "item" VALUES(1,'stand-up','<x xmlns=''urn:example'' id=''stand-up''/>',X'7374616E642D7570','[{"uid": "stand-up", "summary": "Stand-up ☕", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T13:15:00", "+0"], "rrules": ["FREQ=DAILY"]}]',1795352400.0,NULL);
INSERT INTO "item" VALUES(2,'evening','<x xmlns=''urn:example'' id=''evening''/>',X'6576656E696E67','[{"uid": "evening", "summary": "Club evening", "start": ["2026-11-27T13:00:00", "+0"]}]',1795784400.0,1795784400.0);
CREATE INDEX item_span ON item (first, last);
CREATE INDEX change_untold ON change (id) WHERE told = 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',2);
COMMIT;
PRAGMA user_version = 1;
