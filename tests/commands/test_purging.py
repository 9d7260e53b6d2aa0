"""`account remove --purge`: no byte of the profile says anything of the account, and the keyring neither."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop.calendar.model import Event, ItemRef
from c42desktop.commands import purging
from c42desktop.commands.context import Context
from c42desktop.errors import UserError
from c42desktop.files import keeping
from c42desktop.profile import Profile, locked
from c42desktop.settings import Account, Settings
from c42desktop.store import erasing
from c42desktop.store.edits import Edits
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.xmpp.login import Login
from tests.backup.profiles import ANN, CLUB, NOW, TEAM, contents, full, put
from tests.commands.conftest import Program
from tests.test_credentials import Broken, Memory

TRACES = (ANN.encode(), b"Zanzibar", b"zanzibar", b"pubsub.example.org", b"Product team")


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    made = Memory()
    monkeypatch.setattr("keyring.core.get_keyring", lambda: made)
    made.set_password("c42desktop", ANN, "geheim-ann")
    made.set_password("c42desktop", CLUB.account, "geheim-bram")
    return made


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """One that was lived in: with logs, older copies, and a damaged store."""
    made = full(tmp_path / "profile")
    Settings(made.settings).put("editing", {"calendar": json.dumps([*vars_of(TEAM)])})
    with closing(Store(made.store)) as store:
        for number in range(60):
            put(store, ItemRef(TEAM, f"Zanzibar-{number}"), Event(f"Zanzibar-{number}", f"Zanzibar {number}", NOW))
        store.remove_items(TEAM, [f"Zanzibar-{number}" for number in range(20)])
        keeping.hide_calendars(store, "old@example.com")
    made.log.write_text(f"INFO {ANN}: Zanzibar\n")
    for name in ("v3-20260101-000000", "broken-20260101-000000", "broken-20260101-000000-wal", "before-restore-1"):
        made.store.with_name(f"{made.store.name}.{name}").write_bytes(made.store.read_bytes())
    for path in (made.log.with_name(f"{made.log.name}.1"), made.settings.with_name("settings.toml.before-restore-1")):
        path.write_text(ANN)
    reports = made.log.with_name("crash-reports")
    reports.mkdir()
    (reports / "20260101.txt").write_text(ANN)
    return made


def vars_of(ref: object) -> list[str]:
    return [getattr(ref, name) for name in ("account", "service", "node")]


def traces(profile: Profile, what: tuple[bytes, ...] = TRACES) -> dict[str, list[bytes]]:
    """Which files say something of what."""
    files = [each for each in profile.store.parent.rglob("*") if each.is_file()]
    found = {each.name: [trace for trace in what if trace in each.read_bytes()] for each in files}
    return {name: traces for name, traces in found.items() if traces}


async def purge(profile: Profile, jid: str = ANN, *, agreed: bool = True) -> None:
    await purging.purge(Context(profile, "c42desktop account"), jid, agreed=agreed)


async def test_no_byte_of_it_stays(profile: Profile, memory: Memory, capsys: pytest.CaptureFixture[str]) -> None:
    others = {row[0]: row[1:] for row in contents(profile.store)["calendar"]}
    assert len(traces(profile)) >= 8
    await purge(profile)
    assert traces(profile) == {}
    assert memory.passwords == {("c42desktop", CLUB.account): "geheim-bram"}
    assert [each.jid for each in Settings(profile.settings).accounts] == [CLUB.account]
    assert Settings(profile.settings).get("look", "theme", "") == "dark"
    with closing(Store(profile.store)) as store:
        assert [each.title for each in store.calendars()] == ["Chess"]
        assert [each.events[0].summary for each in store.items_between(NOW, NOW.replace(hour=20))] == ["Quokka evening"]
    assert contents(profile.store)["calendar"][0][1:] == others[2]
    said = capsys.readouterr().out
    assert said.startswith(f"1 calendar of {ANN} is here. What is on the server stays there.\n")
    assert "2 changes of yours are not sent yet and will be lost." in said
    assert f"  {profile.log}\n" in said
    assert said.endswith(f"Erased {ANN} from this computer.\nYour preferences stay in {profile.settings}.\n")


def test_no_byte_stays_where_sqlite_leaves_what_was_deleted(profile: Profile) -> None:
    """Debian's SQLite overwrites it by itself, others do not."""
    with closing(Store(profile.store)) as store:
        store.db.rows(tuple, "PRAGMA secure_delete = OFF")
        erasing.erase(store, ANN)
    assert "calendars.sqlite" not in traces(profile)


async def test_what_was_removed_in_the_window_is_erased_too(profile: Profile, memory: Memory) -> None:
    """There its calendars go, and their bytes stay until something else is written there."""
    with closing(Store(profile.store)) as store:
        keeping.hide_calendars(store, ANN)
    Settings(profile.settings).remove_account(ANN)
    await purge(profile, CLUB.account)
    assert traces(profile, (*TRACES, b"Quokka", CLUB.account.encode())) == {}


