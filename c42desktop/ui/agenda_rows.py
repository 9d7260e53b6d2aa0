"""Where an occurrence stands in the agenda: its day, its place within the day, whether it is over. No Qt.

A running event of several days stands under today; before it begins, and once it is over, under its first day.
A to-do stands where it is planned, else where it is due; one that is overdue under today until it is done, one
without any date at the end of today. What was done before today is no longer shown. What has no time, or cannot be
read, has sections of its own between today and tomorrow: an agenda without end has no other place to look for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import NamedTuple

from c42desktop.calendar.answers import own_answer
from c42desktop.calendar.model import Event, ItemRef, Moment, Occurrence, Status, as_local
from c42desktop.calendar.tasks import is_done, is_task
from c42desktop.calendar.trip_times import TRIPS, arrival, as_travelled, departure

_LONG = timedelta(hours=24)
_NO_PRIORITY, _DONE = 10, 11  # after the lowest, which is 9

Key = tuple[int, int, float, str, tuple[str, ...], int]


class Part(IntEnum):
    """The sections under one day: the day itself, and below today ways without a time and what cannot be read."""

    DAY = 0
    TIMELESS = 1
    UNREADABLE = 2


class Days(NamedTuple):
    """The days from the first to the last; an agenda holds no others."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether a day is one of them."""
        return isinstance(day, date) and self.first <= day <= self.last


ALL_DAYS = Days(date.min, date.max)


class Kind(IntEnum):
    """What a row is, in the order within one day.

    TASK is a to-do of the day without an hour, or one that should have been done before; OPEN one without a date.
    """

    HEADER = 0
    BAND = 1
    TASK = 2
    TIMED = 3
    OPEN = 4
    TIMELESS = 5
    UNREADABLE = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything one item shows: its occurrences in the window, and its events that belong there without one."""

    item: ItemRef
    occurrences: tuple[Occurrence, ...] = ()
    waiting: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Its `key` is unique and sorts it: it begins with the number of its section. `occurrence` is None for
    headers and what has no time.

    A to-do that is not planned has one at the moment when it is due.
    """

    key: Key
    kind: Kind
    day: date
    item: ItemRef | None = None
    event: Event | None = None
    occurrence: Occurrence | None = None

    @property
    def part(self) -> Part:
        """Its section below the day."""
        return Part(self.key[0] % len(Part))

    @property
    def identity(self) -> tuple[ItemRef | None, str]:
        """What stays the same while the event moves."""
        return self.item, self.event.uid if self.event else ""


def section(day: date, part: Part = Part.DAY) -> int:
    """The number of a section; they are sorted by it."""
    return day.toordinal() * len(Part) + part


def header(day: date, part: Part = Part.DAY) -> Row:
    """The header of a section."""
    return Row((section(day, part), Kind.HEADER, 0.0, "", (), 0), Kind.HEADER, day)


def header_above(row: Row) -> Row:
    """The header of the section in which a row is."""
    return header(row.day, row.part)


def rows_of(entry: Entry, now: datetime, *, done: bool = False) -> list[Row]:
    """The rows of one item as seen at `now`, sorted; what was `done` before today is left out, unless it is wanted."""
    seen: Counter[Key] = Counter()
    rows = [_placed(entry.item, as_travelled(occurrence), now) for occurrence in entry.occurrences]
    rows += [_waiting(entry.item, event, now) for event in entry.waiting]
    return sorted((_numbered(row, seen) for row in rows if done or not _was_done(row, now)), key=lambda row: row.key)


def build(rows: Iterable[Row], empty: Iterable[date]) -> list[Row]:
    """All these rows, sorted, with the headers that they need; those of the days in `empty` are there anyway."""
    rows = list(rows)
    headers = {each.key: each for each in (*map(header_above, rows), *map(header, empty))}
    return sorted([*rows, *headers.values()], key=lambda row: row.key)


def within(entry: Entry, days: Days, now: datetime) -> Entry:
    """What of an entry stands under these days."""
    hits = tuple(hit for hit in entry.occurrences if _placed(entry.item, as_travelled(hit), now).day in days)
    return Entry(
        entry.item, hits, tuple(event for event in entry.waiting if _waiting(entry.item, event, now).day in days)
    )


def joined(known: Entry, more: Entry) -> Entry:
    """Two entries of one item, seen through neighbouring days, as one."""
    there = {_moment_key(hit) for hit in known.occurrences}
    hits = tuple(hit for hit in more.occurrences if _moment_key(hit) not in there)
    waiting = tuple(event for event in more.waiting if event not in known.waiting)
    return Entry(known.item, known.occurrences + hits, known.waiting + waiting)


