"""Commands while the application runs on their profile: it does the work, and they say what they always say."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from c42desktop.calendar import payloads
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.profile import find_profile, holder_of
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from tests.backup.profiles import ANN as ANN_AWAY
from tests.backup.profiles import full
from tests.commands.conftest import CHECKOUT, LIMIT, Program, json_line, line_with, review
from tests.conftest import PASSWORDS
from tests.desktop.processes import eventually
from tests.people import new_node, signed_in

pytestmark = [pytest.mark.server, pytest.mark.skipif(sys.platform == "win32", reason="it needs a server")]
ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"
MOVED = review("20991122T140000Z", "20991122T150000Z")


@contextmanager
def running(program: Program, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """The application on the profile, on a screen that nobody sees. It listens by now, and ends in good order."""
    screen = {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    profile = {"PYTHONPATH": str(CHECKOUT), "C42DESKTOP_PROFILE": str(program.profile)}
    argv = [sys.executable, "-W", "error", "-m", "c42desktop", "--hidden"]
    with subprocess.Popen(argv, env={**os.environ, **profile, **screen, **(env or {})}) as process:
        try:
            eventually(lambda: is_reachable(program, process.pid), "The application's address", LIMIT)
            yield process
        finally:
            process.terminate()
            process.wait(LIMIT)


def is_reachable(program: Program, pid: int) -> bool:
    """Whether this process says where it listens."""
    holder = holder_of(find_profile(str(program.profile)))
    return holder is not None and holder.pid == pid and bool(holder.address)


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    """How a process ended, and what it said."""
    out, err = await asyncio.wait_for(process.communicate(), LIMIT)
    return process.returncode, out.decode(), err.decode()


@pytest.fixture(scope="module")
def brams(prosody: Prosody, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The command line, beside an application that runs for Bram; only that one knows his password."""
    program = Program(tmp_path_factory.mktemp("brams") / "profile")
    with running(program, program.sign_up(prosody, "bram")):
        yield program


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A calendar file with one event."""
    path = tmp_path / "review.ics"
    path.write_text(review())
    return path


async def team(prosody: Prosody) -> NodeAddress:
    """A new calendar of Bram's, with a review in it."""
    node = new_node()
    async with signed_in(prosody, "bram") as bram:
        await bram.pubsub.create(node, {"pubsub#title": "Team", "pubsub#max_items": "100"})
        await bram.pubsub.publish(node, "review", payloads.to_ics_payload(review()))
    return node


async def test_a_calendar_is_subscribed_to_and_left(prosody: Prosody, brams: Program) -> None:
    node = await team(prosody)
    added = await brams.run("subscribe", node.uri)
    known = await brams.run("calendars", "--json")
    left = await brams.run("unsubscribe", node.uri)
    unknown = await brams.run("unsubscribe", node.uri)

    assert (added.code, added.out, added.err) == (0, "Subscribed to Team: 1 event.\n", "")
    assert node.uri in [each["calendar"] for each in known.json()]
    assert (left.code, left.out) == (0, "Unsubscribed from Team.\n")
    assert (unknown.code, unknown.err) == (1, f"c42desktop: You are not subscribed to {node.uri}.\n")


async def test_items_are_published_and_taken_back_in_its_session(prosody: Prosody, brams: Program, file: Path) -> None:
    node = await team(prosody)
    published = await brams.run("publish", node.uri, file)
    retracted = await brams.run("retract", node.uri, "review")
    missing = await brams.run("retract", node.uri, "review")
    into = await brams.run("import", file, "--into", node.uri, "--json")

    assert (published.code, published.out, published.err) == (0, "Published review.\n", "")
    assert (retracted.code, retracted.out) == (0, "Retracted review.\n")
    assert (missing.code, missing.err) == (1, "c42desktop: There is no item review in this calendar.\n")
    assert into.json() == {"calendar": node.uri, "imported": 1, "failed": [], "stopped": ""}


async def test_a_file_becomes_a_calendar_of_its_own_and_goes(brams: Program, file: Path) -> None:
    done = await brams.run("import", file, "--name", "Reviews")
    again = await brams.run("import", file, "--json")
    nothing = await brams.run("import", file.with_name("none.ics"))
    removed = await brams.run("unsubscribe", again.json()["calendar"])
    left = await brams.run("calendars", "--json")

    assert (done.code, done.err, "Reviews" in done.out) == (0, "", True)
    assert again.json()["imported"] == 1
    assert (nothing.code, nothing.err.count("\n")) == (1, 1)
    assert removed.out == "Removed Reviews.\n"
    assert again.json()["calendar"] not in [each["calendar"] for each in left.json()]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
async def test_watch_prints_the_same_objects_until_a_signal_ends_it(
    prosody: Prosody, brams: Program, name: str
) -> None:
    node = await team(prosody)
    assert (await brams.run("subscribe", node.uri)).code == 0
    async with brams.started("watch", "--json") as watch:
        assert await json_line(watch) == {"kind": "ready"}
        async with signed_in(prosody, "bram") as bram:
            await bram.pubsub.publish(node, "review", payloads.to_ics_payload(MOVED))
        told = await json_line(watch)
        watch.send_signal(getattr(signal, name))
        assert await ended(watch) == (0, "", "")

    assert set(told) == {"kind", "calendar", "item", "summary", "fields", "at", "event"}
    assert (told["kind"], told["calendar"], told["item"]) == ("changed", node.uri, "review")
    assert told["event"]["start"].startswith("2099-11-22T14:00")


