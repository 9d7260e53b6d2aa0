"""Moments moved, measured and converted without falling off the ends of the calendar (years 1 and 9999)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from c42desktop.calendar.model import Moment

FIRST, LAST = datetime(2, 1, 1), datetime(9998, 12, 31)


def day_of(moment: Moment) -> date:
    """The date of a moment, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def elapsed(start: Moment, end: Moment) -> timedelta:
    """The length: on the wall clock within one zone, in real time between two."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end - start
    return day_of(end) - day_of(start)


def plus(moment: Moment, length: timedelta) -> Moment:
    """`moment` moved by `length`; where the calendar ends it stays, as an event of no length."""
    try:
        moved = moment + length
    except OverflowError:
        return moment
    return moved if moved.year <= LAST.year else moment


def shifted(moment: datetime, length: timedelta) -> datetime:
    """`moment` moved by `length`, but not out of the years all zones can hold."""
    try:
        moved = moment + length
    except OverflowError:
        moved = (LAST if length > timedelta(0) else FIRST).replace(tzinfo=moment.tzinfo)
    if FIRST.year < moved.year < LAST.year:
        return moved
    return min(max(moved, FIRST.replace(tzinfo=moment.tzinfo)), LAST.replace(tzinfo=moment.tzinfo))


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """`moment` in another zone; in the first and last years, where that overflows, its own wall-clock time."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError):
        return moment.replace(tzinfo=zone)


def utc(moment: datetime) -> datetime:
    """An aware `moment` in UTC. Not by `in_zone`, as thousands ask."""
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return moment.replace(tzinfo=UTC)
