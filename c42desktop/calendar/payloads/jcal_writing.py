"""Events written as jCal (RFC 7265) in a <json/> element (XEP-0335)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import safe_json
from c42desktop.calendar.payloads.dialect import with_parameters
from c42desktop.calendar.payloads.elements import copied
from c42desktop.calendar.payloads.fields import Property
from c42desktop.calendar.payloads.jcal import NAMESPACE, events_from_jcal, events_from_json
from c42desktop.calendar.payloads.lines import is_component
from c42desktop.calendar.payloads.patch import is_blank, patch
from c42desktop.calendar.payloads.recur import recur_parts
from c42desktop.calendar.payloads.whole import calendar_component


def encode_json(
    events: Sequence[Event],
    onto: Element | None = None,
    languages: Sequence[str] = (),
    *,
    stamp: datetime | None = None,
) -> Element:
    """The events as a <json/> element, or inside the jCal of `onto`, of which the rest stays. Raises PayloadError."""
    dialect = Dialect()
    if onto is None or is_blank(onto):
        return _element(dialect.build(calendar_component(events, stamp=stamp)))
    text = "".join(onto.itertext())
    events_from_json(text, "")  # raises where this is no jCal
    data = safe_json.parse(text)
    roots = [data] if isinstance(data[0], str) else data
    if not patch(dialect, roots, events):
        return copied(onto)
    return _element(roots[0] if isinstance(data[0], str) and len(roots) == 1 else roots)


def _element(data: list[Any]) -> Element:
    """Only ASCII, so that nothing in it is what XML does not allow."""
    element = Element(f"{{{NAMESPACE}}}json")
    element.text = json.dumps(data, separators=(",", ":"))
    return element


class Dialect:
    """How jCal stores components: [name, properties, components]."""

    def name(self, entry: Any) -> str:
        """The first of a component; a property has an object behind its name."""
        return entry[0].lower() if is_component(entry) and not isinstance((entry[1:2] or [None])[0], dict) else ""

    def properties(self, component: list[Any]) -> list[Any]:
        """The second."""
        return _list(component, 1)

    def components(self, component: list[Any]) -> list[Any]:
        """The third."""
        return _list(component, 2)

    def read(self, entry: Any) -> Property | None:
        """What looks like a property; the decoder takes no other."""
        if (
            not isinstance(entry, list)
            or len(entry) < 4
            or not isinstance(entry[0], str)
            or not isinstance(entry[2], str)
        ):
            return None
        params = entry[1] if isinstance(entry[1], dict) else {}
        return [entry[0].lower(), {str(name).lower(): value for name, value in params.items()}, *entry[2:]]

    def write(self, data: Property, old: Any = None) -> Property:
        """The property itself; a rule is an object."""
        name, params, kind, *values = with_parameters(data, self.read(old))
        return [name, params, kind, *([recur_parts(value) for value in values] if kind == "recur" else values)]

    def build(self, data: list[Any]) -> list[Any]:
        """The component itself, with its properties as they are written."""
        return [data[0], [self.write(each) for each in data[1]], [self.build(child) for child in data[2]]]

    def copy(self, component: list[Any]) -> list[Any]:
        """The same data once more."""
        found: list[Any] = json.loads(json.dumps(component))
        return found

    def rename(self, component: list[Any], name: str) -> None:
        """Another name in the first place."""
        component[0] = name

    def events(self, roots: Sequence[list[Any]]) -> tuple[Event, ...]:
        """What the components say."""
        return events_from_jcal(list(roots), "")


def _list(component: list[Any], place: int) -> list[Any]:
    """The list in a place of a component, put there where something else is or nothing."""
    component.extend([] for _missing in range(len(component), place + 1))
    if not isinstance(component[place], list):
        component[place] = []
    found: list[Any] = component[place]
    return found
