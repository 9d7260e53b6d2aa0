"""The one banner of the window: what is the matter, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
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
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._choices = [
            link(words.replace("&", "&&"), f"banner-{choice}", partial(self.chosen.emit, choice))
            for choice, words in choices
        ]
        for place, made in enumerate(self._choices, start=1):
            self._row.insertWidget(place, made)
            made.show()  # else Qt shows it a turn later
