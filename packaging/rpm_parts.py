"""The same as system_parts, where packages are kept by rpm, which knows the licence of each."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from system_parts import Package

RPM = "rpm"
FIELDS = "%{NAME}\n%{VERSION}-%{RELEASE}\n%{SOURCERPM}\n%{LICENSE}\n"


def owners(files: Iterable[Path]) -> dict[Path, Package]:
    """The package of each file that belongs to one."""
    found: dict[Path, Package] = {}
    known: dict[str, Package] = {}
    for file in files:
        said = _ask("-qf", "--queryformat", FIELDS, str(file))
        if said:
            found[file] = known.setdefault(said, _package(said))
    return found


def _package(said: str) -> Package:
    name, version, source, licence = said.splitlines()[:4]
    texts = (Path(line) for line in _ask("-q", "--licensefiles", name).splitlines())
    return Package("rpm", name, version, source, licence, tuple(text for text in texts if text.is_file()))


def _ask(*arguments: str) -> str:
    """What rpm says; nothing where it knows nothing."""
    done = subprocess.run([RPM, *arguments], capture_output=True, text=True, check=False)
    return "" if done.returncode else done.stdout
