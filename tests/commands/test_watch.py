"""`watch`: nothing is forgotten, nothing counts as told that nobody could read, and it ends when told to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c42desktop import commands
from c42desktop.calendar import payloads
from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import SERVICE_ALARM, CalendarRef, Event, ItemRef, Reminder
from c42desktop.commands import output
from c42desktop.commands.context import uri_of
from c42desktop.commands.watch import Watch, print_change, print_reminder
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.errors import UserError
from c42desktop.settings import Timing
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Update
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from tests.commands.conftest import LIMIT, Program, json_line, line_with, review
from tests.people import signed_in
from tests.store.faults import broken_files, damage, locked

MakeCalendar = Callable[[], Awaitable[NodeAddress]]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REF = CalendarRef(f"ann@{DOMAIN}", SERVICE, "team")


def _commit_changes(path: Path, *titles: str) -> None:
    """What a `watch` leaves that was killed after its transactions and before it printed."""
    store = Store(path)
    store.add_calendar(REF, "Team")
    for title in titles:
        events = payloads.read_file(review().replace("Design review", title).encode(), f"{title}.ics")
        changes = compare(REF, title, (), events, NOW)
        store.put_item(StoredItem(ItemRef(REF, title), "<x/>", title.encode(), events), changes)
    store.close()


def _untold(path: Path) -> list[str]:
    store = Store(path, read_only=True)
    try:
        return [change.summary for change in store.untold()]
    finally:
        store.close()


@pytest.mark.server
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
async def test_a_signal_ends_it_in_good_order(prosody: Prosody, program: Program, name: str) -> None:
    env = program.sign_up(prosody)
    async with program.started("watch", "--json", env=env) as watch:
        assert await json_line(watch) == {"kind": "ready"}
        watch.send_signal(getattr(signal, name))
        out, err = await asyncio.wait_for(watch.communicate(), LIMIT)

    assert (watch.returncode, out, err) == (0, b"", b"")
    assert not (program.profile / "lock.holder").exists()


@pytest.mark.server
async def test_it_comes_back_with_its_server_and_tells_what_it_missed(own_prosody: Prosody, program: Program) -> None:
    node = NodeAddress(SERVICE, "team")
    async with signed_in(own_prosody, "bram") as bram:
        await bram.pubsub.create(node, {"pubsub#title": "Team", "pubsub#max_items": "100"})
    env = program.sign_up(own_prosody)
    assert (await program.run("subscribe", node.uri, env=env)).code == 0

    async with program.started("watch", env=env) as watch:
        await line_with(watch, "Watching 1 calendar.")
        await own_prosody.stop()
        assert watch.stderr is not None
        away = (await asyncio.wait_for(watch.stderr.readline(), LIMIT)).decode()
        await own_prosody.start()
        async with signed_in(own_prosody, "bram") as bram:
            await bram.pubsub.publish(
                node, "review", payloads.to_ics_payload(review("20991122T140000Z", "20991122T150000Z"))
            )
        line = await line_with(watch, "Design review")

    assert "Next try in" in away
    assert "Design review added — " in line


async def test_a_store_that_is_damaged_while_watching_is_read_anew_and_changes_are_told_again(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    env = program.sign_up(prosody)
    node = await calendar()
    path = program.profile / "calendars.sqlite"
    async with program.started("watch", "--json", env=env) as watch:
        assert (await json_line(watch))["kind"] == "ready"
        damage(path)
        async with signed_in(prosody, "bram") as bram:
            await bram.pubsub.publish(
                node, "review", payloads.to_ics_payload(review("20991122T140000Z", "20991122T150000Z"))
            )
            assert watch.stderr is not None
            said = (await asyncio.wait_for(watch.stderr.readline(), LIMIT)).decode()
            await _until(lambda: _is_synced(path, node))
            await bram.pubsub.retract(node, "review")
        told = await json_line(watch)
        watch.send_signal(signal.SIGTERM)
        _out, err = await asyncio.wait_for(watch.communicate(), LIMIT)

    (broken,) = broken_files(path)
    assert said.startswith(f"The calendar store was damaged and has been set aside as {broken.name}. ")
    assert (told["kind"], told["item"], watch.returncode, err) == ("removed", "review", 0, b"")


async def test_a_locked_store_is_said_once_and_what_was_missed_is_told_later(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    env = program.sign_up(prosody)
    node = await calendar()
    path = program.profile / "calendars.sqlite"
    async with program.started("watch", "--json", env=env) as watch:
        assert (await json_line(watch))["kind"] == "ready"
        with locked(path):
            async with signed_in(prosody, "bram") as bram:
                await bram.pubsub.publish(
                    node, "later", payloads.to_ics_payload(review("20991122T140000Z", "20991122T150000Z"))
                )
            assert watch.stderr is not None
            said = (await asyncio.wait_for(watch.stderr.readline(), LIMIT)).decode()
        told = await json_line(watch)
        watch.send_signal(signal.SIGTERM)
        _out, err = await asyncio.wait_for(watch.communicate(), LIMIT)

    assert said.startswith("Another program keeps the calendar store")
    assert (told["kind"], watch.returncode, err) == ("added", 0, b"")
    assert _untold(path) == []


async def test_changes_that_were_committed_but_not_printed_are_told_at_the_next_start(
    prosody: Prosody, program: Program
) -> None:
    env = program.sign_up(prosody)
    store = program.profile / "calendars.sqlite"
    _commit_changes(store, "One", "Two")

    async with program.started("watch", "--json", env=env) as watch:
        lines = [await json_line(watch), await json_line(watch)]
        assert [line["summary"] for line in lines] == ["One", "Two"]
        watch.send_signal(signal.SIGTERM)  # it writes what it printed before it ends
        await asyncio.wait_for(watch.communicate(), LIMIT)

    assert _untold(store) == []


async def test_a_pipe_that_nobody_reads_ends_it_quietly_and_tells_nothing(prosody: Prosody, program: Program) -> None:
    env = program.sign_up(prosody)
    store = program.profile / "calendars.sqlite"
    _commit_changes(store, "One")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        async with program.started("watch", env=env, stdout=writer) as watch:
            _out, err = await asyncio.wait_for(watch.communicate(), LIMIT)
    finally:
        os.close(writer)

    assert (watch.returncode, err) == (0, b"")
    assert _untold(store) == ["One"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
async def test_an_output_that_cannot_be_written_is_an_error_and_tells_nothing(
    prosody: Prosody, program: Program
) -> None:
    env = program.sign_up(prosody)
    store = program.profile / "calendars.sqlite"
    _commit_changes(store, "One")
    with Path("/dev/full").open("wb") as full:
        async with program.started("watch", env=env, stdout=full.fileno()) as watch:
            _out, err = await asyncio.wait_for(watch.communicate(), LIMIT)

    assert (watch.returncode, err.decode()) == (
        1,
        "c42desktop: The output cannot be written: No space left on device.\n",
    )
    assert _untold(store) == ["One"]


async def test_an_output_that_fails_during_a_push_ends_the_command_and_not_the_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "calendars.sqlite"
    _commit_changes(path, "One", "Two", "Three")
    store = Store(path)
    written: list[str] = []

    def fail_at_the_second(line: str) -> None:
        if written:
            raise BrokenPipeError
        written.append(line)

    try:
        monkeypatch.setattr(output, "_write", fail_at_the_second)
        watch = Watch(store, Timing(), as_json=False)
        watch._update(Update(changes=tuple(store.untold())), REF.account)  # raises nothing into the stream
        watch._update(Update(changes=tuple(store.untold())), REF.account)  # and prints nothing afterwards
        with pytest.raises(BrokenPipeError):
            raise watch._failed.result()
    finally:
        store.close()

    assert [line.partition("  ")[2].partition(" added")[0] for line in written] == ["One"]
    assert _untold(path) == ["Two", "Three"]


class SleepingLink:
    """A link that notes when it is told that it slept, and then ends the command."""

    def __init__(self, stop: asyncio.Event) -> None:
        self._stop = stop
        self.woken = 0

    def start(self) -> None:
        os.kill(os.getpid(), signal.SIGCONT)

    def woke(self) -> None:
        self.woken += 1
        self._stop.set()

    async def stop(self) -> None:
        """Nothing to leave."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process with a signal")
