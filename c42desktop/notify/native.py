"""The notifier of the system this program runs on."""

import sys

from c42desktop.notify.notifier import FallbackNotifier, Notifier, NotifyError, RecordingNotifier
from c42desktop.notify.sounds import SILENT, Sounds

__all__ = ["FallbackNotifier", "Notifier", "NotifyError", "RecordingNotifier", "native_notifier"]

APP_NAME = "c42desktop"


def native_notifier(sounds: Sounds = SILENT) -> Notifier:
    """A notifier that connects with its first notification; imported late, for most starts show none."""
    if sys.platform in ("win32", "darwin"):
        from c42desktop.notify.windows_macos import LibraryNotifier

        return LibraryNotifier(APP_NAME)
    from c42desktop.notify.freedesktop import FreedesktopNotifier

    return FreedesktopNotifier(APP_NAME, sounds=sounds)
