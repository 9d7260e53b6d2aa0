"""Time zones named by payloads (TZID, RFC 5545 §3.2.19): the system's, else the VTIMEZONE sent along.

The icalendar library keeps every VTIMEZONE in one table for the whole process, so that one calendar's definition
would reach the next one, and looks names up as files. Here a definition lives as long as its payload's events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.rules import Rule, parse_rule

if TYPE_CHECKING:
    from icalendar import Component

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_SEARCH_STEPS = 2_000
_MAX_PARTS = 20
_FIRST_YEAR, _LAST_YEAR = 1904, 2096


@lru_cache(maxsize=512)
def system_zone(name: str) -> tzinfo | None:
    """The system's zone of that name; also for "/vendor/Europe/Paris" and names Windows uses. None if unknown."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    clean = name.strip().strip("/")
    for candidate in (*_suffixes(name.strip()), WINDOWS_TO_OLSON.get(clean, "")):
        zone = _olson(candidate)
        if zone is not None:
            return zone
    return None


def zone_for(name: str, definitions: Mapping[str, tzinfo]) -> tzinfo | None:
    """The zone to use for a TZID: a name the system knows, else its definition, else a guess from the name."""
    return _olson(name.strip()) or definitions.get(name.strip()) or system_zone(name)


def definitions_in(components: list[Component]) -> dict[str, tzinfo]:
    """The zones that the VTIMEZONE components define, by TZID; one that cannot be read is left out."""
    found: dict[str, tzinfo] = {}
    for component in components[:_MAX_PARTS]:
        zone = _definition(component)
        if zone is not None:
            found.setdefault(zone.name, zone)
    return found


@dataclass(frozen=True, slots=True)
class Observance:
    """A STANDARD or DAYLIGHT part of a VTIMEZONE: from when on, and which offset (RFC 5545 §3.6.5)."""

    start: datetime
    offset: timedelta
    daylight: bool = False
    name: str = ""
    rule: Rule | None = None
    others: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class DefinedZone(tzinfo):
    """The zone a VTIMEZONE describes. Between two offsets the wall clock decides; `fold` is not told apart."""

    name: str
    observances: tuple[Observance, ...]

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """The offset at wall-clock time `dt`."""
        return self._current(dt).offset

    def dst(self, dt: datetime | None) -> timedelta:
        """One hour in the DAYLIGHT parts, as their length is not written."""
        return timedelta(hours=1 if self._current(dt).daylight else 0)

    def tzname(self, dt: datetime | None) -> str:
        """The TZNAME of the part, or the TZID."""
        return self._current(dt).name or self.name

    def _current(self, dt: datetime | None) -> Observance:
        if dt is None:
            return self.observances[0]
        return _observance_at(self.observances, dt.replace(tzinfo=None))


def _observance_at(observances: tuple[Observance, ...], at: datetime) -> Observance:
    """The part whose last beginning is the latest up to `at`; before all of them, the first part."""
    # No clock change is known outside these years, and each year costs a walk through the rules.
    at = at.replace(year=min(max(at.year, _FIRST_YEAR), _LAST_YEAR))
    begun = [(onset, place) for place, part in enumerate(observances) if (onset := _last_onset(part, at))]
    if begun:
        return observances[max(begun)[1]]
    return min(observances, key=lambda part: part.start)


def _last_onset(part: Observance, at: datetime) -> datetime | None:
    """When the observance last began, up to `at`."""
    onsets = [moment for moment in (part.start, *part.others) if moment <= at]
    if part.rule is not None and onsets:
        year = min(at.year, part.rule.until.year) if part.rule.until is not None else at.year
        rule_onsets = (*_onsets_in(part.rule, part.start, year - 1), *_onsets_in(part.rule, part.start, year))
        onsets.extend(moment for moment in rule_onsets if moment <= at)
    return max(onsets, default=None)


@lru_cache(maxsize=2048)
def _onsets_in(rule: Rule, start: datetime, year: int) -> tuple[datetime, ...]:
    """When the clocks change in that year; UNTIL is taken to the day, as it is in UTC and onsets are not."""
    until = rule.until
    last = datetime(year, 12, 31, 23, 59, 59)
    if until is not None:
        last = min(last, datetime(until.year, until.month, until.day, 23, 59, 59))
    span = datetime(year, 1, 1), last
    return tuple(moments(replace(rule, until=None), start, span, Budget(_SEARCH_STEPS)))


def _definition(component: Component) -> DefinedZone | None:
    name = str(component.get("TZID", "")).strip()
    parts = [_observance(sub) for sub in component.subcomponents[:_MAX_PARTS] if sub.name in ("STANDARD", "DAYLIGHT")]
    usable = tuple(part for part in parts if part is not None)
    return DefinedZone(name, usable) if name and usable else None


def _observance(component: Component) -> Observance | None:
    start = getattr(_first(component.get("DTSTART")), "dt", None)
    offset = getattr(_first(component.get("TZOFFSETTO")), "td", None)
    if not isinstance(start, datetime) or not isinstance(offset, timedelta) or abs(offset) >= timedelta(days=1):
        return None
    return Observance(
        start=start.replace(tzinfo=None),
        offset=offset,
        daylight=component.name == "DAYLIGHT",
        name=str(_first(component.get("TZNAME")) or "")[:40],
        rule=_rule(_first(component.get("RRULE"))),
        others=tuple(_rdates(component.get("RDATE")))[:100],
    )


def _rule(value: Any) -> Rule | None:
    """The rule of an observance; clocks change once or twice a year, so anything faster is not believed."""
    try:
        rule = parse_rule(value.to_ical().decode()) if value is not None else None
    except (ValueError, AttributeError):
        return None
    return rule if rule is not None and rule.freq in ("YEARLY", "MONTHLY") else None


def _rdates(value: Any) -> Iterator[datetime]:
    for group in value if isinstance(value, list) else [value]:
        for entry in getattr(_first(group), "dts", ()):
            if isinstance(entry.dt, datetime):
                yield entry.dt.replace(tzinfo=None)


def _first(value: Any) -> Any:
    """The first value of a property, None without one or where it cannot be read."""
    from icalendar.prop import vBroken

    found = value[0] if isinstance(value, list) and value else value
    return None if isinstance(found, vBroken) else found


def _suffixes(name: str) -> Iterator[str]:
    """The name itself, then, for a globally unique "/vendor/…" name, its shorter and shorter ends."""
    parts = name.strip("/").split("/")
    yield "/".join(parts)
    if name.startswith("/"):
        yield from ("/".join(parts[place:]) for place in range(1, min(len(parts), 8)))


@lru_cache(maxsize=512)
def _olson(name: str) -> tzinfo | None:
    """ZoneInfo by name, which opens a file: only names that look like one, and no surprise where it is a folder."""
    if len(name) > 64 or not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
