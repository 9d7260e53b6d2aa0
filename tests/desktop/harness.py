"""A private desktop: screen, window manager, tray, session bus, notification daemon, keyring.

    with Desktop() as desktop:
        program = desktop.start([sys.executable, "-m", "c42desktop"])
        shown = desktop.notifications.wait_for(lambda each: each.title.startswith("Moved"))
        desktop.screenshot(Path("moved.png"))

It has a home of its own and shares nothing with the desktop of the person who runs it. Everything is stopped and
removed at the end; after a failure the logs of its programs are printed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from tests.desktop import x11
from tests.desktop.dunst import NotificationDaemon
from tests.desktop.processes import Processes, eventually, kill_survivors, read_line, require, survivors
from tests.desktop.session_bus import SessionBus, write_config

BACKGROUND = "#dfe3eb"
KEYRING_PASSWORD = b"keyring"
# Of the environment outside; the rest (a real display, bus, keyring or theme) must not leak in.
_INHERITED = ("PATH", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "COVERAGE_PROCESS_START")
_TINT2 = """\
rounded = 0
border_width = 0
background_color = #ffffff 100
panel_background_id = 1
panel_items = TSC
panel_size = 100% 36
panel_position = bottom center horizontal
panel_window_name = tint2
systray_icon_size = 22
systray_padding = 8 4 6
taskbar_mode = single_desktop
task_text = 1
task_icon = 1
task_maximum_size = 220 36
time1_format = %H:%M
clock_font_color = #18181b 100
clock_padding = 12 0
task_font_color = #18181b 100
"""


class Desktop:
    """The desktop as a context manager. Left out parts are missing for the programs in it, as on a real machine."""

    def __init__(
        self,
        *,
        size: tuple[int, int] = (1280, 800),
        tray: Literal["trayer", "tint2"] | None = "trayer",
        notifications: bool = True,
        keyring: bool = True,
        compositor: bool = False,
        background: str = BACKGROUND,
    ) -> None:
        self._size = size
        self._tray = tray
        self._with_notifications = notifications
        self._with_keyring = keyring
        self._with_compositor = compositor
        self._background = background
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Start it; returns once every part is at work."""
        self._check_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="c42-desktop-"))
        self._processes = Processes(self._make_folder("logs"))
        self.env = self._environment()
        try:
            self._start_display()
            self._start_bus()
            self.bus = SessionBus(f"unix:path={self._bus_socket}")
            self.notifications = NotificationDaemon(self.folder, self._processes, self.bus, self.env)
            self._start_parts()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop everything and remove the folder."""
        try:
            if error is not None:
                print(self._processes.logs(), file=sys.stderr)
            if hasattr(self, "notifications"):
                self.notifications.end()
        finally:
            self._processes.stop_all()
            kill_survivors(self._marker)
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def home(self) -> Path:
        """The home folder of the programs in it."""
        return self.folder / "home"

    def start(self, argv: Sequence[str], *, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program in it, with variables of its own on top. It is stopped with the desktop at the latest."""
        return self._processes.start(argv, {**self.env, **(env or {})})

    def run(self, argv: Sequence[str], *, env: Mapping[str, str] | None = None, timeout: float = 20) -> str:
        """Run a program in it to its end; what it printed. A failure tells its last words."""
        process = self.start(argv, env=env)
        try:
            code = process.wait(timeout)
        finally:
            self.stop(process)
        if code != 0:
            raise RuntimeError(f"{argv[0]} ended with {code}: {self.log(process)}")
        return self.log(process)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program that was started in it."""
        self._processes.stop(process)

    def log(self, process: subprocess.Popen[bytes]) -> str:
        """What a program started in it printed so far."""
        return self._processes.log(process)

    def screenshot(self, path: Path) -> None:
        """The whole screen as it is now."""
        self.run(["import", "-window", "root", "-depth", "8", str(path)])

    def survivors(self) -> list[int]:
        """The processes that live in it; none after it is closed."""
        return survivors(self._marker)

    def restart_bus(self) -> None:
        """The session bus dies and a new one takes its address; nobody is on it yet."""
        self._processes.stop(self._bus_process)
        self._bus_socket.unlink(missing_ok=True)
        self._start_bus()

    @property
    def _bus_socket(self) -> Path:
        return self.folder / "runtime" / "bus"

    @property
    def _marker(self) -> str:
        return f"XDG_RUNTIME_DIR={self.folder / 'runtime'}"

    def _check_programs(self) -> None:
        optional = {
            "dunst": self._with_notifications,
            "stdbuf": self._with_notifications,
            "gnome-keyring-daemon": self._with_keyring,
            "picom": self._with_compositor,
        }
        wanted = ["Xvfb", "dbus-daemon", "openbox", "import"]
        wanted += [program for program, used in optional.items() if used]
        for program in [*wanted, *([self._tray] if self._tray else [])]:
            require(program)

    def _make_folder(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(mode=0o700)
        return folder

    def _environment(self) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        return {
            "LANG": "C.UTF-8",
            **inherited,
            "PYTHONPATH": _with_checkout(os.environ.get("PYTHONPATH", "")),
            "HOME": str(self._make_folder("home")),
            "XDG_RUNTIME_DIR": str(self._make_folder("runtime")),
            "XDG_CONFIG_HOME": str(self._make_folder("config")),
            "XDG_DATA_HOME": str(self._make_folder("data")),
            "XDG_STATE_HOME": str(self._make_folder("state")),
            "XDG_CACHE_HOME": str(self._make_folder("cache")),
            "TMPDIR": str(self._make_folder("tmp")),
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            # Neither accessibility bus nor portals nor dconf: none of them is here.
            "NO_AT_BRIDGE": "1",
            "GSETTINGS_BACKEND": "memory",
        }

    def _start_display(self) -> None:
        reader, writer = os.pipe()
        try:
            width, height = self._size
            argv = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24"]
            argv += ["-dpi", "96", "-nolisten", "tcp", "-noreset"]
            self._processes.start(argv, self.env, pass_fds=[writer])
            os.close(writer)
            self.env["DISPLAY"] = f":{read_line(reader, 'The X server')}"
        finally:
            os.close(reader)

    def _start_bus(self) -> None:
        config = self.folder / "bus.conf"
        write_config(config, self._bus_socket)
        reader, writer = os.pipe()
        try:
            argv = ["dbus-daemon", f"--config-file={config}", "--nofork", f"--print-address={writer}"]
            self._bus_process = self._processes.start(argv, self.env, pass_fds=[writer])
            os.close(writer)
            self.env["DBUS_SESSION_BUS_ADDRESS"] = read_line(reader, "The session bus")
        finally:
            os.close(reader)

    def _start_parts(self) -> None:
        """All at once, then wait for each: that is what makes the start short."""
        self._processes.start(["openbox", "--sm-disable"], self.env)
        if self._tray:
            self._start_tray(self._tray)
        if self._with_notifications:
            self.notifications.launch()
        if self._with_keyring:
            self._start_keyring()
        if self._with_compositor:
            self._processes.start(["picom", "--backend", "xrender"], self.env)
        self._wait_for_selection(x11.WINDOW_MANAGER)
        x11.paint_background(self.env["DISPLAY"], self._background)
        if self._tray:
            self._wait_for_selection(x11.SYSTEM_TRAY)
        if self._with_compositor:
            self._wait_for_selection(x11.COMPOSITOR)
        if self._with_notifications:
            self.notifications.wait_until_ready()
        if self._with_keyring:
            self.bus.wait_for_name("org.freedesktop.secrets")

    def _start_tray(self, program: Literal["trayer", "tint2"]) -> None:
        if program == "tint2":
            config = self.folder / "tint2rc"
            config.write_text(_TINT2)
            self._processes.start(["tint2", "-c", str(config)], self.env)
            return
        argv = ["trayer", "--edge", "bottom", "--align", "right", "--width", "160", "--widthtype", "pixel"]
        argv += ["--height", "32", "--SetPartialStrut", "true", "--expand", "true", "--padding", "6"]
        self._processes.start(argv, self.env)

    def _start_keyring(self) -> None:
        """Unlocked with a password on its standard input, as the login would do it: no prompt ever."""
        argv = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        process = self._processes.start(argv, self.env, stdin=subprocess.PIPE)
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(KEYRING_PASSWORD)
            process.stdin.close()

    def _wait_for_selection(self, selection: str) -> None:
        display = self.env["DISPLAY"]
        eventually(lambda: x11.selection_owned(display, selection), f"{selection} on {display}")


def _with_checkout(path: str) -> str:
    """Programs under test find the package and the tests where the checkout is."""
    checkout = str(Path(__file__).parents[2])
    return os.pathsep.join(part for part in (checkout, path) if part)
