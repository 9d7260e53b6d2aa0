"""Repetition rules (RECUR, RFC 5545 §3.3.10) as values; `expansion` finds the moments they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from c42desktop.calendar.model import Moment

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
TIME_FREQUENCIES = ("HOURLY", "MINUTELY", "SECONDLY")

_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed RECUR. `until` is as it was written; `until_utc` says it was in UTC."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    until_utc: bool = False
    months: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def plain(self) -> bool:
        """True without any BY part: every period of a day or less then holds exactly one moment."""
        parts = (self.months, self.week_numbers, self.year_days, self.month_days, self.days)
        return not any((*parts, self.hours, self.minutes, self.seconds, self.positions))


@lru_cache(maxsize=1024)
def parse_rule(text: str) -> Rule:
    """The rule in a RECUR text such as "FREQ=WEEKLY;BYDAY=MO,WE". Raises ValueError if it is not one."""
    parts = dict(_pair(part) for part in text.strip().upper().removeprefix("RRULE:").split(";") if part)
    freq = parts.get("FREQ", "")
    if freq not in DAY_FREQUENCIES and freq not in TIME_FREQUENCIES:
        raise ValueError(f"no known FREQ: {freq!r}")
    return Rule(
        freq=freq,
        interval=_number(parts.get("INTERVAL", "1"), 1, 10**9),
        count=_count(parts["COUNT"]) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        until_utc=parts.get("UNTIL", "").endswith("Z"),
        months=_numbers(parts, "BYMONTH", 1, 12),
        week_numbers=_numbers(parts, "BYWEEKNO", 1, 53, signed=True),
        year_days=_numbers(parts, "BYYEARDAY", 1, 366, signed=True),
        month_days=_numbers(parts, "BYMONTHDAY", 1, 31, signed=True),
        days=tuple(dict.fromkeys(map(_weekday, parts["BYDAY"].split(",")))) if "BYDAY" in parts else (),
        hours=_numbers(parts, "BYHOUR", 0, 23),
        minutes=_numbers(parts, "BYMINUTE", 0, 59),
        seconds=_numbers(parts, "BYSECOND", 0, 60),
        positions=_numbers(parts, "BYSETPOS", 1, 366, signed=True),
        week_start=DAYS.index(parts.get("WKST", "MO")),
    )


def _pair(part: str) -> tuple[str, str]:
    name, found, value = part.partition("=")
    if not found:
        raise ValueError(f"no value in {part!r}")
    return name, value


def _number(text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"[+-]?\d{1,13}", text, re.ASCII) or not low <= int(text) <= high:
        raise ValueError(f"not a number from {low} to {high}: {text!r}")
    return int(text)


def _count(text: str) -> int | None:
    """A count; None for -1, with which some calendars say that they do not count."""
    return None if text == "-1" else _number(text, 1, 10**12)


def _numbers(parts: dict[str, str], name: str, low: int, high: int, signed: bool = False) -> tuple[int, ...]:
    if name not in parts:
        return ()
    numbers = tuple(_number(text, -high if signed else low, high) for text in parts[name].split(","))
    if signed and 0 in numbers:
        raise ValueError(f"{name} counts from 1 or -1")
    return tuple(dict.fromkeys(numbers))


def _weekday(text: str) -> tuple[int, int]:
    match = _BY_DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"not a weekday: {text!r}")
    return int(match[1] or 0), DAYS.index(match[2])


def _until(text: str) -> Moment:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    year, month, day, *clock = match.groups()
    if clock[0] is None:
        return date(int(year), int(month), int(day))
    hour, minute, second = (int(part) for part in clock)
    return datetime(int(year), int(month), int(day), hour, minute, second)
