"""The names of days and months, and how people around here write times.

The names are texts like all others: those of the system's language would stand in sentences of another one, and on some
systems there are none. The rest is a matter of the region, and known to who starts the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from c42desktop.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Conventions:
    """How times are written: "3:05 PM" or "15:05", "Nov 23" or "23 Nov", and the first day of a week (0: Monday)."""

    twelve_hours: bool = False
    month_first: bool = False
    week_start: int = 0


_in_use = Conventions()


def use(conventions: Conventions) -> None:
    """Follow these from now on. Called once, before the first text is made, and where the person changes them."""
    global _in_use  # noqa: PLW0603  # one reader, as there is one language
    _in_use = conventions


def in_use() -> Conventions:
    """Those that are followed."""
    return _in_use


def clock(moment: datetime | time) -> str:
    """The time of day, "15:00" or "3:00 PM"."""
    if not _in_use.twelve_hours:
        return f"{moment:%H:%M}"
    words = _("{time} AM") if moment.hour < 12 else _("{time} PM")
    return words.format(time=f"{moment.hour % 12 or 12}:{moment.minute:02}")


def capital(words: str) -> str:
    """As a sentence begins; the rest as it was."""
    return words[:1].upper() + words[1:]


def weekday(number: int) -> str:
    """The name of a day of the week as it stands in a sentence; 0 is Monday."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[number]


def short_weekday(number: int) -> str:
    """The same in two or three letters."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[number]


def month(number: int) -> str:
    """The name of a month as it stands in a date; 1 is January."""
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return names[number - 1]


def short_month(number: int) -> str:
    """The same in three or four letters."""
    names = (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )
    return names[number - 1]


def day_and_month(day: date) -> str:
    """ "23 November", or "November 23"."""
    pattern = _("{month} {day}") if _in_use.month_first else _("{day} {month}")
    return pattern.format(day=day.day, month=month(day.month))


def short_date(day: date, *, year: bool = False) -> str:
    """ "Wed 2 Dec", or "Wed, Dec 2", with its year where it is asked for."""
    first = _in_use.month_first
    if year:
        pattern = _("{weekday}, {month} {day}, {year}") if first else _("{weekday} {day} {month} {year}")
    else:
        pattern = _("{weekday}, {month} {day}") if first else _("{weekday} {day} {month}")
    return pattern.format(
        weekday=short_weekday(day.weekday()), day=day.day, month=short_month(day.month), year=day.year
    )
