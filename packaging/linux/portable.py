"""dist/c42desktop-VERSION-linux-MACHINE.tar.gz, with install.sh: python packaging/linux/portable.py [--to FOLDER]"""

from __future__ import annotations

import argparse
import gzip
import platform
import shutil
import tarfile
import tempfile
from pathlib import Path

import tree


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=tree.ROOT / "dist")
    target = options.parse_args().to
    name = f"c42desktop-{tree.version()}"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / name
        tree.lay_out(root, "targz", updates=True)
        shutil.copy(tree.LINUX / "install.sh", root / "install.sh")
        shutil.copyfile(tree.ROOT / "LICENSE", root / "LICENSE")
        tree.settle(root)
        (root / "install.sh").chmod(0o755)
        pack(root, target / f"{name}-linux-{platform.machine()}.tar.gz")


def pack(folder: Path, target: Path) -> None:
    """The folder as an archive, in which everything is in order and belongs to nobody."""
    with target.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:  # noqa: SIM117
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for path in (folder, *sorted(folder.rglob("*"))):
                archive.add(path, path.relative_to(folder.parent), recursive=False, filter=_nobodys)


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = tree.made_at()
    return member


if __name__ == "__main__":
    main()
