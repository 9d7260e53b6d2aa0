"""Whole calendars from events, as jCal components [name, properties, components]."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.fields import (
    GROUPS,
    UNKNOWN,
    Property,
    alarm_component,
    component_name,
    zone_names,
)
from c42desktop.calendar.payloads.vtimezone import zone_component

_PRODID = "-//c42desktop//c42desktop//EN"


def calendar_component(events: Sequence[Event], *, name: str = "", stamp: datetime | None = None) -> list[Any]:
    """A VCALENDAR with the zones its events need. `stamp` (aware) is for those that do not say when they changed."""
    named: list[Property] = [["name", {}, "text", name], ["x-wr-calname", {}, "text", name]] if name else []
    properties = [["prodid", {}, "text", _PRODID], ["version", {}, "text", "2.0"], *named]
    parts = [event_component(event, stamp) for event in events]
    return ["vcalendar", properties, [*zone_components(events), *parts]]


def event_component(event: Event, stamp: datetime | None = None) -> list[Any]:
    """A VEVENT or VTODO."""
    at = (event.modified or stamp or UNKNOWN).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    head: list[Property] = [["uid", {}, "text", event.uid], ["dtstamp", {}, "date-time", f"{at.isoformat()}Z"]]
    rest = [each for group in GROUPS for each in group.properties(event) if each[3] != ""]
    return [component_name(event), head + rest, [alarm_component(alarm, event) for alarm in event.alarms]]


def zone_components(events: Sequence[Event], known: Iterable[str] = ()) -> list[Any]:
    """A VTIMEZONE for each zone that the events name, but those in `known`."""
    zones: dict[str, tzinfo] = {name: zone for event in events for name, zone in zone_names(event).items()}
    years = [moment.year for event in events for moment in (event.start, event.end, event.due) if moment is not None]
    return [
        zone_component(name, zone, min(years), max(years))
        for name, zone in zones.items()
        if name not in known and years
    ]