async def test_c_ses_04_every_account_is_asked_when_the_program_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = asyncio.Event()
    links = {name: SleepingLink(stop) for name in (f"ann@{DOMAIN}", f"bram@{DOMAIN}")}
    monkeypatch.setattr(commands.watch, "Link", lambda login, *_rest, **_callbacks: links[login.jid])
    store = Store(tmp_path / "calendars.sqlite")
    try:
        watch = Watch(store, Timing(), as_json=False)
        links[f"bram@{DOMAIN}"].start = lambda: None  # type: ignore[method-assign]
        await asyncio.wait_for(watch.run({Login(jid): "secret" for jid in links}, stop), LIMIT)
    finally:
        store.close()

    assert [link.woken for link in links.values()] == [1, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no other zone for one process")
async def test_a_line_has_the_times_of_the_zone_at_that_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "calendars.sqlite"
    _commit_changes(path, "One", "Two")
    store = Store(path)
    try:
        one, two = store.untold()
        with monkeypatch.context() as machine:
            machine.setenv("TZ", "Europe/Amsterdam")
            time.tzset()
            watch = Watch(store, Timing(), as_json=False)
            watch._tell([one])
            machine.setenv("TZ", "Asia/Tokyo")
            watch._tell([two])
    finally:
        store.close()
        time.tzset()

    first, second = capsys.readouterr().out.splitlines()
    assert "15:00 – 16:00" in first
    assert "23:00 – " in second


async def test_a_refused_sign_in_ends_it_with_the_reason(prosody: Prosody, program: Program) -> None:
    program.sign_up(prosody)

    refused = await program.run("watch", "--password-stdin", stdin="wrong\n")

    assert (refused.code, refused.out) == (1, "")
    assert refused.err == f"c42desktop: Could not sign in: the password for ann@{DOMAIN} was refused.\n"


@pytest.mark.parametrize("wrong", ["", "\x00\x01", "x" * 5000])
async def test_a_password_that_can_be_none_is_not_tried(prosody: Prosody, program: Program, wrong: str) -> None:
    program.sign_up(prosody)

    refused = await program.run("watch", "--password-stdin", stdin=wrong)

    assert refused.code == 1
    assert "password" in refused.err
    assert refused.err.count("\n") == 1


async def test_without_any_password_it_says_where_to_put_one(prosody: Prosody, program: Program) -> None:
    program.sign_up(prosody)

    refused = await program.run("watch")

    assert refused.err == (
        "c42desktop: This computer has no keyring to keep a password in. "
        "Name a file with it in C42DESKTOP_PASSWORD_FILE, or use --password-stdin.\n"
    )


async def test_an_account_that_is_not_here_is_refused(prosody: Prosody, program: Program) -> None:
    program.sign_up(prosody)

    refused = await program.run("watch", "--account", "nobody@example.org")

    assert (refused.code, refused.err) == (1, "c42desktop: There is no account nobody@example.org here.\n")


def test_what_steers_a_terminal_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("Team \x1b[31m\x9b31m\nred")

    assert capsys.readouterr().out == "Team  [31m 31m red\n"


@pytest.mark.parametrize("write", [output.say, output.complain])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb\u202cc", "abc"),
        ("\u202aa\u202b\u202db", "ab"),
        ("a\u2068b\u2069c", "abc"),
        ("a\u2067b", "ab"),
        ("a\u2069b", "ab"),
        ("a\u2028b\u2029c", "a b c"),
        ("  14:00          Review", "  14:00          Review"),
    ],
)
def test_what_turns_the_reading_order_around_is_not_printed(
    write: Callable[[str], None], text: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(text)

    said = capsys.readouterr()
    assert (said.out or said.err) == shown + "\n"


def test_a_very_long_title_is_cut_for_people_and_whole_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "\u2067" + "x" * 5000
    path = tmp_path / "calendars.sqlite"
    _commit_changes(path, title)
    store = Store(path)
    try:
        (change,) = store.untold()
    finally:
        store.close()

    print_change(change, as_json=False)
    line = capsys.readouterr().out
    print_change(change, as_json=True)

    assert len(line) < 400
    assert "… — " in line
    printed = json.loads(capsys.readouterr().out)
    assert printed["item"] == title
    assert len(printed["summary"]) > 400
    assert (printed["event"]["summary"], printed["event"]["type"]) == (printed["summary"], "normal")


def test_c_pubsub_22_a_reminder_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    reminder = Reminder(
        ItemRef(REF, "review"), Event("review", "Design review", location="Room 12"), NOW, SERVICE_ALARM
    )
    print_reminder(reminder, as_json=False)
    assert "Reminder: Design review" in capsys.readouterr().out
    print_reminder(reminder, as_json=True)
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"kind": "reminder", "calendar": uri_of(REF), "item": "review", "summary": "Design review"}


def test_a_closed_standard_output_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)

    with pytest.raises(UserError, match="cannot be written"):
        output.say("hello")


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(LIMIT):
        while not true():
            await asyncio.sleep(0.05)


def _is_synced(path: Path, node: NodeAddress) -> bool:
    try:
        with contextlib.closing(Store(path, read_only=True)) as store:
            return any(each.ref.node == node.node and store.is_synced(each.ref) for each in store.calendars())
    except UserError:  # it is just being made
        return False
