"""An event from one line: “Lunch Thu 12:30 1h @Canteen #team with ann@example.org”. Pure.

quick_parts.py   which of its characters say what
quick_words.py   the words, in English, Dutch and German at once
quick_days.py    days and dates; quick_times.py: times and lengths

What is not understood is the title: nothing is ever refused. What is left open is chosen as people expect it:
  a weekday is the next one, and so is a date without year; today counts, unless the time is over there
  a time without a day is the next such time; it lasts an hour where nothing is said
  a line without a time is a whole day, without a day today
  “next Thursday” is the one of next week, “this Thursday” the one that comes
  “at 3” is in the afternoon, as is every bare hour before seven; 03:00 and 3am are not
A place goes on until something else is understood, a comma, or the end; in quotation marks it is what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from c42desktop.calendar.model import Event, Moment, Person
from c42desktop.calendar.quick_days import Days, coming
from c42desktop.calendar.quick_parts import Kind, Part, Reader, Repeat, title_of
from c42desktop.calendar.quick_times import Hours

__all__ = ["Kind", "Part", "Quick", "quick_add"]

USUAL = timedelta(hours=1)
_DAY = timedelta(days=1)
_UNCLEAN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Quick:
    """What a line says. `calendar` is the place of a name among those given, None where the line names none."""

    event: Event
    parts: tuple[Part, ...]
    calendar: int | None = None


def quick_add(
    line: str, now: datetime, zone: tzinfo, *, calendars: Sequence[str] = (), month_first: bool = False, uid: str = ""
) -> Quick:
    """The event that a line describes, for a reader in `zone` at `now` (aware). Nothing is ever raised.

    `calendars` are the names that #name may mean; `month_first` says how 5/6 is read. The title may be empty.
    """
    line = _UNCLEAN.sub(" ", line)
    parts = Reader(line, now.astimezone(zone), calendars, month_first).parts()
    said = {part.kind: part.value for part in parts}
    title = title_of(line, parts)
    start, end = _when(said, now.astimezone(zone), zone)
    repeat: Repeat | None = said.get(Kind.REPEAT)
    place: str = said.get(Kind.PLACE, "")
    event = Event(
        uid=uid,
        summary=title,
        start=start,
        end=end,
        location=place,
        timezone=str(getattr(zone, "key", "")) if isinstance(start, datetime) else "",
        attendees=tuple(Person(address=f"xmpp:{each}") for each in said.get(Kind.PEOPLE, ())),
        rrules=(repeat.rule,) if repeat else (),
    )
    return Quick(event, tuple(parts), said.get(Kind.CALENDAR))


def _when(said: dict[Kind, Any], now: datetime, zone: tzinfo) -> tuple[Moment, Moment]:
    """Start and end."""
    hours, length = said.get(Kind.TIME), said.get(Kind.LENGTH)
    days: Days | None = said.get(Kind.DAY)
    repeat: Repeat | None = said.get(Kind.REPEAT)
    if isinstance(hours, timedelta):
        start = now.replace(second=0, microsecond=0).astimezone(UTC) + hours
        return start.astimezone(zone), (start + (length or USUAL)).astimezone(zone)
    if hours is None:
        first = _on_its_day(days.first if days else now.date(), repeat)
        last = days.last if days and days.last > first else first
        return first, first + length if length else last + _DAY
    return _timed(hours, length, days, repeat, now, zone)


def _timed(
    hours: Hours, length: timedelta | None, days: Days | None, repeat: Repeat | None, now: datetime, zone: tzinfo
) -> tuple[datetime, datetime]:
    if days and days.evening and hours.vague and hours.start < 12 * 60:
        hours = Hours(hours.start + 12 * 60, hours.end + 12 * 60 if hours.end else None)
    first = _on_its_day(days.first if days else now.date(), repeat)
    start = _at(first, hours.start, zone)
    if start <= now and (days is None or days.open):
        step = 7 if days is not None else 1
        first = _on_its_day(first + _DAY * step, repeat)
        start = _at(first, hours.start, zone)
    if hours.end is not None:
        last = days.last if days and days.last > first else first
        return start, _later(_at(last, hours.end, zone), start)
    return start, (start.astimezone(UTC) + (length or USUAL)).astimezone(zone)


def _on_its_day(first: date, repeat: Repeat | None) -> date:
    """The first day of a series that is no other day of the week."""
    return min((coming(day, first) for day in repeat.weekdays), default=first) if repeat else first


def _at(day: date, minutes: int, zone: tzinfo) -> datetime:
    """That time on the wall; one that summer time leaves out is later by what it leaves out."""
    days, rest = divmod(minutes, 24 * 60)
    wall = datetime.combine(day + _DAY * days, time(rest // 60, rest % 60), zone)
    return wall.astimezone(UTC).astimezone(zone)


def _later(end: datetime, start: datetime) -> datetime:
    """The end, which is never before the start: a change of the clock may bring that about."""
    return end if end > start else (start.astimezone(UTC) + USUAL).astimezone(start.tzinfo)
