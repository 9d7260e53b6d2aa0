"""What a test has to do with the X server itself; Xlib through ctypes needs no further package."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# ICCCM §4.3, the system tray protocol, and EWMH name these selections: who owns one does the work.
WINDOW_MANAGER = "WM_S0"
SYSTEM_TRAY = "_NET_SYSTEM_TRAY_S0"
COMPOSITOR = "_NET_WM_CM_S0"

_REPLACE = 0  # PropModeReplace
_ANY = 0  # AnyPropertyType
_RETAIN_PERMANENT = 1
_POINTER, _ID, _INT, _LONG = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long
# Result, then arguments. Pointers are wider than the int that ctypes takes everything for.
_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "XOpenDisplay": (_POINTER, ctypes.c_char_p),
    "XCloseDisplay": (_INT, _POINTER),
    "XInternAtom": (_ID, _POINTER, ctypes.c_char_p, _INT),
    "XGetSelectionOwner": (_ID, _POINTER, _ID),
    "XDefaultRootWindow": (_ID, _POINTER),
    "XDefaultDepth": (_INT, _POINTER, _INT),
    "XCreatePixmap": (_ID, _POINTER, _ID, _INT, _INT, _INT),
    "XCreateGC": (_POINTER, _POINTER, _ID, _ID, _POINTER),
    "XSetForeground": (_INT, _POINTER, _POINTER, _ID),
    "XFillRectangle": (_INT, _POINTER, _ID, _POINTER, _INT, _INT, _INT, _INT),
    "XSetWindowBackgroundPixmap": (_INT, _POINTER, _ID, _ID),
    "XClearWindow": (_INT, _POINTER, _ID),
    "XGetWindowProperty": (_INT, _POINTER, _ID, _ID, _LONG, _LONG, _INT, _ID, *[_POINTER] * 5),
    "XChangeProperty": (_INT, _POINTER, _ID, _ID, _ID, _INT, _INT, _POINTER, _INT),
    "XSetCloseDownMode": (_INT, _POINTER, _INT),
}


def selection_owned(display: str, selection: str) -> bool:
    """Whether the window manager, the tray or the compositor is at work on `display`."""
    with _connection(display) as (xlib, connection):
        atom = xlib.XInternAtom(connection, selection.encode(), 0)
        return bool(xlib.XGetSelectionOwner(connection, atom))


def user_time(display: str, window: int) -> int:
    """The time of the last thing that a person did with a window, in milliseconds of the X server; 0 for none."""
    with _connection(display) as (xlib, connection):
        name = xlib.XInternAtom(connection, b"_NET_WM_USER_TIME", 0)
        found = [ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()]
        results = [ctypes.byref(each) for each in found]
        xlib.XGetWindowProperty(connection, window, name, 0, 1, 0, _ANY, *results)
        value = found[-1]
        return int(value[0]) if value else 0


def paint_background(display: str, color: str) -> None:
    """Fill the root window with `color` ("#rrggbb"), for panels and compositors too.

    Those look for a pixmap named by a property, which must outlive the program that made it.
    """
    with _connection(display) as (xlib, connection):
        root = xlib.XDefaultRootWindow(connection)
        pixmap = xlib.XCreatePixmap(connection, root, 1, 1, xlib.XDefaultDepth(connection, 0))
        context = xlib.XCreateGC(connection, pixmap, 0, None)
        xlib.XSetForeground(connection, context, int(color.removeprefix("#"), 16))
        xlib.XFillRectangle(connection, pixmap, context, 0, 0, 1, 1)
        xlib.XSetWindowBackgroundPixmap(connection, root, pixmap)
        xlib.XClearWindow(connection, root)
        name, kind = (xlib.XInternAtom(connection, each, 0) for each in (b"_XROOTPMAP_ID", b"PIXMAP"))
        value = ctypes.byref(ctypes.c_ulong(pixmap))
        xlib.XChangeProperty(connection, root, name, kind, 32, _REPLACE, value, 1)
        xlib.XSetCloseDownMode(connection, _RETAIN_PERMANENT)


@contextmanager
def _connection(display: str) -> Iterator[tuple[ctypes.CDLL, ctypes.c_void_p]]:
    xlib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    for name, (result, *arguments) in _SIGNATURES.items():
        function = getattr(xlib, name)
        function.restype, function.argtypes = result, arguments
    connection = xlib.XOpenDisplay(display.encode())
    if not connection:
        raise RuntimeError(f"The X server {display} does not answer")
    try:
        yield xlib, ctypes.c_void_p(connection)
    finally:
        xlib.XCloseDisplay(connection)
