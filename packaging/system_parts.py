"""The libraries of the build machine that are in the bundle: from which packages of Debian or Ubuntu they are."""

from __future__ import annotations

import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DPKG = "dpkg-query"

KNOWN = {
    r"lib(x11|xau|xcb|xcursor|xdmcp|xext|xfixes|xi|xinerama|xkbcommon|xrandr|xrender|wayland).*": "MIT",
    r"libgcc-s1|libstdc\+\+6|libatomic1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    r"libfontconfig1": "MIT",
    r"libfreetype6": "FTL OR GPL-2.0-only",
    r"libgcrypt20|libgpg-error0|libglib2\.0-0(t64)?|libkeyutils1|libfribidi0|libsystemd0": "LGPL-2.1-or-later",
    r"lib(gssapi-krb5-2|k5crypto3|krb5-3|krb5support0|com-err2)": "MIT",
    r"libdbus-1-3": "AFL-2.1 OR GPL-2.0-or-later",
    r"libbz2-1\.0": "bzip2-1.0.6",
    r"liblzma5|libsqlite3-0": "LicenseRef-public-domain",
    r"libuuid1|libbsd0|libmd0|libpcre2-.*": "BSD-3-Clause",
    r"libcap2|libzstd1": "BSD-3-Clause OR GPL-2.0-only",
    r"liblz4-1": "BSD-2-Clause",
    r"libffi8|libexpat1": "MIT",
    r"libgraphite2-3": "LGPL-2.1-or-later OR MPL-1.1 OR GPL-2.0-or-later",
    r"libjpeg62-turbo|libjpeg-turbo8": "IJG AND BSD-3-Clause AND Zlib",
    r"libpng16-16(t64)?": "libpng-2.0",
}
"""What the library itself is under, where the copyright file is for people only, or is mostly about something else."""


@dataclass(frozen=True)
class Package:
    """A package of the system. `kind`: of what it is kept by; `licence`: what is said of most of it, or known."""

    kind: str
    name: str
    version: str
    source: str  # "name version" of what it was built from
    licence: str
    texts: tuple[Path, ...]


def owners(files: Iterable[Path]) -> dict[Path, Package]:
    """The package of each file that belongs to one, as dpkg knows it."""
    wanted = list(files)
    if not wanted:
        return {}
    names = {spelled: file for file in wanted for spelled in _spellings(file)}
    done = subprocess.run([DPKG, "--search", *names], capture_output=True, text=True, check=False)
    packages = {names[path]: name for name, path in _lines(done.stdout) if path in names}
    known = {name: _package(name) for name in set(packages.values())}
    return {file: known[name] for file, name in packages.items()}


def distribution() -> str:
    """The name of this one: debian, ubuntu…"""
    return platform.freedesktop_os_release().get("ID", "debian")


def _spellings(file: Path) -> Iterator[str]:
    """dpkg knows a file by the name it was packed with: beside a link, and with or without /usr before /lib."""
    for path in {str(file), str(file.resolve())}:
        yield path
        yield path.removeprefix("/usr") if path.startswith("/usr/") else f"/usr{path}"


def _lines(said: str) -> Iterator[tuple[str, str]]:
    for line in said.splitlines():
        name, _, path = line.partition(": ")
        if path and not name.startswith("diversion"):
            yield name.split(",")[0], path


def _package(name: str) -> Package:
    fields = "${Package}\n${Version}\n${source:Package} ${source:Version}\n"
    command = [DPKG, "--show", f"--showformat={fields}", name]
    short, version, source = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[:3]
    text = Path("/usr/share/doc", short, "copyright")
    known = next((licence for pattern, licence in KNOWN.items() if re.fullmatch(pattern, short)), "")
    return Package("deb", short, version, source, known or licence_named(text), (text,))


def licence_named(copyright_file: Path) -> str:
    """What a copyright file for machines, as Debian has them, calls the licence of most of it; else nothing."""
    if not copyright_file.exists():
        return ""
    text = copyright_file.read_text(encoding="utf-8", errors="replace")
    found = re.search(r"^Files: \*$.*?^License:[ \t]*(\S.*?)[ \t]*$", text, re.MULTILINE | re.DOTALL)
    return found[1] if found and text.lstrip().startswith("Format:") else ""
