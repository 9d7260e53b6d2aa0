"""One series by itself: which places its rules and dates give it (RFC 5545 §3.8.5), and how they are named."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from c42desktop.calendar.arithmetic import day_of, elapsed, in_zone, plus, shifted, utc
from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.model import Event, Moment, Occurrence, is_instant
from c42desktop.calendar.rules import Rule, parse_rule

_DAY = timedelta(days=1)
_GAP = timedelta(hours=3)  # a time that the clocks leave out is another one in UTC and back


def span_of(event: Event) -> tuple[Moment, Moment] | None:
    """Start and end as an occurrence has them: an all-day event lasts a day at least; None without a start."""
    start, end = event.start, event.end
    if start is None:
        return None
    shortest = timedelta(0) if isinstance(start, datetime) else _DAY
    if end is None or isinstance(start, datetime) != isinstance(end, datetime) or is_instant(start) != is_instant(end):
        return start, plus(start, shortest)
    return start, end if elapsed(start, end) > timedelta(0) else plus(start, shortest)


def occurrences_at(master: Event, places: Iterable[Moment], budget: Budget | None = None) -> dict[Moment, Occurrence]:
    """The occurrences a series has, by its rules alone, at RECURRENCE-IDs or EXDATEs, keyed by their `slot`.

    Where it has none there is no key. A non-recurring event has one, at its start.
    """
    wanted = {name for place in places if (name := slot(place, master)) is not None}
    if not wanted:
        return {}
    walls = [wall_of(name, master) for name in wanted]
    window = shifted(min(walls), -_GAP), shifted(max(walls), _GAP)
    hits = ((slot(start, master), start) for start in starts_of(master, window, budget or Budget()))
    return {name: occurrence_of(master, start) for name, start in hits if name is not None and name in wanted}


def slot(moment: Moment, master: Event) -> Moment | None:
    """`moment` as the series itself would write it, so that equal ones compare equal: UTC for zoned series.

    Senders name an occurrence by its date where the series has times, or in another zone.
    """
    start = master.start
    if start is None:
        return None
    if not isinstance(start, datetime):
        return moment.date() if isinstance(moment, datetime) else moment
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, start.time())
    if start.tzinfo is None:
        return moment.replace(tzinfo=None)
    return utc(moment if moment.tzinfo is not None else moment.replace(tzinfo=start.tzinfo))


def place_of(override: Event, master: Event | None) -> Moment | None:
    """Which occurrence it changes, as `slot` names it; as it was sent where the item has no series."""
    place = override.recurrence_id
    return place if place is None or master is None or master.start is None else slot(place, master)


def starts_of(master: Event, window: tuple[datetime, datetime], budget: Budget) -> Iterator[Moment]:
    """The starts by DTSTART, RRULE and RDATE in a window of wall-clock time, in order, each once."""
    first = master.start
    assert first is not None
    wall = wall_of(first, master)
    rules = list(rules_of(master))
    single = sorted(wall_of(moment, master) for text in master.rdates if (moment := slot(text, master)) is not None)
    if not rules or any(rule.until is None or day_of(rule.until) >= wall.date() for rule in rules):
        single = [wall, *single]
    streams = [iter(sorted(moment for moment in single if window[0] <= moment <= window[1]))]
    streams.extend(moments(rule, wall, window, budget) for rule in rules)
    last = None
    for moment in heapq.merge(*streams):
        if moment != last:
            yield unwall(moment, first)
        last = moment


def rules_of(master: Event) -> Iterator[Rule]:
    """The rules of a series; one that cannot be read is left out, as the decoders do."""
    for text in master.rrules:
        try:
            rule = parse_rule(text)
        except ValueError:
            continue
        yield _localised(rule, master)


def _localised(rule: Rule, master: Event) -> Rule:
    """The rule with its UNTIL in the wall-clock time of the series."""
    start, until = master.start, rule.until
    if rule.until_utc and isinstance(until, datetime) and isinstance(start, datetime) and start.tzinfo is not None:
        until = in_zone(until.replace(tzinfo=UTC), start.tzinfo).replace(tzinfo=None)
    if isinstance(until, datetime) and not isinstance(start, datetime):
        until = until.date()
    return replace(rule, until=until, until_utc=False)


def wall_of(moment: Moment, master: Event) -> datetime:
    """A moment of the series as naive wall-clock time; a date as its midnight."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day)
    zone = master.start.tzinfo if isinstance(master.start, datetime) else None
    local = in_zone(moment, zone) if zone is not None and moment.tzinfo is not None else moment
    return local.replace(tzinfo=None)


def unwall(moment: datetime, first: Moment) -> Moment:
    """Wall-clock time back to the kind of moment the series has."""
    return moment.replace(tzinfo=first.tzinfo) if isinstance(first, datetime) else moment.date()


def occurrence_of(master: Event, start: Moment) -> Occurrence:
    """The master at another start, with the length it has on the wall clock (§3.8.5.3)."""
    span = span_of(master)
    assert span is not None
    return Occurrence(master, start, plus(start, elapsed(*span)))
