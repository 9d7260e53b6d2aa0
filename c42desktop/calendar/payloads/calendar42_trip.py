"""Trips of Calendar42: how to get there, leg by leg."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from c42desktop.calendar.model import Leg, Place, Trip
from c42desktop.calendar.payloads import calendar42_values as values
from c42desktop.calendar.payloads.calendar42_values import Data
from c42desktop.calendar.payloads.common import clean_line

MAX_LEGS = 30

_NO_TIME = timedelta(0)


def read_trip(data: Data, zones: tuple[str, str]) -> Trip | None:
    """The trip of an event, None where it is none. `zones` are the names of those that it begins and ends in."""
    found = values.mapping(data.get("trip"))
    destination = values.place(data.get("end_location"), short=True)
    if not found and destination == Place():
        return None
    inside = values.mapping(found.get("data"))
    legs = values.listed(inside.get("legs", found.get("legs")), "leg")[:MAX_LEGS]
    return Trip(
        destination=destination,
        legs=tuple(_leg(leg, zones[0 if number < len(legs) - 1 else 1], zones[0]) for number, leg in enumerate(legs)),
        state=clean_line(values.text(found.get("state")), 40).lower(),
        length=values.whole(data.get("length", found.get("length"))),
    )


def _leg(value: object, end_zone: str, start_zone: str) -> Leg:
    """`start` and `end` are as expected now: they have the delay in them, as in the trip planners behind it."""
    data = values.mapping(value)
    return Leg(
        mode=clean_line(values.text(data.get("mode")), 40).lower(),
        start=values.instant(data.get("start_time"), start_zone),
        end=values.instant(data.get("end_time"), end_zone),
        origin=values.place(data.get("from_location"), short=True),
        destination=values.place(data.get("to_location"), short=True),
        departure_delay=values.span(data.get("departure_delay")) or _NO_TIME,
        arrival_delay=values.span(data.get("arrival_delay")) or _NO_TIME,
        real_time=values.flag(data.get("real_time")) or False,
        line=clean_line(values.text(data.get("line", data.get("route"))), 80),
        length=values.whole(data.get("length")),
    )


def write_trip(trip: Trip) -> dict[str, Any]:
    """The trip as Calendar42 has it; where it ends and how long it is, its event says."""
    legs = [_written_leg(leg) for leg in trip.legs]
    return {name: value for name, value in (("state", trip.state), ("data", {"legs": legs} if legs else {})) if value}


def _written_leg(leg: Leg) -> dict[str, Any]:
    found = {
        "mode": leg.mode,
        "start_time": utc(leg.start),
        "end_time": utc(leg.end),
        "departure_delay": seconds(leg.departure_delay),
        "arrival_delay": seconds(leg.arrival_delay),
        "real_time": leg.real_time,
        "from_location": write_place(leg.origin),
        "to_location": write_place(leg.destination),
        "line": leg.line,
        "length": leg.length,
    }
    return {name: value for name, value in found.items() if value not in ("", None, {}) and (value or name != "length")}


def write_place(place: Place) -> dict[str, Any]:
    """A location; what of its text is its address, nobody knows any more."""
    found: dict[str, Any] = {"id": place.id, "text": place.text}
    if place.latitude is not None and place.longitude is not None:
        found["geo"] = {"latitude": place.latitude, "longitude": place.longitude}
    return {name: value for name, value in found.items() if value}


def utc(moment: datetime | None) -> str:
    """An instant in UTC with six digits; a floating time as it is on the wall."""
    if moment is None:
        return ""
    if moment.tzinfo is None:
        return moment.isoformat(timespec="microseconds")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def seconds(delta: timedelta) -> int | float:
    """Seconds, whole ones where they are."""
    found = delta.total_seconds()
    return int(found) if found.is_integer() else found
