"""The one key that a person decided to trust, as it stands in the server settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.widgets import label, link

PAIRS_IN_A_GROUP = 4
GROUPS_IN_A_LINE = 2


class TrustedKey(QWidget):
    """Its fingerprint, and how to trust the authorities again; hidden where there is none."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trusted-key")
        self.pin = ""
        self._words = fingerprint_label("trusted-key-pin", size=12)
        self.forget = link(_("Forget"), "forget-key", self._on_forget, fit="small")
        head = QHBoxLayout()
        head.addWidget(label(_("Trusted key"), "label"), 1)
        head.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self._words)
        self.set("")

    def set(self, pin: str) -> None:
        """The key that is trusted, "" for none."""
        self.pin = pin
        self._words.setText(in_groups(pin))
        self.setVisible(bool(pin))

    def _on_forget(self) -> None:
        self.set("")
        self.edited.emit()


def in_groups(fingerprint: str) -> str:
    """A fingerprint as one can compare it: groups of four pairs, two groups in a line."""
    pairs = fingerprint.upper().split(":")
    groups = [" ".join(pairs[at : at + PAIRS_IN_A_GROUP]) for at in range(0, len(pairs), PAIRS_IN_A_GROUP)]
    lines = ["   ".join(groups[at : at + GROUPS_IN_A_LINE]) for at in range(0, len(groups), GROUPS_IN_A_LINE)]
    return "\n".join(lines)


def fingerprint_label(name: str, size: int = 13) -> QLabel:
    """A label in which each digit is as wide as the next, and from which one can copy."""
    made = QLabel()
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    made.setStyleSheet(f'font-family: "{family}"; font-size: {theme.px(size)}px;')
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setMinimumWidth(1)
    return made
