"""Where an instance keeps its files, and that only one process writes them."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from c42desktop import private
from c42desktop.backup.placing import finish
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

VARIABLE = "C42DESKTOP_PROFILE"
APPLICATION = "c42desktop"
"""The tray application, as what owns a profile is called."""


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who owns a profile. `address`: where it can be asked something, "" while nowhere."""

    command: str
    pid: int
    address: str = ""

    @property
    def is_application(self) -> bool:
        """Whether it is the tray application, which can be asked sooner or later."""
        return self.command == APPLICATION


class HeldError(UserError):
    """The profile is owned by `holder`, None where it does not say who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(_described(holder))
        self.holder = holder


@contextmanager
def locked(profile: Profile, command: str) -> Iterator[None]:
    """Own the profile for as long as the context lasts. Raises HeldError with who owns it already, UserError."""
    with _lock(profile):
        try:
            finish(profile)
            _write(profile, Holder(command, os.getpid()))
            yield
        finally:
            with contextlib.suppress(OSError):  # what is left of a folder that nobody may write now says nothing
                _path(profile).unlink(missing_ok=True)


def is_held(profile: Profile) -> bool:
    """Whether some process owns the profile at this moment.

    The lock is tried for that, without a word in our name: somebody else who starts just now would read it.
    """
    try:
        with _lock(profile):
            return False
    except HeldError:
        return True


@contextmanager
def _lock(profile: Profile) -> Iterator[None]:
    """Raises as `locked` does."""
    from filelock import FileLock, Timeout

    try:
        private.folder(profile.lock.parent)
        lock = FileLock(profile.lock)
        lock.acquire(timeout=0)
    except Timeout:
        raise HeldError(holder_of(profile)) from None
    except OSError as error:
        sentence = _("The folder {folder} cannot be written: {why}.")
        raise UserError(sentence.format(folder=profile.lock.parent, why=error.strerror)) from error
    try:
        yield
    finally:
        lock.release()


def tell_address(profile: Profile, address: str) -> None:
    """As the owner: say where we can be asked something."""
    _write(profile, Holder(APPLICATION, os.getpid(), address))


def holder_of(profile: Profile) -> Holder | None:
    """Who wrote last that it owns the profile; it may have been killed since. None where nobody did."""
    try:
        who = json.loads(_path(profile).read_text(encoding="utf-8"))
        return Holder(str(who["command"]), int(who["pid"]), str(who.get("address", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _path(profile: Profile) -> Path:
    return profile.lock.with_name("lock.holder")


def _write(profile: Profile, holder: Holder) -> None:
    """Whole or not at all: others read it at any moment."""
    with contextlib.suppress(OSError):  # a full disk: nobody learns who holds it, but it is held
        private.replace(_path(profile), json.dumps(asdict(holder)).encode())


def _described(holder: Holder | None) -> str:
    if holder is None:
        return _("Another c42desktop is using this profile. Quit it first, or use --profile.")
    sentence = _("“{command}” (process {pid}) is using this profile. Quit it first, or use --profile.")
    return sentence.format(command=holder.command, pid=holder.pid)
