"""`import` and `export` as real processes."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import icalendar
import pytest

from c42desktop.commands.context import Context
from c42desktop.commands.import_ import import_file
from c42desktop.demo.prosody import Prosody
from c42desktop.instance.line import LostError, OnMessage
from c42desktop.profile import find_profile
from c42desktop.xmpp.address import NodeAddress
from tests.commands.conftest import Program
from tests.files.samples import calendar, event, many
from tests.people import new_node, signed_in

MakeCalendar = Callable[[], Awaitable[NodeAddress]]
TEAM = calendar(event("a", "A"), event("b", "B", "DTSTART:never"), head="X-WR-CALNAME:Team")


def written(folder: Path, text: str, name: str = "team.ics") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


async def test_a_file_becomes_a_calendar_and_the_calendar_a_file(program: Program, tmp_path: Path) -> None:
    file, out = written(tmp_path, many(30)), tmp_path / "out.ics"

    imported = await program.run("import", file, "--name", "My team")
    listed = (await program.run("calendars", "--json")).json()
    exported = await program.run("export", "my TEAM", "-o", out)

    assert (imported.code, imported.out, imported.err) == (0, "Imported 30 events into My team.\n", "")
    assert [(each["title"], each["description"]) for each in listed] == [("My team", "From the file team.ics")]
    assert (exported.code, exported.out, exported.err) == (0, "", f"Exported 30 events to {out}.\n")
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 30


async def test_what_could_not_be_read_is_named(program: Program, tmp_path: Path) -> None:
    file = written(tmp_path, TEAM)
    said = await program.run("import", file)
    told = (await program.run("import", file, "--json")).json()
    assert said.out.startswith("Imported 1 event into Team; 1 could not be read: B – ")
    assert (told["imported"], [each["event"] for each in told["failed"]]) == (1, ["B"])
    (listed,) = (await program.run("calendars", "--json")).json()
    assert listed["calendar"] == told["calendar"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, names of files are text")
async def test_a_file_and_a_calendar_may_have_names_that_are_no_text(program: Program, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    file = written(tmp_path, TEAM.replace("X-WR-CALNAME:Team\r\n", ""), f"{name}.ics")
    imported = await program.run("import", file)
    named = await program.run("import", file, "--name", name)
    (listed,) = (await program.run("calendars", "--json")).json()
    assert (imported.code, imported.out.partition(";")[0]) == (0, "Imported 1 event into caf")
    assert (named.code, listed["title"], listed["description"]) == (0, "caf", "From the file caf.ics")


@pytest.mark.parametrize("error", [asyncio.CancelledError, LostError])
@pytest.mark.parametrize(("into", "said"), [("xmpp:a@b?;node=c", "Stopped: 3 of 9 events were sent to"), ("", "")])
async def test_an_import_that_is_ended_says_what_was_sent(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: type[BaseException],
    into: str,
    said: str,
) -> None:
    async def asked(_self: Context, _do: str, on_message: OnMessage, **_values: object) -> None:
        on_message({"progress": [3, 9]})
        raise error

    monkeypatch.setattr(Context, "asked", asked)
    context = Context(find_profile(str(tmp_path)), "c42desktop import")
    with pytest.raises(error):
        await import_file(context, str(written(tmp_path, TEAM)), into, "", "", as_json=False)
    assert capsys.readouterr().err.partition(" xmpp:")[0] == said


async def test_one_event_goes_to_standard_output_as_it_is(program: Program, tmp_path: Path) -> None:
    await program.run("import", written(tmp_path, TEAM))
    exported = await program.run("export", "Team", "--event", "a")
    assert (exported.code, exported.err) == (0, "")
    assert [str(each["UID"]) for each in icalendar.Calendar.from_ical(exported.out).walk("VEVENT")] == ["a"]
    assert "Big" not in exported.out


async def test_a_calendar_of_a_file_is_removed_by_its_address(program: Program, tmp_path: Path) -> None:
    told = (await program.run("import", written(tmp_path, TEAM), "--json")).json()
    removed = await program.run("unsubscribe", told["calendar"])
    again = await program.run("unsubscribe", told["calendar"])
    assert removed.out == "Removed Team.\n"
    assert (again.code, again.out) == (1, "")
    assert (await program.run("calendars", "--json")).json() == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import", "nothing.ics"], "nothing.ics cannot be read: No such file or directory."),
        (["import", "."], ". is a folder, not a file."),
        (["import", "empty.ics"], "empty.ics is not a calendar: it is empty."),
        (["import", "noise.ics"], "noise.ics is not a calendar: it is not text."),
        (["import", "bad.ics"], "Imported 0 events into bad; 1 could not be read: B – "),
        (["import", "~nobody-of-that-name/x.ics"], "~nobody-of-that-name/x.ics cannot be read: there is no such file."),
        (["export", "nothing"], "There is no calendar nothing here."),
        (["export", "Team", "--event", "z"], "There is no event z in Team."),
        (["export", "Team", "-o", "."], ". is not a file."),
        (["export", "Team", "-o", "no/x.ics"], "no/x.ics cannot be written: No such file or directory."),
    ],
)
async def test_what_is_wrong_has_one_sentence(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    await program.run("import", written(tmp_path, TEAM))
    written(tmp_path, "", "empty.ics")
    written(tmp_path, calendar(event("b", "B", "DTSTART:never")), "bad.ics")
    (tmp_path / "noise.ics").write_bytes(os.urandom(100_000))

    ended = await program.run(*arguments)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"c42desktop: {sentence}")
    assert ended.err.count("\n") == 1


async def test_a_full_disk_has_one_sentence(program: Program, tmp_path: Path) -> None:
    await program.run("import", written(tmp_path, many(2000)))
    async with program.started("export", "Everything", stdout=os.open("/dev/full", os.O_WRONLY)) as process:
        _out, err = await process.communicate()
    assert process.returncode == 1
    assert err.decode() == "c42desktop: The output cannot be written: No space left on device.\n"


@pytest.mark.server
async def test_a_file_is_published_in_a_calendar_on_a_server(
    program: Program, prosody: Prosody, tmp_path: Path
) -> None:
    env, node = program.sign_up(prosody, "bram"), new_node()
    async with signed_in(prosody, "bram") as bram:
        await bram.pubsub.create(node, {"pubsub#title": "Team"})
        imported = await program.run("import", written(tmp_path, many(12)), "--into", node.uri, env=env)
        fetched = await bram.pubsub.items(node)
    assert (imported.code, imported.err) == (0, "")
    assert imported.out == f"Imported 12 events into {node.node}.\n"
    assert len(fetched.items) == 12


@pytest.mark.server
async def test_a_calendar_of_somebody_else_is_not_written(
    program: Program, prosody: Prosody, calendar: MakeCalendar, tmp_path: Path
) -> None:
    env, node = program.sign_up(prosody), await calendar()
    refused = await program.run("import", written(tmp_path, TEAM), "--into", node.uri, env=env)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "c42desktop: You may not write to this calendar. Ask its owner.\n"
