"""Where something is (XEP-0080): in words, and in degrees."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Place
from c42desktop.calendar.payloads.common import clean_line
from c42desktop.calendar.payloads.elements import drop, set_text

GEOLOC = "{http://jabber.org/protocol/geoloc}"

_ADDRESS = ("building", "room", "floor", "street", "area", "locality", "region", "postalcode")
_COUNTRY = ("country", "countrycode")
_OTHERS = ("description", "uri")
_MEASURED = ("accuracy", "alt", "altaccuracy", "bearing", "datum", "error", "speed")
_WGS84 = ("", "wgs84", "epsg4326", "urnogcdefcrsogc13crs84")
_DECIMAL = re.compile(r"[+-]?(?:\d{1,4}(?:\.\d{0,400})?|\.\d{1,400})", re.ASCII)


def place_of(geoloc: Element, place_id: str = "") -> Place:
    """The place; its text is empty where there are no words for it, not even a link."""
    latitude, longitude = _coordinates(geoloc)
    return Place(_words(geoloc), latitude, longitude, place_id)


def line(place: Place) -> str:
    """The place in one line: its words, else "latitude,longitude", to 10 cm; empty where neither is known."""
    if place.text or place.latitude is None or place.longitude is None:
        return place.text
    return f"{_decimal(round(place.latitude, 6))},{_decimal(round(place.longitude, 6))}"


def write_place(geoloc: Element, place: Place) -> None:
    """Make `place_of` give this place; what is the same in both is not touched.

    Other words than before take with them the parts of the address that they do not repeat, and other coordinates
    what was measured with the old ones.
    """
    text = clean_line(place.text)
    if text != _words(geoloc):
        _drop_parts(geoloc, text)
        set_text(geoloc, f"{GEOLOC}text", text)
    if (place.latitude, place.longitude) != _coordinates(geoloc):
        drop(geoloc, (f"{GEOLOC}{name}" for name in _MEASURED))
        set_text(geoloc, f"{GEOLOC}lat", _decimal(place.latitude))
        set_text(geoloc, f"{GEOLOC}lon", _decimal(place.longitude))


def _words(geoloc: Element) -> str:
    """The text and the address; where there is neither, the description or the link."""
    found: list[str] = []
    country = _child(geoloc, "country") or _child(geoloc, "countrycode")
    for part in (*(_child(geoloc, name) for name in ("text", *_ADDRESS)), country):
        # The text often repeats the address: say nothing twice.
        if part and not any(_says(known, part) for known in found):
            found.append(part)
    others = next(filter(None, (_child(geoloc, name) for name in _OTHERS)), "")
    return clean_line(", ".join(found) or others)


def _drop_parts(geoloc: Element, text: str) -> None:
    for name in (*_ADDRESS, *_COUNTRY, *_OTHERS):
        if not text or not _says(text, _child(geoloc, name)):
            drop(geoloc, [f"{GEOLOC}{name}"])


def _says(text: str, part: str) -> bool:
    """True where the part stands in the text as whole words: room 4 is not in "Lloydstraat 14"."""
    text, part = text.casefold(), part.casefold()
    return part in text and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _coordinates(geoloc: Element) -> tuple[float | None, float | None]:
    """Latitude and longitude: both, or none where one is missing, out of range or of another datum than WGS 84."""
    latitude, longitude = _degrees(geoloc, "lat", 90), _degrees(geoloc, "lon", 180)
    datum = re.sub(r"\W", "", _child(geoloc, "datum").lower())
    if latitude is None or longitude is None or datum not in _WGS84:
        return None, None
    return latitude, longitude


def _degrees(geoloc: Element, name: str, limit: int) -> float | None:
    text = _child(geoloc, name)
    value = float(text) if _DECIMAL.fullmatch(text) else math.nan
    return value if abs(value) <= limit else None


def _decimal(value: float | None) -> str:
    """As xs:decimal, which knows no exponents; 51.0 is 51."""
    if value is None:
        return ""
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _child(geoloc: Element, name: str) -> str:
    return clean_line(geoloc.findtext(f"{GEOLOC}{name}"))
