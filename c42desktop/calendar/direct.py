"""Where the common repetitions stand, by arithmetic: no day is looked at that is not asked for.

"Every third day" and "every other week on Monday and Thursday" are the same few days again and again, in a cycle of
so many days. Its n-th day is a multiplication, and the first one from a date on is a division; COUNT is free.
Wall-clock time without a zone, as in `expansion`, which does all other rules and is the reference for this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from c42desktop.calendar.arithmetic import LAST
from c42desktop.calendar.rules import DAY_FREQUENCIES, Rule

SHORTEST_MONTH = 28  # days that each month has
_UNITS = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1), "SECONDLY": timedelta(seconds=1)}


class Cycle(NamedTuple):
    """Days that come again: those `offsets` days (sorted) after `origin`, and after each `length` days from there.

    `skipped` of the first ones lie before the start of the series.
    """

    origin: int
    length: int
    offsets: Sequence[int]
    skipped: int

    def day(self, number: int) -> int:
        """The day (as `date.toordinal`) of the moment with that number, from 0."""
        cycles, place = divmod(number + self.skipped, len(self.offsets))
        return self.origin + cycles * self.length + self.offsets[place]

    def days(self, numbers: range) -> Sequence[int]:
        """The days of the moments with those numbers, in turn."""
        if len(self.offsets) > 1:
            return [self.day(number) for number in numbers]
        first = self.origin + (numbers.start + self.skipped) * self.length + self.offsets[0]
        return range(first, first + len(numbers) * self.length, self.length)

    def number_from(self, day: int) -> int:
        """The number of the first moment on or after a day."""
        cycles, rest = divmod(day - self.origin, self.length)
        return max(0, cycles * len(self.offsets) + bisect_left(self.offsets, rest) - self.skipped)


def cycle_of(rule: Rule, start: datetime) -> Cycle | None:
    """The cycle of a daily or weekly rule that names nothing but weekdays; None for all other rules."""
    if rule.freq not in ("DAILY", "WEEKLY") or _names_more_than_weekdays(rule):
        return None
    first = start.toordinal()
    if rule.freq == "DAILY" and not rule.days:
        return Cycle(first, rule.interval, (0,), 0)
    if rule.freq == "DAILY" and rule.interval > 1:
        return None
    weekday = start.weekday()
    into_week = (weekday - rule.week_start) % 7
    days = {day for _, day in rule.days} or {weekday}
    offsets = sorted((day - rule.week_start) % 7 for day in days)
    length = 7 * rule.interval if rule.freq == "WEEKLY" else 7
    return Cycle(first - into_week, length, offsets, bisect_left(offsets, into_week))


def _names_more_than_weekdays(rule: Rule) -> bool:
    days = rule.months or rule.week_numbers or rule.year_days or rule.month_days
    return bool(days or rule.hours or rule.minutes or rule.seconds or rule.positions)


def moments(rule: Rule, start: datetime, span: tuple[datetime, datetime], most: int) -> list[datetime] | None:
    """The first `most` moments of a rule in a span (both ends included), whatever its UNTIL; None without a cycle."""
    cycle = cycle_of(rule, start)
    if cycle is None:
        return None
    begin, end = span
    first = cycle.number_from(begin.toordinal())
    last = cycle.number_from(end.toordinal() + 1)
    if rule.count is not None:
        last = min(last, rule.count)
    origin = start.toordinal()
    days = cycle.days(range(first, min(last, first + most)))
    found = [start + timedelta(day - origin) for day in days]
    return [moment for moment in found if begin <= moment <= end]


def last_counted(rule: Rule, start: datetime) -> datetime | None:
    """The last moment of a rule with a COUNT; LAST where it lies beyond. None where only a walk can tell."""
    assert rule.count is not None
    try:
        return _last_counted(rule, start, rule.count)
    except OverflowError:
        return LAST


def _last_counted(rule: Rule, start: datetime, count: int) -> datetime | None:
    cycle = cycle_of(rule, start)
    if cycle is not None:
        return start + timedelta(cycle.day(count - 1) - start.toordinal())
    if rule.plain and rule.freq in _UNITS:
        return start + (count - 1) * rule.interval * _UNITS[rule.freq]
    if rule.plain and start.day <= SHORTEST_MONTH:
        months = (count - 1) * rule.interval * (12 if rule.freq == "YEARLY" else 1)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return start.replace(year=year, month=month + 1) if year < LAST.year else LAST
    times = max(1, len(rule.hours)) * max(1, len(rule.minutes)) * max(1, len(rule.seconds))
    return LAST if rule.freq in DAY_FREQUENCIES and count > ((LAST - start).days + 1) * times else None
