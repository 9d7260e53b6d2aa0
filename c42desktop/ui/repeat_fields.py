"""How an event repeats: one of the usual ways, or every so many days, weeks, months or years; and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from c42desktop.calendar import names
from c42desktop.calendar.model import Event
from c42desktop.calendar.repeating import LAST, NEVER, WEEKDAYS, Repeat, is_last, nth_of, rule_of
from c42desktop.calendar.repetition import repeats
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.event_draft import Draft
from c42desktop.ui.fields import Labelled
from c42desktop.ui.inputs import DateInput, NumberInput, Options
from c42desktop.ui.widgets import button, label

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_FOREVER, _UNTIL, _COUNT = "forever", "until", "count"
_USUAL_COUNT = 10
_MOST = 999
_SOON = timedelta(days=30)


class RepeatFields(QWidget):
    """`edited(Draft)`: with another rule. `event` is what is edited: its rule in words, where no field shows it."""

    edited = Signal(object)

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._draft = Draft()
        self._custom = False  # the person wants to choose more than the usual ways
        self._usual = Options("event-repeat", _("Repeats"))
        self._field = Labelled(_("Repeats"), self._usual, "event-repeat")
        self._kept = label(
            _("This rule stays as it is unless you choose another one."), "secondary", "event-repeat-kept"
        )
        self._interval = NumberInput("event-repeat-interval", _("Repeats every"), 1, _MOST)
        self._unit = Options("event-repeat-unit", _("Unit"))
        self._days = [self._day(number) for number in _week()]
        self._ends = Options("event-repeat-ends", _("Ends"))
        self._until = DateInput("event-repeat-until", _("Last day"))
        self._count = NumberInput("event-repeat-count", _("Times"), 1, _MOST)
        self._lay_out()
        self._usual.picked.connect(self._on_usual)
        self._unit.picked.connect(self._on_unit)
        self._interval.valueChanged.connect(lambda number: self._take(replace(self._draft.repeat, interval=number)))
        self._ends.picked.connect(self._on_ends)
        self._until.picked.connect(lambda day: self._take(replace(self._draft.repeat, until=day)))
        self._count.valueChanged.connect(lambda number: self._take(replace(self._draft.repeat, count=number)))

    def set_draft(self, draft: Draft) -> None:
        """Show how it repeats, for the start it has now."""
        self._draft = draft
        self._fill()
        repeat = draft.repeat
        self._kept.setVisible(repeat.other)
        self._own.setVisible(self._custom)
        self._week.setVisible(self._custom and repeat.freq == "WEEKLY")
        self._ending.setVisible(bool(repeat.freq))
        _set(self._interval, repeat.interval)
        self._unit.setCurrentIndex(max(0, self._unit.findData(repeat.freq)))
        for day, box in zip(_week(), self._days, strict=True):
            box.setChecked(day in (repeat.days or (draft.start.weekday(),)))
        self._show_end(repeat)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._field.show_fault(sentence)

    # How

    def _take(self, repeat: Repeat) -> None:
        self.show_fault("")
        draft = replace(self._draft, repeat=repeat)
        self.set_draft(draft)
        self.edited.emit(draft)

    def _fill(self) -> None:
        """The usual ways, in the words of everything else that repeats."""
        usual, repeat = usual_ways(self._draft.start.date()), self._draft.repeat
        base = replace(repeat, until=None, count=None)
        self._custom = self._custom or not (repeat.other or base in usual)
        self._usual.clear()
        for each in usual:
            self._usual.addItem(repeat_words(each, self._draft), each)
        if repeat.other:
            self._usual.addItem(_("In its own way"), repeat)
        self._usual.addItem(_("Another way…"), None)
        chosen = self._usual.count() - 1 if self._custom else [*usual, repeat].index(base)
        self._usual.setCurrentIndex(chosen)

    def _on_usual(self) -> None:
        chosen = self._usual.currentData()
        self._custom = chosen is None
        if chosen is None:
            chosen = self._draft.repeat if self._draft.repeat.freq else Repeat("WEEKLY")
        elif chosen.freq:
            chosen = replace(chosen, until=self._draft.repeat.until, count=self._draft.repeat.count)
        self._take(chosen)

    def _on_unit(self) -> None:
        self._take(replace(self._draft.repeat, freq=self._unit.currentData(), days=(), nth=0))

    def _on_day(self) -> None:
        chosen = tuple(sorted(day for day, box in zip(_week(), self._days, strict=True) if box.isChecked()))
        self._take(replace(self._draft.repeat, days=() if chosen == (self._draft.start.weekday(),) else chosen))

    def _on_ends(self) -> None:
        chosen = self._ends.currentData()
        until = self._draft.start.date() + _SOON if chosen == _UNTIL else None
        self._take(replace(self._draft.repeat, until=until, count=_USUAL_COUNT if chosen == _COUNT else None))

    def _show_end(self, repeat: Repeat) -> None:
        ends = _COUNT if repeat.count is not None else _UNTIL if repeat.until is not None else _FOREVER
        self._ends.setCurrentIndex(self._ends.findData(ends))
        self._until.setVisible(ends == _UNTIL)
        self._count.setVisible(ends == _COUNT)
        self._times.setVisible(ends == _COUNT)
        if repeat.until is not None:
            self._until.set_day(repeat.until)
        if repeat.count is not None:
            _set(self._count, repeat.count)

    def _day(self, number: int) -> QPushButton:
        made = button(
            QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat), f"event-day-{number}", self._on_day
        )
        made.setAccessibleName(QLocale().dayName(number + 1, QLocale.FormatType.LongFormat))
        made.setCheckable(True)
        made.setProperty("fit", "day")
        return made

    def _lay_out(self) -> None:
        for freq, words in zip(_FREQUENCIES, (_("days"), _("weeks"), _("months"), _("years")), strict=True):
            self._unit.addItem(words, freq)
        for ends, words in ((_FOREVER, _("Never ends")), (_UNTIL, _("Ends on")), (_COUNT, _("Ends after"))):
            self._ends.addItem(words, ends)
        self._times = _words(_("times"))
        self._own = _row(_words(_("Every")), self._interval, self._unit)
        self._week = _row(*self._days, gap=4)
        self._ending = _row(self._ends, self._until, self._count, self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self._field, self._kept, self._own, self._week, self._ending):
            column.addWidget(part)


def usual_ways(start: date) -> list[Repeat]:
    """What most people want of an event that starts on this day."""
    by_weekday = [Repeat("MONTHLY", nth=nth_of(start))] if nth_of(start) <= 4 else []
    if is_last(start):
        by_weekday.append(Repeat("MONTHLY", nth=LAST))
    weekdays = [Repeat("WEEKLY", days=WEEKDAYS)] if start.weekday() in WEEKDAYS else []
    every = [NEVER, Repeat("DAILY"), *weekdays, Repeat("WEEKLY"), Repeat("WEEKLY", 2)]
    return [*every, Repeat("MONTHLY"), *by_weekday, Repeat("YEARLY")]


def repeat_words(repeat: Repeat, draft: Draft) -> str:
    """ "Every week on Monday", as it is told of any event."""
    if not repeat.freq:
        return _("Does not repeat")
    return repeats(Event("", start=draft.start, rrules=(rule_of(repeat, draft.start),)))


def _week() -> list[int]:
    """The days of a week, Monday 0, in the reader's order."""
    first = names.in_use().week_start
    return [(first + day) % 7 for day in range(7)]


def _set(spin: NumberInput, number: int) -> None:
    blocked = spin.blockSignals(True)
    spin.setMaximum(max(_MOST, number))
    spin.setValue(number)
    spin.blockSignals(blocked)


def _words(text: str) -> QWidget:
    made = label(text)
    made.setWordWrap(False)
    return made


def _row(*parts: QWidget, gap: int = 8) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(gap))
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, (Options, DateInput, QPushButton)) else 0)
    return made
