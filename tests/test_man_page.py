"""The manual page says what the program takes, and nothing else."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from c42desktop.crashes.reports import folder_of
from c42desktop.grammar import parser
from c42desktop.profile import find_profile

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "packaging/linux/c42desktop.1"


@pytest.fixture
def shown() -> str:
    """The page as it is read, on long lines."""
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    command = ["groff", "-man", "-Tutf8", "-P-cbou", "-rLL=400n", "-ww", PAGE]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return re.sub(r" +", " ", done.stdout.decode().replace("‐", "-").replace("−", "-"))


def test_it_is_made_of_the_grammar_of_the_command_line() -> None:
    command = [sys.executable, "packaging/man.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_it_reads_without_a_warning(shown: str) -> None:
    assert "subscribe URI" in shown and "EXIT STATUS" in shown
    assert "--log-level LEVEL\n" in shown


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_the_other_reader_of_such_pages_has_nothing_to_say() -> None:
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "style", PAGE], capture_output=True, text=True, check=False)
    told = [line for line in done.stdout.splitlines() if "missing date" not in line]  # until there is a release
    assert told == []


def test_its_examples_make_sense(shown: str) -> None:
    examples = [line.strip() for line in shown.partition("EXAMPLES")[2].splitlines() if " c42desktop " in line]
    assert len(examples) >= 7
    for example in examples:
        parser().parse_args(shlex.split(example)[1:])


def test_it_names_every_variable_of_ours(shown: str) -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "c42desktop").rglob("*.py"))
    named = set(re.findall(r"\bC42DESKTOP_[A-Z_]+\b", sources))
    assert named
    assert named == set(re.findall(r"\bC42DESKTOP_[A-Z_]+\b", shown))


@pytest.mark.skipif(sys.platform != "linux", reason="the page is for Linux")
def test_the_files_are_where_it_says(shown: str, empty_home: Path) -> None:
    profile = find_profile()
    for path in (profile.settings, profile.store, profile.log, folder_of(profile)):
        assert f" ~/{path.relative_to(empty_home)}\n" in shown
