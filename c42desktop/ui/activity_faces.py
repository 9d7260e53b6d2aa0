"""What a row of the activity list shows and says: texts and states, without a pixel. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from c42desktop.calendar.model import Calendar, CalendarRef
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import activity_words as words
from c42desktop.ui import phrases
from c42desktop.ui.activity_rows import Kind, Row
from c42desktop.ui.agenda_faces import UNKNOWN_COLOR

FindCalendar = Callable[[CalendarRef], Calendar | None]


@dataclass(frozen=True, slots=True)
class SectionFace:
    """A day, or the time away: its name, and which time that was."""

    title: str
    note: str

    def sentence(self) -> str:
        """The header read aloud."""
        return ", ".join(part for part in (self.title, self.note) if part)


@dataclass(frozen=True, slots=True)
class RowFace:
    """Everything a row draws. `waiting`: a reminder that can be snoozed or dismissed."""

    title: str
    second: words.Line
    time: str
    color: str
    calendar: str
    kind: Kind
    unread: bool
    unfolded: bool
    waiting: bool

    def sentence(self) -> str:
        """The row read aloud, as one sentence."""
        folded = (_("Unfolded") if self.unfolded else _("Folded")) if self.kind is Kind.SEVERAL else ""
        calendar = "" if self.kind is Kind.SEVERAL else self.calendar
        unread = _("Unread") if self.unread else ""
        parts = (unread, self.title, words.read_aloud(self.second), calendar, self.time, folded)
        return ", ".join(part for part in parts if part) + "."


Face = SectionFace | RowFace


def face_of(row: Row, find_calendar: FindCalendar, now: datetime) -> Face:
    """The row as it is seen at `now`."""
    if row.kind is Kind.HEADER:
        return _section(row, now)
    calendar = find_calendar(row.entry.calendar)
    name = one_line(calendar.title) if calendar else ""
    several = row.kind is Kind.SEVERAL
    title, second = words.told_together(row.entries, name, now) if several else words.told(row.entry, now)
    return RowFace(
        title=title,
        second=second,
        time=words.time_of(row.entry, now, under_day=row.since is None),
        color=calendar.color if calendar else UNKNOWN_COLOR,
        calendar=name,
        kind=row.kind,
        unread=any(entry.unread for entry in row.entries),
        unfolded=row.unfolded,
        waiting=not several and words.is_waiting(row.entry, now),
    )


def _section(row: Row, now: datetime) -> SectionFace:
    if row.since is not None:
        return SectionFace(_("While you were away"), words.span(row.since, row.entry.at, now))
    title, rest = phrases.day_title(row.day, now.date())
    return SectionFace(title, "" if row.day == now.date() else rest)
