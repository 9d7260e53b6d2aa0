"""From an icalendar component (VEVENT, VTODO) to an `Event`; shared by iCalendar text, xCal and jCal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from c42desktop.calendar.model import Alarm, Event, Moment, Person, Status
from c42desktop.calendar.payloads.common import (
    MAX_VALUES,
    clean_id,
    clean_line,
    clean_text,
    default_end,
    in_range,
    later,
)
from c42desktop.calendar.payloads.zones import definitions_in, zone_for
from c42desktop.calendar.rules import parse_rule

if TYPE_CHECKING:
    from icalendar import Component

MAX_EVENTS = 1_000
BAD_START = "The time of this event cannot be read."
NO_START = "This event has no start time."
NO_DATE = "This task has no date."
BAD_END = "The end of this event cannot be read."
BAD_RULE = "How this event repeats cannot be read."
BAD_DATES = "Some dates of this event cannot be read."
BAD_OCCURRENCE = "Which occurrence this event changes cannot be read."

_STATUS = {"CANCELLED": Status.CANCELLED, "TENTATIVE": Status.TENTATIVE}


def events_in(roots: Iterable[Component], item_id: str, limit: int = MAX_EVENTS) -> tuple[Event, ...]:
    """Every VEVENT and VTODO below `roots` as an event; the first `limit`. Broken ones say so in `problem`."""
    components = [component for root in roots for component in root.walk()]
    zones = definitions_in([component for component in components if component.name == "VTIMEZONE"])
    wanted = [component for component in components if component.name in ("VEVENT", "VTODO")]
    return tuple(_Reader(component, zones).event(item_id) for component in wanted[:limit])


class _Reader:
    """Reads one component; the first thing that cannot be read becomes the event's `problem`."""

    def __init__(self, component: Component, zones: Mapping[str, tzinfo]) -> None:
        self.component = component
        self.zones = zones
        self.problem = ""

    def event(self, item_id: str) -> Event:
        """The component as an event; `item_id` stands in for a missing UID."""
        start, end = self.span()
        organizer = self.first("ORGANIZER")
        return Event(
            uid=clean_id(self.string("UID")) or item_id,
            summary=clean_line(self.string("SUMMARY")),
            start=start,
            end=end,
            status=_STATUS.get(self.string("STATUS").strip().upper(), Status.CONFIRMED),
            location=clean_line(self.string("LOCATION")) or self.coordinates(),
            description=clean_text(self.string("DESCRIPTION")),
            url=clean_id(self.string("URL") or self.string("CONFERENCE")),
            timezone=self.zone_name("DTSTART") or self.zone_name("DUE"),
            categories=tuple(self.categories())[:MAX_VALUES],
            organizer=_person(organizer) if organizer is not None else None,
            attendees=tuple(_person(value) for value in self.values("ATTENDEE")[:MAX_VALUES]),
            alarms=tuple(self.alarms(start, end))[:MAX_VALUES],
            rrules=tuple(self.rules()),
            rdates=tuple(self.dates("RDATE")),
            exdates=tuple(self.dates("EXDATE")),
            recurrence_id=self.moment("RECURRENCE-ID", BAD_OCCURRENCE),
            problem=self.problem,
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

    def span(self) -> tuple[Moment | None, Moment | None]:
        """Start and end. A task (VTODO) without start begins when it is due (RFC 5545 §3.6.2)."""
        task = self.component.name == "VTODO"
        start = self.moment("DTSTART", BAD_START)
        end = self.moment("DUE" if task else "DTEND", BAD_END)
        if start is None and task and end is not None:
            return end, default_end(end, None)
        if start is None:
            self.blame(NO_DATE if task else NO_START)
            return None, None
        if end is None:
            end = self.end_by_duration(start)
        return start, default_end(start, end)

    def end_by_duration(self, start: Moment) -> Moment | None:
        """DTSTART plus DURATION, None without one."""
        value = self.first("DURATION")
        if value is None:
            return None
        duration = _get(value, "dt")
        end = later(start, duration) if isinstance(duration, timedelta) else None
        if end is None:
            self.blame(BAD_END)
        return end

    def moment(self, name: str, problem: str) -> Moment | None:
        """The moment of a property, None without one or, with `problem` remembered, where it cannot be read."""
        value = self.first(name)
        if value is None:
            return None
        moment = self.placed(_get(value, "dt"), self.zone_name(name))
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
            return raw.replace(tzinfo=zone_for(zone_name, self.zones) if zone_name else None)
        return raw

    def zone_name(self, name: str) -> str:
        """The TZID of a property; a time in UTC has none (§3.2.19)."""
        value = self.first(name)
        if getattr(_get(value, "dt"), "tzinfo", None) is not None:
            return ""
        params = getattr(value, "params", None) or {}
        return clean_line(str(params.get("TZID", "")), 100)

    def dates(self, name: str) -> Iterator[Moment]:
        """The moments of RDATE or EXDATE; of a period its start."""
        for group in self.values(name):
            entries = _get(group, "dts")
            if entries is None:
                self.blame(BAD_DATES)
                continue
            zone = clean_line(str(group.params.get("TZID", "")), 100)
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
            for text in _get(value, "cats") or ():
                yield clean_line(str(text))

    def coordinates(self) -> str:
        """ "latitude,longitude" of GEO, the last resort for a place."""
        geo = self.first("GEO")
        latitude, longitude = _get(geo, "latitude"), _get(geo, "longitude")
        return "" if latitude is None or longitude is None else f"{latitude},{longitude}"

    def alarms(self, start: Moment | None, end: Moment | None) -> Iterator[Alarm]:
        """The triggers of the VALARMs that can be read (RFC 5545 §3.8.6.3)."""
        for alarm in self.component.subcomponents:
            trigger = alarm.get("TRIGGER") if alarm.name == "VALARM" else None
            found = _alarm(trigger[0] if isinstance(trigger, list) else trigger, start, end)
            if found is not None:
                yield found


def _alarm(trigger: Any, start: Moment | None, end: Moment | None) -> Alarm | None:
    moment = _get(trigger, "dt")
    if isinstance(moment, datetime):
        return Alarm(at=moment.astimezone(UTC)) if moment.tzinfo is not None and in_range(moment) else None
    if not isinstance(moment, timedelta) or abs(moment) > timedelta(days=3660):
        return None
    if str(trigger.params.get("RELATED", "START")).upper() == "END" and start is not None and end is not None:
        moment += end - start
    return Alarm(before=-moment)


def _person(value: Any) -> Person:
    params = getattr(value, "params", None) or {}
    address = clean_id(str(value))
    scheme, _, rest = address.partition(":")
    return Person(
        name=clean_line(str(params.get("CN", ""))),
        address=rest if scheme.lower() == "mailto" else address,
        answer=clean_line(str(params.get("PARTSTAT", "")), 40).lower(),
    )


def _get(value: Any, name: str) -> Any:
    """An attribute of a library value, None where it has none.

    A value that could not be parsed (vBroken) raises for every attribute but is no AttributeError in all releases.
    """
    from icalendar.prop import vBroken

    return None if isinstance(value, vBroken) else getattr(value, name, None)
