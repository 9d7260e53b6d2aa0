"""dist/c42desktop_VERSION_ARCHITECTURE.deb, with dpkg-deb: python packaging/linux/deb.py [--to FOLDER]

Nothing runs when it is installed or removed: menus, icons and file types are brought up to date by the packages of the
desktop, which watch their folders.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import subprocess
import tempfile
from email.utils import formatdate
from pathlib import Path

import needs
import tree

DATA = ("fontconfig-config", "libx11-data", "xkb-data")
"""What libraries in the bundle read from the system: fonts, how keys are composed, the layouts of keyboards."""

CONTROL = """\
Package: c42desktop
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: ca-certificates, dbus-user-session | dbus-x11, gnome-keyring | kwalletmanager | keepassxc, \
notification-daemon, xdg-utils
Suggests: prosody
Section: net
Priority: optional
Description: calendars that tell you when they change
 Calendars on XMPP servers, kept up to date by publish/subscribe: what somebody
 moves, cancels or adds is pushed, and a notification says what happened.
 Nothing polls; between changes the program does nothing at all.
 .
 It lives in the tray, reminds of events on time, edits them also offline, and
 works with any XMPP server, on closed networks too.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: c42desktop
Comment: The program comes with Python, Qt and the libraries that it uses, in
 /usr/lib/c42desktop. The folder licenses there has the copyright and the licence
 of each, and says in NOTICE.txt where its source code is and how to replace it.

Files: *
Copyright: {holder}
License: Expat

Files: usr/lib/c42desktop/_internal/PySide6/* usr/lib/c42desktop/_internal/shiboken6/*
Copyright: The Qt Company Ltd. and other contributors
License: LGPL-3
 Qt and its bindings for Python are free software: you can redistribute and
 change them under the terms of the GNU Lesser General Public License, version 3,
 as published by the Free Software Foundation. They come without any warranty.
 .
 On Debian systems the text is in /usr/share/common-licenses/LGPL-3. Their source
 code is at https://download.qt.io/official_releases/; the offer of whoever gave
 you this package to give you a copy of it is in NOTICE.txt, see above.

License: Expat
{licence}"""

CHANGELOG = """\
c42desktop ({version}) unstable; urgency=medium

  * What changed is in CHANGELOG.md.

 -- {maintainer}  {date}
"""

OVERRIDES = """\
# Python, Qt and the libraries come along, in a folder of our own: the program is tried with exactly these.
c42desktop: embedded-library *
# They are as their makers build them.
c42desktop: custom-library-search-path *
c42desktop: hardening-no-pie *
c42desktop: library-not-linked-against-libc *
c42desktop: shared-library-lacks-prerequisites *
c42desktop: unstripped-binary-or-object *
# Whoever builds it says who answers for it, with DEBFULLNAME and DEBEMAIL; nobody did.
c42desktop: bogus-mail-host *
c42desktop: bogus-mail-host-in-debian-changelog *
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=tree.ROOT / "dist")
    target = options.parse_args().to
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        tree.lay_out(root / "usr", "deb", updates=False)
        document(root / "usr/share")
        depends = sorted([*needs.debian_packages(root / "usr/lib/c42desktop"), *DATA])
        tree.settle(root)
        describe(root, depends)
        tree.settle(root)
        pack(root, target)


def maintainer() -> str:
    """Who answers for the package: as for Debian's own tools, whoever builds it says so."""
    name = os.environ.get("DEBFULLNAME", "The c42desktop authors")
    return f"{name} <{os.environ.get('DEBEMAIL', 'c42desktop@localhost')}>"


def document(share: Path) -> None:
    """What Debian wants beside the program: copyright, changelogs, and its own manner of compressing."""
    doc = share / "doc/c42desktop"
    doc.mkdir(parents=True)
    _title, holder, *licence = (tree.ROOT / "LICENSE").read_text(encoding="utf-8").strip().split("\n\n")
    body = "\n .\n".join(_indented(paragraph) for paragraph in licence)
    text = COPYRIGHT.format(holder=holder.removeprefix("Copyright (c) "), licence=body)
    (doc / "copyright").write_text(f"{text}\n", encoding="utf-8")
    date = formatdate(tree.made_at())
    changelog = CHANGELOG.format(version=tree.version(), maintainer=maintainer(), date=date)
    _compress(changelog.encode(), doc / "changelog.gz")
    _compress((tree.ROOT / "CHANGELOG.md").read_bytes(), doc / "CHANGELOG.md.gz")
    page = share / "man/man1/c42desktop.1"
    _compress(page.read_bytes(), page.with_name("c42desktop.1.gz"))
    page.unlink()
    (share / "lintian/overrides").mkdir(parents=True)
    (share / "lintian/overrides/c42desktop").write_text(OVERRIDES, encoding="utf-8")


def _indented(text: str) -> str:
    return "\n".join(f" {line}" for line in text.splitlines())


def _compress(data: bytes, target: Path) -> None:
    target.write_bytes(gzip.compress(data, 9, mtime=0))


def describe(root: Path, depends: list[str]) -> None:
    """The part of the package that dpkg reads."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{_md5(path)}  {path.relative_to(root)}" for path in files]
    control = CONTROL.format(
        version=tree.version(),
        architecture=subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip(),
        maintainer=maintainer(),
        size=sum(-(-path.stat().st_size // 1024) for path in files),
        depends=", ".join(depends),
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(control, encoding="utf-8")
    (root / "DEBIAN/md5sums").write_text("\n".join([*sums, ""]), encoding="utf-8")


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def pack(root: Path, target: Path) -> None:
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target], check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main()
