"""What the program is made of, and under which licences: for whoever asks the program, and for its packages."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_SPDX = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only",
}
"""What distributions call their licences, as SPDX does. "BSD" is pyasn1-modules, whose text has two clauses; of what
PySide6 offers, the first is taken."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library, with its licence as SPDX names it."""

    name: str
    version: str
    licence: str


def texts() -> Path | None:
    """The folder with the texts of all licences, in a package; nothing elsewhere."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    places = (program / "licenses", program.parent / "Resources/licenses")
    return next((place for place in places if place.is_dir()), None)


def parts(folder: Path | None) -> list[Part]:
    """What was packed, as the `folder` with the texts lists it; without one, what is installed. Reads many files."""
    if folder is not None:
        return [Part(**each) for each in json.loads((folder / "parts.json").read_text(encoding="utf-8"))]
    installed = [Part(each.name, each.version, licence_of(each)) for each in needed(distribution("c42desktop"))]
    python = Part("Python", platform.python_version(), "PSF-2.0")
    return sorted([*installed, python], key=lambda part: part.name.lower())


def needed(by: Distribution) -> Iterator[Distribution]:
    """It, and what it requires and is there, and so on."""
    seen: set[str] = set()
    waiting = [by]
    while waiting:
        each = waiting.pop()
        if each.name in seen:
            continue
        seen.add(each.name)
        yield each
        waiting += _required(each)


def _required(by: Distribution) -> Iterator[Distribution]:
    """What is for other systems or for an extra is not there, or not meant."""
    for line in by.requires or ():
        name = re.match(r"[\w.-]+", line)
        if name is None or re.search(r";.*\bextra\s*==", line):
            continue
        try:
            yield distribution(name[0])
        except PackageNotFoundError:
            continue


def licence_of(each: Distribution) -> str:
    """Its licence as SPDX names it, from the newest kind of metadata that it has; empty where that says nothing."""
    metadata = each.metadata
    if "License-Expression" in metadata:
        return _SPDX.get(metadata["License-Expression"], metadata["License-Expression"])
    short = " ".join(metadata["License"].split()) if "License" in metadata else ""
    if short and len(short) < 150:
        return _SPDX.get(short, short)
    kinds = [line.split(" :: ")[-1] for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return " OR ".join(_SPDX.get(kind, kind) for kind in kinds)
