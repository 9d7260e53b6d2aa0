"""Files and folders that only their owner can read, from their first byte on (on Windows, a profile always is)."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def folder(path: Path) -> Path:
    """Make a folder, where there is none. One that exists keeps its mode. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def file(path: Path) -> Path:
    """Make an empty file in a private folder, or close one that exists to others. Raises OSError."""
    folder(path.parent)
    path.touch(mode=0o600)
    path.chmod(0o600)
    return path


def replace(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """Put a file there as a whole: who reads it, or a crash, finds the old one or this one. Raises OSError, with the
    old one as it was. A link goes, not what it points to. `lasting`: also where the power goes, at the price of waiting
    for the disk.
    """
    temporary = path.with_suffix(".new")
    try:
        file(temporary).write_bytes(data)
        if lasting:
            sync(temporary)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sync(path: Path) -> None:
    """Wait until the disk has what was written. Raises OSError."""
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def opener(path: str, flags: int) -> int:
    """For `open`: what it makes is its owner's only."""
    return os.open(path, flags, 0o600)
