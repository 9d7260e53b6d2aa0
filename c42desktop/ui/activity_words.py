"""What a row of the activity list says: the words of all places, the old struck out, the new in bold. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum, auto
from itertools import groupby

from c42desktop.calendar.activity import Entry
from c42desktop.calendar.before_after import Step, listed, listed_reminder
from c42desktop.calendar.counted_words import of_calendar
from c42desktop.calendar.dates import day_label, time_span
from c42desktop.calendar.model import Change, Reminder, as_local
from c42desktop.calendar.names import capital, clock, weekday
from c42desktop.calendar.told import title_of
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line

_WEEK = 7
_NAMED = 3  # titles of several events that are said


class Ink(Enum):
    """How a piece of text is written."""

    PLAIN = auto()
    BEFORE = auto()
    AFTER = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line."""

    text: str
    ink: Ink = Ink.PLAIN


Line = tuple[Run, ...]


def told(entry: Entry, now: datetime) -> tuple[str, Line]:
    """ "Design review moved", and below it what was and what is, by whom; of a reminder, what became of it."""
    zone = zone_of(now)
    if isinstance(entry.what, Change):
        shown = listed(entry.what, now, zone)
    else:
        shown = listed_reminder(entry.what, now, zone, late=entry.missed)
    by = _("by {person}").format(person=shown.by) if shown.by else ""
    rest = (one_line(text) for text in (shown.text, by, _state(entry, now)) if text)
    lines = [*(_line(step) for step in shown.steps), *((Run(text),) for text in rest)]
    return one_line(shown.title), _joined(lines)


def told_together(entries: Sequence[Entry], calendar: str, now: datetime) -> tuple[str, Line]:
    """ "4 events added in Public holidays", and what they have in common, else the titles of the first few."""
    changes = [entry.what for entry in entries if isinstance(entry.what, Change)]
    shown = of_calendar(changes, calendar, now, zone_of(now))
    titles = list(dict.fromkeys(one_line(title_of(change.event)) for change in changes if change.event is not None))
    more = len(titles) - _NAMED
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    named = ", ".join([*titles[:_NAMED], *rest])
    return one_line(shown.title), (Run(one_line("; ".join(shown.details)) or named),)


def time_of(entry: Entry, now: datetime, *, under_day: bool) -> str:
    """When it happened: the clock under the header of its day or today, else the weekday, after a week the date."""
    at = happened(entry).astimezone(zone_of(now))
    distance = (now.date() - at.date()).days
    if under_day or not distance:
        return clock(at)
    return capital(weekday(at.weekday())) if 0 < distance < _WEEK else day_label(at.date(), now.date())


def happened(entry: Entry) -> datetime:
    """When others did it, where they say so and nobody was connected then; else when it became known."""
    modified = entry.event.modified if entry.event is not None and isinstance(entry.what, Change) else None
    if entry.away is None or modified is None or not entry.away <= modified <= entry.at:
        return entry.at
    return modified


def span(since: datetime, until: datetime, now: datetime) -> str:
    """ "Friday 18:05 – today 08:47"."""
    zone, today = zone_of(now), now.date()
    first, last = since.astimezone(zone), until.astimezone(zone)
    begin = f"{day_label(first.date(), today, past=True)} {clock(first)}"
    if first.date() == last.date():
        return f"{begin} – {clock(last)}"
    return f"{begin} – {day_label(last.date(), today, inline=True, past=True)} {clock(last)}"


def read_aloud(line: Line) -> str:
    """A line without what only eyes can see."""
    text = "".join(run.text for run in line)
    arrow = _("to")
    return text.replace(" · ", ", ").replace(" → ", f" {arrow} ")


def zone_of(now: datetime) -> tzinfo:
    """The reader's zone."""
    assert now.tzinfo is not None
    return now.tzinfo


def _line(step: Step) -> Line:
    runs = [Run(one_line(step.label))]
    if step.before:
        runs += [Run(" "), Run(one_line(step.before), Ink.BEFORE)]
    if step.before and step.after:
        runs.append(Run(" →"))
    if step.after:
        runs += [Run(" "), Run(one_line(step.after), Ink.AFTER)]
    return tuple(runs)


def _joined(lines: Iterable[Line]) -> Line:
    """One line of them; what is written alike is one piece, as each is drawn by itself."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run(" · "), *line] if runs else line
    return tuple(Run("".join(run.text for run in alike), ink) for ink, alike in groupby(runs, lambda run: run.ink))


def _state(entry: Entry, now: datetime) -> str:
    if entry.dismissed:
        return _("Dismissed")
    if entry.snoozed is None or entry.snoozed <= now:
        return ""
    until = time_span(entry.snoozed, None, now.date(), zone_of(now), inline=True)
    if entry.snoozed.astimezone(zone_of(now)).date() == now.date():
        until = clock(entry.snoozed.astimezone(zone_of(now)))
    return _("Snoozed until {time}").format(time=until)


def is_waiting(entry: Entry, now: datetime) -> bool:
    """Whether a reminder still waits for somebody to do something about it: its event is not over."""
    if not isinstance(entry.what, Reminder) or entry.dismissed or entry.snoozed is not None:
        return False
    event = entry.what.event
    if event.start is None:
        return False
    end = event.end if event.end is not None else event.start
    return as_local(end, zone_of(now)) > now
