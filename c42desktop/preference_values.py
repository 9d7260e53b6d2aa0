"""Values of settings.toml as a person writes them, and back (pure).

Each reader raises ValueError with the end of a sentence: what the value must be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any
from urllib.parse import urlsplit

from c42desktop.calendar.model import DayAlarm
from c42desktop.i18n import gettext as _

_LEAD = re.compile(r"(\d{1,6})\s*([mhd])")
_DAY_ALARM = re.compile(r"(\d{1,3})\s*d\s+(\S+)")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_LONGEST_LEAD = timedelta(days=366)
_MOST = 10  # of reminders for one event


def flag(value: Any) -> bool:
    """A yes or no."""
    if not isinstance(value, bool):
        raise ValueError(_("must be true or false."))
    return value


def whole(value: Any, least: int, most: int) -> int:
    """A whole number."""
    if type(value) is not int or not least <= value <= most:
        raise ValueError(_("must be a whole number from {least} to {most}.").format(least=least, most=most))
    return value


def one_of(value: Any, options: Sequence[str]) -> str:
    """One of a few words."""
    if not isinstance(value, str) or value not in options:
        raise ValueError(_("must be one of {options}.").format(options=", ".join(f'"{each}"' for each in options)))
    return value


def leads(value: Any) -> tuple[timedelta, ...]:
    """["10m", "1h", "1d"]: how long before the start."""
    return tuple(_lead(each) for each in _texts(value, _leads_fault()))


def day_alarms(value: Any) -> tuple[DayAlarm, ...]:
    """["1d 18:00", "0d 09:00"]: so many days before, at a time of the day."""
    return tuple(_day_alarm(each) for each in _texts(value, _day_alarms_fault()))


def addresses(value: Any) -> tuple[str, ...]:
    """["https://meet.example.org/"]: how the addresses of meetings begin."""
    texts = tuple(each.strip() for each in _texts(value, _addresses_fault(), most=100))
    if not all(is_address(each) for each in texts):
        raise _addresses_fault()
    return texts


def is_address(text: str) -> bool:
    """Whether it is the beginning of a web address, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("https", "http") and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        return False


def hours(value: Any) -> tuple[time, time]:
    """ "22:00-07:00": from when until when."""
    begin, dash, end = value.partition("-") if isinstance(value, str) else ("", "", "")
    first, last = clock_time(begin), clock_time(end)
    if not dash or first is None or last is None:
        raise ValueError(_('must be two times such as "22:00-07:00".'))
    return first, last


def clock_time(text: str) -> time | None:
    """ "7:00" or "07:00" as a time of the day; "24:00" is midnight."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    if (hour, minute) == (24, 0):
        return time()
    return time(hour, minute) if hour < 24 and minute < 60 else None


def lead_text(lead: timedelta) -> str:
    """As `leads` reads it."""
    minutes = round(lead.total_seconds() / 60)
    for unit, size in (("d", 24 * 60), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size}{unit}"
    return f"{minutes}m"


def day_alarm_text(alarm: DayAlarm) -> str:
    """As `day_alarms` reads it."""
    return f"{alarm.days_before}d {alarm.at:%H:%M}"


def hours_text(begin: time, end: time) -> str:
    """As `hours` reads it."""
    return f"{begin:%H:%M}-{end:%H:%M}"


def _leads_fault() -> ValueError:
    return ValueError(_('must be a list of durations such as ["10m", "1h", "1d"].'))


def _day_alarms_fault() -> ValueError:
    return ValueError(_('must be a list of days and times such as ["1d 18:00", "0d 09:00"].'))


def _addresses_fault() -> ValueError:
    return ValueError(_('must be a list of addresses such as ["https://meet.example.org/"].'))


def _texts(value: Any, fault: ValueError, most: int = _MOST) -> list[str]:
    if not isinstance(value, list) or len(value) > most or not all(isinstance(each, str) for each in value):
        raise fault
    return value


def _lead(text: str) -> timedelta:
    match = _LEAD.fullmatch(text.strip())
    lead = int(match[1]) * _UNITS[match[2]] if match else None
    if lead is None or lead > _LONGEST_LEAD:
        raise _leads_fault()
    return lead


def _day_alarm(text: str) -> DayAlarm:
    match = _DAY_ALARM.fullmatch(text.strip())
    at = clock_time(match[2]) if match else None
    if match is None or at is None or int(match[1]) > _LONGEST_LEAD.days:
        raise _day_alarms_fault()
    return DayAlarm(int(match[1]), at)
