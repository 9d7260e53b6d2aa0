"""Questions before an event of a series is changed, or any is deleted: how much is meant, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from c42desktop.calendar.edits import Span
from c42desktop.calendar.model import CalendarRef, Event
from c42desktop.calendar.persons import is_mine, is_person
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui import phrases
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label


class SpanQuestion(FittingDialog):
    """`chosen(Span)`: the person decided. With one span there is nothing to choose, and only the button to press."""

    chosen = Signal(object)

    def __init__(
        self, title: str, action: str, spans: Sequence[Span], text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName("span-question")
        self.column.addWidget(label(title, "title", "span-title"))
        if text:
            self.column.addWidget(label(text, "secondary", "span-text"))
        self._spans = tuple(spans)
        self._group = QButtonGroup(self)
        for span in self._spans if len(self._spans) > 1 else ():
            self._add(span)
        self.column.addStretch(1)
        self._add_foot(action)

    def _add(self, span: Span) -> None:
        option = QRadioButton(span_words()[span])
        option.setObjectName(f"span-{span.value}")
        option.setChecked(span is self._spans[0])
        self._group.addButton(option)
        self.column.addWidget(option)

    def _add_foot(self, action: str) -> None:
        """Nothing is done by Return alone where there was nothing to choose."""
        chooses = len(self._spans) > 1
        take = button(action, "span-take", self._take, "primary" if chooses else "")
        cancel = button(_("Cancel"), "span-cancel", self.reject, "" if chooses else "primary")
        usual, other = (take, cancel) if chooses else (cancel, take)
        usual.setDefault(True)
        self.foot.addLayout(foot_row(other, usual))
        options = self._group.buttons()
        (options[0] if options else cancel).setFocus()

    def _take(self) -> None:
        places = [place for place, option in enumerate(self._group.buttons()) if option.isChecked()]
        self.chosen.emit(self._spans[places[0] if places else 0])
        self.accept()


def span_words() -> dict[Span, str]:
    """How much of a series."""
    return {
        Span.THIS: _("This event"),
        Span.FOLLOWING: _("This and the following events"),
        Span.ALL: _("All events"),
    }


def spans_for(event: Event, *, changes_rule: bool = False) -> tuple[Span, ...]:
    """What may be meant. One event alone cannot repeat in another way."""
    if not event.recurring and event.recurrence_id is None:
        return (Span.ALL,)
    return (Span.FOLLOWING, Span.ALL) if changes_rule else (Span.THIS, Span.FOLLOWING, Span.ALL)


def save_question(event: Event, spans: Sequence[Span], parent: QWidget | None = None) -> SpanQuestion:
    """Asked when a series was changed."""
    title = _("Change “{title}”").format(title=phrases.title(event))
    return SpanQuestion(title, _("Save"), spans, _("It repeats. What is to change?"), parent)


def delete_question(event: Event, calendar: CalendarRef, parent: QWidget | None = None) -> SpanQuestion:
    """Asked before anything is deleted."""
    title = _("Delete “{title}”?").format(title=phrases.title(event))
    return SpanQuestion(title, _("Delete"), spans_for(event), told_of_deletion(event, calendar), parent)


def told_of_deletion(event: Event, calendar: CalendarRef) -> str:
    """Who learns of it."""
    everybody = _("Everybody who reads this calendar sees that it is gone.")
    others = [person for person in event.attendees if not is_person(person, calendar.account)]
    if not others or not is_mine(event, calendar.account):
        return everybody
    told = ngettext("{count} invited person is told.", "{count} invited people are told.", len(others))
    return " ".join([everybody, told.format(count=len(others))])
