"""jCal (RFC 7265), also inside <json xmlns='urn:xmpp:json:0'/> (XEP-0335).

jCal is iCalendar in other clothes, so it is written out as content lines and read by the one decoder for those:
a broken event then stays beside the good ones here, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import safe_json
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.component import MAX_EVENTS, events_in
from c42desktop.calendar.payloads.ical import parse_components
from c42desktop.calendar.payloads.lines import component_lines, is_component
from c42desktop.calendar.payloads.sieve import sifted
from c42desktop.i18n import gettext as _

NAMESPACE = safe_json.NAMESPACE


def decode_json(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of a <json/> element. Raises PayloadError."""
    return events_from_json("".join(payload.itertext()), item_id)


def events_from_json(text: str, item_id: str, limit: int = MAX_EVENTS) -> tuple[Event, ...]:
    """The events of jCal text: one calendar or an array of them. Raises PayloadError."""
    return events_from_jcal(safe_json.parse(text), item_id, limit)


def events_from_jcal(data: object, item_id: str, limit: int = MAX_EVENTS) -> tuple[Event, ...]:
    """The events of a jCal array. Raises PayloadError for other data and for a calendar without events."""
    if not isinstance(data, list) or not data:
        raise PayloadError(_("The JSON is not a calendar."))
    calendars = [data] if isinstance(data[0], str) else data
    if not all(is_component(calendar) for calendar in calendars):
        raise PayloadError(_("The JSON is not a calendar."))
    lines = [line for calendar in calendars for line in component_lines(calendar)]
    return events_in(parse_components(sifted("\r\n".join(lines) + "\r\n", limit + 1)), item_id, limit)


def title_in(text: str) -> str:
    """What may serve as a title in JSON of another kind: the value of title, summary or name; empty without."""
    try:
        data = safe_json.parse(text)
    except PayloadError:
        return ""
    names = ("title", "summary", "name")
    values = [data.get(name) for name in names] if isinstance(data, dict) else []
    return next((value for value in values if isinstance(value, str) and value), "")
