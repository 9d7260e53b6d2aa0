"""Help › About: which version this is, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label, link

_ICON = 48
_LINES = 200  # pixels of the list: it may have a hundred lines


class AboutDialog(FittingDialog):
    """Show it with `open()`. `texts_requested()`: the licences themselves, where they came with the program."""

    texts_requested = Signal()

    def __init__(self, version: str, has_texts: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("About c42desktop"), parent)
        self.setObjectName("about-dialog")
        self.column.addLayout(_head(version))
        terms = _("Calendars that tell you when they change. Free software under the MIT licence.")
        self.column.addWidget(label(terms))
        heading = label(_("Made with these parts, each under its own licence:"), "label")
        self._parts = QPlainTextEdit()
        self._parts.setObjectName("about-parts")
        self._parts.setReadOnly(True)
        self._parts.setTabChangesFocus(True)
        self._parts.setMinimumHeight(theme.px(_LINES))
        self._parts.setAccessibleName(heading.text())
        self.column.addWidget(heading)
        self.column.addWidget(self._parts, 1)
        texts = link(_("Show the licences"), "about-texts", self.texts_requested.emit)
        close = button(_("Close"), "about-close", self.reject)
        close.setDefault(True)
        self.foot.addLayout(foot_row(close, at_start=[texts] if has_texts else []))
        close.setFocus()

    def show_parts(self, lines: Iterable[str]) -> None:
        """One line for each part."""
        self._parts.setPlainText("\n".join(lines))


def _head(version: str) -> QHBoxLayout:
    """The icon, the name, the version."""
    picture = QLabel()
    picture.setPixmap(icons.app_icon().pixmap(theme.px(_ICON)))
    words = QVBoxLayout()
    words.setSpacing(theme.px(2))
    words.addWidget(label("c42desktop", "title"))
    words.addWidget(label(_("Version {version}").format(version=version), "secondary", "about-version"))
    row = QHBoxLayout()
    row.setSpacing(theme.px(16))
    row.addWidget(picture)
    row.addLayout(words, 1)
    return row
