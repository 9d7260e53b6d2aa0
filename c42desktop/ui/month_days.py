"""Which days the overview of a month shows (pure)."""

from __future__ import annotations

from datetime import date, timedelta

WEEKS, WEEK = 6, 7
_FIRST, _LAST = date(1, 2, 1), date(9999, 11, 1)  # the calendar ends a month later, and the overview shows some of it


def month_of(day: date) -> date:
    """The first of its month, within what can be shown."""
    return min(max(day.replace(day=1), _FIRST), _LAST)


def further(month: date, by: int) -> date:
    """The first of the month that is so many months later, or earlier."""
    number = month.year * 12 + month.month - 1 + by
    number = min(max(number, _FIRST.year * 12 + _FIRST.month - 1), _LAST.year * 12 + _LAST.month - 1)
    return date(number // 12, number % 12 + 1, 1)


def same_day(day: date, by: int) -> date:
    """That day so many months later, or the last of a month that is shorter."""
    month = further(month_of(day), by)
    after = (month + timedelta(days=31)).replace(day=1)
    return month.replace(day=min(day.day, (after - timedelta(days=1)).day))


def first_shown(month: date, week_start: int) -> date:
    """The day at the top: the last that begins a week (Monday is 0) until the first of the month."""
    first = month.replace(day=1)
    return first - timedelta(days=(first.weekday() - week_start) % WEEK)


def days_shown(month: date, week_start: int) -> list[date]:
    """All of them, six weeks: so the overview is always as high."""
    first = first_shown(month, week_start)
    return [first + timedelta(days=place) for place in range(WEEKS * WEEK)]
