"""Where an instance keeps its files, and that only one process writes them."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from c42desktop import private
from c42desktop.backup.placing import finish
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

VARIABLE = "C42DESKTOP_PROFILE"


@dataclass(frozen=True, slots=True)
class Profile:
    """The files of one isolated instance. `name` is "" for the person's own, else the folder's path."""

    name: str
    settings: Path
    store: Path
    log: Path
    lock: Path


def find_profile(folder: str = "") -> Profile:
    """The profile in `folder`, else in the folder that C42DESKTOP_PROFILE names, else the platform's own places."""
    chosen = folder or os.environ.get(VARIABLE, "")
    if chosen:
        root = Path(chosen).expanduser().absolute()
        return Profile(
            str(root), root / "settings.toml", root / "calendars.sqlite", root / "c42desktop.log", root / "lock"
        )
    import platformdirs

    places = platformdirs.PlatformDirs("c42desktop", appauthor=False)
    data = places.user_data_path
    return Profile(
        "",
        places.user_config_path / "settings.toml",
        data / "calendars.sqlite",
        places.user_log_path / "c42desktop.log",
        data / "lock",
    )


@contextmanager
def locked(profile: Profile, command: str) -> Iterator[None]:
    """Own the profile for as long as the context lasts. Raises UserError with who owns it already."""
    from filelock import FileLock, Timeout

    holder = profile.lock.with_name("lock.holder")
    try:
        private.folder(profile.lock.parent)
        lock = FileLock(profile.lock)
        lock.acquire(timeout=0)
    except Timeout:
        raise UserError(_describe(holder)) from None
    except OSError as error:
        sentence = _("The folder {folder} cannot be written: {why}.")
        raise UserError(sentence.format(folder=profile.lock.parent, why=error.strerror)) from error
    try:
        finish(profile)
        with contextlib.suppress(OSError):  # a full disk: nobody learns who holds it, but it is held
            holder.write_text(json.dumps({"command": command, "pid": os.getpid()}), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _describe(holder: Path) -> str:
    try:
        who = json.loads(holder.read_text(encoding="utf-8"))
        command, pid = who["command"], who["pid"]
    except (OSError, ValueError, KeyError, TypeError):
        return _("Another c42desktop is using this profile. Quit it first, or use --profile.")
    sentence = _("“{command}” (process {pid}) is using this profile. Quit it first, or use --profile.")
    return sentence.format(command=command, pid=pid)
