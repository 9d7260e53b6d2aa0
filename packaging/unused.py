"""What PyInstaller finds beside this application and nothing in it ever loads."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]  # as PyInstaller has them: name in the bundle, file, kind

# Python modules: what is imported for other uses of a library only.
MODULES = [
    "tkinter",
    "unittest",
    "doctest",
    "pydoc",
    "pydoc_data",
    "test",
    "mypy",
    "pytest",
    "_pytest",
    "pygments",
    "multiprocessing",
    "xmlrpc.server",
    "http.server",
    "dateutil.zoneinfo",
    "setuptools",
    "defusedxml",
]
ELSEWHERE = ["desktop_notifier"]  # not used on Linux

_TRANSLATIONS = Path(__file__).parent.parent / "resources/translations"
_LANGUAGES = "|".join(sorted(each.name for each in _TRANSLATIONS.iterdir() if each.is_dir()))

# On-screen keyboards (with all of QML), GTK's look and library, GL's and embedded devices' ways to a screen (widgets
# are drawn by the processor), what Qt would do with TLS (the network is Python's), pictures in formats that no calendar
# has, Qt's own words in languages that this program does not speak, and what installers write down (in which folder of
# whose machine). Nor GIO, one of the ways to look at the network: it loads the extensions of the machine it runs on,
# and those want that machine's own GIO.
_FILES = re.compile(
    rf"""
    .*/plugins/(egldeviceintegrations|generic|qmltooling|tls|wayland-graphics-integration-client|xcbglintegrations)/.*
    | .*/plugins/(platforminputcontexts/\w*qtvirtualkeyboard|platformthemes/\w*gtk3).*
    | .*/plugins/networkinformation/\w*qglib.*
    | .*/plugins/platforms/\w*q(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal|direct2d)\b.*
    | .*/plugins/wayland-shell-integration/lib(ivi|qt|fullscreen|wl)-shell.*
    | .*/plugins/imageformats/\w*q(tiff|webp|icns|tga|wbmp|pdf)\b.*
    | (.*/)?(lib)?Qt6?(Qml|Quick|Pdf|VirtualKeyboard|EglF[Ss]|Test|OpenGL)\w*\b.*
    | lib(gtk-3|gdk|atk|atspi|epoxy|cairo|pango|pixman|thai|datrie|Xcomposite|Xdamage|Xinerama).*
    | lib(drm|gbm|tiff|webp|sharpyuv|gio|gmodule|gobject|mount|blkid|selinux).*
    | (.*/)?(opengl32sw|d3dcompiler_47)\.dll
    | PySide6/.*translations/(?!(qt|qtbase)_({_LANGUAGES})\.qm).*
    | c42desktop/resources/translations/.*\.ts
    | dateutil/zoneinfo/.*
    | [^/]*\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|scm_\w+\.json)
    """,
    re.VERBOSE,
)


# What every Linux desktop has, because its other programs could not run without. Its own versions fit its fonts, its
# display and its services, and an older copy of ours would be in the way of what they load.
_SYSTEM = re.compile(
    r"lib(stdc\+\+|gcc_s|glib-2\.0|gthread-2\.0|X11|X11-xcb|Xau|Xdmcp|fontconfig|freetype|dbus-1|expat|uuid)\.so\b.*"
)


def is_used(name: str) -> bool:
    """Whether a file is wanted, by its name in the bundle."""
    return not _FILES.fullmatch(name.replace("\\", "/"))


def without_orphans(entries: list[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The binaries for Linux: neither libraries of the system, nor those that were only there for what is left out.

    `imports`: the names of the libraries that a file is linked to.
    """
    files = {PurePosixPath(name).name: file for name, file, kind in entries if kind != "SYMLINK"}
    reached: set[str] = set()
    waiting = [name for name in files if not _is_library(name)]
    while waiting:
        name = waiting.pop()
        if name not in reached and not _SYSTEM.fullmatch(name):
            reached.add(name)
            waiting += [each for each in imports(files[name]) if each in files]
    return [entry for entry in entries if PurePosixPath(entry[0]).name in reached]


def linked_to(file: str) -> list[str]:
    """The names of the libraries that a binary for Linux asks for, without those that these ask for."""
    command = ["/usr/bin/env", "objdump", "-p", file]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return re.findall(r"^ +NEEDED +(\S+)$", done.stdout, re.M)


def _is_library(name: str) -> bool:
    """Linked to by others, other than a plug-in or a module of Python, which are loaded by name."""
    return bool(re.fullmatch(r"lib.+\.so\.\d.*", name)) and not name.startswith("libpython")
