"""A real notification daemon (dunst) that reports every notification it receives."""

from __future__ import annotations

import asyncio
import re
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress

from tests.desktop.processes import Processes, eventually
from tests.desktop.session_bus import SessionBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_STANDARD = DBusAddress(PATH, NAME, NAME)
_CONTROL = DBusAddress(PATH, NAME, "org.dunstproject.cmd0")

# Timeout 0: a notification stays until it is clicked or closed. The "dmenu" picks the button `press` asked for.
_CONFIG = """\
[global]
    width = (320, 380)
    height = 240
    origin = top-right
    offset = 20x20
    notification_limit = 8
    gap_size = 10
    corner_radius = 9
    frame_width = 1
    padding = 12
    horizontal_padding = 14
    text_icon_padding = 12
    font = Sans 10
    line_height = 3
    markup = full
    format = "<b>%s</b>\\n%b"
    alignment = left
    icon_position = left
    min_icon_size = 32
    max_icon_size = 40
    show_indicators = false
    show_age_threshold = -1
    idle_threshold = 0
    sort = false
    stack_duplicates = false
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
    dmenu = /usr/bin/env grep -m1 -F -f {choice}
[urgency_low]
    background = "#ffffff"
    foreground = "#62646c"
    frame_color = "#e4e4e7"
    timeout = 0
[urgency_normal]
    background = "#ffffff"
    foreground = "#18181b"
    frame_color = "#d4d4d8"
    timeout = 0
[urgency_critical]
    background = "#ffffff"
    foreground = "#18181b"
    frame_color = "#b42318"
    timeout = 0
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A notification as the daemon received it. `urgency` is in lower case, `actions` maps ids to labels."""

    id: int
    app: str
    title: str
    body: str
    icon: str
    desktop_entry: str
    category: str
    urgency: str
    actions: Mapping[str, str]


# The layout of `dunst -print` 1.9: fixed keys in a fixed order, texts in quotes without escapes.
_PRINTED = re.compile(
    r"\{\n"
    r"\tappname: '(?P<app>.*?)'\n"
    r"\tsummary: '(?P<title>.*?)'\n"
    r"\tbody: '(?P<body>.*?)'\n"
    r"\ticon: '(?P<icon>.*?)'\n"
    r".*?"
    r"\tdesktop_entry: '(?P<desktop_entry>.*?)'\n"
    r"\tcategory: (?P<category>.*?)\n"
    r".*?"
    r"\turgency: (?P<urgency>\w+)\n"
    r".*"
    r"\tid: (?P<id>\d+)\n"
    r"(?:\tactions: \{\n(?P<actions>.*?)\t\}\n)?"
    r".*?\}\n$",
    re.DOTALL,
)
_ACTION = re.compile(r'^\t\t"(.*)": "(.*)"$', re.MULTILINE)
# The last key of each block.
_BLOCK_END = "\tscript_count:"


def parse_printed(block: str) -> Shown:
    """One block of `dunst -print`."""
    match = _PRINTED.match(block)
    if match is None:
        raise ValueError(f"dunst printed something else: {block!r}")
    return Shown(
        id=int(match["id"]),
        app=match["app"],
        title=match["title"],
        body=match["body"],
        icon=match["icon"],
        desktop_entry=match["desktop_entry"],
        category=match["category"],
        urgency=match["urgency"].lower(),
        actions=dict(_ACTION.findall(match["actions"] or "")),
    )


class NotificationDaemon:
    """dunst in a desktop: may be started, stopped and started again."""

    def __init__(self, folder: Path, processes: Processes, bus: SessionBus, env: Mapping[str, str]) -> None:
        self._config = folder / "dunstrc"
        self._choice = folder / "dunst-choice"
        self._config.write_text(_CONFIG.format(choice=self._choice))
        self._processes = processes
        self._bus = bus
        self._env = env
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._news = threading.Condition()
        self._received: list[Shown] = []

    @property
    def received(self) -> list[Shown]:
        """Every notification so far, updates of earlier ones included."""
        with self._news:
            return list(self._received)

    def launch(self) -> None:
        """Start it; `wait_until_ready` before the first notification."""
        # Through a pipe, C programs write in blocks: line by line is what a waiting test needs.
        argv = ["stdbuf", "-oL", "dunst", "-print", "-conf", str(self._config)]
        self._process = self._processes.start(argv, self._env, stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> None:
        """Return once it owns its name on the bus."""
        self._bus.wait_for_name(NAME)

    def start(self) -> None:
        """Start it if it does not run, and wait until it takes notifications."""
        if self._process is None:
            self.launch()
        self.wait_until_ready()

    def stop(self) -> None:
        """End it if it runs, and wait until the bus knows; everything it shows is gone."""
        if self._process is not None:
            self.end()
            self._bus.wait_for_name(NAME, present=False)

    def end(self) -> None:
        """End the process and its reader, whether or not the bus is still there."""
        if self._process is None or self._reader is None:
            return
        process, self._process = self._process, None
        self._processes.stop(process)
        self._reader.join()
        assert process.stdout is not None
        process.stdout.close()

    def wait_for(self, wanted: Callable[[Shown], bool], timeout: float = 5.0) -> Shown:
        """The first notification received, before or after this call, that is `wanted`."""
        deadline = time.monotonic() + timeout
        with self._news:
            while True:
                for shown in self._received:
                    if wanted(shown):
                        return shown
                if not self._news.wait(deadline - time.monotonic()):
                    titles = [shown.title for shown in self._received]
                    raise TimeoutError(f"Not among the notifications within {timeout:g} s: {titles}")

    async def shown(self, wanted: Callable[[Shown], bool], timeout: float = 5.0) -> Shown:
        """`wait_for` without holding up the event loop."""
        return await asyncio.to_thread(self.wait_for, wanted, timeout)

    def on_screen(self) -> int:
        """How many popups there are."""
        return int(self._bus.get_property(_CONTROL, "displayedLength"))

    def waiting(self) -> int:
        """How many it received and holds back, because it is paused."""
        return int(self._bus.get_property(_CONTROL, "waitingLength"))

    def wait_on_screen(self, count: int) -> None:
        """Return once there are exactly `count` popups."""
        eventually(lambda: self.on_screen() == count, f"exactly {count} popups")

    def click(self) -> None:
        """A click on the topmost popup: its default action."""
        self._bus.call(_CONTROL, "NotificationAction", "u", (0,))

    def press(self, label: str) -> None:
        """Choose the button `label` of what is on screen."""
        self._choice.write_text(f"#{label}")
        self._bus.call(_CONTROL, "ContextMenuCall")

    def close(self, number: int) -> None:
        """Close the notification `number`."""
        self._bus.call(_STANDARD, "CloseNotification", "u", (number,))

    def close_all(self) -> None:
        """Close everything on screen: it may lie above what is to be clicked."""
        self._bus.call(_CONTROL, "NotificationCloseAll")
        self.wait_on_screen(0)

    def clear(self) -> None:
        """Close everything on screen and forget what was received."""
        self.close_all()
        with self._news:
            self._received.clear()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        """The thread that turns dunst's output into values."""
        assert process.stdout is not None
        block = ""
        for line in process.stdout:
            text = line.decode(errors="replace")
            block += text
            if text == "}\n" and block.rpartition("\n\t")[2].startswith(_BLOCK_END.strip()):
                shown = parse_printed(block)
                block = ""
                with self._news:
                    self._received.append(shown)
                    self._news.notify_all()
