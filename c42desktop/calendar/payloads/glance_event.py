"""One VEVENT as a list shows it, where it is written as nearly all are; whatever is unusual is left to the decoder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import Event, Moment, Status
from c42desktop.calendar.payloads.common import MAX_VALUES, Hours, clean_id, clean_line, default_end, in_range, later
from c42desktop.calendar.payloads.sieve import SMALL
from c42desktop.calendar.rules import parse_rule

_Line = tuple[str, str]  # parameters and value
_M = TypeVar("_M", date, datetime)

_ALARM = re.compile(r"\nBEGIN:VALARM(?:\n(?!BEGIN|END)[^\n]*+)*+\nEND:VALARM(?=\n|\Z)")
# Names in capitals: of others nobody can say by a search what they are.
_LINES = re.compile(r"(?:\n(?:[A-Z][A-Z0-9-]*+|X-[A-Za-z0-9-]*+)(?:;[^:\n]*+)?:[^\n]*+)*+")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FIELD = re.compile(
    r"\n(UID|SUMMARY|LOCATION|STATUS|GEO|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID)"
    r"(;[^:\n]*)?:([^\n]*)"
)
_PARAMETERS = re.compile(r"(?:;(?!VALUE=)[A-Z][A-Z0-9-]*=[A-Za-z0-9_/+@.-]+)*")
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_DATE = re.compile(r"\d{8}", re.ASCII)
_TIME = re.compile(r"\d{8}T\d{6}", re.ASCII)
_ZONE = re.compile(r";TZID=([A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3})")
_DURATION = re.compile(r"P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?)?)", re.ASCII)
_RULE = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(?:;(?:INTERVAL=\d{1,4}|COUNT=\d{1,9}|UNTIL=\d{8}(?:T\d{6}Z?)?"
    r"|WKST=(?:MO|SU)|BYDAY=(?:[+-]?\d)?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?\d)?(?:MO|TU|WE|TH|FR|SA|SU))*"
    r"|BY(?:MONTH|HOUR|MINUTE|SECOND)=\d{1,2}(?:,\d{1,2})*|BYMONTHDAY=-?\d{1,2}|BYSETPOS=-?\d{1,2}))*",
    re.ASCII,
)
_SEQUENCE = re.compile(r"\d{1,9}", re.ASCII)
_STATUS = {
    "": Status.CONFIRMED,
    "CONFIRMED": Status.CONFIRMED,
    "TENTATIVE": Status.TENTATIVE,
    "CANCELLED": Status.CANCELLED,
}
_NONE: _Line = ("", "")
_LONG = 64 * 1024  # characters: beyond them the expressions take memory, and the decoder leaves out a part


def strip_alarms(body: str) -> str:
    """The lines of an event without those of its alarms; each line begins with a line feed."""
    return _ALARM.sub("", body) if "\nBEGIN" in body else body


def is_plain(body: str) -> bool:
    """Whether each line is a property of the event itself, under a name in capitals."""
    return "\nBEGIN" not in body and "\nEND" not in body and _LINES.fullmatch(body) is not None


def read(body: str, item_id: str) -> Event | None:
    """The event with these lines, unfolded; None where anything about them is unusual.

    It has what a list shows: uid, sequence, summary, location, status, times, zone and repetition.
    """
    body = strip_alarms(body)
    if len(body) > _LONG or body.count("\n") > SMALL:
        return None
    if not is_plain(body) or _CONTROLS.search(body):
        return None
    lines: dict[str, list[_Line]] = {}
    for name, parameters, value in _FIELD.findall(body):
        lines.setdefault(name, []).append((parameters, value))
    try:
        return _event(lines, item_id)
    except (ValueError, LookupError):
        return None


def _event(lines: dict[str, list[_Line]], item_id: str) -> Event:
    """The event. Raises ValueError or LookupError for what is unusual."""
    first = {name: found[0] for name, found in lines.items()}
    start, zone = _moment(first["DTSTART"])
    location = clean_line(_text(first.get("LOCATION", _NONE)))
    if not location and "GEO" in first:
        raise ValueError("a place in degrees only")
    return Event(
        uid=clean_id(_text(first.get("UID", _NONE))) or item_id,
        summary=clean_line(_text(first.get("SUMMARY", _NONE))),
        start=start,
        end=_end(first, start),
        status=_STATUS[first.get("STATUS", _NONE)[1]],
        location=location,
        timezone=zone,
        rrules=tuple(_rules(lines.get("RRULE", []))),
        rdates=tuple(_dates(lines.get("RDATE", []))),
        exdates=tuple(_dates(lines.get("EXDATE", []))),
        recurrence_id=_moment(first["RECURRENCE-ID"])[0] if "RECURRENCE-ID" in first else None,
        sequence=_number(first["SEQUENCE"]) if "SEQUENCE" in first else 0,
    )


def _end(first: dict[str, _Line], start: Moment) -> Moment | None:
    if "DTEND" in first:
        return default_end(start, _moment(first["DTEND"])[0])
    if "DURATION" not in first:
        return default_end(start, None)
    parameters, value = first["DURATION"]
    found = _DURATION.fullmatch(value)
    if found is None or parameters or value in ("P", "PT") or value.endswith("T"):
        raise ValueError("no plain duration")
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    kind = timedelta if weeks or days else Hours
    end = later(start, kind(days, seconds, 0, 0, minutes, hours, weeks))
    if end is None:
        raise ValueError("an end beyond all calendars")
    return default_end(start, end)


def _text(line: _Line) -> str:
    parameters, value = line
    if parameters and not _PARAMETERS.fullmatch(parameters):
        raise ValueError("unusual parameters")
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _rules(lines: list[_Line]) -> Iterator[str]:
    for parameters, text in lines:
        if parameters or not _RULE.fullmatch(text) or _repeats_a_part(text):
            raise ValueError("no plain rule")
        parse_rule(text)
        yield text


def _repeats_a_part(text: str) -> bool:
    names = [part.partition("=")[0] for part in text.split(";")]
    return len(set(names)) < len(names)


def _dates(lines: list[_Line]) -> Iterator[Moment]:
    for line in lines:
        yield from _moments(line)[0]


def _number(line: _Line) -> int:
    if line[0] or not _SEQUENCE.fullmatch(line[1]):
        raise ValueError("no plain number")
    return int(line[1])


def _moment(line: _Line) -> tuple[Moment, str]:
    """A date or time with the name of its zone, "" for dates, floating times, and those in UTC."""
    (moment,), zone = _moments(line)
    return moment, zone


def _moments(line: _Line) -> tuple[list[Moment], str]:
    parameters, text = line
    values = text.split(",")
    if len(values) > MAX_VALUES:
        raise ValueError("too many")
    if parameters.startswith(";TZID"):
        name = _ZONE.fullmatch(parameters)
        zone = _zone(name[1]) if name is not None else None
        if name is None or zone is None:
            raise ValueError("no zone of the system")
        return [_time(value).replace(tzinfo=zone) for value in values], name[1]
    if parameters not in ("", ";VALUE=DATE"):
        raise ValueError("unusual parameters")
    return [_date(value) if parameters or len(value) == 8 else _time(value, "Z") for value in values], ""


def _date(value: str) -> date:
    if not _DATE.fullmatch(value):
        raise ValueError("no date")
    return _in_range(date.fromisoformat(value))


def _time(value: str, suffix: str = "") -> datetime:
    """A time without zone, or, where `suffix` is "Z" and it has one, in UTC."""
    if not _TIME.fullmatch(value.removesuffix(suffix)):
        raise ValueError("no time")
    return _in_range(datetime.fromisoformat(value))


def _in_range(moment: _M) -> _M:
    if not in_range(moment):
        raise ValueError("no such year")
    return moment


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a folder is none
        return None
