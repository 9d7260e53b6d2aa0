"""The loop of the real program, in a process of its own: what ends it, and what does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SECRET = "Dentist in Delft"

PROGRAM = """
import asyncio, sys, threading
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from c42desktop import log
from c42desktop.qt_loop import DesktopEndedError, run_in_qt

class Program:
    def __init__(self):
        self.stop = asyncio.Event()

    async def run(self):
        begin(self)
        await self.stop.wait()
        await asyncio.sleep(0)
        print("farewell")

def fail():
    int("Dentist in Delft")

async def fail_later():
    fail()

@asynccontextmanager
async def make():
    yield Program()

log.to_file(Path(sys.argv[1]))
exec(sys.argv[2])
try:
    run_in_qt(make)
except DesktopEndedError as error:
    print(error)
"""

FAILING = """
def begin(program):
    program.task = asyncio.ensure_future(fail_later())
    program.task.add_done_callback(lambda task: delattr(program, "task"))
    QTimer.singleShot(0, fail)
    asyncio.get_running_loop().call_soon(fail)
    threading.Thread(target=fail).start()
    QTimer.singleShot(300, program.stop.set)
"""
QUITTING = """
def begin(program):
    QTimer.singleShot(0, QApplication.instance().quit)
"""
ENDING = """
def begin(program):
    QTimer.singleShot(0, lambda: QApplication.exit(1))
"""


def run(log_file: Path, begin: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, str(log_file), begin]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)


def test_an_error_in_a_slot_a_task_a_callback_or_a_thread_is_logged_and_the_program_goes_on(tmp_path: Path) -> None:
    done = run(tmp_path / "log", FAILING)
    assert (done.returncode, done.stdout, done.stderr) == (0, "farewell\n", "")
    text = (tmp_path / "log").read_text()
    for words in (
        "Unexpected error\n",
        "Unexpected error in the loop: Task exception was never retrieved\n",
        "Unexpected error in the loop: Exception in callback fail\n",
        "Unexpected error in a thread\n",
    ):
        assert words in text
    assert text.count("\nValueError\n") == 4
    assert SECRET not in text


def test_what_asks_qt_to_quit_gets_a_farewell(tmp_path: Path) -> None:
    """The end of the desktop's session, and the menu of macOS."""
    done = run(tmp_path / "log", QUITTING)
    assert (done.returncode, done.stdout, done.stderr) == (0, "farewell\n", "")
    assert (tmp_path / "log").read_text() == ""


def test_a_screen_that_is_gone_is_no_mistake_of_the_program(tmp_path: Path) -> None:
    """What Qt does where its connection to the X server or the compositor breaks."""
    done = run(tmp_path / "log", ENDING)
    assert (done.returncode, done.stdout) == (0, "The desktop has ended, and c42desktop with it.\n")
    assert "Traceback" not in done.stderr
