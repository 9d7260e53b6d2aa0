"""Who takes part: a line for each, and one to add somebody by address."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import Person
from c42desktop.calendar.persons import is_person
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.contacts import ByName, ContactModel
from c42desktop.ui.fields import Field
from c42desktop.ui.people import display_name
from c42desktop.ui.widgets import ElidedLabel, IconButton, button

_ADDRESS = re.compile(r"(?:(?:xmpp|mailto):)?[^\s@<>,;:/]+@[^\s@<>,;:/]+\.?[^\s@<>,;:/]*", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>")
_MOST = 50
"""Lines. Nobody edits more of them, and all of them stay."""


class PeopleField(QWidget):
    """`edited(people)`: a tuple of Person. `contacts` are offered while somebody types."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()
        self._new = Field(_("People"), "event-people", _("vera@example.org"))
        self._new.row.addWidget(button(_("Add"), "event-people-add", self.add, fit="field"))
        self._new.input.returnPressed.connect(self.add)
        self.contacts = ContactModel()
        self._new.input.setCompleter(ByName(self.contacts, self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._new)
        column.addLayout(self._rows)

    def set_people(self, people: tuple[Person, ...]) -> None:
        """Show these."""
        self._people = people
        while (gone := self._rows.takeAt(0)) is not None:
            if (widget := gone.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, person in enumerate(people[:_MOST]):
            self._rows.addWidget(self._row(number, person))

    def add(self) -> bool:
        """Take over what is typed, if it is an address; False where it is not."""
        text = self._new.text()
        person = read_person(text)
        if text and person is None:
            self._new.show_fault(_("“{text}” is no address. It looks like vera@example.org").format(text=text[:80]))
            self._new.input.setFocus()
            return False
        self._new.set_text("")
        if person is not None and not any(is_person(each, person.address) for each in self._people):
            self._take((*self._people, person))
        return True

    def _take(self, people: tuple[Person, ...]) -> None:
        self.set_people(people)
        self.edited.emit(people)

    def _remove(self, number: int) -> None:
        self._take((*self._people[:number], *self._people[number + 1 :]))
        self._new.input.setFocus()

    def _row(self, number: int, person: Person) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(theme.px(2), 0, 0, 0)
        row.setSpacing(theme.px(8))
        name = display_name(person)
        row.addWidget(ElidedLabel(name, "", "event-person"), 1)
        words = _("Remove {name}").format(name=name)
        row.addWidget(IconButton("close", words, "event-person-remove", partial(self._remove, number)))
        return made


def read_person(text: str) -> Person | None:
    """Somebody as people write them: an address, or "Vera Kok <vera@example.org>". Without a scheme it is XMPP's."""
    named = _NAMED.fullmatch(text.strip())
    name, address = (named["name"].strip(), named["address"].strip()) if named else ("", text.strip())
    if not _ADDRESS.fullmatch(address):
        return None
    known = address.lower().startswith(("xmpp:", "mailto:"))
    return Person(name, address if known else f"xmpp:{address}", "needs-action")
