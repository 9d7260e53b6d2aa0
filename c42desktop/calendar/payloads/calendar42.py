"""Events of Calendar42: a JSON object in a JSON container (XEP-0335), or an element with a child for each field.

How Calendar42 writes an event over XMPP is published nowhere. The names of the fields are those of the REST side of the
same platform, the namespaces those that are the likeliest.

    calendar42.py          what is around events, in JSON and in XML
    calendar42_event.py    from the fields of one event to an `Event`; calendar42_fields.py: the way back
    calendar42_trip.py     its trip, leg by leg; calendar42_values.py: single values
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import safe_json
from c42desktop.calendar.payloads.calendar42_event import read_event
from c42desktop.calendar.payloads.calendar42_fields import changed_fields
from c42desktop.calendar.payloads.calendar42_values import text
from c42desktop.calendar.payloads.common import PayloadError, clean_id
from c42desktop.calendar.payloads.elements import copied, put, space_of
from c42desktop.i18n import gettext as _

NAMESPACES = ("http://calendar42.com/xmpp/event", "urn:calendar42:event")
ELEMENTS = tuple((namespace, name) for namespace in NAMESPACES for name in ("event", "events"))
JSON = safe_json.NAMESPACE
MAX_EVENTS = 1_000
MAX_DEPTH = 10  # of elements in one event

_LISTS = ("events", "data", "objects", "results")
_TIMES = ("start", "end", "all_day", "start_timezone", "end_timezone", "due")
_OTHERS = ("permission", "sync_token", "rsvp_status", "calendar_ids", "is_invitation", "is_suggestion", "trip")
_OWN = frozenset(("event_type", "start_location", "end_location", *_TIMES, *_OTHERS))
_PARTS = {"legs": "leg", "calendar_ids": "calendar_id", "labels": "label"}


def decode_json(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of a <json/> element with an object in it. Raises PayloadError."""
    return events_from_json("".join(payload.itertext()), item_id)


def events_from_json(text: str, item_id: str) -> tuple[Event, ...]:
    """The events of a JSON object: one, or a list of them in it. Raises PayloadError."""
    entries = _entries(_parsed(text))
    if not entries:
        raise PayloadError(_("The calendar holds no event."))
    if not any(_OWN & entry.keys() for entry in entries):
        raise PayloadError(_("The JSON is not a calendar."))
    return tuple(read_event(entry, item_id) for entry in entries[:MAX_EVENTS])


def decode_event(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an <event/> or <events/> element. Raises PayloadError."""
    entries = [as_object(each) for each in _elements(payload)[:MAX_EVENTS]]
    if not entries:
        raise PayloadError(_("The calendar holds no event."))
    return tuple(read_event(entry, item_id) for entry in entries)


def encode_json(events: Sequence[Event], onto: Element | None = None, languages: Sequence[str] = ()) -> Element:
    """The events as a <json/> element; of `onto`, everything that they do not change stays. Raises PayloadError."""
    old = "".join(onto.itertext()) if onto is not None else ""
    data = _parsed(old) if old.strip() else {}
    entries = _entries(data)
    found = []
    for event, entry in _paired(events, entries):
        changed = {**entry, **changed_fields(event, entry)}
        found.append(
            {name: value for name, value in changed.items() if value is not None or entry.get(name, "") is None}
        )
    element = Element(f"{{{JSON}}}json")
    try:
        # ASCII, as a text may have characters in it that XML does not take.
        element.text = json.dumps(_wrapped(found, data))
    except (ValueError, RecursionError) as error:
        raise PayloadError(_("This event cannot be written.")) from error
    return element


def encode_event(events: Sequence[Event], onto: Element | None = None, languages: Sequence[str] = ()) -> Element:
    """The same as an <event/> element, or <events/> where they are several. Raises PayloadError."""
    several = len(events) != 1
    root = Element(f"{{{NAMESPACES[0]}}}{'events' if several else 'event'}") if onto is None else copied(onto)
    parts = _elements(root) if onto is not None else [] if several else [root]
    entries = [as_object(part) for part in parts]
    left = dict(zip(map(id, entries), parts, strict=True))
    for event, entry in _paired(events, entries):
        part = left.pop(id(entry), None)
        _append_all(SubElement(root, f"{space_of(root)}event") if part is None else part, changed_fields(event, entry))
    for part in left.values() if root not in parts else ():
        root.remove(part)
    return root


def _parsed(text: str) -> dict[str, Any]:
    data = safe_json.parse(text)
    if not isinstance(data, dict):
        raise PayloadError(_("The JSON is not a calendar."))
    return data


def _entries(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The objects that are events: those in a list, one under the name "event", else the object itself."""
    name = _list_name(data)
    found = data[name] if name else [data.get("event", data)]
    return [entry for entry in found if isinstance(entry, dict) and entry]


def _list_name(data: dict[str, Any]) -> str:
    return next((name for name in _LISTS if isinstance(data.get(name), list)), "")


def _paired(events: Sequence[Event], entries: Sequence[dict[str, Any]]) -> Iterator[tuple[Event, dict[str, Any]]]:
    """Each event with what was there of it, {} for a new one. Those without an id go by that of their item."""
    left = [(clean_id(text(entry.get("id"))), entry) for entry in entries]
    known = {uid for uid, _entry in left}
    for event in events:
        uid = event.uid if event.uid in known else ""
        place = next((place for place, (other, _entry) in enumerate(left) if other == uid), None)
        yield event, left.pop(place)[1] if place is not None else {}


def _wrapped(found: list[dict[str, Any]], data: dict[str, Any]) -> dict[str, Any]:
    """The events in what was around them."""
    name = _list_name(data)
    if name or len(found) != 1:
        return {**data, name or "events": found}
    return {**data, "event": found[0]} if isinstance(data.get("event"), dict) else found[0]


def _elements(payload: Element) -> list[Element]:
    if not payload.tag.endswith("}events"):
        return [payload]
    return payload.findall(f"{space_of(payload)}event")


def is_event(data: dict[str, Any]) -> bool:
    """Whether an object is an event, or has events in it."""
    return bool(_OWN & data.keys()) or "event" in data or bool(_list_name(data))


def as_object(element: Element, depth: int = 0) -> dict[str, Any]:
    """An element as JSON would have it: an object of its children; several of one name are an array."""
    ns = space_of(element)
    found: dict[str, Any] = {"id": element.get("id")} if element.get("id") else {}
    for child in element if depth < MAX_DEPTH else ():
        if not isinstance(child.tag, str) or not child.tag.startswith(ns):
            continue
        name = child.tag.removeprefix(ns)
        value = as_object(child, depth + 1) if len(child) else (child.text or "").strip()
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _append_all(parent: Element, fields: dict[str, Any]) -> None:
    """Children for these fields in place of those that are there; None takes one away."""
    for name, value in fields.items():
        tag, holder = f"{space_of(parent)}{name}", Element(parent.tag)
        if value is not None:
            _append(holder, tag, value)
        put(parent, parent.findall(tag), list(holder))


def _append(parent: Element, tag: str, value: object) -> None:
    name = tag.rpartition("}")[2]
    if isinstance(value, list):
        inner = _PARTS.get(name)
        around = SubElement(parent, tag) if inner else parent
        for each in value:
            _append(around, f"{space_of(parent)}{inner}" if inner else tag, each)
        return
    child = SubElement(parent, tag)
    if isinstance(value, dict):
        for key, each in value.items():
            _append(child, f"{space_of(child)}{key}", each)
    else:
        child.text = str(value).lower() if isinstance(value, bool) else str(value)
