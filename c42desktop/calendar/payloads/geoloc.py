"""A place in words (XEP-0080)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from c42desktop.calendar.payloads.common import clean_line

GEOLOC = "{http://jabber.org/protocol/geoloc}"

_PARTS = ("building", "room", "floor", "street", "area", "locality", "region", "postalcode", "country")


def place(geoloc: Element) -> str:
    """The place as one line: its text and address, else its description, its URI, or "latitude,longitude"."""
    found: list[str] = []
    for name in ("text", *_PARTS):
        part = _child(geoloc, name)
        # The text often repeats the address: say nothing twice.
        if part and not any(part.casefold() in known.casefold() for known in found):
            found.append(part)
    address = ", ".join(found) or _child(geoloc, "countrycode")
    return clean_line(address or _child(geoloc, "description") or _child(geoloc, "uri") or _coordinates(geoloc))


def _coordinates(geoloc: Element) -> str:
    latitude, longitude = _child(geoloc, "lat"), _child(geoloc, "lon")
    return f"{latitude},{longitude}" if latitude and longitude else ""


def _child(geoloc: Element, name: str) -> str:
    return clean_line(geoloc.findtext(f"{GEOLOC}{name}"))
