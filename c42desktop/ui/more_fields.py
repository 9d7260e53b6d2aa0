"""What few events need: the link, a description, people, a reminder, whether one is busy, whether it takes place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from c42desktop.calendar.model import Alarm, Defaults, Event, Status
from c42desktop.i18n import gettext as _
from c42desktop.ui import phrases, theme
from c42desktop.ui.event_draft import Draft
from c42desktop.ui.fields import Field, Labelled
from c42desktop.ui.inputs import Options
from c42desktop.ui.people_field import PeopleField
from c42desktop.ui.reminder_words import all_day_words, lead_words, timed_words
from c42desktop.ui.repeat_fields import RepeatFields

_LEADS = tuple(timedelta(minutes=minutes) for minutes in (0, 5, 10, 15, 30, 60, 24 * 60))
_MORNING, _EVENING = timedelta(hours=-9), timedelta(hours=6)
_TEXT_HEIGHT = 72


class MoreFields(QWidget):
    """`edited(Draft)`. `usual` says when one is reminded of what says nothing itself. `extra` stands at the end."""

    edited = Signal(object)

    def __init__(self, event: Event, now: datetime, usual: Defaults, extra: QWidget | None = None) -> None:
        super().__init__()
        self._event, self._now, self._usual = event, now, usual
        self._draft = Draft()
        self.repeat = RepeatFields(event)
        self.link = Field(_("Link"), "event-link", "https://example.org/room")
        self._text = _text_input()
        self._description = Labelled(_("Description"), self._text, "event-description")
        self.people = PeopleField()
        self._alarms = Options("event-reminder", _("Reminder"))
        self._busy = Options("event-busy", _("Show as"))
        self._status = Options("event-status", _("Status"))
        self._lay_out(extra)
        self.repeat.setVisible(event.recurrence_id is None)  # one occurrence has no rule of its own
        self.repeat.edited.connect(lambda draft: self._take(repeat=draft.repeat))
        self.link.edited.connect(lambda: self._take(link=self.link.text()))
        self._text.textChanged.connect(lambda: self._take(description=self._text.toPlainText()))
        self.people.edited.connect(lambda people: self._take(people=people))
        self._alarms.picked.connect(lambda: self._take(alarms=self._alarms.currentData()))
        self._busy.picked.connect(lambda: self._take(busy=self._busy.currentData()))
        self._status.picked.connect(lambda: self._take(status=Status(self._status.currentData())))

    def set_draft(self, draft: Draft) -> None:
        """Show all of it; what somebody is typing in stays as it is."""
        fresh = draft.description != self._draft.description and not self._text.hasFocus()
        alarms = (draft.alarms, draft.all_day) != (self._draft.alarms, self._draft.all_day)
        people = draft.people != self._draft.people
        self._draft = draft
        self.repeat.set_draft(draft)
        if fresh:
            blocked = self._text.blockSignals(True)
            self._text.setPlainText(draft.description)
            self._text.blockSignals(blocked)
        if not self.link.input.hasFocus():
            self.link.set_text(draft.link)
        if people:
            self.people.set_people(draft.people)
        if alarms or not self._alarms.count():
            self._fill_alarms()
        self._busy.setCurrentIndex(self._busy.findData(draft.busy))
        self._fill_status()

    def _take(self, **changes: object) -> None:
        self._draft = replace(self._draft, **changes)  # type: ignore[arg-type]
        self.edited.emit(self._draft)

    def _fill_alarms(self) -> None:
        """The usual ones, and what the event has where that is none of these."""
        self._alarms.clear()
        usual = all_day_words(self._usual.all_day) if self._draft.all_day else timed_words(self._usual.timed)
        self._alarms.addItem(_("As usual: {when}").format(when=_lowered(usual)), ())
        days = ((_MORNING, _("On the day at 9:00")), (_EVENING, _("The day before at 18:00")))
        timed = tuple((lead, lead_words(lead)) for lead in _LEADS)
        for lead, words in days if self._draft.all_day else timed:
            self._alarms.addItem(words, (Alarm(before=lead),))
        offered = [self._alarms.itemData(place) for place in range(self._alarms.count())]
        if self._draft.alarms not in offered:
            kept = replace(self._event, alarms=self._draft.alarms)
            self._alarms.addItem(phrases.reminders(kept, self._now), self._draft.alarms)
            offered.append(self._draft.alarms)
        self._alarms.setCurrentIndex(offered.index(self._draft.alarms))

    def _fill_status(self) -> None:
        words = status_words()
        shown = [status for status in words if status is not Status.COMPLETED or status is self._draft.status]
        if self._status.count() != len(shown):
            self._status.clear()
            for status in shown:
                self._status.addItem(words[status], status.value)
        self._status.setCurrentIndex(shown.index(self._draft.status))

    def _lay_out(self, extra: QWidget | None) -> None:
        self._busy.addItem(_("Busy"), True)
        self._busy.addItem(_("Free"), False)
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(12))
        pair.addWidget(Labelled(_("Show as"), self._busy, "event-busy"), 1)
        pair.addWidget(Labelled(_("Status"), self._status, "event-status"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        reminder = Labelled(_("Reminder"), self._alarms, "event-reminder")
        for part in (self.repeat, reminder, self.people, self.link, self._description):
            column.addWidget(part)
        column.addLayout(pair)
        if extra is not None:
            column.addWidget(extra)  # attachments


def status_words() -> dict[Status, str]:
    """What is said of each."""
    return {
        Status.CONFIRMED: _("Confirmed"),
        Status.TENTATIVE: _("Tentative"),
        Status.CANCELLED: _("Cancelled"),
        Status.COMPLETED: _("Done"),
    }


def _text_input() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(_TEXT_HEIGHT))
    return made


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
