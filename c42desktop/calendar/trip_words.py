"""A trip that changed: how much earlier or later to leave, and with what."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.dates import spelled
from c42desktop.calendar.field_words import what_changed
from c42desktop.calendar.journey import ride_of, to_the_minute
from c42desktop.calendar.model import Event, FieldChange, Leg, as_local
from c42desktop.calendar.time_words import Fields
from c42desktop.calendar.told import Told, at, parsed, title_of
from c42desktop.calendar.trip_times import departure
from c42desktop.i18n import gettext as _

LONGEST = timedelta(hours=12)  # what moves further is another trip, not one that is late

_NONE = timedelta(0)
_TIMES = frozenset(("start", "end", "departure", "ride", "arrival", "delay"))


def tell_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> Told | None:
    """When to leave, when the train goes, when one is there: the first of them that moved. None where none did."""
    rest = {name: each for name, each in fields.items() if name not in _TIMES}
    others = what_changed(rest, event, today, zone)
    leave, ride, arrival = _times_of(fields, event)
    if leave is not None and _shift(leave):
        return Told(_leave_title(leave), _leave(leave, ride, fields, event, today, zone)).with_details(others)
    if ride is not None and _shift(ride):
        return _departs(ride, fields, event, today, zone).with_details(others)
    if arrival is not None and leave is None and "start" not in fields and _shift(arrival):
        words = (
            _("{summary} arrives {time} earlier") if _shift(arrival) < _NONE else _("{summary} arrives {time} later")
        )
        title = words.format(time=spelled(abs(_shift(arrival))), summary=title_of(event))
        return Told(title, (_now_and_then(arrival, today, zone),)).with_details(others)
    if leave is not None and not leave.before and leave.after and not event.problem:
        return Told(leave_at(leave.after, event, today, zone), tuple(others))
    if fields.keys() == {"route"}:
        return Told(_("{summary}: new route").format(summary=title_of(event)), tuple(others))
    return None


def list_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> Told | None:
    """The same for a list of changes, which names the trip, and shows its times before → after by itself."""
    leave, ride, _arrival = _times_of(fields, event)
    if ride is not None and _shift(ride):
        words = _("{ride} departs earlier") if _shift(ride) < _NONE else _("{ride} delayed")
        words = _("{ride} is on time again") if _on_time(fields) else words
        apart = leave is not None and _shift(leave) and not _same(leave, ride)
        details = (_leave_later(leave, event, today, zone),) if leave is not None and apart else ()
        return Told(words.format(ride=_called(ride_of(event), event)), details)
    if leave is not None and _shift(leave):
        words = _("{summary}: leave {time} earlier") if _shift(leave) < _NONE else _("{summary}: leave {time} later")
        return Told(words.format(summary=title_of(event), time=spelled(abs(_shift(leave)))))
    return None


def as_travelled(fields: Fields, event: Event) -> Fields:
    """The fields, with the times of a trip by what they are to who travels, each that says something new."""
    leave, ride, arrival = _times_of(fields, event)
    first = next((each for each in (ride, leave) if each is not None and _shift(each)), None)
    if first is None:
        return fields
    times = {"ride": ride} if ride is not None else {}
    if leave is not None and (ride is None or not _same(leave, ride)):
        times["departure"] = leave
    if arrival is not None and _shift(arrival) != _shift(first):
        times["arrival"] = arrival
    named = {name: FieldChange(name, each.before, each.after) for name, each in times.items()}
    return {**named, **{name: each for name, each in fields.items() if name not in _TIMES}}


def leave_at(text: str | None, event: Event, today: date, zone: tzinfo) -> str:
    """ "Leave at 17:12: Train to Utrecht"; `text` is the time in ISO 8601."""
    moment = parsed(text)
    is_today = moment is not None and as_local(moment, zone).date() == today
    words = _("Leave at {time}: {summary}") if is_today else _("Leave {time}: {summary}")
    return words.format(time=_time(text, today, zone), summary=title_of(event))


def _times_of(fields: Fields, event: Event) -> tuple[FieldChange | None, FieldChange | None, FieldChange | None]:
    """When to leave, when the first ride goes, when one is there, as far as they changed."""
    ride = ride_of(event)
    leave = _field(fields, "departure", departure(event.trip) if event.trip is not None else None)
    departs = _field(fields, "ride", ride.start) or _along(leave, ride) if ride is not None else fields.get("ride")
    return leave, departs, fields.get("arrival") or fields.get("end")


def _along(leave: FieldChange | None, ride: Leg) -> FieldChange | None:
    """The ride's change, where it is when one leaves."""
    together = leave is not None and to_the_minute(ride.start) == to_the_minute(parsed(leave.after))
    return leave if together else None


def _field(fields: Fields, name: str, now: datetime | None) -> FieldChange | None:
    """The change of a time that is `now`: its own, or that of the start where it moved along with it."""
    start = fields.get("start")
    along = start is not None and (now is None or to_the_minute(now) == to_the_minute(parsed(start.after)))
    return fields.get(name) or (start if along else None)


