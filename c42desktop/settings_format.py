"""The format of settings.toml: its number in the file, and how an older one becomes this one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from c42desktop import private
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

# Each entry changes what was read, one format on. An entry that has been released never changes.
STEPS: tuple[Callable[[dict[str, Any]], None], ...] = ()
FIRST = 1  # also that of a file without a number


def newest() -> int:
    """The number of the format that this version writes."""
    return FIRST + len(STEPS)


def bring_up(data: dict[str, Any], path: Path) -> int:
    """Make this format of what was read. Gives the number it had. Raises UserError for one that is not known."""
    number = data.get("format", FIRST)
    if type(number) is not int or number < FIRST:
        raise UserError(_("{path}: format must be a whole number from 1 on.").format(path=path))
    if number > newest():
        sentence = _("{path} was written by a newer version of c42desktop. Install that version again.")
        raise UserError(sentence.format(path=path))
    for step in STEPS[number - FIRST :]:
        step(data)
    return number


def numbered(data: dict[str, Any]) -> dict[str, Any]:
    """What is to be written, with its number before all else."""
    return {"format": newest(), **{name: value for name, value in data.items() if name != "format"}}


def keep(path: Path, text: str, number: int, now: datetime) -> None:
    """Keep a file of an older format as it was, beside the new one, instead of an older copy. Raises OSError."""
    kept = private.file(path.with_name(f"{path.name}.v{number}-{now:%Y%m%d-%H%M%S}"))
    kept.write_text(text, encoding="utf-8")
    for older in path.parent.glob(f"{path.name}.v{number}-*"):
        if older != kept:
            older.unlink(missing_ok=True)
