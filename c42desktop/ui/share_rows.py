"""One person in the list of those who have access to a calendar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line, plain
from c42desktop.ui import theme
from c42desktop.ui.access import Role
from c42desktop.ui.inputs import Combo
from c42desktop.ui.widgets import ElidedLabel, button, label, soft_breaks


@dataclass(frozen=True, slots=True)
class SharedWith:
    """Somebody with access, or who waits for it. `fixed` says in a sentence why their role stays as it is."""

    address: str
    role: Role
    name: str = ""
    is_me: bool = False
    waits: bool = False
    fixed: str = ""


class PersonRow(QWidget):
    """`role_chosen(Role)`; of somebody who waits, `answered(bool)`."""

    role_chosen = Signal(object)
    answered = Signal(bool)

    def __init__(self, person: SharedWith) -> None:
        super().__init__()
        self.person = person
        self.setObjectName(f"shared-with-{person.address}")
        self._name = ElidedLabel("", "strong")
        self._address = ElidedLabel("", "secondary")
        self._role = Combo()
        self._role.setObjectName("person-role")
        self._role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._role.activated.connect(self._on_role)
        self._allow = button(_("Allow"), "person-allow", lambda: self._answer(allowed=True), "primary")
        self._deny = button(_("Deny"), "person-deny", lambda: self._answer(allowed=False))
        self._fault = label("", "fault", "person-error")
        self._fault.hide()
        self._lay_out()
        self.set(person)
        self.show_fault("")

    def set(self, person: SharedWith) -> None:
        """How it is now. What was refused stays said as long as nothing else is so."""
        other, self.person = person != self.person, person
        name = one_line(person.name, 80) or person.address
        self._name.set_full_text(_("{name} (you)").format(name=name) if person.is_me else name)
        detail = person.address if person.name else ""
        if person.waits:
            asks = _("{address} asks to see it") if person.name else _("Asks to see it")
            detail = asks.format(address=person.address)
        self._address.set_full_text(detail)
        self._address.setVisible(bool(detail))
        for part in (self._allow, self._deny):
            part.setVisible(person.waits)
            part.setEnabled(True)
        self._allow.setAccessibleName(_("Allow {name}").format(name=name))
        self._deny.setAccessibleName(_("Deny {name}").format(name=name))
        self._set_roles(name)
        if other:
            self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """What was wanted was refused; "" nothing was."""
        self._fault.setText(soft_breaks(sentence))
        self._fault.setVisible(bool(sentence))
        self._role.setAccessibleDescription(plain(sentence or self.person.fixed))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._address)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addLayout(texts, 1)
        for part in (self._deny, self._allow, self._role):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        column.addWidget(self._fault)

    def _set_roles(self, name: str) -> None:
        person = self.person
        offered = [Role.OWNER, Role.EDIT, Role.SEE, Role.BLOCKED, Role.NONE]
        if person.role is Role.ADD:
            offered.insert(2, Role.ADD)
        self._role.clear()
        for role in offered:
            self._role.addItem(role.words, role.value)
        self._role.setCurrentIndex(self._role.findData(person.role.value))
        self._role.setVisible(not person.waits)
        self._role.setEnabled(not person.fixed)
        self._role.setToolTip(person.fixed)
        self._role.setAccessibleName(_("What {name} may do").format(name=name))

    def _on_role(self, _index: int) -> None:
        chosen = Role(str(self._role.currentData()))
        if chosen is not self.person.role:
            self.show_fault("")
            self._role.setEnabled(False)
            self.role_chosen.emit(chosen)

    def _answer(self, *, allowed: bool) -> None:
        self._allow.setEnabled(False)
        self._deny.setEnabled(False)
        self.answered.emit(allowed)
