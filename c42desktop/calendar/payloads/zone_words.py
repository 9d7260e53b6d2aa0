"""Names of time zones that are no names of the tz database: what Windows, Exchange and careless programs write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo

Lookup = Callable[[str], tzinfo | None]

# "GMT+0200", "UTC-5", "+01:00"; and "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna" of Exchange.
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?:[:.]?([0-5]\d))?", re.ASCII | re.IGNORECASE)
_SHOWN = re.compile(r"\((?:UTC|GMT)\s*(?:([+-]\d{1,2}[:.]?\d\d))?\)\s*(.{0,200})", re.ASCII | re.IGNORECASE)
_REGIONS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic")
_MAX_CITIES = 8
_WINTER, _SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)

_PLACES = {
    "abu dhabi": "Asia/Dubai", "alaska": "America/Anchorage", "arizona": "America/Phoenix",
    "atlantic time (canada)": "America/Halifax", "beijing": "Asia/Shanghai", "bern": "Europe/Zurich",
    "brasilia": "America/Sao_Paulo", "canberra": "Australia/Sydney", "central america": "America/Guatemala",
    "central time (us & canada)": "America/Chicago", "chennai": "Asia/Kolkata", "coordinated universal time": "UTC",
    "eastern time (us & canada)": "America/New_York", "edinburgh": "Europe/London", "hawaii": "Pacific/Honolulu",
    "islamabad": "Asia/Karachi", "mountain time (us & canada)": "America/Denver", "mumbai": "Asia/Kolkata",
    "new delhi": "Asia/Kolkata", "newfoundland": "America/St_Johns", "osaka": "Asia/Tokyo",
    "pacific time (us & canada)": "America/Los_Angeles", "west central africa": "Africa/Lagos",
}  # fmt: skip


def zone_in_words(name: str, lookup: Lookup) -> tzinfo | None:
    """The zone such a name means, None where it cannot be told. `lookup` knows the names of the tz database."""
    text = " ".join(name.split())
    if match := _OFFSET.fullmatch(text):
        return _fixed(match[0])
    if match := _SHOWN.fullmatch(text):
        return _shown(match[1] or "+0", match[2], lookup)
    return _windows(text.strip("/"), lookup)


def _shown(offset: str, places: str, lookup: Lookup) -> tzinfo | None:
    """One of the places, if its clocks show that offset at some time of the year; else the offset alone."""
    fixed = _fixed(offset)
    for place in places.split(",")[:_MAX_CITIES]:
        for candidate in _candidates(place):
            zone = lookup(candidate)
            if zone is not None and fixed is not None and _agree(zone, fixed):
                return zone
    return fixed


def _candidates(place: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", place).encode("ascii", "ignore").decode().strip()
    yield _PLACES.get(plain.lower(), "")
    for region in _REGIONS:
        yield f"{region}/{plain.replace(' ', '_')}"


def _agree(zone: tzinfo, fixed: tzinfo) -> bool:
    return any(at.astimezone(zone).utcoffset() == at.astimezone(fixed).utcoffset() for at in (_WINTER, _SUMMER))


def _fixed(text: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if length >= timedelta(hours=24):
        return None
    return timezone(-length if match[1] == "-" else length)


def _windows(name: str, lookup: Lookup) -> tzinfo | None:
    # Late: importing icalendar takes 0.1 s, and few names come this far.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return lookup(WINDOWS_TO_OLSON.get(name, ""))
