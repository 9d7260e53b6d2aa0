"""The moments a repetition rule names in a span (RFC 5545 §3.3.10).

Everything here is wall-clock time without a zone; `recurrence` adds the zone. A rule is not unrolled from its
first day: it is entered at the period before the asked span, and every day looked at is paid from a `Budget`.
A hostile rule ("every second, for ever", "30 February") therefore costs the same as an honest one.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from c42desktop.calendar import direct
from c42desktop.calendar.model import Moment
from c42desktop.calendar.rules import DAY_FREQUENCIES, Rule

MAX_STEPS = 60_000

_UNITS = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1), "SECONDLY": timedelta(seconds=1)}
_DAY = timedelta(days=1)


class Budget:
    """How many days or periods one question may look at, and whether that was too few to answer it."""

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self.left = steps
        self.was_short = False

    def spend(self, steps: int = 1) -> bool:
        """Pay for `steps`; False when nothing is left, and the caller stops where it is."""
        self.left -= steps
        if self.left < 0:
            self.was_short = True
        return self.left >= 0

    @contextmanager
    def part(self, of: int) -> Iterator[Budget]:
        """One of so many equal parts, for one of several that share it; what is left of the part comes back."""
        part = Budget(max(0, self.left) // of)
        before = part.left
        yield part
        self.left -= before - max(0, part.left)
        self.was_short |= part.was_short


def moments(rule: Rule, start: datetime, span: tuple[datetime, datetime], budget: Budget) -> Iterator[datetime]:
    """The moments of `rule` in the span (both ends included), in order; all naive, in the time of `start`.

    `rule.until` must already be in that time too. Ends early when the budget is spent, which then knows it.
    """
    begin, end = span
    if rule.until is not None:
        end = min(end, _latest(rule.until))
    found = direct.moments(rule, start, (begin, end), max(0, budget.left) + 1)
    if found is not None:
        budget.spend(len(found))  # the one too many says that there are more
        yield from found
        return
    if rule.plain and rule.freq in _UNITS:
        yield from _steady(rule, start, (begin, end), budget)
        return
    left = rule.count
    periods, passed = _periods(rule, start, begin, end, budget)
    if left is not None:
        left -= passed
    for moment in periods:
        if moment > end or (left is not None and left <= 0):
            return
        if left is not None:
            left -= 1
        if moment >= begin:
            yield moment


def _steady(rule: Rule, start: datetime, span: tuple[datetime, datetime], budget: Budget) -> Iterator[datetime]:
    """Every so many hours, minutes or seconds, whatever day it is."""
    begin, end = span
    step = rule.interval * _UNITS[rule.freq]
    number = max(0, -((start - begin) // step))
    last = (end - start) // step if rule.count is None else min((end - start) // step, rule.count - 1)
    while number <= last and budget.spend():
        yield start + number * step
        number += 1


def _latest(until: Moment) -> datetime:
    """A date as UNTIL takes its whole day in: senders write it beside timed events, too."""
    return until if isinstance(until, datetime) else datetime.combine(until, time.max)


def _periods(
    rule: Rule, start: datetime, begin: datetime, end: datetime, budget: Budget
) -> tuple[Iterator[datetime], int]:
    """The moments from shortly before `begin` on, and how many of the series lie before them.

    A plain rule has one moment a period, but for days that not every month has.
    """
    skipped = 0
    steady = rule.freq not in ("YEARLY", "MONTHLY") or start.day <= direct.SHORTEST_MONTH
    if rule.count is None or (rule.plain and steady):
        skipped = max(0, _index(rule, start, begin) // rule.interval - 1)
    steps = _day_periods if rule.freq in DAY_FREQUENCIES else _time_periods
    return steps(rule, start, skipped, end, budget), skipped


def _index(rule: Rule, start: datetime, at: datetime) -> int:
    """In which period of the rule's frequency, counted from that of `start`, the moment `at` lies."""
    if at <= start:
        return 0
    if rule.freq == "YEARLY":
        return at.year - start.year
    if rule.freq == "MONTHLY":
        return (at.year - start.year) * 12 + at.month - start.month
    if rule.freq == "WEEKLY":
        return (at.date() - _monday(start.date(), rule.week_start)).days // 7
    if rule.freq == "DAILY":
        return (at.date() - start.date()).days
    return (at - start) // _UNITS[rule.freq]


