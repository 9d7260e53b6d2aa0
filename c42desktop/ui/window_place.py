"""Where a window stands: within its screen, as the person left it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle


def saved(window: QMainWindow) -> str:
    """Size and place, opaque."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def restore(window: QMainWindow, place: object, smallest: QSize) -> None:
    """Back to where it was, if that is known and still on a screen."""
    restored = False
    if isinstance(place, str) and place:
        restored = window.restoreGeometry(QByteArray.fromBase64(place.encode()))
    fit_screen(window, smallest, centred=not restored)


def fit_screen(window: QMainWindow, smallest: QSize, *, centred: bool) -> None:
    """No larger than the screen, and all of it in sight; a maximised window is the desktop's business."""
    room = _available(window)
    window.setMinimumSize(smallest.boundedTo(room.size()))
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(fitted(window.geometry(), room, centred=centred))


def fitted(window: QRect, room: QRect, *, centred: bool) -> QRect:
    """The window within the room: cut where it is too large, moved as little as need be, or to the middle."""
    size = window.size().boundedTo(room.size())
    if centred:
        return QRect(
            room.x() + (room.width() - size.width()) // 2,
            room.y() + (room.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
    left = min(max(window.x(), room.x()), room.x() + room.width() - size.width())
    top = min(max(window.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def session_ends() -> bool:
    """Whether the desktop is about to close everything."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


def _available(window: QMainWindow) -> QRect:
    """The part of its screen the window may fill, below its own title bar. It may not know its screen yet."""
    screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
    room = screen.availableGeometry()
    return room.adjusted(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)
