"""Small parts the window is put together from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from c42desktop.plain import one_line, plain
from c42desktop.ui import icons, theme

LONG_RUN = 24
"""Runs of letters longer than this get places to break at, after every PIECE of them."""
PIECE = 8
_FINGERPRINT = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){7,}\W*")


def label(text: str, look: str = "", name: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of plain text that wraps and never wants more width than it gets."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(soft_breaks(text))
    made.setWordWrap(True)
    made.setMinimumWidth(1)
    style(made, look)
    if name:
        made.setObjectName(name)
    return made


def style(widget: QWidget, look: str) -> None:
    """Give a widget the look of the style sheet, also while it is shown."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            refresh(widget)


def refresh(widget: QWidget) -> None:
    """Apply the style sheet again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def button(text: str, name: str, slot: Callable[[], object], look: str = "", fit: str = "") -> QPushButton:
    """A push button; its slot gets no argument. `fit` may be "large", "field" (as high as an input)."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.clicked.connect(lambda _checked=False: slot())
    made.setAutoDefault(False)
    made.setProperty("fit", fit)
    style(made, look)
    return made


def link(text: str, name: str, slot: Callable[[], object], icon: str = "", fit: str = "") -> Link:
    """A button that looks like a link; `fit` may be "small"."""
    made = Link(text, icon)
    made.setProperty("fit", fit)
    made.setObjectName(name)
    made.clicked.connect(lambda _checked=False: slot())
    return made


def foot_row(*buttons: QWidget, at_start: Sequence[QWidget] = ()) -> QHBoxLayout:
    """The last row of a dialog: its buttons at the end, the one that most people press last."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for each in at_start:
        row.addWidget(each)
    row.addStretch(1)
    for each in buttons:
        row.addWidget(each)
    return row


def separator() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setFixedHeight(1)
    style(made, "line")
    return made


def indented(widget: QWidget, by: int) -> QWidget:
    """Moved in, below the words of a box or a radio button."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addSpacing(theme.px(by))
    row.addWidget(widget, 1)
    return held


def soft_breaks(text: str) -> str:
    """The text as it can be shown (see `plain`), with invisible places to break in runs that have none."""
    words = plain(text).split(" ")
    return " ".join(_broken(word) if len(word) > LONG_RUN else word for word in words)


def tip(text: str) -> str:
    """Text of others for a tooltip, which would take what looks like markup for markup."""
    shown = plain(text)
    if not Qt.mightBeRichText(shown):
        return shown
    lines = escape(shown).replace("\n", "<br>")
    return f"<p>{lines}</p>"


def _broken(word: str) -> str:
    if _FINGERPRINT.fullmatch(word):
        return word.replace(":", ":\u200b")
    return "\u200b".join(word[at : at + PIECE] for at in range(0, len(word), PIECE))


class Link(QPushButton):
    """A button that looks like a link, with an icon in its colour where one is given."""

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__(text)
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        style(self, "link")
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon:
            self.setIcon(icons.icon(self._icon, theme.current().accent, theme.px(14)))


class IconButton(QToolButton):
    """A button that is only an icon; its name is read aloud and shown as tooltip."""

    def __init__(self, icon: str, text: str, name: str, slot: Callable[[], object]) -> None:
        super().__init__()
        self._icon = icon
        self.setObjectName(name)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.clicked.connect(lambda _checked=False: slot())
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icons.icon(self._icon, theme.current().secondary, theme.px(16)))


class Icon(QWidget):
    """A drawn icon beside a text."""

    def __init__(self, name: str, size: int = 16) -> None:
        super().__init__()
        self._name = name
        self._size = theme.px(size)
        self.setFixedSize(self._size, theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The icon in the colour of secondary text."""
        painter = QPainter(self)
        color = theme.current().secondary
        top = (self.height() - self._size) // 2
        painter.drawPixmap(0, top, icons.pixmap(self._name, color, self._size, self.devicePixelRatioF()))
        painter.end()


class Dot(QWidget):
    """A filled circle: the colour of a calendar, or a state."""

    def __init__(self, color: str = "", size: int = 8) -> None:
        super().__init__()
        self._color = color
        self._size = theme.px(size)
        self.setFixedSize(self._size, self._size)

    def set_color(self, color: str) -> None:
        """Another colour; the drawing of hollow dots is left to no colour at all."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A circle, or a ring where there is no colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color or theme.current().secondary))
        painter.drawEllipse(self.rect())
        painter.end()


class ElidedLabel(QLabel):
    """One line of plain text that ends in … where it does not fit, with the rest in a tooltip."""

    def __init__(self, text: str = "", look: str = "", name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setObjectName(name)
        self._full = ""
        style(self, look)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """The text, elided or not."""
        self._full = one_line(text)
        self.setAccessibleName(self._full)
        self._elide()

    def full_text(self) -> str:
        """What it would say with room enough."""
        return self._full

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        width = self.contentsRect().width()
        shown = QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, width)
        self.setText(shown)
        self.setToolTip(tip(self._full) if shown != self._full else "")