def _day_periods(rule: Rule, start: datetime, skipped: int, end: datetime, budget: Budget) -> Iterator[datetime]:
    """Walk whole days, weeks, months or years: the days that match, at the rule's times."""
    if not budget.spend(_number_of_times(rule)):
        return
    times, matches = _times(rule, start), _matcher(rule, start.date())
    number = skipped * rule.interval
    while True:
        days = _days(rule, start.date(), number)
        if days is None or days[0] > end.date() or not budget.spend(len(days) * len(times)):
            return
        found = [datetime.combine(day, at) for day in days if matches(day) for at in times]
        yield from (moment for moment in _positioned(rule, found) if moment >= start)
        number += rule.interval


def _time_periods(rule: Rule, start: datetime, skipped: int, end: datetime, budget: Budget) -> Iterator[datetime]:
    """Walk hours, minutes or seconds; within an hour or minute the finer BY parts add moments."""
    unit, matches = _UNITS[rule.freq], _matcher(rule, start.date())
    number = skipped * rule.interval
    cost = max(1, len(rule.seconds)) * (max(1, len(rule.minutes)) if rule.freq == "HOURLY" else 1)
    while budget.spend(cost):
        try:
            at = start + number * unit
        except OverflowError:
            return
        if at - unit > end:
            return
        if matches(at.date()):
            moments_of_period = _positioned(rule, _within(rule, at))
            yield from (moment for moment in moments_of_period if moment >= start)
        number += rule.interval


def _within(rule: Rule, at: datetime) -> list[datetime]:
    """The moments inside the hour, minute or second of `at` that the BYHOUR, BYMINUTE, BYSECOND parts leave."""
    if rule.hours and at.hour not in rule.hours:
        return []
    if rule.freq == "HOURLY":
        clocks = [(m, s) for m in rule.minutes or (at.minute,) for s in rule.seconds or (at.second,)]
    elif rule.minutes and at.minute not in rule.minutes:
        return []
    elif rule.freq == "MINUTELY":
        clocks = [(at.minute, s) for s in rule.seconds or (at.second,)]
    else:
        clocks = [(at.minute, at.second)] if not rule.seconds or at.second in rule.seconds else []
    return [at.replace(minute=minute, second=min(second, 59)) for minute, second in sorted(set(clocks))]


def _number_of_times(rule: Rule) -> int:
    """What it costs to find them: a rule can name all seconds of a day."""
    return max(1, len(rule.hours)) * max(1, len(rule.minutes)) * max(1, len(rule.seconds))


def _times(rule: Rule, start: datetime) -> list[time]:
    """The times of day of a rule of days or longer, in order."""
    hours, minutes = rule.hours or (start.hour,), rule.minutes or (start.minute,)
    seconds = rule.seconds or (start.second,)
    return sorted({time(h, m, min(s, 59), start.microsecond) for h in hours for m in minutes for s in seconds})


def _positioned(rule: Rule, found: list[datetime]) -> list[datetime]:
    """What BYSETPOS leaves of one period."""
    if not rule.positions:
        return found
    places = {place - 1 if place > 0 else len(found) + place for place in rule.positions}
    return [found[place] for place in sorted(places) if 0 <= place < len(found)]


