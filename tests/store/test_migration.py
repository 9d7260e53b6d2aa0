"""A store of an older version is brought to this one, with a copy of it beside; whatever happens on the way."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.errors import UserError
from c42desktop.store import copies
from c42desktop.store.activity import Activity
from c42desktop.store.answers import Answers
from c42desktop.store.faults import StoreError
from c42desktop.store.reminders import Reminders
from c42desktop.store.schema import MIGRATIONS
from c42desktop.store.store import Store
from tests.store import old_stores
from tests.store.faults import PAGE, broken_files, find, overwrite

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
CLUB = CalendarRef("ann@example.org", "pubsub.example.org", "club")


def kept(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.v*"))


def what_was_there_is_there(path: Path, version: int) -> None:
    with closing(Store(path)) as store:
        titles = [(each.title, each.description, each.visible, each.color) for each in store.calendars()]
        assert titles == [("Chess – club", "Each Friday", False, "#c2410c"), ("Product team", "", True, "#0e7c86")]
        assert (store.is_synced(TEAM), store.subid(TEAM)) == (True, "sub-1")
        found = store.items_between(NOW, NOW + timedelta(days=9))
        assert {(each.ref.item_id, each.events[0].summary) for each in found} == {
            ("review", "Review"),
            ("stand-up", "Stand-up ☕"),
            ("evening", "Club evening"),
        }
        assert [each.item_id for each in store.untold()] == ["stand-up"]
        assert [each.item_id for each in store.recent_changes(NOW)] == ["review", "stand-up"]
        if version >= 3:
            what_was_done_is_there(store)


def what_was_done_is_there(store: Store) -> None:
    review = ItemRef(TEAM, "review")
    assert [each.answer.answer for each in Answers(store.db).of(review)] == ["accepted"]
    assert [each.alarm for each in Reminders(store).snoozed(NOW + timedelta(hours=1))] == ["-60m"]
    assert Reminders(store).untold() == []  # the other one was dismissed
    assert Reminders(store).checked() == Activity(store.db).last_online(TEAM.account) == NOW


@pytest.mark.parametrize("version", old_stores.VERSIONS)
def test_what_an_older_version_has_written_is_there_and_kept_as_it_was(tmp_path: Path, version: int) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", version)
    what_was_there_is_there(path, version)
    (copy,) = kept(path)
    assert copy.name.startswith(f"calendars.sqlite.v{version}-")
    assert old_stores.dump(copy) == old_stores.original(version)
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_there_is_an_old_store_of_every_version_but_this() -> None:
    assert tuple(range(1, len(MIGRATIONS))) == old_stores.VERSIONS


def test_the_copy_can_be_put_back(tmp_path: Path) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", 3)
    Store(path).close()
    kept(path)[0].replace(path)
    what_was_there_is_there(path, 3)


def test_a_store_that_is_new_or_of_this_version_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    Store(path).close()
    Store(path).close()
    assert kept(path) == []


def test_the_last_copy_is_kept_and_the_one_of_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    olds = ("v1-20260101-000000", "v2-20250101-000000", "v2-20250101-000000.part")
    for name in (*olds, "v3-20250101-000000", "v3-20250101-000000.part"):
        path.with_name(f"{path.name}.{name}").touch()
    Store(old_stores.write(path, 3)).close()
    other, new = kept(path)
    assert other.name.endswith(".v2-20250101-000000")
    assert old_stores.dump(new) == old_stores.original(3)


LIMITED = """
import pathlib, resource, sys
from c42desktop.store.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Store(pathlib.Path(sys.argv[1]))
except Exception as error:
    print(type(error).__name__, error)
