"""Until when a reminder can be put off: what is offered, and what a person types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from c42desktop.calendar.appearances import base_of
from c42desktop.calendar.arithmetic import utc
from c42desktop.calendar.model import Event, as_local
from c42desktop.calendar.tasks import is_task
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

LONGEST = timedelta(days=366)
BEFORE = timedelta(minutes=5)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)

_PART = re.compile(r"(\d{1,4}) *([^\W\d_]*)\.?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
_UNITS = {
    **dict.fromkeys(("", "m", "min", "mins", "minute", "minutes"), _MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days"), _DAY),
}


class Snooze(StrEnum):
    """What is offered, in this order."""

    FIVE_MINUTES = "5m"
    QUARTER = "15m"
    HOUR = "1h"
    BEFORE_START = "before-start"
    START = "start"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them, and the instant (aware, UTC) it leads to."""

    id: Snooze
    until: datetime


def choices(event: Event, now: datetime, zone: tzinfo) -> tuple[Choice, ...]:
    """What makes sense at `now` (aware) for one occurrence, for a reader in `zone`."""
    return tuple(choice for choice in _all(event, utc(now), zone) if choice.until > utc(now))


def _all(event: Event, now: datetime, zone: tzinfo) -> Iterator[Choice]:
    yield Choice(Snooze.FIVE_MINUTES, now + 5 * _MINUTE)
    yield Choice(Snooze.QUARTER, now + 15 * _MINUTE)
    yield Choice(Snooze.HOUR, now + 60 * _MINUTE)
    start = event.due if is_task(event) and event.due is not None else base_of(event)
    if isinstance(start, datetime):  # at the start of a whole day, people sleep
        begins = utc(as_local(start, zone))
        yield Choice(Snooze.BEFORE_START, begins - BEFORE)
        yield Choice(Snooze.START, begins)


def label(choice: Choice, event: Event) -> str:
    """A choice in words."""
    if is_task(event) and choice.id in (Snooze.BEFORE_START, Snooze.START):
        return _("Until it is due") if choice.id is Snooze.START else _("Until 5 minutes before it is due")
    return {
        Snooze.FIVE_MINUTES: _("5 minutes"),
        Snooze.QUARTER: _("15 minutes"),
        Snooze.HOUR: _("1 hour"),
        Snooze.BEFORE_START: _("Until 5 minutes before the start"),
        Snooze.START: _("Until the start"),
    }[choice.id]


def until(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The instant (aware, UTC) that somebody means by "45", "2h", "1 h 30 min", "16:30", "tomorrow 9:00" or
    "2026-11-24 09:00". Raises UserError."""
    words = " ".join(text.casefold().split())
    found = _length(words, utc(now)) or _moment(words, utc(now).astimezone(zone), zone)
    if found is None:
        raise UserError(_("Write for how long or until when: 45 min, 2 h, 16:30, tomorrow 9:00."), field="snooze")
    if not utc(now) < found:
        raise UserError(_("That time is already over."), field="snooze")
    if found > utc(now) + LONGEST:
        raise UserError(_("A reminder can be snoozed for a year at most."), field="snooze")
    return found


def _length(words: str, now: datetime) -> datetime | None:
    """So long from now."""
    parts = list(_PART.finditer(words))
    if not parts or _PART.sub("", words).strip() or any(part[2] not in _UNITS for part in parts):
        return None
    if len(parts) > 1 and parts[0][2] == "":
        return None  # "9 30" may be anything
    return now + sum((int(part[1]) * _UNITS[part[2]] for part in parts), timedelta(0))


def _moment(words: str, here: datetime, zone: tzinfo) -> datetime | None:
    """A time of day, on a day; without one, the next such time."""
    day, clock = _day(words, here.date())
    at = _time(clock)
    if at is None:
        return None
    if day is not None:
        return utc(datetime.combine(day, at, zone))
    found = utc(datetime.combine(here.date(), at, zone))
    return found if found > utc(here) else utc(datetime.combine(here.date() + _DAY, at, zone))


def _day(words: str, today: date) -> tuple[date | None, str]:
    """The day that is named, and what follows; in the morning, where nothing does."""
    first, _space, rest = words.partition(" ")
    if first in ("tomorrow", _("tomorrow")):
        return today + _DAY, rest or "9:00"
    if first in ("today", _("today")):
        return today, rest
    try:
        return date.fromisoformat(first), rest or "9:00"
    except ValueError:
        return None, words


def _time(words: str) -> time | None:
    found = _CLOCK.fullmatch(words)
    hours, minutes = (int(found[1]), int(found[2])) if found else (int(words), 0) if words.isdecimal() else (99, 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
