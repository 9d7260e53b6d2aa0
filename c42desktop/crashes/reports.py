"""The reports that are kept: a file each, beside the log, named by when it was."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from c42desktop import private
from c42desktop.profile import Profile

MOST = 5
_NAME = "%Y%m%dT%H%M%SZ"
_NEW, _SEEN = ".new.txt", ".txt"


@dataclass(frozen=True, slots=True)
class Report:
    """One end, and when it was. `new`: nobody was told of it yet."""

    path: Path
    when: datetime
    new: bool

    def text(self) -> str:
        """What is known of it. Raises OSError."""
        return self.path.read_text(encoding="utf-8", errors="replace")


def folder_of(profile: Profile) -> Path:
    """Where they are."""
    return profile.log.with_name("crash-reports")


def all_in(folder: Path) -> list[Report]:
    """The newest first; none where the folder cannot be read."""
    try:
        found = [_report(path) for path in folder.glob("*" + _SEEN)]
    except OSError:
        return []
    return sorted((each for each in found if each is not None), key=lambda report: report.when, reverse=True)


def newest_unseen(folder: Path) -> Report | None:
    """The one to tell the person of. One that was seen may be newer by a clock that was ahead."""
    return next((each for each in all_in(folder) if each.new), None)


def add(folder: Path, when: datetime, text: str) -> Path:
    """Keep one more, and no more than MOST. Raises OSError."""
    name = when.astimezone(UTC).strftime(_NAME)
    path = private.file(folder / (name + _NEW))
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    others = [each for each in all_in(folder) if each.path != path]  # some may be of a clock that was ahead
    for old in others[MOST - 1 :]:
        old.path.unlink(missing_ok=True)
    return path


def mark_seen(folder: Path) -> None:
    """The person has been told of all there are."""
    for each in all_in(folder):
        if each.new:
            with contextlib.suppress(OSError):  # then they are told again
                each.path.rename(each.path.with_name(each.path.name.removesuffix(_NEW) + _SEEN))


def delete(report: Report) -> None:
    """Forget one, seen by now or not. Raises OSError."""
    stem = report.path.name.removesuffix(_NEW).removesuffix(_SEEN)
    for suffix in (_NEW, _SEEN):
        report.path.with_name(stem + suffix).unlink(missing_ok=True)


def _report(path: Path) -> Report | None:
    stem = path.name.removesuffix(_NEW).removesuffix(_SEEN)
    try:
        when = datetime.strptime(stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None  # a file of somebody else
    return Report(path, when, path.name.endswith(_NEW))
