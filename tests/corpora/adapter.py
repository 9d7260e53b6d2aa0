"""Our decoder and our recurrence behind the interface of recurring-ical-events. Runs in the process of their tests.

Their library asks a series for what it has between two instants. Here that is our answer; what surrounds it – at(),
between(), after(), pages, and the component of an occurrence – stays theirs, so that their tests can look at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any

import x_wr_timezone
from recurring_ical_events.occurrence import Occurrence
from recurring_ical_events.selection.base import SelectComponents
from recurring_ical_events.selection.name import ComponentsWithName

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.ical import events_from_text
from c42desktop.calendar.recurrence import occurrences
from c42desktop.calendar.tasks import due_of

_OURS = ("VEVENT", "VTODO")
_THEIR_COLLECT = ComponentsWithName.collect_series_from


def install() -> None:
    """From now on their library answers with our occurrences, of calendars as they were sent."""
    ComponentsWithName.collect_series_from = _collect
    x_wr_timezone.to_standard = lambda calendar: calendar


class OurSeries:
    """The components of one UID, decoded and expanded by us."""

    def __init__(self, adapters: Sequence[Any], zones: bytes, occurrence: Any) -> None:
        self.uid = adapters[0].uid
        self._occurrence = occurrence
        self._sequence = max(adapter.sequence for adapter in adapters)
        self._events: list[Event] = []
        self._adapters: dict[int, Any] = {}
        for adapter in adapters:
            for event in _decoded(zones + adapter._component.to_ical(), self.uid):
                self._events.append(event)
                self._adapters[id(event)] = adapter

    def between(self, span_start: date, span_stop: date) -> Iterator[Any]:
        """Our occurrences as theirs. A span without a zone is meant in that of the series."""
        zone = _zone(span_start) or self._own_zone()
        begin, end = _instant(span_start, zone), _instant(span_stop, zone)
        if begin == end:
            end += timedelta(microseconds=1)
        for hit in occurrences(self._events, begin, end, zone):
            end = due_of(hit.event, hit) or hit.end  # theirs end when they are due
            yield self._occurrence(self._adapters[id(hit.event)], hit.start, end, self._sequence)

    def _own_zone(self) -> tzinfo:
        zones = (_zone(event.start) for event in self._events if event.start is not None)
        return next((zone for zone in zones if zone is not None), UTC)


def _collect(self: Any, source: Any, suppress_errors: Any) -> Sequence[Any]:
    if isinstance(self._adapter, SelectComponents) or self._name not in _OURS:
        return _theirs(self, source, suppress_errors)
    found: dict[str, list[Any]] = defaultdict(list)
    for component in source.walk(self._name):
        adapter = self._adapter(component)
        found[adapter.uid].append(adapter)
    zones = b"".join(zone.to_ical() for zone in source.walk("VTIMEZONE"))
    occurrence = getattr(self._series, "occurrence", None)
    own = occurrence if isinstance(occurrence, type) else Occurrence
    return [OurSeries(adapters, zones, own) for adapters in found.values()]


def _theirs(self: Any, source: Any, suppress_errors: Any) -> Sequence[Any]:
    """For alarms and journals all is theirs: they look into the series."""
    ComponentsWithName.collect_series_from = _THEIR_COLLECT
    try:
        theirs: Sequence[Any] = _THEIR_COLLECT(self, source, suppress_errors)
    finally:
        install()
    return theirs


@lru_cache(maxsize=1024)
def _decoded(components: bytes, uid: str) -> tuple[Event, ...]:
    """What our decoder makes of a component; the same ones come again and again."""
    return events_from_text("BEGIN:VCALENDAR\r\n" + components.decode() + "END:VCALENDAR\r\n", uid)


def _zone(moment: date) -> tzinfo | None:
    return moment.tzinfo if isinstance(moment, datetime) else None


def _instant(moment: date, zone: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=zone)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
