"""What was restored takes the place of what was here: all of it or, after a crash, at the next start.

Once everything stands beside its place, a note says so. From then on the profile is the restored one, and whoever
owns it next does what is left to do. What was here before stays beside it under another name.
"""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from c42desktop import private
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

if TYPE_CHECKING:
    from c42desktop.profile import Profile

KEEP = 3  # of what was here before; the oldest go
NOTE = "restore.json"
_NEW = ".restored"
_OLD = ".before-restore-"
_COMPANIONS = ("-wal", "-shm")  # of the store: they must never meet another one


def place(profile: Profile, files: Mapping[Path, Path], now: datetime) -> list[Path]:
    """Move each file of `files`, by its place in the profile, there, and nothing where it has none. Gives what is kept
    of what was here. Raises UserError, OSError: with nothing changed, or where it is finished at the next start.
    """
    note = profile.lock.with_name(NOTE)
    stamp = f"{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03}"
    for target in _places(profile):
        _beside(target).unlink(missing_ok=True)
    try:
        for target, source in files.items():
            private.folder(target.parent)
            _move(source, _beside(target))
        text = json.dumps({"stamp": stamp, "files": [target.name for target in files]})
        private.replace(note, text.encode(), lasting=True)
    except OSError:
        for target in _places(profile):
            with contextlib.suppress(OSError):
                _beside(target).unlink()
        raise
    finish(profile)
    return [_old(target, stamp) for target in _places(profile) if _old(target, stamp).exists()]


def finish(profile: Profile) -> None:
    """As the profile's owner: do what a crash has left to do. Raises UserError."""
    note = profile.lock.with_name(NOTE)
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        stamp, names = str(said["stamp"]), list(said["files"])
    except FileNotFoundError:
        return
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise _unfinished(note, error) from error
    try:
        for target in _places(profile):
            _replace(target, stamp, restored=target.name in names)
            _forget_oldest(target)
        note.unlink()
    except OSError as error:
        raise _unfinished(note, error) from error


def kept(target: Path) -> list[Path]:
    """What was at this place before it was restored, oldest first."""
    found = target.parent.glob(f"{target.name}{_OLD}*")
    return sorted(each for each in found if not each.name.endswith(_COMPANIONS))


def _places(profile: Profile) -> tuple[Path, Path]:
    return profile.store, profile.settings


def _replace(target: Path, stamp: str, *, restored: bool) -> None:
    """Each step can be done again: what is done leaves nothing to do."""
    new = _beside(target)
    if restored and not new.exists():
        return
    for part in (*_COMPANIONS, ""):
        with contextlib.suppress(FileNotFoundError):
            target.with_name(target.name + part).rename(_old(target, stamp + part))
    if restored:
        new.replace(target)


def _forget_oldest(target: Path) -> None:
    for old in kept(target)[:-KEEP]:
        for part in ("", *_COMPANIONS):
            with contextlib.suppress(OSError):  # what somebody holds on to keeps nobody from starting
                old.with_name(old.name + part).unlink()


def _old(target: Path, stamp: str) -> Path:
    return target.with_name(f"{target.name}{_OLD}{stamp}")


def _beside(target: Path) -> Path:
    return target.with_name(target.name + _NEW)


def _move(source: Path, target: Path) -> None:
    """Down to the disk, which a large store need not be on twice; it is its owner's only. Raises OSError."""
    private.sync(source)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with source.open("rb") as read, private.file(target).open("wb") as file:
            shutil.copyfileobj(read, file)
        private.sync(target)


def _unfinished(note: Path, error: Exception) -> UserError:
    sentence = _("A backup that was being restored cannot be put in its place: {why}. The note about it is {path}.")
    return UserError(sentence.format(why=getattr(error, "strerror", None) or error, path=note))
