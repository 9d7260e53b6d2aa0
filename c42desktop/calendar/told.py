"""A change in words, and the words that all of them are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from c42desktop.calendar.dates import day_label, hours, time_span
from c42desktop.calendar.model import Event, EventType, Moment, as_local
from c42desktop.calendar.names import capital, clock
from c42desktop.calendar.repetition import repeats
from c42desktop.i18n import gettext as _

_ENDS = (".", "!", "?", "…", ":")


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: "Design review moved", and details such as "today 15:00 – 16:00, was 14:00".

    Each detail is a sentence without its capital and its full stop. `body` makes the text of a notification of them,
    `sentence` a line for the terminal.
    """

    title: str
    details: tuple[str, ...] = ()

    def with_details(self, more: Iterable[str]) -> Told:
        """The same, and more of it."""
        return Told(self.title, (*self.details, *more))

    def cleaned(self, clean: Callable[[str], str]) -> Told:
        """The same with each of its texts as `clean` gives it back: some of them are others'."""
        return Told(clean(self.title), tuple(filter(None, map(clean, self.details))))


def sentence(told: Told) -> str:
    """All in one line: "Design review moved — today 15:00 – 16:00, was 14:00; Room 4, was Room 12"."""
    return " — ".join(part for part in (told.title, "; ".join(told.details)) if part)


def body(told: Told) -> str:
    """The details as sentences: "Today 15:00 – 16:00, was 14:00. Room 4, was Room 12"."""
    text = ""
    for detail in filter(None, map(capital, told.details)):
        text += (" " if text.endswith(_ENDS) else ". ") + detail if text else detail
    return text


def facts(*parts: str) -> str:
    """What is known of something, in one detail: "today 14:00 – 15:00 · Room 12"."""
    return " · ".join(filter(None, parts))


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
    """Where it is, or from where to where; a title that says so already is not said again. What has no place but a
    meeting link is a video call."""
    if event.trip is not None:
        return way_of(event) if event.summary else ""
    links = [meeting.link for meeting in event.details.meetings]
    return _("Video call") if links and event.location in ("", *links) else event.location


def when_of(event: Event, today: date, zone: tzinfo) -> str:
    """When the event is, for a detail line. A series that began before today is told by its rule and its hours."""
    if event.start is None:
        return ""
    if not event.recurring:
        return time_span(event.start, event.end, today, zone, inline=True)
    if as_local(event.start, zone).date() < today:
        return series_of(event, zone)
    return f"{time_span(event.start, event.end, today, zone, inline=True)}, {lower(repeats(event))}"


def series_of(event: Event, zone: tzinfo) -> str:
    """ "every Monday 09:00 – 10:00": a series by its rule and its hours."""
    rule = lower(repeats(event))
    return f"{rule} {hours(event.start, event.end, zone)}" if isinstance(event.start, datetime) else rule


def point(moment: Moment, today: date, zone: tzinfo) -> str:
    """A day, with its time where it has one, as inside a sentence."""
    return time_span(moment, None, today, zone, inline=True)


def past_point(moment: Moment, today: date, zone: tzinfo) -> str:
    """The same of what is over: "Friday 09:00" is the last one."""
    local = as_local(moment, zone)
    day = day_label(local.date(), today, inline=True, past=True)
    return f"{day} {clock(local)}" if isinstance(moment, datetime) else day


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
