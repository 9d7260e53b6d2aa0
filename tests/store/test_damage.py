"""A damaged file is set aside, kept, and replaced; what can be read of it is saved."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from c42desktop.calendar.answers import Answer
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import Event, ItemRef, Reminder
from c42desktop.store import instants, salvage
from c42desktop.store.answers import Answers
from c42desktop.store.codec import dump_change
from c42desktop.store.edits import Edits
from c42desktop.store.faults import DamagedError, StoreError
from c42desktop.store.order import put_in_order
from c42desktop.store.reminders import Reminders
from c42desktop.store.salvage import KEEP, Saved, is_sound, set_aside
from c42desktop.store.schema import MIGRATIONS, migrate
from c42desktop.store.store import Store
from tests.store.faults import PAGE, broken_files, damage, find, overwrite
from tests.store.test_store import NOW, OTHER, TEAM, change, item

ITEMS = 300


def fill(path: Path) -> None:
    """A store of some pages: two calendars, one of them hidden, items, a change that was told and one that was not."""
    store = Store(path)
    store.add_calendar(TEAM, "Product team")
    store.update_calendar(replace(store.add_calendar(OTHER, "Other"), visible=False))
    store.set_synced(TEAM)
    with store.transaction():
        for number in range(ITEMS):
            store.put_item(replace(item(f"i{number}"), payload="<x/>" * 200))
    store.mark_told(store.put_item(item("told"), [change("told")]), NOW)
    store.put_item(item("untold"), [change("untold")])
    store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "calendars.sqlite"
    fill(made)
    return made


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[[], Store]]:
    stores: list[Store] = []

    def make() -> Store:
        stores.append(Store(path))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


def works(store: Store) -> None:
    """It is empty of items, and takes new ones."""
    assert store.digests(TEAM) == {}
    store.add_calendar(TEAM, "Product team")
    store.put_item(item("new"), [change("new")])
    assert store.item(ItemRef(TEAM, "new")) == item("new")


@pytest.mark.parametrize(
    "content",
    [
        b"this is not a database, and it is long enough to be sure" * 99,
        b"\0" * 9000,
        b"SQLite format 3\0" + b"\xff" * 8000,
    ],
)
def test_a_file_that_is_no_store_is_set_aside_unchanged(
    path: Path, opened: Callable[[], Store], content: bytes
) -> None:
    path.write_bytes(content)
    store = opened()
    works(store)
    (broken,) = broken_files(path)
    assert broken.read_bytes() == content
    assert re.fullmatch(r"calendars\.sqlite\.broken-\d{8}-\d{6}", broken.name)
    assert store.replaced == (
        f"The calendar store was damaged and has been set aside as {broken.name}. "
        "Everything is being read from the server again; what changed meanwhile is not told."
    )


def test_a_broken_header_is_found_at_the_start(path: Path, opened: Callable[[], Store]) -> None:
    overwrite(path, 0, 100)
    works(opened())
    assert len(broken_files(path)) == 1


@pytest.mark.parametrize("version", [-1, 10_000, 0x5A5A5A5A])
def test_a_version_that_will_never_be_is_damage(path: Path, opened: Callable[[], Store], version: int) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    works(opened())
    assert len(broken_files(path)) == 1


def test_a_file_that_was_cut_off_is_replaced_when_it_is_read(path: Path, opened: Callable[[], Store]) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 + 100)
    store = opened()
    assert store.items_between(NOW, NOW.replace(hour=23)) == []
    works(store)
    assert len(broken_files(path)) == 1


def test_an_empty_file_is_a_new_store(path: Path, opened: Callable[[], Store]) -> None:
    path.write_bytes(b"")
    works(opened())
    assert broken_files(path) == []


def test_a_store_without_its_tables_is_replaced(path: Path, opened: Callable[[], Store]) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE item")
    store = opened()
    works(store)
    assert len(broken_files(path)) == 1


@pytest.mark.parametrize(
    "events", ["", '{"a": 1}', "[3]", '[{"status": "?"}]', '[{"start": ["2026-11-22T13:00", "No/Zone"]}]']
)
def test_a_value_that_nobody_can_have_written_is_damage(path: Path, opened: Callable[[], Store], events: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE item SET events = ? WHERE item_id = 'i7'", (events,))
        db.commit()
    store = opened()
    assert len(store.digests(TEAM)) == ITEMS + 2
    assert store.items_between(NOW, NOW.replace(hour=23)) == []
    assert store.replaced


def test_text_that_is_none_is_damage_and_the_log_does_not_quote_it(
    path: Path, opened: Callable[[], Store], caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE item SET payload = CAST(x'73656372657420ff' AS TEXT) WHERE item_id = 'i7'")
        db.commit()
    store = opened()
    assert store.item(ItemRef(TEAM, "i7")) is None
    assert store.replaced
    assert "secret" not in caplog.text


def test_a_broken_log_of_writes_loses_the_last_moments_only(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    store.put_item(item("late"))
    wal = path.with_name(f"{path.name}-wal")
    saved = wal.read_bytes()
    store.close()
    wal.write_bytes(saved[:32] + b"\xa5" * (len(saved) - 32))
    again = opened()
    assert again.item(ItemRef(TEAM, "i1")) is not None
    assert broken_files(path) == []


def test_calendars_and_untold_changes_are_saved_and_nothing_counts_as_fetched(
    path: Path, opened: Callable[[], Store]
) -> None:
    overwrite(path, find(path, "item"), PAGE)
    store = opened()
    before, untold = store.calendars(), store.untold()
    assert store.digests(TEAM) == {}
    assert (store.calendars(), store.untold()) == (before, untold)
    assert untold[0].item_id == "untold"
    assert not store.is_synced(TEAM)


def test_what_the_person_answered_dismissed_and_put_off_is_saved(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    answers, reminders = Answers(store.db), Reminders(store)
    answers.put(ItemRef(TEAM, "i1"), Answer("i1", "", "declined", "mailto:ann@example.org"), NOW)
    event = Event("i1", "Review", NOW)
    made = [Reminder(ItemRef(TEAM, "i1"), event, NOW + timedelta(minutes=n), f"a{n}") for n in range(2)]
    dismissed, snoozed = reminders.add(made)
    reminders.dismiss([dismissed.id])
    reminders.snooze([snoozed.id], NOW + timedelta(hours=1))
    reminders.set_checked(NOW)
    instants.write(store.db, instants.listed(TEAM.account, TEAM.service), NOW)
    waiting = answers.waiting(TEAM.account)
    overwrite(path, find(path, "item"), PAGE)
    store.replace()
    assert answers.waiting(TEAM.account) == waiting != []
    assert reminders.add(made) == []
    assert [each.key for each in reminders.snoozed(NOW + timedelta(hours=2))] == [made[1].key]
    assert reminders.untold() == []
    assert reminders.checked() == NOW
    assert instants.read(store.db, instants.listed(TEAM.account, TEAM.service)) is None  # its next list is no news


def test_what_no_server_has_taken_yet_is_saved(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    edits = Edits(store.db)
    changed, moved = (ItemRef(TEAM, name) for name in ("i1", "i2"))
    first = edits.put(Edit(changed, (Event("i1", "Before"),), (Event("i1", "After"),)), NOW)
    edits.put(Edit(moved, (Event("i2"),), ()), NOW, after=first.id)
    lost = edits.put(Edit(ItemRef(TEAM, "i3"), (Event("i3"),), ()), NOW, after=99)  # nobody knows whether that came
    waiting = edits.waiting()
    overwrite(path, find(path, "item"), PAGE)
    store.replace()
    assert edits.waiting() == [each for each in waiting if each.edit.id != lost.id]


@pytest.mark.parametrize("version", [1, 2])
def test_of_a_store_of_an_older_version_that_is_damaged_as_much_is_saved(tmp_path: Path, version: int) -> None:
    """The first start after an update is the first to read all of it."""
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"{''.join(MIGRATIONS[:version])} PRAGMA user_version = {version};")
        place = (TEAM.account, TEAM.service, TEAM.node)
        db.execute(
            "INSERT INTO calendar (account, service, node, title, color, visible) VALUES (?, ?, ?, 'T', '#0e7c86', 0)",
            place,
        )
        for told in (0, 1):
            values = (f"told {told}", dump_change(change(f"told {told}")), told)
            db.execute("INSERT INTO change (calendar, item_id, data, at, told) VALUES (1, ?, ?, 1.0, ?)", values)
        db.commit()
    overwrite(path, find(path, "item"), PAGE)
    saved = salvage.read(path)
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    salvage.write(db, saved)
    assert db.execute("SELECT title, visible, level, reminders FROM calendar").fetchall() == [
        ("T", 0, "everything", "")
    ]
    assert db.execute("SELECT item_id, told, read, away FROM change ORDER BY id").fetchall() == [
        ("told 0", 0, 0, None),
        ("told 1", 1, 1, None),
    ]
    db.close()


def test_the_number_of_a_change_is_never_given_again(path: Path, opened: Callable[[], Store]) -> None:
    """What was told, and could not be marked, must not be taken for a change in the new file."""
    store = opened()
    (old,) = store.untold()
    overwrite(path, PAGE, path.stat().st_size - PAGE)
    store.replace()
    store.add_calendar(TEAM, "Product team")
    new = [f"new{number}" for number in range(old.id + 1)]
    for item_id in new:
        store.put_item(item(item_id), [change(item_id)])
    store.mark_told([old], NOW)
    assert [each.item_id for each in store.untold()] == new


def test_reading_goes_on_with_the_new_file_and_the_owner_is_told_once(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    told: list[str] = []
    store.on_replaced = lambda: told.append(store.replaced)
    damage(path)
    assert store.items_between(NOW, NOW.replace(hour=23)) == []
    works(store)
    assert told == [store.replaced]
    assert len(broken_files(path)) == 1


def test_a_transaction_that_meets_damage_does_nothing_and_the_next_one_works(
    path: Path, opened: Callable[[], Store]
) -> None:
    overwrite(path, find(path, "item"), PAGE)
    store = opened()
    with pytest.raises(DamagedError), store.transaction():
        store.set_subid(OTHER, "half")
        store.put_item(item("new"), [change("new")])
    assert store.subid(OTHER) == ""
    assert [each.item_id for each in store.untold()] == ["untold"]
    works(store)


def test_a_store_that_breaks_again_and_again_is_not_replaced_for_ever(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    for _time in range(3):
        store.replace()
    with pytest.raises(StoreError, match="disk may be failing"):
        store.replace()
    works(store)


def test_a_file_that_cannot_be_set_aside_yet_is_set_aside_later(
    path: Path, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while another process reads it."""
    store = opened()

    def fail(_self: Path, _target: str) -> None:
        raise PermissionError(13, "Permission denied")

    damage(path)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail)
        for _time in range(5):
            with pytest.raises(StoreError, match="cannot be set aside: Permission denied"):
                store.digests(TEAM)
    works(store)
    assert len(broken_files(path)) == 1


