"""Dates and times as XMPP writes them (XEP-0082 §3), read generously."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from c42desktop.calendar.model import Moment
from c42desktop.calendar.payloads.common import in_range

_MOMENT = re.compile(
    r"(\d{4})(-?)(\d\d)\2(\d\d)"
    r"(?:[Tt ](\d\d):?(\d\d):?(\d\d)(?:[.,](\d{1,40}))?\s?(Z|z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)


def parse_moment(text: str | None) -> Moment | None:
    """A date, an aware date-time (UTC or fixed offset), or a naive one where no offset is written.

    Takes any number of fraction digits (microseconds are kept), 24:00:00, a leap second :60, lower-case t and z,
    and the legacy CCYYMMDDThh:mm:ss, which is UTC. None for anything else.
    """
    match = _MOMENT.fullmatch((text or "").strip())
    if match is None:
        return None
    try:
        moment = _moment(match)
    except (ValueError, OverflowError):
        return None
    return moment if in_range(moment) else None


def write_moment(moment: Moment) -> str:
    """A date, or a date-time with its offset; one that XMPP cannot write, of seconds, is in UTC."""
    offset = moment.utcoffset() if isinstance(moment, datetime) else None
    if isinstance(moment, datetime) and offset is not None and offset % timedelta(minutes=1):
        moment = moment.astimezone(UTC)
    text = moment.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def _moment(match: re.Match[str]) -> Moment:
    day = date(int(match[1]), int(match[3]), int(match[4]))
    if match[5] is None:
        return day
    hour, minute, second = int(match[5]), int(match[6]), int(match[7])
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute or second)):
        raise ValueError("no such time of day")
    clock = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=_microseconds(match[8]))
    zone = _zone(match[9], legacy=not match[2])
    return datetime(day.year, day.month, day.day, tzinfo=zone) + clock


def _microseconds(fraction: str | None) -> int:
    return int((fraction or "0")[:6].ljust(6, "0"))


def _zone(text: str | None, *, legacy: bool) -> tzinfo | None:
    if text is None:
        return UTC if legacy else None
    if text in "Zz":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset) if offset else UTC
