"""Calendar files and links to calendars dropped on the window: a hint while they hover, a signal when they fall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme

SUFFIXES = frozenset({".ics", ".ical", ".icalendar", ".vcs", ".xml", ".xcs", ".json"})
CALENDAR_TYPE = "text/calendar"
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded
_MOVING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What fell: files by their paths, the text of a calendar without a file, or `xmpp:` links."""

    paths: tuple[Path, ...] = ()
    data: bytes = b""
    links: tuple[str, ...] = ()


class DropZone(QWidget):
    """Lies over `window` while something that can be imported hovers over it. `dropped(Dropped)`.

    `is_open` says whether anything can be imported now.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(window)
        self.setObjectName("drop-zone")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._is_open = is_open
        self._words = ""
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Drags over the window, wherever on it."""
        if watched is not self._window:
            return False
        if isinstance(event, QDropEvent) and event.type() in (*_MOVING, QEvent.Type.Drop):
            self._on_drag(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        return False

    def _on_drag(self, event: QDropEvent) -> None:
        # What is dragged out of this window is not brought back into it.
        found = what_is_in(event.mimeData()) if event.source() is None and self._is_open() else None
        if found is None:
            event.ignore()
            self.hide()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.hide()
            self.dropped.emit(_with_data(found, event.mimeData()))
        elif self.isHidden():
            self._words = _("Drop to look at it") if found.links else _("Drop to import")
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A veil, a frame, and what happens."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colors.background)
        veil.setAlpha(190)
        painter.fillRect(self.rect(), veil)
        frame = self.rect().adjusted(theme.px(16), theme.px(16), -theme.px(16), -theme.px(16))
        painter.setPen(QPen(QColor(colors.accent), theme.px(2), Qt.PenStyle.DashLine))
        inside = QColor(colors.selection)
        inside.setAlpha(190)
        painter.setBrush(inside)
        painter.drawRoundedRect(frame, theme.px(12), theme.px(12))
        card = QRect(0, 0, theme.px(200), theme.px(96))
        card.moveCenter(frame.center())
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.card))
        painter.drawRoundedRect(card, theme.px(9), theme.px(9))
        size = theme.px(32)
        mark = icons.pixmap("calendar", colors.accent, size, self.devicePixelRatioF())
        painter.drawPixmap(card.center().x() - size // 2, card.y() + theme.px(16), mark)
        painter.setPen(QColor(colors.text))
        painter.setFont(theme.font(14, 600))
        words = card.adjusted(0, theme.px(52), 0, -theme.px(12))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()


def what_is_in(mime: QMimeData) -> Dropped | None:
    """What can be imported of something dragged; the text itself is not asked for before it falls."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    wanted = tuple(path for path in paths if PurePath(path).suffix.lower() in SUFFIXES)
    if wanted:
        return Dropped(wanted)
    links = tuple(url.toString(_ENCODED) for url in mime.urls() if url.scheme() == "xmpp") if mime.hasUrls() else ()
    if links:
        return Dropped(links=links)
    return Dropped() if not paths and _calendar_format(mime) else None


def _with_data(found: Dropped, mime: QMimeData) -> Dropped:
    return found if found.paths or found.links else Dropped(data=bytes(mime.data(_calendar_format(mime)).data()))


def _calendar_format(mime: QMimeData) -> str:
    """text/calendar, also with parameters."""
    return next((each for each in mime.formats() if each.partition(";")[0].strip().lower() == CALENDAR_TYPE), "")
