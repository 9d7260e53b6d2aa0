"""What is told of a trip beside its times (`trip_times`): with what one travels."""

from __future__ import annotations

from datetime import datetime

from c42desktop.calendar.model import Event, Leg, Moment

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
