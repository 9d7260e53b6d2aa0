"""The manual page says what the program takes, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "packaging/linux/c42desktop.1"


def test_it_is_made_of_the_grammar_of_the_command_line() -> None:
    command = [sys.executable, "packaging/man.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_it_reads_without_a_warning() -> None:
    done = subprocess.run(["groff", "-man", "-Tutf8", "-P-cbou", "-ww", PAGE], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert "subscribe URI" in text and "EXIT STATUS" in text
