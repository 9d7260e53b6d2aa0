"""Windows: what it asks itself before it shows a notification."""

from __future__ import annotations

import ctypes

# QUERY_USER_NOTIFICATION_STATE: a full-screen program, a Direct3D game, a presentation, a full-screen Store app.
# Not quiet: 1, nobody is there or the screen is locked; 5, all is well; 6, the first hour of a new user.
_QUIET = frozenset({2, 3, 4, 7})


def full_screen() -> bool:
    """True while something fills the screen that a notification would disturb. "Do not disturb" is not told: Windows
    holds notifications back by itself."""
    state = ctypes.c_int(0)
    shell = ctypes.CDLL("shell32")
    return shell.SHQueryUserNotificationState(ctypes.byref(state)) == 0 and state.value in _QUIET
