"""What runs here, in one line, for a log or a report."""

from __future__ import annotations

import os
import platform
import sys

from c42desktop import __version__, distribution


def described() -> str:
    """The versions of the program and of what it stands on."""
    desktop = "/".join(os.environ.get(name, "") for name in ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")).strip("/")
    parts = [
        f"c42desktop {__version__} ({distribution.read().kind})",
        f"Python {platform.python_version()}",
        _qt(),
        *_system(),
        desktop,
    ]
    return ", ".join(part for part in parts if part)


def _system() -> tuple[str, ...]:
    if sys.platform != "linux":
        return (platform.platform(),)
    release = f"Linux {platform.release()} {platform.machine()}"  # `platform()` reads all of Python's file for libc's
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", ""), release
    except OSError:
        return (release,)


def _qt() -> str:
    """Where it is loaded: commands run without."""
    core = sys.modules.get("PySide6.QtCore")
    return f"Qt {core.qVersion()}" if core is not None else ""
