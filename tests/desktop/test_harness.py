"""The private desktop does what real programs need from a desktop, and leaves nothing behind."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

import pytest

from tests.desktop import harness, processes
from tests.desktop.dunst import parse_printed
from tests.desktop.harness import Desktop
from tests.desktop.processes import MissingProgramError

pytestmark = pytest.mark.desktop

Tray = Literal["trayer", "tint2"]

KEYRING_PROGRAM = """
import keyring
backend = keyring.get_keyring()
assert keyring.core.recommended(backend), backend
print(type(backend).__module__)
keyring.set_password("c42desktop", "ann@example.com", "pässword")
print(keyring.get_password("c42desktop", "ann@example.com"))
"""

# Tells the place of the icon whenever it moves, for a tray lays out its icons in its own time.
TRAY_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

app = QApplication(sys.argv)
picture = QPixmap(22, 22)
picture.fill(QColor("#ff0000"))
icon = QSystemTrayIcon(QIcon(picture))
icon.show()

told = None

def report():
    global told
    if icon.geometry() != told and not icon.geometry().isEmpty():
        told = icon.geometry()
        x, y = told.center().toTuple()
        print(app.platformName(), QSystemTrayIcon.isSystemTrayAvailable(), x, y, flush=True)

timer = QTimer(interval=10)
timer.timeout.connect(report)
timer.start()
app.exec()
"""


def color_at(desktop: Desktop, x: int, y: int) -> str:
    """The colour of one point of the screen, out of a binary PPM: three numbers, then three bytes a point."""
    picture = desktop.folder / "screen.ppm"
    desktop.screenshot(picture)
    _magic, width, height, _depth, *_ = picture.read_bytes().split(maxsplit=4)
    points = picture.read_bytes()[-3 * int(width) * int(height) :]
    start = 3 * (y * int(width) + x)
    return f"#{points[start : start + 3].hex()}"


def test_the_keyring_keeps_a_password(desktop: Desktop) -> None:
    answer = desktop.run([sys.executable, "-c", KEYRING_PROGRAM]).split()
    assert answer == ["keyring.backends.SecretService", "pässword"]


def test_a_notification_arrives(desktop: Desktop) -> None:
    argv = ["notify-send", "-a", "somebody", "-u", "critical", "-c", "im.received", "It's here", "a <b>b</b>\nc"]
    desktop.run(argv)
    shown = desktop.notifications.wait_for(lambda each: each.app == "somebody")
    assert (shown.title, shown.body) == ("It's here", "a <b>b</b>\nc")
    assert (shown.urgency, shown.category, dict(shown.actions)) == ("critical", "im.received", {})


@pytest.mark.parametrize("tray", ["trayer", "tint2"])
def test_a_tray_icon_appears(tray: Tray) -> None:
    with Desktop(tray=tray, notifications=False, keyring=False) as desktop:
        program = desktop.start([sys.executable, "-c", TRAY_PROGRAM])

        def is_red_where_it_says() -> bool:
            *_, last = ["", *desktop.log(program).splitlines(keepends=True)]
            match last.split():
                case ["xcb", "True", x, y] if last.endswith("\n"):
                    return color_at(desktop, int(x), int(y)) == "#ff0000"
            return False

        processes.eventually(is_red_where_it_says, "the tray icon", timeout=20)


def test_without_a_tray_there_is_none() -> None:
    with Desktop(tray=None, notifications=False, keyring=False) as desktop:
        program = "from PySide6.QtWidgets import *; QApplication([]); print(QSystemTrayIcon.isSystemTrayAvailable())"
        assert desktop.run([sys.executable, "-c", program]).strip() == "False"


@pytest.mark.parametrize("compositor", [False, True])
def test_the_screen_has_its_background(compositor: bool) -> None:
    with Desktop(notifications=False, keyring=False, compositor=compositor) as desktop:
        processes.eventually(lambda: color_at(desktop, 5, 5) == harness.BACKGROUND, "the background")


def test_programs_share_nothing_with_the_person_who_runs_it(desktop: Desktop) -> None:
    inside = desktop.run(["env"])
    folders = [line for line in inside.splitlines() if line.startswith(("HOME=", "XDG_", "TMPDIR="))]
    assert len(folders) >= 7
    assert all(str(desktop.folder) in line for line in folders if not line.startswith("XDG_SESSION_TYPE"))
    assert Path(desktop.env["XDG_RUNTIME_DIR"]).stat().st_mode & 0o777 == 0o700


def test_a_failing_program_is_an_error_with_its_words(desktop: Desktop) -> None:
    with pytest.raises(RuntimeError, match="no such luck"):
        desktop.run([sys.executable, "-c", "raise SystemExit('no such luck')"])


def test_nothing_is_left_behind() -> None:
    with Desktop() as desktop:
        # A child that leaves its group, as daemons do.
        desktop.run([sys.executable, "-c", "import os; os.fork() or (os.setsid(), os.execlp('sleep', 'sleep', '60'))"])
        deadline = time.monotonic() + 10
        while len(desktop.survivors()) < 7:  # while it executes, its surroundings cannot be read for a moment
            assert time.monotonic() < deadline
    assert desktop.survivors() == []
    assert not desktop.folder.exists()


def test_nothing_is_left_behind_by_a_failure(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), Desktop(keyring=False) as desktop:
        desktop.run([sys.executable, "-c", "print('last words')"])
        raise ZeroDivisionError
    assert desktop.survivors() == []
    assert not desktop.folder.exists()
    assert "last words" in capfd.readouterr().err


def test_nothing_is_left_behind_by_a_start_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = Desktop(keyring=False)

    def never_ready(selection: str) -> None:
        raise TimeoutError(selection)

    monkeypatch.setattr(desktop, "_wait_for_selection", never_ready)
    with pytest.raises(TimeoutError), desktop:
        pass
    assert desktop.survivors() == []
    assert not desktop.folder.exists()


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgramError, match=r"needs Xvfb: install the Debian package xvfb\."), Desktop():
        pass


def test_unknown_output_of_the_daemon_is_an_error() -> None:
    with pytest.raises(ValueError, match="something else"):
        parse_printed("{\n\tsomething: 'else'\n}\n")


def test_stopping_a_program_twice_is_harmless(desktop: Desktop) -> None:
    program = desktop.start(["sleep", "60"])
    desktop.stop(program)
    desktop.stop(program)
    assert isinstance(program, subprocess.Popen)
    assert program.returncode != 0
