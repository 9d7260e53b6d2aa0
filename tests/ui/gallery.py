"""Renders every scene of the window, to be looked at: python -m tests.ui.gallery FOLDER [light|dark] [SCENE…]

Run it under Xvfb with QT_QPA_PLATFORM=xcb; QT_SCALE_FACTOR=2 renders for a dense screen, LANGUAGE=nl in Dutch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).parent))

import gallery_accounts
import gallery_activity
import gallery_adding
import gallery_agenda
import gallery_calendars
import gallery_crashes
import gallery_details
import gallery_dialogs
import gallery_editing
import gallery_opening
import gallery_search
import gallery_sidebar
import gallery_states

from c42desktop.ui import language, theme, tokens

MODULES = (
    gallery_agenda,
    gallery_sidebar,
    gallery_activity,
    gallery_search,
    gallery_details,
    gallery_states,
    gallery_accounts,
    gallery_calendars,
    gallery_adding,
    gallery_editing,
    gallery_dialogs,
    gallery_opening,
    gallery_crashes,
)
SCENES: dict[str, Callable[[], QWidget]] = {scene.__name__: scene for each in MODULES for scene in each.SCENES}


def main() -> None:
    """Render those that were named, or all of them."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    name = sys.argv[2] if len(sys.argv) > 2 else "light"
    app = QApplication([])
    app.setCursorFlashTime(0)  # the same picture at any instant
    language.follow(app)
    colors = tokens.DARK if name == "dark" else tokens.LIGHT
    theme.apply(app, colors)
    scale = "-2x" if os.environ.get("QT_SCALE_FACTOR") == "2" else ""
    for wanted in sys.argv[3:] or SCENES:
        made = SCENES[wanted]()
        QTest.qWait(150)
        made.grab().save(str(folder / f"{wanted}-{name}{scale}.png"))
        _clear(app)
        if theme.current() is not colors:
            theme.apply(app, colors)  # a scene may have its own


def _clear(app: QApplication) -> None:
    """Each scene by itself: what is left of others takes time, and may have the keyboard."""
    for window in app.topLevelWidgets():
        window.hide()
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
