"""Notices how a run ends.

While it lasts there is a file that says so, and into which Python writes where it was when the processor or Qt ends it.
A file that says no more than that is left by a kill or by a lost power: no crash of ours.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from c42desktop import clock, log, private, system, tracebacks
from c42desktop.crashes import reports
from c42desktop.errors import C42Error, UserError
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile

LAST_LINES = 60  # of the log, in a report
LONGEST = 100_000  # characters of what Python wrote at the end
_RUNNING = "running"

_log = logging.getLogger(__name__)


@contextmanager
def recorded(profile: Profile) -> Iterator[None]:
    """Around a run, within the profile's lock and before anything is logged.

    A report is made of how the last run ended, if that was a crash, and of an error that ends this one. Raises
    UserError in place of that error.
    """
    folder = reports.folder_of(profile)
    with contextlib.suppress(OSError):  # a full disk: without
        _look_back(folder, profile.log)
    started = _started()
    running = _begin(folder, started)
    try:
        yield
    except (C42Error, OSError):
        raise  # a sentence for the person
    except Exception as error:  # the last place that can say what ended the program
        sentence = _ended(profile, started, tracebacks.written(error))
        _log.critical("Unexpected end", exc_info=error)
        raise UserError(sentence) from error
    finally:
        _end(folder, running)


def _look_back(folder: Path, log_file: Path) -> None:
    """Make a report of what the last run left. Raises OSError."""
    left = folder / _RUNNING
    if not left.exists():
        return
    started, _line, fault = left.read_text(encoding="utf-8", errors="replace")[:LONGEST].partition("\n\n")
    if fault.strip():
        when = datetime.fromtimestamp(left.stat().st_mtime, UTC)
        reports.add(folder, when, _text(started, when, fault, log_file))
    left.unlink()


def _begin(folder: Path, started: str) -> TextIO | None:
    try:
        file = private.file(folder / _RUNNING).open("w", encoding="utf-8")
        file.write(started + "\n\n")
        file.flush()
        faulthandler.enable(file)
    except OSError:  # the log beside it, which cannot be written either, says why
        return None
    return file


def _end(folder: Path, running: TextIO | None) -> None:
    if running is None:
        return
    faulthandler.disable()
    running.close()
    with contextlib.suppress(OSError):
        (folder / _RUNNING).unlink()


def _ended(profile: Profile, started: str, trace: str) -> str:
    """Write down what ends this run. Gives the sentence for the person."""
    when = clock.now()
    path = profile.log
    with contextlib.suppress(OSError):  # a full disk: the log has it, or had no room for it either
        path = reports.add(reports.folder_of(profile), when, _text(started, when, trace, profile.log))
    return _("A mistake in c42desktop has ended it. What is known about it is in {path}.").format(path=path)


def _started() -> str:
    return f"{system.described()}\nStarted {_shown(clock.now())}"


def _text(started: str, ended: datetime, trace: str, log_file: Path) -> str:
    """In English, as whoever can do something about it reads it."""
    lines = "\n".join(_last_lines(log_file))
    return tracebacks.for_others(
        f"{started}\nEnded   {_shown(ended)}\n\n{trace.strip()}\n\nLast lines of the log:\n\n{lines}\n"
    )


def _last_lines(log_file: Path) -> list[str]:
    lines: list[str] = []
    for file in log.files(log_file)[:2]:
        with contextlib.suppress(OSError):
            lines = [*file.read_text(encoding="utf-8", errors="replace").splitlines(), *lines]
    return lines[-LAST_LINES:]


def _shown(instant: datetime) -> str:
    return instant.astimezone(clock.LOCAL).isoformat(" ", "seconds")
