"""xCal: iCalendar as XML (RFC 6321), read through its twin jCal, whose types and value forms are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.jcal import events_from_jcal
from c42desktop.calendar.payloads.lines import MAX_DEPTH
from c42desktop.i18n import gettext as _

NAMESPACE = "urn:ietf:params:xml:ns:icalendar-2.0"

_COMPONENTS = f"{{{NAMESPACE}}}components"
_PARAMETERS = f"{{{NAMESPACE}}}parameters"
_PROPERTIES = f"{{{NAMESPACE}}}properties"


def decode_xcal(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an <icalendar/>, <vcalendar/> or <vevent/> element. Raises PayloadError."""
    roots = list(_ours(payload)) if _name(payload) == "icalendar" else [payload]
    if not roots:
        raise PayloadError(_("The calendar holds no event."))
    return events_from_jcal([_component(root, 0) for root in roots], item_id)


def _component(element: Element, depth: int) -> list[Any]:
    """A component as jCal [name, properties, components] (RFC 6321 §3.3)."""
    properties = [_property(child) for group in element.findall(_PROPERTIES) for child in _ours(group)]
    children = [child for group in element.findall(_COMPONENTS) for child in _ours(group)] if depth < MAX_DEPTH else []
    return [_name(element), properties, [_component(child, depth + 1) for child in children]]


def _property(element: Element) -> list[Any]:
    """A property as jCal [name, parameters, type, value…] (§3.4); GEO and the like have parts and no type."""
    params = {_name(child): _texts(child) for group in element.findall(_PARAMETERS) for child in _ours(group)}
    values = [child for child in _ours(element) if child.tag != _PARAMETERS]
    name = _name(element)
    if name in ("geo", "request-status"):
        return [name, params, "float" if name == "geo" else "text", [_text(value) for value in values]]
    kind = _name(values[0]) if values else "unknown"
    written = [_value(value) for value in values if _name(value) == kind or name in ("rdate", "exdate")]
    return [name, params, kind, *(written or [""])]


def _value(element: Element) -> Any:
    """One typed value element (§3.6)."""
    kind = _name(element)
    if kind == "recur":
        return _recur(element)
    if kind == "period":
        return [_text(part) for part in _ours(element)]
    return _text(element)


def _recur(element: Element) -> dict[str, list[str]]:
    """<recur/> with an element for each part, repeated for several values (§3.6.10)."""
    parts: dict[str, list[str]] = {}
    for part in _ours(element):
        parts.setdefault(_name(part), []).append(_text(part))
    return parts


def _ours(element: Element) -> Iterator[Element]:
    """The children in xCal's namespace: those in others are extensions to be ignored (§5)."""
    return (child for child in element if isinstance(child.tag, str) and child.tag.startswith(f"{{{NAMESPACE}}}"))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    """The text of a value. Only TEXT may have space that matters, and there the decoder trims it anyway."""
    return (element.text or "").strip()


def _texts(parameter: Element) -> list[str]:
    return [_text(value) for value in _ours(parameter)]
