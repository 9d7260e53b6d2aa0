"""The log file: for its owner only, a line for each message, without values of the person's, on any disk."""

from __future__ import annotations

import errno
import io
import logging
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from c42desktop import log

SECRET = "Dentist in Delft"
_log = logging.getLogger("c42desktop.tests")


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "c42desktop.log"


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[log._File]:
    made = log._File(tmp_path / "c42desktop.log")
    made.setFormatter(log.Formatter())
    yield made
    made.close()


def say(handler: logging.Handler, text: str, *values: object, name: str = "c42desktop") -> None:
    handler.handle(logging.LogRecord(name, logging.INFO, __file__, 1, text, values, None))


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}


def test_a_full_disk_costs_the_line_and_prints_no_trace(handler: log._File, capsys: pytest.CaptureFixture[str]) -> None:
    opened = handler.setStream(Full())
    assert opened is not None
    opened.close()
    say(handler, "hello")
    assert capsys.readouterr().err == ""


def test_a_line_that_cannot_be_made_is_a_defect_and_is_seen(
    handler: log._File, capsys: pytest.CaptureFixture[str]
) -> None:
    say(handler, "%d", "no number")
    assert "Logging error" in capsys.readouterr().err


def test_a_line_begins_with_the_instant_and_its_zone(path: Path) -> None:
    log.to_file(path)
    log.introduce("")
    assert re.match(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d INFO c42desktop\.log: "
        r"c42desktop \S+ \(source\), Python 3\.\d+.*, profile of the person\n$",
        path.read_text(),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_reads_it_after_rotation_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_BYTES", 300)
    path.parent.mkdir(mode=0o755)
    path.with_name("c42desktop.log.1").touch(mode=0o644)  # as versions before this one left it
    log.to_file(path)
    assert modes(path.parent) == {0o600}
    for number in range(20):
        _log.info("line %d", number)
    assert len(log.files(path)) == 3
    assert modes(path.parent) == {0o600}


def test_a_log_that_cannot_be_moved_aside_grows_on(
    handler: log._File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: str, _target: str) -> None:
        raise PermissionError(errno.EACCES, "somebody reads it")

    monkeypatch.setattr("os.rename", refuse)
    handler.maxBytes = 1
    say(handler, "first")
    say(handler, "second")
    assert len((tmp_path / "c42desktop.log").read_text().splitlines()) == 2


@pytest.mark.expects_warnings
def test_where_there_can_be_no_file_the_terminal_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    log.to_file(tmp_path / "file" / "c42desktop.log")
    _log.error("something else")
    first, second = capsys.readouterr().err.splitlines()
    assert "c42desktop.log cannot be written:" in first
    assert second.endswith("something else")


@pytest.mark.expects_warnings
def test_the_level_decides_what_is_written(path: Path) -> None:
    log.to_file(path, "error")
    _log.warning("not this")
    _log.error("but this")
    assert path.read_text().count("\n") == 1


def test_a_message_is_one_line_whatever_is_in_it(handler: log._File, tmp_path: Path) -> None:
    say(handler, "%s", "a\nb\x1b[2J\u202ec\udcff" + "x" * 10_000)
    (line,) = (tmp_path / "c42desktop.log").read_text().splitlines()
    assert line.isprintable()
    assert len(line) < 2200


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("wss://example.org/ws?token=geheim: refused", "wss://example.org/ws?… refused"),
        ("socks5://ann:geheim@proxy:1080 is closed", "socks5://proxy:1080 is closed"),
        ("https://example.org/a#geheim", "https://example.org/a?…"),
        ("xmpp:pubsub.example.org?;node=team", "xmpp:pubsub.example.org?;node=team"),
    ],
)
def test_an_address_is_written_without_what_may_be_secret(
    handler: log._File, tmp_path: Path, said: str, written: str
) -> None:
    say(handler, "%s", said)
    assert (tmp_path / "c42desktop.log").read_text().endswith(f"c42desktop: {written}\n")


def test_the_loop_s_own_messages_are_written_without_arguments(handler: log._File, tmp_path: Path) -> None:
    say(handler, f"Exception in callback told('{SECRET}')\nhandle: <Handle told('{SECRET}')>", name="asyncio")
    text = (tmp_path / "c42desktop.log").read_text()
    assert SECRET not in text
    assert text.endswith("Exception in callback told\n")


def _key() -> None:
    _unused = {}[SECRET]  # type: ignore[var-annotated]


def _value() -> None:
    int(SECRET)


def _caused() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise RuntimeError("of the program") from error


def _grouped() -> None:
    raise ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)])


def _file() -> None:
    Path(f"/nowhere/{SECRET}.pdf").read_text()


@pytest.mark.parametrize(
    ("fail", "kind"),
    [
        (_key, "KeyError"),
        (_value, "ValueError"),
        (_caused, "RuntimeError: of the program"),
        (_grouped, "ExceptionGroup"),
        (_file, "FileNotFoundError: {why}"),
    ],
)
def test_a_trace_says_where_and_what_kind_and_quotes_nothing(
    handler: log._File, tmp_path: Path, fail: Callable[[], None], kind: str
) -> None:
    try:
        fail()
    except Exception as error:
        record = logging.LogRecord("c42desktop", logging.ERROR, __file__, 1, "Unexpected", (), (None, error, None))  # type: ignore[arg-type]
        handler.handle(record)
    text = (tmp_path / "c42desktop.log").read_text()
    assert f"in {fail.__name__}\n" in text
    why = os.strerror(errno.ENOENT)  # in the language of the machine
    assert f"\n{kind.format(why=why)}\n" in text
    assert SECRET not in text
