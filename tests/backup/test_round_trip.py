"""What is restored is what was backed up, without secrets; what was there before is kept."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import os
import sqlite3
import stat
import sys
import tomllib
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c42desktop import cli
from c42desktop.backup import checking, placing, unpacking, writing
from c42desktop.backup.parts import LARGEST, STORE, Backup
from c42desktop.backup.portable import portable
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import Event, ItemRef
from c42desktop.commands import backup
from c42desktop.commands.context import Context
from c42desktop.errors import UserError
from c42desktop.preference_file import read
from c42desktop.profile import Profile, find_profile, locked
from c42desktop.settings import Account, Settings
from c42desktop.store.edits import Edits
from c42desktop.store.store import Store
from c42desktop.xmpp.login import Login
from tests.backup.profiles import ANN, CLUB, NOW, REVIEW, TEAM, backed_up, contents, everything, full, put, restored
from tests.store import old_stores

PIN = ":".join(["AB"] * 32)


async def test_everything_comes_back_at_another_place(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    file = await backed_up(here, tmp_path / "all.backup")
    there = await restored(file, find_profile(str(tmp_path / "there")))
    assert contents(there.store) == contents(here.store)
    before, after = Settings(here.settings), Settings(there.settings)
    assert read(after) == read(before)
    for old, new in zip(before.accounts, after.accounts, strict=True):
        assert new == replace(old, login=replace(old.login, resource=new.login.resource))
        assert new.login.resource not in ("", old.login.resource)  # both may be online at the same time
    with closing(Store(there.store)) as store:
        assert [each.edit.item for each in Edits(store.db).waiting(ANN)] == [REVIEW]


EVENTS = st.lists(st.tuples(st.text(max_size=30), st.integers(-400, 400), st.booleans()), max_size=12)
"""Title, how many days from now, and whether the person has changed it."""


@given(events=EVENTS, dark=st.booleans())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_it_comes_back(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, int, bool]], dark: bool
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    here = find_profile(str(folder / "here"))
    Settings(here.settings).put("look", {"theme": "dark" if dark else "light"})
    with closing(Store(here.store)) as store:
        store.add_calendar(TEAM, "Team")
        for number, (title, days, edited) in enumerate(events):
            event = Event(str(number), title, NOW + timedelta(days=days))
            put(store, ItemRef(TEAM, str(number)), event)
            if edited:
                wanted = (replace(event, location="Elsewhere"),)
                Edits(store.db).put(Edit(ItemRef(TEAM, str(number)), (event,), wanted), NOW)

    async def trip() -> None:
        file = await backed_up(here, folder / "file")
        there = await restored(file, find_profile(str(folder / "there")))
        assert contents(there.store) == contents(here.store)
        assert read(Settings(there.settings)) == read(Settings(here.settings))

    asyncio.run(trip())


async def test_it_is_made_while_the_application_writes(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    with locked(here, "c42desktop"), closing(Store(here.store)) as store:
        put(store, ItemRef(TEAM, "new"), Event("new", "Committed", NOW))
        with store.transaction():
            put(store, ItemRef(TEAM, "half"), Event("half", "Not committed", NOW))
            file = await backed_up(here, tmp_path / "file")
        with pytest.raises(UserError, match=r"“c42desktop” .* is using this profile. Quit it first"):
            await restored(file, here)
    there = await restored(file, find_profile(str(tmp_path / "there")))
    with closing(Store(there.store)) as store:
        assert store.digests(TEAM).keys() == {"review", "new"}


async def test_what_was_here_is_kept_beside_and_the_last_three_times(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    file = await backed_up(here, tmp_path / "file")
    other = find_profile(str(tmp_path / "other"))
    before = []
    for number in range(5):
        with closing(Store(other.store)) as store:
            store.add_calendar(replace(CLUB, node=str(number)), "Mine")
        before.append(contents(other.store))
        await restored(file, other)
    assert contents(other.store) == contents(here.store)
    assert [contents(each) for each in placing.kept(other.store)] == before[-3:]
    assert len(placing.kept(other.settings)) == 3


async def test_what_cannot_be_forgotten_is_in_nobodys_way(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    file = await backed_up(here, tmp_path / "file")
    stuck = here.store.with_name(f"{here.store.name}.before-restore-20200101-000000-000")
    stuck.mkdir()  # no file, so nobody can unlink it
    for _time in range(placing.KEEP + 1):
        await restored(file, here)
    assert contents(here.store)["calendar"]
    assert len(placing.kept(here.store)) == placing.KEEP + 1


async def test_a_backup_without_calendars_leaves_none(tmp_path: Path) -> None:
    only = find_profile(str(tmp_path / "only"))
    Settings(only.settings).put("look", {"theme": "dark"})
    file = await backed_up(only, tmp_path / "file")
    there = await restored(file, full(tmp_path / "there"))
    assert not there.store.exists()
    assert len(placing.kept(there.store)) == 1


async def test_a_backup_of_an_older_version_is_brought_to_this_one(tmp_path: Path) -> None:
    old = find_profile(str(tmp_path / "old"))
    old_stores.write(old.store, 2)
    there = await restored(await backed_up(old, tmp_path / "file"), find_profile(str(tmp_path / "there")))
    with closing(Store(there.store, read_only=True)) as store:
        assert [each.title for each in store.calendars()] == ["Chess – club", "Product team"]
    assert old_stores.dump(old.store) == old_stores.original(2)


async def test_a_store_is_on_the_disk_once_while_it_is_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = find_profile(str(tmp_path / "old"))
    old_stores.write(old.store, 2)
    file, place, seen = await backed_up(old, tmp_path / "file"), placing.place, list[list[str]]()

    def watched(profile: Profile, files: dict[Path, Path], now: datetime) -> list[Path]:
        (source,) = files.values()
        seen.append(sorted(each.name for each in source.parent.iterdir()))
        kept = place(profile, files, now)
        seen.append([each.name for each in source.parent.iterdir()])
        return kept

    monkeypatch.setattr(placing, "place", watched)
    await restored(file, find_profile(str(tmp_path / "there")))
    assert seen == [["calendars.sqlite"], []]


def _no_room_to_unpack(_source: object, folder: Path) -> Backup:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder / STORE))


def _no_room_to_migrate(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA max_page_count = 1")
    db.execute("CREATE TABLE more (x)")


@pytest.mark.parametrize(
    ("module", "name", "full_disk"),
    [(unpacking, "unpack", _no_room_to_unpack), (checking, "migrate", _no_room_to_migrate)],
)
async def test_a_full_disk_is_not_blamed_on_the_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, full_disk: object
) -> None:
    here = full(tmp_path / "here")
    file, before = await backed_up(here, tmp_path / "file"), everything(here)
    monkeypatch.setattr(module, name, full_disk)
    with pytest.raises(UserError, match=r"There is no room in .*here for what is in the backup\. Nothing was changed"):
        await restored(file, here)
    assert everything(here) == before


async def test_what_nobody_could_restore_is_not_backed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LARGEST, STORE, 5000)
    with pytest.raises(UserError, match=r"calendars\.sqlite is so large that nobody could restore it: 0 MB\."):
        await backed_up(full(tmp_path / "here"), tmp_path / "file")
    assert not (tmp_path / "file").exists()


async def test_nothing_is_a_reason_to_say_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to back up"):
        await backed_up(find_profile(str(tmp_path)), tmp_path / "file")
    assert not (tmp_path / "file").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


async def test_it_is_for_its_owners_eyes_and_takes_the_place_of_one_before(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    file = tmp_path / "file"
    file.write_text("older")
    file.chmod(0o644)
    await backed_up(here, file)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert zipfile.is_zipfile(file)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "here", "home"]


async def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    for place, words in ((tmp_path, "is not a file"), (tmp_path / "no" / "folder", "cannot be written")):
        with pytest.raises(UserError, match=words):
            await backed_up(here, place)


SECRET = f"""\
[[account]]
jid = "ann@example.org"
resource = "c42desktop.1234"
password = "geheim-1"
ask_password = true
certificate = "/home/ann/ann.pem"
pin = "{PIN}"
proxy = "http://ann:geheim-2@proxy.example.org:8080"
url = "wss://example.org/ws?token=geheim-3"
way = "websocket"
access_token = "geheim-4"
mechanism = "SCRAM-SHA-256-PLUS"
[account.ways]
"network" = "geheim-5"
[look]
theme = "dark"
[releases]
feed = "https://ann:geheim-6@example.org/feed"
api_token = "geheim-7"
[[releases.others]]
secret = "geheim-8"
name = "kept"
"""


def test_no_secret_is_in_it_whoever_wrote_it_there() -> None:
    text = portable(SECRET)
    assert "geheim" not in text
    found = tomllib.loads(text)
    assert found["account"] == [
        {
            "jid": "ann@example.org",
            "ask_password": True,
            "certificate": "/home/ann/ann.pem",
            "pin": PIN,
            "proxy": "http://ann@proxy.example.org:8080",
            "url": "wss://example.org/ws",
            "way": "websocket",
            "mechanism": "SCRAM-SHA-256-PLUS",
        }
    ]
    assert found["releases"] == {"feed": "https://ann@example.org/feed", "others": [{"name": "kept"}]}
    assert found["look"] == {"theme": "dark"}


async def test_an_account_that_is_reached_in_its_own_way_waits_for_the_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else whoever gives somebody a backup could send the password in their keyring to a server of his."""
    here = full(tmp_path / "here")
    Settings(here.settings).put_account(Account(Login(ANN, host="trap.example", pin=PIN, resource="r")))
    file = await backed_up(here, tmp_path / "file")
    there = await restored(file, find_profile(str(tmp_path / "there")))
    account = Settings(there.settings).account(ANN)
    assert account is not None
    assert not account.enabled
    said = capsys.readouterr().out
    assert (
        f"{ANN} is signed out, because the backup says how to reach its server: --host trap.example:5222 --pin" in said
    )
    assert f"c42desktop account enable {ANN}" in said
    await restored(file, here)  # where the person has chosen the same before
    account = Settings(here.settings).account(ANN)
    assert account is not None
    assert (account.enabled, account.login.resource) == (True, "r")


