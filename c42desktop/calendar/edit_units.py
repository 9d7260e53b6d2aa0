"""The parts of an event that a person changes as one: what of it differs, put into another version, as text.

Start and end belong together, as do a place and where that is on the map: half of each from two people would be what
nobody wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from c42desktop.calendar.differences import differences
from c42desktop.calendar.model import Event

TIME = "time"
RECURRENCE = "recurrence"
DATES = "dates"
_DETAILS = "details."


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of an event: how it is called, as in FieldChange, and the fields of the model that it is made of."""

    name: str
    fields: tuple[str, ...]

    def of(self, event: Event) -> tuple[Any, ...]:
        """What an event has there."""
        return tuple(_get(event, name) for name in self.fields)

    def put(self, event: Event, source: Event) -> Event:
        """An event with what another one has there."""
        for name in self.fields:
            event = _set(event, name, _get(source, name))
        return event

    def same(self, one: Event, other: Event) -> bool:
        """Whether two events have the same there; never a date and a time, nor one wall-clock time in two zones."""
        return all(map(_same, self.of(one), self.of(other)))


_ALONE = ("status", "type", "busy", "suggested", "description", "organizer", "attendees", "categories")
_MORE = ("alarms", "color", "trip", "related", "buffer", "personal", "problem", "and_future")
_MORE_DETAILS = ("attachments", "picture", "questions", "references", "languages", "wheelchair", "priority", "progress")

UNITS = (
    Unit("summary", ("summary",)),
    Unit(TIME, ("start", "end", "due", "timezone")),
    Unit(RECURRENCE, ("rrules", "rdates")),
    Unit(DATES, ("exdates",)),
    Unit("location", ("location", f"{_DETAILS}places")),
    Unit("meetings", ("url", f"{_DETAILS}meetings")),
    *(Unit(name, (name,)) for name in (*_ALONE, *_MORE)),
    *(Unit(name, (f"{_DETAILS}{name}",)) for name in _MORE_DETAILS),
)
"""All of an event that a person may change, in the order of a form. Not the publisher's own count and clock, nor
which event it is."""


def changed_units(before: Event, after: Event) -> list[Unit]:
    """The units that differ."""
    return [unit for unit in UNITS if not unit.same(before, after)]


def with_units(event: Event, source: Event, units: Iterable[Unit]) -> Event:
    """An event with some units of another one."""
    for unit in units:
        event = unit.put(event, source)
    return event


def text_of(unit: Unit, event: Event) -> str | None:
    """A unit as text, as a FieldChange has it; None where there is nothing. A time is an ISO 8601 interval: its start
    and, behind a slash, its end or when it is due."""
    if unit.name == TIME:
        return "/".join(each.isoformat() for each in (event.start, event.end or event.due) if each is not None) or None
    bare = Event("", status=event.status, type=event.type)
    told = {each.name: each.after for each in differences(bare, unit.put(bare, event))}
    special = _SPECIAL.get(unit.name)
    return special(event) if special is not None else told.get(unit.name)


_SPECIAL: dict[str, Callable[[Event], str | None]] = {
    "status": lambda event: event.status.value,
    "type": lambda event: event.type.value,
    "busy": lambda event: "" if event.busy else "no",
    DATES: lambda event: "\n".join(sorted(moment.isoformat() for moment in event.exdates)) or None,
    "meetings": lambda event: "\n".join(filter(None, [event.url, *_links(event)])) or None,
    "color": lambda event: event.color or None,
    "related": lambda event: "\n".join(event.related) or None,
    "buffer": lambda event: str(event.buffer) if event.buffer is not None else None,
    "personal": lambda event: event.personal.answer or None,
    "picture": lambda event: event.details.picture or None,
    "priority": lambda event: str(event.details.priority) if event.details.priority else None,
    "wheelchair": lambda event: event.details.wheelchair or None,
    "languages": lambda event: "\n".join(event.details.languages) or None,
    "questions": lambda event: "\n".join(each.label or each.name for each in event.details.questions) or None,
    "references": lambda event: "\n".join(each.node for each in event.details.references) or None,
}


def _links(event: Event) -> list[str]:
    return [meeting.link for meeting in event.details.meetings]


def _get(event: Event, name: str) -> Any:
    holder, inner = (event.details, name.removeprefix(_DETAILS)) if name.startswith(_DETAILS) else (event, name)
    return getattr(holder, inner)


def _set(event: Event, name: str, value: Any) -> Event:
    if not name.startswith(_DETAILS):
        return replace(event, **{name: value})
    return replace(event, details=replace(event.details, **{name.removeprefix(_DETAILS): value}))


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and _zone_of(one) == _zone_of(other)


def _zone_of(value: Any) -> str:
    """The name of the zone of an instant: the same instant in two zones goes on differently as a series."""
    return str(value.tzinfo) if isinstance(value, datetime) else ""
