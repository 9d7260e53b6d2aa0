"""The draft of xCal that XMPP calendars of 2009 use: iCalendar's values as text, parameters as attributes.

Dates are written as RFC 5545 or as XEP-0082 does; a type other than the property's own is in a `value` attribute. Read,
like xCal, through jCal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.jcal import events_from_jcal
from c42desktop.calendar.payloads.lines import MAX_DEPTH
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.i18n import gettext as _

NAMESPACE = "urn:ietf:params:xml:ns:xcal"
COMPONENTS = ("vcalendar", "vevent", "vtodo", "vjournal", "vfreebusy", "valarm", "vtimezone", "standard", "daylight")
KINDS = {
    **dict.fromkeys(("dtstart", "dtend", "due", "recurrence-id", "exdate", "rdate", "created"), "date-time"),
    **dict.fromkeys(("dtstamp", "last-modified", "completed"), "date-time"),
    **dict.fromkeys(("trigger", "duration"), "duration"),
    **dict.fromkeys(("rrule", "exrule"), "recur"),
    **dict.fromkeys(("organizer", "attendee"), "cal-address"),
    **dict.fromkeys(("url", "attach", "image", "conference", "tzurl"), "uri"),
    **dict.fromkeys(("priority", "percent-complete", "sequence", "repeat"), "integer"),
    **dict.fromkeys(("tzoffsetfrom", "tzoffsetto"), "utc-offset"),
    "geo": "float",
}
"""The type that a property has without a `value` attribute; the others are text."""

LISTS = ("categories", "resources")
MOST_VALUES = 20_000  # of one property: more of them are beyond the size of a component anyway
_DATES = ("exdate", "rdate")
_PLAIN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)


def decode_draft_xcal(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an <icalendar/>, <vcalendar/> or <vevent/> element of the draft. Raises PayloadError."""
    return events_in_elements(roots_of(payload), item_id)


def roots_of(payload: Element) -> list[Element]:
    """The outermost components."""
    return [child for child in payload if component_name(child)] if local_name(payload) == "icalendar" else [payload]


def events_in_elements(roots: Sequence[Element], item_id: str) -> tuple[Event, ...]:
    """The events of component elements. Raises PayloadError."""
    if not roots:
        raise PayloadError(_("The calendar holds no event."))
    return events_from_jcal([_component(root, 0) for root in roots], item_id)


def component_name(element: Element) -> str:
    """The name of a component in lower case, empty for what is none."""
    return local_name(element) if local_name(element) in COMPONENTS else ""


def property_of(element: Element) -> list[Any] | None:
    """A property as jCal [name, parameters, type, value…]; None for a component and for another namespace."""
    if not _is_ours(element) or component_name(element):
        return None
    name, params = local_name(element), {key.lower(): value for key, value in element.attrib.items() if key[:1] != "{"}
    kind = params.pop("value", "").strip().lower() or KINDS.get(name, "text")
    texts = list(_texts(element, name))
    if kind == "duration" and name == "trigger" and "P" not in texts[0].upper():
        kind = "date-time"
    if kind in ("date", "date-time"):
        texts = [_moment(text, params) for text in texts]
        kind = "date-time" if "T" in texts[0] else "date"
    if kind == "period":
        return [name, params, kind, *([_moment(end, params) for end in text.split("/")] for text in texts)]
    return [name, params, kind, *texts]


def local_name(element: Element) -> str:
    """The name of an element of the draft in lower case, empty for one of another namespace."""
    return element.tag.rpartition("}")[2].lower() if _is_ours(element) else ""


def _component(element: Element, depth: int) -> list[Any]:
    properties = [data for child in element if (data := property_of(child)) is not None]
    children = [child for child in element if component_name(child)] if depth < MAX_DEPTH else []
    return [local_name(element), properties, [_component(child, depth + 1) for child in children]]


def _texts(element: Element, name: str) -> Iterator[str]:
    """The values: <item/> elements, or, of what may have several, text between commas."""
    items = [(child.text or "").strip() for child in element if local_name(child) == "item"]
    text = (element.text or "").strip()
    if items:
        yield from items
    elif name in LISTS or name in _DATES:
        yield from (part.strip() for part in text.split(",", MOST_VALUES)[:MOST_VALUES])
    else:
        yield text


def _moment(text: str, params: dict[str, str]) -> str:
    """A date or time as jCal has it. One with an offset is in UTC, but where a zone is named: there it is local."""
    match = _PLAIN.fullmatch(text)
    if match is not None:
        day = f"{match[1]}-{match[2]}-{match[3]}"
        return day if match[4] is None else f"{day}T{match[4]}:{match[5]}:{match[6]}{match[7]}"
    moment = parse_moment(text)
    if not isinstance(moment, datetime):
        return text
    zoned = moment.tzinfo is not None and ("tzid" not in params or text[-1:] in "Zz")
    clock = (moment.astimezone(UTC) if zoned else moment).replace(tzinfo=None, microsecond=0)
    return clock.isoformat() + ("Z" if zoned else "")


def _is_ours(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{NAMESPACE}}}")
