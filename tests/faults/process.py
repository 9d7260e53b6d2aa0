"""The application's process: started, killed, frozen, and what it wrote down."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from c42desktop.profile import Profile, find_profile
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.login import Login

DEAD_AFTER = 5  # seconds without a word; in these tests few connections are quiet for longer and live
QUIT_TIMEOUT = 20.0  # seconds to leave in good order
# There is no screen, and what Qt says about what it therefore cannot do is no complaint of the application.
_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false;qt.*.warning=false"}


class Process:
    """The application in `folder`, for one account that signs in with `login`.

    `look_every` is in seconds from one look at everything to the next.
    """

    def __init__(self, folder: Path, login: Login, *, look_every: int) -> None:
        self.profile: Profile = find_profile(str(folder / "profile"))
        self.runs = 0
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.profile.settings.parent.mkdir()
        settings = Settings(self.profile.settings)
        settings.put_account(Account(login, ask_password=True))
        settings.set("network", "dead_after", DEAD_AFTER)
        settings.set("network", "look_every", look_every)

    @property
    def running(self) -> bool:
        """Whether it is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it on the same profile as ever."""
        self.runs += 1
        command = [sys.executable, "-m", "tests.faults.application", "--profile", self.profile.name]
        command += ["--journal", str(self._journal), "--run", str(self.runs)]
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                env={**os.environ, **_SCREEN},
                start_new_session=True,
            )

    def kill(self) -> None:
        """End it without a warning, and return when it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def freeze(self) -> None:
        """Stop it where it is."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    async def quit(self) -> int:
        """Ask it to leave. Gives its exit code; raises TimeoutExpired where it stays."""
        assert self._process is not None
        self._signal(signal.SIGTERM)
        return await asyncio.get_running_loop().run_in_executor(None, self._process.wait, QUIT_TIMEOUT)

    def journal(self) -> list[dict[str, Any]]:
        """What it wrote down, in all its runs. The last line may be half of one."""
        if not self._journal.exists():
            return []
        return [json.loads(line) for line in self._journal.read_text().splitlines(keepends=True) if line[-1] == "\n"]

    @property
    def size(self) -> int:
        """How much it wrote down so far, in bytes."""
        return self._journal.stat().st_size if self._journal.exists() else 0

    def complaints(self) -> list[str]:
        """What it said on standard error, and the errors in its log."""
        found = self._errors.read_text(errors="replace").splitlines()
        for log in sorted(self.profile.log.parent.glob("c42desktop.log*")):
            lines = log.read_text(errors="replace").splitlines()
            found += [line for line in lines if " ERROR " in line or " CRITICAL " in line or "Traceback" in line]
        return found

    @property
    def _journal(self) -> Path:
        return self._folder / "journal.jsonl"

    @property
    def _errors(self) -> Path:
        return self._folder / "stderr.log"

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(number)
