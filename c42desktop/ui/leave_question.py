"""Asks before a calendar disappears from this program."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QMessageBox, QSpacerItem, QWidget

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme

WIDTH = 420


class Words(NamedTuple):
    """What such a question says."""

    title: str
    question: str
    consequence: str
    action: str


class LeaveQuestion(QMessageBox):
    """`agreed()`: the person wants it. Show it with `open()`; it deletes itself."""

    agreed = Signal()

    def __init__(self, ref: CalendarRef, calendar: Calendar | None, parent: QWidget) -> None:
        super().__init__(parent)
        words = words_for(ref, calendar)
        self.setObjectName("confirm-leave")
        self.setWindowTitle(words.title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setText(words.question.format(name=one_line(calendar.title if calendar else ref.node)))
        self.setInformativeText(words.consequence)
        leave = self.addButton(words.action, QMessageBox.ButtonRole.DestructiveRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        _widen(self, theme.px(WIDTH))
        leave.clicked.connect(self.agreed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def words_for(ref: CalendarRef, calendar: Calendar | None) -> Words:
    """In which words: what comes of it differs."""
    if is_local(ref):
        consequence = _("Its events disappear from this computer. The file that they came from stays as it is.")
        return Words(_("Remove calendar"), _("Remove “{name}”?"), consequence, _("Remove"))
    state = calendar.state if calendar is not None else CalendarState.ACTIVE
    if state is CalendarState.PENDING:
        question = _("Withdraw your request to see “{name}”?")
        return Words(_("Withdraw request"), question, _("You can ask again later."), _("Withdraw"))
    consequence = _("Its events disappear from this agenda. The calendar itself stays as it is.")
    if state is CalendarState.REMOVED:
        consequence = _("Its owner removed this calendar. The events known from it disappear from this agenda.")
    return Words(_("Leave calendar"), _("Leave “{name}”?"), consequence, _("Leave"))


def _widen(box: QMessageBox, width: int) -> None:
    """A message box is as narrow as its shortest lines allow, unless something in it is wide."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.addItem(QSpacerItem(width, 0), grid.rowCount(), 0, 1, grid.columnCount())
