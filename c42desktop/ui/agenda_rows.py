"""Where an occurrence stands in the agenda: its day, its place within the day, whether it is over. No Qt.

A running event of several days stands under today; before it begins, and once it is over, under its first day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum

from c42desktop.calendar.model import Event, ItemRef, Occurrence, Status, as_local

UNREADABLE_DAY = date.max
"""The last section: items whose payload names no readable time."""

_LONG = timedelta(hours=24)

Key = tuple[int, int, float, str, tuple[str, ...], int]


class Kind(IntEnum):
    """What a row is, in the order within one day."""

    HEADER = 0
    BAND = 1
    TIMED = 2
    UNREADABLE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything one item shows: its occurrences in the window, and its events without a readable time."""

    item: ItemRef
    occurrences: tuple[Occurrence, ...] = ()
    unreadable: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Its `key` is unique and sorts it; `occurrence` is None for headers and unreadable items."""

    key: Key
    kind: Kind
    day: date
    item: ItemRef | None = None
    event: Event | None = None
    occurrence: Occurrence | None = None

    @property
    def identity(self) -> tuple[ItemRef | None, str]:
        """What stays the same while the event moves."""
        return self.item, self.event.uid if self.event else ""


def header(day: date) -> Row:
    """The header of a day."""
    return Row((day.toordinal(), Kind.HEADER, 0.0, "", (), 0), Kind.HEADER, day)


def rows_of(entry: Entry, now: datetime) -> list[Row]:
    """The rows of one item as seen at `now`, sorted."""
    seen: Counter[Key] = Counter()
    rows = [_placed(entry.item, occurrence, now) for occurrence in entry.occurrences]
    rows += [_unreadable(entry.item, event) for event in entry.unreadable]
    return sorted((_numbered(row, seen) for row in rows), key=lambda row: row.key)


def build(shown: Iterable[Iterable[Row]], now: datetime) -> list[Row]:
    """The whole agenda, from the rows of each item."""
    rows = [row for rows in shown for row in rows]
    rows += [header(day) for day in {row.day for row in rows} | {now.date()}]
    return sorted(rows, key=lambda row: row.key)


def local_span(occurrence: Occurrence, zone: tzinfo) -> tuple[datetime, datetime]:
    """Start and end for a reader in `zone`; an all-day occurrence lasts one day at least."""
    start, end = as_local(occurrence.start, zone), as_local(occurrence.end, zone)
    if occurrence.all_day:
        end = max(end, as_local(_next_day(occurrence.start), zone))
    return start, max(start, end)


def is_over(row: Row, now: datetime) -> bool:
    """True once the occurrence is past."""
    if row.occurrence is None:
        return False
    start, end = local_span(row.occurrence, _zone(now))
    return end <= now and start < now


def has_begun(row: Row, now: datetime) -> bool:
    """True from the start of the occurrence on."""
    return row.occurrence is not None and as_local(row.occurrence.start, _zone(now)) <= now


def is_cancelled(row: Row) -> bool:
    """True for an event that will not take place."""
    return row.event is not None and row.event.status is Status.CANCELLED


def is_left(row: Row, now: datetime) -> bool:
    """True for what the day still holds."""
    return row.occurrence is not None and not is_cancelled(row) and not is_over(row, now)


def last_day(occurrence: Occurrence, zone: tzinfo) -> date:
    """The last day the occurrence touches; an end at midnight does not touch the day it begins."""
    start, end = local_span(occurrence, zone)
    return (end - timedelta(microseconds=1)).date() if end > start else start.date()


def is_long(occurrence: Occurrence, zone: tzinfo) -> bool:
    """True where the last day has to be said: several days, not a night."""
    start, end = local_span(occurrence, zone)
    return last_day(occurrence, zone) > start.date() and (occurrence.all_day or end - start >= _LONG)


def paired(gone: list[Row], fresh: list[Row]) -> list[tuple[Row | None, Row | None]]:
    """Which removed row became which new one: the same event, in order. The rest came or went."""
    pairs: list[tuple[Row | None, Row | None]] = []
    waiting = list(fresh)
    for old in gone:
        new = next((row for row in waiting if row.identity == old.identity), None)
        if new is not None:
            waiting.remove(new)
        pairs.append((old, new))
    return pairs + [(None, new) for new in waiting]


def _placed(item: ItemRef, occurrence: Occurrence, now: datetime) -> Row:
    start, end = local_span(occurrence, _zone(now))
    midnight = datetime(now.year, now.month, now.day, tzinfo=now.tzinfo)
    running_since_before = start < midnight < end
    day = now.date() if running_since_before else start.date()
    kind = Kind.BAND if occurrence.all_day or running_since_before else Kind.TIMED
    key = _key(day, kind, start.timestamp(), occurrence.event, item)
    return Row(key, kind, day, item, occurrence.event, occurrence)


def _unreadable(item: ItemRef, event: Event) -> Row:
    key = _key(UNREADABLE_DAY, Kind.UNREADABLE, 0.0, event, item)
    return Row(key, Kind.UNREADABLE, UNREADABLE_DAY, item, event)


def _key(day: date, kind: Kind, start: float, event: Event, item: ItemRef) -> Key:
    calendar = item.calendar
    tail = (calendar.account, calendar.service, calendar.node, item.item_id, event.uid)
    return day.toordinal(), kind, start, event.summary.casefold(), tail, 0


def _numbered(row: Row, seen: Counter[Key]) -> Row:
    """Two rows of one item that are equal in every respect still need two keys."""
    count = seen[row.key]
    seen[row.key] += 1
    if not count:
        return row
    return Row((*row.key[:5], count), row.kind, row.day, row.item, row.event, row.occurrence)


def _next_day(day: date) -> date:
    return day + timedelta(days=1)


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
