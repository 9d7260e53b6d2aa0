"""X11: whether the active window fills the screen, as its window manager says (EWMH). On a connection of its own: this
runs in a thread, and a window that has just gone must not be anybody's error."""

from __future__ import annotations

import ctypes
import struct

_LIBRARY = "libxcb.so.1"  # Qt needs the same one on X11
_ANY_TYPE = 0
_MOST = 64  # 32-bit values of a property


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Iterator(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


def full_screen() -> bool:
    """True where the active window is a full-screen one; False also where there is no X server to ask."""
    try:
        xcb = _library()
    except (OSError, AttributeError):
        return False
    connection = xcb.xcb_connect(None, None)
    try:
        return not xcb.xcb_connection_has_error(connection) and _is_active_full_screen(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)


def _is_active_full_screen(xcb: ctypes.CDLL, connection: int) -> bool:
    roots = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
    if not roots.rem:
        return False
    (active, *_others) = _property(xcb, connection, roots.data[0], b"_NET_ACTIVE_WINDOW") or (0,)
    return bool(active) and _atom(xcb, connection, b"_NET_WM_STATE_FULLSCREEN") in _property(
        xcb, connection, active, b"_NET_WM_STATE"
    )


def _property(xcb: ctypes.CDLL, connection: int, window: int, name: bytes) -> tuple[int, ...]:
    """A property of a window as 32-bit values; none where it, or the window, is gone."""
    atom = _atom(xcb, connection, name)
    cookie = xcb.xcb_get_property(connection, 0, window, atom, _ANY_TYPE, 0, _MOST)
    reply = xcb.xcb_get_property_reply(connection, cookie, None)
    if not reply:
        return ()
    try:
        length = xcb.xcb_get_property_value_length(reply)
        held = ctypes.string_at(xcb.xcb_get_property_value(reply), length)
    finally:
        _libc().free(reply)
    return struct.unpack(f"={length // 4}I", held[: length // 4 * 4])


def _atom(xcb: ctypes.CDLL, connection: int, name: bytes) -> int:
    cookie = xcb.xcb_intern_atom(connection, 1, len(name), name)
    reply = xcb.xcb_intern_atom_reply(connection, cookie, None)
    if not reply:
        return 0
    try:
        (atom,) = struct.unpack_from("=I", ctypes.string_at(reply, 12), 8)
    finally:
        _libc().free(reply)
    return int(atom)


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None)
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.free.restype = None
    return libc


def _library() -> ctypes.CDLL:
    """The functions with their types. Raises OSError where there is none."""
    xcb = ctypes.CDLL(_LIBRARY)
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    short, byte = ctypes.c_uint16, ctypes.c_uint8
    signatures: dict[str, tuple[object, tuple[object, ...]]] = {
        "xcb_connect": (pointer, (ctypes.c_char_p, pointer)),
        "xcb_disconnect": (None, (pointer,)),
        "xcb_connection_has_error": (ctypes.c_int, (pointer,)),
        "xcb_get_setup": (pointer, (pointer,)),
        "xcb_setup_roots_iterator": (_Iterator, (pointer,)),
        "xcb_intern_atom": (_Cookie, (pointer, byte, short, ctypes.c_char_p)),
        "xcb_intern_atom_reply": (pointer, (pointer, _Cookie, pointer)),
        "xcb_get_property": (_Cookie, (pointer, byte, number, number, number, number, number)),
        "xcb_get_property_reply": (pointer, (pointer, _Cookie, pointer)),
        "xcb_get_property_value": (pointer, (pointer,)),
        "xcb_get_property_value_length": (ctypes.c_int, (pointer,)),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
