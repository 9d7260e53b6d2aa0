"""The command that starts this very program."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAME = "c42desktop"


def own_command() -> list[str]:
    """The bundle, the installed command, or the interpreter with the module; by a name that outlives an update."""
    if getattr(sys, "frozen", False):
        return [_by_its_usual_name(sys.executable)]
    started = Path(sys.argv[0])
    if sys.platform != "win32" and started.name == NAME and os.access(started, os.X_OK):
        return [_by_its_usual_name(str(started.absolute()))]
    return [_without_console(sys.executable), "-m", NAME]


def _by_its_usual_name(program: str) -> str:
    """What PATH calls it: the folder behind a link may be another one after an update."""
    usual = shutil.which(NAME)
    return usual if usual and Path(usual).resolve() == Path(program).resolve() else program


def _without_console(interpreter: str) -> str:
    """On Windows, an interpreter that opens no black window."""
    quiet = Path(interpreter).with_name("pythonw.exe")
    return str(quiet) if sys.platform == "win32" and quiet.exists() else interpreter
