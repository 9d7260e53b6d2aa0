"""A start that fails says why in a window: most people start the program where nobody reads standard error."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PERSON = """
import json, os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from c42desktop import cli
from c42desktop.ui.start_failure import StartFailureDialog

def act(dialog):
    texts = [each.text().replace("\\u200b", "") for each in dialog.findChildren(QLabel)]
    print(json.dumps(texts), flush=True)
    if sys.argv[1] == "close":
        dialog.findChild(QPushButton, "start-failure-close").click()
    else:
        os.kill(os.getpid(), signal.SIGTERM)

open_ = StartFailureDialog.open
def opened(dialog):
    open_(dialog)
    QTimer.singleShot(0, lambda: act(dialog))
StartFailureDialog.open = opened
sys.exit(cli.run(sys.argv[2:]))
"""


def started(profile: Path, then: str = "close", *, screen: bool = True) -> tuple[int, list[list[str]], str]:
    """Exit code, the texts of each window that said something, standard error."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen" if screen else ""}
    run = [sys.executable, "-c", PERSON, then, "--profile", str(profile), "--hidden"]
    done = subprocess.run(run, capture_output=True, text=True, env=env, cwd=CHECKOUT, check=False, timeout=60)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def newer_store(profile: Path) -> str:
    with closing(sqlite3.connect(profile / "calendars.sqlite")) as db:
        db.execute("PRAGMA user_version = 9000")
    return "calendars.sqlite was written by a newer version of c42desktop. Install that version again."


def broken_settings(profile: Path) -> None:
    (profile / "settings.toml").write_text("x = [")


def test_what_ends_the_start_is_said_in_a_window_and_then_on_standard_error(tmp_path: Path) -> None:
    words = newer_store(tmp_path)
    code, (texts,), error = started(tmp_path)
    assert code == 1
    assert texts[0] == "c42desktop cannot run"
    assert texts[1].endswith(words)
    assert texts[2] == f"The log of this program is {tmp_path / 'c42desktop.log'}"
    assert error.rstrip().endswith(words)
    assert "Traceback" not in error
    assert words in (tmp_path / "c42desktop.log").read_text()


def test_where_no_log_can_be_there_is_none_to_show(tmp_path: Path) -> None:
    (tmp_path / "profile").touch()
    code, (texts,), _error = started(tmp_path / "profile")
    assert code == 1
    assert texts[1].startswith("The folder ")
    assert len(texts) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_the_end_of_the_session_ends_it_too(tmp_path: Path) -> None:
    broken_settings(tmp_path)
    code, (texts,), _error = started(tmp_path, "terminate")
    assert code == 1
    assert texts[1].endswith("Mend the file or move it away.")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_it_is_said_on_standard_error_only(tmp_path: Path) -> None:
    code, shown, error = started(tmp_path, screen=False)
    assert (code, shown) == (1, [])
    assert "There is no screen here." in error
