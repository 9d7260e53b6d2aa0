"""What a row of the activity list says: the words of all places, the old struck out, the new in bold. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto

from c42desktop.calendar.activity import Entry
from c42desktop.calendar.dates import clock, day_label, time_span
from c42desktop.calendar.model import Change, ChangeKind, Event, Reminder, as_local
from c42desktop.calendar.words import place_of, tell
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line
from c42desktop.ui import phrases

_DAY = timedelta(days=1)
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


def told(change: Change, now: datetime) -> tuple[str, Line]:
    """The title of a change and its second line. The one place here that knows where the words come from."""
    words = tell(change, now, zone_of(now))
    if change.kind is ChangeKind.CHANGED:
        steps = [_step(*each) for each in phrases.differences(change, now)]
        if steps:
            return one_line(words.title), _joined(steps)
    details = [(Run(one_line(_capital(detail))),) for detail in words.details if detail]
    return one_line(words.title), _joined(details)


def title_of(entry: Entry, now: datetime) -> str:
    """ "Design review moved", "Reminder missed: Stand-up"."""
    if isinstance(entry.what, Change):
        return told(entry.what, now)[0]
    words = _("Reminder missed: {summary}") if entry.missed else _("Reminder: {summary}")
    return words.format(summary=phrases.title(entry.what.event))


def second_of(entry: Entry, now: datetime) -> Line:
    """What was and what is; of a reminder, when the event is and what became of it."""
    if isinstance(entry.what, Change):
        return told(entry.what, now)[1]
    event = entry.what.event
    parts = (_when(event, now), one_line(place_of(event)), _state(entry, now))
    return _joined([(Run(part),) for part in parts if part])


def several_title(entries: Sequence[Entry], calendar: str) -> str:
    """ "4 events added in Public holidays"."""
    what, count = entries[0].what, len(entries)
    kind = what.kind if isinstance(what, Change) else ChangeKind.CHANGED
    words = {
        ChangeKind.ADDED: ngettext("{count} event added in {calendar}", "{count} events added in {calendar}", count),
        ChangeKind.CANCELLED: ngettext(
            "{count} event cancelled in {calendar}", "{count} events cancelled in {calendar}", count
        ),
        ChangeKind.REMOVED: ngettext(
            "{count} event removed from {calendar}", "{count} events removed from {calendar}", count
        ),
    }.get(kind, ngettext("{count} event changed in {calendar}", "{count} events changed in {calendar}", count))
    return words.format(count=count, calendar=calendar)


def several_second(entries: Sequence[Entry]) -> Line:
    """The titles of the first few, each once."""
    events = (entry.event for entry in entries)
    titles = list(dict.fromkeys(phrases.title(event) for event in events if event is not None))
    named, more = titles[:_NAMED], len(titles) - _NAMED
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    return (Run(", ".join([*named, *rest])),)


def time_of(entry: Entry, now: datetime, *, under_day: bool) -> str:
    """When it happened: the clock under the header of its day or today, else the weekday, after a week the date."""
    at = happened(entry).astimezone(zone_of(now))
    distance = (now.date() - at.date()).days
    if under_day or not distance:
        return clock(at)
    return f"{at:%A}" if 0 < distance < _WEEK else day_label(at.date(), now.date())


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
    return text.replace(" · ", ", ").replace(" → ", f" {_('to')} ")


def zone_of(now: datetime) -> tzinfo:
    """The reader's zone."""
    assert now.tzinfo is not None
    return now.tzinfo


def _step(name: str, before: str, after: str) -> Line:
    runs = [Run(one_line(name))]
    if before:
        runs += [Run(" "), Run(one_line(before), Ink.BEFORE)]
    if before and after:
        runs.append(Run(" →"))
    if after:
        runs += [Run(" "), Run(one_line(after), Ink.AFTER)]
    return tuple(runs)


def _joined(lines: Iterable[Line]) -> Line:
    runs: list[Run] = []
    for line in lines:
        runs += [Run(" · "), *line] if runs else line
    return tuple(runs)


def _state(entry: Entry, now: datetime) -> str:
    if entry.dismissed:
        return _("Dismissed")
    if entry.snoozed is None or entry.snoozed <= now:
        return ""
    until = time_span(entry.snoozed, None, now.date(), zone_of(now), inline=True)
    if entry.snoozed.astimezone(zone_of(now)).date() == now.date():
        until = clock(entry.snoozed.astimezone(zone_of(now)))
    return _("Snoozed until {time}").format(time=until)


def _when(event: Event, now: datetime) -> str:
    """When it is, or was: of the last week, the weekday says it."""
    if event.start is None:
        return ""
    start = as_local(event.start, zone_of(now))
    if not 1 < (now.date() - start.date()).days < _WEEK:
        return time_span(event.start, event.end, now.date(), zone_of(now))
    day = day_label(start.date(), now.date(), past=True)
    return f"{day} {clock(start)}" if isinstance(event.start, datetime) else day


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def is_waiting(entry: Entry, now: datetime) -> bool:
    """Whether a reminder still waits for somebody to do something about it: its event is not over."""
    if not isinstance(entry.what, Reminder) or entry.dismissed or entry.snoozed is not None:
        return False
    event = entry.what.event
    if event.start is None:
        return False
    end = event.end if event.end is not None else event.start
    return as_local(end, zone_of(now)) > now
