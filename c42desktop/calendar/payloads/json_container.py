"""What is in a JSON container (XEP-0335): an array is jCal, an object is Calendar42's."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import calendar42, jcal, jcal_writing
from c42desktop.calendar.payloads.calendar42_calendar import calendar_in


def decode_json(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of a <json/> element, none of one that describes the calendar. Raises PayloadError."""
    text = "".join(payload.itertext())
    return () if calendar_in(text) is not None else events_from_json(text, item_id)


def events_from_json(text: str, item_id: str) -> tuple[Event, ...]:
    """The events of JSON text. Raises PayloadError."""
    read = calendar42.events_from_json if _is_object(text) else jcal.events_from_json
    return read(text, item_id)


def events_from_file(text: str, item_id: str) -> tuple[Event, ...]:
    """The same of a file, which may have an array of objects, too. Raises PayloadError."""
    listed = text.strip("\ufeff \t\r\n")
    if listed.startswith("[") and listed[1:].lstrip().startswith("{"):
        text = f'{{"events": {listed}}}'
    return events_from_json(text, item_id)


def encode_json(events: Sequence[Event], onto: Element | None, languages: Sequence[str] = ()) -> Element:
    """The events as a <json/> element: as jCal where `onto` is that, else as Calendar42's. Raises PayloadError."""
    text = "".join(onto.itertext()) if onto is not None else ""
    write = jcal_writing.encode_json if text.strip() and not _is_object(text) else calendar42.encode_json
    return write(events, onto, languages)


def _is_object(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")
