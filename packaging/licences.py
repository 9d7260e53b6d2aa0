"""Puts the licence of every part of the bundle beside it: dist/c42desktop/licenses, with a notice and a list.

Fails where a part comes without the text of its licence.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from parts import BUNDLE, ROOT, TEXTS, Part, contents, parts

INSIDE = "built-into-other-parts"
COMMON = Path("/usr/share/common-licenses")


def write(folder: Path, listed: Iterable[Part]) -> None:
    """Everything into `folder`, which is made anew."""
    listed = list(listed)
    without = [part.name for part in listed if not any(text.exists() for text in part.texts)]
    if without:
        raise SystemExit(f"The text of the licence is missing of: {', '.join(without)}.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    for part in listed:
        _copy(part, folder / part.name)
    _copy_common(folder)
    if any(part.inside for part in listed):
        (folder / INSIDE).mkdir()
        for name in ("Apache-2.0", "MIT", "MPL-2.0", "Unicode-3.0"):
            shutil.copy(TEXTS / f"{name}.txt", folder / INSIDE)
    notice = (TEXTS / "NOTICE.txt").read_text(encoding="utf-8")
    (folder / "NOTICE.txt").write_text(notice + "\n".join(map(_line, listed)) + "\n", encoding="utf-8")
    short = [{"name": part.name, "version": part.version, "licence": part.licence} for part in listed]
    (folder / "parts.json").write_text(json.dumps(short, indent=1) + "\n", encoding="utf-8")


def _copy(part: Part, folder: Path) -> None:
    """Its texts, of which two may have the same name."""
    folder.mkdir()
    for text in part.texts:
        if text.exists():
            place = folder / text.name
            shutil.copyfile(text, place if not place.exists() else folder / f"{text.parent.name}-{text.name}")


def _copy_common(folder: Path) -> None:
    """The licences that Debian's copyright files only name, as every Debian has them."""
    named = {
        name
        for text in folder.glob("*/copyright")
        for name in re.findall(rf"{COMMON}/([\w.+-]*\w)", text.read_text(encoding="utf-8", errors="replace"))
    }
    for name in sorted(named):
        if (COMMON / name).exists():
            (folder / COMMON.name).mkdir(exist_ok=True)
            shutil.copyfile(COMMON / name, folder / COMMON.name / name)


def _line(part: Part) -> str:
    source = f"; source package {part.source}" if part.source else ""
    inside = "".join(f"\n    with {each.named()}: {each.licence}" for each in part.inside)
    return f"{part.name} {part.version}: {part.licence or 'see its folder'}{source}{inside}"


def main() -> None:
    listed = parts(contents())
    folders = [BUNDLE / "licenses"]
    if sys.platform == "darwin":
        folders.append(ROOT / "dist/c42desktop.app/Contents/Resources/licenses")
    for folder in folders:
        write(folder, listed)
    print(f"{folders[0].relative_to(ROOT)}: the licences of {len(listed)} parts.")


if __name__ == "__main__":
    main()