def test_what_was_saved_waits_for_a_disk_that_is_full_at_the_same_time(
    path: Path, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    before, told = store.calendars(), []
    store.on_replaced = lambda: told.append(store.replaced)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def fail(_db: sqlite3.Connection, _saved: Saved) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(salvage, "write", fail)
        with pytest.raises(StoreError, match="no space left"):
            store.replace()
        with pytest.raises(StoreError, match="no space left"):
            store.calendars()
    assert told == []
    assert store.calendars() == before
    assert told == [store.replaced]
    assert len(broken_files(path)) == 1


def test_only_the_last_broken_files_are_kept_and_none_is_overwritten(path: Path) -> None:
    moments = [NOW + timedelta(seconds=second) for second in (0, 1, 2, 3, 3, 3)]
    for number, moment in enumerate(moments):
        path.write_bytes(b"broken %d" % number)
        set_aside(path, moment)
    assert [each.read_bytes() for each in broken_files(path)] == [b"broken 3", b"broken 4", b"broken 5"]
    assert KEEP == 3


def test_the_companions_go_with_the_file(path: Path, opened: Callable[[], Store]) -> None:
    store = opened()
    store.put_item(item("late"))
    wal = path.with_name(f"{path.name}-wal").read_bytes()
    store.close()
    path.write_bytes(b"no database" * 500)
    path.with_name(f"{path.name}-wal").write_bytes(wal)
    works(opened())
    (broken,) = broken_files(path)
    assert broken.read_bytes() == b"no database" * 500


def test_a_reader_names_a_damaged_file_and_leaves_it_alone(path: Path) -> None:
    overwrite(path, find(path, "item"), PAGE)
    content = path.read_bytes()
    store = Store(path, read_only=True)
    with pytest.raises(DamagedError, match="Start the program once"):
        store.items_between(NOW, NOW.replace(hour=23))
    store.close()
    assert (path.read_bytes(), broken_files(path)) == (content, [])


def test_the_check_finds_damage_that_nobody_has_read_yet(path: Path) -> None:
    assert is_sound(path)
    overwrite(path, find(path, "item") + 8, PAGE)
    assert not is_sound(path)


def test_damage_that_was_found_in_a_file_that_is_gone_by_now_is_no_reason_to_replace_the_next(
    path: Path, opened: Callable[[], Store]
) -> None:
    store = opened()
    generation = store.generation
    store.replace(generation)  # who has read it
    store.replace(generation)  # who has checked it meanwhile
    assert len(broken_files(path)) == 1
    store.replace(store.generation)
    assert len(broken_files(path)) == 2


def test_an_index_that_cannot_be_checked_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SQLite 3.44.2 answers about a store that is well, and what a damaged one adds to it."""
    unable = ("unable to validate the inverted index for FTS5 table main.search: attempt to write a readonly database",)
    for answer, sound in (([unable], True), ([unable, ("row 1 missing from index item_span",)], False)):
        connection = SimpleNamespace(execute=lambda _sql, answer=answer: answer, close=lambda: None)
        monkeypatch.setattr(salvage.sqlite3, "connect", lambda *_args, made=connection, **_named: made)
        assert is_sound(tmp_path / "calendars.sqlite") is sound


def test_whatever_is_overwritten_the_store_works_afterwards(tmp_path: Path) -> None:
    """No error but a StoreError gets out, and two looks later the store is well."""
    chance = random.Random(42)
    source = tmp_path / "source.sqlite"
    fill(source)
    for _round in range(60):
        path = tmp_path / "calendars.sqlite"
        path.write_bytes(source.read_bytes())
        start = chance.randrange(path.stat().st_size - 3000)
        overwrite(path, start, chance.choice((1, 40, 3000)), bytes([chance.randrange(256)]))
        store = Store(path)
        for _look in range(2):
            try:
                store.calendars(), store.untold(), store.recent_changes(NOW), store.items_without_time()
                store.items_between(NOW, NOW.replace(hour=23))
                store.add_calendar(TEAM, "Product team")
                store.put_item(item("new"), [change("new")])
                store.remove_calendar(OTHER)
            except StoreError:
                assert store.replaced
        store.add_calendar(TEAM, "Product team")
        store.put_item(item("last"), [change("last")])
        assert store.item(ItemRef(TEAM, "last")) == item("last")
        store.close()
        for each in tmp_path.glob("calendars.sqlite*"):
            each.unlink()


def test_the_order_of_the_calendars_survives_damage(tmp_path: Path) -> None:
    store = Store(tmp_path / "calendars.sqlite")
    for ref, title in ((TEAM, "A team"), (OTHER, "Other")):
        store.add_calendar(ref, title)
    put_in_order(store.db, [OTHER, TEAM])
    store.close()
    again = Store(tmp_path / "new.sqlite")
    salvage.write(again.db._opened(), salvage.read(tmp_path / "calendars.sqlite"))
    assert [each.ref for each in again.calendars()] == [OTHER, TEAM]
    again.close()
