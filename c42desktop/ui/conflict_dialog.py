"""A change of one's own that meets a change of somebody else: field by field, yours or theirs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from c42desktop.calendar.edits import Conflict
from c42desktop.calendar.model import Event
from c42desktop.i18n import gettext as _
from c42desktop.ui import phrases, theme
from c42desktop.ui.conflict_words import Choice, choices
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label, link


class ConflictDialog(FittingDialog):
    """`decided(names)`: a tuple of the fields that are to be as the person has them; all others are as on the server.

    `now` is the instant in the reader's zone.
    """

    decided = Signal(object)

    def __init__(self, conflict: Conflict, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(_("Decide what holds"), parent)
        self.setObjectName("conflict-dialog")
        self._conflict, self._now = conflict, now
        self._groups: dict[str, QButtonGroup] = {}
        self.column.addWidget(label(headline(conflict), "title", "conflict-title"))
        self.column.addWidget(label(explanation(conflict), "secondary", "conflict-text"))
        self._add_fields()
        self.column.addStretch(1)
        self._add_foot()
        chosen = next(iter(self._groups.values())).checkedButton()
        assert chosen is not None
        chosen.setFocus()

    def mine(self) -> tuple[str, ...]:
        """The conflicts in which the person's own value is chosen."""
        return tuple(key for key, group in self._groups.items() if group.checkedId() == 0)

    # How

    def _add_fields(self) -> None:
        zone = self._now.tzinfo
        assert zone is not None
        found = choices(self._conflict.fields, self._now.date(), zone)
        if len(found) > 1:
            row = QHBoxLayout()
            row.setSpacing(theme.px(16))
            row.addWidget(link(_("Keep all mine"), "conflict-all-mine", lambda: self._choose_all(0), fit="small"))
            row.addWidget(link(_("Take all theirs"), "conflict-all-theirs", lambda: self._choose_all(1), fit="small"))
            row.addStretch(1)
            self.column.addLayout(row)
        self._alone = len(found) == 1 and found[0].keeps  # the headline says what it is about
        for choice in found:
            self.column.addWidget(self._field(choice))

    def _field(self, choice: Choice) -> QWidget:
        """Its name, the two values to choose from, and what it was."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, theme.px(4), 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        if not self._alone:
            grid.addWidget(label(choice.title, "label"), 0, 0, 1, 2)
        group = QButtonGroup(made)
        sides = ((_("Yours"), "mine", choice.mine), (_("Theirs"), "theirs", choice.theirs))
        for number, (who, side, value) in enumerate(sides):
            option = QRadioButton(who)
            option.setObjectName(f"conflict-{choice.key}-{side}")
            option.setAccessibleName(_("{field}, {who}: {value}").format(field=choice.title, who=who, value=value))
            option.setChecked(number == int(choice.keeps))
            group.addButton(option, number)
            grid.addWidget(option, number + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, "strong", f"{option.objectName()}-value"), number + 1, 1)
        if choice.base:
            grid.addWidget(label(choice.base, "secondary", f"conflict-{choice.key}-base"), 3, 1)
        self._groups[choice.key] = group
        return made

    def _choose_all(self, number: int) -> None:
        for group in self._groups.values():
            group.button(number).setChecked(True)

    def _add_foot(self) -> None:
        save = button(_("Save"), "conflict-save", self._on_save, "primary")
        save.setDefault(True)
        self.foot.addLayout(foot_row(button(_("Decide later"), "conflict-later", self.reject), save))

    def _on_save(self) -> None:
        self.decided.emit(self.mine())
        self.accept()


def headline(conflict: Conflict) -> str:
    """ "“Retro” was changed while you changed it"."""
    title = phrases.title(event_of(conflict))
    if not conflict.theirs:
        return _("“{title}” was deleted while you changed it").format(title=title)
    if not conflict.edit.wanted:
        return _("“{title}” was changed while you deleted it").format(title=title)
    return _("“{title}” was changed while you changed it").format(title=title)


def explanation(conflict: Conflict) -> str:
    """What the person is asked."""
    if not conflict.theirs or not conflict.edit.wanted:
        return _("Nothing is lost until you decide.")
    return _("These were changed by both of you. Everything else is taken over.")


def event_of(conflict: Conflict) -> Event:
    """What it is about, as the person knows it."""
    return next(iter((*conflict.edit.base, *conflict.edit.wanted, *conflict.theirs)))
