"""Where a reminder stands when somebody could be told of it: in time, late, too late, or of something that is over."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from c42desktop.calendar.model import Reminder, as_local


class Standing(StrEnum):
    """What a person makes of being told now."""

    AHEAD = "ahead"
    LATE = "late"
    MISSED = "missed"
    OVER = "over"


def standing(reminder: Reminder, now: datetime, grace: timedelta, zone: tzinfo) -> Standing:
    """Where a reminder stands at `now` (aware) for a reader in `zone`. `grace`: how long it counts as late only."""
    event = reminder.event
    if event.start is None:
        return Standing.AHEAD
    start = as_local(event.start, zone)
    end = as_local(event.end, zone) if event.end is not None else start + timedelta(days=1 if event.all_day else 0)
    latest = max(start, reminder.due) + grace
    if now < start or (event.all_day and now < end):
        return Standing.AHEAD
    if now >= max(end, latest if end <= max(start, reminder.due) else end):
        return Standing.OVER
    return Standing.LATE if now <= latest else Standing.MISSED
