"""A line of text in which what was understood stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit

from c42desktop.calendar.quick_add import Part
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme


class QuickLine(QLineEdit):
    """The field; `mark` says which of its characters stand out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quick-add-line")
        self.setPlaceholderText(_("Lunch Thu 12:30 1h @Canteen"))
        self.setAccessibleName(_("New event in one line"))
        self.setMaxLength(2000)
        self._parts: tuple[Part, ...] = ()

    def mark(self, parts: Sequence[Part]) -> None:
        """Draw these parts in the accent colour.

        Qt colours parts of a line for input methods only: so these come as if from one, with nothing to insert.
        """
        self._parts = tuple(parts)
        form = QTextCharFormat()
        form.setForeground(QColor(theme.current().accent))
        kind, here = QInputMethodEvent.AttributeType.TextFormat, self.cursorPosition()
        looks = [QInputMethodEvent.Attribute(kind, part.start - here, part.end - part.start, form) for part in parts]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", looks))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.mark(self._parts)
