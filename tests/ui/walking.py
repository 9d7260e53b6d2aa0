"""Walks through a window as a keyboard does, and looks for texts that are cut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from c42desktop.ui.outside import OutsideLink
from c42desktop.ui.widgets import ElidedLabel

MOST = 80


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, once around, from where the window starts."""
    start = window.focusWidget()
    if start is None:
        _press_tab(window)
        start = window.focusWidget()
    found = [start] if start is not None else []
    for _turn in range(MOST):
        _press_tab(window.focusWidget() or window)
        QApplication.processEvents()  # what scrolls follows in a turn of its own
        now = window.focusWidget()
        seen = now.viewport() if isinstance(now, QAbstractScrollArea) else now  # it covers the area it is in
        assert seen is None or not seen.visibleRegion().isEmpty(), f"{now.objectName()} is out of sight"
        if now is None or now in found[:-1] or now is start:
            return found
        if now is not found[-1]:  # links in a text are stops of their own, within it
            found.append(now)
    raise AssertionError("Tab never comes back")


def _press_tab(widget: QWidget) -> None:
    """Past what takes the key for itself."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def place(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def looks_focused(widget: QWidget) -> bool:
    """Whether something on screen is another once it has the keyboard."""
    focused = _seen(widget)
    widget.clearFocus()
    plain = _seen(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return focused != plain


def _seen(widget: QWidget) -> QImage:
    """With a little around it: a ring may be drawn by what holds it."""
    return widget.window().grab(place(widget).adjusted(-4, -4, 4, 4)).toImage()


def cut(window: QWidget) -> Iterator[str]:
    """The texts that are not shown whole: of labels, buttons, boxes, tabs. What ends in … needs a tooltip."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        problem = _cut(widget)
        if problem:
            yield f"{type(widget).__name__} {widget.objectName()}: {problem}"


def _cut(widget: QWidget) -> str:
    match widget:
        case ElidedLabel():
            whole = widget.text() == widget.full_text()
            return "" if whole or widget.toolTip() or _parent_tip(widget) else f"{widget.full_text()} has no tooltip"
        case QLabel() if widget.text() and widget.wordWrap():
            return _too_small(widget, QRect(0, 0, widget.width(), widget.heightForWidth(widget.width())), widget.text())
        case QLabel() if widget.text():
            return _too_small(widget, QRect(QPoint(0, 0), widget.sizeHint()), widget.text())
        case QToolButton() if isinstance(widget.parentWidget(), QLineEdit):
            return ""  # Qt's own, inside a line
        case OutsideLink():
            return ""  # it gives way, and its tooltip says where it leads
        case QPushButton() | QToolButton():
            return _too_small(widget, QRect(QPoint(0, 0), widget.sizeHint()), widget.text())
        case QAbstractButton() if widget.text():
            return _too_small(widget, QRect(QPoint(0, 0), widget.sizeHint()), widget.text())
        case QComboBox():
            room = widget.width() - widget.height()
            width = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
            return "" if width <= room or widget.toolTip() else f"{widget.currentText()} needs {width} of {room}"
        case QTabBar():
            return _too_small(widget, QRect(QPoint(0, 0), widget.sizeHint()), "tabs")
    return ""


def _too_small(widget: QWidget, needed: QRect, text: str) -> str:
    if needed.width() <= widget.width() and needed.height() <= widget.height() + 1:
        return _outside(widget, text)
    return f"{text[:40]!r} needs {needed.width()} × {needed.height()}, has {widget.width()} × {widget.height()}"


def _outside(widget: QWidget, text: str) -> str:
    """A part of it may lie beyond what holds it, unless that scrolls downwards."""
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            at = widget.mapTo(holder, QPoint(0, 0)).x()
            return "" if at >= 0 and at + widget.width() <= holder.width() else f"{text[:40]!r} sticks out sideways"
        if not holder.rect().contains(QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())):
            return f"{text[:40]!r} sticks out of {type(holder).__name__} {holder.objectName()}"
        holder = holder.parentWidget()
    return ""


def _parent_tip(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if holder.toolTip():
            return True
        holder = holder.parentWidget()
    return False
