"""What Calendar42 says of a calendar itself: its title, its colour, and whether its import works.

How it would be published is unknown. It is taken for an item of the calendar like any other, in the same two forms as
an event: a JSON object, or an element with a child for each field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import calendar42, safe_json
from c42desktop.calendar.payloads import calendar42_values as values
from c42desktop.calendar.payloads.common import PayloadError, clean_line, clean_text
from c42desktop.calendar.payloads.elements import name_of

NAMESPACES = (*calendar42.NAMESPACES, "http://calendar42.com/xmpp/calendar", "urn:calendar42:calendar")
ELEMENTS = tuple((namespace, "calendar") for namespace in NAMESPACES)
_OWN = ("calendar_type", "first_import", "import_failed")


@dataclass(frozen=True, slots=True)
class About:
    """A calendar as its service describes it: `color` is "#rrggbb" or "", `import_failed` when its import last failed,
    None while it works."""

    title: str = ""
    description: str = ""
    color: str = ""
    import_failed: datetime | None = None


def read_calendar(payload: Element) -> About | None:
    """What a payload says of the calendar that it is in; None where it is something else."""
    key = name_of(payload)
    if key in ELEMENTS:
        return _about(calendar42.as_object(payload))
    return calendar_in("".join(payload.itertext())) if key == (safe_json.NAMESPACE, "json") else None


def calendar_in(text: str) -> About | None:
    """The same of JSON text."""
    if not any(name in text for name in _OWN):  # before it is parsed: nearly all are events
        return None
    try:
        data = safe_json.parse(text)
    except PayloadError:
        return None
    found = data.get("calendar", data) if isinstance(data, dict) and not calendar42.is_event(data) else None
    return _about(found) if isinstance(found, dict) and any(name in found for name in _OWN) else None


def decode_calendar(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """No event: it is about the calendar."""
    return ()


def _about(data: dict[str, Any]) -> About:
    title = values.text(data.get("title")) or values.text(data.get("name"))
    return About(
        clean_line(title),
        clean_text(values.text(data.get("description"))),
        values.color(data.get("color")),
        values.instant(data.get("import_failed")),
    )
