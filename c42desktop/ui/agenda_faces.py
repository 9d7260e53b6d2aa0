"""What a row of the agenda shows and says: texts and states, without a pixel. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from c42desktop.calendar.model import Calendar, Event, Occurrence, Status, as_local, is_instant
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui import phrases
from c42desktop.ui.agenda_rows import (
    UNREADABLE_DAY,
    Kind,
    Row,
    has_begun,
    is_cancelled,
    is_left,
    is_long,
    is_over,
    last_day,
)
from c42desktop.ui.pills import Pill, PillKind
from c42desktop.ui.plain import one_line

UNKNOWN_COLOR = "#6b7280"


@dataclass(frozen=True, slots=True)
class HeaderFace:
    """A day: its name, its date, and for today how much is left of it."""

    title: str
    date: str
    note: str

    def sentence(self) -> str:
        """The header read aloud."""
        return ", ".join(part for part in (self.title, self.date, self.note) if part)


@dataclass(frozen=True, slots=True)
class EventFace:
    """An event: everything its row draws."""

    title: str
    starts: str
    ends: str
    second: str
    color: str
    band: bool
    past: bool
    cancelled: bool
    tentative: bool
    unreadable: bool
    relative: str
    pill: Pill | None
    line: str
    day: str

    def sentence(self) -> str:
        """The row read aloud, as one sentence."""
        span = _("{start} to {end}").format(start=self.starts, end=self.ends) if self.ends else self.starts
        state = self.pill.text if self.pill else ""
        parts = (self.title, state, self.day, span, self.relative, self.second.replace(" · ", ", "))
        return ", ".join(part for part in parts if part) + "."


def header_face(row: Row, section: Sequence[Row], now: datetime) -> HeaderFace:
    """The header above `section`, the rows of its day."""
    if row.day == UNREADABLE_DAY:
        return HeaderFace(_("Unreadable"), "", "")
    title, rest = phrases.day_title(row.day, now.date())
    return HeaderFace(title, rest, _note(section, now) if row.day == now.date() else "")


def event_face(row: Row, calendar: Calendar | None, pill: Pill | None, now: datetime, *, line: bool) -> EventFace:
    """The row of an event, as seen at `now`; `line` puts the now-line beside it."""
    event, occurrence = row.event, row.occurrence
    assert event is not None and row.item is not None
    zone = _zone(now)
    starts, ends = _times(row, zone)
    return EventFace(
        title=_title(row, event, now),
        starts=starts,
        ends=ends,
        second=_second(event, occurrence, calendar, row, now),
        color=calendar.color if calendar else UNKNOWN_COLOR,
        band=row.kind is Kind.BAND,
        past=is_over(row, now),
        cancelled=is_cancelled(row),
        tentative=event.status is Status.TENTATIVE,
        unreadable=row.kind is Kind.UNREADABLE,
        relative=_relative(row, now),
        pill=Pill(PillKind.CANCELLED, _("Cancelled")) if is_cancelled(row) else pill,
        line=phrases.clock(now) if line else "",
        day="" if row.kind is Kind.UNREADABLE else phrases.day_title(row.day, now.date())[0],
    )


def differs(row: Row, before: datetime, now: datetime) -> bool:
    """True where the row looks different at another instant of the same day."""
    if row.kind is Kind.HEADER:
        return False
    return is_over(row, before) != is_over(row, now) or _relative(row, before) != _relative(row, now)


def own_time(occurrence: Occurrence, zone: tzinfo) -> str:
    """ "16:30 in Singapore" where the event's own clock shows another time than the reader's; else nothing."""
    start = occurrence.start
    if not isinstance(start, datetime) or not is_instant(start):
        return ""
    # By way of UTC: of an hour that the clocks skip, what they show instead.
    own = start.astimezone(UTC).astimezone(start.tzinfo)
    if own.utcoffset() == own.astimezone(zone).utcoffset():
        return ""
    return one_line(phrases.zone_time(occurrence.event.timezone, own))


def _note(section: Sequence[Row], now: datetime) -> str:
    if not section:
        return ""
    left = sum(is_left(row, now) for row in section)
    return ngettext("{count} left", "{count} left", left).format(count=left) if left else _("Nothing left")


def _title(row: Row, event: Event, now: datetime) -> str:
    title = phrases.title(event)
    until = _until(row.occurrence, row.day, now) if row.kind is Kind.BAND and row.occurrence is not None else ""
    return _joined(title, until)


def _until(occurrence: Occurrence, shown_on: date, now: datetime) -> str:
    """ "until Tuesday" as seen from today, or the hour where it ends on the day it is shown."""
    zone = _zone(now)
    last = last_day(occurrence, zone)
    if last > shown_on:
        return phrases.until_day(last, now.date())
    if occurrence.all_day:
        return ""
    return _("until {time}").format(time=phrases.clock(as_local(occurrence.end, zone)))


def _times(row: Row, zone: tzinfo) -> tuple[str, str]:
    if row.kind is not Kind.TIMED or row.occurrence is None:
        return "", ""
    start, end = as_local(row.occurrence.start, zone), as_local(row.occurrence.end, zone)
    ends_here = end > start and not is_long(row.occurrence, zone)
    return phrases.clock(start), phrases.clock(end) if ends_here else ""


def _second(event: Event, occurrence: Occurrence | None, calendar: Calendar | None, row: Row, now: datetime) -> str:
    zone = _zone(now)
    name = one_line(calendar.title) if calendar else ""
    if occurrence is None:
        return _joined(one_line(event.problem).rstrip("."), name)
    until = _until(occurrence, row.day, now) if row.kind is Kind.TIMED and is_long(occurrence, zone) else ""
    return _joined(until, own_time(occurrence, zone), one_line(event.location), name)


def _relative(row: Row, now: datetime) -> str:
    if row.kind is not Kind.TIMED or row.occurrence is None or is_cancelled(row) or is_over(row, now):
        return ""
    if has_begun(row, now):
        return _("now")
    ahead = as_local(row.occurrence.start, _zone(now)) - now
    return phrases.ahead(ahead) if ahead <= phrases.SOON else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
