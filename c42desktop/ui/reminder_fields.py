"""When to be reminded of events that say nothing about it: chosen from the usual times, or another one."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop import preference_values as values
from c42desktop.calendar.model import DayAlarm, Defaults
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Choice, Field
from c42desktop.ui.reminder_words import alarm_words, all_day_words, day_words, lead_words, timed_words

NONE = "none"
OTHER = "other"
AS_IT_IS = "as-it-is"  # several, or unusual ones: written by hand
LEADS = tuple(timedelta(minutes=minutes) for minutes in (0, 5, 10, 15, 30, 60, 24 * 60))
DAY_ALARMS = (DayAlarm(0, time(9)), DayAlarm(1, time(18)))
DAYS = (0, 1, 2, 3, 7)


class ReminderFields(QWidget):
    """Both kinds of events. `edited` by the person, perhaps to what cannot be read."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = Defaults()
        leads = [(NONE, _("None")), *((values.lead_text(lead), lead_words(lead)) for lead in LEADS)]
        alarms = [(values.day_alarm_text(alarm), alarm_words(alarm)) for alarm in DAY_ALARMS]
        self._timed = Choice(_("Events with a time"), "reminders-timed", leads)
        self._all_day = Choice(
            _("All-day events"), "reminders-all-day", [(NONE, _("None")), *alarms, (OTHER, _("At another time…"))]
        )
        self._day = Choice(_("Day"), "reminders-day", [(str(days), day_words(days)) for days in DAYS])
        self._time = Field(_("Time"), "reminders-time", "18:00")
        self._lay_out()
        for part in (self._timed, self._all_day, self._day, self._time):
            part.edited.connect(self._on_edited)
        self._time.input.editingFinished.connect(self._check)
        self.set_value(self._kept)

    def value(self) -> Defaults | None:
        """What is chosen; None where a time cannot be read."""
        alarms = self._alarms()
        return None if alarms is None else Defaults(self._leads(), alarms)

    def set_value(self, defaults: Defaults) -> None:
        """Show these."""
        self._kept = defaults
        lead = NONE if not defaults.timed else values.lead_text(defaults.timed[0])
        choose(self._timed, lead, len(defaults.timed) < 2, timed_words(defaults.timed))
        self._set_alarms(defaults.all_day)
        self._time.show_fault("")
        self._other.setVisible(self._all_day.value() == OTHER)

    # How

    def _set_alarms(self, alarms: tuple[DayAlarm, ...]) -> None:
        usual = NONE if not alarms else values.day_alarm_text(alarms[0])
        if len(alarms) == 1 and alarms[0] not in DAY_ALARMS and alarms[0].days_before in DAYS:
            usual = OTHER
        choose(self._all_day, usual, len(alarms) < 2, all_day_words(alarms))
        shown = alarms[0] if alarms else DAY_ALARMS[1]
        self._day.set_value(str(shown.days_before))
        self._time.set_text(f"{shown.at:%H:%M}")

    def _leads(self) -> tuple[timedelta, ...]:
        chosen = self._timed.value()
        if chosen == AS_IT_IS:
            return self._kept.timed
        return () if chosen == NONE else values.leads([chosen])

    def _alarms(self) -> tuple[DayAlarm, ...] | None:
        chosen = self._all_day.value()
        if chosen == AS_IT_IS:
            return self._kept.all_day
        if chosen == OTHER:
            at = values.clock_time(self._time.text())
            return None if at is None else (DayAlarm(int(self._day.value()), at),)
        return () if chosen == NONE else values.day_alarms([chosen])

    def _on_edited(self) -> None:
        self._other.setVisible(self._all_day.value() == OTHER)
        self.edited.emit()

    def _check(self) -> None:
        self._time.show_fault("" if self.value() else _("Enter a time such as 18:00."))

    def _lay_out(self) -> None:
        self._other = QWidget()
        row = QHBoxLayout(self._other)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._day, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._time, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._timed, self._all_day, self._other):
            column.addWidget(part)


def choose(choice: Choice, value: str, single: bool, words: str) -> None:
    """Choose a value; one that is not offered gets an entry of its own."""
    offered = choice.input
    kept = offered.findData(AS_IT_IS)
    if kept >= 0:
        offered.removeItem(kept)
    if not single or offered.findData(value) < 0:
        offered.addItem(words, AS_IT_IS)
        value = AS_IT_IS
    choice.set_value(value)
