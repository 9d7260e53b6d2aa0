"""Days in a line of words: “Thu”, “overmorgen”, “23.11.”, “Nov 23 – 27”, “next Monday”, “in 3 weeks”. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from c42desktop.calendar import quick_words as words

_DAY = timedelta(days=1)
_YEARS = range(1970, 2200)


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, which is among them. `evening`: hours are those after noon. `open`: a day of the week,
    whose next one is meant where the time is over on `first`."""

    first: date
    last: date
    evening: bool = False
    open: bool = False


def any_of(found: Iterable[str]) -> str:
    """A regular expression for one of these words, the longer ones first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True)) + ")"


END = r"(?=[,;.!?)]*(?:\s|$))"
"""A word ends here."""

_ON = rf"(?:{any_of(words.ON)}\s+)?"
_WEEKDAY = any_of(words.WEEKDAYS)
_MONTH = any_of(words.MONTHS)
_RELATIVE = re.compile(rf"({any_of(words.DAYS_AHEAD)}){END}")
_IN = re.compile(
    rf"in\s+([0-9]{{1,3}})\s+({any_of((*words.DAYS, *words.WEEKS))}){END}"
    rf"|over\s+([0-9]{{1,3}})\s+(dagen|dag|weken|week){END}"
)
_NAMED = re.compile(rf"({any_of(words.NEXT)}|{any_of(words.THIS)})\s+({_WEEKDAY}){END}")
_NEXT_WEEK = re.compile(rf"{any_of(words.NEXT)}\s+(?:week|woche)(?:\s+(?:on\s+|am\s+|op\s+)?({_WEEKDAY}))?{END}")
_BY_NAME = re.compile(rf"({any_of(words.ON)}\s+)?({_WEEKDAY})\.?{END}")
_BEFORE_DATE = re.compile(rf"{_ON}(?:the\s+)?(?:{_WEEKDAY}[.,]*\s+)?")
_DATES = (
    re.compile(rf"(?P<y>[0-9]{{4}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}}){END}"),
    re.compile(rf"(?P<d>[0-9]{{1,2}})/(?P<m>[0-9]{{1,2}})(?:/(?P<y>[0-9]{{4}}|[0-9]{{2}}))?{END}"),
    re.compile(rf"(?P<d>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<y>[0-9]{{4}}|[0-9]{{2}})?{END}"),
    re.compile(rf"(?P<d>[0-9]{{1,2}})-(?P<m>[0-9]{{1,2}})-(?P<y>[0-9]{{4}}){END}"),
    re.compile(
        rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|e|\.)?\s?(?:of\s)?(?P<m>{_MONTH})\.?(?:,?\s(?P<y>[0-9]{{4}}))?{END}"
    ),
    re.compile(rf"(?P<m>{_MONTH})\.?\s(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y>[0-9]{{4}}))?{END}"),
)
_SLASHED = _DATES[1]
_TO = re.compile(rf"\s?[-–—]\s?|\s+{any_of(words.UNTIL)}\s+")
_DAY_TO = re.compile(rf"([0-9]{{1,2}})\.?(?:\s?[-–—]\s?|\s+{any_of(words.UNTIL)}\s+)")
_TO_DAY = re.compile(rf"([0-9]{{1,2}}){END}")


def days_at(text: str, at: int, today: date, *, month_first: bool, sure: bool) -> tuple[Days, int] | None:
    """The days that are named at a place of a text in lower case, and where their words end.

    `month_first`: how 5/6 is read. `sure`: what else might be another word is a day here.
    """
    return (
        _relative(text, at, today)
        or _dates(text, at, today, month_first)
        or _named(text, at, today)
        or _by_name(text, at, today, sure)
    )


def is_date(text: str, at: int, today: date) -> bool:
    """Whether a date begins here."""
    return _dates(text, at, today, month_first=False) is not None


def coming(weekday: int, today: date) -> date:
    """The next such day; today is one."""
    return today + _DAY * ((weekday - today.weekday()) % 7)


def _relative(text: str, at: int, today: date) -> tuple[Days, int] | None:
    if found := _RELATIVE.match(text, at):
        day = today + _DAY * words.DAYS_AHEAD[found[1]]
        return Days(day, day, evening=found[1] in words.EVENINGS), found.end()
    if found := _IN.match(text, at):
        day = today + int(found[1] or found[3]) * words.LENGTHS[found[2] or found[4]]
        return Days(day, day), found.end()
    return None


def _named(text: str, at: int, today: date) -> tuple[Days, int] | None:
    """“Next” is the week after this one, which begins on a Monday; “this” is the one that comes."""
    next_week = today + _DAY * (7 - today.weekday())
    if found := _NAMED.match(text, at):
        weekday = words.WEEKDAYS[found[2]]
        day = coming(weekday, next_week if found[1] in words.NEXT else today)
    elif found := _NEXT_WEEK.match(text, at):
        day = coming(words.WEEKDAYS[found[1]] if found[1] else 0, next_week)
    else:
        return None
    return Days(day, day), found.end()


def _by_name(text: str, at: int, today: date, sure: bool) -> tuple[Days, int] | None:
    found = _BY_NAME.match(text, at)
    if found is None or not (sure or found[1] or found[2] not in words.AMBIGUOUS):
        return None
    day = coming(words.WEEKDAYS[found[2]], today)
    return Days(day, day, open=True), found.end()


def _dates(text: str, at: int, today: date, month_first: bool) -> tuple[Days, int] | None:
    before = _BEFORE_DATE.match(text, at)
    at = before.end() if before else at
    if short := _DAY_TO.match(text, at):  # "23 – 27 Nov"
        last = _date(text, short.end(), today, month_first)
        if last is not None and (first := _valid(last[0].year, last[0].month, int(short[1]))) and first < last[0]:
            return Days(first, last[0]), last[1]
    found = _date(text, at, today, month_first)
    if found is None:
        return None
    first, end = found
    to = _TO.match(text, end)
    until = _date(text, to.end(), first, month_first) if to else None
    if to and until is None and (day := _TO_DAY.match(text, to.end())):  # "Nov 23 – 27"
        same = _valid(first.year, first.month, int(day[1]))
        until = (same, day.end()) if same else None
    if until is None or until[0] < first:
        return Days(first, first), end
    return Days(first, until[0]), until[1]


def _date(text: str, at: int, today: date, month_first: bool) -> tuple[date, int] | None:
    for pattern in _DATES:
        found = pattern.match(text, at)
        if found and (day := _of(found, today, month_first and pattern is _SLASHED)):
            return day, found.end()
    return None


def _of(found: re.Match[str], today: date, month_first: bool) -> date | None:
    if found[0] == "24/7":
        return None
    month, day = words.MONTHS.get(found["m"], 0) or int(found["m"]), int(found["d"])
    if found.re is _SLASHED and (month > 12 or (month_first and day <= 12)):
        month, day = day, month
    if found["y"]:
        year = int(found["y"])
        return _valid(year + 2000 if year < 100 else year, month, day)
    # Without a year, the next one; 29 February may be years away.
    each = (_valid(today.year + more, month, day) for more in range(9))
    return next((found_day for found_day in each if found_day and found_day >= today), None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
