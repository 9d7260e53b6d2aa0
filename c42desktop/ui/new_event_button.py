"""The button that adds an event: in words, or a plus where there is no room for them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from c42desktop.i18n import gettext as _
from c42desktop.ui.widgets import refresh, style


class NewEventButton(QPushButton):
    """The one button of the page that stands out."""

    def __init__(self) -> None:
        super().__init__(_("New event"))
        self.setObjectName("new-event")
        self.setAccessibleName(_("New event"))
        self.setAutoDefault(False)
        style(self, "primary")

    def set_short(self, short: bool) -> None:
        """Whether there is room for a plus only; then the tooltip says the rest."""
        if short == (self.text() == "+"):
            return
        self.setText("+" if short else _("New event"))
        self.setToolTip(_("New event") if short else "")
        self.setProperty("fit", "day" if short else "")  # as narrow as one letter needs
        refresh(self)
