"""A change in words, and the words that all of them are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from c42desktop.calendar.dates import clock, time_span
from c42desktop.calendar.model import Event, EventType, Moment, as_local
from c42desktop.calendar.repetition import repeats
from c42desktop.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: "Moved: Design review", and details such as "was 14:00, now 15:00"."""

    title: str
    details: tuple[str, ...] = ()

    def with_details(self, more: Iterable[str]) -> Told:
        """The same, and more of it."""
        return Told(self.title, (*self.details, *more))


def sentence(told: Told) -> str:
    """All in one line: "Moved: Design review — was 14:00, now 15:00"."""
    return " — ".join(part for part in (told.title, "; ".join(told.details)) if part)


def title_of(event: Event) -> str:
    """The event's title, or the words used where it has none: of a journey, its two ends."""
    if event.summary:
        return event.summary
    way = way_of(event)
    if not way:
        return _("Untitled event")
    return _("Route: {way}").format(way=way) if event.type is EventType.ROUTE else way


def way_of(event: Event) -> str:
    """ "Rotterdam Centraal to Utrecht Centraal"; empty for what is no journey."""
    destination = event.trip.destination.text if event.trip is not None else ""
    if not destination or not event.location:
        return _("To {place}").format(place=destination) if destination else ""
    return _("{origin} to {destination}").format(origin=event.location, destination=destination)


def place_of(event: Event) -> str:
    """Where it is, or from where to where; a title that says so already is not said again."""
    return (way_of(event) if event.summary else "") if event.trip is not None else event.location


def when_of(event: Event, today: date, zone: tzinfo) -> str:
    """When the event is, for a detail line. A series that began before today is told by its rule and its hours."""
    if event.start is None:
        return ""
    first = as_local(event.start, zone)
    if not event.recurring or first.date() >= today:
        when = time_span(event.start, event.end, today, zone, inline=True)
        return f"{when}, {lower(repeats(event))}" if event.recurring else when
    hours = ""
    if isinstance(event.start, datetime):
        last = as_local(event.end, zone) if event.end is not None else first
        hours = f" {clock(first)} – {clock(last)}" if last > first else f" {clock(first)}"
    return f"{lower(repeats(event))}{hours}"


def point(moment: Moment, today: date, zone: tzinfo) -> str:
    """A day, with its time where it has one, as inside a sentence."""
    return time_span(moment, None, today, zone, inline=True)


def parsed(text: str | None) -> Moment | None:
    """A time of a FieldChange, which `changes` wrote in ISO 8601."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def at(moment: Moment, today: date, zone: tzinfo) -> str:
    """A time as short as it can be: the clock alone where it is today."""
    local = as_local(moment, zone)
    return clock(local) if isinstance(moment, datetime) and local.date() == today else point(moment, today, zone)


def lower(words: str) -> str:
    """For use inside a sentence; only the first letter, as weekdays keep theirs."""
    return words[:1].lower() + words[1:]
