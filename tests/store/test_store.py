"""The store: one transaction for an item and its change, readers beside the writer, honest errors."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import PALETTE, CalendarRef, CalendarState, Change, ChangeKind, Event, ItemRef
from c42desktop.errors import UserError
from c42desktop.store.answers import Answers
from c42desktop.store.codec import dump_change
from c42desktop.store.edits import Edits
from c42desktop.store.faults import StoreError
from c42desktop.store.order import put_in_order
from c42desktop.store.schema import MIGRATIONS
from c42desktop.store.store import Store, StoredItem

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
OTHER = CalendarRef("ann@example.org", "pubsub.other.org", "team")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite")
    opened.add_calendar(TEAM, "Product team")
    yield opened
    opened.close()


def item(
    item_id: str = "i1", calendar: CalendarRef = TEAM, start: datetime | None = NOW, **fields: object
) -> StoredItem:
    event = Event(item_id, "Review", start, start + timedelta(hours=1) if start else None, **fields)  # type: ignore[arg-type]
    return StoredItem(ItemRef(calendar, item_id), "<x/>", b"digest", (event,))


def change(item_id: str = "i1", calendar: CalendarRef = TEAM) -> Change:
    return Change(ChangeKind.ADDED, calendar, item_id, "Review", NOW)


def test_what_this_version_has_written_is_not_outdated(store: Store) -> None:
    store.put_item(item("old"))
    store._db.execute("UPDATE item SET decoder = ?", (payloads.VERSION - 1,))
    store.put_item(item("new"))
    assert store.outdated(TEAM) == ["old"]
    store.put_item(item("old"))
    assert store.outdated(TEAM) == store.outdated(OTHER) == []


def test_an_item_and_its_change_are_written_together(store: Store) -> None:
    (numbered,) = store.put_item(item(), [change()])
    assert numbered.id > 0
    assert store.item(ItemRef(TEAM, "i1")) == item()
    assert store.untold() == [change()]


def test_a_failure_in_between_writes_neither(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction():
        store.put_item(item(), [change()])
        raise RuntimeError
    assert store.item(ItemRef(TEAM, "i1")) is None
    assert store.untold() == []


def test_a_killed_process_loses_no_committed_change(tmp_path: Path) -> None:
    script = (
        "import os, sys, pathlib\n"
        "from tests.store.test_store import *\n"
        "s = Store(pathlib.Path(sys.argv[1])); s.add_calendar(TEAM, 'T'); s.put_item(item(), [change()])\n"
        "os.kill(os.getpid(), 9)\n"
    )
    path = tmp_path / "calendars.sqlite"
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert killed.returncode == -9
    store = Store(path)
    assert store.untold() == [change()]
    store.close()


def test_told_changes_are_not_told_again_and_old_ones_are_forgotten(store: Store) -> None:
    numbered = store.put_item(item(), [change()])
    store.mark_told(numbered, NOW)
    assert store.untold() == []
    assert store.recent_changes(NOW - timedelta(days=1)) == [change()]
    store.mark_told([], NOW + timedelta(days=91))
    assert store.recent_changes(NOW - timedelta(days=1)) == []


def test_only_items_that_may_touch_the_window_are_read(store: Store) -> None:
    store.put_item(item("past", start=NOW - timedelta(days=9)))
    store.put_item(item("now"))
    store.put_item(item("later", start=NOW + timedelta(days=9)))
    store.put_item(item("series", start=NOW - timedelta(days=99), rrules=("FREQ=DAILY",)))
    store.put_item(item("unreadable", start=None))
    between = {each.ref.item_id for each in store.items_between(NOW - timedelta(days=1), NOW + timedelta(days=2))}
    assert between == {"now", "series"}
    assert [each.ref.item_id for each in store.items_without_time()] == ["unreadable"]


def test_c_pubsub_13_the_same_id_in_two_calendars_stays_distinct(store: Store) -> None:
    store.add_calendar(OTHER, "Other")
    store.put_item(item("same"))
    store.put_item(replace(item("same", OTHER), payload="<other/>"))
    store.remove_items(TEAM, ["same"])
    kept = store.item(ItemRef(OTHER, "same"))
    assert kept is not None
    assert kept.payload == "<other/>"
    assert store.item(ItemRef(TEAM, "same")) is None


@pytest.mark.parametrize("item_id", ["", " two  spaces ", "🎂/ü", "a" * 1000, "'; DROP TABLE item; --", "<b>&amp;</b>"])
def test_c_pubsub_21_any_item_id_survives(store: Store, item_id: str) -> None:
    store.put_item(item(item_id))
    found = store.item(ItemRef(TEAM, item_id))
    assert found is not None
    assert found.ref.item_id == item_id
    assert list(store.digests(TEAM)) == [item_id]


def test_a_calendar_goes_with_everything_in_it(store: Store) -> None:
    store.put_item(item(), [change()])
    store.remove_calendar(TEAM)
    assert store.calendars() == []
    assert store.untold() == []
    assert store.digests(TEAM) == {}


def test_calendars_get_the_least_used_colour_and_keep_what_was_set(store: Store) -> None:
    other = store.add_calendar(OTHER, "Other", "About")
    assert other.color == PALETTE[1]
    store.update_calendar(replace(other, visible=False, state=CalendarState.PENDING, problem="Waiting"))
    again = store.add_calendar(OTHER, "A title that is ignored")
    assert (again.title, again.visible, again.state, again.problem) == (
        "Other",
        False,
        CalendarState.PENDING,
        "Waiting",
    )


def test_calendars_are_listed_by_title(store: Store) -> None:
    store.add_calendar(OTHER, "ann")
    assert [calendar.title for calendar in store.calendars()] == ["ann", "Product team"]


def test_an_order_of_the_person_comes_before_titles_and_what_is_new_comes_last(store: Store) -> None:
    refs = [replace(OTHER, node=name) for name in "abc"]
    for ref in refs[:2]:
        store.add_calendar(ref, ref.node)
    put_in_order(store.db, [TEAM, refs[1], refs[0]])
    assert [each.ref for each in store.calendars()] == [TEAM, refs[1], refs[0]]
    store.add_calendar(refs[2], "a title that would come first")
    put_in_order(store.db, [refs[1], TEAM])
    assert [each.ref for each in store.calendars()] == [refs[1], TEAM, refs[0], refs[2]]
    calendar = store.calendar(TEAM)
    assert calendar is not None
    store.update_calendar(replace(calendar, title="Zebras"))
    assert store.calendars()[1].title == "Zebras"


def test_a_reader_sees_what_the_writer_commits(tmp_path: Path, store: Store) -> None:
    reader = Store(tmp_path / "calendars.sqlite", read_only=True)
    store.put_item(item())
    assert reader.item(ItemRef(TEAM, "i1")) == item()
    with pytest.raises(StoreError):
        reader.put_item(item("i2"))
    reader.close()


def test_only_the_owner_can_read_the_file(tmp_path: Path, store: Store) -> None:
    if sys.platform == "win32":
        return
    store.put_item(item())
    files = list(tmp_path.glob("calendars.sqlite*"))
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    Store(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    for read_only in (False, True):
        with pytest.raises(UserError, match="newer version"):
            Store(path, read_only=read_only)


def test_a_reader_does_not_take_an_older_or_half_made_store_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    path.touch()
    with pytest.raises(UserError, match="Start the program once"):
        Store(path, read_only=True)


def test_what_the_person_did_before_events_could_be_changed_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    with closing(sqlite3.connect(path)) as db:
        for number, script in enumerate(MIGRATIONS[:3], start=1):
            db.executescript(f"{script} PRAGMA user_version = {number};")
        for number, node in enumerate(("team", "other"), start=1):
            place = (number, TEAM.account, TEAM.service, node, node.title())
            columns = "id, account, service, node, title, color"
            db.execute(f"INSERT INTO calendar ({columns}) VALUES (?, ?, ?, ?, ?, '#0e7c86')", place)
        events = '[{"uid": "i1", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"]}]'
        columns = "calendar, item_id, payload, digest, events, first, last"
        db.execute(
            f"INSERT INTO item ({columns}) VALUES (1, 'i1', '<x/>', x'01', ?, 1795352400, 1795352400)", (events,)
        )
        columns = "calendar, item_id, uid, occurrence, answer, at"
        db.execute(f"INSERT INTO answer ({columns}) VALUES (1, 'i1', 'i1', '', 'accepted', 1)")
        db.execute(
            "INSERT INTO change (calendar, item_id, data, at, read) VALUES (1, 'i1', ?, 1, 1)",
            (dump_change(change("i1")),),
        )
        db.commit()
    store = Store(path)
    ref = ItemRef(TEAM, "i1")
    assert [(each.title, store.is_synced(each.ref)) for each in store.calendars()] == [
        ("Other", False),
        ("Team", False),
    ]
    assert [each.answer.answer for each in Answers(store.db).of(ref)] == ["accepted"]
    assert [each.item_id for each in store.untold()] == ["i1"]
    edit = Edits(store.db).put(Edit(ref, (Event("i1"),), (Event("i1", "Retro"),)), NOW)
    assert [each.edit for each in Edits(store.db).waiting()] == [edit]
    store.remove_items(TEAM, ["i1"])
    assert store.db.rows(tuple, "SELECT count(*) FROM listed") == [(0,)]
    store.close()


def test_items_of_the_first_version_are_still_there(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    db = sqlite3.connect(path)
    db.executescript(f"{MIGRATIONS[0]} PRAGMA user_version = 1;")
    place = (TEAM.account, TEAM.service, TEAM.node)
    db.execute("INSERT INTO calendar (account, service, node, title, color) VALUES (?, ?, ?, 'Team', '#0e7c86')", place)
    events = '[{"uid": "i1", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"]}]'
    db.execute("INSERT INTO item VALUES (1, 'i1', '<x/>', x'01', ?, 1795352400.0, 1795352400.0)", (events,))
    db.commit()
    db.close()
    store = Store(path)
    (listed,) = store.items_between(NOW, NOW + timedelta(days=1))
    stored = store.item(ItemRef(TEAM, "i1"))
    store.remove_calendar(TEAM)
    gone = store.item(ItemRef(TEAM, "i1"))
    store.close()
    assert stored == StoredItem(ItemRef(TEAM, "i1"), "<x/>", b"\x01", (Event("i1", "Review", NOW),))
    assert (listed.ref, listed.events) == (stored.ref, stored.events)
    assert gone is None