async def test_a_watch_whose_reader_left_ends_quietly(prosody: Prosody, brams: Program) -> None:
    node = await team(prosody)
    assert (await brams.run("subscribe", node.uri)).code == 0
    async with brams.started("watch", "--json") as watch:
        assert await json_line(watch) == {"kind": "ready"}
        watch._transport.get_pipe_transport(1).close()  # type: ignore[attr-defined]
        async with signed_in(prosody, "bram") as bram:
            await bram.pubsub.publish(node, "review", payloads.to_ics_payload(MOVED))
        assert watch.stderr is not None
        assert await asyncio.wait_for(watch.stderr.read(), LIMIT) == b""
        assert await asyncio.wait_for(watch.wait(), LIMIT) == 0


async def test_an_error_is_in_the_language_of_the_terminal(brams: Program) -> None:
    english = await brams.run("unsubscribe", "local:none")
    dutch = await brams.run("unsubscribe", "local:none", env={"LANGUAGE": "nl"})

    assert english.err == "c42desktop: There is no calendar local:none here. “c42desktop calendars” lists them.\n"
    assert "Er is hier geen" in dutch.err


async def test_an_account_is_signed_out_and_in_and_removed_at_once(prosody: Prosody, program: Program) -> None:
    with running(program, program.sign_up(prosody)):
        out = await program.run("account", "disable", ANN)
        refused = await program.run("subscribe", new_node().uri)
        into = await program.run("account", "enable", ANN)
        changed = await program.run("account", "edit", ANN, "--allow-plain", "--untried")
        wrong = await program.run("account", "edit", ANN, "--password-stdin", stdin="wrong\n")
        removed = await program.run("account", "remove", ANN)
        unknown = await program.run("account", "remove", ANN)
        secret = await program.run("account", "add", ANN, *_options(prosody), stdin=PASSWORDS["ann"] + "\n")

    assert (out.code, out.out) == (0, f"{ANN} is signed out.\n")
    assert refused.err.startswith("c42desktop: Signed out:")
    assert (into.code, into.out) == (0, f"{ANN} is signing in.\n")
    assert (changed.code, changed.out, changed.err) == (0, f"Changed {ANN}.\n", "")
    assert wrong.err == f"c42desktop: Could not sign in: the password for {ANN} was refused.\n"
    assert (removed.code, removed.out) == (0, f"Removed {ANN} and its calendars from this computer.\n")
    assert (unknown.code, unknown.err) == (1, f"c42desktop: There is no account {ANN} here.\n")
    assert (secret.code, "finds passwords in the keyring only" in secret.err) == (1, True)
    assert Settings(program.profile / "settings.toml").accounts == []


def _options(server: Prosody) -> tuple[object, ...]:
    return "--host", "127.0.0.1", "--port", server.ports.starttls, "--ca-file", server.ca_file, "--password-stdin"


async def test_one_that_stands_still_is_named_and_one_that_ends_ends_its_watch(
    prosody: Prosody, program: Program, file: Path
) -> None:
    with running(program, program.sign_up(prosody)) as application:
        async with program.started("watch") as watch:
            await line_with(watch, "Watching")
            application.send_signal(signal.SIGSTOP)
            stuck = await program.run("import", file)
            application.send_signal(signal.SIGCONT)
            application.send_signal(signal.SIGTERM)
            left = await ended(watch)
        assert application.wait(LIMIT) == 0

    sentence = f"c42desktop runs already (process {application.pid}), but does not answer. Wait, or end that process."
    assert (stuck.code, stuck.err) == (1, f"c42desktop: {sentence}\n")
    assert left == (1, "", "c42desktop: The c42desktop that this went through has ended.\n")


async def test_what_was_never_sent_is_not_lost_without_a_word(program: Program) -> None:
    Settings(full(program.profile).settings).put_account(Account(Login(ANN_AWAY), enabled=False))
    with running(program):
        refused = await program.run("account", "remove", ANN_AWAY)
        agreed = await program.run("account", "remove", ANN_AWAY, "--yes")
    assert (refused.code, refused.err[:59]) == (1, "c42desktop: 2 changes of yours are not sent yet and will be")
    assert (agreed.code, agreed.out) == (0, f"Removed {ANN_AWAY} and its calendars from this computer.\n")


async def test_what_a_killed_application_leaves_is_in_nobodys_way(program: Program, file: Path) -> None:
    with running(program) as application:
        application.kill()
        application.wait()
        assert is_reachable(program, application.pid), "it says so still"
        assert (await program.run("import", file)).code == 0
    with running(program) as application:
        application.kill()
        application.wait()
        with running(program):
            assert (await program.run("import", file)).code == 0
