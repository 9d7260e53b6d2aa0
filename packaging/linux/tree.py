"""What the packages for Linux hold: dist/c42desktop and what the desktops want to know, as lib, bin and share.

The same input gives the same bytes: nobody's clock, umask or user is in it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging/linux"
BUNDLE = ROOT / "dist/c42desktop"
METAINFO = "org.calendar42.c42desktop.metainfo.xml"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)

sys.path.insert(0, str(ROOT / "packaging"))
import kinds  # noqa: E402


def version() -> str:
    """Of the program, as in its sources."""
    found = re.search(r'^__version__ = "(.+)"', (ROOT / "c42desktop/__init__.py").read_text(encoding="utf-8"), re.M)
    assert found
    return found[1]


def made_at() -> int:
    """The time that everything in a package has: that of the sources, in seconds since 1970."""
    return int(os.environ["SOURCE_DATE_EPOCH"])


def lay_out(prefix: Path, kind: str, *, updates: bool, bundle: Path = BUNDLE) -> None:
    """Fill `prefix` as it will be installed. `kind` of package, and whether the program looks for newer ones itself."""
    program = prefix / "lib/c42desktop"
    shutil.copytree(bundle, program, symlinks=True)
    about = program / "_internal/c42desktop/resources/distribution.toml"
    kinds.say(about, about, kind, updates=updates)
    (prefix / "bin").mkdir()
    (prefix / "bin/c42desktop").symlink_to("../lib/c42desktop/c42desktop")
    _describe(prefix / "share")


def settle(folder: Path) -> None:
    """Give everything in it the rights and the time that it has in a package."""
    for path in (*folder.rglob("*"), folder):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (made_at(), made_at()), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o100) and ".so" not in path.name  # libraries are read, not started


def _describe(share: Path) -> None:
    """Menu entry, metainfo, manual page, icons."""
    import icon

    svg = ROOT / "resources/icons/c42desktop.svg"
    for source, target in (
        (LINUX / "c42desktop.desktop", "applications/c42desktop.desktop"),
        (LINUX / "c42desktop.1", "man/man1/c42desktop.1"),
        (svg, "icons/hicolor/scalable/apps/c42desktop.svg"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / target)
    for size in SIZES:
        icon.draw(svg, share / f"icons/hicolor/{size}x{size}/apps/c42desktop.png", size)
    (share / "metainfo").mkdir()
    text = with_releases(
        (LINUX / METAINFO).read_text(encoding="utf-8"), ROOT.joinpath("CHANGELOG.md").read_text("utf-8")
    )
    (share / "metainfo" / METAINFO).write_text(text, encoding="utf-8")


def with_releases(metainfo: str, changelog: str) -> str:
    """The metainfo, naming the versions in the changelog. What is not released yet is a preview, of today."""
    lines = []
    for number, said in re.findall(r"^## (\d\S*) – (.+)$", changelog, re.M):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
            lines.append(f'    <release version="{number}" date="{said}"/>')
        else:
            today = datetime.fromtimestamp(made_at(), UTC).date()
            lines.append(f'    <release version="{number}" type="development" date="{today}"/>')
    releases = "\n".join(["  <releases>", *lines, "  </releases>", ""])
    return metainfo.replace("  <content_rating", f"{releases}  <content_rating")
