"""What the window says about times and changes, put together from the words all places share. No Qt."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.model import Alarm, Change, ChangeKind, Event, Occurrence, Person, as_local
from c42desktop.calendar.names import capital, day_and_month, weekday
from c42desktop.calendar.people_words import first_name, who
from c42desktop.calendar.words import clock, day_label, in_words, length, repeats, spelled, time_span, title_of
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line

__all__ = [
    "SOON",
    "ago",
    "ahead",
    "changed",
    "clock",
    "day_title",
    "relative",
    "reminders",
    "repeats",
    "title",
    "tray_times",
    "until_day",
    "when",
    "zone_time",
]

SOON = timedelta(minutes=60)
"""How long before its start a list says how long it is until then."""

_PLACELESS = frozenset({"", "UTC", "Etc/UTC", "Z", "GMT", "Etc/GMT"})


def day_title(day: date, today: date) -> tuple[str, str]:
    """The header of a day in two parts: "Today" and "Sunday 22 November", "Wednesday" and "25 November"."""
    month = day_and_month(day)
    if day.year != today.year:
        month = _("{date} {year}").format(date=month, year=day.year)
    if abs((day - today).days) > 1:
        return capital(weekday(day.weekday())), month
    return day_label(day, today), _("{weekday} {date}").format(weekday=weekday(day.weekday()), date=month)


def title(event: Event) -> str:
    """The title on one line, or the words all places use where there is none that can be seen."""
    summary = one_line(event.summary)
    return title_of(event if summary == event.summary else replace(event, summary=summary))


def until_day(last: date, today: date) -> str:
    """ "until Tuesday"."""
    return _("until {day}").format(day=day_label(last, today, inline=True))


def ahead(delta: timedelta) -> str:
    """ "in 25 min"."""
    return in_words(delta)


def when(occurrence: Occurrence, now: datetime) -> str:
    """ "Today 15:00 – 16:00"."""
    return time_span(occurrence.start, occurrence.end, now.date(), _zone(now))


def relative(occurrence: Occurrence, now: datetime) -> str:
    """ "in 1 h 25 min", "now", "25 min ago"; of a whole day "in 3 days", and nothing once it has begun."""
    start, end = as_local(occurrence.start, _zone(now)), as_local(occurrence.end, _zone(now))
    if start > now:
        # Nobody counts the hours to the midnight at which a day begins, nor says of tomorrow that it is in 2 days.
        by_day = occurrence.all_day or start - now >= timedelta(days=1)
        return in_words(start.date() - now.date() if by_day else start - now)
    if occurrence.all_day:
        return ""
    return in_words(end - now) if end <= now else in_words(timedelta(0))


def ago(at: datetime, now: datetime) -> str:
    """ "2 minutes ago", "just now"."""
    if now - at < timedelta(minutes=1):
        return _("just now")
    return _("{time} ago").format(time=spelled(now - at))


def changed(change: Change, now: datetime) -> str:
    """ "Changed 2 minutes ago", "Bram changed this 2 minutes ago"."""
    person = first_name(Person(one_line(who(change))))
    words = {
        ChangeKind.ADDED: _("{person} added this {ago}") if person else _("Added {ago}"),
        ChangeKind.CANCELLED: _("{person} cancelled this {ago}") if person else _("Cancelled {ago}"),
        ChangeKind.REMOVED: _("{person} removed this {ago}") if person else _("Removed {ago}"),
    }.get(change.kind, _("{person} changed this {ago}") if person else _("Changed {ago}"))
    return words.format(person=person, ago=ago(change.at, now))


def reminders(event: Event, now: datetime) -> str:
    """ "10 minutes before, 1 day before"."""
    return ", ".join(dict.fromkeys(_reminder(alarm, now) for alarm in event.alarms))


def zone_time(name: str, start: datetime) -> str:
    """ "16:30 in Singapore" for a start in the zone called `name`; nothing for zones without a place."""
    key = getattr(start.tzinfo, "key", "") or ""
    # "(UTC+01:00) Amsterdam, Berlin, Bern" is no name to read in a row.
    name = key if key and (not name or name.startswith("(")) else name
    if name in _PLACELESS:
        return ""
    if "/" not in name:
        return f"{clock(start)} {name}"
    place = name.rsplit("/", 1)[-1].replace("_", " ")
    return _("{time} in {place}").format(time=clock(start), place=place)


def tray_times(occurrence: Occurrence, now: datetime) -> tuple[str, str]:
    """ "14:00" and "25 min" for what is soon, else the day where it is not today; a whole day has no time."""
    start = as_local(occurrence.start, _zone(now))
    day = day_label(start.date(), now.date())
    if occurrence.all_day:
        return "", day
    minutes = math.ceil((start - now).total_seconds() / 60)
    if timedelta(0) < start - now <= SOON:
        return clock(start), length(timedelta(minutes=minutes))
    return clock(start), "" if start.date() == now.date() else day


def _reminder(alarm: Alarm, now: datetime) -> str:
    if alarm.at is not None:
        return time_span(alarm.at, None, now.date(), _zone(now))
    before = alarm.before or timedelta(0)
    if not before:
        return _("At the start")
    if before < timedelta(0):
        return _("{time} after the start").format(time=spelled(-before))
    return _("{time} before").format(time=spelled(before))


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
