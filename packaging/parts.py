"""What the built bundle consists of: for the licences that go with it, and for its bill of materials.

PyInstaller writes down where each file and module came from; each is a distribution for Python, Python itself, Qt or a
library of the machine it was built on.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from urllib.parse import quote

import rpm_parts
import system_parts
from inside_parts import Inside, inside
from install_locked import HASHES

from c42desktop.parts import licence_of, needed

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build/c42desktop"
BUNDLE = ROOT / "dist/c42desktop"
TEXTS = ROOT / "packaging/licence_texts"

LGPL = (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt")
QT_FILE = re.compile(r"PySide6/(Qt/|Qt6|plugins/|translations/)|(lib)?Qt6?\w+\.(dll|dylib|so)")
PYTHON_FILE = re.compile(r"(lib)?python3[\d.]*\.(dll|dylib|so)[\d.]*|Python", re.IGNORECASE)
ICU_FILE = re.compile(r"(?:.*/)?(?:lib)?icu[a-z0-9]+\.so\.(\d+)")

KEEPERS = {system_parts.DPKG: system_parts, rpm_parts.RPM: rpm_parts}

BOOTLOADER = "GPL-2.0-or-later WITH Bootloader-exception"
BUNDLER = {"pyinstaller", "pyinstaller-hooks-contrib"}  # start the program, before it is itself


@dataclass(frozen=True)
class Part:
    """`licence`: an SPDX expression, or names that a distribution of Linux uses; `texts`: the files with its words;
    `digest`: SHA-256 of the wheel it came in; `files`: what of it is in the bundle, for a library of the system;
    `inside`: what is built into it."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]
    digest: str = ""
    files: tuple[str, ...] = ()
    source: str = ""
    inside: tuple[Inside, ...] = ()


@dataclass(frozen=True)
class File:
    """Where it is in the bundle (empty for a module, which is in the program's archive), and where it came from."""

    place: str
    origin: Path


def contents(work: Path = WORK) -> Iterator[File]:
    """Everything that PyInstaller put into the bundle."""
    for place, origin, kind in ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]:
        if kind not in {"SYMLINK", "EXECUTABLE"}:
            yield File(place.replace("\\", "/"), Path(origin))
    for _name, origin, _kind in ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))[1]:
        if origin != "-":
            yield File("", Path(origin))


def parts(files: Iterable[File]) -> list[Part]:
    """The parts, by name. Raises SystemExit where nobody knows what a file belongs to."""
    files = list(files)
    owners = _owners()
    found: dict[str, Distribution] = {}
    rest: list[File] = []
    for file in files:
        if owner := owners.get(file.origin.resolve()):
            found[owner.name] = owner
        elif not _ours_or_pythons(file.origin):
            rest.append(file)
    digests = json.loads(HASHES.read_text(encoding="utf-8")) if HASHES.exists() else {}
    _refuse_strangers(found)
    found["pyinstaller"] = Distribution.from_name("pyinstaller")  # the program itself is its bootloader
    made = [_of_distribution(each, digests) for each in found.values()]
    made += [_python(files), *_qt(files, made), *_of_system(rest)]
    return sorted(made, key=lambda part: part.name.lower())


@cache
def _owners() -> dict[Path, Distribution]:
    """Which distribution installed which file."""
    return {
        Path(str(each.locate_file(""))).resolve() / file: each
        for each in distributions()
        for file in each.files or ()
        if ".." not in file.parts
    }


def _refuse_strangers(found: Iterable[str]) -> None:
    """What only builds the program, or is there by chance, is not to get into it; libraries import what is there."""
    strangers = set(found) - {each.name for each in needed(Distribution.from_name("c42desktop"))} - BUNDLER
    if strangers:
        names = ", ".join(sorted(strangers))
        raise SystemExit(f"The bundle has what c42desktop does not need, leave it out: {names}.")


def _ours_or_pythons(origin: Path) -> bool:
    standard = (Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib"))
    within = (ROOT / "c42desktop", ROOT / "resources", WORK, *standard, Path(sys.base_prefix, "DLLs"))
    return bool(PYTHON_FILE.fullmatch(origin.name)) or any(origin.resolve().is_relative_to(each) for each in within)


def _of_distribution(each: Distribution, digests: dict[str, str]) -> Part:
    name, version = each.metadata["Name"], each.version
    normal = re.sub(r"[-_.]+", "-", name).lower()
    texts = LGPL if normal in {"pyside6-essentials", "shiboken6"} else tuple(_texts(each))
    return Part(
        name,
        version,
        BOOTLOADER if normal == "pyinstaller" else licence_of(each),
        f"pkg:pypi/{normal}@{quote(version)}",
        texts,
        digests.get(f"{normal}=={version}", ""),
        inside=inside(each),
    )


def _texts(each: Distribution) -> Iterator[Path]:
    """The files with its licence: those of its metadata, not of what it vendors for its own use."""
    for file in each.files or ():
        words = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
        if file.parts[0].endswith(".dist-info") and any(word in file.name.upper() for word in words):
            yield Path(str(each.locate_file(file)))


def _python(files: Iterable[File]) -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    places = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    debian = Path("/usr/share/doc", f"python3.{sys.version_info.minor}", "copyright")
    texts = tuple(place for place in (*places, debian) if place.exists())[:1]
    library = tuple(file.place for file in files if file.place and PYTHON_FILE.fullmatch(file.origin.name))
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts, files=library)


def _qt(files: Iterable[File], made: Iterable[Part]) -> Iterator[Part]:
    """Qt comes in the wheel of PySide6, in the same version, and brings ICU along."""
    binding = next((part for part in made if part.name == "PySide6_Essentials"), None)
    if binding is None:
        return
    libraries = tuple(file.place for file in files if QT_FILE.match(file.place) and not ICU_FILE.match(file.place))
    version = binding.version
    yield Part("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", LGPL, files=libraries)
    icu = {file.place: found[1] for file in files if (found := ICU_FILE.match(file.place))}
    for number in set(icu.values()):
        purl = f"pkg:generic/icu@{number}"
        yield Part("ICU", number, "Unicode-DFS-2016", purl, (TEXTS / "ICU.txt",), files=tuple(icu))


def _of_system(files: Iterable[File]) -> Iterator[Part]:
    """Libraries of the machine. Where neither dpkg nor rpm keeps them, as on macOS and Windows, nobody can be asked."""
    files = list(files)
    keeper = next((each for name, each in KEEPERS.items() if shutil.which(name)), None)
    packages = keeper.owners(file.origin for file in files) if keeper else {}
    unknown = [file for file in files if file.origin not in packages]
    if unknown and keeper:
        raise SystemExit(f"Nobody knows what this belongs to, and so under which licence it is: {unknown[0].origin}")
    for package in sorted(set(packages.values()), key=lambda each: each.name):
        yield Part(
            package.name,
            package.version,
            package.licence,
            f"pkg:{package.kind}/{system_parts.distribution()}/{quote(package.name)}@{quote(package.version)}",
            package.texts,
            files=tuple(file.place for file in files if packages.get(file.origin) == package),
            source=package.source,
        )


def sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
