"""What PyInstaller finds beside this application and nothing in it ever loads."""

from __future__ import annotations

import re

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
]

# On-screen keyboards (with all of QML), GTK's look and library, GL's and embedded devices' ways to a screen (widgets are
# drawn by the processor), what Qt would do with TLS (the network is Python's), pictures in formats that no calendar has,
# and Qt's own words in languages that this program does not speak. Nor GIO, one of the ways to look at the network: it
# loads the extensions of the machine it runs on, and those want that machine's own GIO.
_FILES = re.compile(
    r"""
    .*/plugins/(egldeviceintegrations|generic|qmltooling|tls|wayland-graphics-integration-client|xcbglintegrations)/.*
    | .*/plugins/(platforminputcontexts/\w*qtvirtualkeyboard|platformthemes/\w*gtk3).*
    | .*/plugins/networkinformation/\w*qglib.*
    | .*/plugins/platforms/\w*q(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal|direct2d)\b.*
    | .*/plugins/wayland-shell-integration/lib(ivi|qt|fullscreen|wl)-shell.*
    | .*/plugins/imageformats/\w*q(tiff|webp|icns|tga|wbmp|pdf)\b.*
    | (.*/)?(lib)?Qt6?(Qml|Quick|Pdf|VirtualKeyboard|EglF[Ss]|Test|OpenGL)\w*\b.*
    | lib(gtk-3|gdk|atk|atspi|epoxy|cairo|pango|pixman|thai|datrie|Xcomposite|Xdamage|Xinerama|drm|gbm|tiff|webp|sharpyuv).*
    | lib(gio|gmodule|gobject|mount|blkid|selinux).*
    | (opengl32sw|d3dcompiler_47)\.dll
    | PySide6/.*translations/(?!(qt|qtbase)_(nl|de)\.qm).*
    | c42desktop/resources/translations/.*\.ts
    | dateutil/zoneinfo/.*
    """,
    re.VERBOSE,
)


def is_used(name: str) -> bool:
    """Whether a file is wanted, by its name in the bundle."""
    return not _FILES.fullmatch(name.replace("\\", "/"))
