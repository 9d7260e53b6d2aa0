"""When a trip begins and ends as things stand, and how far that is from the plan. The legs know."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from c42desktop.calendar.dates import length
from c42desktop.calendar.model import Event, EventType, Leg, Occurrence, Trip, is_instant
from c42desktop.i18n import gettext as _

TRIPS = frozenset({EventType.DEPART_FROM, EventType.ARRIVE_BY, EventType.ROUTE})
_LEAST = timedelta(minutes=1)
_NEAR = timedelta(days=1)


def shift_in_words(delay: timedelta) -> str:
    """ "8 min later", "10 min earlier"; nothing for less than a minute."""
    if abs(delay) < _LEAST:
        return ""
    words = _("{time} later") if delay > timedelta(0) else _("{time} earlier")
    return words.format(time=length(abs(delay)))


def departure(trip: Trip) -> datetime | None:
    """When it begins as things stand, delays included."""
    return next((leg.start for leg in trip.legs if leg.start is not None and is_instant(leg.start)), None)


def arrival(trip: Trip) -> datetime | None:
    """When it ends as things stand."""
    return next((leg.end for leg in reversed(trip.legs) if leg.end is not None and is_instant(leg.end)), None)


def lateness(trip: Trip) -> timedelta:
    """By how much it departs later than planned (negative: earlier); where it does not, by how much it arrives later.

    A walk to the station has no delay: the first leg that has one counts.
    """
    late = next((leg.departure_delay for leg in trip.legs if abs(leg.departure_delay) >= _LEAST), None)
    if late is not None:
        return late
    return trip.legs[-1].arrival_delay if trip.legs else timedelta(0)


def ends_of(event: Event) -> tuple[str, str]:
    """From where to where, in words; either is empty where it is not known."""
    trip = event.trip
    if trip is None:
        return event.location, ""
    first, last = (trip.legs[0].origin.text, trip.legs[-1].destination.text) if trip.legs else ("", "")
    return event.location or first, trip.destination.text or last


def waiting(before: Leg, after: Leg) -> timedelta | None:
    """The time to change between two legs; negative where the connection is missed, None where it is not known."""
    return after.start - before.end if before.end is not None and after.start is not None else None


def as_travelled(occurrence: Occurrence) -> Occurrence:
    """The occurrence of a trip with the times of its legs, of anything else as it is.

    Legs are about one day only: those of another day than the occurrence's say nothing about it.
    """
    trip = occurrence.event.trip
    if trip is None or not isinstance(occurrence.start, datetime) or not is_instant(occurrence.start):
        return occurrence
    start, end = departure(trip), arrival(trip)
    if start is None or end is None or end < start or abs(start - occurrence.start) >= _NEAR:
        return occurrence
    return replace(occurrence, start=start, end=end)
