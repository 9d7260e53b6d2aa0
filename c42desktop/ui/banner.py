"""The one banner of the window: what is the matter, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

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
    """One sentence and at most one action; `choices` are what else can be done, as pairs of id and label."""

    kind: BannerKind
    text: str
    action: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class Banner(QFrame):
    """Hidden until it has something to say. `acted`: the action was clicked. `chosen(id)`: one of the choices was."""

    acted = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("", name="banner-text")
        self._action = link("", "banner-action", self.acted.emit)
        self._choices: list[QWidget] = []
        self._links = QHBoxLayout()
        self._links.setSpacing(theme.px(12))
        self._links.addWidget(self._action)
        self._links.addStretch()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self._whole.setSpacing(theme.px(4))
        self._whole.addWidget(self._text, 1)
        self._whole.addLayout(self._links)
        self.hide()

    def set(self, banner: BannerText | None) -> None:
        """Say this, or nothing."""
        self.setVisible(banner is not None)
        if banner is None:
            self.setAccessibleName("")
            return
        style(self, banner.kind.value)
        self._set_choices(banner.choices)
        for part in (self._text, *self._choices, self._action):
            part.style().unpolish(part)
            part.style().polish(part)
        self._text.setText(soft_breaks(banner.text))
        self._announce(plain(banner.text), urgent=banner.kind is BannerKind.ERROR)
        self._action.setText(banner.action)
        self._action.setVisible(bool(banner.action))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Several links stand below the sentence where they would leave it no room."""
        taken = sum(each.sizeHint().width() + theme.px(12) for each in (*self._choices, self._action))
        below = bool(self._choices) and taken > self.width() // 2
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if direction != self._whole.direction():
            self._whole.setDirection(direction)

    def _announce(self, words: str, *, urgent: bool) -> None:
        """Have it read out, once: the same words again are no news."""
        if words == self.accessibleName():
            return
        self.setAccessibleName(words)
        event = QAccessibleAnnouncementEvent(self, words)
        loud, calm = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
        event.setPoliteness(loud if urgent else calm)
        QAccessible.updateAccessibility(event)

    def _set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Between the sentence and the action."""
        for gone in self._choices:
            self._links.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._choices = [
            link(words.replace("&", "&&"), f"banner-{choice}", partial(self.chosen.emit, choice))
            for choice, words in choices
        ]
        for place, made in enumerate(self._choices):
            self._links.insertWidget(place, made)
            made.show()  # else Qt shows it a turn later
