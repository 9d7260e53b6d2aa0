"""Files a person named: read whole, or written whole. What goes wrong is one sentence."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

LARGEST = 100 * 1024 * 1024  # bytes; what is larger is no calendar of a person


def read(path: Path) -> bytes:
    """The content of a file. Raises UserError, also for a folder and for what would never end."""
    try:
        with open(path, "rb", opener=_not_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UserError(_("{file} is not a file.").format(file=path))
            data = file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise UserError(_("{file} is a folder, not a file.").format(file=path)) from error
    except (OSError, ValueError) as error:  # a NUL in the name
        why = getattr(error, "strerror", None) or _("there is no such file")
        raise UserError(_("{file} cannot be read: {why}.").format(file=path, why=why)) from error
    if len(data) > LARGEST:
        sentence = _("{file} is larger than {size} MB. That is more than a calendar takes.")
        raise UserError(sentence.format(file=path, size=LARGEST // 1024**2))
    return data


def write(path: Path, chunks: Iterable[str]) -> None:
    """A new file with this content, or the old one as it was; what a link points to is replaced, not the link.

    Raises UserError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise UserError(_("{file} is not a file.").format(file=path))
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".c42desktop-", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or _("this is no name of a file")
        raise UserError(_("{file} cannot be written: {why}.").format(file=path, why=why)) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _not_waiting(path: str, flags: int) -> int:
    """A pipe that nobody writes to must not keep us waiting for somebody who does."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _mode(path: Path) -> int:
    """As the file that is replaced; else as any new file of this person."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
