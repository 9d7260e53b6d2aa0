"""Fetches the source packages with pip, once, into a folder of the environment. `make test` runs this as a script."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
FROM_SOURCE = "icalendar,recurring-ical-events"

_MINUTES = 5


def folder() -> Path:
    """Where the packages are unpacked; another one for other versions."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    return Path(sys.prefix) / "corpora" / digest[:12]


def fetched() -> bool:
    """Whether they are there."""
    return folder().is_dir()


def fetch() -> None:
    """Have them there. Raises OSError or subprocess.SubprocessError where that cannot be done."""
    if fetched():
        return
    folder().parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder().parent) as scratch:
        packed, unpacked = Path(scratch) / "packed", Path(scratch) / "unpacked"
        _download(packed)
        for package in sorted(packed.iterdir()):
            _unpack(package, unpacked)
        unpacked.rename(folder())


def library() -> Path:
    """The source of recurring-ical-events."""
    return next(folder().glob("recurring_ical_events-*"))


def import_path() -> list[str]:
    """What their tests need to be importable."""
    return [str(library()), str(next(folder().glob("icalendar-*")) / "src"), str(folder())]


def _download(target: Path) -> None:
    """pip refuses what has another hash."""
    command = [sys.executable, "-m", "pip", "download", "--no-input", "--disable-pip-version-check", "--quiet"]
    command += ["--no-deps", "--no-binary", FROM_SOURCE, "--require-hashes", "-r", str(REQUIREMENTS)]
    subprocess.run([*command, "--dest", str(target)], check=True, timeout=60 * _MINUTES, stdin=subprocess.DEVNULL)


def _unpack(package: Path, target: Path) -> None:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            archive.extractall(target)
        return
    with tarfile.open(package) as archive:
        # Older releases of 3.11 have no filter; the hash says that these are the packages we looked at.
        archive.extractall(target, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))


if __name__ == "__main__":
    try:
        fetch()
    except (OSError, subprocess.SubprocessError) as error:
        sys.exit(f"The calendars and tests of other libraries could not be fetched, so going on without: {error}")
