"""The files of this instance: settings, calendars, and the room that is left for them. For a thread: disks are slow."""

from __future__ import annotations

import shutil
from pathlib import Path

from c42desktop.doctor.finding import Finding, failed, passed, skipped, warned
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.preference_file import read
from c42desktop.profile import Profile
from c42desktop.settings import Settings
from c42desktop.store.salvage import is_sound
from c42desktop.store.schema import MIGRATIONS, version_of

LITTLE, TOO_LITTLE = 200, 20  # MB: the store, its log and a copy of both while the database is written
_MEGABYTE = 1_000_000


def settings(profile: Profile) -> Finding:
    """Whether the settings file can be read, with every preference in it."""
    if not profile.settings.exists():
        text = _("There is no {path} yet.").format(path=profile.settings)
        return warned("settings", text, _("Add an account: c42desktop account add JID, or start the window."))
    try:
        read_settings = Settings(profile.settings)
        count = len(read_settings.accounts)
    except UserError as error:
        return failed("settings", str(error), _("Without it no account is known."))
    _preferences, faults = read(read_settings)
    if faults:
        return warned("settings", " ".join(faults), _("Until that is mended, the usual value counts instead."))
    text = ngettext("{path} has {count} account.", "{path} has {count} accounts.", count)
    return passed("settings", text.format(path=profile.settings, count=count))


def store(profile: Profile) -> Finding:
    """Whether SQLite finds damage in the calendars, and this version can read them."""
    try:
        size = profile.store.stat().st_size
    except FileNotFoundError:
        return skipped("store", _("No calendars are kept here yet."))
    except OSError as error:
        text = _("{path} cannot be read: {why}.").format(path=profile.store, why=error.strerror)
        return failed("store", text, _("Give yourself the right to read and write it."))
    version = version_of(profile.store)
    if version > len(MIGRATIONS):
        text = _("{path} was written by a newer version of c42desktop.").format(path=profile.store)
        return failed("store", text, _("Install that version again."))
    if is_sound(profile.store):
        text = _("{path} is sound ({size}, format {version}).")
        return passed("store", text.format(path=profile.store, size=_amount(size), version=version))
    text = _("{path} is damaged.").format(path=profile.store)
    return failed("store", text, _("Start the window: it sets the file aside and reads everything anew."))


def disk(profile: Profile) -> Finding:
    """Whether there is room to write."""
    folder = next(each for each in (profile.store.parent, *profile.store.parents, Path.cwd()) if each.is_dir())
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        text = _("The free space of {path} is not known: {why}.")
        return warned("disk", text.format(path=folder, why=error.strerror))
    text = _("{size} are free in {path}.").format(size=_amount(free), path=folder)
    advice = _("Delete what is not needed: a full disk keeps changes from being written.")
    if free < TOO_LITTLE * _MEGABYTE:
        return failed("disk", text, advice)
    return warned("disk", text, advice) if free < LITTLE * _MEGABYTE else passed("disk", text)


def _amount(size: int) -> str:
    for unit, bytes_of in (("GB", 1_000_000_000), ("MB", _MEGABYTE)):
        if size >= bytes_of:
            return f"{size / bytes_of:.1f} {unit}"
    return f"{size / 1000:.0f} kB"
