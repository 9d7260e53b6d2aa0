"""From the fields of an `Event` to properties, in the form of jCal (RFC 7265 §3.4): [name, parameters, type, value…].

That form is between all formats of the family: each is written from it, and reads its own properties into it. Each
group of fields stands in properties of its own, so that one changed field changes those alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any

from c42desktop.calendar.model import Alarm, Event, EventType, Moment, Person, Place, Status
from c42desktop.calendar.payloads.colors import color_name
from c42desktop.calendar.payloads.zones import zone_for

Property = list[Any]

MEETINGS = ("conference", "x-google-conference", "x-microsoft-skypeteamsmeetingurl")

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in DTSTAMP, which must be there, where nobody knows it."""


@dataclass(frozen=True, slots=True)
class Group:
    """What of an event (`of`) stands in which properties; `each` where every part of it has one of its own."""

    names: tuple[str, ...]
    of: Callable[[Event], tuple[object, ...]]
    properties: Callable[[Event], Iterable[Property]]
    each: bool = False


def component_name(event: Event) -> str:
    """The component that holds such an event."""
    return "vtodo" if event.type is EventType.TODO else "vevent"


def place_text(latitude: float, longitude: float) -> str:
    """What stands for a place that has no name."""
    return f"{latitude},{longitude}"


def zone_names(event: Event) -> dict[str, tzinfo]:
    """The zones that the properties of an event name, by TZID; those that nobody knows are left out."""
    named = [event.start, event.end, event.due, event.recurrence_id, *event.rdates, *event.exdates]
    found: dict[str, tzinfo] = {}
    for moment in (_placed(moment, event) for moment in named if moment is not None):
        if isinstance(moment, datetime) and moment.tzinfo is not None and (name := _zone_name(moment, event)):
            found[name] = moment.tzinfo
    return found


def moment_property(name: str, event: Event, moment: Moment, **params: str) -> Property:
    """A property of one moment."""
    moment = _placed(moment, event)
    zone = _zone_name(moment, event)
    kind = "date-time" if isinstance(moment, datetime) else "date"
    return [name, params | ({"tzid": zone} if zone else {}), kind, _moment(moment, zone)]


def duration_text(length: timedelta) -> str:
    """A DURATION (RFC 5545 §3.3.6): in days and seconds, as weeks go with nothing else."""
    sign, length = ("-", -length) if length < timedelta(0) else ("", length)
    seconds = f"T{length.seconds}S" if length.seconds or not length.days else ""
    days = f"{length.days}D" if length.days else ""
    for unit, size in (("H", 3600), ("M", 60)):
        if length.seconds and length.seconds % size == 0:
            seconds = f"T{length.seconds // size}{unit}"
            break
    return f"{sign}P{days}{seconds}"


def alarm_component(alarm: Alarm, event: Event) -> list[Any]:
    """A VALARM that shows the title (§3.6.6)."""
    if alarm.at is not None:
        trigger = ["trigger", {}, "date-time", _moment(alarm.at, "")]
    else:
        trigger = ["trigger", {}, "duration", duration_text(-(alarm.before or timedelta(0)))]
    shown = ["description", {}, "text", event.summary or "-"]
    return ["valarm", [["action", {}, "text", "DISPLAY"], shown, trigger], []]


def _placed(moment: Moment, event: Event) -> Moment:
    """A moment in UTC, or at an offset, in the zone that the event names: a series needs it, and a reader sees it."""
    if not isinstance(moment, datetime) or not isinstance(moment.tzinfo, timezone) or not event.timezone:
        return moment
    zone = zone_for(event.timezone, {})
    return moment if zone is None else moment.astimezone(zone)


def _zone_name(moment: Moment, event: Event) -> str:
    """The TZID of a moment: the name the payload gave for its start, for all that is in the same zone.

    Empty for dates, for UTC, and for plain offsets, which are written in UTC. A floating time has one where the
    payload named a zone that nobody knows.
    """
    if not isinstance(moment, datetime) or isinstance(moment.tzinfo, timezone):
        return ""
    zone, own = moment.tzinfo, event.start if event.start is not None else event.due
    own = None if own is None else _placed(own, event)
    if event.timezone and isinstance(own, datetime) and own.tzinfo == zone:
        return event.timezone
    # A zone of the system has a key, one that a payload defines a name.
    return str(getattr(zone, "key", getattr(zone, "name", "")))


def _moment(moment: Moment, zone: str) -> str:
    """2026-03-27, 2026-03-27T10:00:00 or, in UTC, 2026-03-27T10:00:00Z."""
    if not isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d}".rjust(10, "0")
    utc = moment.tzinfo is not None and not zone
    clock = (moment.astimezone(UTC) if utc else moment).replace(tzinfo=None, microsecond=0, fold=0)
    return clock.isoformat() + ("Z" if utc else "")


def _text(name: str, text: str, **params: str) -> list[Property]:
    return [[name, params, "text", text]] if text else []


def _number(name: str, number: int) -> list[Property]:
    return [[name, {}, "integer", number]] if number > 0 else []


def _progress(event: Event) -> list[Property]:
    return _number("percent-complete", event.details.progress)


def _uri(name: str, link: str) -> list[Property]:
    return [[name, {}, "uri", link]] if link else []


def _summary(event: Event) -> list[Property]:
    language = {"language": event.details.languages[0]} if event.details.languages else {}
    return _text("summary", event.summary, **language)


