"""Where the application listens: a place that only this person can reach, and that is short enough for a socket."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import socket
import stat
import struct
import sys
import tempfile
from pathlib import Path

from c42desktop import private
from c42desktop.profile import Profile

LONGEST = 100  # bytes of a path: a socket has room for 104 on macOS, 108 on Linux, with the zero at its end


def find_place(profile: Profile) -> str:
    """Where to listen for a profile: a path, on Windows the name of a pipe. Raises OSError.

    It is the same at each start, so that nothing piles up; the name of a pipe cannot be known before.
    """
    name = f"c42desktop-{_digest(profile)}"
    if sys.platform == "win32":
        return f"{name}-{secrets.token_hex(8)}"
    for path in (_runtime_folder() / name, profile.lock.with_name("socket")):
        if path.is_absolute() and len(os.fsencode(path)) <= LONGEST and is_private(path.parent):
            return str(path)
    folder = private.folder(Path(tempfile.gettempdir()) / f"c42desktop-{os.getuid()}")
    if not is_private(folder):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return str(folder / name)


def is_private(folder: Path) -> bool:
    """Whether nobody else can put something else there."""
    if sys.platform == "win32":
        return True
    with contextlib.suppress(OSError):
        about = folder.stat()
        return about.st_uid == os.getuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return False


def is_ours(line: socket.socket) -> bool:
    """Whether the other end of a local socket is a process of this person; True where the system does not tell."""
    if sys.platform == "win32":
        return True
    return _user_at(line) in (None, os.getuid())


def _user_at(line: socket.socket) -> int | None:
    if sys.platform == "linux":
        _pid, user, _group = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return int(user)
    elif sys.platform == "darwin":  # noqa: RET505  # the type checker follows this form only
        # unix(4): LOCAL_PEERCRED at level 0 gives a struct xucred, whose second word is the user
        _version, user = struct.unpack_from("II", line.getsockopt(0, 1, 76))
        return int(user)
    else:
        return None


def is_listened_at(path: str) -> bool:
    """Whether some process listens there; what a process left that was killed answers nobody."""
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(1.0)
        try:
            line.connect(path)
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except OSError:
            return True  # busy, or somebody else's: not ours to take away
        return True


def _runtime_folder() -> Path:
    """What the system empties at the end of the session; in a sandbox, the part that all of a program's share."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    sandbox = os.environ.get("FLATPAK_ID", "")
    return folder / "app" / sandbox if sandbox else folder


def _digest(profile: Profile) -> str:
    return hashlib.sha256(os.fsencode(profile.lock.resolve())).hexdigest()[:16]
