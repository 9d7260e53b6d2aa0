"""The button to join a meeting, within a row of the agenda."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from c42desktop.ui.agenda_delegate import divided
from c42desktop.ui.agenda_faces import EventFace
from c42desktop.ui.agenda_model import FACE, SHAPE
from c42desktop.ui.links import open_link
from c42desktop.ui.row_painter import join_box


class RowJoin(QObject):
    """A press on a button that ends on it opens the meeting, and does not select the row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed = ""
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """What happens on a button is the button's."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        address = self._address(event.position().toPoint())
        match event.type():
            case QEvent.Type.MouseMove:
                self._point(bool(address))
                if event.buttons() == Qt.MouseButton.NoButton:
                    self._pressed = ""  # a drag has taken the release
                return bool(self._pressed)
            case QEvent.Type.MouseButtonPress:
                self._pressed = address if event.button() is Qt.MouseButton.LeftButton else ""
                return bool(self._pressed)
            case QEvent.Type.MouseButtonDblClick:
                return bool(address)  # the first click of the two has opened it
            case QEvent.Type.MouseButtonRelease if self._pressed:
                pressed, self._pressed = self._pressed, ""
                if address == pressed:
                    open_link(address)
                return True
        return super().eventFilter(watched, event)

    def _point(self, on_button: bool) -> None:
        if on_button:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._view.viewport().unsetCursor()

    def _address(self, at: QPoint) -> str:
        """The address behind the button at this place; empty beside one."""
        index = self._view.indexAt(at)
        face = index.data(FACE) if index.isValid() else None
        if not isinstance(face, EventFace) or not face.join:
            return ""
        body, _line = divided(self._view.visualRect(index), index.data(SHAPE))
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return face.join if join_box(body, face, right_to_left=mirrored).contains(at) else ""
