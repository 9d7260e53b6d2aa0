"""What can be done about the event in the details, below it: join its meeting, snooze or dismiss its reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from c42desktop.calendar.model import Event
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject
from c42desktop.notify.labels import label_of
from c42desktop.ui import theme
from c42desktop.ui.snooze import Choice, fill_menu
from c42desktop.ui.widgets import button

FindChoices = Callable[[Event], Sequence[Choice]]
"""Until when one may want to be left alone about an event."""


class ActionBar(QWidget):
    """Hidden where there is nothing to do.

    `acted(Act, Subject)`: a button was pressed. `snoozed(Subject, datetime)`: remind again then (aware).
    """

    acted = Signal(object, object)
    snoozed = Signal(object, object)

    def __init__(self, find_choices: FindChoices) -> None:
        super().__init__()
        self.setObjectName("details-actions")
        self._find_choices = find_choices
        self._subject = Subject()
        self._now: datetime | None = None
        self._join = button(label_of(Act.JOIN), "details-join-now", lambda: self._act(Act.JOIN), "primary")
        self._snooze = self._make_snooze()
        self._dismiss = button(label_of(Act.DISMISS), "details-dismiss", lambda: self._act(Act.DISMISS))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(16))
        row.setSpacing(theme.px(8))
        for each in (self._join, self._snooze, self._dismiss):
            row.addWidget(each)
        row.addStretch(1)
        self.hide()

    def set_subject(self, subject: Subject, now: datetime, *, joins: bool) -> None:
        """What it is about, as seen at `now`; its reminders are those that wait. `joins`: there is a way in."""
        self._subject, self._now = subject, now
        self._join.setVisible(joins)
        for each in (self._snooze, self._dismiss):
            each.setVisible(bool(subject.reminders))
        self.setVisible(joins or bool(subject.reminders))

    def _make_snooze(self) -> QPushButton:
        made = button(_("Snooze") + " ▾", "details-snooze", lambda: None)
        made.setAccessibleName(_("Snooze"))
        menu = QMenu(made)
        menu.setObjectName("snooze-menu")
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.setMenu(menu)
        return made

    def _fill(self, menu: QMenu) -> None:
        """When it opens: what makes sense changes with the clock."""
        if self._subject.reminders and self._now is not None:
            choices = self._find_choices(self._subject.reminders[0].event)
            fill_menu(menu, choices, self._now, self._take, lambda: self._act(Act.SNOOZE))

    def _take(self, until: datetime) -> None:
        self.snoozed.emit(self._subject, until)

    def _act(self, act: Act) -> None:
        self.acted.emit(act, self._subject)
