"""When an event is: all day or from a time to a time, in a zone that is named where it is not the reader's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.event_draft import FLOATING, Draft, with_start
from c42desktop.ui.fields import Check
from c42desktop.ui.inputs import DateInput, Options, TimeInput
from c42desktop.ui.widgets import label, link, soft_breaks

_WORKDAY = time(9)
_HOUR = timedelta(hours=1)
_COLUMN = 40
_YEARS = range(1900, 3000)  # that the inputs can show


class WhenFields(QWidget):
    """`edited(Draft)`: with other times. `zone` is the reader's."""

    edited = Signal(object)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._reader = zone
        self._draft = Draft()
        self.all_day = Check(_("All day"), "event-all-day")
        self._from_day = DateInput("event-start-day", _("First day"))
        self._from_time = TimeInput("event-start-time", _("Start"))
        self._to_day = DateInput("event-end-day", _("Last day"))
        self._to_time = TimeInput("event-end-time", _("End"))
        self._fault = label("", "fault", "event-end-error")
        self._fault.hide()
        self._zone = self._make_zone()
        self._more = link(_("Time zone…"), "event-zone-more", self._open_zone, fit="small")
        self._lay_out()
        self.all_day.edited.connect(self._on_all_day)
        self._from_day.picked.connect(lambda day: self._start_at(datetime.combine(day, self._draft.start.time())))
        self._from_time.picked.connect(lambda at: self._start_at(datetime.combine(self._draft.start.date(), at)))
        self._to_day.picked.connect(lambda day: self._end_at(datetime.combine(day, self._draft.end.time())))
        self._to_time.picked.connect(lambda at: self._end_at(datetime.combine(self._draft.end.date(), at)))

    def set_draft(self, draft: Draft) -> None:
        """Show these times."""
        self._draft = draft
        self.all_day.input.setChecked(draft.all_day)
        for day, at, moment in (
            (self._from_day, self._from_time, draft.start),
            (self._to_day, self._to_time, draft.end),
        ):
            day.set_day(moment.date() if moment.year in _YEARS else date(_YEARS[0], 1, 1))
            at.set_time(moment.time())
            at.setVisible(not draft.all_day)
        if draft.zone != self._reader and self._zone.isHidden():
            self._show_zone()
        self._follow_zone()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with the end, or that nothing is."""
        self._fault.setText(soft_breaks(sentence))
        self._fault.setVisible(bool(sentence))
        for each in (self._to_day, self._to_time):
            each.setAccessibleDescription(sentence)

    def focus_fault(self) -> None:
        """The keyboard goes where it is put right."""
        (self._to_day if self._draft.all_day else self._to_time).setFocus()

    # How

    def _take(self, draft: Draft) -> None:
        self.show_fault("")
        self.set_draft(draft)
        self.edited.emit(draft)

    def _start_at(self, start: datetime) -> None:
        """The length stays."""
        self._take(with_start(self._draft, start))

    def _end_at(self, end: datetime) -> None:
        self._take(replace(self._draft, end=end))

    def _on_all_day(self) -> None:
        """What was all day is given an hour of the morning."""
        draft = replace(self._draft, all_day=self.all_day.input.isChecked())
        if not draft.all_day and draft.start.time() == draft.end.time() == time():
            first = datetime.combine(draft.start.date(), _WORKDAY)
            draft = replace(draft, start=first, end=datetime.combine(draft.end.date(), _WORKDAY) + _HOUR)
        self._take(draft)

    def _make_zone(self) -> Options:
        made = Options("event-zone", _("Time zone"))
        made.picked.connect(self._on_zone)
        made.hide()
        return made

    def _open_zone(self) -> None:
        self._show_zone()
        self._follow_zone()
        self._zone.setFocus()

    def _show_zone(self) -> None:
        """The list takes a moment to make, so it is made when somebody wants it."""
        self._zone.setEditable(True)
        self._zone.setInsertPolicy(Options.InsertPolicy.NoInsert)
        self._zone.addItem(_("The same time everywhere"), FLOATING)
        for name in zone_names(self._reader, self._draft.zone):
            self._zone.addItem(name.replace("_", " "), name)
        if (found := self._zone.completer()) is not None:
            found.setFilterMode(Qt.MatchFlag.MatchContains)
            found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._zone.show()
        self._more.hide()

    def _follow_zone(self) -> None:
        timed = not self._draft.all_day
        opened = self._zone.count() > 0
        self._more.setVisible(timed and not opened)
        self._zone.setVisible(timed and opened)
        self._zone.setCurrentIndex(self._zone.findData(self._draft.zone))

    def _on_zone(self) -> None:
        """The times on the wall stay as they are."""
        self._take(replace(self._draft, zone=self._zone.currentData()))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnMinimumWidth(0, theme.px(_COLUMN))
        grid.setColumnStretch(1, 1)
        rows = ((_("Start"), self._from_day, self._from_time), (_("End"), self._to_day, self._to_time))
        for number, (words, day, at) in enumerate(rows):
            caption = label(words, "label")
            caption.setWordWrap(False)
            caption.setBuddy(day)
            for column, part in enumerate((caption, day, at)):
                grid.addWidget(part, number, column)
        grid.addWidget(self._fault, 2, 1, 1, 2)
        grid.addWidget(self._zone, 3, 1, 1, 2)
        grid.addWidget(self._more, 4, 1, 1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(self.all_day)
        whole.addLayout(grid)


def zone_names(*first: str) -> list[str]:
    """The zones of the world, these before all others."""
    known = (bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    places = sorted(name for name in known if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return list(dict.fromkeys([*filter(None, first), *places]))
