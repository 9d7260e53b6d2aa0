"""A trip that changed: how much earlier or later to leave, and with what."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.dates import length
from c42desktop.calendar.field_words import Fields, what_changed
from c42desktop.calendar.journey import ride_of, to_the_minute
from c42desktop.calendar.model import Event, FieldChange, Leg, as_local
from c42desktop.calendar.told import Told, at, lower, parsed, title_of
from c42desktop.calendar.trip_times import departure
from c42desktop.i18n import gettext as _

LONGEST = timedelta(hours=12)  # what moves further is another trip, not one that is late

_NONE = timedelta(0)
_TIMES = frozenset(("start", "end", "departure", "ride", "arrival"))


def tell_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> Told | None:
    """When to leave, when the train goes, when one is there: the first of them that moved. None where none did."""
    rest = {name: each for name, each in fields.items() if name not in _TIMES}
    others = what_changed(rest, event, today, zone)
    leg = ride_of(event)
    leave = _field(fields, "departure", departure(event.trip) if event.trip is not None else None)
    ride = _field(fields, "ride", leg.start if leg is not None else None)
    arrival = fields.get("arrival") or fields.get("end")
    if leave is not None and _shift(leave):
        return _leave(leave, event, today, zone, same_ride=ride is None).with_details(others)
    if ride is not None and _shift(ride):
        return _departs(ride, event, today, zone).with_details(others)
    if arrival is not None and leave is None and _shift(arrival):
        words = (
            _("Arrives {time} earlier: {summary}") if _shift(arrival) < _NONE else _("Arrives {time} later: {summary}")
        )
        title = words.format(time=length(abs(_shift(arrival))), summary=title_of(event))
        return Told(title, (_now_and_then(arrival, today, zone),)).with_details(others)
    if leave is not None and not leave.before and leave.after and not event.problem:
        title = _("Leave {time}: {summary}").format(time=_time(leave.after, today, zone), summary=title_of(event))
        return Told(title).with_details(others)
    if fields.keys() == {"route"}:
        return Told(_("New route: {summary}").format(summary=title_of(event)), tuple(others))
    return None


def _field(fields: Fields, name: str, now: datetime | None) -> FieldChange | None:
    """The change of a time that is `now`: its own, or that of the start where it moved along with it."""
    start = fields.get("start")
    along = start is not None and (now is None or to_the_minute(now) == to_the_minute(parsed(start.after)))
    return fields.get(name) or (start if along else None)


def _leave(leave: FieldChange, event: Event, today: date, zone: tzinfo, *, same_ride: bool) -> Told:
    """ "Leave 10 min earlier: train to Utrecht now departs 08:12"; without a train, what the trip is called."""
    shift, ride = _shift(leave), ride_of(event)
    if ride is None or ride.start is None:
        words = _("Leave {time} earlier: {summary}") if shift < _NONE else _("Leave {time} later: {summary}")
        title = words.format(time=length(abs(shift)), summary=title_of(event))
        return Told(title, (_now_and_then(leave, today, zone),))
    together = to_the_minute(ride.start) == to_the_minute(parsed(leave.after))
    if together or not same_ride:
        earlier, later = (
            _("Leave {time} earlier: {ride} now departs {at}"),
            _("Leave {time} later: {ride} now departs {at}"),
        )
    else:
        earlier, later = _("Leave {time} earlier: {ride} departs {at}"), _("Leave {time} later: {ride} departs {at}")
    title = (earlier if shift < _NONE else later).format(
        time=length(abs(shift)), ride=_called(ride, event), at=at(ride.start, today, zone)
    )
    when = _was(leave, today, zone) if together else _("leave {times}").format(times=_now_and_then(leave, today, zone))
    return Told(title, (when, *_from(ride)))


def _departs(ride: FieldChange, event: Event, today: date, zone: tzinfo) -> Told:
    """ "8 min later: train to Utrecht now departs 17:20": one leaves as before."""
    leg, shift = ride_of(event) or Leg(""), _shift(ride)
    words = (
        _("{time} earlier: {ride} now departs {at}") if shift < _NONE else _("{time} later: {ride} now departs {at}")
    )
    title = words.format(time=length(abs(shift)), ride=_called(leg, event), at=_time(ride.after, today, zone))
    return Told(title, (_was(ride, today, zone), *_from(leg)))


def _from(ride: Leg) -> tuple[str, ...]:
    return (_("from {place}").format(place=ride.origin.text),) if ride.origin.text else ()


def _called(ride: Leg, event: Event) -> str:
    """What somebody would call the ride inside a sentence: the title of the trip where it begins with a vehicle."""
    vehicles = (_("train"), _("bus"), _("tram"), _("metro"), _("ferry"), _("flight"), _("trip"), _("ride"), _("travel"))
    if event.summary:
        return lower(event.summary) if event.summary.partition(" ")[0].lower() in vehicles else event.summary
    place = ride.destination.text or (event.trip.destination.text if event.trip is not None else "")
    name = ride.line or _("train or bus")
    return _("{line} to {place}").format(line=name, place=place) if place else name


def _shift(field: FieldChange) -> timedelta:
    """By how much a time moved; nothing where it was not known, or is so far away that it is another one."""
    was, now = parsed(field.before), parsed(field.after)
    if not isinstance(was, datetime) or not isinstance(now, datetime) or (was.tzinfo is None) != (now.tzinfo is None):
        return _NONE
    return now - was if abs(now - was) < LONGEST else _NONE


def _now_and_then(field: FieldChange, today: date, zone: tzinfo) -> str:
    return _("{now}, was {before}").format(now=_time(field.after, today, zone), before=_before(field, today, zone))


def _was(field: FieldChange, today: date, zone: tzinfo) -> str:
    return _("was {time}").format(time=_before(field, today, zone))


def _before(field: FieldChange, today: date, zone: tzinfo) -> str:
    """What a time was; the day is named where it is another one now."""
    now = parsed(field.after)
    return _time(field.before, as_local(now, zone).date() if now is not None else today, zone)


def _time(text: str | None, today: date, zone: tzinfo) -> str:
    moment = parsed(text)
    return at(moment, today, zone) if moment is not None else ""
