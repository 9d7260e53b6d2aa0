"""Files and folders that only their owner can read, from their first byte on (on Windows, a profile always is)."""

from __future__ import annotations

import os
from pathlib import Path


def folder(path: Path) -> Path:
    """Make a folder, where there is none. One that exists keeps its mode. Raises OSError."""
    if not path.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
    return path


def file(path: Path) -> Path:
    """Make an empty file in a private folder, or close one that exists to others. Raises OSError."""
    folder(path.parent)
    path.touch(mode=0o600)
    path.chmod(0o600)
    return path


def replace(path: Path, text: str) -> None:
    """Write a file as a whole: whoever reads it, and a crash, finds the old one or the new one. Raises OSError."""
    temporary = file(path.with_suffix(".new"))
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def opener(path: str, flags: int) -> int:
    """For `open`: what it makes is its owner's only."""
    return os.open(path, flags, 0o600)