def _where(event: Event) -> Iterator[Property]:
    """LOCATION, and GEO of the first place with coordinates; a location that only repeats those is none."""
    spot = _spot(event)
    latitude, longitude = (spot.latitude, spot.longitude) if spot is not None else (None, None)
    if latitude is None or longitude is None:
        yield from _text("location", event.location)
        return
    if event.location != place_text(latitude, longitude):
        yield from _text("location", event.location)
    yield ["geo", {}, "float", [latitude, longitude]]


def _spot(event: Event) -> Place | None:
    places = event.details.places
    return next((place for place in places if place.latitude is not None and place.longitude is not None), None)


def _start(event: Event) -> list[Property]:
    return [moment_property("dtstart", event, event.start)] if event.start is not None else []


def _end(event: Event) -> list[Property]:
    """DTEND; for a task DUE, which is all that it has."""
    if event.type is EventType.TODO:
        return [moment_property("due", event, event.due)] if event.due is not None else []
    return [moment_property("dtend", event, event.end)] if event.end is not None else []


def _moments(name: str, event: Event, moments: Iterable[Moment]) -> Iterator[Property]:
    return (moment_property(name, event, moment) for moment in moments)


def _occurrence(event: Event) -> list[Property]:
    if event.recurrence_id is None:
        return []
    reach = {"range": "THISANDFUTURE"} if event.and_future else {}
    return [moment_property("recurrence-id", event, event.recurrence_id, **reach)]


def _person(name: str, person: Person) -> Property:
    params = {"cn": person.name, "partstat": person.answer.upper()}
    address = person.address if ":" in person.address else f"mailto:{person.address}"
    return [name, {key: value for key, value in params.items() if value}, "cal-address", address]


def _organizer(event: Event) -> list[Property]:
    return [_person("organizer", event.organizer)] if event.organizer is not None else []


def _categories(event: Event) -> Iterator[Property]:
    return (["categories", {}, "text", category] for category in event.categories)


def _attendees(event: Event) -> Iterator[Property]:
    return (_person("attendee", person) for person in event.attendees)


def _meetings(event: Event) -> Iterator[Property]:
    """CONFERENCE (RFC 7986 §5.11); iCalendar has no place for instructions."""
    for meeting in event.details.meetings:
        yield ["conference", {"label": meeting.name} if meeting.name else {}, "uri", meeting.link]


def _attachments(event: Event) -> Iterator[Property]:
    for each in event.details.attachments:
        params = {"fmttype": each.media_type, "filename": each.name, "size": str(each.size or "")}
        yield ["attach", {key: value for key, value in params.items() if value}, "uri", each.url]


def _related(event: Event) -> Iterator[Property]:
    return (["related-to", {}, "text", uid] for uid in event.related)


def _rules(event: Event) -> Iterator[Property]:
    return (["rrule", {}, "recur", rule] for rule in event.rrules)


def _modified(event: Event) -> list[Property]:
    return [["last-modified", {}, "date-time", _moment(event.modified, "")]] if event.modified is not None else []


def _status(event: Event) -> list[Property]:
    return _text("status", "" if event.status is Status.CONFIRMED else event.status.value.upper())


GROUPS = (
    Group(("recurrence-id",), lambda event: (event.recurrence_id, event.and_future), _occurrence),
    Group(("summary",), lambda event: (event.summary, event.details.languages[:1]), _summary),
    Group(("dtstart",), lambda event: (event.start, event.timezone), _start),
    Group(("dtend", "duration", "due"), lambda event: (event.end, event.due, event.timezone), _end),
    Group(("rrule",), lambda event: event.rrules, _rules, each=True),
    Group(("rdate",), lambda event: event.rdates, lambda event: _moments("rdate", event, event.rdates), each=True),
    Group(("exdate",), lambda event: event.exdates, lambda event: _moments("exdate", event, event.exdates), each=True),
    Group(("status",), lambda event: (event.status,), _status),
    Group(("location", "geo"), lambda event: (event.location, _spot(event)), _where),
    Group(("description",), lambda event: (event.description,), lambda event: _text("description", event.description)),
    Group(("url",), lambda event: (event.url,), lambda event: _uri("url", event.url)),
    Group(("categories",), lambda event: event.categories, _categories, each=True),
    Group(("organizer",), lambda event: (event.organizer,), _organizer),
    Group(("attendee",), lambda event: event.attendees, _attendees, each=True),
    Group(MEETINGS, lambda event: event.details.meetings, _meetings, each=True),
    Group(("attach",), lambda event: event.details.attachments, _attachments, each=True),
    Group(("related-to",), lambda event: event.related, _related, each=True),
    Group(("transp",), lambda event: (event.busy,), lambda event: _text("transp", "" if event.busy else "TRANSPARENT")),
    Group(("color",), lambda event: (event.color,), lambda event: _text("color", color_name(event.color))),
    Group(("image",), lambda event: (event.details.picture,), lambda event: _uri("image", event.details.picture)),
    Group(("priority",), lambda event: (event.details.priority,), lambda e: _number("priority", e.details.priority)),
    Group(("percent-complete",), lambda event: (event.details.progress,), _progress),
    Group(("sequence",), lambda event: (event.sequence,), lambda event: _number("sequence", event.sequence)),
    Group(("last-modified",), lambda event: (event.modified,), _modified),
)