def local_span(occurrence: Occurrence, zone: tzinfo) -> tuple[datetime, datetime]:
    """Start and end for a reader in `zone`; an all-day occurrence lasts one day at least."""
    start, end = as_local(occurrence.start, zone), as_local(occurrence.end, zone)
    if occurrence.all_day:
        end = max(end, as_local(_next_day(occurrence.start), zone))
    return start, max(start, end)


def is_over(row: Row, now: datetime) -> bool:
    """True once the occurrence is past; of a to-do, once it is done."""
    if row.event is not None and is_task(row.event):
        return is_done(row.event)
    return _has_passed(row, now)


def has_begun(row: Row, now: datetime) -> bool:
    """True from the start of the occurrence on."""
    return row.occurrence is not None and as_local(row.occurrence.start, _zone(now)) <= now


def is_cancelled(row: Row) -> bool:
    """True for an event that will not take place."""
    return row.event is not None and row.event.status is Status.CANCELLED


def is_declined(row: Row) -> bool:
    """True for an event the reader does not go to."""
    account = row.item.calendar.account if row.item is not None else ""
    return row.event is not None and own_answer(row.event, account) == "declined"


def is_left(row: Row, now: datetime) -> bool:
    """True for what the day still holds."""
    called_off = is_cancelled(row) or is_declined(row)
    return (row.occurrence is not None or row.kind is Kind.OPEN) and not called_off and not is_over(row, now)


def is_ahead(row: Row, now: datetime) -> bool:
    """True for what is left and has an hour that is not over."""
    return row.kind is Kind.TIMED and is_left(row, now) and not _has_passed(row, now)


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
    task = is_task(occurrence.event)
    overdue = task and end <= midnight and start < midnight and not is_done(occurrence.event)
    running_since_before = start < midnight < end
    day = now.date() if running_since_before or overdue else start.date()
    untimed = occurrence.all_day or running_since_before or overdue
    kind = (Kind.TASK if task else Kind.BAND) if untimed else Kind.TIMED
    key = _key(day, kind, start.timestamp(), occurrence.event, item)
    return Row(key, kind, day, item, occurrence.event, occurrence)


def _waiting(item: ItemRef, event: Event, now: datetime) -> Row:
    """A to-do goes where it is due, a trip where its legs are; the rest has a section of its own."""
    if (moment := _moment_of(event)) is not None:
        end = arrival(event.trip) if event.trip is not None else None
        return _placed(item, Occurrence(event, moment, end if end is not None else moment), now)
    if is_task(event) and not event.problem:
        urgency = _DONE if is_done(event) else event.details.priority or _NO_PRIORITY
        key = _key(now.date(), Kind.OPEN, float(urgency), event, item)
        return Row(key, Kind.OPEN, now.date(), item, event)
    part, kind = Part.UNREADABLE, Kind.UNREADABLE
    if event.type in TRIPS and not event.problem:
        part, kind = Part.TIMELESS, Kind.TIMELESS
    return Row(_key(now.date(), kind, 0.0, event, item, part), kind, now.date(), item, event)


def _moment_key(hit: Occurrence) -> tuple[str, Moment | None, Moment, Moment]:
    return hit.event.uid, hit.event.recurrence_id, hit.start, hit.end


def _moment_of(event: Event) -> Moment | None:
    """Where something without an occurrence is: a to-do when it is due, a trip when it departs, or has to arrive."""
    if is_task(event):
        return event.due if event.due is not None else event.start
    if event.type not in TRIPS:
        return None
    departs = departure(event.trip) if event.trip is not None else None
    return departs if departs is not None else event.end


def _was_done(row: Row, now: datetime) -> bool:
    """True for a to-do that was done before today, as far as is known."""
    if row.event is None or not is_done(row.event):
        return False
    modified = row.event.modified
    if row.kind is Kind.OPEN:
        return modified is None or modified.astimezone(now.tzinfo).date() < now.date()
    return row.day < now.date()


def _has_passed(row: Row, now: datetime) -> bool:
    if row.occurrence is None:
        return False
    start, end = local_span(row.occurrence, _zone(now))
    return end <= now and start < now


def _key(day: date, kind: Kind, start: float, event: Event, item: ItemRef, part: Part = Part.DAY) -> Key:
    calendar = item.calendar
    tail = (calendar.account, calendar.service, calendar.node, item.item_id, event.uid)
    return section(day, part), kind, start, event.summary.casefold(), tail, 0


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
