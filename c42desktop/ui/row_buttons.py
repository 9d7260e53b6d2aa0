"""The buttons within a row of the agenda: to join a meeting, to answer an invitation. They are drawn, no widgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from c42desktop.ui.agenda_delegate import divided
from c42desktop.ui.agenda_faces import EventFace
from c42desktop.ui.agenda_model import FACE, ROW, SHAPE
from c42desktop.ui.agenda_rows import Row
from c42desktop.ui.row_painter import answer_boxes, join_box

Pressed = tuple[Row, str, str]
"""The row, and what its button stands for: the address of a meeting, or an answer."""


class RowButtons(QObject):
    """A press on a button that ends on it is a click of it, and does not select the row.

    `answered` (Row, answer): the reader answers what is in that row. `joined` (Row): its meeting.
    """

    answered = Signal(object, str)
    joined = Signal(object)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: Pressed | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """What happens on a button is the button's."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        found = self._find(event.position().toPoint())
        match event.type():
            case QEvent.Type.MouseMove:
                self._point(found is not None)
                if event.buttons() == Qt.MouseButton.NoButton:
                    self._pressed = None  # a drag has taken the release
                return self._pressed is not None
            case QEvent.Type.MouseButtonPress:
                self._pressed = found if event.button() is Qt.MouseButton.LeftButton else None
                return self._pressed is not None
            case QEvent.Type.MouseButtonDblClick:
                return found is not None  # the first click of the two has done it
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                pressed, self._pressed = self._pressed, None
                if found == pressed:  # neither the button nor the event is another one by now
                    self._click(*pressed)
                return True
        return super().eventFilter(watched, event)

    def _click(self, row: Row, _address: str, answer: str) -> None:
        if answer:
            self.answered.emit(row, answer)
        else:
            self.joined.emit(row)

    def _point(self, on_button: bool) -> None:
        if on_button:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._view.viewport().unsetCursor()

    def _find(self, at: QPoint) -> Pressed | None:
        """The button at this place; None beside one."""
        index = self._view.indexAt(at)
        face = index.data(FACE) if index.isValid() else None
        if not isinstance(face, EventFace) or not (face.join or face.answers):
            return None
        body, _line = divided(self._view.visualRect(index), index.data(SHAPE))
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        address, answer = _button(body, face, at, mirrored=mirrored)
        return (index.data(ROW), address, answer) if address or answer else None


def _button(body: QRect, face: EventFace, at: QPoint, *, mirrored: bool) -> tuple[str, str]:
    if join_box(body, face, right_to_left=mirrored).contains(at):
        return face.join, ""
    boxes = answer_boxes(body, face, right_to_left=mirrored)
    return "", next((answer for box, answer in boxes if box.contains(at)), "")