def _days(rule: Rule, start: date, number: int) -> list[date] | None:
    """The days of period `number` that can match; None beyond the last day a `date` can hold."""
    try:
        if rule.freq == "DAILY":
            return [start + number * _DAY]
        if rule.plain and rule.freq != "WEEKLY" and start.day <= direct.SHORTEST_MONTH:
            return [_same_day(rule, start, number)]
        if rule.freq == "WEEKLY":
            first = _monday(start, rule.week_start) + 7 * number * _DAY
            return [first + offset * _DAY for offset in range(7)]
        if rule.freq == "MONTHLY":
            year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
            return _month(year, month + 1)
        return _year(rule, start, start.year + number)
    except (OverflowError, ValueError):
        return None


def _same_day(rule: Rule, start: date, number: int) -> date:
    """The day of a plain rule of months or years, as a birthday has: no other is looked at."""
    if rule.freq == "YEARLY":
        return start.replace(year=start.year + number)
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return start.replace(year=year, month=month + 1)


def _year(rule: Rule, start: date, year: int) -> list[date]:
    if rule.months or not (rule.week_numbers or rule.year_days or rule.month_days or rule.days):
        months = sorted(set(rule.months or (start.month,)))
        return [day for month in months for day in _month(year, month)]
    return [date(year, 1, 1) + offset * _DAY for offset in range(366 if calendar.isleap(year) else 365)]


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _monday(day: date, week_start: int) -> date:
    """The first day of the week of `day`, by WKST."""
    return day - ((day.weekday() - week_start) % 7) * _DAY


def _matcher(rule: Rule, start: date) -> Callable[[date], bool]:
    """Whether a day fits the BY parts; where the rule names no day, the day of DTSTART is meant (§3.3.10)."""
    rule = _with_defaults(rule, start)
    ordinals = [day for day in rule.days if day[0]]
    weekdays = {weekday for place, weekday in rule.days if not place}
    if rule.freq not in ("YEARLY", "MONTHLY"):
        weekdays, ordinals = {weekday for _, weekday in rule.days}, []

    def matches(day: date) -> bool:
        return (
            (not rule.months or day.month in rule.months)
            and (not rule.week_numbers or _in_weeks(day, rule))
            and (not rule.year_days or _in_year_days(day, rule.year_days))
            and (not rule.month_days or _in_month_days(day, rule.month_days))
            and (not rule.days or day.weekday() in weekdays or any(_is_nth(day, o, rule) for o in ordinals))
        )

    return matches


def _with_defaults(rule: Rule, start: date) -> Rule:
    """The same rule with the day of DTSTART filled in where a period longer than a day has no day."""
    if rule.year_days or rule.month_days or rule.days or rule.freq not in ("YEARLY", "MONTHLY", "WEEKLY"):
        return rule
    weekly = rule.freq == "WEEKLY" or rule.week_numbers
    return Rule(
        rule.freq,
        months=rule.months,
        week_numbers=rule.week_numbers,
        month_days=() if weekly else (start.day,),
        days=((0, start.weekday()),) if weekly else (),
        week_start=rule.week_start,
    )


def _in_year_days(day: date, wanted: tuple[int, ...]) -> bool:
    number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    return number in wanted or number - length - 1 in wanted


def _in_month_days(day: date, wanted: tuple[int, ...]) -> bool:
    return day.day in wanted or day.day - calendar.monthrange(day.year, day.month)[1] - 1 in wanted


def _in_weeks(day: date, rule: Rule) -> bool:
    """BYWEEKNO: week 1 is the first with four days in its year, weeks begin on WKST."""
    middle = _monday(day, rule.week_start) + 3 * _DAY
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    last = (_monday(date(middle.year, 12, 28), rule.week_start) + 3 * _DAY).timetuple().tm_yday // 7 + 1
    return number in rule.week_numbers or number - last - 1 in rule.week_numbers


def _is_nth(day: date, ordinal: tuple[int, int], rule: Rule) -> bool:
    """Whether `day` is, say, the second Tuesday (2TU) or last Friday (-1FR) of its month or year."""
    place, weekday = ordinal
    if day.weekday() != weekday:
        return False
    if rule.freq == "MONTHLY" or rule.months:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    return place in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))