@pytest.mark.parametrize("ours", [None, "https://example.org/ours.json"])
async def test_no_backup_says_where_new_versions_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: str | None
) -> None:
    other, here = full(tmp_path / "other"), full(tmp_path / "here")
    theirs = {"feed": "https://example.net/theirs.json", "key": "RWQ-theirs", "look": False}
    Settings(other.settings).put("updates", theirs)
    Settings(here.settings).put("updates", {"feed": ours})
    made = await backed_up(other, tmp_path / "file")
    with zipfile.ZipFile(made) as archive:
        assert b"theirs" not in archive.read("settings.toml")
    monkeypatch.setattr(writing, "portable", lambda text: text)  # as somebody might make one
    made = await backed_up(other, tmp_path / "hostile")
    settings = Settings((await restored(made, here)).settings)
    assert [settings.value("updates", name) for name in ("feed", "key", "look")] == [ours, None, False]


async def test_what_comes_next_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = full(tmp_path / "here")
    Settings(here.settings).put_account(Account(Login(ANN, ca_file=str(tmp_path / "gone.pem"), resource="r")))
    file = await backed_up(here, tmp_path / "file")
    assert "No password is in it; who can read it can read your calendars." in capsys.readouterr().out
    await restored(file, here)
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Restored the backup of 20")
    assert said[1:3] == ["It has 2 accounts.", "It has 2 calendars."]
    assert said[3].startswith(f"What was here before is kept as {here.store}.before-restore-")
    assert said[4].startswith(f"What was here before is kept as {here.settings}.before-restore-")
    assert f"The file {tmp_path / 'gone.pem'} is named in the settings, and is not here." in said
    assert said[-1].startswith("No password is in a backup. You are asked for those")


