"""Dialogs that are as high as what is in them, and scroll where the screen is lower than that.

What one presses in the end stays in sight: it stands below what scrolls.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWindow
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from c42desktop.ui import theme
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import separator, style

WIDTH = 468
"""Of a dialog: 420 for what is in it, and the margins."""
TITLE_BAR = 40


class FittingDialog(Dialog):
    """A dialog around one column of widgets, and `foot` below it. Show it with `open()`.

    An answer may come after the person closed it, so it stays until its parent goes; `finished` is said once.
    """

    def __init__(self, title: str, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._least = theme.px(width)
        self.setWindowTitle(title)
        self._inside = QWidget()
        style(self._inside, "clear")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(8))
        self.column.setSpacing(theme.px(12))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        self._edge = separator()
        self._area.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._edge.setVisible(most > 0))
        held = self._edge.sizePolicy()
        held.setRetainSizeWhenHidden(True)  # it must not take the room whose lack shows it
        self._edge.setSizePolicy(held)
        self._edge.hide()
        self._below = QWidget()
        self.foot = QVBoxLayout(self._below)
        self.foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(24))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._edge)
        whole.addWidget(self._below)
        for part in (self._inside, self._below):
            part.installEventFilter(self)

    def widen(self, pixels: int) -> None:
        """Leave room for a part that is this wide, where the screen has it."""
        margins = self.column.contentsMargins()
        self._least = max(self._least, pixels + margins.left() + margins.right())
        self._fit()

    def done(self, result: int) -> None:
        """Close, unless it is closed."""
        if not self.isHidden():
            super().done(result)

    def setVisible(self, visible: bool) -> None:  # noqa: N802
        """Open as high as need be."""
        if visible and self.isHidden():
            self._fit()
            self.resize(self.minimumSize())
            self._stand_before_parent()
        super().setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Narrower, texts are higher."""
        super().resizeEvent(event)
        self._fit()
        self._stay_on_screen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A part became higher or lower."""
        if watched in (self._inside, self._below) and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        least = min(self._least, room.width())
        width = max(self.width(), least) if self.isVisible() else least
        needed = _height(self.column, width) + self._edge.minimumHeight() + _height(self.foot, width)
        height = min(needed, room.height() - TITLE_BAR)
        if self.minimumSize() != QSize(least, height):
            self.setMinimumSize(least, height)

    def _stand_before_parent(self) -> None:
        """Said outright: left to itself, the first dialog of a session may open in a corner of the screen."""
        parent, room = self.parentWidget(), self.screen().availableGeometry()
        if parent is not None:
            frame = QRect(QPoint(), self.size() + QSize(0, theme.px(TITLE_BAR)))
            frame.moveCenter(parent.window().frameGeometry().center())
            left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
            self.move(left, max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height())))

    def _stay_on_screen(self) -> None:
        """What grew at its lower end goes up by as much as it is too low."""
        frame, room = self.frameGeometry(), self.screen().availableGeometry()
        if self.isVisible() and frame.bottom() > room.bottom():
            self.move(frame.x(), max(room.top(), room.bottom() - frame.height() + 1))


def once_placed(widget: QWidget, act: Callable[[], None]) -> None:
    """Call `act`, which resizes `widget`: now, or once the window manager has put it where it is to be.

    What is resized in between is moved to where Qt believes it to be just then: the corner of the screen.
    """
    window = widget.windowHandle()
    if window is None or not widget.isVisible() or window.isExposed():
        act()
    else:
        _Placing(window, act)


class _Placing(QObject):
    """Acts when the first part of `window` is to be drawn."""

    def __init__(self, window: QWindow, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """On the screen."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self.deleteLater()
            self._act()
        return False


def _height(column: QVBoxLayout, width: int) -> int:
    high = column.totalHeightForWidth(width) if column.hasHeightForWidth() else -1
    return max(high, column.totalMinimumSize().height())
