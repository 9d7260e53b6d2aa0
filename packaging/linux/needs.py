"""Which of the system's packages the bundle needs: computed from what its libraries name."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_NEEDED = re.compile(r"^  NEEDED +(\S+)$", re.M)
_GLIBC = re.compile(r"\bGLIBC_([\d.]+)")


def debian_packages(folder: Path) -> list[str]:
    """As dependencies of a Debian package, for example "libc6 (>= 2.36)". Looks at the system that it runs on."""
    headers = _headers(folder)
    ours = {path.name for path in folder.rglob("*")}
    named = set(_NEEDED.findall(headers)) - ours
    newest = max(_GLIBC.findall(headers), key=lambda each: [int(part) for part in each.split(".")])
    return sorted({f"{name} (>= {newest})" if name == "libc6" else name for name in _owners(named)})


def _headers(folder: Path) -> str:
    """What objdump says of every program and library in it."""
    binaries = [path for path in sorted(folder.rglob("*")) if not path.is_symlink() and _is_elf(path)]
    done = subprocess.run(["objdump", "-p", *map(str, binaries)], capture_output=True, text=True, check=True)
    return done.stdout


def _is_elf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _owners(libraries: set[str]) -> Iterator[str]:
    """The packages that the libraries are from."""
    for library in sorted(libraries):
        done = subprocess.run(["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=False)
        owners = {line.split(":")[0] for line in done.stdout.splitlines() if line.endswith(f"/{library}")}
        if not owners:
            print(f"{library}, which a library in the bundle names, is in no package of this system.", file=sys.stderr)
        yield from owners
