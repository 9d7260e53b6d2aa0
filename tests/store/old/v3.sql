BEGIN TRANSACTION;
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
INSERT INTO "answer" VALUES(1,'review','review','','accepted','','',1795352400.0);
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
        synced INTEGER NOT NULL DEFAULT 0, level TEXT NOT NULL DEFAULT 'everything', reminders TEXT NOT NULL DEFAULT '',  -- whether its items were ever fetched completely
        UNIQUE (account, service, node)
    ) STRICT;
INSERT INTO "calendar" VALUES(1,'ann@example.org','pubsub.example.org','team','Product team','','#0e7c86',1,'active','','sub-1',1,'everything','');
INSERT INTO "calendar" VALUES(2,'ann@example.org','pubsub.example.org','club','Chess – club','Each Friday','#c2410c',0,'active','','',0,'everything','');
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        data TEXT NOT NULL,
        at REAL NOT NULL,
        told INTEGER NOT NULL DEFAULT 0
    , read INTEGER NOT NULL DEFAULT 0, away REAL) STRICT;
INSERT INTO "change" VALUES(1,1,'review','{"kind": "added", "summary": "Review", "at": "2026-11-22T13:00:00+00:00", "fields": [], "event": null}',1795352400.0,1,0,NULL);
INSERT INTO "change" VALUES(2,1,'stand-up','{"kind": "changed", "summary": "Stand-up ☕", "at": "2026-11-22T13:00:00+00:00", "fields": [], "event": null}',1795352400.0,0,0,NULL);
CREATE TABLE instant (name TEXT PRIMARY KEY, at REAL NOT NULL) STRICT;
INSERT INTO "instant" VALUES('reminders-checked',1795352400.0);
INSERT INTO "instant" VALUES('online:ann@example.org',1795352400.0);
CREATE TABLE "item" (
        id INTEGER PRIMARY KEY,
        calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        first REAL,                      -- no occurrence begins before this instant (seconds since 1970, UTC);
        last REAL,                       -- none ends after it. NULL in both: no time at all; in last: endless
        decoder INTEGER NOT NULL DEFAULT 0,  -- which version of the decoders read it: an update reads it anew
        digest BLOB NOT NULL,            -- of the canonical XML: the same content arrives in many spellings
        events TEXT NOT NULL,            -- what the decoders made of it, as JSON
        payload TEXT NOT NULL, lead REAL NOT NULL DEFAULT 2678400,           -- raw XML, so that a later decoder can read the past
        UNIQUE (calendar, item_id)
    ) STRICT;
INSERT INTO "item" VALUES(1,1,'review',1795352400.0,1795356000.0,3,X'726576696577','[{"uid": "review", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T14:00:00", "+0"], "location": "Room 12"}]','<x xmlns=''urn:example'' id=''review''/>',0.0);
INSERT INTO "item" VALUES(2,1,'stand-up',1795352400.0,NULL,3,X'7374616E642D7570','[{"uid": "stand-up", "summary": "Stand-up ☕", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T13:15:00", "+0"], "rrules": ["FREQ=DAILY"]}]','<x xmlns=''urn:example'' id=''stand-up''/>',0.0);
INSERT INTO "item" VALUES(3,2,'evening',1795784400.0,1795784400.0,3,X'6576656E696E67','[{"uid": "evening", "summary": "Club evening", "start": ["2026-11-27T13:00:00", "+0"]}]','<x xmlns=''urn:example'' id=''evening''/>',0.0);
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
INSERT INTO "reminder" VALUES(1,1,'review','review','','-10m',1795351800.0,'{"uid": "review", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T14:00:00", "+0"], "location": "Room 12"}',1,0,1,NULL,0);
INSERT INTO "reminder" VALUES(2,1,'review','review','','-60m',1795348800.0,'{"uid": "review", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"], "end": ["2026-11-22T14:00:00", "+0"], "location": "Room 12"}',1,0,0,1795352700.0,0);
CREATE INDEX change_untold ON change (id) WHERE told = 0;
CREATE INDEX item_span ON item (first, last);
CREATE INDEX item_decoder ON item (calendar, decoder);
CREATE INDEX change_at ON change (at);
CREATE INDEX item_lead ON item (lead) WHERE lead > 0;
CREATE INDEX change_calendar ON change (calendar, at);
CREATE INDEX change_unread ON change (calendar, read) WHERE read = 0;
CREATE INDEX reminder_due ON reminder (due);
CREATE INDEX reminder_waiting ON reminder (id) WHERE told = 0 OR snoozed IS NOT NULL;
CREATE INDEX reminder_unread ON reminder (calendar, read, missed, dismissed, told)
        WHERE read = 0 AND missed = 1 AND dismissed = 0 AND told = 1;
CREATE TRIGGER answer_gone AFTER DELETE ON item BEGIN
        DELETE FROM answer WHERE calendar = old.calendar AND item_id = old.item_id AND answer = confirmed;
    END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',2);
INSERT INTO "sqlite_sequence" VALUES('reminder',2);
COMMIT;
PRAGMA user_version = 3;
