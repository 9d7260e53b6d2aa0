"""A LaunchAgent: macOS starts it when the person signs in (launchd.plist(5))."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from c42desktop import private
from c42desktop.autostart.switch import Autostart, in_sentences

LABEL = "org.calendar42.desktop"


class LaunchAgent(Autostart):
    """`folder` is ~/Library/LaunchAgents. launchd reads it at the next sign-in: nothing is started or ended now."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._path = folder / f"{LABEL}.plist"
        self._command = tuple(command)

    def is_on(self) -> bool:
        """An agent that is there, is not disabled in its file, and whose program is still there."""
        with in_sentences(self._path):
            try:
                agent = _dictionary(self._path.read_bytes())
            except FileNotFoundError:
                return False
        arguments = agent.get("ProgramArguments")
        program = arguments[0] if isinstance(arguments, list) and arguments else ""
        wanted = agent.get("RunAtLoad") is True and agent.get("Disabled") is not True
        return wanted and isinstance(program, str) and Path(program).exists()

    def switch(self, on: bool) -> None:
        """Write the agent, or take it away."""
        with in_sentences(self._path):
            if not on:
                self._path.unlink(missing_ok=True)
                return
            private.replace(self._path, agent(self._command))


def agent(command: Sequence[str]) -> bytes:
    """The text of an agent that starts `command` without its window, once, in a session with a screen."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": [*command, "--hidden"],
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def _dictionary(data: bytes) -> dict[str, Any]:
    """What cannot be read starts nothing."""
    try:
        found = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
