"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path


def has_screen() -> bool:
    """True where a window can be opened. Asked before Qt is: without a screen, Qt ends the process."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland).is_socket():
        return True
    return _has_x11(os.environ.get("DISPLAY", ""))


def _has_x11(display: str) -> bool:
    match = re.fullmatch(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?", display)
    if match is None:
        return False
    if match["host"] not in ("", "unix"):
        return True  # another computer's, through ssh perhaps: Qt will see
    path = f"/tmp/.X11-unix/X{match['number']}"  # noqa: S108  # the X server's own, well-known place
    return any(_answers(address) for address in (f"\0{path}", path))


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
