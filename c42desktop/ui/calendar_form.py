"""A new calendar, and the settings of one's own: what it is called, and who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.access import Access
from c42desktop.ui.color_choice import ColorChoice
from c42desktop.ui.fields import Choice, Field, Labelled
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label, soft_breaks

LONGEST_TITLE = 200
LONGEST_DESCRIPTION = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a calendar can be: at a service of an account, or at the account itself; and who may see it there."""

    account: str
    service: str
    accesses: tuple[Access, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CalendarDraft:
    """What was entered. Without a `place`, it is where it was; `access` is UNKNOWN where that stays too."""

    title: str
    description: str
    access: Access
    color: str = ""
    place: Place | None = None


class Text(Labelled):
    """A text of a few lines."""

    input: QPlainTextEdit

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, QPlainTextEdit(), name)
        self.input.setTabChangesFocus(True)
        self.input.setFixedHeight(theme.px(64))
        self.input.textChanged.connect(self._on_edited)


class CalendarForm(FittingDialog):
    """`submitted(CalendarDraft)`, answered by `accept` or `show_error`. Fields: title, description, access, place."""

    submitted = Signal(object)

    def __init__(self, title: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._action = action
        self._title = Field(_("Name"), "calendar-title")
        self._title.input.setMaxLength(LONGEST_TITLE)
        self._description = Text(_("Description"), "calendar-description")
        self._color = ColorChoice(_("Colour"))
        self._access = Choice(_("Who can see it"), "calendar-access", [])
        self._consequence = label("", "secondary", "access-consequence")
        self._place = Choice(_("Where"), "calendar-place", [])
        self._places: list[Place] = []
        self._error = label("", "fault", "form-error")
        self._error.hide()
        self._save = button(action, "calendar-save", self._on_save, "primary")
        self._save.setDefault(True)
        self.column.addWidget(label(title, "title"))
        for part in (self._title, self._description, self._color, self._place, self._access, self._consequence):
            self.column.addWidget(part)
        self.column.addWidget(self._error)
        self.column.addStretch(1)
        self._add_buttons()
        self._place.edited.connect(self._on_place)
        self._access.edited.connect(self._follow)
        self._title.input.textChanged.connect(lambda _text: self._follow())
        self._busy = False
        self._follow()
        self._title.input.setFocus()

    # What the application sets

    def set_values(self, draft: CalendarDraft, accesses: Sequence[Access]) -> None:
        """What it is now, and what may be chosen in its place."""
        self._title.set_text(draft.title)
        self._description.input.setPlainText(draft.description)
        self._color.setVisible(bool(draft.color))
        if draft.color:
            self._color.set_value(draft.color)
        self._set_accesses(accesses if draft.access in accesses else [draft.access, *accesses], draft.access)
        self._place.hide()
        self._follow()

    def set_places(self, places: Sequence[Place]) -> None:
        """Where a new one can be, the best first. What the person has chosen meanwhile stays."""
        chosen = self._chosen_place()
        self._places = list(places)
        self._place.input.clear()
        for number, place in enumerate(self._places):
            self._place.input.addItem(one_line(place.words), str(number))
        self._place.set_value(str(self._places.index(chosen) if chosen in self._places else 0))
        self._place.setVisible(len(self._places) > 1)
        self._on_place()

    def show_error(self, sentence: str, field: str = "") -> None:
        """What went wrong, beside the field that is at fault."""
        self.set_busy(False)
        fields: dict[str, Labelled] = {"title": self._title, "access": self._access, "place": self._place}
        found = fields.get(field)
        if found is not None and not found.isHidden():
            found.show_fault(sentence)
            found.input.setFocus()
            return
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(bool(sentence))

    def set_busy(self, busy: bool) -> None:
        """While the service is asked."""
        self._busy = busy
        self._follow()

    # How

    def _add_buttons(self) -> None:
        self.foot.addLayout(foot_row(button(_("Cancel"), "calendar-cancel", self.reject), self._save))

    def _set_accesses(self, accesses: Sequence[Access], chosen: Access) -> None:
        self._access.input.clear()
        for each in accesses:
            self._access.input.addItem(each.choice, each.value)
        self._access.set_value(chosen.value)

    def _chosen_place(self) -> Place | None:
        number = self._place.input.currentIndex()
        return self._places[number] if 0 <= number < len(self._places) else None

    def _on_place(self) -> None:
        """What is offered there."""
        place = self._chosen_place()
        before = Access(self._access.value())
        accesses = place.accesses if place is not None else ()
        self._set_accesses(accesses, before if before in accesses else Access.INVITED)
        self._follow()

    def _follow(self) -> None:
        self._consequence.setText(Access(self._access.value()).consequence)
        self._save.setEnabled(bool(self._title.text()) and not self._busy)
        self._save.setText(_("Saving…") if self._busy else self._action)

    def _on_save(self) -> None:
        if not self._save.isEnabled():
            return
        self._error.hide()
        self.set_busy(True)
        description = self._description.input.toPlainText().strip()[:LONGEST_DESCRIPTION]
        color = "" if self._color.isHidden() else self._color.value()
        access = Access(self._access.value())
        place = self._chosen_place()
        self.submitted.emit(CalendarDraft(self._title.text(), description, access, color, place))


def new_calendar_form(color: str, parent: QWidget | None = None) -> CalendarForm:
    """A form for a new calendar; where it can be is told by `set_places`."""
    made = CalendarForm(_("New calendar"), _("Create"), parent)
    made.setObjectName("new-calendar-dialog")
    made.set_values(CalendarDraft("", "", Access.INVITED, color), [Access.INVITED])
    return made


def settings_form(draft: CalendarDraft, accesses: Sequence[Access], parent: QWidget | None = None) -> CalendarForm:
    """A form for what others see of a calendar of one's own."""
    made = CalendarForm(_("Calendar settings"), _("Save"), parent)
    made.setObjectName("calendar-settings-dialog")
    made.set_values(draft, accesses)
    return made
