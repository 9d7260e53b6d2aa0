"""The button that adds an event: in words, or a plus where there is no room for them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.widgets import refresh, style

SHORT = 30  # pixels for the plus


class NewEventButton(QPushButton):
    """The one button of the page that stands out."""

    def __init__(self) -> None:
        super().__init__(_("New event"))
        self.setObjectName("new-event")
        self.setAccessibleName(_("New event"))
        self.setAutoDefault(False)
        style(self, "primary")
        self._short = False
        self._in_words = self.sizeHint().width()

    def width_for(self, short: bool) -> int:
        """How wide it is with a plus only, or in words."""
        if not self._short:
            self._in_words = self.sizeHint().width()
        return theme.px(SHORT) if short else self._in_words

    def set_short(self, short: bool) -> None:
        """Whether there is room for a plus only; then the tooltip says the rest."""
        if short == self._short:
            return
        self._short = short
        self.setText("+" if short else _("New event"))
        self.setToolTip(_("New event") if short else "")
        self.setProperty("fit", "day" if short else "")  # as narrow as one letter needs
        refresh(self)
