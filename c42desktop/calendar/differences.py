"""Which fields of an event differ from what they were: only what matters to a person, each as text.

Times are ISO 8601, several values stand one a line. What only a program needs (colours, tokens) is not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from c42desktop.calendar.journey import names_of_legs, ride_of, to_the_minute
from c42desktop.calendar.model import (
    Alarm,
    Event,
    EventType,
    FieldChange,
    Invitation,
    Meeting,
    Moment,
    Person,
    Trip,
    is_instant,
)
from c42desktop.calendar.trip_times import arrival, departure, lateness

_FOLLOWING = ("due", "departure", "ride", "arrival")


def differences(old: Event, new: Event) -> Iterator[FieldChange]:
    """The fields that differ, in the order a person asks for them."""
    times = tuple(_time_differences(_times(old), _times(new)))
    yield from times
    if times:
        yield from _delay_difference(old, new)
    texts_before, texts_after = _texts(old), _texts(new)
    for name, text in texts_after.items():
        if texts_before[name] != text:
            yield FieldChange(name, texts_before[name] or None, text or None)


def _time_differences(before: Mapping[str, Moment | None], after: Mapping[str, Moment | None]) -> Iterator[FieldChange]:
    """The times that differ. What moved from and to the same as another that is told already says nothing more."""
    told = set()
    for name, now in after.items():
        was = before[name]
        if _same_moment(was, now):
            continue
        span = _key_or_none(was), _key_or_none(now)
        if name not in _FOLLOWING or span not in told:
            yield FieldChange(name, _moment_text(was), _moment_text(now))
        told.add(span)


def _delay_difference(old: Event, new: Event) -> Iterator[FieldChange]:
    """By how many minutes a trip is late. What is on time again is no other trip, but the one that was planned."""
    before, after = (_delay(event.trip) if event.trip is not None else None for event in (old, new))
    if before != after and old.trip is not None and new.trip is not None:
        yield FieldChange("delay", before, after)


def _delay(trip: Trip) -> str | None:
    """The minutes (negative: early); None for less than one."""
    minutes = int(lateness(trip).total_seconds() / 60)
    return str(minutes) if minutes else None


def dates_field(old: Event, new: Event) -> FieldChange:
    """The dates that are left out of a series, before and after."""
    before, after = (_lines(str(_moment_text(moment)) for moment in event.exdates) for event in (old, new))
    return FieldChange("dates", before or None, after or None)


def _times(event: Event) -> Mapping[str, Moment | None]:
    """Every time. Those of a journey are when to leave, when its first ride goes, and when one is there."""
    ride, trip = ride_of(event), event.trip
    times = {
        "start": event.start,
        "end": event.end,
        "due": event.due,
        "departure": departure(trip) if trip is not None else None,
        "ride": ride.start if ride is not None else None,
        "arrival": arrival(trip) if trip is not None else None,
    }
    return times if trip is None else {name: to_the_minute(moment) for name, moment in times.items()}


def _texts(event: Event) -> Mapping[str, str]:
    """Every field but the times as text; several values one a line."""
    personal, trip = event.personal, event.trip
    return {
        "summary": event.summary,
        "location": event.location,
        "destination": trip.destination.text if trip is not None else "",
        "route": "\n".join(names_of_legs(event)),
        "status": event.status.value,
        "type": event.type.value,
        "busy": "" if event.busy or event.type is not EventType.NORMAL else "no",
        "suggested": "yes" if event.suggested else "",
        "invitation": _invitation_text(personal.invitation) if personal.invitation is not None else "",
        "answer": personal.answer,
        "permission": personal.permission,
        "description": event.description,
        "url": "" if event.url in (meeting.link for meeting in event.details.meetings) else event.url,
        "meetings": _lines(_meeting_text(meeting) for meeting in event.details.meetings),
        "attachments": _lines(each.name or each.url for each in event.details.attachments),
        "timezone": event.timezone,
        "organizer": person_text(event.organizer) if event.organizer else "",
        "attendees": _lines(person_text(person) for person in event.attendees),
        "categories": _lines(event.categories),
        "alarms": _lines(_alarm_text(alarm) for alarm in event.alarms),
        "recurrence": "\n".join([*event.rrules, *sorted(_moment_key(moment) for moment in event.rdates)]),
        "progress": f"{event.details.progress} %" if event.details.progress else "",
        "trip": "error" if trip is not None and trip.state == "error" else "",
        # What the server of a trip has not found out yet is no fault of the event.
        "problem": event.problem if trip is None else "",
    }


def person_text(person: Person) -> str:
    """ "Ann Jansen <ann@example.org> accepted": what is known of somebody."""
    who = f"{person.name} <{person.address}>" if person.name and person.address else person.name or person.address
    return f"{who} {person.answer}" if person.answer else who


def _lines(texts: Iterable[str]) -> str:
    """Sorted, as the order of people and alarms in a payload means nothing."""
    return "\n".join(sorted(texts))


def _invitation_text(invitation: Invitation) -> str:
    return "\n".join(filter(None, [invitation.actor.name or invitation.actor.address or "?", invitation.message]))


def _meeting_text(meeting: Meeting) -> str:
    return f"{meeting.name} {meeting.link}".strip()


def _alarm_text(alarm: Alarm) -> str:
    return alarm.at.isoformat() if alarm.at is not None else f"-PT{_seconds(alarm.before)}S"


def _seconds(before: timedelta | None) -> int:
    return round(before.total_seconds()) if before is not None else 0


def _same_moment(one: Moment | None, other: Moment | None) -> bool:
    """Whether both mean the same: instants in whatever zone, but never a date and a time."""
    if one is None or other is None:
        return one is other
    return _moment_key(one) == _moment_key(other)


def _key_or_none(moment: Moment | None) -> str:
    return _moment_key(moment) if moment is not None else ""


def _moment_key(moment: Moment) -> str:
    if isinstance(moment, datetime) and is_instant(moment):
        # Not compared directly: Python calls instants in two zones unequal where the clocks change (PEP 495).
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat()


def _moment_text(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None
