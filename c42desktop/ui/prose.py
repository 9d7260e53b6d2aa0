"""Foreign text of any length: plain, selectable, as high as it needs to be, with safe links."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from c42desktop.plain import one_line, plain
from c42desktop.ui import theme
from c42desktop.ui.links import linked, open_link
from c42desktop.ui.widgets import style

LINE = 18


class Prose(QTextBrowser):
    """Shows text as it was written. Nothing is loaded, nothing is opened without a click."""

    def __init__(self, text: str, name: str, look: str = "prose") -> None:
        super().__init__()
        self._text = plain(text)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(open_link)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        style(self, look)
        self._fill()

    def set_text(self, text: str) -> None:
        """Other text."""
        self._text = plain(text)
        self._fill()

    def loadResource(self, _kind: int, _name: object) -> object:  # noqa: N802
        """Foreign text gets no files and no network."""
        return None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Links follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The page around it scrolls."""
        event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802
        """No width of its own."""
        return QSize(theme.px(120), self.height())

    def _fill(self) -> None:
        text = linked(self._text, theme.current().accent)
        self.setAccessibleName(one_line(self._text))
        self.setHtml(f'<p style="line-height:{theme.px(LINE)}px;margin:0">{text}</p>')
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)
