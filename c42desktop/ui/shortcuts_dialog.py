"""Help › Shortcuts: every key that does something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.shortcuts import Place, Shortcut, place_title, shortcuts
from c42desktop.ui.widgets import button, foot_row, label


class ShortcutsDialog(FittingDialog):
    """Show it with `open()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Shortcuts"), parent)
        self.setObjectName("shortcuts-dialog")
        table = shortcuts()
        for place in Place:
            self.column.addWidget(label(place_title(place), "label"))
            self.column.addWidget(_table([each for each in table if each.place is place]))
        self.column.addStretch(1)
        close = button(_("Close"), "shortcuts-close", self.reject)
        close.setDefault(True)
        self.foot.addLayout(foot_row(close))
        close.setFocus()


def keys_text(shortcut: Shortcut) -> str:
    """The keys as this system writes them."""
    texts = [QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in shortcut.keys]
    return ", ".join(texts)


def _table(rows: Sequence[Shortcut]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, theme.px(8))
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(0, 1)
    for row, each in enumerate(rows):
        words, keys = label(each.words), label(keys_text(each), "secondary", f"keys-{each.name}")
        words.setBuddy(keys)
        keys.setWordWrap(False)
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words, row, 0)
        grid.addWidget(keys, row, 1)
    return held
