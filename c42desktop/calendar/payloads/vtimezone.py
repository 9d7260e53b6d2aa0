"""A VTIMEZONE for a zone that an event names (RFC 5545 §3.6.5): its clock changes around the years in use.

The changes are found by asking the zone, and told as a rule where they follow one. (icalendar's own `from_tzinfo` lists
dates up to a year, and begins summer time an hour late.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any

from c42desktop.calendar.rules import DAYS

_FIRST_YEAR, _LAST_YEAR, _YEARS = 1904, 2096, 9
_STEP = timedelta(days=7)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the clocks are changed from and to."""

    before: timedelta
    after: timedelta
    daylight: bool
    name: str


def zone_component(name: str, zone: tzinfo, first: int, last: int) -> list[Any]:
    """The zone as a jCal VTIMEZONE, right for the years from `first` to `last`, and where it follows a rule later."""
    first = min(max(first, _FIRST_YEAR), _LAST_YEAR)
    begin, end = first - 1, min(max(last + 1, first + _YEARS), _LAST_YEAR + 1)
    kinds: dict[_Kind, list[datetime]] = {}
    for kind, onset in _changes(zone, datetime(begin, 1, 1), datetime(end, 1, 1)):
        kinds.setdefault(kind, []).append(onset)
    parts = [_observance(kind, onsets, end - begin) for kind, onsets in kinds.items()]
    if not any(onset.year == begin for onsets in kinds.values() for onset in onsets):
        parts.insert(0, _observance(_kind(zone, datetime(begin, 1, 1), None), [datetime(begin, 1, 1)], 0))
    return ["vtimezone", [["tzid", {}, "text", name]], parts]


@lru_cache(maxsize=64)
def _changes(zone: tzinfo, begin: datetime, end: datetime) -> tuple[tuple[_Kind, datetime], ...]:
    """What changes, and when: in the time before the change, as DTSTART of an observance is."""
    return tuple(_find_changes(zone, begin, end))


def _find_changes(zone: tzinfo, begin: datetime, end: datetime) -> Iterator[tuple[_Kind, datetime]]:
    wall = begin
    while wall < end:
        later = wall + _STEP
        before, after = _offset(zone, wall), _offset(zone, later)
        if before != after:
            first = _first_after(zone, wall, later)
            # Clocks that are put forward skip an hour; a zone that follows PEP 495 has the new time in it with fold=1.
            skips = after > before and _offset(zone, (first - _SECOND).replace(fold=1)) == after
            yield _kind(zone, first, before), first - (after - before) if skips else first
        wall = later


def _first_after(zone: tzinfo, low: datetime, high: datetime) -> datetime:
    """The first second between the two that has the offset of `high`."""
    after = _offset(zone, high)
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (low, middle) if _offset(zone, middle) == after else (middle, high)
    return high


def _offset(zone: tzinfo, wall: datetime) -> timedelta:
    return zone.utcoffset(wall) or timedelta(0)


def _kind(zone: tzinfo, wall: datetime, before: timedelta | None) -> _Kind:
    after = _offset(zone, wall)
    return _Kind(after if before is None else before, after, bool(zone.dst(wall)), zone.tzname(wall) or "")


def _observance(kind: _Kind, onsets: list[datetime], years: int) -> list[Any]:
    """A STANDARD or DAYLIGHT part: with a rule where the changes of all the years follow one, else with dates."""
    properties: list[list[Any]] = [
        ["dtstart", {}, "date-time", onsets[0].isoformat()],
        ["tzoffsetfrom", {}, "utc-offset", _offset_text(kind.before)],
        ["tzoffsetto", {}, "utc-offset", _offset_text(kind.after)],
    ]
    if kind.name:
        properties.append(["tzname", {}, "text", kind.name])
    rule = _rule(onsets) if len(onsets) == years else ""
    if rule:
        properties.append(["rrule", {}, "recur", rule])
    elif onsets[1:]:
        properties.append(["rdate", {}, "date-time", *(onset.isoformat() for onset in onsets[1:])])
    return ["daylight" if kind.daylight else "standard", properties, []]


def _rule(onsets: list[datetime]) -> str:
    """The yearly rule the changes follow, such as the last Sunday of March; empty without one."""
    if len({(onset.month, onset.weekday(), onset.time()) for onset in onsets}) != 1 or len(onsets) < _YEARS:
        return ""
    ordinals = {(onset.day + 6) // 7 for onset in onsets}
    last = all((onset + _STEP).month != onset.month for onset in onsets)
    if not last and len(ordinals) != 1:
        return ""
    ordinal = -1 if last else ordinals.pop()
    return f"FREQ=YEARLY;BYMONTH={onsets[0].month};BYDAY={ordinal}{DAYS[onsets[0].weekday()]}"


def _offset_text(offset: timedelta) -> str:
    sign, offset = ("-", -offset) if offset < timedelta(0) else ("+", offset)
    minutes, seconds = divmod(int(offset.total_seconds()), 60)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
