"""What the words and actions of a notification depend on, beside what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from c42desktop.calendar.model import Calendar, CalendarRef, Event, Level


def has_meeting(event: Event) -> bool:
    """Whether an event says itself where to meet."""
    return bool(event.details.meetings)


@dataclass(frozen=True, slots=True)
class Scene:
    """The instant (aware), the reader's zone, the calendars that are known, and whether an event can be joined."""

    now: datetime
    zone: tzinfo
    calendars: Mapping[CalendarRef, Calendar]
    can_join: Callable[[Event], bool] = has_meeting

    def title(self, ref: CalendarRef) -> str:
        """What a calendar is called, "" where nobody knows."""
        return self.calendars[ref].title if ref in self.calendars else ""

    def level(self, ref: CalendarRef) -> Level:
        """What the person wants to be told of a calendar."""
        return self.calendars[ref].level if ref in self.calendars else Level.EVERYTHING
