"""From an `Event` to the fields of a Calendar42 event: all of them, or those that differ from what was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import Event, Invitation, Moment, Person, Place, Status
from c42desktop.calendar.payloads.calendar42_event import ANSWERS, read_event
from c42desktop.calendar.payloads.calendar42_trip import seconds, utc, write_place, write_trip
from c42desktop.calendar.payloads.calendar42_values import Data, hsla, mapping
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.i18n import gettext as _

_MERGED = ("trip", "invitation", "creator")


def fields_of(event: Event) -> dict[str, Any]:
    """The fields that say something. Who else takes part and reminders are nothing that this format knows.

    Raises PayloadError for files, and for a series: each of its instances would have to be an event of its own.
    """
    return {name: value for name, value in _fields(event).items() if value not in ("", None, {}, [])}


def changed_fields(event: Event, before: Data) -> dict[str, Any]:
    """The fields that differ from those that were there; None for one that is gone. Raises PayloadError."""
    after = fields_of(event)
    known = fields_of(read_event(before, event.uid)) if before else {}
    if before.get("recurrence_parent") is not None:  # it is no event that this one serves
        after.pop("related_event", None)
        known.pop("related_event", None)
    changed = {name: after.get(name) for name in dict.fromkeys([*after, *known]) if after.get(name) != known.get(name)}
    return {name: _merged(before.get(name), value) if name in _MERGED else value for name, value in changed.items()}


def _merged(before: object, value: dict[str, Any] | None) -> dict[str, Any] | None:
    return {**mapping(before), **value} if value is not None else None


def _fields(event: Event) -> dict[str, Any]:
    if event.recurring:
        raise PayloadError(_("This format has no events that repeat."))
    if event.details.attachments:  # a person attached them: to leave them out would lose them without a word
        raise PayloadError(_("This format has no place for files."))
    personal, invitation = event.personal, event.personal.invitation
    return {
        "id": event.uid,
        "sync_token": event.sync_token or None,
        "event_type": event.type.value,
        "title": event.summary,
        "description": event.description,
        "color": hsla(event.color),
        "source_url": event.url,
        "logo": event.details.picture,
        **_times(event),
        "start_location": write_place(_start_place(event)),
        "end_location": write_place(_end_place(event)),
        "trip": write_trip(event.trip) if event.trip is not None else None,
        "length": event.trip.length or None if event.trip is not None else None,
        "related_event": list(event.related) if len(event.related) > 1 else next(iter(event.related), None),
        "time_buffer": seconds(event.buffer) if event.buffer is not None else None,
        "is_suggestion": event.suggested or None,
        "creator": _person(event.organizer),
        "modified": utc(event.modified),
        "state": event.status.value if event.status is not Status.CONFIRMED else None,
        "permission": personal.permission,
        "rsvp_status": {answer: name for name, answer in ANSWERS.items()}.get(personal.answer),
        "is_invitation": invitation is not None or None,
        "invitation": _invitation(invitation) if invitation is not None else None,
    }


def _invitation(invitation: Invitation) -> dict[str, Any]:
    found = {"actor": _person(invitation.actor), "message": invitation.message, "created": utc(invitation.created)}
    return {name: value for name, value in found.items() if value}


def _times(event: Event) -> dict[str, Any]:
    return {
        "start": _midnight(event.start),
        "end": _midnight(event.end),
        "start_timezone": event.timezone or _zone(event.start),
        "end_timezone": _zone(event.end),
        "all_day": event.all_day or None,
        "due": _moment(event.due),
    }


def _midnight(moment: Moment | None) -> str:
    """A day of an all-day event is its midnight."""
    if moment is None or isinstance(moment, datetime):
        return utc(moment)
    return f"{moment.isoformat()}T00:00:00.000000Z"


def _moment(moment: Moment | None) -> str:
    if moment is None or isinstance(moment, datetime):
        return utc(moment)
    return moment.isoformat()


def _zone(moment: Moment | None) -> str:
    zone = moment.tzinfo if isinstance(moment, datetime) else None
    return zone.key if isinstance(zone, ZoneInfo) else ""


def _start_place(event: Event) -> Place:
    places = event.details.places
    return replace(places[0], text=event.location) if places and event.location else Place(event.location)


def _end_place(event: Event) -> Place:
    if event.trip is not None:
        return event.trip.destination
    return next(iter(event.details.places[1:]), Place())


def _person(person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {name: value for name, value in (("first_name", person.name), ("email", person.address)) if value}
