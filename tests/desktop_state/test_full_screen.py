"""A full-screen window in front is found; a question that fails or hangs is answered with no."""

from __future__ import annotations

import asyncio
import ctypes
import sys
import threading
from types import SimpleNamespace

import pytest

from c42desktop.desktop_state import watch, windows, x11
from c42desktop.desktop_state.question import Question
from tests.desktop.harness import Desktop
from tests.desktop.processes import eventually

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QSocketNotifier
app = QApplication([])
window = QWidget()
window.showFullScreen()
def read(*_): window.showNormal() if sys.stdin.readline().strip() == "normal" else app.quit()
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(read)
app.exec()
"""


@pytest.mark.desktop
def test_the_active_window_is_full_screen_or_not(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
    assert x11.full_screen() is False
    process = desktop._processes.start([sys.executable, "-c", WINDOW], desktop.env, stdin=-1)
    assert process.stdin is not None
    eventually(x11.full_screen, "a full-screen window")
    process.stdin.write(b"normal\n")
    process.stdin.flush()
    eventually(lambda: not x11.full_screen(), "an ordinary window")
    desktop.stop(process)
    process.stdin.close()
    assert x11.full_screen() is False


def test_without_a_display_nothing_is_full_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":48213")
    assert x11.full_screen() is False
    monkeypatch.setattr(x11, "_LIBRARY", "libxcb-that-is-not-here.so")
    assert x11.full_screen() is False


@pytest.mark.parametrize(("state", "quiet"), [(1, False), (2, True), (3, True), (4, True), (5, False), (6, False)])
def test_windows_says_what_it_asks_itself(monkeypatch: pytest.MonkeyPatch, state: int, quiet: bool) -> None:
    def query(pointer: object) -> int:
        pointer._obj.value = state  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(SHQueryUserNotificationState=query))
    assert windows.full_screen() is quiet


@pytest.mark.parametrize(
    ("platform", "display", "question"),
    [
        ("linux", ":0", x11.full_screen),
        ("linux", "", watch._never),
        ("darwin", ":0", watch._never),
        ("win32", "", windows.full_screen),
    ],
)
def test_each_system_is_asked_in_its_way(
    monkeypatch: pytest.MonkeyPatch, platform: str, display: str, question: object
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    assert watch.system_full_screen() is question


def _fail() -> bool:
    raise OSError("no such library")


async def test_the_answer_is_passed_on() -> None:
    assert await Question(lambda: True).answer() is True
    assert await Question(lambda: False).answer() is False
    assert await Question(_fail).answer() is False


async def test_a_question_that_hangs_is_not_waited_for_and_not_asked_again_meanwhile() -> None:
    let_go, asked = threading.Event(), []

    def hang() -> bool:
        asked.append(True)
        return let_go.wait(10)

    question = Question(hang, patience=0.05, fresh=0)
    async with asyncio.timeout(5):
        assert await question.answer() is False
        assert await question.answer() is False
        assert len(asked) == 1
        let_go.set()
        while not await question.answer():
            await asyncio.sleep(0.01)


async def test_an_answer_holds_for_a_moment() -> None:
    now, answers = [100.0], [True, False]
    question = Question(lambda: answers.pop(0), fresh=2, clock=lambda: now[0])
    assert await question.answer() is True
    now[0] += 1.9
    assert await question.answer() is True
    now[0] += 0.1
    assert await question.answer() is False
