"""Dates of a series that have a length of their own (RDATE;VALUE=PERIOD, RFC 5545 §3.8.5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from c42desktop.calendar.arithmetic import elapsed
from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.payloads.common import MAX_VALUES, default_end, later
from c42desktop.calendar.payloads.zones import part
from c42desktop.calendar.series import span_of

BELOW_ALL = -1
"""The SEQUENCE of what is made of a period: an occurrence that the payload itself changes counts more."""


def with_periods(event: Event, groups: Iterable[Any], placed: Callable[[object, str], Moment | None]) -> list[Event]:
    """The event and, for each period among its RDATEs that is longer or shorter, that occurrence as a changed
    one with its own end.

    `groups` are the library's values of RDATE, `placed` puts a raw date-time into the zone of a TZID.
    """
    if event.recurrence_id is not None or not event.rdates:
        return [event]
    single = replace(event, rrules=(), rdates=(), exdates=(), sequence=BELOW_ALL)
    usual = elapsed(*span) if (span := span_of(event)) is not None else None
    found = (
        replace(single, start=start, end=end, recurrence_id=start)
        for start, end in _spans(groups, placed)
        if end is not None and event.all_day != isinstance(start, datetime) and elapsed(start, end) != usual
    )
    return [event, *found]


def _spans(
    groups: Iterable[Any], placed: Callable[[object, str], Moment | None]
) -> Iterator[tuple[Moment, Moment | None]]:
    for group in groups:
        zone = str(getattr(group, "params", {}).get("TZID", ""))
        for entry in (part(group, "dts") or ())[:MAX_VALUES]:
            if not isinstance(entry.dt, tuple):
                continue
            begin, stop = entry.dt
            start = placed(begin, zone)
            if start is not None:
                end = later(start, stop) if isinstance(stop, timedelta) else placed(stop, zone)
                yield start, default_end(start, end)
