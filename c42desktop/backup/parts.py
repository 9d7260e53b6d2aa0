"""What is in a backup: a ZIP file with a manifest, the settings and the store; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FORMAT = 1
MANIFEST = "manifest.json"
SETTINGS = "settings.toml"
STORE = "calendars.sqlite"
LARGEST = {MANIFEST: 64_000, SETTINGS: 4_000_000, STORE: 4_000_000_000}  # bytes


@dataclass(frozen=True, slots=True)
class Backup:
    """One that was written, or unpacked: `files` by the names above. `store_version` is 0 where it has no store."""

    made: datetime
    program: str
    store_version: int
    files: dict[str, Path]
