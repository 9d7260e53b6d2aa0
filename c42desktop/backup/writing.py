"""A backup is written."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from c42desktop import __version__, private
from c42desktop.backup.parts import FORMAT, LARGEST, MANIFEST, SETTINGS, STORE, Backup
from c42desktop.backup.portable import portable
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile
from c42desktop.settings import Settings
from c42desktop.store import copies
from c42desktop.store.schema import NewerStoreError


def gather(profile: Profile, folder: Path, now: datetime) -> Backup:
    """Copy what belongs to a backup into `folder`, also while the application runs. Raises UserError, OSError."""
    files: dict[str, Path] = {}
    version = 0
    if profile.settings.exists():
        Settings(profile.settings)  # what nobody could restore is refused now
        files[SETTINGS] = private.file(folder / SETTINGS)
        files[SETTINGS].write_text(portable(profile.settings.read_text(encoding="utf-8-sig")), encoding="utf-8")
    if profile.store.exists():
        files[STORE] = folder / STORE
        try:
            version = copies.copy(profile.store, files[STORE])
        except NewerStoreError as error:
            sentence = _("{path} was written by a newer version of c42desktop. Install that version again.")
            raise UserError(sentence.format(path=profile.store)) from error
    for name, path in files.items():
        if path.stat().st_size > LARGEST[name]:
            sentence = _("{name} is so large that nobody could restore it: {size} MB.")
            raise UserError(sentence.format(name=name, size=path.stat().st_size // 1_000_000))
    if not files:
        raise UserError(_("There is nothing to back up in {folder} yet.").format(folder=profile.store.parent))
    return Backup(now, __version__, version, files)


def write(backup: Backup, out: BinaryIO) -> None:
    """Write what was gathered as one file; `out` may be a pipe. Raises OSError."""
    manifest = {
        "format": FORMAT,
        "program": backup.program,
        "made": backup.made.isoformat(),
        "store": backup.store_version,
        "files": {name: described(path) for name, path in backup.files.items()},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
        for name, path in backup.files.items():
            archive.write(path, name)


def described(path: Path) -> dict[str, object]:
    """A file as the manifest names it. Raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}
