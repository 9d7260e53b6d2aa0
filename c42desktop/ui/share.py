"""Sharing a calendar of one's own: who has a part in it, who waits to be let in, and one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.access import Access, Role
from c42desktop.ui.contacts import ByName, ContactModel
from c42desktop.ui.fields import Choice, Field
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.share_rows import PersonRow, SharedWith
from c42desktop.ui.sign_in_values import jid_fault
from c42desktop.ui.widgets import button, label, link, separator, soft_breaks

GIVEN = (Role.SEE, Role.EDIT, Role.OWNER, Role.BLOCKED)
"""What can be given to somebody."""


class ShareDialog(FittingDialog):
    """Show it with `open()`; then `set_people` and `set_contacts`, or `show_error`.

    `role_chosen(address, Role)`: answered by `set_people`, and `show_refused` where it was refused.
    `request_answered(address, bool)`: let in or not. `settings_requested()`: who else may see it is another dialog's.
    """

    role_chosen = Signal(str, object)
    request_answered = Signal(str, bool)
    settings_requested = Signal()

    def __init__(self, title: str, uri: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Share"), parent)
        self.setObjectName("share-dialog")
        self._uri = uri
        self._rows: dict[str, PersonRow] = {}
        self._access = label("", "secondary", "share-access")
        self._state = label(_("Asking who has access…"), "quiet", "share-state")
        self._people = QVBoxLayout()
        self._people.setSpacing(theme.px(2))
        self._error = label("", "fault", "share-error")
        self._error.hide()
        self._contacts = ContactModel()
        self._address = Field(_("Add somebody"), "share-address", "vera@example.org")
        self._role = Choice(_("Role"), "share-role", [(role.value, role.words) for role in GIVEN])
        self._add = button(_("Add"), "share-add", self._on_add, "primary", fit="field")
        self.column.addWidget(label(_("Share “{name}”").format(name=one_line(title, 80)), "title"))
        self._lay_out()
        self._complete()
        self._address.input.returnPressed.connect(self._on_add)
        self._address.input.textChanged.connect(lambda _text: self._update_button())
        self._update_button()

    # What the application sets

    def set_access(self, access: Access) -> None:
        """Who may see it beside those in the list."""
        words = _("Only these people can see it.") if access is Access.INVITED else access.consequence
        self._access.setText(words)
        self._access.setVisible(bool(words))

    def set_people(self, people: Sequence[SharedWith]) -> None:
        """Everybody with a part in it; rows that are there already stay, and with them the keyboard."""
        wanted = {each.address for each in people}
        for address in [address for address in self._rows if address not in wanted]:
            row = self._rows.pop(address)
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, each in enumerate(people):
            known = self._rows.get(each.address)
            if known is None:
                known = self._rows[each.address] = self._new_row(each)
            known.set(each)
            if self._people.indexOf(known) != place:
                self._people.insertWidget(place, known)
                known.show()  # else Qt shows it a turn later
        self._state.setVisible(not people)
        self._state.setText("" if people else _("Nobody else has access."))

    def set_contacts(self, contacts: Sequence[tuple[str, str]]) -> None:
        """Names and addresses to complete from."""
        self._contacts.set(contacts)

    def show_refused(self, address: str, sentence: str) -> None:
        """What was wanted for somebody was refused."""
        row = self._rows.get(address)
        if row is not None:
            row.show_fault(sentence)
        else:
            self._address.show_fault(sentence)

    def show_error(self, sentence: str) -> None:
        """Who has access is not known, and why."""
        self._state.hide()
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(bool(sentence))

    def added(self, address: str) -> None:
        """Somebody was added: the field is there for the next."""
        if self._address.text().lower() == address:
            self._address.set_text("")

    # How

    def _lay_out(self) -> None:
        self._access.hide()
        for part in (self._access, self._state, self._error):
            self.column.addWidget(part)
        self.column.addLayout(self._people)
        self.column.addWidget(separator())
        self._role.row.addWidget(self._add)
        self.column.addWidget(self._address)
        self.column.addWidget(self._role)
        self.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(16))
        foot.addWidget(link(_("Copy address"), "share-copy", self._copy))
        foot.addWidget(link(_("Settings…"), "share-settings", self._on_settings))
        foot.addStretch(1)
        close = button(_("Close"), "share-close", self.reject)
        foot.addWidget(close)
        self.foot.addLayout(foot)

    def _complete(self) -> None:
        self._address.input.setCompleter(ByName(self._contacts, self))

    def _new_row(self, person: SharedWith) -> PersonRow:
        row = PersonRow(person)
        row.role_chosen.connect(lambda role: self.role_chosen.emit(row.person.address, role))
        row.answered.connect(lambda allowed: self.request_answered.emit(row.person.address, allowed))
        return row

    def _on_add(self) -> None:
        address = self._address.text().lower()
        fault = jid_fault(address)
        if not address or fault:
            self._address.show_fault(fault)
            return
        self._address.show_fault("")
        self.role_chosen.emit(address, Role(self._role.value()))

    def _on_settings(self) -> None:
        self.reject()
        self.settings_requested.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._uri)

    def _update_button(self) -> None:
        self._add.setEnabled(bool(self._address.text()))
