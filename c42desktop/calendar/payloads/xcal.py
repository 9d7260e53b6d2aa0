"""xCal: iCalendar as XML (RFC 6321), read through its twin jCal, whose types and value forms are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.jcal import events_from_jcal
from c42desktop.calendar.payloads.lines import MAX_DEPTH
from c42desktop.i18n import gettext as _

NAMESPACE = "urn:ietf:params:xml:ns:icalendar-2.0"

COMPONENTS = f"{{{NAMESPACE}}}components"
PARAMETERS = f"{{{NAMESPACE}}}parameters"
PROPERTIES = f"{{{NAMESPACE}}}properties"
MOST_VALUES = 20_000  # of one property: more of them are beyond the size of a component anyway


def decode_xcal(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an <icalendar/>, <vcalendar/> or <vevent/> element. Raises PayloadError."""
    return events_in_elements(roots_of(payload), item_id)


def roots_of(payload: Element) -> list[Element]:
    """The outermost components: several calendars may be in one <icalendar/>."""
    return list(_ours(payload)) if local_name(payload) == "icalendar" else [payload]


def events_in_elements(roots: Sequence[Element], item_id: str) -> tuple[Event, ...]:
    """The events of component elements. Raises PayloadError."""
    if not roots:
        raise PayloadError(_("The calendar holds no event."))
    return events_from_jcal([_component(root, 0) for root in roots], item_id)


def is_ours(element: Element) -> bool:
    """Whether an element is of xCal's namespace: those of others are extensions to be ignored (§5)."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{NAMESPACE}}}")


def _component(element: Element, depth: int) -> list[Any]:
    """A component as jCal [name, properties, components] (RFC 6321 §3.3)."""
    properties = [property_of(child) for group in element.findall(PROPERTIES) for child in _ours(group)]
    children = [child for group in element.findall(COMPONENTS) for child in _ours(group)] if depth < MAX_DEPTH else []
    return [local_name(element), properties, [_component(child, depth + 1) for child in children]]


def property_of(element: Element) -> list[Any]:
    """A property as jCal [name, parameters, type, value…] (§3.4); GEO and the like have parts and no type."""
    params = {local_name(child): _texts(child) for group in element.findall(PARAMETERS) for child in _ours(group)}
    values = list(islice((child for child in _ours(element) if child.tag != PARAMETERS), MOST_VALUES))
    name = local_name(element)
    if name in ("geo", "request-status"):
        return [name, params, "float" if name == "geo" else "text", [_text(value) for value in values]]
    kind = local_name(values[0]) if values else "unknown"
    written = [_value(value) for value in values if local_name(value) == kind or name in ("rdate", "exdate")]
    return [name, params, kind, *(written or [""])]


def _value(element: Element) -> Any:
    """One typed value element (§3.6)."""
    kind = local_name(element)
    if kind == "recur":
        return _recur(element)
    if kind == "period":
        return [_text(part) for part in _ours(element)]
    return _text(element)


def _recur(element: Element) -> dict[str, list[str]]:
    """<recur/> with an element for each part, repeated for several values (§3.6.10)."""
    parts: dict[str, list[str]] = {}
    for part in _ours(element):
        parts.setdefault(local_name(part), []).append(_text(part))
    return parts


def _ours(element: Element) -> Iterator[Element]:
    return (child for child in element if is_ours(child))


def local_name(element: Element) -> str:
    """The name of an element in lower case, whatever its namespace."""
    return element.tag.rpartition("}")[2].lower()


def _text(element: Element) -> str:
    """The text of a value. Only TEXT may have space that matters, and there the decoder trims it anyway."""
    return (element.text or "").strip()


def _texts(parameter: Element) -> str | list[str]:
    texts = [_text(value) for value in _ours(parameter)]
    return texts[0] if len(texts) == 1 else texts
