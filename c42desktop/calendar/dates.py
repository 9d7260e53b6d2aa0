"""Dates, times and lengths in words, the same words everywhere (window, notifications, terminal)."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.model import Moment, as_local
from c42desktop.calendar.names import capital, clock, short_date, weekday
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

_DAY = timedelta(days=1)
_WEEK = 7


def day_label(day: date, today: date, *, inline: bool = False, past: bool = False) -> str:
    """ "Today", "Tomorrow", "Yesterday", "Wednesday" up to 6 days ahead, else "Wed 2 Dec", with its year if another.

    `inline` gives the form inside a sentence ("today"). With `past`, where everything told is over, the last 6 days
    go by their weekday; elsewhere "Friday" always means the coming one.
    """
    distance = (day - today).days
    named = _near(distance, inline)
    if named:
        return named
    if 0 < distance < _WEEK or (past and -_WEEK < distance < 0):
        return weekday(day.weekday()) if inline else capital(weekday(day.weekday()))
    return _date_label(day, today)


def time_span(start: Moment, end: Moment | None, today: date, zone: tzinfo, *, inline: bool = False) -> str:
    """From when to when for a reader in `zone`, as in "Today 15:00 – 16:00"; ends of all-day events are exclusive.

    All-day: "Today", "Wed 25 Nov – Fri 27 Nov". Over midnight: "Today 22:00 – tomorrow 02:00". Without length (end
    None or equal): "Today 15:00".
    """
    if not isinstance(start, datetime):
        return _day_span(start, end, today, inline)
    first = as_local(start, zone)
    last = as_local(end, zone) if end is not None else first
    if last <= first or _ends_on_same_day(first, last):
        return f"{day_label(first.date(), today, inline=inline)} {hours(start, end, zone)}"
    begins, ends = _edge(first.date(), today, inline), _edge(last.date(), today, True)
    return f"{begins} {clock(first)} – {ends} {clock(last)}"


def hours(start: datetime, end: Moment | None, zone: tzinfo) -> str:
    """From when to when without the day, as in "14:00 – 14:45"; "14:00" for what has no length."""
    first = as_local(start, zone)
    last = as_local(end, zone) if end is not None else first
    return f"{clock(first)} – {clock(last)}" if last > first else clock(first)


def in_words(delta: timedelta) -> str:
    """How long until then: "now", "in 25 min", "in 1 h 25 min", "in 3 days"; "5 min ago" for what is over.

    Minutes are counted as begun: 24 minutes and a second are "in 25 min".
    """
    minutes = math.ceil(delta.total_seconds() / 60)
    if -1 < minutes < 1 or abs(delta) < timedelta(minutes=1):
        return _("now")
    if minutes < 0:
        return _("{time} ago").format(time=length(timedelta(minutes=-minutes)))
    return _("in {time}").format(time=length(timedelta(minutes=minutes)))


def length(delta: timedelta) -> str:
    """A length as "25 min", "2 h", "1 h 25 min"; from one day on "3 days"."""
    minutes = int(delta.total_seconds() // 60)
    if minutes >= 24 * 60:
        days = round(minutes / (24 * 60))
        return ngettext("{count} day", "{count} days", days).format(count=days)
    hours, rest = divmod(minutes, 60)
    parts = [_("{count} h").format(count=hours)] if hours else []
    if rest or not hours:
        parts.append(_("{count} min").format(count=rest))
    return " ".join(parts)


def spelled(delta: timedelta) -> str:
    """The same in whole words, for a title: "8 minutes", "1 hour", "1 hour 25 minutes"; from one day on "3 days"."""
    minutes = int(delta.total_seconds() // 60)
    if minutes >= 24 * 60:
        return length(delta)
    hour, rest = divmod(minutes, 60)
    parts = [ngettext("{count} hour", "{count} hours", hour).format(count=hour)] if hour else []
    if rest or not hour:
        parts.append(ngettext("{count} minute", "{count} minutes", rest).format(count=rest))
    return " ".join(parts)


def _near(distance: int, inline: bool) -> str:
    names = {
        -1: _("yesterday") if inline else _("Yesterday"),
        0: _("today") if inline else _("Today"),
        1: _("tomorrow") if inline else _("Tomorrow"),
    }
    return names.get(distance, "")


def _date_label(day: date, today: date) -> str:
    return short_date(day, year=day.year != today.year)


def _edge(day: date, today: date, inline: bool) -> str:
    """One end of a span over several days: by date, as two weekday names could be any weeks apart."""
    return _near((day - today).days, inline) or _date_label(day, today)


def _day_span(start: date, end: Moment | None, today: date, inline: bool) -> str:
    after = end.date() if isinstance(end, datetime) else end
    last = after - _DAY if after is not None and after > start else start
    if last == start:
        return day_label(start, today, inline=inline)
    return f"{_edge(start, today, inline)} – {_edge(last, today, True)}"


def _ends_on_same_day(first: datetime, last: datetime) -> bool:
    """Midnight still belongs to the day it ends."""
    midnight = last.hour == last.minute == last.second == 0
    return last.date() == first.date() or (midnight and last.date() == first.date() + _DAY)
