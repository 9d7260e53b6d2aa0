"""Another name for a calendar that is on this computer only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from c42desktop.calendar.model import Calendar
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.fields import Field
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label

LONGEST = 200


class RenameDialog(FittingDialog):
    """`chosen(str)`: the name, which is not empty."""

    chosen = Signal(str)

    def __init__(self, calendar: Calendar, parent: QWidget | None = None) -> None:
        super().__init__(_("Rename calendar"), parent)
        self.setObjectName("rename-dialog")
        self._name = Field(_("Name"), "rename-name")
        self._name.input.setMaxLength(LONGEST)
        self._name.set_text(one_line(calendar.title))
        self._name.input.selectAll()
        self._name.edited.connect(self._follow)
        self.column.addWidget(label(_("Rename calendar"), "title"))
        self.column.addWidget(self._name)
        self.column.addStretch(1)
        self._save = button(_("Rename"), "rename-save", self._on_save, "primary")
        self._save.setDefault(True)
        self.foot.addLayout(foot_row(button(_("Cancel"), "rename-cancel", self.reject), self._save))
        self._name.input.setFocus()

    def _follow(self) -> None:
        self._save.setEnabled(bool(self._name.text()))

    def _on_save(self) -> None:
        self.chosen.emit(self._name.text())
        self.accept()
