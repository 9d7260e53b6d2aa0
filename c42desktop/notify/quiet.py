"""When quiet hours are (pure): by the clock of the reader's zone, on their day of the week, and over midnight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from c42desktop.preferences import Preferences, QuietHours

_DAYS = range(-1, 9)  # from yesterday, whose hours may last until today, to what begins within a week


def quiet_until(now: datetime, preferences: Preferences) -> datetime | None:
    """When the quiet hours of this instant end, in its zone; None where there are none now.

    `now` is aware, in the reader's zone. Hours that touch are one; who is never without them is told of a day of the
    next week.
    """
    for begin, end in _spans(now, preferences.quiet_hours):
        if begin <= now < end:
            return end.astimezone(now.tzinfo)
    return None


def quiet_from(now: datetime, preferences: Preferences) -> datetime | None:
    """When the next quiet hours begin; None where there are none."""
    begins = (begin for begin, _end in _spans(now, preferences.quiet_hours) if begin > now)
    begin = min(begins, default=None)
    return begin.astimezone(now.tzinfo) if begin is not None else None


def _spans(now: datetime, hours: Sequence[QuietHours]) -> list[tuple[datetime, datetime]]:
    """The quiet hours of these days as instants in UTC, one after the other."""
    assert now.tzinfo is not None
    days = [now.date() + timedelta(days=number) for number in _DAYS]
    spans = sorted(_span(day, each, now.tzinfo) for day in days for each in hours if each.weekday == day.weekday())
    joined: list[tuple[datetime, datetime]] = []
    for begin, end in spans:
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _span(day: date, hours: QuietHours, zone: tzinfo) -> tuple[datetime, datetime]:
    last = day if hours.end > hours.begin else day + timedelta(days=1)
    return _instants(day, hours.begin, zone)[0], max(_instants(last, hours.end, zone))


def _instants(day: date, at: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """Both instants of a time that the clocks show twice. One that they skip is as much later as they skip."""
    wall = datetime.combine(day, at, zone)
    first, second = (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return first, second
