"""How large the built program is, by what it is made of: the last thing that a build prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]  # as PyInstaller has them: name in the bundle, file, kind

_GROUPS = (
    ("ICU", r".*/?(lib)?icu\w*\d*\.(so|dll).*"),
    ("Qt: libraries", r"PySide6/Qt/lib/.*|PySide6/Qt6?\w+\.dll|.*\.framework/.*"),
    ("Qt: plugins", r"PySide6/(Qt/)?plugins/.*"),
    ("Qt: translations", r"PySide6/(Qt/)?translations/.*"),
    ("Qt for Python", r"(PySide6|shiboken6)/.*"),
    ("Python", r"(lib)?python3.*|base_library\.zip|Python"),
    ("cryptography", r"cryptography.*|libcrypto.*|libssl.*"),
    ("this program", r"c42desktop.*"),
    ("other libraries", r"[^/]+\.(so|dll|dylib).*"),
    ("Python packages", r".*"),
)


def group_of(name: str) -> str:
    """What a file of the bundle belongs to."""
    return next(group for group, pattern in _GROUPS if re.fullmatch(pattern, name.replace("\\", "/")))


def gathered(entries: Iterable[Entry]) -> Counter[str]:
    """Bytes by group, of what PyInstaller has found."""
    counted: Counter[str] = Counter()
    for name, file, kind in entries:
        if kind != "SYMLINK":
            counted[group_of(name)] += Path(file).stat().st_size
    return counted


def built(folder: Path) -> Counter[str]:
    """Bytes by group, of the program as it was built."""
    counted: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            name = file.relative_to(folder).as_posix().removeprefix("_internal/")
            counted[group_of(name)] += file.stat().st_size
    return counted


def table(before: Counter[str], after: Counter[str]) -> str:
    """Both side by side, in megabytes, and their sums."""
    lines = [f"{'MB':18}{'found':>8}{'built':>8}"]
    for group, _pattern in _GROUPS:
        lines.append(f"{group:18}{before[group] / 1e6:8.1f}{after[group] / 1e6:8.1f}")
    return "\n".join([*lines, f"{'together':18}{before.total() / 1e6:8.1f}{after.total() / 1e6:8.1f}"])