async def test_pipes_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = full(tmp_path / "here")
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as source:
        with os.fdopen(writing, "w") as out, monkeypatch.context() as patched:
            patched.setattr("sys.stdout", out)
            await backup.backup(Context(here, "c42desktop backup"), "-")
        whole = source.read()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(whole)))
    there = find_profile(str(tmp_path / "there"))
    await backup.restore(Context(there, "c42desktop restore"), "-")
    assert contents(there.store) == contents(here.store)


async def test_settings_that_nobody_can_read_are_no_reason_not_to_restore_others(tmp_path: Path) -> None:
    file = await backed_up(full(tmp_path / "here"), tmp_path / "file")
    there = find_profile(str(tmp_path / "there"))
    there.settings.parent.mkdir()
    there.settings.write_text("x = [")
    await restored(file, there)
    assert [each.jid for each in Settings(there.settings).accounts] == [ANN, CLUB.account]


KILLED = """
import asyncio, json, os, pathlib, shutil, signal, sys
from c42desktop.backup import placing
from c42desktop.commands import backup
from c42desktop.commands.context import Context
from c42desktop.profile import find_profile

file, original, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
counting, left, place_ = False, 0, placing.place

def count(event, arguments):
    global left
    writes = event == "open" and "w" in str(arguments[1])
    if counting and (writes or event in ("os.rename", "os.remove", "os.mkdir")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

def place_counted(*arguments):
    global counting
    counting = True
    return place_(*arguments)

killed = []
while True:
    place = folder / str(len(killed))
    shutil.copytree(original, place)
    child = os.fork()
    if not child:
        sys.stdout = open(os.devnull, "w")
        left = len(killed) + 1
        placing.place = place_counted
        sys.addaudithook(count)
        asyncio.run(backup.restore(Context(find_profile(str(place)), "restore"), file))
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
    killed.append(str(place))
print(json.dumps(killed))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_a_kill_at_any_moment_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path, in_memory: Path) -> None:
    here, other = full(tmp_path / "here"), find_profile(str(tmp_path / "other"))
    with closing(Store(other.store)) as store:
        store.add_calendar(TEAM, "Mine")
    Settings(other.settings).put("look", {"theme": "light"})
    file = await backed_up(here, tmp_path / "file")
    old, new = (contents(other.store), "light"), (contents(here.store), "dark")
    run = [sys.executable, "-c", KILLED, str(file), str(tmp_path / "other"), str(in_memory / "killed")]
    process = await asyncio.create_subprocess_exec(*run, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2])
    out, _err = await process.communicate()
    places = [Path(each) for each in json.loads(out)]
    assert len(places) > 10
    became = []
    for place in places:
        profile = find_profile(str(place))
        with locked(profile, "c42desktop"):  # as the next start does
            theme = Settings(profile.settings).get("look", "theme", "")
            assert (contents(profile.store), theme) in (old, new), place
            became.append(theme)
            assert not (profile.lock.with_name(placing.NOTE)).exists()
    assert sorted(set(became)) == ["dark", "light"]
    assert became == sorted(became, reverse=True)  # first the old, then the new


async def test_what_a_killed_one_has_left_goes_with_the_next(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    file = await backed_up(here, tmp_path / "file")
    (tmp_path / "here" / ".c42desktop-restore-1234").mkdir()
    await restored(file, here)
    assert not list((tmp_path / "here").glob(".c42desktop-*"))


async def test_what_a_killed_backup_has_left_goes_with_the_next_but_not_one_that_runs(tmp_path: Path) -> None:
    here, old, young = full(tmp_path / "here"), tmp_path / ".c42desktop-backup-old", tmp_path / ".c42desktop-backup-new"
    for each in (old, young):
        each.mkdir()
        (each / STORE).touch()
    os.utime(old, (0, 0))
    await backed_up(here, tmp_path / "file")
    assert not old.exists() and young.exists()


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = full(tmp_path / "here")
    file, there = str(tmp_path / "file"), tmp_path / "there"
    assert cli.run(["--profile", here.name, "backup", file]) == 0
    assert cli.run(["restore", file, "--profile", str(there)]) == 0
    assert contents(there / "calendars.sqlite") == contents(here.store)
    assert cli.run(["--profile", here.name, "restore", str(tmp_path / "nothing")]) == 1
    error = f"c42desktop: {tmp_path / 'nothing'} cannot be read: No such file or directory.\n"
    assert capsys.readouterr().err == error


async def test_a_note_that_nobody_can_read_is_named(tmp_path: Path) -> None:
    here = full(tmp_path / "here")
    here.lock.with_name(placing.NOTE).write_text("{")
    before = everything(here)
    with pytest.raises(UserError, match="cannot be put in its place"), locked(here, "c42desktop"):
        pass
    assert everything(here) == before
