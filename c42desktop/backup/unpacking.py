"""A backup is taken apart, whoever made it. Only three files are ever written, under names of ours, and each is
exactly as long as was said before."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import sqlite3
import zipfile
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from c42desktop import private
from c42desktop.backup.parts import FORMAT, LARGEST, MANIFEST, STORE, Backup
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

MODEST = 500_000_000  # bytes that a part may have however small it became; ten times what a store usually has
DENSEST = 200  # times smaller than what it holds, beyond that; a store becomes some ten times smaller
SPARE = 50_000_000  # bytes that stay free on the disk
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, LookupError, TypeError, RuntimeError, RecursionError)


class NoBackupError(UserError):
    """This is none, or not any more."""

    def __init__(self) -> None:
        super().__init__(_("This is no backup of c42desktop, or it is damaged. Nothing was changed."))


class NoRoomError(UserError):
    """The disk was full before it was put in place."""

    def __init__(self, folder: Path) -> None:
        sentence = _("There is no room in {folder} for what is in the backup. Nothing was changed.")
        super().__init__(sentence.format(folder=folder))


def is_full(error: Exception) -> bool:
    """Whether an error says that a disk, or what somebody may have of it, is full."""
    full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return full or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)


def unpack(source: BinaryIO, folder: Path) -> Backup:
    """Put the parts of a backup into an empty folder. Raises UserError, OSError."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = _members(archive)
            manifest = json.loads(archive.read(members[MANIFEST]))
            _check_format(manifest)
            wanted: dict[str, dict[str, Any]] = manifest["files"]
            if set(wanted) != set(members) - {MANIFEST} or not wanted:
                raise NoBackupError
            _check_room(folder, sum(each.file_size for each in members.values()))
            files = {name: _extract(archive, members[name], wanted[name], folder / name) for name in wanted}
            version = manifest["store"] if STORE in files else 0
            return Backup(_instant(manifest["made"]), str(manifest["program"])[:40], int(version), files)
    except _BROKEN as error:
        raise NoBackupError from error


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What is in it, each once, and of a size that it can have. Raises NoBackupError."""
    found = {each.filename: each for each in archive.infolist()}
    if len(found) != len(archive.infolist()) or MANIFEST not in found or not found.keys() <= LARGEST.keys():
        raise NoBackupError
    for name, each in found.items():
        dense = each.file_size > MODEST + DENSEST * each.compress_size
        if dense or each.file_size > LARGEST[name] or each.flag_bits & 1:  # the latter: with a password
            raise NoBackupError
    return found


def _check_format(manifest: dict[str, Any]) -> None:
    if type(manifest["format"]) is not int or manifest["format"] < 1:
        raise NoBackupError
    if manifest["format"] > FORMAT:
        raise UserError(_("This backup was made by a newer version of c42desktop. Install that version first."))


def _check_room(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size + SPARE:
        sentence = _("There is no room for what is in the backup: {size} MB are needed in {folder}.")
        raise UserError(sentence.format(size=(size + SPARE) // 1_000_000, folder=folder.parent))


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, said: dict[str, Any], target: Path) -> Path:
    digest, left = hashlib.sha256(), member.file_size
    with archive.open(member) as source, private.file(target).open("wb") as file:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise NoBackupError
            digest.update(chunk)
            file.write(chunk)
    if left or (member.file_size, digest.hexdigest()) != (said["bytes"], said["sha256"]):
        raise NoBackupError
    return target


def _instant(text: str) -> datetime:
    made = datetime.fromisoformat(text)
    if made.tzinfo is None:
        raise NoBackupError
    return made