"""


def started_with(path: Path, most: int) -> str:
    """What comes of opening a store where no file may become longer than `most` bytes."""
    run = [sys.executable, "-c", LIMITED, str(path), str(most)]
    return subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_without_room_for_the_copy_nothing_is_changed(tmp_path: Path) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", 2)
    said = started_with(path, 40_000)
    assert said.startswith("StoreError The calendars are copied to ")
    assert "Nothing was changed. Make room there and start again." in said
    assert kept(path) == broken_files(path) == []
    assert old_stores.dump(path) == old_stores.original(2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_without_room_for_what_is_new_the_store_stays_as_it_was(tmp_path: Path) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", 2)
    assert started_with(path, 60_000).startswith("StoreError ")
    assert [old_stores.dump(each) for each in (path, *kept(path))] == [old_stores.original(2)] * 2
    what_was_there_is_there(path, 2)
    assert len(kept(path)) == 1


@pytest.mark.parametrize("table", ["item", "item_span"])
def test_an_older_store_that_is_damaged_is_replaced_as_any_other(tmp_path: Path, table: str) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", 3)
    overwrite(path, find(path, table), PAGE)
    with closing(Store(path)) as store:
        assert len(store.calendars()) == 2
        if table == "item":
            assert store.replaced
            assert len(broken_files(path)) == 1


def test_a_step_that_fails_leaves_the_version_before_all_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = old_stores.write(tmp_path / "calendars.sqlite", 2)
    broken = (*MIGRATIONS[:3], f"{MIGRATIONS[3]} INSERT INTO calendar (id) VALUES (NULL);")
    with monkeypatch.context() as patched:
        patched.setattr("c42desktop.store.schema.MIGRATIONS", broken)
        with pytest.raises(sqlite3.IntegrityError):
            Store(path)
    assert old_stores.dump(path) == old_stores.original(2)
    what_was_there_is_there(path, 2)


KILLED = """
import json, os, pathlib, shutil, signal, sqlite3, sys
from c42desktop.store import database
from c42desktop.store.store import Store

original, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
connect = sqlite3.connect
left = 0

def count(_statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def traced(*arguments, **options):
    db = connect(*arguments, **options)
    db.set_trace_callback(count)
    return db

killed = []
while True:
    left = len(killed) + 1
    path = folder / str(left) / "calendars.sqlite"
    path.parent.mkdir(parents=True)
    shutil.copy(original, path)
    child = os.fork()
    if not child:
        sqlite3.connect = traced
        Store(path).close()
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
    killed.append(str(path))
print(json.dumps(killed))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_at_any_statement_leaves_the_old_store_or_the_new_one(in_memory: Path) -> None:
    path = old_stores.write(in_memory / "calendars.sqlite", 1)
    run = [sys.executable, "-c", KILLED, str(path), str(in_memory / "killed")]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    left = [Path(each) for each in json.loads(done.stdout)]
    versions = [version_of(each) for each in left]
    assert len(left) > 30
    assert set(versions) == {1, len(MIGRATIONS)}
    assert versions == sorted(versions)
    for each, version in zip(left, versions, strict=True):
        if version == 1:
            assert old_stores.dump(each) == old_stores.original(1)
        what_was_there_is_there(each, 1)
        assert [old_stores.dump(copy) for copy in kept(each)] == [old_stores.original(1)]


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_newer_store_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version of c42desktop"):
        Store(path)
    assert path.read_bytes() == before


def test_a_copy_is_whole_while_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    with closing(Store(path)) as store:
        store.add_calendar(TEAM, "Product team")
        with store.transaction():
            store.add_calendar(CLUB, "Chess")
            assert copies.copy(path, tmp_path / "copy") == len(MIGRATIONS)
    with closing(Store(tmp_path / "copy")) as copy:
        assert [each.title for each in copy.calendars()] == ["Product team"]


def test_what_is_no_store_cannot_be_copied(tmp_path: Path) -> None:
    (tmp_path / "none").write_bytes(b"nothing of SQLite's" * 100)
    with pytest.raises(StoreError, match="is damaged"):
        copies.copy(tmp_path / "none", tmp_path / "copy")
    with pytest.raises(StoreError, match="cannot be used"):
        copies.copy(tmp_path / "absent", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
