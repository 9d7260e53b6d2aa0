"""What a row of the agenda shows and says: texts and states, without a pixel. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import Enum, auto

from c42desktop.calendar.answers import is_asked, offered, own_answer
from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import Calendar, Event, EventType, Occurrence, Status, as_local, is_instant
from c42desktop.calendar.tasks import is_done, is_overdue, is_task
from c42desktop.calendar.trip_times import TRIPS
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line
from c42desktop.ui import entry_words, phrases
from c42desktop.ui.agenda_rows import (
    Kind,
    Part,
    Row,
    has_begun,
    is_cancelled,
    is_declined,
    is_left,
    is_long,
    is_over,
    last_day,
)
from c42desktop.ui.pills import Pill

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


class Mark(Enum):
    """What stands between the time and the title, in the colour of the calendar."""

    BAR = auto()
    OUTLINE = auto()
    """Not certain yet: tentative, suggested, or answered with maybe."""
    DASHES = auto()
    """Leaves the reader free."""
    CIRCLE = auto()
    """A to-do."""
    CHECK = auto()
    """A to-do that is done."""


@dataclass(frozen=True, slots=True)
class EventFace:
    """An event: everything its row draws.

    `kind` is what it is in words, where it is not simply an event. `join` is the address of a meeting that is on or
    about to begin, as it came. `answers` are those that are offered while somebody waits for one.
    """

    title: str
    starts: str
    ends: str
    second: str
    color: str
    row: Kind
    mark: Mark
    past: bool
    struck: bool
    quiet: bool
    relative: str
    pill: Pill | None
    line: str
    day: str
    kind: str
    join: str
    answers: tuple[str, ...] = ()
    repeats: bool = False
    reminds: bool = False

    def marks(self) -> tuple[str, ...]:
        """The icons behind the second line: what else is to be known, and quietly."""
        return tuple(name for name, shown in (("repeat", self.repeats), ("bell", self.reminds)) if shown)

    def sentence(self) -> str:
        """The row read aloud, as one sentence."""
        span = _("{start} to {end}").format(start=self.starts, end=self.ends) if self.ends else self.starts
        state = self.pill.text if self.pill else ""
        arrow = _("to")
        second = self.second.replace(" · ", ", ").replace(" → ", f" {arrow} ")
        marks = (_("Repeats") if self.repeats else "", _("Reminder") if self.reminds else "")
        parts = (self.title, self.kind, state, self.day, span, self.relative, second, *marks)
        return ", ".join(part for part in parts if part) + "."


def header_face(row: Row, section: Sequence[Row], now: datetime, *, tells_empty: bool = False) -> HeaderFace:
    """The header above `section`, the rows of its day, or one that tells that there are none."""
    if row.part is Part.UNREADABLE:
        return HeaderFace(_("Unreadable"), "", "")
    if row.part is Part.TIMELESS:
        return HeaderFace(_("Routes"), _("Without a time"), "")
    title, rest = phrases.day_title(row.day, now.date())
    if not section:
        return HeaderFace(title, rest, _("Nothing planned") if tells_empty else "")
    return HeaderFace(title, rest, _note(section, now) if row.day == now.date() else "")


def event_face(
    row: Row,
    calendar: Calendar | None,
    told: Pill | None,
    now: datetime,
    *,
    line: bool,
    conflict: bool = False,
    join_patterns: Sequence[str] = (),
) -> EventFace:
    """The row of an event, as seen at `now`; `told` is what happened to it, `line` puts the now-line beside it,
    `conflict`: something else keeps the reader busy at the same time."""
    event, occurrence = row.event, row.occurrence
    assert event is not None and row.item is not None
    starts, ends = _times(row, _zone(now))
    over = is_over(row, now)
    called_off = is_cancelled(row) or is_declined(row)
    asked = is_asked(event, row.item.calendar)
    pill = entry_words.pill_of(event, occurrence, told, now, asked=asked, over=over, conflict=conflict)
    return EventFace(
        title=_title(row, event, now),
        starts=starts,
        ends=ends,
        second=_second(event, occurrence, calendar, row, now, asked=asked),
        color=calendar.color if calendar else UNKNOWN_COLOR,
        row=row.kind,
        mark=_mark(event, row.item.calendar.account),
        past=over,
        struck=called_off or is_done(event),
        quiet=called_off or event.suggested,
        relative=_relative(row, now),
        pill=pill,
        line=phrases.clock(now) if line else "",
        day=phrases.day_title(row.day, now.date())[0] if row.part is Part.DAY else "",
        kind=entry_words.kind_in_words(event),
        join=_meeting(row, now, join_patterns),
        answers=offered(event) if asked and not over else (),
        repeats=event.recurring or event.recurrence_id is not None,
        reminds=bool(event.alarms) and not over and not called_off,
    )


def differs(row: Row, before: datetime, now: datetime) -> bool:
    """True where the row looks different at another instant of the same day."""
    if row.kind is Kind.HEADER:
        return False
    looks = ((is_over(row, at), _relative(row, at), _is_overdue(row, at)) for at in (before, now))
    return next(looks) != next(looks)


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


def own_end(occurrence: Occurrence, zone: tzinfo) -> str:
    """ "Ends 21:10 in Tokyo" where it ends by another clock than it begins, and than the reader's."""
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime) or not isinstance(end, datetime) or not (is_instant(start) and is_instant(end)):
        return ""
    if end.utcoffset() in (end.astimezone(zone).utcoffset(), end.astimezone(start.tzinfo).utcoffset()):
        return ""
    there = one_line(phrases.zone_time("", end))
    return _("Ends {time}").format(time=there) if there else ""


