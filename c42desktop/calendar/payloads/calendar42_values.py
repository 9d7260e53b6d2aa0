"""Single values of Calendar42: in JSON with its types, as text in XML. What cannot be read is None or empty."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from c42desktop.calendar.model import Moment, Person, Place
from c42desktop.calendar.payloads.common import MAX_LINE, MAX_VALUES, clean_id, clean_line, in_range
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.calendar.payloads.zones import system_zone

Data = Mapping[str, Any]

MOST_SECONDS = 3660 * 86_400
MOST = 2**63 - 1

_NUMBER = r"\s*([+-]?\d{1,4}(?:\.\d{1,20})?)\s*"
_HSLA = re.compile(rf"hsla?\({_NUMBER}(?:deg)?[\s,]{_NUMBER}%[\s,]{_NUMBER}%(?:[\s,/].{{0,20}})?\)", re.ASCII)
_RGB = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)
_LARGEST = 20  # digits; longer ones are no count of anything


def text(value: object) -> str:
    """A text, or a number written as one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST:
        return ""
    return str(value)


def flag(value: object) -> bool | None:
    """True or false; None where it is neither."""
    if isinstance(value, bool):
        return value
    return {"true": True, "1": True, "false": False, "0": False}.get(text(value).strip().lower())


def number(value: object) -> float | None:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str) and len(value) > _LARGEST:
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int:
    """A whole number from 0 on; 0 for anything else."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < _LARGEST:
        value = int(value)  # not by way of a float, which holds no more than 53 bits
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 <= value <= MOST else 0
    found = number(value)
    return int(found) if found is not None and 0 <= found <= 2**53 else 0


def span(value: object) -> timedelta | None:
    """Seconds, also negative ones."""
    found = number(value)
    return timedelta(seconds=found) if found is not None and abs(found) <= MOST_SECONDS else None


def mapping(value: object) -> Data:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def listed(value: object, name: str) -> list[Any]:
    """Several values: an array, or in XML elements called `name` in one around them; one alone stands for itself."""
    if isinstance(value, dict) and name in value:
        value = value[name]
    if value is None or value in ("", {}):
        return []
    return value[:MAX_VALUES] if isinstance(value, list) else [value]


def moment(value: object, zone_name: str, *, all_day: bool = False) -> Moment | None:
    """A time in the zone of that name; where the system does not know it, or none is named, as it is written.

    The days of an all-day event are midnights, in that zone or in UTC.
    """
    found = parse_moment(text(value))
    if not isinstance(found, datetime):
        return found
    zone = system_zone(zone_name) if zone_name else None
    placed = _placed(found, zone)
    if not in_range(placed) or (all_day and found.time() == time() != placed.time()):
        placed = found
    return placed.date() if all_day else placed


def _placed(found: datetime, zone: tzinfo | None) -> datetime:
    if zone is None:
        return found
    return found.replace(tzinfo=zone) if found.tzinfo is None else found.astimezone(zone)


def instant(value: object, zone_name: str = "") -> datetime | None:
    """A time that is the same everywhere; one without an offset is UTC."""
    found = moment(value, zone_name)
    if not isinstance(found, datetime):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def place(value: object, *, short: bool = False) -> Place:
    """A location: its text and its address, or where it is `short`, one of them; else its coordinates."""
    if isinstance(value, str):
        return Place(clean_line(value))
    data = mapping(value)
    if not data:
        return Place()
    address = _joined(data.get("address"), f"{_line(data, 'postcode')} {_line(data, 'city')}", data.get("country"))
    words = _line(data, "text")
    words = words or address if short else _joined(words, address if address not in words else "")
    geo = mapping(data.get("geo"))
    latitude, longitude = number(geo.get("latitude")), number(geo.get("longitude"))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        latitude = longitude = None
    if not words and latitude is not None:
        words = f"{latitude:g},{longitude:g}"
    return Place(words, latitude, longitude, clean_id(text(data.get("id"))))


def _joined(*parts: object) -> str:
    lines = (clean_line(text(part)) for part in parts if part)
    return ", ".join(line for line in lines if line)[:MAX_LINE].rstrip()


def _line(data: Data, name: str) -> str:
    found = data.get(name)
    return clean_line(text(found)) if found else ""


def person(value: object) -> Person | None:
    """Somebody by name and address; None where nothing is known but a number."""
    if isinstance(value, str):
        return Person(clean_line(value)) if value.strip() and not value.strip().isdigit() else None
    data = mapping(value)
    name = clean_line(f"{_line(data, 'first_name')} {_line(data, 'last_name')}") or _line(data, "name")
    address = clean_id(text(data.get("email")))
    return Person(name, address) if name or address else None


def link(value: object) -> str:
    """A web address; one that begins with :// or // is meant to be fetched over HTTPS."""
    found = clean_id(text(value))
    if found.startswith(("://", "//")):
        return f"https{found}" if found.startswith(":") else f"https:{found}"
    return found if not found or _SCHEME.match(found) else f"https://{found}"


def color(value: object) -> str:
    """ "#rrggbb" for "hsla(207, 70%, 45%, 1)", and for what is that already; empty for anything else."""
    found = text(value).strip()
    if _RGB.fullmatch(found):
        return found.lower()
    match = _HSLA.fullmatch(found)
    if match is None:
        return ""
    hue, saturation, lightness = (float(part) for part in match.groups())
    parts = colorsys.hls_to_rgb(hue % 360 / 360, _percent(lightness), _percent(saturation))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def hsla(found: str) -> str:
    """The same colour as Calendar42 writes it."""
    if not _RGB.fullmatch(found):
        return ""
    red, green, blue = (int(found[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return f"hsla({hue * 360:.4g}, {saturation * 100:.4g}%, {lightness * 100:.4g}%, 1)"


def _percent(value: float) -> float:
    return min(max(value, 0.0), 100.0) / 100
