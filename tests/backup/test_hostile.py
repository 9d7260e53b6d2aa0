"""A backup may come from anywhere: whatever is wrong with it is said in a sentence, and nothing is changed."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import random
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from c42desktop.backup import unpacking
from c42desktop.backup.parts import MANIFEST, SETTINGS, STORE
from c42desktop.errors import UserError
from c42desktop.profile import Profile, find_profile
from c42desktop.store.schema import MIGRATIONS
from tests.backup.profiles import backed_up, contents, everything, full, restored
from tests.store.faults import PAGE, find, overwrite

NONE = "This is no backup of c42desktop, or it is damaged. Nothing was changed."
DAMAGED = "The calendars in this backup are damaged. Nothing was changed."
NEWER = "This backup was made by a newer version of c42desktop. Install that version first."


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    return asyncio.run(backed_up(full(folder / "profile"), folder / "file"))


@pytest.fixture
def here(tmp_path: Path) -> Profile:
    return full(tmp_path / "here")


def refused(file: Path, profile: Profile) -> str:
    """The sentence. Nothing else may come of it."""
    before = everything(profile)
    with pytest.raises(UserError) as error:
        asyncio.run(restored(file, profile))
    assert everything(profile) == before
    return str(error.value)


def members(good: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(good) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], file: Path, **said: Any) -> Path:
    """A backup whose manifest agrees with its parts, but for what is `said`."""
    manifest = json.loads(parts[MANIFEST])
    files = {name: data for name, data in parts.items() if name in (SETTINGS, STORE)}
    manifest["files"] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps({**manifest, **said}))
        for name, data in parts.items():
            if name != MANIFEST:
                archive.writestr(name, data)
    return file


def with_store(good: Path, folder: Path, spoil: Callable[[sqlite3.Connection], object], **said: Any) -> Path:
    """A backup with a store that somebody has changed."""
    parts, path = members(good), folder / "spoiled.sqlite"
    path.write_bytes(parts[STORE])
    with closing(sqlite3.connect(path)) as db:
        spoil(db)
        db.commit()
    return packed({**parts, STORE: path.read_bytes()}, folder / "file", **said)


def test_what_this_makes_of_a_good_one_is_a_good_one(good: Path, here: Profile, tmp_path: Path) -> None:
    """So that it is the change that is refused below."""
    asyncio.run(restored(with_store(good, tmp_path, lambda _db: None), here))


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"x" * 5000, b"PK\x03\x04" + b"\0" * 500])
def test_what_is_no_archive(data: bytes, here: Profile, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    assert refused(tmp_path / "file", here) == NONE


def test_what_is_not_there_or_a_folder(here: Profile, tmp_path: Path) -> None:
    assert "cannot be read: No such file or directory." in refused(tmp_path / "nothing", here)
    assert "cannot be read: Is a directory." in refused(tmp_path, here)


def test_an_archive_of_something_else(here: Profile, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refused(tmp_path / "file", here) == NONE


@pytest.mark.parametrize(
    "name", ["../outside", "/tmp/outside", "a/../../outside", "calendars.sqlite/x", "folder/", "lock", "C:\\outside"]
)
def test_nothing_but_three_files_may_be_in_it(good: Path, here: Profile, tmp_path: Path, name: str) -> None:
    assert refused(packed({**members(good), name: b"x"}, tmp_path / "file"), here) == NONE
    assert not (tmp_path / "outside").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_each_of_them_once(good: Path, here: Profile, tmp_path: Path) -> None:
    shutil.copy(good, tmp_path / "file")
    with zipfile.ZipFile(tmp_path / "file", "a") as archive:
        archive.writestr(SETTINGS, "")
    assert refused(tmp_path / "file", here) == NONE


def test_a_link_is_no_file_to_follow(good: Path, here: Profile, tmp_path: Path) -> None:
    """It is a text like any other, and that is no store."""
    parts = members(good)
    target = str(tmp_path / "secret").encode()
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        info = zipfile.ZipInfo(STORE)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        manifest = json.loads(parts[MANIFEST])
        said = {"bytes": len(target), "sha256": hashlib.sha256(target).hexdigest()}
        archive.writestr(MANIFEST, json.dumps({**manifest, "files": {STORE: said}}))
        archive.writestr(info, target)
    assert refused(tmp_path / "file", here) == DAMAGED


def test_what_grows_beyond_all_measure(
    good: Path, here: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MODEST", 1_000_000)
    parts = members(good)
    bomb = packed({**parts, STORE: b"\0" * 20_000_000}, tmp_path / "file")
    assert bomb.stat().st_size < 100_000
    assert refused(bomb, here) == NONE
    assert refused(packed({**parts, STORE: b"\0" * 900_000}, tmp_path / "file"), here) == DAMAGED
    asyncio.run(restored(good, here))


def test_what_is_larger_than_anything_a_person_has(good: Path, here: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(unpacking.LARGEST, STORE, 100_000)
    assert refused(good, here) == NONE


def test_what_is_longer_than_it_says(good: Path, here: Profile, tmp_path: Path) -> None:
    data = bytearray(good.read_bytes())
    size = len(members(good)[STORE]).to_bytes(4, "little")
    data[:] = data.replace(size, (1000).to_bytes(4, "little"))
    (tmp_path / "file").write_bytes(data)
    assert refused(tmp_path / "file", here) == NONE


def test_without_room_for_it(good: Path, here: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=40_000_000))
    assert refused(good, here).startswith("There is no room for what is in the backup: 50 MB are needed in ")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"format": 2}, NEWER),
        ({"format": 0}, NONE),
        ({"format": "1"}, NONE),
        ({"format": True}, NONE),
        ({"made": "yesterday"}, NONE),
        ({"made": "2026-11-22T13:00:00"}, NONE),
        ({"store": "x"}, NONE),
        ({"store": 3}, DAMAGED),
        ({"files": []}, NONE),
        ({"files": {}}, NONE),
        ({"files": {SETTINGS: 1, STORE: 2}}, NONE),
        ({"files": {SETTINGS: {"bytes": 1, "sha256": ""}, STORE: {}}}, NONE),
    ],
)
def test_a_manifest_that_does_not_agree(
    good: Path, here: Profile, tmp_path: Path, said: dict[str, Any], words: str
) -> None:
    assert refused(packed(members(good), tmp_path / "file", **said), here) == words


@pytest.mark.parametrize(
    "text", ["", "[" * 50_000, "[]", "{}", '"x"', "\ud800".encode("utf-8", "surrogatepass"), "1e999"]
)
def test_a_manifest_that_is_none(good: Path, here: Profile, tmp_path: Path, text: str | bytes) -> None:
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        archive.writestr(MANIFEST, text)
        archive.writestr(SETTINGS, members(good)[SETTINGS])
    assert refused(tmp_path / "file", here) == NONE


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (x)",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE TRIGGER mine AFTER INSERT ON item BEGIN DELETE FROM calendar; END",
        "DROP TRIGGER listed_gone",
        "DROP INDEX item_span",
        "ALTER TABLE calendar ADD COLUMN mine TEXT",
        "UPDATE item SET events = '[{}]'",
        "UPDATE item SET events = 'x'",
        "UPDATE reminder SET event = '[]'",
        "UPDATE change SET data = '[]'",
        "UPDATE edit SET wanted = '[1]'",
        "UPDATE item SET calendar = 77",
        "UPDATE calendar SET state = 'mine'",
    ],
)
def test_a_store_that_this_program_has_not_written(good: Path, here: Profile, tmp_path: Path, statement: str) -> None:
    assert refused(with_store(good, tmp_path, lambda db: db.execute(statement)), here) == DAMAGED


def test_a_store_of_a_newer_version(good: Path, here: Profile, tmp_path: Path) -> None:
    newer = len(MIGRATIONS) + 1
    spoiled = with_store(good, tmp_path, lambda db: db.execute(f"PRAGMA user_version = {newer}"), store=newer)
    assert refused(spoiled, here) == NEWER


@pytest.mark.parametrize("where", ["item", "change_at", "search_data"])
def test_a_store_with_a_broken_page(good: Path, here: Profile, tmp_path: Path, where: str) -> None:
    """Of a table, of an index that only some questions need, of the index of search."""
    parts, path = members(good), tmp_path / "spoiled.sqlite"
    path.write_bytes(parts[STORE])
    overwrite(path, find(path, where), PAGE)
    assert refused(packed({**parts, STORE: path.read_bytes()}, tmp_path / "file"), here) == DAMAGED


def test_a_part_that_is_another_one(good: Path, here: Profile, tmp_path: Path) -> None:
    parts = members(good)
    changed = parts[SETTINGS].replace(b"dark", b"lite")
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        for name, data in {**parts, SETTINGS: changed}.items():
            archive.writestr(name, data)
    assert refused(tmp_path / "file", here) == NONE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = [", "The settings in this backup cannot be used: "),
        ("format = 9", "settings.toml was written by a newer version of c42desktop. Install that version again."),
        ("[[account]]\n", "settings.toml: each [[account]] needs a jid."),
        ('[[account]]\njid = "a b@c"\n', "settings.toml: "),
        ("\0", "cannot be read"),
        (f"x = {'[' * 5000}{']' * 5000}", "cannot be read"),
        (f"x{'.x' * 5000} = 1", "cannot be used: maximum recursion depth"),
    ],
)
def test_settings_that_cannot_be_used(good: Path, here: Profile, tmp_path: Path, text: str, words: str) -> None:
    sentence = refused(packed({**members(good), SETTINGS: text.encode()}, tmp_path / "file"), here)
    assert words in sentence
    assert ".c42desktop-" not in sentence


def test_whatever_byte_is_another_one(good: Path, tmp_path: Path) -> None:
    """Refused, or what it was: the same byte may stand where nobody looks."""
    chance = random.Random(7)
    original = good.read_bytes()
    there = asyncio.run(restored(good, find_profile(str(tmp_path / "there"))))
    wanted = contents(there.store)
    for number in range(150):
        data = bytearray(original)
        for _each in range(chance.choice((1, 1, 3))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "file").write_bytes(data[: chance.choice((len(data), len(data), chance.randrange(len(data))))])
        profile = find_profile(str(tmp_path / str(number)))
        try:
            asyncio.run(restored(tmp_path / "file", profile))
        except UserError:
            assert not profile.store.exists()
        else:
            assert contents(profile.store) == wanted


def test_a_pipe_without_end(good: Path, here: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.commands.backup.LARGEST", {STORE: 100_000})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(good.read_bytes() * 100)))
    assert refused(Path("-"), here) == str(unpacking.NoBackupError())
