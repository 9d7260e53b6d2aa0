"""From an icalendar component (VEVENT, VTODO) to an `Event`; shared by iCalendar text, xCal and jCal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from c42desktop.calendar.model import (
    Alarm,
    Details,
    Event,
    EventType,
    Meeting,
    Moment,
    Place,
    Status,
)
from c42desktop.calendar.payloads.colors import color_value
from c42desktop.calendar.payloads.common import (
    MAX_VALUES,
    PayloadError,
    clean_id,
    clean_line,
    clean_text,
    default_end,
    in_range,
    later,
)
from c42desktop.calendar.payloads.fields import MEETINGS, UNKNOWN, place_text
from c42desktop.calendar.payloads.periods import with_periods
from c42desktop.calendar.payloads.property_values import (
    alarm_of,
    attachment_of,
    first_of,
    link_of,
    param,
    person_of,
    repeated,
)
from c42desktop.calendar.payloads.sieve import LEFT_OUT, NO_END
from c42desktop.calendar.payloads.zones import definitions_in, part, zone_for
from c42desktop.calendar.rules import parse_rule
from c42desktop.i18n import gettext as _
from c42desktop.i18n import marked

if TYPE_CHECKING:
    from icalendar import Component

MAX_EVENTS = 1_000
BAD_START = marked("The time of this event cannot be read.")
NO_START = marked("This event has no start time.")
BAD_END = marked("The end of this event cannot be read.")
BAD_RULE = marked("How this event repeats cannot be read.")
BAD_DATES = marked("Some dates of this event cannot be read.")
LEFT_OUT_SENTENCE = marked("This event is too large to be read whole: a part of it is left out.")
NO_END_SENTENCE = marked("The calendar text ends in the middle of this event, or does not say where it ends.")
UNKNOWN_ZONE = marked("The time zone of this event is not known: its times are shown as they were written.")
BAD_OCCURRENCE = marked("Which occurrence this event changes cannot be read.")

EVENT_NAMES = ("vevent", "vtodo")
_NAMES = tuple(name.upper() for name in EVENT_NAMES)
_STATUS = {status.value.upper(): status for status in Status}
_CUT = "#cut"
_UNFINISHED = marked("The calendar text has no end: a part of it is missing.")


def events_in(roots: Iterable[Component], item_id: str, limit: int = MAX_EVENTS) -> tuple[Event, ...]:
    """Every VEVENT and VTODO below `roots` as an event. Broken ones say so in `problem`.

    VJOURNAL and VFREEBUSY are kept in the payload and are no events. Where there are more than `limit`, the last
    event says so. Raises PayloadError where there is none.
    """
    trees = [(root, list(root.walk())) for root in roots]
    zones = definitions_in([each for _root, tree in trees for each in tree if each.name == "VTIMEZONE"])
    wanted = [(each, _withdrawn(root)) for root, tree in trees for each in tree if each.name in _NAMES]
    if not wanted:
        raise PayloadError(_none([each for _root, tree in trees for each in tree]))
    unfinished = not any(NO_END in each for each, _w in wanted) and any(NO_END in root for root, _tree in trees)
    read = (_read(_Reader(each, zones, withdrawn), item_id) for each, withdrawn in wanted[:limit])
    events = tuple(islice(chain.from_iterable(read), max(limit, MAX_EVENTS)))  # dates with a length of their own, too
    if len(wanted) > limit:
        return (*events, _cut(item_id, limit))
    return (*events, Event(uid=item_id + _CUT, problem=_(_UNFINISHED))) if unfinished else events


def _read(reader: _Reader, item_id: str) -> list[Event]:
    """The events of one component; where reading it fails in a way nobody thought of, it hides no other one."""
    try:
        return reader.events(item_id)
    except Exception:  # the edge to hostile input, as in `payloads.read`: what fails costs its own event only
        return [Event(uid=item_id, problem=_("This event cannot be read."))]


def _none(components: Sequence[Component]) -> str:
    if not components or any(NO_END in each for each in components):
        return _(_UNFINISHED)
    if any(each.name in ("VJOURNAL", "VFREEBUSY") for each in components):
        return _("The calendar holds notes or busy times, but no event.")
    return _("The calendar holds no event.")


def _withdrawn(root: Component) -> bool:
    """Whether the calendar was sent to cancel its events (METHOD, RFC 5546 §1.4)."""
    return str(root.get("METHOD", "")).strip().upper() == "CANCEL"


def _cut(item_id: str, limit: int) -> Event:
    """Stands for the events that were left out."""
    sentence = _("This holds more than {limit} events. Only the first {limit} are shown.")
    return Event(uid=item_id + _CUT, problem=sentence.format(limit=limit))


def is_cut(event: Event) -> bool:
    """Whether this stands for events that were left out, and is none itself."""
    return event.uid.endswith(_CUT) and event.start is None and bool(event.problem)


def has_component(event: Event) -> bool:
    """Whether an event that was read has a component of its own: what is made of a part of another counts below 0."""
    return not is_cut(event) and event.sequence >= 0


class _Reader:
    """Reads one component; the first thing that cannot be read becomes the event's `problem`."""

    def __init__(self, component: Component, zones: Mapping[str, tzinfo], withdrawn: bool) -> None:
        self.component = component
        self.zones = zones
        self.withdrawn = withdrawn
        self.task = component.name == "VTODO"
        unfinished = any(NO_END in each for each in (component, *component.subcomponents))
        self.problem = LEFT_OUT_SENTENCE if LEFT_OUT in component else NO_END_SENTENCE if unfinished else ""

    def events(self, item_id: str) -> list[Event]:
        """The component as an event, and its dates that have a length of their own."""
        readable = [group for group in self.values("RDATE") if part(group, "dts") is not None]
        return with_periods(_begun(self.event(item_id)), readable, self.placed)

    def event(self, item_id: str) -> Event:
        """The component as an event; `item_id` stands in for a missing UID."""
        start, end = self.span()
        organizer = self.first("ORGANIZER")
        place = self.place()
        return Event(
            uid=clean_id(self.string("UID")) or item_id,
            type=EventType.TODO if self.task else EventType.NORMAL,
            summary=clean_line(self.string("SUMMARY")),
            start=start,
            end=None if self.task else end,
            due=end if self.task else None,
            status=self.status(),
            location=clean_line(self.string("LOCATION")) or (place_text(*_spot(place)) if place is not None else ""),
            description=clean_text(self.string("DESCRIPTION")),
            url=clean_id(self.string("URL")),
            timezone=self.zone_name("DTSTART") or self.zone_name("DUE"),
            categories=tuple(self.categories())[:MAX_VALUES],
            organizer=person_of(organizer) if organizer is not None else None,
            attendees=tuple(person_of(value) for value in self.values("ATTENDEE")[:MAX_VALUES]),
            alarms=tuple(alarm for group in self.alarms(start, end) for alarm in group)[:MAX_VALUES],
            rrules=tuple(self.rules()),
            rdates=tuple(self.dates("RDATE")),
            exdates=tuple(self.dates("EXDATE")),
            recurrence_id=self.moment("RECURRENCE-ID", BAD_OCCURRENCE),
            and_future=param(self.first("RECURRENCE-ID"), "RANGE").upper() == "THISANDFUTURE",
            busy=self.string("TRANSP").strip().upper() != "TRANSPARENT",
            color=color_value(self.string("COLOR")),
            related=tuple(clean_id(str(value)) for value in self.values("RELATED-TO")[:MAX_VALUES]),
            details=self.details(place),
            sequence=self.number("SEQUENCE", 2**31),
            modified=self.modified(),
            problem=_(self.problem) if self.problem else "",
        )

    def details(self, place: Place | None) -> Details:
        """What few events have."""
        language = clean_line(param(self.first("SUMMARY"), "LANGUAGE"), 40)
        return Details(
            places=() if place is None else (place,),
            meetings=tuple(self.meetings())[:MAX_VALUES],
            attachments=tuple(map(attachment_of, self.values("ATTACH")[:MAX_VALUES])),
            picture=next((link for value in self.values("IMAGE") if (link := link_of(value))), ""),
            languages=(language,) if language else (),
            priority=self.number("PRIORITY", 9),
            progress=self.number("PERCENT-COMPLETE", 100),
        )

    def blame(self, sentence: str) -> None:
        """Remember the first problem."""
        self.problem = self.problem or sentence

    def values(self, name: str) -> list[Any]:
        """All values of a property; the library gives one bare and several as a list."""
        value = self.component.get(name)
        return [] if value is None else list(value) if isinstance(value, list) else [value]

    def first(self, name: str) -> Any:
        """The first value of a property, None without one."""
        return next(iter(self.values(name)), None)

    def string(self, name: str) -> str:
        """The first value of a property as text."""
        value = self.first(name)
        return "" if value is None else str(value)

    def number(self, name: str, highest: int) -> int:
        """A number from 0 to `highest`, 0 for anything else."""
        text = self.string(name).strip()
        return int(text) if text.isdecimal() and len(text) < 12 and int(text) <= highest else 0

    def status(self) -> Status:
        """STATUS, which the whole calendar may say, too."""
        found = _STATUS.get(self.string("STATUS").strip().upper(), Status.CONFIRMED)
        return Status.CANCELLED if self.withdrawn else found

    def modified(self) -> datetime | None:
        """LAST-MODIFIED, else DTSTAMP, which without a METHOD is the same (RFC 5545 §3.8.7.2)."""
        for name in ("LAST-MODIFIED", "DTSTAMP"):
            moment = self.placed(part(self.first(name), "dt"), self.zone_name(name))
            if isinstance(moment, datetime):
                utc = moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
                return utc if utc != UNKNOWN else None
        return None

    def span(self) -> tuple[Moment | None, Moment | None]:
        """Start and end; of a task when it may begin and is due, both of which it may do without (§3.6.2)."""
        start = self.moment("DTSTART", BAD_START)
        end = self.moment("DUE" if self.task else "DTEND", BAD_END)
        if self.task and (start is None or end is not None):
            return start, end
        if start is None:
            self.blame(NO_START)
            return None, None
        if end is None:
            end = self.end_by_duration(start)
        return start, end if self.task else default_end(start, end)

    def end_by_duration(self, start: Moment) -> Moment | None:
        """DTSTART plus DURATION, None without one."""
        value = self.first("DURATION")
        if value is None:
            return None
        duration = part(value, "dt")
        end = later(start, duration) if isinstance(duration, timedelta) else None
        if end is None:
            self.blame(BAD_END)
        return end

    def moment(self, name: str, problem: str) -> Moment | None:
        """The moment of a property, None without one or, with `problem` remembered, where it cannot be read."""
        value = self.first(name)
        if value is None:
            return None
        moment = self.placed(part(value, "dt"), self.zone_name(name))
        if moment is None:
            self.blame(problem)
        return moment

    def placed(self, raw: object, zone_name: str) -> Moment | None:
        """A raw date or date-time in its zone; naive (floating) where the zone is not known."""
        if isinstance(raw, tuple) and raw:
            raw = raw[0]
        if not isinstance(raw, date) or not in_range(raw):
            return None
        if isinstance(raw, datetime):
            if raw.tzinfo is not None:
                return raw.replace(tzinfo=UTC)
            zone = zone_for(zone_name, self.zones) if zone_name else None
            if zone_name and zone is None:
                self.blame(UNKNOWN_ZONE)
            return raw.replace(tzinfo=zone)
        return raw

    def zone_name(self, name: str) -> str:
        """The TZID of a property; a time in UTC has none (§3.2.19)."""
        value = self.first(name)
        if getattr(part(value, "dt"), "tzinfo", None) is not None:
            return ""
        return clean_line(param(value, "TZID"), 100)

    def dates(self, name: str) -> Iterator[Moment]:
        """The moments of RDATE or EXDATE; of a period its start."""
        for group in self.values(name):
            entries = part(group, "dts")
            if entries is None:
                self.blame(BAD_DATES)
                continue
            zone = clean_line(param(group, "TZID"), 100)
            for entry in entries[: 10 * MAX_VALUES]:
                moment = self.placed(entry.dt, zone)
                if moment is None:
                    self.blame(BAD_DATES)
                else:
                    yield moment

    def rules(self) -> Iterator[str]:
        """The RRULE texts that can be followed."""
        for value in self.values("RRULE")[:10]:
            text = value.to_ical().decode("utf-8", "replace")
            try:
                parse_rule(text)
            except ValueError:
                self.blame(BAD_RULE)
            else:
                yield text

    def categories(self) -> Iterator[str]:
        """All categories of all CATEGORIES lines."""
        for value in self.values("CATEGORIES"):
            for text in part(value, "cats") or ():
                yield clean_line(str(text))

    def place(self) -> Place | None:
        """Where GEO says that it is, None without one."""
        geo = self.first("GEO")
        latitude, longitude = part(geo, "latitude"), part(geo, "longitude")
        if not isinstance(latitude, float) or not isinstance(longitude, float):
            return None
        if not (abs(latitude) <= 90 and abs(longitude) <= 360):
            return None
        return Place(clean_line(self.string("LOCATION")), latitude, longitude)

    def meetings(self) -> Iterator[Meeting]:
        """Ways to take part from elsewhere, each link once; without a LABEL, what the FEATUREs are names it."""
        links = set()
        for value in (value for name in MEETINGS for value in self.values(name)):
            link = clean_id(str(value))
            if link and link not in links:
                links.add(link)
                feature = clean_line(param(value, "FEATURE").replace(",", ", ")).capitalize()
                yield Meeting(link, clean_line(param(value, "LABEL")) or feature)

    def alarms(self, start: Moment | None, end: Moment | None) -> Iterator[tuple[Alarm, ...]]:
        """The alarms of each VALARM, none of one that cannot be read (RFC 5545 §3.6.6)."""
        for alarm in self.component.subcomponents:
            if alarm.name == "VALARM":
                yield tuple(repeated(alarm, alarm_of(first_of(alarm.get("TRIGGER")), start, end)))


def _begun(event: Event) -> Event:
    """A to-do that repeats counts from a start (RFC 5545 §3.8.2.4); one that is only due begins when it is."""
    repeats = event.recurring or event.recurrence_id is not None
    return replace(event, start=event.due) if event.start is None and repeats else event


def _spot(place: Place) -> tuple[float, float]:
    return place.latitude or 0.0, place.longitude or 0.0
