"""Programs of a test: started with their output in a file, stopped without a trace."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

# Which Debian package to install for a program that is missing.
PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "dunst": "dunst",
    "gnome-keyring-daemon": "gnome-keyring",
    "grep": "grep",
    "import": "imagemagick",
    "notify-send": "libnotify-bin",
    "openbox": "openbox",
    "picom": "picom",
    "stdbuf": "coreutils",
    "tint2": "tint2",
    "trayer": "trayer",
    "xdotool": "xdotool",
}
T = TypeVar("T")
_POLITE_SECONDS = 3.0


class MissingProgramError(RuntimeError):
    """A program the test desktop consists of is not installed."""


def require(program: str) -> str:
    """The full path of `program`; a sentence that names its package where it is missing."""
    found = shutil.which(program)
    if found is None:
        package = PACKAGES.get(program, program)
        raise MissingProgramError(f"The test desktop needs {program}: install the Debian package {package}.")
    return found


def eventually(ask: Callable[[], T], what: str, timeout: float = 5.0) -> T:
    """The first true answer of `ask`, for things that announce themselves to nobody."""
    deadline = time.monotonic() + timeout
    while True:
        if answer := ask():
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not happen within {timeout:g} s")
        time.sleep(0.01)


def read_line(descriptor: int, what: str, timeout: float = 5.0) -> str:
    """One line a program writes to a pipe once it is ready."""
    deadline = time.monotonic() + timeout
    text = b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        chunk = os.read(descriptor, 4096) if ready else b""
        if not chunk:
            raise TimeoutError(f"{what} did not start")
        text += chunk
    return text.decode().strip()


class Processes:
    """Programs that belong together. Each gets a process group and a log of its own."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: list[subprocess.Popen[bytes]] = []
        self._log_of: dict[int, Path] = {}

    def start(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        *,
        stdin: int = subprocess.DEVNULL,
        stdout: int | None = None,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a program; what it prints goes to its log unless `stdout` says otherwise."""
        program = require(argv[0])
        log = self._logs / f"{len(self._log_of):02}-{Path(program).name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [program, *argv[1:]],
                env=dict(env),
                stdin=stdin,
                stdout=output if stdout is None else stdout,
                stderr=output,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._running.append(process)
        self._log_of[process.pid] = log
        return process

    def log(self, process: subprocess.Popen[bytes]) -> str:
        """What the program printed so far."""
        return self._log_of[process.pid].read_text(errors="replace")

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program and everything in its process group."""
        if process in self._running:
            self._running.remove(process)
        if process.poll() is not None:
            return
        _signal_group(process, signal.SIGTERM)
        try:
            process.wait(_POLITE_SECONDS)
        except subprocess.TimeoutExpired:
            _signal_group(process, signal.SIGKILL)
            process.wait()

    def stop_all(self) -> None:
        """End every program, the youngest first."""
        for process in reversed(self._running.copy()):
            self.stop(process)

    def logs(self) -> str:
        """Every log, for a test that failed."""
        texts = [(path.name, path.read_text(errors="replace").strip()) for path in self._log_of.values()]
        return "\n".join(f"--- {name}\n{text}" for name, text in texts if text)


def survivors(marker: str) -> list[int]:
    """The processes with `marker` ("NAME=value") in their environment, children that left their group included."""
    wanted = marker.encode() + b"\0"
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if wanted in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return found


def kill_survivors(marker: str) -> None:
    """End what got away, by its number."""
    for pid in survivors(marker):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    eventually(lambda: not survivors(marker), "the end of the last process")


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
