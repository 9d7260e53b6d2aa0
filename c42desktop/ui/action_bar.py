"""What can be done about the event in the details, below it: join its meeting, change it, answer its reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from c42desktop.calendar.model import Event
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject
from c42desktop.notify.labels import label_of
from c42desktop.ui import theme
from c42desktop.ui.event_menu import EventMenu, Rights
from c42desktop.ui.snooze import Choice, fill_menu
from c42desktop.ui.widgets import button
from c42desktop.ui.wrapping import WrappingRow

FindChoices = Callable[[Event], Sequence[Choice]]
"""Until when one may want to be left alone about an event."""


class ActionBar(QWidget):
    """Hidden where no event is shown.

    `acted(Act, Subject)`: a button was pressed. `snoozed(Subject, datetime)`: remind again then (aware).
    `moved(ItemRef, CalendarRef)`: take it into that calendar.
    """

    acted = Signal(object, object)
    snoozed = Signal(object, object)
    moved = Signal(object, object)

    def __init__(self, find_choices: FindChoices) -> None:
        super().__init__()
        self.setObjectName("details-actions")
        self._find_choices = find_choices
        self._menu = EventMenu(self.acted.emit, self.moved.emit)
        self._subject, self._rights = Subject(), Rights()
        self._now: datetime | None = None
        self._join = button(label_of(Act.JOIN), "details-join-now", lambda: self._act(Act.JOIN), "primary")
        self._edit = button(label_of(Act.EDIT), "details-edit", lambda: self._act(Act.EDIT))
        self._snooze = self._with_menu(_("Snooze") + " ▾", "details-snooze", _("Snooze"), self._fill_snooze)
        self._more = self._with_menu("···", "details-more-actions", _("More actions"), self._fill_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        row.setSpacing(theme.px(8))
        several = WrappingRow(theme.px(8))
        for each in (self._join, self._edit, self._snooze):
            several.addWidget(each)
        row.addLayout(several, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def set_subject(self, subject: Subject, now: datetime, rights: Rights, *, joins: bool) -> None:
        """What it is about, as seen at `now`; its reminders are those that wait. `joins`: there is a way in."""
        self._subject, self._now, self._rights = subject, now, rights
        self._join.setVisible(joins)
        self._snooze.setVisible(bool(subject.reminders))
        self._edit.setEnabled(rights.may_write)
        self._edit.setToolTip("" if rights.may_write else rights.why)
        self._edit.setAccessibleDescription(self._edit.toolTip())
        self.setVisible(subject.item is not None)

    def _with_menu(self, words: str, name: str, spoken: str, fill: Callable[[QMenu], None]) -> QPushButton:
        made = button(words, name, lambda: None)
        made.setAccessibleName(spoken)
        menu = QMenu(made)
        menu.setObjectName(f"{name}-menu")
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        made.removeAction(menu.menuAction())  # else the keys of its entries count in the window, beside ours
        return made

    def _fill_snooze(self, menu: QMenu) -> None:
        """When it opens: what makes sense changes with the clock."""
        if self._subject.reminders and self._now is not None:
            choices = self._find_choices(self._subject.reminders[0].event)
            fill_menu(menu, choices, self._now, self._take, lambda: self._act(Act.SNOOZE))
            menu.addSeparator()
            menu.addAction(label_of(Act.DISMISS)).triggered.connect(lambda: self._act(Act.DISMISS))

    def _fill_more(self, menu: QMenu) -> None:
        self._menu.fill(menu, self._subject, self._rights, edit=False)

    def _take(self, until: datetime) -> None:
        self.snoozed.emit(self._subject, until)

    def _act(self, act: Act) -> None:
        self.acted.emit(act, self._subject)
