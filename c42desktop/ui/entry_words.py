"""What an entry is and how it stands with the reader, in the words that rows and details share. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit

from c42desktop.calendar import answers
from c42desktop.calendar.dates import time_span
from c42desktop.calendar.model import Event, EventType, Occurrence, Person, Place, Status, as_local
from c42desktop.calendar.names import clock
from c42desktop.calendar.people_words import first_name
from c42desktop.calendar.tasks import due_of, is_done, is_overdue, is_task
from c42desktop.calendar.trip_times import TRIPS, ends_of, lateness, shift_in_words
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.pills import Pill, PillKind, foremost


def kind_in_words(event: Event) -> str:
    """What it is, where it is not simply an event."""
    if is_done(event):
        return _("To-do, done")
    return {
        EventType.TODO: _("To-do"),
        EventType.TIME_BLOCK: _("Time block"),
        EventType.DEPART_FROM: _("Trip"),
        EventType.ARRIVE_BY: _("Trip"),
        EventType.ROUTE: _("Route"),
    }.get(event.type, "")


def inviter(event: Event) -> Person | None:
    """Who invites the reader."""
    return event.personal.invitation.actor if event.personal.invitation else event.organizer


def invites(event: Event) -> str:
    """ "Bram invites you"; nothing without a name."""
    person = inviter(event)
    name = first_name(replace(person, name=one_line(person.name))) if person else ""
    return _("{name} invites you").format(name=name) if name else ""


def own_answer(event: Event, account: str) -> str:
    """What the reader answered, where it needs to be said: who accepted simply goes."""
    answer = answers.own_answer(event, account)
    return {"declined": _("You declined"), "tentative": _("You said maybe")}.get(answer, "")


def due(event: Event, occurrence: Occurrence | None, now: datetime, shown_on: date) -> str:
    """ "Due 17:00" on the day itself, "Due tomorrow", "Due yesterday 17:00" elsewhere; nothing once it is done."""
    moment = due_of(event, occurrence) if is_task(event) and not is_done(event) else None
    if moment is None:
        return ""
    assert now.tzinfo is not None
    local = as_local(moment, now.tzinfo)
    if isinstance(moment, datetime) and local.date() == shown_on:
        return _("Due {time}").format(time=clock(local))
    return _("Due {time}").format(time=time_span(moment, None, now.date(), now.tzinfo, inline=True))


def where(event: Event) -> str:
    """The way of a trip, else the place, else how to take part from elsewhere; on one line. Of a link, where it leads
    is enough: the details have all of it."""
    if event.type in TRIPS:
        return " → ".join(part for part in map(one_line, ends_of(event)) if part)
    details = event.details
    place = event.location or next(filter(None, map(place_in_words, details.places)), "")
    if not details.meetings or (place and place not in (each.link for each in details.meetings)):
        return _host(place.strip()) or one_line(place)
    return one_line(details.meetings[0].name) or _("Video call")


def _host(place: str) -> str:
    """Of a place that is nothing but a web address."""
    try:
        parts = urlsplit(place)
        return one_line(parts.hostname or "") if parts.scheme in ("http", "https") and len(place.split()) == 1 else ""
    except ValueError:
        return ""


def place_in_words(place: Place) -> str:
    """Its name; "51.9161, 4.4637" where it has none."""
    if place.text.strip() or place.latitude is None or place.longitude is None:
        return place.text.strip()
    return f"{place.latitude:.4f}, {place.longitude:.4f}"


def pill_of(
    event: Event,
    occurrence: Occurrence | None,
    told: Pill | None,
    now: datetime,
    *,
    asked: bool,
    over: bool,
    conflict: bool = False,
) -> Pill | None:
    """The one badge of a row: of what was told of the event, and what it says by itself, the foremost."""
    if event.status is Status.CANCELLED:
        return Pill(PillKind.CANCELLED, _("Cancelled"))
    late = shift_in_words(lateness(event.trip)) if event.trip is not None else ""
    return foremost(
        Pill(PillKind.OVERDUE, _("Overdue")) if is_overdue(event, occurrence, now) else None,
        Pill(PillKind.DELAYED, late) if late else None,
        told,
        Pill(PillKind.INVITATION, _("Invitation")) if asked and not over else None,
        Pill(PillKind.OVERLAP, _("Overlaps")) if conflict and not over else None,
        Pill(PillKind.SUGGESTED, _("Suggested")) if event.suggested and not over else None,
    )
