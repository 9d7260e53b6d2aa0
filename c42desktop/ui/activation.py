"""The right to come to the front with the keyboard, where somebody has started the program once more.

A desktop takes the keyboard from another program only for what its person has just done. On Wayland a token proves
that, on X11 a time that is newer than the last key pressed elsewhere. On Windows the other process gave the right away.
"""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

PAUSE = 0.05  # seconds until an X server has answered


def prepare(window: QWidget, token: str) -> None:
    """Have `window` come to the front, once it is shown after `PAUSE`. `token` is what the desktop gave the other."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt shows it to the compositor, once
    if QGuiApplication.platformName() == "xcb":
        window.winId()
        handle = window.windowHandle()
        title = handle.title()
        handle.setTitle(f"{title} ")  # what is as it was is not told
        handle.setTitle(title)  # the notice of this brings the time of the X server, which Qt shows to it
