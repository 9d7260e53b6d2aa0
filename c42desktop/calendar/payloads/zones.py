"""Time zones named by payloads (TZID, RFC 5545 §3.2.19): the system's, else the VTIMEZONE sent along.

The icalendar library keeps every VTIMEZONE in one table for the whole process, so that one calendar's definition
would reach the next one, and looks names up as files. Here a definition lives as long as its payload's events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from c42desktop.calendar.defined_zone import DefinedZone, Observance, defined_zone
from c42desktop.calendar.payloads.common import clean_line
from c42desktop.calendar.payloads.zone_words import zone_in_words
from c42desktop.calendar.rules import parse_rule

if TYPE_CHECKING:
    from icalendar import Component

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_MAX_PARTS = 20
_MAX_RULE = 500


@lru_cache(maxsize=512)
def system_zone(name: str) -> tzinfo | None:
    """The zone of that name; also for "/vendor/Europe/Paris" and what Windows and Exchange write. None if unknown."""
    for candidate in _suffixes(name.strip()):
        zone = _olson(candidate)
        if zone is not None:
            return zone
    return zone_in_words(name, _olson)


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


def _definition(component: Component) -> DefinedZone | None:
    name = clean_line(str(component.get("TZID", "")), 100)
    parts = [_observance(sub) for sub in component.subcomponents[:_MAX_PARTS] if sub.name in ("STANDARD", "DAYLIGHT")]
    usable = tuple(part for part in parts if part is not None)
    # The same object for the same text: Python calls times that clocks repeat or skip unequal in two (PEP 495).
    return defined_zone(DefinedZone(name, usable).definition) if name and usable else None


def _observance(component: Component) -> Observance | None:
    start = part(_first(component.get("DTSTART")), "dt")
    offset = part(_first(component.get("TZOFFSETTO")), "td")
    before = part(_first(component.get("TZOFFSETFROM")), "td")
    if not isinstance(start, datetime) or not isinstance(offset, timedelta) or abs(offset) >= timedelta(days=1):
        return None
    return Observance(
        start=start.replace(tzinfo=None),
        offset=offset,
        before=before if isinstance(before, timedelta) and abs(before) < timedelta(days=1) else offset,
        daylight=component.name == "DAYLIGHT",
        name=str(_first(component.get("TZNAME")) or "")[:40],
        rule=_rule(_first(component.get("RRULE"))),
        others=tuple(_rdates(component.get("RDATE")))[:100],
    )


def _rule(value: Any) -> str:
    """The rule of an observance; clocks change once or twice a year, so anything faster is not believed."""
    try:
        text: str = value.to_ical().decode() if value is not None else ""
        return text if 0 < len(text) < _MAX_RULE and parse_rule(text).freq in ("YEARLY", "MONTHLY") else ""
    except (ValueError, AttributeError):
        return ""


def _rdates(value: Any) -> Iterator[datetime]:
    for group in value if isinstance(value, list) else [value]:
        for entry in part(group, "dts") or ():
            if isinstance(entry.dt, datetime):
                yield entry.dt.replace(tzinfo=None)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def part(value: Any, name: str) -> Any:
    """An attribute of a library value; None where it has none, or could not be parsed (vBroken raises for all)."""
    try:
        return getattr(value, name, None)
    except ValueError:
        return None


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