def _leave_title(leave: FieldChange) -> str:
    words = _("Leave {time} earlier") if _shift(leave) < _NONE else _("Leave {time} later")
    return words.format(time=spelled(abs(_shift(leave))))


def _leave(
    leave: FieldChange, moved: FieldChange | None, fields: Fields, event: Event, today: date, zone: tzinfo
) -> tuple[str, ...]:
    """ "Train to Utrecht now departs 17:12 from Rotterdam Centraal"; without a train, what the trip is called."""
    ride = ride_of(event)
    if ride is None or ride.start is None:
        words = _("{summary}: leave {time}, was {before}")
        now, before = _time(leave.after, today, zone), _before(leave, today, zone)
        return (words.format(summary=title_of(event), time=now, before=before),)
    if _on_time(fields):
        from_there, somewhere = (
            _("{ride} is on time again: {time} from {place}"),
            _("{ride} is on time again: {time}"),
        )
    elif moved is not None:
        from_there, somewhere = _("{ride} now departs {time} from {place}"), _("{ride} now departs {time}")
    else:
        from_there, somewhere = _("{ride} departs {time} from {place}"), _("{ride} departs {time}")
    departs = (from_there if ride.origin.text else somewhere).format(
        ride=_called(ride, event), time=at(ride.start, today, zone), place=ride.origin.text
    )
    if to_the_minute(ride.start) == to_the_minute(parsed(leave.after)):
        return (departs,)
    return departs, _("leave {times}").format(times=_now_and_then(leave, today, zone))


def _departs(ride: FieldChange, fields: Fields, event: Event, today: date, zone: tzinfo) -> Told:
    """ "Train to Utrecht departs 8 minutes later": one leaves as before."""
    leg = ride_of(event)
    words = _("{ride} departs {time} earlier") if _shift(ride) < _NONE else _("{ride} departs {time} later")
    words = _("{ride} is on time again") if _on_time(fields) else words
    title = words.format(ride=_called(leg, event), time=spelled(abs(_shift(ride))))
    if leg is None or not leg.origin.text:
        return Told(title, (_now_and_then(ride, today, zone),))
    detail = _("{time} from {place}, was {before}").format(
        time=_time(ride.after, today, zone), place=leg.origin.text, before=_before(ride, today, zone)
    )
    return Told(title, (detail,))


def _leave_later(leave: FieldChange, event: Event, today: date, zone: tzinfo) -> str:
    """ "leave home at 16:50, 8 minutes later"."""
    shift, moment = _shift(leave), parsed(leave.after)
    words = _("{time} earlier") if shift < _NONE else _("{time} later")
    shifted, time = words.format(time=spelled(abs(shift))), _time(leave.after, today, zone)
    place = event.trip.legs[0].origin.text if event.trip is not None and event.trip.legs else ""
    if not place or moment is None or as_local(moment, zone).date() != today:
        return _("leave {time}, {shifted}").format(time=time, shifted=shifted)
    place = _("home") if place.lower() == _("home") else place
    return _("leave {place} at {time}, {shifted}").format(place=place, time=time, shifted=shifted)


def _called(ride: Leg | None, event: Event) -> str:
    """What somebody would call the ride: the title of the trip, else the line and where it goes."""
    if event.summary or ride is None:
        return title_of(event)
    place = ride.destination.text or (event.trip.destination.text if event.trip is not None else "")
    name = ride.line or _("Train or bus")
    return _("{line} to {place}").format(line=name, place=place) if place else name


def _on_time(fields: Fields) -> bool:
    """Whether it was late, or early, and is not any more."""
    return "delay" in fields and not fields["delay"].after


def _same(one: FieldChange, other: FieldChange) -> bool:
    return (one.before, one.after) == (other.before, other.after)


def _shift(field: FieldChange) -> timedelta:
    """By how much a time moved; nothing where it was not known, or is so far away that it is another one."""
    was, now = parsed(field.before), parsed(field.after)
    if not isinstance(was, datetime) or not isinstance(now, datetime) or (was.tzinfo is None) != (now.tzinfo is None):
        return _NONE
    return now - was if abs(now - was) < LONGEST else _NONE


def _now_and_then(field: FieldChange, today: date, zone: tzinfo) -> str:
    return _("{now}, was {before}").format(now=_time(field.after, today, zone), before=_before(field, today, zone))


def _before(field: FieldChange, today: date, zone: tzinfo) -> str:
    """What a time was; the day is named where it is another one now."""
    now = parsed(field.after)
    return _time(field.before, as_local(now, zone).date() if now is not None else today, zone)


def _time(text: str | None, today: date, zone: tzinfo) -> str:
    moment = parsed(text)
    return at(moment, today, zone) if moment is not None else ""
