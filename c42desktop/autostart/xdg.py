"""The entry in the person's folder of what starts with a session (Desktop Application Autostart Specification).

Desktops switch it off in words of their own: `Hidden`, and GNOME's key. Both are read; `switch` writes it anew.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from c42desktop import private
from c42desktop.autostart.switch import Autostart, in_sentences

NAME = "c42desktop.desktop"
_OFF = (("Hidden", "true"), ("X-GNOME-Autostart-enabled", "false"), ("X-MATE-Autostart-enabled", "false"))
_RESERVED = re.compile(r"[^A-Za-z0-9_./:@%+,=-]")  # of an argument of Exec; more than asked for is allowed
_QUOTED = re.compile(r'(["`$\\])')
_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_WRITTEN = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


class AutostartEntry(Autostart):
    """`folder` is the person's, `command` what starts this program."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._path = folder / NAME
        self._command = tuple(command)

    def is_on(self) -> bool:
        """An entry that is there, is not switched off, and whose program is still there."""
        with in_sentences(self._path):
            try:
                text = self._path.read_text(encoding="utf-8", errors="replace")
            except FileNotFoundError:
                return False
        values = read(text)
        switched_off = any(values.get(name, "").lower() == word for name, word in _OFF)
        return bool(values.get("Exec")) and not switched_off and _is_there(values.get("TryExec", ""))

    def switch(self, on: bool) -> None:
        """Write the entry, or take it away. What others put there under the name is replaced."""
        with in_sentences(self._path):
            if not on:
                self._path.unlink(missing_ok=True)
                return
            private.replace(self._path, entry(self._command).encode())


def entry(command: Sequence[str]) -> str:
    """The text of an entry that starts `command` without its window."""
    line = " ".join(map(_argument, [*command, "--hidden"]))
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=c42desktop",
            f"TryExec={_value(command[0])}",
            f"Exec={_value(line)}",
            "Icon=c42desktop",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def read(text: str) -> Mapping[str, str]:
    """The values of the entry, unescaped. Of a key that is there twice, the last."""
    return dict(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    group = ""
    for line in map(str.strip, text.split("\n")):
        if line.startswith("["):
            group = line
        elif group == "[Desktop Entry]" and not line.startswith("#"):
            name, _equals, value = line.partition("=")
            yield name.strip(), re.sub(r"\\(.)", lambda sign: _ESCAPES.get(sign[1], sign[0]), value.strip())


def _argument(text: str) -> str:
    """One argument of Exec: quoted where it must be, and a percent sign is no field code."""
    text = text.replace("%", "%%")
    if text and not _RESERVED.search(text):
        return text
    escaped = _QUOTED.sub(r"\\\1", text)
    return f'"{escaped}"'


def _value(text: str) -> str:
    """As a value is written: spaces at its beginning would be lost."""
    written = text.translate(_WRITTEN)
    return r"\s" + written[1:] if written.startswith(" ") else written


def _is_there(program: str) -> bool:
    """By its path, else in PATH, as desktops look for it; an entry that names none is not asked."""
    if not program:
        return True
    return os.access(program, os.X_OK) if Path(program).is_absolute() else shutil.which(program) is not None
