"""When to be reminded of one calendar's events: as everywhere, or its own way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from c42desktop.calendar.model import Calendar, Defaults
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.reminder_fields import ReminderFields
from c42desktop.ui.reminder_words import defaults_words
from c42desktop.ui.widgets import button, foot_row, indented, label


class CalendarRemindersDialog(FittingDialog):
    """`chosen(Defaults or None)`: None for those of all calendars, which are `usual`."""

    chosen = Signal(object)

    def __init__(self, calendar: Calendar, usual: Defaults, parent: QWidget | None = None) -> None:
        super().__init__(_("Reminders"), parent)
        self.setObjectName("calendar-reminders-dialog")
        self.column.addWidget(label(_("Reminders of {name}").format(name=one_line(calendar.title)), "title"))
        self.column.addWidget(label(_("For events that bring no reminders of their own."), "secondary"))
        self._same = QRadioButton(_("The same as everywhere"))
        self._same.setObjectName("reminders-same")
        self._own = QRadioButton(_("Its own"))
        self._own.setObjectName("reminders-own")
        self._fields = ReminderFields()
        self._fields.set_value(calendar.reminders or usual)
        self._group = QButtonGroup(self)
        for each in (self._same, self._own):
            self._group.addButton(each)
        self.column.addWidget(self._same)
        self.column.addWidget(indented(label(defaults_words(usual), "secondary", "reminders-usual"), 22))
        self.column.addWidget(self._own)
        self.column.addWidget(indented(self._fields, 22))
        self.column.addStretch(1)
        self._save = button(_("Save"), "reminders-save", self._on_save, "primary")
        self._save.setDefault(True)
        self._add_buttons()
        chosen = self._own if calendar.reminders else self._same
        chosen.setChecked(True)
        chosen.setFocus()
        self._group.buttonToggled.connect(lambda _button, _checked: self._follow())
        self._fields.edited.connect(self._follow)
        self._follow()

    def _add_buttons(self) -> None:
        self.foot.addLayout(foot_row(button(_("Cancel"), "reminders-cancel", self.reject), self._save))

    def _follow(self) -> None:
        self._fields.setEnabled(self._own.isChecked())
        self._save.setEnabled(self._same.isChecked() or self._fields.value() is not None)

    def _on_save(self) -> None:
        self.chosen.emit(self._fields.value() if self._own.isChecked() else None)
        self.accept()
