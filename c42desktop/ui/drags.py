"""Events and calendars dragged out of the window: other programs get a file, or its text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMetaType, QMimeData, QObject, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.drops import CALENDAR_TYPE

URIS = "text/uri-list"
ITEM = "application/x-c42desktop-item"
"""Which event it is, for the calendars of this window."""
LONGEST = 260  # pixels of the card under the pointer


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is dragged. `text` gives the calendar file, `file` the place where it has been written.

    Both are called when somebody asks for them, and raise OSError where they cannot. `item`: it is this event.
    """

    title: str
    color: str
    text: Callable[[], str]
    file: Callable[[], Path]
    item: ItemRef | None = None


class CalendarMime(QMimeData):
    """A calendar file that is made when somebody asks for it."""

    def __init__(self, dragged: Dragged) -> None:
        super().__init__()
        self._dragged = dragged

    def formats(self) -> list[str]:
        """A file, or its text; for ourselves, which event it is."""
        return [URIS, CALENDAR_TYPE, *([ITEM] if self._dragged.item else [])]

    def hasFormat(self, mime_type: str) -> bool:  # noqa: N802
        """One of these."""
        return mime_type in self.formats()

    def retrieveData(self, mime_type: str, _kind: QMetaType | QMetaType.Type) -> object:  # noqa: N802
        """Make it now; nothing where that fails."""
        if mime_type == ITEM and self._dragged.item is not None:
            return QByteArray(json.dumps(_place(self._dragged.item)).encode())
        try:
            if mime_type == CALENDAR_TYPE:
                return QByteArray(self._dragged.text().encode("utf-8"))
            if mime_type == URIS:
                return [QUrl.fromLocalFile(str(self._dragged.file()))]
        except OSError:
            return None
        return None


class DragSource(QObject):
    """Begins a drag where the pointer was pressed on `widget` and moved away.

    `content` says what lies at a point of the widget, None where nothing can be dragged.
    """

    def __init__(self, widget: QWidget, content: Callable[[QPoint], Dragged | None]) -> None:
        super().__init__(widget)
        self._content = content
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Watch for press, move, release."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._on_mouse(watched, event)
        return False

    def _on_mouse(self, widget: QWidget, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = at if event.button() == Qt.MouseButton.LeftButton else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far and event.buttons() & Qt.MouseButton.LeftButton:
                return self._drag(widget, self._pressed)
        return False

    def _drag(self, widget: QWidget, pressed: QPoint) -> bool:
        self._pressed = None
        dragged = self._content(pressed)
        if dragged is None:
            return False
        _let_go(widget)
        drag = QDrag(widget)
        drag.setMimeData(CalendarMime(dragged))
        drag.setPixmap(_card(dragged, widget))
        drag.setHotSpot(QPoint(-theme.px(8), -theme.px(8)))
        drag.exec(Qt.DropAction.CopyAction)
        return True


def dragged_item(mime: QMimeData) -> ItemRef | None:
    """The event that is dragged, if it is one of ours."""
    if not mime.hasFormat(ITEM):
        return None
    try:
        account, service, node, item_id = map(str, json.loads(bytes(mime.data(ITEM).data())))
    except (ValueError, TypeError):
        return None
    return ItemRef(CalendarRef(account, service, node), item_id)


def _place(item: ItemRef) -> list[str]:
    return [item.calendar.account, item.calendar.service, item.calendar.node, item.item_id]


def _let_go(widget: QWidget) -> None:
    """The release that the widget will not see: far outside, so that it is no click."""
    away = QPointF(-9999, -9999)
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        away,
        away,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, release)


def _card(dragged: Dragged, widget: QWidget) -> QPixmap:
    """The title beside the colour of the calendar."""
    colors, font = theme.current(), theme.font(13, 500)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(one_line(dragged.title), Qt.TextElideMode.ElideRight, theme.px(LONGEST))
    width, height = metrics.horizontalAdvance(text) + theme.px(36), theme.px(32)
    density = widget.devicePixelRatioF()
    made = QPixmap(round(width * density), round(height * density))
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colors.line))
    painter.setBrush(QColor(colors.card))
    painter.drawRoundedRect(QRect(0, 0, width - 1, height - 1), theme.px(7), theme.px(7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.calendar_color(dragged.color)))
    painter.drawRoundedRect(theme.px(10), theme.px(8), theme.px(4), height - theme.px(16), 2, 2)
    painter.setPen(QColor(colors.text))
    painter.setFont(font)
    painter.drawText(QRect(theme.px(22), 0, width, height), int(Qt.AlignmentFlag.AlignVCenter), text)
    painter.end()
    return made
