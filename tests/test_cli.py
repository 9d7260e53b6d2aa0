"""The command line in this process: what makes no sense, what cannot be read, and the sentence for each."""

from __future__ import annotations

import gc
import io
import json
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop import cli
from c42desktop.calendar.model import CalendarRef
from c42desktop.startup import Startup
from c42desktop.store.schema import MIGRATIONS
from c42desktop.store.store import Store
from tests.store.faults import broken_files

CHECKOUT = Path(__file__).parents[1]
ICS = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:Gym 🏋️\nDTSTART:20261122T150000Z\nDTEND:20261122T160000Z\n"
    "END:VEVENT\nEND:VCALENDAR\n"
)
COMMANDS = (
    "account",
    "account add",
    "account list",
    "account edit",
    "account enable",
    "account disable",
    "account remove",
    "calendars",
    "subscribe",
    "unsubscribe",
    "agenda",
    "decode",
    "publish",
    "retract",
    "watch",
    "demo",
)


@pytest.fixture(autouse=True)
def no_new_handlers() -> Iterator[None]:
    """A command logs to the terminal it was started in; that of a test ends with the test."""
    before = list(logging.getLogger().handlers)
    yield
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A folder for an isolated instance."""
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


def _refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one sentence a command says before it ends with 1."""
    assert cli.run([str(argument) for argument in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("c42desktop: ")
    assert said.err.count("\n") == 1
    return said.err.removeprefix("c42desktop: ").rstrip("\n")


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in which no help text wraps."""
    monkeypatch.setenv("COLUMNS", "400")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("", ["C42DESKTOP_PROFILE", "C42DESKTOP_PASSWORD_FILE"]),
        (
            "account add",
            ["C42DESKTOP_PASSWORD_FILE", "JID  ", "name@example.org", "default: the one that DNS names, else 5222"],
        ),
        ("account remove", ["name@example.org"]),
        ("agenda", ["default: 30 days later", "up to the end of that day"]),
        ("decode", ["an .ics, .xml or .json file"]),
        ("publish", ["an .ics, .xml or .json file", "--id ID"]),
        ("retract", ["the item's id"]),
        ("demo", ["default: 10"]),
    ],
)
def test_the_help_names_defaults_and_what_each_word_stands_for(
    command: str, words: list[str], wide: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.run([*command.split(), "--help"])

    said = capsys.readouterr().out
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run([*command.split(), "--help"])

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: c42desktop {command}")


@pytest.mark.parametrize(
    "arguments",
    [
        "account",
        "decode",
        "agenda --file=",
        "publish xmpp:a?;node=b",
        "nonsense",
        "--nonsense",
        "account add a@b --port 0",
        "account add a@b --port 70000",
        "account add a@b --port x",
        "demo --every 0",
        "demo --every nan",
        "demo --every x",
    ],
)
def test_a_command_line_that_makes_no_sense_ends_with_two(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(arguments.split())

    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_an_empty_profile_is_no_error(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("agenda", "calendars"):
        assert cli.run(["--profile", str(profile), command, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == []
    assert cli.run(["--profile", str(profile), "calendars"]) == 0
    assert "No calendars yet." in capsys.readouterr().out
    assert list(profile.iterdir()) == []


def test_what_was_imported_is_not_looked_at_for_garbage(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = list[bool]()
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("c42desktop.commands.calendars" in sys.modules))
    cli.run(["--profile", str(profile), "calendars"])
    assert frozen == [True]


@pytest.mark.parametrize("command", [["agenda"], ["agenda", "--json"], ["calendars"], ["account", "list"]])
def test_a_profile_that_is_not_there_yet_is_said_so(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "none"

    assert cli.run(["--profile", str(folder), *command]) == 0
    said = capsys.readouterr()
    assert said.err == f"c42desktop: There is nothing in {folder} yet.\n"
    assert not folder.exists()


@pytest.mark.parametrize("command", [["agenda"], ["calendars", "--json"], ["account", "list"]])
def test_a_profile_that_is_a_file_cannot_be_read(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()

    assert _refused(capsys, "--profile", file, *command) == f"{file} is not a folder. Name another one with --profile."


def test_a_profile_in_a_home_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such home folder" in _refused(capsys, "--profile", "~nobody-has-this-name/x", "calendars")


def test_the_titles_of_calendars_are_cut_for_people(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(profile / "calendars.sqlite")
    for node, title in (("a", "Team\u202e"), ("b", "x" * 5000)):
        store.add_calendar(CalendarRef("ann@example.org", "pubsub.example.org", node), title)
    store.close()

    assert cli.run(["--profile", str(profile), "calendars"]) == 0
    team, long = capsys.readouterr().out.splitlines()
    assert team.startswith("Team  ")
    assert team.endswith("  xmpp:pubsub.example.org?;node=a")
    assert max(len(team), len(long)) < 200
    assert cli.run(["--profile", str(profile), "calendars", "--json"]) == 0
    assert [each["title"] for each in json.loads(capsys.readouterr().out)] == ["Team\u202e", "x" * 5000]


def test_what_needs_an_account_says_how_to_add_one(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["watch"], ["subscribe", "xmpp:a?;node=b"], ["retract", "xmpp:a?;node=b", "x"]):
        sentence = "There is no account yet. Add one with: c42desktop account add JID"
        assert _refused(capsys, "--profile", profile, *command) == sentence


@pytest.mark.parametrize("jid", ["", "@", "example.org", "a b@c"])
def test_what_is_no_address_is_refused(profile: Path, jid: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is not an XMPP address" in _refused(capsys, "--profile", profile, "account", "add", jid)


def test_a_profile_that_is_a_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.touch()

    assert str(file) in _refused(capsys, "--profile", file, "account", "add", "ann@example.org", "--password-stdin")
    assert str(file) in _refused(capsys, "--profile", file, "account", "remove", "ann@example.org")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile.chmod(0o500)

    assert "cannot be written" in _refused(capsys, "--profile", profile, "account", "remove", "ann@example.org")


@pytest.mark.parametrize("text", ["x = [", "[[account]]\n", "account = 3", "\0", '[[account]]\njid="a@b"\nport="x"'])
def test_broken_settings_are_named_and_left_alone(profile: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = profile / "settings.toml"
    settings.write_text(text)

    for command in (["account", "list"], ["watch"], ["account", "remove", "ann@example.org"]):
        assert str(settings) in _refused(capsys, "--profile", profile, *command)
    assert settings.read_text() == text


def test_a_store_of_a_newer_version_is_not_touched(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = profile / "calendars.sqlite"
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE calendar RENAME COLUMN title TO name")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()

    for command in (["calendars"], ["agenda"], ["account", "remove", "ann@example.org"]):
        sentence = _refused(capsys, "--profile", profile, *command)
        assert str(path) in sentence
        assert "newer version" in sentence


@pytest.mark.parametrize("command", [["calendars"], ["agenda", "--json"]])
def test_a_store_that_is_something_else_is_named_by_those_who_read(
    profile: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile / "calendars.sqlite"
    path.write_bytes(b"this is not a database" * 100)

    assert _refused(capsys, "--profile", profile, *command) == (
        f"The calendar store {path} is damaged. Start the program once: it reads everything anew."
    )
    assert path.read_bytes() == b"this is not a database" * 100


def test_a_store_that_is_something_else_is_set_aside_by_those_who_write(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile / "calendars.sqlite"
    path.write_bytes(b"this is not a database" * 100)

    cli.run(["--profile", str(profile), "account", "remove", "ann@example.org"])

    (broken,) = broken_files(path)
    assert capsys.readouterr().err.startswith(
        f"The calendar store was damaged and has been set aside as {broken.name}. "
        "Everything is being read from the server again; what changed meanwhile is not told.\n"
    )
    store = Store(path, read_only=True)
    assert store.calendars() == []
    store.close()


@pytest.mark.parametrize("suffix", ["ics", "xml", "json"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00\x80" * 500, b"<a>" + b"x" * 1_000_000, b"[" * 100_000, b"{}"])
def test_a_file_that_is_no_calendar_is_one_sentence(
    tmp_path: Path, suffix: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"broken.{suffix}"
    file.write_bytes(data)

    for arguments in (["decode"], ["decode", "--json"], ["agenda", "--file"], ["publish", "xmpp:a?;node=b"]):
        assert "broken." in _refused(capsys, *arguments, file)


def test_a_folder_and_a_missing_file_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a folder, not a file." in _refused(capsys, "decode", tmp_path)
    for file in (tmp_path / "missing.ics", "~nobody-has-this-name/x.ics"):
        assert "cannot be read" in _refused(capsys, "decode", file)


def test_a_file_is_decoded_for_people_and_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gym.ics"
    file.write_text(ICS, encoding="utf-8")

    assert cli.run(["decode", str(file)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("  Gym 🏋️")
    assert cli.run(["decode", "--json", str(file)]) == 0
    (event,) = json.loads(capsys.readouterr().out)
    assert (event["summary"], event["start"], event["all_day"]) == ("Gym 🏋️", "2026-11-22T15:00:00+00:00", False)


def test_the_agenda_of_a_file_needs_no_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gym.ics"
    file.write_text(ICS, encoding="utf-8")

    assert cli.run(["agenda", "--file", str(file), "--from", "2026-11-22", "--to", "2026-11-24", "--json"]) == 0
    (event,) = json.loads(capsys.readouterr().out)
    assert (event["calendar"], event["uid"], event["end"]) == ("", "x", "2026-11-22T16:00:00+00:00")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_output_in_any_character_set_is_complete(
    tmp_path: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "gym.ics"
    file.write_text(ICS, encoding="utf-8")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, errors="strict"))

    assert cli.run(["decode", str(file)]) == 0
    assert b"Gym" in written.getvalue()
    written.truncate(0)
    written.seek(0)
    assert cli.run(["decode", "--json", str(file)]) == 0
    assert json.loads(written.getvalue().decode(encoding))[0]["summary"] == "Gym 🏋️"


def test_an_error_nobody_foresaw_is_a_sentence_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_options: object) -> int:
        raise PermissionError(13, "Permission denied", "/somewhere")

    monkeypatch.setattr(cli, "_dispatch", fail)

    assert _refused(capsys, "agenda") == "/somewhere: Permission denied"


def test_the_window_without_a_screen_names_what_works_without_one(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a screen")

    assert "c42desktop watch" in _refused(capsys, "--profile", profile)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [(b"\x03", 130, b""), (b"\x04", 1, b"No password was given."), (b"\n", 1, b"No password was given.")],
    ids=["Ctrl-C", "Ctrl-D", "Enter"],
)
def test_a_password_that_is_not_typed_ends_the_command(profile: Path, typed: bytes, code: int, words: bytes) -> None:
    command = [sys.executable, "-m", "c42desktop", "--profile", str(profile), "account", "add", "ann@example.invalid"]
    in_a_terminal = f"import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn({command!r})))"
    with subprocess.Popen(
        [sys.executable, "-c", in_a_terminal], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=CHECKOUT
    ) as terminal:
        assert terminal.stdin is not None
        assert terminal.stdout is not None
        said = b""
        while b"Password for ann@example.invalid: " not in said:
            said += os.read(terminal.stdout.fileno(), 1000)
        terminal.stdin.write(typed)
        terminal.stdin.flush()
        said = terminal.stdout.read()
        assert terminal.wait(20) == code
    assert words in said
    assert b"Traceback" not in said


@pytest.mark.parametrize("option", [["--password-stdin"], []])
def test_a_closed_standard_input_is_no_password(
    profile: Path, option: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert "password" in _refused(capsys, "--profile", profile, "account", "add", "ann@example.org", *option)


def test_the_window_speaks_the_language_of_the_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("c42desktop.i18n.use", said.append)
    monkeypatch.setattr("c42desktop.running.run_app", lambda _profile, _startup: said.append("window") or 0)
    settings = tmp_path / "settings.toml"
    for text in ('[look]\nlanguage = "nl"\n', "", "not toml at all"):
        settings.write_text(text)
        assert cli.run(["--profile", str(tmp_path)]) == 0
    assert said == ["nl", "window", "", "window", "window"], "before the window is made"


@pytest.mark.parametrize(
    ("arguments", "startup"),
    [
        ([], Startup()),
        (["--hidden"], Startup(hidden=True)),
        (["-v"], Startup(log_level="debug")),
        (["--log-level", "error", "-v"], Startup(log_level="error")),
        (["open"], Startup()),
        (["open", "xmpp:pubsub.example.org?;node=team", "file:///tmp/a.ics"], None),
        (["open", "a.ics"], None),
    ],
)
def test_what_the_application_is_started_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], startup: Startup | None
) -> None:
    given: list[Startup] = []
    monkeypatch.setattr("c42desktop.running.run_app", lambda _profile, startup: given.append(startup) or 0)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["--profile", str(tmp_path), *arguments]) == 0
    targets = tuple(str(tmp_path / each) if each == "a.ics" else each for each in arguments[1:])
    assert given == [startup or Startup(targets=targets)]


@pytest.mark.parametrize(
    ("options", "level"),
    [([], "WARNING"), (["-v"], "INFO"), (["--log-level", "debug"], "DEBUG"), (["--log-level", "error"], "ERROR")],
)
def test_how_much_a_command_logs(tmp_path: Path, options: list[str], level: str) -> None:
    assert cli.run(["--profile", str(tmp_path), "calendars", *options]) == 0
    assert logging.getLevelName(logging.getLogger().level) == level


def test_a_level_that_there_is_not_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run(["--log-level", "loud"])
    assert "'error', 'warning', 'info', 'debug'" in capsys.readouterr().err


def test_the_list_of_commands_has_one_sentence_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run(["--help"])
    listed = " ".join(capsys.readouterr().out.split())
    assert "also while the application runs. restore" in listed and "No secret is printed" not in listed
