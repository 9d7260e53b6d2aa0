"""What is told of a trip beside its times (`trip_times`): with what one travels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar.model import Event, EventType, Leg, Moment

TRANSIT = "transit"


def ride_of(event: Event) -> Leg | None:
    """The first train, tram or bus of a trip: the one that does not wait."""
    legs = event.trip.legs if event.trip is not None else ()
    return next((leg for leg in legs if leg.mode == TRANSIT and leg.start is not None), None)


def names_of_legs(event: Event) -> list[str]:
    """What each leg is called, else its mode."""
    return [leg.line or leg.mode for leg in event.trip.legs] if event.trip is not None else []


def to_the_minute(moment: Moment | None) -> Moment | None:
    """Nobody leaves some seconds later, but who watches a train tells of them."""
    return moment.replace(second=0, microsecond=0) if isinstance(moment, datetime) else moment


def with_last_routes(events: Iterable[Event], known: Iterable[Event]) -> tuple[Event, ...]:
    """The events; where the way of one is being looked up anew, what was known of it stands until it is found.

    Calendar42 publishes a trip as `loading` first: to tell that nobody knows when to leave, and a second later when,
    would be two notifications about nothing.
    """
    before = {event.uid: event for event in known}
    return tuple(_with_last_route(event, before.get(event.uid)) for event in events)


def _with_last_route(event: Event, known: Event | None) -> Event:
    trip = event.trip
    if trip is None or trip.state != "loading" or trip.legs or known is None or known.trip is None:
        return event
    fixed = event.end == known.end if event.type is EventType.ARRIVE_BY else event.start == known.start
    same_way = (event.type, event.location, trip.destination) == (known.type, known.location, known.trip.destination)
    if not fixed or not same_way:
        return event
    return replace(event, start=known.start, end=known.end, trip=replace(known.trip, state=trip.state))
