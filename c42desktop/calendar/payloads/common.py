"""What every decoder needs: the error they raise, and text made safe to store and to show."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from c42desktop.calendar.arithmetic import in_zone, utc
from c42desktop.calendar.model import Moment
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

MAX_LINE = 500
MAX_TEXT = 100_000
MAX_VALUES = 1_000

_DAY = timedelta(days=1)

# C0 and C1 control characters, lone surrogates (which no database or XML takes), and U+FFFE/FFFF.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What XML 1.0 (§2.2) does not allow.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_SPACES = re.compile(r"\s+")


class PayloadError(UserError):
    """A payload or file that holds no calendar data this program can read; the message is one sentence."""


def clean_line(text: str | None, limit: int = MAX_LINE) -> str:
    """One line of at most `limit` characters: control characters removed, runs of space and breaks made one."""
    roomy = (text or "")[: 4 * limit]
    return _SPACES.sub(" ", _UNSAFE.sub("", _BREAKS.sub(" ", roomy))).strip()[:limit].rstrip()


def clean_text(text: str | None) -> str:
    """Several lines with LF between them, at most MAX_TEXT characters, without control characters."""
    return _UNSAFE.sub("", _BREAKS.sub("\n", (text or "")[: 2 * MAX_TEXT])).strip()[:MAX_TEXT]


def clean_id(text: str | None) -> str:
    """An identifier: kept as it is but for what cannot be stored."""
    return _UNSAFE.sub("", text or "").strip()[: 2 * MAX_LINE]


def xml_text(text: str) -> str:
    """The text without what XML does not allow."""
    return _NOT_XML.sub("", text)


def in_range(moment: Moment) -> bool:
    """False in the first and last years a `date` can hold: arithmetic across zones would overflow there."""
    return 2 <= moment.year <= 9998


def default_end(start: Moment | None, end: Moment | None) -> Moment | None:
    """`end` made to fit `start`: of the same kind, after it; an all-day event lasts at least one day.

    RFC 5545 §3.6.1: without an end, a date lasts that day and a date-time has no duration (None).
    """
    if start is None:
        return None
    if not isinstance(start, datetime):
        day = end.date() if isinstance(end, datetime) else end
        return day if day is not None and day > start else start + timedelta(days=1)
    if end is None:
        return None
    if not isinstance(end, datetime):
        end = datetime(end.year, end.month, end.day, tzinfo=start.tzinfo)
    if (start.tzinfo is None) != (end.tzinfo is None):
        end = end.replace(tzinfo=start.tzinfo)
    return end if end > start else None


class Hours(timedelta):
    """A duration without days and weeks: exact, be it as long as a day (RFC 5545 §3.3.6)."""


def later(start: Moment, duration: timedelta) -> Moment | None:
    """`start` plus `duration`, None beyond the years a `date` can hold; a date moves by whole days.

    Days go by the wall clock, hours and less by real time (RFC 5545 §3.3.6).
    """
    try:
        end = start + duration
    except OverflowError:
        return None
    if not in_range(end):
        return None
    if not isinstance(start, datetime) or start.tzinfo is None:
        return end
    days = timedelta(0) if isinstance(duration, Hours) else timedelta(int(duration / _DAY))
    exact = in_zone(utc(start + days) + (duration - days), start.tzinfo)
    # In the hour that comes twice, the wall clock may show an end before the start: no other reader would take that.
    return exact if exact > start or end <= start else end


def no_calendar(text: str) -> str:
    """Why a text is no calendar, for use inside a sentence. How a picture or a program begins helps nobody."""
    begin = shown(text)
    if "\ufffd" in begin or "\0" in text:
        return _("it is not text")
    return _("it begins with “{begin}”").format(begin=begin) if text.strip() else _("it is empty")


def shown(text: str, limit: int = 40) -> str:
    """A short piece of foreign text for use inside a sentence."""
    line = clean_line(text, limit + 1)
    return line if len(line) <= limit else line[:limit].rstrip() + "…"
