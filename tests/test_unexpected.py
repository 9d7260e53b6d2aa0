"""What nobody caught is in the log, without values, and the program goes on."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from c42desktop import log, unexpected

SECRET = "Dentist in Delft"
pytestmark = pytest.mark.expects_warnings


class Sender(QObject):
    sent = Signal(str)


def read_number(text: str) -> None:
    int(text)


class Broken:
    """Fails where nobody can be told of it."""

    def __del__(self) -> None:
        int(SECRET)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    log.to_file(tmp_path / "c42desktop.log", "debug")
    return tmp_path / "c42desktop.log"


def in_thread() -> None:
    thread = threading.Thread(target=int, args=(SECRET,))
    thread.start()
    thread.join()


def at_end() -> None:
    made: Broken | None = Broken()
    assert made is not None
    made = None
    gc.collect()


@pytest.mark.parametrize(
    ("fail", "words"), [(in_thread, "Unexpected error in a thread"), (at_end, "that nobody could be told of")]
)
def test_errors_in_threads_and_in_the_end_of_objects_are_logged(
    path: Path, fail: Callable[[], None], words: str
) -> None:
    with unexpected.logged():
        fail()
    text = path.read_text()
    assert words in text
    assert "\nValueError\n" in text
    assert SECRET not in text


def test_the_hooks_are_as_they_were_afterwards() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with unexpected.logged():
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


async def test_errors_in_callbacks_and_tasks_are_logged_without_arguments(path: Path) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(unexpected.in_loop)
    loop.call_soon(int, SECRET)

    async def fail() -> None:
        int(SECRET)

    task = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert task.done()
    del task
    gc.collect()
    loop.set_exception_handler(None)
    text = path.read_text()
    assert "Unexpected error in the loop: Exception in callback int\n" in text
    assert "Unexpected error in the loop: Task exception was never retrieved\n" in text
    assert SECRET not in text


@pytest.mark.qt_no_exception_capture
def test_errors_in_slots_are_logged(qtbot: QtBot, path: Path) -> None:
    sender = Sender()
    sender.sent.connect(read_number)
    with unexpected.logged():
        sender.sent.emit(SECRET)
    text = path.read_text()
    assert " ERROR c42desktop.unexpected: Unexpected error\n" in text
    assert SECRET not in text


@pytest.mark.qt_no_exception_capture
def test_what_fails_with_each_frame_does_not_fill_the_log(qtbot: QtBot, path: Path) -> None:
    sender = Sender()
    sender.sent.connect(read_number)
    with unexpected.logged():
        for _frame in range(120):
            sender.sent.emit("x")
    said = [line.partition(": ")[2] for line in path.read_text().splitlines() if " ERROR " in line]
    kind = "Unexpected error, the {count}th of this kind"
    assert said == ["Unexpected error", kind.format(count=10), kind.format(count=100)]
