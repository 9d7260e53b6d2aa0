"""A text of others that may be very long: its beginning, and the rest when somebody asks for it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.prose import Prose
from c42desktop.ui.widgets import link

LONGEST = 3000
"""Letters that are shown at once: laying out more of them would keep the window waiting."""


class LongText(QWidget):
    """Prose; where there is more of it, a link that shows all."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text, self._name = text, name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        whole = len(text) <= LONGEST
        self._prose = Prose(text if whole else beginning(text, LONGEST), name)
        self._column.addWidget(self._prose)
        self._more = link(_("Show all"), f"{name}-more", self._show_all, fit="small")
        self._more.setVisible(not whole)
        self._column.addWidget(self._more)

    def _show_all(self) -> None:
        self._more.hide()
        self._prose.set_text(self._text)
        self._prose.setFocus()


def beginning(text: str, most: int) -> str:
    """The text, or its first words and a sign that there are more."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(None, 1)[0] if any(map(str.isspace, text[:most])) else text[:most]
    return f"{cut}…"
