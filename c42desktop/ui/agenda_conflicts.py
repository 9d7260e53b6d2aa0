"""Which rows of the agenda keep the reader busy at the same time. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from c42desktop.calendar.arithmetic import utc
from c42desktop.calendar.busy import keeps_busy
from c42desktop.ui.agenda_rows import Key, Kind, Row, local_span

Span = tuple[datetime, datetime, Row]


def in_conflict(rows: Iterable[Row], zone: tzinfo) -> frozenset[Key]:
    """The keys of those that overlap another one. The same event in two calendars does not stand in its own way."""
    found: set[Key] = set()
    running: list[Span] = []
    for span in sorted(_spans(rows, zone), key=lambda each: each[:2]):
        start, _end, row = span
        running = [each for each in running if each[1] > start]
        others = [each[2] for each in running if not _is_same(each, span)]
        if others:
            found.update(other.key for other in others)
            found.add(row.key)
        running.append(span)
    return frozenset(found)


def _spans(rows: Iterable[Row], zone: tzinfo) -> Iterable[Span]:
    for row in rows:
        if row.kind is not Kind.TIMED or row.occurrence is None or row.item is None:
            continue
        if keeps_busy(row.occurrence, row.item.calendar.account):
            start, end = local_span(row.occurrence, zone)
            if start < end:
                yield utc(start), utc(end), row


def _is_same(one: Span, other: Span) -> bool:
    assert one[2].event is not None and other[2].event is not None
    return one[2].event.uid == other[2].event.uid and one[0] == other[0]
