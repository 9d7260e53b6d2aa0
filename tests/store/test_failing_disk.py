"""A disk that is full or closed, a lock, a process that is killed: nothing is half done, and all can be done again."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from c42desktop.calendar.model import ItemRef
from c42desktop.store.faults import DamagedError, StoreError, fault_of
from c42desktop.store.store import HURRY, Store, StoredItem
from tests.store.faults import broken_files, full, locked, read_only
from tests.store.test_store import TEAM, change, item


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite", patience=HURRY)
    opened.add_calendar(TEAM, "Product team")
    yield opened
    opened.close()


def big(item_id: str = "big") -> StoredItem:
    return replace(item(item_id), payload="x" * 100_000)


def another_has_it(store: Store) -> AbstractContextManager[None]:
    return locked(store.path)


@pytest.mark.parametrize(
    ("fails", "sentence"),
    [(full, "no space left"), (read_only, "write-protected"), (another_has_it, "Another program keeps")],
)
def test_what_cannot_be_written_is_not_there_at_all_and_can_be_written_again(
    store: Store, fails: Callable[[Store], AbstractContextManager[None]], sentence: str
) -> None:
    with fails(store):
        for _time in range(3):
            with pytest.raises(StoreError, match=sentence) as raised:
                store.put_item(big(), [change("big")])
            assert not isinstance(raised.value, DamagedError)
            assert str(store.path) in str(raised.value)
            assert (store.item(ItemRef(TEAM, "big")), store.untold()) == (None, [])
    store.put_item(big(), [change("big")])
    assert store.item(ItemRef(TEAM, "big")) == big()
    assert [each.item_id for each in store.untold()] == ["big"]
    assert broken_files(store.path) == []


def test_a_full_disk_in_the_middle_undoes_what_came_before(store: Store) -> None:
    with full(store), pytest.raises(StoreError), store.transaction():
        store.put_item(item("small"), [change("small")])
        store.put_item(big(), [change("big")])
    assert (store.digests(TEAM), store.untold()) == ({}, [])


def test_a_lock_is_waited_for_no_longer_than_a_window_may_stand_still(store: Store) -> None:
    with locked(store.path):
        begin = time.perf_counter()
        with pytest.raises(StoreError):
            store.put_item(item())
        assert time.perf_counter() - begin < 1  # a patient one would wait for five seconds


def test_readers_are_not_kept_out_by_a_lock(store: Store) -> None:
    store.put_item(item())
    reader = Store(store.path, read_only=True)
    with locked(store.path):
        assert reader.item(ItemRef(TEAM, "i1")) == item()
        assert store.item(ItemRef(TEAM, "i1")) == item()
    reader.close()


LIMITED = """
import pathlib, resource, sys
from tests.store.test_failing_disk import *
store = Store(pathlib.Path(sys.argv[1]))
store.add_calendar(TEAM, "Product team")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
written, failed = 0, 0
for number in range(30):
    try:
        store.put_item(replace(item(f"i{number}"), payload="x" * 20_000), [change(f"i{number}")])
        written += 1
    except StoreError as error:
        assert not isinstance(error, DamagedError), error
        failed += 1
assert failed and len(store.untold()) == len(store.digests(TEAM)) == written
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.put_item(item("after"), [change("after")])
assert len(store.untold()) == len(store.digests(TEAM)) == written + 1
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert broken_files(path) == []


WRITING = """
import itertools, pathlib, sys
from tests.store.test_failing_disk import *
store = Store(pathlib.Path(sys.argv[1]))
store.add_calendar(TEAM, "Product team")
print("ready", flush=True)
for number in itertools.count():
    with store.transaction():
        for part in "abc":
            store.put_item(replace(item(f"{number}{part}"), payload=part * 5000), [change(f"{number}{part}")])
    if number % 3 == 0:
        store.remove_items(TEAM, [f"{number}a"], [change(f"{number}a")])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_at_any_moment_leaves_whole_transactions_only(tmp_path: Path) -> None:
    chance = random.Random(7)
    for attempt in range(8):
        path = tmp_path / f"{attempt}.sqlite"
        with subprocess.Popen([sys.executable, "-c", WRITING, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        store = Store(path)
        agrees(store)
        store.close()
        assert broken_files(path) == []


def agrees(store: Store) -> None:
    """Every item of a whole transaction has its change, and every change has left its item, or taken it away."""
    kept, changes = set(store.digests(TEAM)), [each.item_id for each in store.untold()]
    gone = {item_id for item_id in changes if changes.count(item_id) == 2}
    assert kept == set(changes) - gone
    assert len([item_id for item_id in set(changes) if item_id.endswith("c")]) * 3 == len(set(changes))


@pytest.mark.parametrize(("free", "words"), [(999_999, "There is no space left"), (9_000_000, "disk I/O error")])
def test_a_full_disk_is_said_where_sqlite_says_only_that_it_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | 18 << 8  # the file that is shared between processes
    assert words in str(fault_of(error, tmp_path / "calendars.sqlite"))