def _note(section: Sequence[Row], now: datetime) -> str:
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


def _second(
    event: Event, occurrence: Occurrence | None, calendar: Calendar | None, row: Row, now: datetime, *, asked: bool
) -> str:
    assert row.item is not None
    name = one_line(calendar.title) if calendar else ""
    problem = one_line(event.problem).rstrip(".")
    if row.kind is Kind.UNREADABLE:
        return _joined(problem, name)
    due = entry_words.due(event, occurrence, now, row.day)
    invites = entry_words.invites(event) if asked else ""
    where = entry_words.where(event)
    if occurrence is None or (problem and event.type in TRIPS):
        return _joined(problem, due, invites, where, name)
    zone = _zone(now)
    until = _until(occurrence, row.day, now) if row.kind is Kind.TIMED and is_long(occurrence, zone) else ""
    elsewhere = "" if is_task(event) else own_time(occurrence, zone)
    if invites:
        return _joined(invites, until, elsewhere, where)
    return _joined(entry_words.own_answer(event, row.item.calendar.account), due, until, elsewhere, where, name)


def _mark(event: Event, account: str) -> Mark:
    if is_task(event):
        return Mark.CHECK if is_done(event) else Mark.CIRCLE
    free = event.type is EventType.NORMAL and not event.busy and not event.all_day  # most whole days leave one free
    if event.type is EventType.TIME_BLOCK or free:
        return Mark.DASHES
    unsure = event.status is Status.TENTATIVE or event.suggested or own_answer(event, account) == "tentative"
    return Mark.OUTLINE if unsure else Mark.BAR


def _relative(row: Row, now: datetime) -> str:
    if row.kind is not Kind.TIMED or row.occurrence is None or not is_left(row, now):
        return ""
    if has_begun(row, now):
        return "" if is_task(row.occurrence.event) else _("now")
    ahead = as_local(row.occurrence.start, _zone(now)) - now
    return phrases.ahead(ahead) if ahead <= phrases.SOON else ""


def _meeting(row: Row, now: datetime, patterns: Sequence[str]) -> str:
    """The way in is offered where it is due: from an hour before the start to the end."""
    return join_link(row.event, patterns) if row.event is not None and _relative(row, now) else ""


def _is_overdue(row: Row, now: datetime) -> bool:
    return row.event is not None and is_overdue(row.event, row.occurrence, now)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