async def test_calendars_that_were_kept_go_as_well(profile: Profile, memory: Memory) -> None:
    with locked(profile, "c42desktop"), closing(Store(profile.store)) as store:
        Edits(store.db).forget_all(TEAM)
        keeping.keep_calendars(store, ANN)
    Settings(profile.settings).remove_account(ANN)
    assert traces(profile)["calendars.sqlite"]
    await purge(profile)
    assert traces(profile) == {}


async def test_an_account_that_nobody_knows_is_named(profile: Profile, memory: Memory) -> None:
    with pytest.raises(UserError, match=r"There is no account nina@example\.org here\."):
        await purge(profile, "nina@example.org")
    assert traces(profile)["c42desktop.log"]


@pytest.mark.parametrize(("answer", "erased"), [(" Yes ", True), ("", False), ("y", False)])
async def test_the_person_is_asked(
    profile: Profile, memory: Memory, monkeypatch: pytest.MonkeyPatch, answer: str, erased: bool
) -> None:
    monkeypatch.setattr(purging, "has_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    before = contents(profile.store)
    if erased:
        await purge(profile, agreed=False)
        assert traces(profile) == {}
        return
    with pytest.raises(UserError, match=r"Nothing was erased\."):
        await purge(profile, agreed=False)
    assert contents(profile.store) == before
    assert ("c42desktop", ANN) in memory.passwords


async def test_nobody_to_ask_means_no(profile: Profile, memory: Memory) -> None:
    with pytest.raises(UserError, match=f"With --yes, {ANN} is erased"):
        await purge(profile, agreed=False)
    assert traces(profile)["calendars.sqlite"]


async def test_a_keyring_that_fails_is_said_and_its_password_goes_when_it_is_done_again(
    profile: Profile, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as locked_up:
        locked_up.setattr("keyring.core.get_keyring", Broken)
        with pytest.raises(UserError, match="its password may still be in the keyring: The keyring is locked"):
            await purge(profile)
    assert set(traces(profile)) == {"settings.toml"}
    account = Settings(profile.settings).account(ANN)
    assert account is not None and not account.enabled  # a start in between reads nothing anew
    await purge(profile)
    assert traces(profile) == {}
    assert ("c42desktop", ANN) not in memory.passwords


async def test_whatever_fails_on_the_way_it_can_be_done_again(
    profile: Profile, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_path: Path) -> None:
        raise ConnectionError

    with monkeypatch.context() as killed:
        killed.setattr(purging, "_remove", gone)
        with pytest.raises(ConnectionError):
            await purge(profile)
    await purge(profile)
    assert traces(profile) == {}
    assert ("c42desktop", ANN) not in memory.passwords


async def test_without_a_keyring_there_is_nothing_to_say_of_it(profile: Profile) -> None:
    settings = Settings(profile.settings)
    known = settings.account(ANN)
    assert known is not None
    settings.put_account(replace(known, ask_password=True))
    await purge(profile)
    assert traces(profile) == {}


async def test_the_password_of_a_proxy_goes_unless_another_account_uses_it(profile: Profile, memory: Memory) -> None:
    settings = Settings(profile.settings)
    for jid in (ANN, CLUB.account):
        settings.put_account(Account(Login(jid, proxy="socks5://me@proxy.example:1080")))
    memory.set_password("c42desktop proxy", "me@proxy.example:1080", "geheim-proxy")
    await purge(profile)
    assert ("c42desktop proxy", "me@proxy.example:1080") in memory.passwords
    await purge(profile, CLUB.account)
    assert memory.passwords == {}


async def test_while_the_application_runs_nothing_is_erased(profile: Profile, memory: Memory) -> None:
    with locked(profile, "c42desktop"), pytest.raises(UserError, match="is using this profile"):
        await purge(profile)


async def test_a_reader_in_the_way_is_named_and_it_can_be_done_again(profile: Profile, memory: Memory) -> None:
    with (
        closing(Store(profile.store, read_only=True)) as reader,
        closing(Store(profile.store, patience=0.05)) as store,
    ):
        reader.db._opened().execute("BEGIN")
        reader.calendars()
        with pytest.raises(StoreError, match=r"Another program reads .* something may still be there"):
            erasing.erase(store, ANN)
    await purge(profile)
    assert traces(profile) == {}


async def test_on_the_command_line(program: Program) -> None:
    full(program.profile)
    asked = await program.run("account", "remove", ANN, "--purge")
    assert (asked.code, asked.err) == (1, f"c42desktop: There is no terminal to ask at. With --yes, {ANN} is erased.\n")
    both = await program.run("account", "remove", ANN, "--purge", "--keep-calendars")
    assert both.code == 2
    Settings(program.profile / "settings.toml").put_account(Account(Login(ANN), ask_password=True))
    done = await program.run("account", "remove", ANN, "--purge", "--yes")
    assert (done.code, done.err) == (0, "")
