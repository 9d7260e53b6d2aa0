"""One application for each profile, however often it is started, with real processes on a real desktop."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.profile import find_profile, holder_of, tell_address
from tests.conftest import PASSWORDS
from tests.desktop import x11
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.processes import eventually

pytestmark = pytest.mark.desktop
PATIENCE = 20.0
OTHER = """\
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("Another program")
field.resize(400, 60)
field.show()
app.exec()
"""
PLAN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//t
BEGIN:VEVENT
UID:far
SUMMARY:Far away
DTSTART;VALUE=DATE:20260101
DTEND;VALUE=DATE:20990101
END:VEVENT
END:VCALENDAR
"""


def start(desktop: Desktop, profile: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The program once more."""
    return desktop.start([sys.executable, "-W", "error", "-m", "c42desktop", "--profile", str(profile), *arguments])


def end(desktop: Desktop, process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """How it ended, and what it said."""
    return process.wait(PATIENCE), desktop.log(process)


def active(desktop: Desktop) -> str:
    """The title of the window that has the keyboard."""
    done = subprocess.run(
        ["xdotool", "getactivewindow", "getwindowname"], env=desktop.env, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def active_id(desktop: Desktop) -> int:
    """The window that has the keyboard."""
    return int(subprocess.run(["xdotool", "getactivewindow"], env=desktop.env, capture_output=True, check=True).stdout)


def wait_for_window(desktop: Desktop, title: str) -> None:
    """Until that one has the keyboard."""
    eventually(lambda: title == active(desktop), f"the window {title} in front", PATIENCE)


@contextmanager
def other_program(desktop: Desktop) -> Iterator[None]:
    """Another program has the keyboard, and somebody types there."""
    process = desktop.start([sys.executable, "-c", OTHER])
    try:
        wait_for_window(desktop, "Another program")
        window, display = active_id(desktop), desktop.env["DISPLAY"]
        shown_at = x11.user_time(display, window)
        subprocess.run(["xdotool", "type", "hello"], env=desktop.env, check=True)
        eventually(lambda: x11.user_time(display, window) > shown_at, "the typing", PATIENCE)
        yield
    finally:
        desktop.stop(process)


def is_reachable(profile: Path) -> bool:
    """Whether somebody says where they listen."""
    holder = holder_of(find_profile(str(profile)))
    return holder is not None and bool(holder.address)


async def test_a_second_start_brings_the_window_to_the_front_with_the_keyboard(
    desktop: Desktop, tmp_path: Path
) -> None:
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["visible"], bool)
        await asyncio.to_thread(wait_for_window, desktop, "c42desktop")
        window = active_id(desktop)
        with other_program(desktop):
            typed_at = x11.user_time(desktop.env["DISPLAY"], active_id(desktop))
            assert end(desktop, start(desktop, tmp_path)) == (0, "")
            wait_for_window(desktop, "c42desktop")
            raised_at = x11.user_time(desktop.env["DISPLAY"], window)
            assert raised_at > typed_at > 0, "strict window managers let in only what is newer than the last key"
            await app.until(["focus"], bool)
            await app.type("ann")
            await app.until(["texts", "sign-in"], lambda texts: "ann" in texts)
            assert await app.terminate() == (0, "")


async def test_what_is_opened_elsewhere_is_asked_about_in_the_window_that_is_there(
    desktop: Desktop, tmp_path: Path
) -> None:
    file = tmp_path / "team plan.ics"
    file.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t\nEND:VCALENDAR\n")
    profile = tmp_path / "profile"
    async with Inspected(desktop, "--profile", str(profile), "--hidden") as app:
        eventually(lambda: is_reachable(profile), "the application", PATIENCE)
        assert end(desktop, start(desktop, profile, "--hidden")) == (0, "")
        assert await app.ask("visible") is False, "nobody wanted to see it"
        first = tmp_path / "first.ics"
        first.write_text(PLAN)
        assert end(desktop, start(desktop, profile, "import", str(first)))[0] == 0  # without any it asks to sign in
        assert end(desktop, start(desktop, profile, "open", str(file))) == (0, "")
        await app.until(["visible"], bool)
        await app.until(["texts", "import-dialog"], lambda texts: any("team plan.ics" in text for text in texts))
        assert await app.terminate() == (0, "")


async def test_a_first_calendar_from_the_terminal_is_shown_at_once(desktop: Desktop, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    file.write_text(PLAN)
    profile = tmp_path / "profile"
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await app.until(["where", "sign-in"], bool)
        eventually(lambda: is_reachable(profile), "the application", PATIENCE)
        code, said = end(desktop, start(desktop, profile, "import", str(file), "--name", "Plan"))
        assert (code, "Plan" in said) == (0, True)
        await app.until(["where", "agenda"], bool)
        await app.until(["rows"], lambda rows: any("Far away" in row for row in rows))
        assert await app.ask("where", "sign-in") is None
        assert await app.terminate() == (0, "")


async def test_of_many_that_start_at_the_same_moment_after_a_crash_one_stays(desktop: Desktop, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(desktop.folder / "dead"))
    tell_address(find_profile(str(tmp_path)), str(desktop.folder / "dead"))
    started = [start(desktop, tmp_path) for _ in range(4)]

    def stays() -> bool:
        return sum(each.poll() is None for each in started) == 1

    eventually(stays, "the end of the others", PATIENCE)
    (first,) = (each for each in started if each.poll() is None)
    assert [end(desktop, each) for each in started if each is not first] == [(0, "")] * 3
    assert _is_held_by(tmp_path, first.pid)
    first.send_signal(signal.SIGTERM)
    assert end(desktop, first) == (0, "")


async def test_one_that_is_started_while_the_first_leaves_takes_its_place(desktop: Desktop, tmp_path: Path) -> None:
    first = start(desktop, tmp_path)
    eventually(lambda: is_reachable(tmp_path), "the application", PATIENCE)
    first.send_signal(signal.SIGTERM)
    second = start(desktop, tmp_path)
    assert end(desktop, first) == (0, "")
    eventually(lambda: _is_held_by(tmp_path, second.pid), "the second", PATIENCE)
    second.send_signal(signal.SIGTERM)
    assert end(desktop, second) == (0, "")


def _is_held_by(profile: Path, pid: int) -> bool:
    holder = holder_of(find_profile(str(profile)))
    return holder is not None and holder.pid == pid and bool(holder.address)


@pytest.mark.server
async def test_an_account_is_added_to_the_application_by_way_of_the_keyring(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    jid = f"ann@{DOMAIN}"
    options = ["--host", "127.0.0.1", "--port", str(own_prosody.ports.starttls), "--ca-file", str(own_prosody.ca_file)]
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["visible"], bool)
        eventually(lambda: is_reachable(tmp_path), "the application", PATIENCE)
        command = [sys.executable, "-m", "c42desktop", "--profile", str(tmp_path), "account", "add", jid]
        process = await asyncio.create_subprocess_exec(
            *command,
            *options,
            "--password-stdin",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=desktop.env,
        )
        out, err = await process.communicate(PASSWORDS["ann"].encode() + b"\n")
        assert (process.returncode, err.decode()) == (0, "")
        assert out.decode() == f"Signed in as {jid}: 0 calendars.\n"
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        assert await app.terminate() == (0, "")
    assert PASSWORDS["ann"] not in (tmp_path / "settings.toml").read_text()
