"""From the fields of a Calendar42 event to an `Event`, whether they came as JSON or as elements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from c42desktop.calendar.model import (
    REMOVED,
    Details,
    Event,
    EventType,
    Invitation,
    Moment,
    Person,
    Personal,
    Place,
    Status,
    Trip,
)
from c42desktop.calendar.payloads import calendar42_values as values
from c42desktop.calendar.payloads.calendar42_trip import read_trip
from c42desktop.calendar.payloads.common import clean_id, clean_line, clean_text, default_end
from c42desktop.i18n import gettext as _
from c42desktop.i18n import marked

if TYPE_CHECKING:
    from c42desktop.calendar.payloads.calendar42_values import Data

TRIPS = (EventType.DEPART_FROM, EventType.ARRIVE_BY)
TIMELESS = (EventType.TODO, EventType.ROUTE)
ANSWERS = {"not_replied": "needs-action", "attending": "accepted", "not_attending": "declined"}
NO_START = marked("This event has no start time.")
BAD_START = marked("The time of this event cannot be read.")
BAD_END = marked("The end of this event cannot be read.")
BAD_DUE = marked("When this is due cannot be read.")
NO_ZONE = marked("This event does not say in which time zone its time is.")
NOT_YET = marked("When to leave is not known yet.")
NO_WAY = marked("No way to get there was found.")

_STATUS = {
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
    "tentative": Status.TENTATIVE,
    "completed": Status.COMPLETED,
    "done": Status.COMPLETED,
}
_TYPES = {kind.value: kind for kind in EventType}


def read_event(data: Data, item_id: str) -> Event:
    """One event; `item_id` stands in for a missing id. The first value that cannot be read is told in `problem`."""
    return _Reader(data).event(item_id)


class _Reader:
    """Reads one event; the first thing that cannot be read becomes the event's `problem`."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.type = _TYPES.get(self.line("event_type").lower(), EventType.NORMAL)
        self.zone = self.line("start_timezone", 100)
        self.end_zone = self.line("end_timezone", 100) or self.zone
        self.problem = ""

    def event(self, item_id: str) -> Event:
        """The fields as an event."""
        data = self.data
        uid = clean_id(values.text(data.get("id"))) or item_id
        personal = self.personal()
        if personal.permission == REMOVED:  # all the rest is withheld
            return Event(uid, personal=personal, sync_token=values.whole(data.get("sync_token")))
        trip = self.trip()
        start, end = self.span(trip)
        place = values.place(data.get("start_location"))
        location = values.place(data.get("start_location"), short=True) if trip is not None else place
        return Event(
            uid=uid,
            summary=self.line("title"),
            start=start,
            end=end,
            status=_STATUS.get(self.line("state").lower(), Status.CONFIRMED),
            location=location.text,
            description=clean_text(values.text(data.get("description"))),
            url=values.link(data.get("source_url")),
            timezone=self.zone,
            organizer=values.person(data.get("creator")),
            type=self.type,
            due=self.due(),
            busy=self.type not in (EventType.TIME_BLOCK, *TIMELESS),
            color=values.color(data.get("color")),
            trip=trip,
            related=tuple(dict.fromkeys(self.related())),
            buffer=values.span(data.get("time_buffer")),
            suggested=values.flag(data.get("is_suggestion")) or False,
            personal=personal,
            details=self.details(place),
            modified=values.instant(data.get("modified")),
            sync_token=values.whole(data.get("sync_token")),
            problem=self.problem,
        )

    def blame(self, sentence: str) -> None:
        """Remember the first problem."""
        self.problem = self.problem or _(sentence)

    def line(self, name: str, limit: int = 500) -> str:
        """A field as one line."""
        found = self.data.get(name)
        return clean_line(values.text(found), limit) if found else ""

    def moment(self, name: str, zone: str, problem: str) -> Moment | None:
        """A field as a time, None without one or, with `problem` remembered, where it cannot be read."""
        value = self.data.get(name)
        if value in (None, ""):
            return None
        found = values.moment(value, zone, all_day=values.flag(self.data.get("all_day")) or False)
        if found is None:
            self.blame(problem)
        elif isinstance(found, datetime) and found.tzinfo is None:
            self.blame(NO_ZONE)
        return found

    def span(self, trip: Trip | None) -> tuple[Moment | None, Moment | None]:
        """Start and end. What a trip's server has still to compute, its legs may tell."""
        start = self.moment("start", self.zone, BAD_START)
        end = self.moment("end", self.end_zone, BAD_END)
        if self.type in TRIPS and trip is not None:
            legs = trip.legs
            start = start or next((leg.start for leg in legs[:1]), None)
            end = end or next((leg.end for leg in legs[-1:]), None)
        if start is None and self.type is EventType.ARRIVE_BY and end is not None:
            # Its place in the agenda is where it has to be over, until there is a better one.
            self.blame(NO_WAY if trip is not None and trip.state == "error" else NOT_YET)
            return end, None
        if start is None:
            if self.type not in TIMELESS:
                self.blame(NO_START)
            return None, None
        return start, default_end(start, end)

    def due(self) -> Moment | None:
        """When a to-do is due. Midnights of an all-day one are days, as those of start and end are."""
        return self.moment("due", self.zone, BAD_DUE)

    def trip(self) -> Trip | None:
        """How to get there: only what is a journey has one."""
        return read_trip(self.data, (self.zone, self.end_zone)) if self.type in (*TRIPS, EventType.ROUTE) else None

    def related(self) -> Iterator[str]:
        """The events that this one serves, and the series that it belongs to: each instance is an event of its own."""
        for name in ("related_event", "recurrence_parent"):
            for value in values.listed(self.data.get(name), "id"):
                found = clean_id(values.text(values.mapping(value).get("id", value)))
                if found:
                    yield found

    def personal(self) -> Personal:
        """What is between the reader and the event."""
        answer = self.line("rsvp_status", 40).lower()
        return Personal(ANSWERS.get(answer, ""), self.line("permission", 40).lower(), self.invitation())

    def invitation(self) -> Invitation | None:
        """Who invites, where somebody does; without an actor, its creator does."""
        found = values.mapping(self.data.get("invitation"))
        invited = values.flag(self.data.get("is_invitation"))
        if invited is False or not (invited or found):
            return None
        actor = values.person(found.get("actor")) or values.person(self.data.get("creator")) or Person()
        return Invitation(actor, clean_text(values.text(found.get("message"))), values.instant(found.get("created")))

    def details(self, place: Place) -> Details:
        """Places with their coordinates, and a picture."""
        places = (place, values.place(self.data.get("end_location")))
        picture = values.link(self.data.get("logo")) or values.link(self.data.get("icon"))
        return Details(places=tuple(each for each in places if each != Place()), picture=picture)
