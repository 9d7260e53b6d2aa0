"""`backup` and `restore`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from c42desktop import private
from c42desktop.backup import checking, placing, unpacking, writing
from c42desktop.backup.parts import LARGEST, SETTINGS, STORE, Backup
from c42desktop.commands.account_options import described
from c42desktop.commands.context import Context
from c42desktop.commands.import_ import named
from c42desktop.commands.output import complain, say, to_stdout
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.profile import Profile, locked
from c42desktop.settings import Account, Settings

PIPE = "-"
_WRITING, _RESTORING = ".c42desktop-backup-", ".c42desktop-restore-"


async def backup(context: Context, file: str) -> None:
    """Write settings and store into one file, or to standard output. Raises UserError."""
    context.look()
    if file == PIPE:
        if sys.stdout is None or sys.stdout.isatty():
            raise UserError(_("A backup is no text. Name a file, or lead standard output into one."))
        _sweep(context.profile.store.parent)
        with _gathered(context.profile, context.profile.store.parent) as made:
            _to_stdout(made)
        return
    with _writing(file) as (folder, target), _gathered(context.profile, folder) as made:
        whole = private.file(folder / "whole")
        with whole.open("wb") as out:
            writing.write(made, out)
        private.sync(whole)
        whole.replace(target)
    say(_("Backed up to {file}. No password is in it; who can read it can read your calendars.").format(file=target))


async def restore(context: Context, file: str) -> None:
    """Put settings and store back as they are in a backup, if all of it is in order. Raises UserError."""
    parent = context.profile.store.parent
    with locked(context.profile, context.command), _folder_in(parent, _RESTORING) as folder:
        for left in set(parent.glob(f"{_RESTORING}*")) - {folder}:  # by one that was killed
            shutil.rmtree(left, ignore_errors=True)
        with _opened(file, folder) as source:
            found = unpacking.unpack(source, folder)
        calendars = checking.check_store(found.files[STORE], found.store_version) if STORE in found.files else 0
        held_back = _adapted(found, context.profile)
        accounts = Settings(found.files[SETTINGS]).accounts if SETTINGS in found.files else []
        places = {SETTINGS: context.profile.settings, STORE: context.profile.store}
        kept = placing.place(
            context.profile, {places[name]: path for name, path in found.files.items()}, datetime.now().astimezone()
        )
    _tell(found, accounts, calendars, kept, held_back)


def _adapted(found: Backup, profile: Profile) -> list[Account]:
    if SETTINGS not in found.files:
        return []
    try:
        here = Settings(profile.settings)
    except UserError:  # it may be because of them that there is something to restore
        here = Settings(profile.settings.with_name("nothing"))
    return checking.check_settings(found.files[SETTINGS], here)


def _tell(
    found: Backup, accounts: Sequence[Account], calendars: int, kept: Sequence[Path], held_back: Sequence[Account]
) -> None:
    say(_("Restored the backup of {date}.").format(date=f"{found.made.astimezone():%Y-%m-%d %H:%M}"))
    count = len(accounts)
    say(ngettext("It has {count} account.", "It has {count} accounts.", count).format(count=count))
    say(ngettext("It has {count} calendar.", "It has {count} calendars.", calendars).format(count=calendars))
    for each in kept:
        say(_("What was here before is kept as {path}").format(path=each))
    for account in held_back:
        sentence = _("{jid} is signed out, because the backup says how to reach its server: {how}")
        say(sentence.format(jid=account.jid, how=_way(account)))
        say(_("If that is right: c42desktop account enable {jid}").format(jid=account.jid))
    for path in _absent(accounts):
        say(_("The file {path} is named in the settings, and is not here.").format(path=path))
    if accounts:
        say(_("No password is in a backup. You are asked for those that the keyring here does not have."))


def _way(account: Account) -> str:
    login = account.login
    place = f"--host {login.host}:{login.port or 5222} " if login.host else ""
    return (place + described(login)).strip()


def _absent(accounts: Sequence[Account]) -> list[str]:
    named_there = [path for each in accounts for path in (each.login.ca_file, each.login.certificate) if path]
    return [path for path in dict.fromkeys(named_there) if not Path(path).exists()]


@contextmanager
def _gathered(profile: Profile, folder: Path) -> Iterator[Backup]:
    """What belongs to a backup, in files that are gone afterwards."""
    with _folder_in(folder) as inside:
        yield writing.gather(profile, inside, datetime.now(UTC).replace(microsecond=0))


def _sweep(parent: Path) -> None:
    """What a backup that was killed has left: somebody's calendars, where nobody looks. One that runs is younger."""
    yesterday = datetime.now(UTC).timestamp() - 86400
    for left in parent.glob(f"{_WRITING}*"):
        with suppress(OSError):
            if left.stat().st_mtime < yesterday:
                shutil.rmtree(left)


@contextmanager
def _folder_in(parent: Path, prefix: str = _WRITING) -> Iterator[Path]:
    """An empty folder that only we can read, and that is gone afterwards. Raises UserError."""
    try:
        made = tempfile.mkdtemp(prefix=prefix, dir=parent)
    except OSError as error:
        sentence = _("The folder {folder} cannot be written: {why}.")
        raise UserError(sentence.format(folder=parent, why=error.strerror)) from error
    try:
        yield Path(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _writing(file: str) -> Iterator[tuple[Path, Path]]:
    """A folder beside the file a person named, and what that is: not a link to it. Raises UserError, also in the place
    of what the disk says."""
    target = Path(os.path.realpath(named(file)))
    if target.exists() and not target.is_file():
        raise UserError(_("{file} is not a file.").format(file=target))
    _sweep(target.parent)
    with _folder_in(target.parent) as folder:
        try:
            yield folder, target
        except OSError as error:
            sentence = _("{file} cannot be written: {why}.")
            raise UserError(sentence.format(file=target, why=error.strerror or error)) from error


def _to_stdout(made: Backup) -> None:
    with to_stdout():
        writing.write(made, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    complain(_("No password is in the backup; who can read it can read your calendars."))


@contextmanager
def _opened(file: str, folder: Path) -> Iterator[BinaryIO]:
    """The file a person named; what comes from standard input is read whole first. Raises UserError."""
    try:
        if file != PIPE:
            with named(file).open("rb") as source:
                yield source
            return
        with tempfile.TemporaryFile(dir=folder) as spooled:
            _spool(spooled)
            yield spooled
    except OSError as error:
        if unpacking.is_full(error):
            raise unpacking.NoRoomError(folder.parent) from error
        sentence = _("{file} cannot be read: {why}.")
        raise UserError(sentence.format(file=file, why=error.strerror or error)) from error


def _spool(spooled: BinaryIO) -> None:
    left = sum(LARGEST.values())
    while chunk := sys.stdin.buffer.read(min(1 << 20, left)):
        left -= len(chunk)
        spooled.write(chunk)
    if not left:
        raise unpacking.NoBackupError
    spooled.seek(0)
