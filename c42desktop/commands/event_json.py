"""Events as programs get them: all that was understood, by the names that the model has for it."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from c42desktop import clock
from c42desktop.calendar.model import Event, Moment


def event_as_json(event: Event) -> dict[str, Any]:
    """Every field. The organiser is an address or, without one, a name; durations are seconds."""
    organizer = event.organizer.address or event.organizer.name if event.organizer else ""
    return {**value_as_json(event), "all_day": event.all_day, "organizer": organizer}


def value_as_json(value: Any) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [value_as_json(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {each.name: value_as_json(getattr(value, each.name)) for each in dataclasses.fields(value)}
    return value


def iso(moment: Moment | None) -> str | None:
    """ISO 8601 with an offset, or a date; a floating time gets the offset it has here."""
    if moment is None:
        return None
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=clock.LOCAL).isoformat()
    return moment.isoformat()
