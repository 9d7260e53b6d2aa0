"""Events written as the draft of xCal that XMPP calendars of 2009 use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import xml_text
from c42desktop.calendar.payloads.dialect import REWRITTEN
from c42desktop.calendar.payloads.draft_xcal import (
    KINDS,
    LISTS,
    NAMESPACE,
    component_name,
    events_in_elements,
    local_name,
    property_of,
)
from c42desktop.calendar.payloads.elements import copied
from c42desktop.calendar.payloads.fields import Property
from c42desktop.calendar.payloads.patch import is_blank, patch
from c42desktop.calendar.payloads.whole import calendar_component


def encode_draft_xcal(
    events: Sequence[Event],
    onto: Element | None = None,
    languages: Sequence[str] = (),
    *,
    stamp: datetime | None = None,
) -> Element:
    """The events as <vcalendar/>, or inside the elements of `onto`, of which the rest stays. Raises PayloadError."""
    dialect = Dialect()
    if onto is None or is_blank(onto):
        return dialect.build(calendar_component(events, stamp=stamp))
    payload = copied(onto)
    inside = component_name(payload) == ""
    roots: Any = payload if inside else [payload]
    if not patch(dialect, roots, events):
        return copied(onto)
    if inside or roots == [payload]:
        return payload
    calendar = dialect.build(calendar_component([]))
    calendar.extend(roots)
    return calendar


class Dialect:
    """How the draft stores components: properties and components are children alike."""

    def name(self, entry: Element) -> str:
        """The name of a component."""
        return component_name(entry)

    def properties(self, component: Element) -> Element:
        """All children."""
        return component

    def components(self, component: Element) -> Element:
        """All children."""
        return component

    def read(self, entry: Element) -> Property | None:
        """A property; elements of other namespaces are none."""
        return property_of(entry)

    def write(self, data: Property, old: Element | None = None) -> Element:
        """The element of a property; of an old one all but its text and our parameters stays."""
        name, params, kind, *values = data
        element = Element(_tag(name)) if old is None or local_name(old) != name else copied(old)
        for key in [key for key in element.attrib if key.lower() in REWRITTEN]:
            del element.attrib[key]
        for child in [child for child in element if local_name(child)]:
            element.remove(child)
        if kind != KINDS.get(name, "text"):
            element.set("value", kind)
        for key, value in params.items():
            element.set(key, xml_text(value))
        _put_values(element, name, values)
        return element

    def build(self, data: list[Any]) -> Element:
        """The element of a jCal component."""
        element = Element(_tag(data[0]))
        element.extend(self.write(each) for each in data[1])
        element.extend(self.build(child) for child in data[2])
        return element

    def copy(self, component: Element) -> Element:
        """The same element once more."""
        return copied(component)

    def rename(self, component: Element, name: str) -> None:
        """Another tag."""
        component.tag = _tag(name)

    def events(self, roots: Any) -> tuple[Event, ...]:
        """What the elements say."""
        return events_in_elements([root for root in roots if component_name(root)], "")


def _put_values(element: Element, name: str, values: Sequence[Any]) -> None:
    """As text, with commas between several; what may hold a comma itself needs elements around each."""
    if name in LISTS and any("," in str(value) for value in values):
        element.text = None
        for value in values:
            SubElement(element, _tag("item")).text = xml_text(str(value))
        return
    element.text = xml_text(";".join(map(str, values[0])) if name == "geo" else ",".join(map(str, values)))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
