"""Every command as a real process against a real server: what an administrator does and reads."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from c42desktop.commands import account, online
from c42desktop.commands.context import Context
from c42desktop.commands.online import _Attempt
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.errors import UserError
from c42desktop.profile import find_profile
from c42desktop.sync import Sync
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import State, Status
from tests.commands.conftest import CHECKOUT, Program, json_line, review
from tests.conftest import PASSWORDS
from tests.people import new_node

pytestmark = pytest.mark.server
MakeCalendar = Callable[[], Awaitable[NodeAddress]]


def _options(server: Prosody) -> tuple[object, ...]:
    return "--host", "127.0.0.1", "--port", server.ports.starttls, "--ca-file", server.ca_file


async def test_an_account_is_added_with_its_calendars_listed_and_removed(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    jid, node = f"ann@{DOMAIN}", await calendar()

    added = await program.run(
        "account", "add", jid, *_options(prosody), "--password-stdin", stdin=PASSWORDS["ann"] + "\n"
    )
    listed = await program.run("account", "list")
    calendars = (await program.run("calendars", "--json")).json()
    events = await program.run("agenda", "--from", "2026-11-22", "--to", "2026-11-22", "--json", env={"TZ": "UTC"})
    removed = await program.run("account", "remove", jid)
    empty = await program.run("account", "list")

    count = "1 calendar" if len(calendars) == 1 else f"{len(calendars)} calendars"
    assert (added.code, added.out) == (0, f"Signed in as {jid}: {count}.\n")
    assert node.uri in [each["calendar"] for each in calendars]
    assert node.uri in [each["calendar"] for each in events.json()]
    assert "The password is not kept" in added.err  # there is no keyring here
    assert listed.out == f"{jid}  via 127.0.0.1:{prosody.ports.starttls}  --ca-file {prosody.ca_file}\n"
    assert (removed.code, removed.err) == (0, "")
    assert "no account yet" in empty.out
    assert PASSWORDS["ann"] not in (program.profile / "settings.toml").read_text()


async def test_a_password_in_a_guarded_file_stays_there_without_a_word(prosody: Prosody, program: Program) -> None:
    file = program.password_file(PASSWORDS["ann"])

    added = await program.run(
        "account", "add", f"ann@{DOMAIN}", *_options(prosody), env={"C42DESKTOP_PASSWORD_FILE": str(file)}
    )

    assert (added.code, added.err) == (0, "")
    assert "ask_password = true" in (program.profile / "settings.toml").read_text()


async def test_a_wrong_password_is_refused_and_nothing_is_kept(prosody: Prosody, program: Program) -> None:
    added = await program.run(
        "account", "add", f"ann@{DOMAIN}", *_options(prosody), "--password-stdin", stdin="wrong\n"
    )

    assert (added.code, added.out) == (1, "")
    assert added.err == f"c42desktop: Could not sign in: the password for ann@{DOMAIN} was refused.\n"
    assert not (program.profile / "settings.toml").exists()
    assert not list(program.profile.glob("calendars.sqlite*"))


async def test_a_wrong_password_for_an_account_that_is_here_changes_nothing(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    await calendar()
    added = ("account", "add", f"ann@{DOMAIN}", *_options(prosody), "--password-stdin")
    assert (await program.run(*added, stdin=PASSWORDS["ann"])).code == 0
    before = (program.profile / "settings.toml").read_text(), (await program.run("calendars", "--json")).json()

    refused = await program.run(*added, stdin="wrong")

    assert refused.code == 1
    assert before == (
        (program.profile / "settings.toml").read_text(),
        (await program.run("calendars", "--json")).json(),
    )


async def test_what_is_wrong_names_its_field() -> None:
    attempt = _Attempt()
    attempt.status(Status(State.REFUSED, "The password was refused.", field="password"))

    with pytest.raises(UserError, match="The password was refused") as refused:
        await attempt.outcome()
    assert refused.value.field == "password"


async def test_an_account_whose_calendars_take_too_long_is_kept(
    prosody: Prosody, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = Program(tmp_path / "profile")
    monkeypatch.setenv("C42DESKTOP_PASSWORD_FILE", str(program.password_file(PASSWORDS["ann"])))
    monkeypatch.setattr(online, "ONLINE_TIMEOUT", 3.0)
    monkeypatch.setattr(Sync, "catch_up", lambda _sync: None)  # signed in, and nothing follows
    context = Context(find_profile(str(program.profile)), "test")

    given = {"host": "127.0.0.1", "port": prosody.ports.starttls, "ca_file": str(prosody.ca_file)}
    await account.add(context, f"ann@{DOMAIN}", given)

    said = capsys.readouterr()
    assert said.out == f"Signed in as ann@{DOMAIN}: 0 calendars.\n"
    assert said.err.startswith("Not every calendar was fetched in time.")
    assert [each.jid for each in context.settings().accounts] == [f"ann@{DOMAIN}"]


async def test_an_untrusted_certificate_is_named_with_its_fingerprint(prosody: Prosody, program: Program) -> None:
    added = await program.run(
        *("account", "add", f"ann@{DOMAIN}", "--host", "127.0.0.1", "--port", prosody.ports.starttls),
        "--password-stdin",
        stdin="wrong\n",
    )

    assert added.code == 1
    assert "is not trusted" in added.err
    assert "SHA-256 fingerprint" in added.err
    assert added.err.count("\n") == 1


async def test_a_subscription_fills_the_agenda_and_its_end_empties_it(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    node, env = await calendar(), program.sign_up(prosody)
    span = ("--from", "2026-11-22", "--to", "2026-11-23")

    subscribed = await program.run("subscribe", node.uri, env=env)
    calendars = await program.run("calendars", "--json")
    events = await program.run("agenda", *span, "--json")
    text = await program.run("agenda", *span, env={"TZ": "UTC", "LC_ALL": "C.UTF-8"})
    ended = await program.run("unsubscribe", node.uri, env=env)
    again = await program.run("unsubscribe", node.uri, env=env)

    assert subscribed.out == "Subscribed to Team: 1 event.\n"
    assert {"calendar": node.uri, "title": "Team"}.items() <= next(
        each for each in calendars.json() if each["calendar"] == node.uri
    ).items()
    (event,) = (each for each in events.json() if each["calendar"] == node.uri)
    assert event == {
        "calendar": node.uri,
        "item": "review",
        "uid": "review",
        "summary": "Design review",
        "start": "2026-11-22T14:00:00+00:00",
        "end": "2026-11-22T15:00:00+00:00",
        "all_day": False,
        "timezone": event["timezone"],
        "location": "Room 12",
        "status": "confirmed",
        "type": "normal",
        "due": None,
        "trip": None,
    }
    assert "  14:00 – 15:00  Design review  Room 12 · Team\n" in text.out
    assert ended.out == "Unsubscribed from Team.\n"
    assert (again.code, again.err) == (1, f"c42desktop: You are not subscribed to {node.uri}.\n")


async def test_a_file_is_published_and_taken_back(
    prosody: Prosody, program: Program, calendar: MakeCalendar, tmp_path: Path
) -> None:
    node = await calendar()
    ann, bram = program, Program(tmp_path / "bram")
    ann_env, bram_env = ann.sign_up(prosody), bram.sign_up(prosody, "bram")
    file = tmp_path / "moved.ics"
    file.write_text(review("20261122T150000Z", "20261122T160000Z"))

    async with ann.started("watch", "--json", env=ann_env) as watch:
        assert await json_line(watch) == {"kind": "ready"}
        published = await bram.run("publish", node.uri, file, env=bram_env)
        moved = await json_line(watch)
        retracted = await bram.run("retract", node.uri, "review", env=bram_env)
        removed = await json_line(watch)
    refused = await ann.run("publish", node.uri, file, env=ann_env)
    not_hers = await ann.run("retract", node.uri, "review", env=ann_env)
    again = await bram.run("retract", node.uri, "review", env=bram_env)
    nowhere = await bram.run("retract", new_node().uri, "review", env=bram_env)

    assert (published.code, published.out) == (0, "Published review.\n")
    assert {
        "kind": "changed",
        "calendar": node.uri,
        "item": "review",
        "summary": "Design review",
    }.items() <= moved.items()
    assert moved["fields"]["start"] == ["2026-11-22T14:00:00+00:00", "2026-11-22T15:00:00+00:00"]
    assert moved["at"].endswith("+00:00")
    assert (retracted.code, retracted.out) == (0, "Retracted review.\n")
    assert (removed["kind"], removed["fields"]) == ("removed", {})
    for each in (refused, not_hers):
        assert (each.code, each.err) == (1, "c42desktop: You may not write to this calendar. Ask its owner.\n")
    assert (again.code, again.err) == (1, "c42desktop: There is no item review in this calendar.\n")
    assert (nowhere.code, nowhere.err) == (1, f"c42desktop: There is no such calendar at {SERVICE}.\n")


async def test_reading_commands_work_beside_watch_and_writing_ones_name_it(
    prosody: Prosody, program: Program, calendar: MakeCalendar
) -> None:
    node, env = await calendar(), program.sign_up(prosody)

    async with program.started("watch", "--json", env=env) as watch:
        assert await json_line(watch) == {"kind": "ready"}
        for reading in (["calendars"], ["agenda", "--from", "2026-11-22"], ["account", "list"]):
            assert (await program.run(*reading)).code == 0
        for writing in (["watch"], ["subscribe", node.uri], ["unsubscribe", node.uri], ["account", "remove", "a@b"]):
            refused = await program.run(*writing, env=env)
            assert refused.code == 1
            assert refused.err == (
                f"c42desktop: “c42desktop watch” (process {watch.pid}) is using this profile. "
                "Quit it first, or use --profile.\n"
            )
        watch.terminate()
        await watch.wait()

    assert (await program.run("subscribe", node.uri, env=env)).code == 0


@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        ("nonsense", "“nonsense” is not a calendar address."),
        (f"xmpp:pubsub.{DOMAIN}?;node=missing", "There is no such calendar"),
        (f"xmpp:{DOMAIN}?;node=team", f"{DOMAIN} is no calendar service."),
        ("xmpp:nowhere.invalid?;node=team", "nowhere.invalid is no calendar service."),
    ],
)
async def test_what_cannot_be_subscribed_to_is_one_sentence(
    prosody: Prosody, program: Program, uri: str, sentence: str
) -> None:
    refused = await program.run("subscribe", uri, env=program.sign_up(prosody))

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(f"c42desktop: {sentence}")
    assert refused.err.count("\n") == 1


async def test_publishing_to_a_server_that_is_away_says_so(prosody: Prosody, program: Program, tmp_path: Path) -> None:
    env = program.sign_up(prosody)
    settings = program.profile / "settings.toml"
    settings.write_text(settings.read_text().replace(str(prosody.ports.starttls), "1"))
    file = tmp_path / "review.ics"
    file.write_text(review())

    refused = await program.run("publish", new_node().uri, file, env=env)

    assert (refused.code, refused.err) == (1, "c42desktop: 127.0.0.1 is there, but nothing answers at port 1.\n")


async def test_no_command_loads_qt_and_decode_not_even_the_network(tmp_path: Path) -> None:
    file = tmp_path / "review.ics"
    file.write_text(review())
    code = (
        "import sys, json; from c42desktop.cli import run; run(sys.argv[1:]); sys.stdout.flush();"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    for arguments, banned in (
        (["decode", str(file)], {"PySide6", "slixmpp", "cryptography"}),
        (["agenda"], {"PySide6", "slixmpp", "cryptography"}),
        (["calendars"], {"PySide6", "slixmpp", "cryptography"}),
        (["account", "list"], {"PySide6"}),
        (["watch"], {"PySide6"}),
        (["publish", "xmpp:a?;node=b", str(file)], {"PySide6"}),
    ):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", code, "--profile", str(tmp_path / "none"), *arguments),
            cwd=CHECKOUT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        _out, err = await process.communicate()
        loaded = set(json.loads(err.decode().splitlines()[-1]))
        assert not loaded & banned, arguments
