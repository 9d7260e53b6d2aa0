"""Events written as xCal (RFC 6321)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import xml_text
from c42desktop.calendar.payloads.dialect import REWRITTEN
from c42desktop.calendar.payloads.elements import copied
from c42desktop.calendar.payloads.fields import Property
from c42desktop.calendar.payloads.patch import is_blank, patch
from c42desktop.calendar.payloads.recur import recur_parts
from c42desktop.calendar.payloads.whole import calendar_component
from c42desktop.calendar.payloads.xcal import (
    COMPONENTS,
    NAMESPACE,
    PARAMETERS,
    PROPERTIES,
    events_in_elements,
    is_ours,
    local_name,
    property_of,
    roots_of,
)

_KNOWN = ("vcalendar", "vevent", "vtodo", "vjournal", "vfreebusy", "valarm", "vtimezone", "standard", "daylight")
_PARAMETER_TYPES = {"altrep": "uri", "dir": "uri", "sent-by": "cal-address"}
_GEO = ("latitude", "longitude")


def encode_xcal(
    events: Sequence[Event],
    onto: Element | None = None,
    languages: Sequence[str] = (),
    *,
    stamp: datetime | None = None,
) -> Element:
    """The events as <icalendar/>, or inside the elements of `onto`, of which the rest stays. Raises PayloadError."""
    dialect = Dialect()
    if onto is None or is_blank(onto):
        return _around([dialect.build(calendar_component(events, stamp=stamp))])
    payload = copied(onto)
    roots = roots_of(payload)
    before = list(roots)
    if not patch(dialect, roots, events):
        return copied(onto)
    if local_name(payload) == "icalendar":
        _put_roots(payload, before, roots)
        return payload
    return payload if roots == [payload] else _around([dialect.calendar_of(roots)])


def _around(calendars: Iterable[Element]) -> Element:
    payload = Element(_tag("icalendar"))
    payload.extend(calendars)
    return payload


def _put_roots(payload: Element, before: Sequence[Element], after: Sequence[Element]) -> None:
    for element in before:
        if not any(element is kept for kept in after):
            payload.remove(element)
    payload.extend(element for element in after if not any(element is known for known in before))


class Dialect:
    """How xCal stores components: <properties/> and <components/>, of which there may be several or none."""

    def name(self, entry: Element) -> str:
        """The name of what is known as a component, or built like one."""
        if not is_ours(entry):
            return ""
        built = entry.find(PROPERTIES) is not None or entry.find(COMPONENTS) is not None
        return local_name(entry) if built or local_name(entry) in _KNOWN else ""

    def properties(self, component: Element) -> Children:
        """What is in <properties/>."""
        return Children(component, PROPERTIES)

    def components(self, component: Element) -> Children:
        """What is in <components/>."""
        return Children(component, COMPONENTS)

    def read(self, entry: Element) -> Property | None:
        """A property, whatever is in it; elements of other namespaces are none."""
        return property_of(entry) if is_ours(entry) and local_name(entry) not in _KNOWN else None

    def write(self, data: Property, old: Element | None = None) -> Element:
        """The element of a property; of an old one all but its values and our parameters stays."""
        name, params, kind, *values = data
        element = Element(_tag(name)) if old is None or local_name(old) != name else copied(old)
        for child in [child for child in element if is_ours(child) and child.tag != PARAMETERS]:
            element.remove(child)
        _put_parameters(element, params)
        for value in values:
            element.extend(_value_elements(name, kind, value))
        return element

    def build(self, data: list[Any]) -> Element:
        """The element of a jCal component."""
        element = Element(_tag(data[0]))
        SubElement(element, PROPERTIES).extend(self.write(each) for each in data[1])
        if data[2]:
            SubElement(element, COMPONENTS).extend(self.build(child) for child in data[2])
        return element

    def calendar_of(self, components: Sequence[Element]) -> Element:
        """A calendar of components that stood alone."""
        calendar = self.build(calendar_component([]))
        SubElement(calendar, COMPONENTS).extend(components)
        return calendar

    def copy(self, component: Element) -> Element:
        """The same element once more."""
        return copied(component)

    def rename(self, component: Element, name: str) -> None:
        """Another tag."""
        component.tag = _tag(name)

    def events(self, roots: Sequence[Element]) -> tuple[Event, ...]:
        """What the elements say."""
        return events_in_elements(roots, "")


class Children:
    """The children of all groups of one kind in a component as one sequence; a group is made where one is needed."""

    def __init__(self, component: Element, tag: str) -> None:
        self.component = component
        self.tag = tag
        self.places: list[tuple[Element, int]] = []
        self._look()

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, place: int) -> Element:
        group, index = self.places[place]
        return group[index]

    def __setitem__(self, place: int, entry: Element) -> None:
        group, index = self.places[place]
        group[index] = entry

    def __delitem__(self, place: int) -> None:
        group, index = self.places[place]
        del group[index]
        self._look()

    def insert(self, place: int, entry: Element) -> None:
        """Before the child at `place`, or behind all."""
        if place < len(self.places):
            group, index = self.places[place]
            group.insert(index, entry)
        else:
            self._last_group().append(entry)
        self._look()

    def _last_group(self) -> Element:
        groups = self.component.findall(self.tag)
        if groups:
            return groups[-1]
        group = Element(self.tag)
        self.component.insert(0 if self.tag == PROPERTIES else len(self.component), group)
        return group

    def _look(self) -> None:
        groups = self.component.findall(self.tag)
        self.places = [(group, index) for group in groups for index in range(len(group))]


def _put_parameters(element: Element, params: dict[str, Any]) -> None:
    group = element.find(PARAMETERS)
    if group is not None:
        for child in [child for child in group if is_ours(child) and local_name(child) in REWRITTEN]:
            group.remove(child)
    elif params:
        group = Element(PARAMETERS)
        element.insert(0, group)
    for name, value in params.items():
        assert group is not None
        parameter = SubElement(group, _tag(name))
        for each in value if isinstance(value, list) else [value]:
            _text(SubElement(parameter, _tag(_PARAMETER_TYPES.get(name, "text"))), each)
    if group is not None and not len(group):
        element.remove(group)


def _value_elements(name: str, kind: str, value: Any) -> Iterator[Element]:
    """The typed element of one value (§3.6); the parts of GEO have names and no type."""
    if name == "geo":
        for part, number in zip(_GEO, value, strict=True):
            yield _text(Element(_tag(part)), number)
        return
    element = Element(_tag(kind))
    if kind == "recur":
        for part, found in recur_parts(value).items():
            for each in found if isinstance(found, list) else [found]:
                _text(SubElement(element, _tag(part)), each)
    elif kind == "period":
        start, end = value if isinstance(value, list) else value.split("/")
        _text(SubElement(element, _tag("start")), start)
        _text(SubElement(element, _tag("duration" if "P" in end else "end")), end)
    else:
        _text(element, value)
    yield element


def _text(element: Element, value: object) -> Element:
    element.text = xml_text(str(value))
    return element


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
