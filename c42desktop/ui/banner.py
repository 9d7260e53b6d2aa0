"""The one banner of the window: what is the matter, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from c42desktop.plain import plain
from c42desktop.ui import theme
from c42desktop.ui.widgets import label, link, soft_breaks, style


class BannerKind(StrEnum):
    """How much it matters; the colour follows."""

    OFFLINE = "offline"
    ERROR = "error"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class BannerText:
    """One sentence and at most one action."""

    kind: BannerKind
    text: str
    action: str = ""


class Banner(QFrame):
    """Hidden until it has something to say. `acted`: the action was clicked."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("", name="banner-text")
        self._action = link("", "banner-action", self.acted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self.hide()

    def set(self, banner: BannerText | None) -> None:
        """Say this, or nothing."""
        self.setVisible(banner is not None)
        if banner is None:
            return
        style(self, banner.kind.value)
        for part in (self._text, self._action):
            part.style().unpolish(part)
            part.style().polish(part)
        self._text.setText(soft_breaks(banner.text))
        self.setAccessibleName(plain(banner.text))
        self._action.setText(banner.action)
        self._action.setVisible(bool(banner.action))
