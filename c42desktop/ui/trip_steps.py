"""A trip from stop to stop: what is said at each of them and on the way to the next. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.arithmetic import in_zone, shifted
from c42desktop.calendar.dates import length
from c42desktop.calendar.model import Leg, Trip
from c42desktop.calendar.names import clock
from c42desktop.calendar.trip_times import arrival, departure, shift_in_words, waiting
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line

MODES = {"car": "car", "transit": "transit", "bicycle": "bicycle", "walk": "walk"}
"""The drawing for each way to move; others get that of a route."""

_KILOMETRE = 1000
_FEW = 10


@dataclass(frozen=True, slots=True)
class Shift:
    """A time before → after: "17:04", "17:12", "8 min later". Only `words` where it goes as planned."""

    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way. `arrives` is empty at the first stop, and where one goes on at once; `departs` at the last.

    `change` says how long there is until it goes on; `missed` that this is not enough.
    """

    name: str
    arrives: str = ""
    departs: str = ""
    arrival_shift: Shift | None = None
    departure_shift: Shift | None = None
    change: str = ""
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Ride:
    """From one stop to the next: the drawing for it, and "IC 2241 · 38 min · 57 km"."""

    icon: str
    text: str
    on_foot: bool


Step = Stop | Ride


def steps(trip: Trip, zone: tzinfo) -> list[Step]:
    """Stops and rides in turn, for a reader in `zone`."""
    found: list[Step] = []
    before: Leg | None = None
    for leg in trip.legs:
        if before is not None and _same_place(before, leg):
            found.append(_between(before, leg, zone))
        else:
            if before is not None:
                found.append(_last(before, zone))
            found.append(_first(leg, zone))
        found.append(Ride(MODES.get(leg.mode, "route"), _ride_text(leg), leg.mode == "walk"))
        before = leg
    return [*found, _last(before, zone)] if before is not None else []


def summary(trip: Trip) -> str:
    """ "1 h 11 min · 60 km"."""
    starts, ends = departure(trip), arrival(trip)
    lasts = length(ends - starts) if starts is not None and ends is not None and ends > starts else ""
    return " · ".join(part for part in (lasts, distance(trip.length)) if part)


def distance(metres: int) -> str:
    """ "900 m", "1.6 km", "57 km"; nothing where it is not known."""
    if metres <= 0:
        return ""
    if metres < _KILOMETRE:
        return _("{count} m").format(count=metres)
    kilometres = metres / _KILOMETRE
    return _("{count} km").format(count=f"{kilometres:.1f}" if round(kilometres, 1) < _FEW else round(kilometres))


def spoken(step: Step) -> str:
    """The step read aloud."""
    if isinstance(step, Ride):
        return step.text.replace(" · ", ", ")
    shifts = [shift.words for shift in (step.arrival_shift, step.departure_shift) if shift is not None]
    return ", ".join(part for part in (step.arrives, step.departs, step.name, *shifts, step.change) if part)


def _first(leg: Leg, zone: tzinfo) -> Stop:
    shift = _shift(leg.start, leg.departure_delay, leg.real_time, zone)
    return Stop(_name(leg.origin.text), departs=_clock(leg.start, zone), departure_shift=shift)


def _last(leg: Leg, zone: tzinfo) -> Stop:
    shift = _shift(leg.end, leg.arrival_delay, False, zone)
    return Stop(_name(leg.destination.text), arrives=_clock(leg.end, zone), arrival_shift=shift)


def _between(before: Leg, after: Leg, zone: tzinfo) -> Stop:
    """One place where one ride ends and the next begins."""
    pause = waiting(before, after) or timedelta(0)
    arrives, departs = _clock(before.end, zone), _clock(after.start, zone)
    return Stop(
        name=_name(after.origin.text or before.destination.text),
        arrives=arrives if arrives != departs else "",
        departs=departs or arrives,
        arrival_shift=_shift(before.end, before.arrival_delay, False, zone),
        departure_shift=_shift(after.start, after.departure_delay, after.real_time and pause >= timedelta(0), zone),
        change=_change(pause),
        missed=pause < timedelta(0),
    )


def _change(pause: timedelta) -> str:
    if pause < timedelta(0):
        return _("Leaves {time} before you are there").format(time=length(max(-pause, timedelta(minutes=1))))
    return _("{time} to change").format(time=length(pause)) if pause >= timedelta(minutes=1) else ""


def _shift(moment: datetime | None, delay: timedelta, watched: bool, zone: tzinfo) -> Shift | None:
    if moment is None:
        return None
    words = shift_in_words(delay)
    if words:
        return Shift(_clock(shifted(moment, -delay), zone), _clock(moment, zone), words)
    return Shift("", "", _("On time")) if watched else None


def _ride_text(leg: Leg) -> str:
    names = {"car": _("Drive"), "transit": _("Public transport"), "bicycle": _("Cycle"), "walk": _("Walk")}
    name = one_line(leg.line) or names.get(leg.mode, one_line(leg.mode).capitalize())
    lasts = length(leg.end - leg.start) if leg.start is not None and leg.end is not None else ""
    return " · ".join(part for part in (name, lasts, distance(leg.length)) if part)


def _same_place(before: Leg, after: Leg) -> bool:
    there, here = before.destination.text, after.origin.text
    return not there or not here or one_line(there).casefold() == one_line(here).casefold()


def _name(text: str) -> str:
    return one_line(text) or _("A place without a name")


def _clock(moment: datetime | None, zone: tzinfo) -> str:
    return clock(in_zone(moment, zone)) if moment is not None else ""
