"""How a run ended is known at the next start. The crashes are real: of processes that end as a program does."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from c42desktop import log, tracebacks
from c42desktop.crashes import reports
from c42desktop.crashes.recording import recorded
from c42desktop.errors import UserError
from c42desktop.profile import Profile, find_profile
from c42desktop.qt_loop import DesktopEndedError

SECRET = "Dentist in Delft"
_log = logging.getLogger("c42desktop.tests")

PROGRAM = """
import logging, os, sys
from c42desktop import log, tracebacks
from c42desktop.crashes.recording import recorded
from c42desktop.profile import find_profile

where = find_profile(sys.argv[1])
secret = "Dentist in Delft"
with recorded(where):
    log.to_file(where.log)
    logging.getLogger("c42desktop").info("ann.de+vries@example.org in %s: hello", os.path.expanduser("~"))
    exec(sys.argv[2])
"""


@pytest.fixture
def where(tmp_path: Path) -> Profile:
    return find_profile(str(tmp_path / "profile"))


def run(where: Profile, ending: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, where.name, ending]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)


def kept(where: Profile) -> list[reports.Report]:
    return reports.all_in(reports.folder_of(where))


def start_again(where: Profile) -> None:
    with recorded(where):
        pass


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ("import faulthandler; faulthandler._sigsegv()", "Segmentation fault"),
        ("os.abort()", "Aborted"),
        ("import ctypes; ctypes.string_at(0)", "ctypes"),
    ],
)
def test_what_the_processor_ended_leaves_a_report_at_the_next_start(where: Profile, ending: str, words: str) -> None:
    assert run(where, ending).returncode != 0
    assert kept(where) == []
    start_again(where)
    (report,) = kept(where)
    text = report.text()
    assert text.startswith("c42desktop ")
    assert "\nFatal Python error: " in text or "exception" in text
    assert words in text
    assert "Last lines of the log:" in text
    assert report.new
    start_again(where)
    assert len(kept(where)) == 1


def test_a_report_names_neither_the_person_nor_their_folders(where: Profile, empty_home: Path) -> None:
    run(where, "os.abort()")
    start_again(where)
    (report,) = kept(where)
    text = report.text()
    assert "…@example.org in ~: hello" in text
    assert "ann" not in text
    assert str(empty_home) not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process with a signal")
def test_a_kill_and_a_lost_power_are_no_crash(where: Profile) -> None:
    assert run(where, f"os.kill(os.getpid(), {int(signal.SIGKILL)})").returncode == -9
    assert (reports.folder_of(where) / "running").exists()
    start_again(where)
    assert kept(where) == []
    assert not (reports.folder_of(where) / "running").exists()


def test_a_run_that_ends_well_leaves_nothing(where: Profile) -> None:
    assert run(where, "pass").returncode == 0
    assert list(reports.folder_of(where).iterdir()) == []


def test_a_sentence_for_the_person_is_no_crash(where: Profile) -> None:
    for error in (UserError("no screen"), DesktopEndedError("no screen")):
        with pytest.raises(type(error), match="no screen"), recorded(where):
            raise error
    assert kept(where) == []


@pytest.mark.expects_warnings
def test_an_error_that_ends_the_program_becomes_a_sentence_and_a_report_without_values(where: Profile) -> None:
    with pytest.raises(UserError, match=r"A mistake in c42desktop has ended it\. .*\.txt\.$"), recorded(where):
        log.to_file(where.log)
        _log.info("the last words")
        int(SECRET)
    (report,) = kept(where)
    text = report.text()
    assert "\nValueError\n" in text
    assert "the last words" in text
    assert SECRET not in text
    assert "Unexpected end" in where.log.read_text()
    start_again(where)
    assert len(kept(where)) == 1


class Silent:
    """What cannot be written down."""

    def __str__(self) -> str:
        raise ValueError(SECRET)


@pytest.mark.expects_warnings
def test_an_error_that_cannot_say_what_it_is_has_a_report_all_the_same(where: Profile) -> None:
    with pytest.raises(UserError, match="A mistake in c42desktop has ended it"), recorded(where):
        raise TypeError(Silent())
    (report,) = kept(where)
    assert "\nTypeError\n" in report.text() and SECRET not in report.text()


@pytest.mark.expects_warnings
def test_somebody_without_a_home_has_reports_too(where: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    with pytest.raises(UserError, match="A mistake in c42desktop has ended it"), recorded(where):
        int(SECRET)
    assert len(kept(where)) == 1


def test_a_name_that_is_a_folder_elsewhere_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ann"))
    said = tracebacks.for_others("/home/ann/x /media/ann/stick/x C:\\Users\\ann\\x /run/annual/x")
    assert said == "~/x /media/…/stick/x C:\\Users\\…\\x /run/annual/x"


def test_where_nothing_can_be_written_the_program_runs_all_the_same(where: Profile) -> None:
    where.log.parent.mkdir()
    reports.folder_of(where).write_text("a file in its place")
    ran = []
    with recorded(where):
        ran.append(True)
    assert ran == [True]


def test_only_the_last_lines_of_the_log_are_in_it(where: Profile) -> None:
    run(where, "[logging.getLogger('c42desktop').info('line %d', n) for n in range(500)]; os.abort()")
    start_again(where)
    text = kept(where)[0].text()
    assert "line 499" in text
    assert "line 400" not in text
    assert len(text.splitlines()) < 120
    assert os.linesep not in text.splitlines()[0]
