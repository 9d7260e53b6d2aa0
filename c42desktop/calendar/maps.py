"""Where a place is shown on a map."""

from __future__ import annotations

from c42desktop.calendar.model import Event, Place

_MAP = "https://www.openstreetmap.org/?mlat={latitude:.6f}&mlon={longitude:.6f}#map=17/{latitude:.6f}/{longitude:.6f}"
_POLE, _ANTIMERIDIAN = 90, 180


def map_of(place: Place) -> str:
    """The address of a map with this place on it; nothing where nobody said where that is."""
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None:
        return ""
    if not (abs(latitude) <= _POLE and abs(longitude) <= _ANTIMERIDIAN):
        return ""
    return _MAP.format(latitude=latitude, longitude=longitude)


def map_link(event: Event) -> str:
    """The map of where one has to go: the first place that is known, or where a trip leads."""
    trip = () if event.trip is None else (event.trip.destination,)
    return next(filter(None, map(map_of, (*event.details.places, *trip))), "")
