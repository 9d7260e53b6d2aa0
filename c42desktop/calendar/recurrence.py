"""Occurrences: where the events of one item appear between two instants (RFC 5545 §3.8.5).

A series runs in its own zone's wall-clock time, so "every day at nine" stays at nine when the clocks change, and
an all-day or floating series runs on the reader's dates. A changed occurrence (RECURRENCE-ID) takes the place of
the one it names, an EXDATE wins over both. Work is bounded by one budget for each question, whatever the rules say,
and each series has its share of it: one that is never done hides no other.

    series.py   one series by itself: what its rules and dates make
    turns.py    changes of one occurrence and all later ones
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from c42desktop.calendar import direct
from c42desktop.calendar.arithmetic import LAST, elapsed, in_zone, shifted, utc
from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local, is_instant
from c42desktop.calendar.rules import Rule
from c42desktop.calendar.series import (
    occurrence_of,
    occurrences_at,
    place_of,
    rules_of,
    slot,
    span_of,
    starts_of,
    wall_of,
)
from c42desktop.calendar.tasks import is_open
from c42desktop.calendar.turns import Turn, turned, turns_of

MAX_OCCURRENCES = 1_000

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_DAY = timedelta(days=1)
# Wall-clock time jumps when the clocks change, by two hours at most.
_MARGIN = timedelta(hours=3)
_AHEAD = (timedelta(days=31), timedelta(days=400), timedelta(days=4_000), timedelta(days=40_000))


def occurrences(
    events: Sequence[Event],
    begin: datetime,
    end: datetime,
    zone: tzinfo,
    most: int = MAX_OCCURRENCES,
    budget: Budget | None = None,
) -> list[Occurrence]:
    """What the events of ONE item show from `begin` (included) to `end` (excluded), sorted by start.

    `begin` and `end` are aware; `zone` is the reader's. Events without a start show nothing. At most `most`, of each
    series the first ones, within the `budget`. Cancelled ones are included: see `event.status`.
    """
    budget = budget or Budget()
    return _found(events, (begin, end), zone, budget, lambda hit: _overlaps(hit, begin, end, zone), most)


def next_occurrence(events: Sequence[Event], after: datetime, zone: tzinfo) -> Occurrence | None:
    """The first occurrence that starts at or after `after` (aware), None without one in the next hundred years."""
    begin, budget = after, Budget()
    for step in _AHEAD:
        end = shifted(begin, step)
        hits = _found(events, (begin, end), zone, budget, lambda hit: as_local(hit.start, zone) >= after)
        if hits and as_local(hits[0].start, zone) < end:
            return hits[0]
        begin = end
    return None


def series_bounds(events: Sequence[Event]) -> tuple[datetime | None, datetime | None]:
    """The span (UTC) outside of which no occurrence can lie: an index for a search, wider than needed at times.

    The last is None for an endless series, and for a to-do that is not done; both are None where no event has a start:
    such an item has no place in an agenda. Where only some have one, it is in each. All-day and floating ends are a
    day further out, as they lie elsewhere for each reader.
    """
    timed = [event for event in events if event.start is not None]
    if not timed:
        return None, None
    if len(timed) < len(events):
        return _EARLIEST, None
    budget = Budget()
    groups = _by_uid(timed)
    spans: list[tuple[datetime, datetime | None]] = []
    for place, group in enumerate(groups):
        with budget.part(len(groups) - place) as part:
            spans.extend(_series_bounds(_series(*group, part), part))
    lasts = [last for _, last in spans]
    known = [last for last in lasts if last is not None]
    return min(first for first, _ in spans), max(known) if len(known) == len(lasts) else None


@dataclass(frozen=True, slots=True)
class _Series:
    """One UID: the master, where the item has it, and its changed occurrences, one for each they name."""

    master: Event | None
    overrides: tuple[Event, ...]


def _by_uid(events: Iterable[Event]) -> list[tuple[Event | None, list[Event]]]:
    """Master and changes of each UID. Of two that say they are the same, the one of the higher SEQUENCE is believed,
    else the later."""
    masters: dict[str, Event] = {}
    overrides: dict[str, list[Event]] = {}
    for event in events:
        known = masters.get(event.uid)
        if event.recurrence_id is not None:
            overrides.setdefault(event.uid, []).append(event)
        elif known is None or (event.start is not None and (known.start is None or event.sequence >= known.sequence)):
            masters[event.uid] = event
    uids = dict.fromkeys([*masters, *overrides])
    return [(masters.get(uid), overrides.get(uid, [])) for uid in uids]


def _series(master: Event | None, overrides: Iterable[Event], budget: Budget) -> _Series:
    """Of several changes of one occurrence with the one to believe; none that is left over from an earlier version."""
    found: dict[Moment | None, Event] = {}
    for event in overrides:
        name = place_of(event, master)
        if name not in found or event.sequence >= found[name].sequence:
            found[name] = event
    left_over = _left_over(master, found.values(), budget) if found else set()
    return _Series(master, tuple(event for name, event in found.items() if name not in left_over))


def _left_over(master: Event | None, overrides: Iterable[Event], budget: Budget) -> set[Moment | None]:
    """Which overrides an earlier version of the series left behind, by the names of their places.

    They are older than the master by SEQUENCE, repeat by themselves, and change what the series does not have.
    """
    if master is None or master.start is None:
        return set()
    older = [event for event in overrides if event.sequence < master.sequence and _repeats(event)]
    places = {place_of(event, master) for event in older}
    with budget.part(2) as part:
        return places.difference(occurrences_at(master, (place for place in places if place is not None), part))


def _repeats(event: Event) -> bool:
    return bool(event.rrules or event.rdates or event.exdates)


def _found(
    events: Sequence[Event],
    window: tuple[datetime, datetime],
    zone: tzinfo,
    budget: Budget,
    wanted: Callable[[Occurrence], bool],
    most: int = MAX_OCCURRENCES,
) -> list[Occurrence]:
    """The wanted occurrences around a window, sorted: `most` at most, of each series the first ones."""
    groups, of_each = _by_uid(events), list[list[Occurrence]]()
    for place, group in enumerate(groups):
        with budget.part(len(groups) - place) as part:
            of_each.append(list(islice(filter(wanted, _shown(_series(*group, part), window, zone, part)), most)))
    share = _fair_share([len(each) for each in of_each], most)
    found = [hit for each in of_each for hit in each[:share]]
    found.sort(key=lambda hit: (as_local(hit.start, zone), as_local(hit.end, zone), hit.event.uid))
    return found[:most]


def _fair_share(sizes: Iterable[int], most: int) -> int:
    """How many each may have, so that together they have `most` at most, or each of them one."""
    left, ordered = most, sorted(sizes)
    for place, size in enumerate(ordered):
        share = left // (len(ordered) - place)
        if size > share:
            return max(1, share)
        left -= size
    return most


def _shown(series: _Series, window: tuple[datetime, datetime], zone: tzinfo, budget: Budget) -> Iterator[Occurrence]:
    """The occurrences around the window: changed ones first, then those the rules make."""
    master, taken = series.master, set[Moment | None]()
    gone, gone_days = _exceptions(master) if master is not None else (set(), set())
    for event in series.overrides:
        name = place_of(event, master)
        taken.add(name)
        span = span_of(event)
        if span is not None and name not in gone:
            yield Occurrence(event, *span)
    if master is None or master.start is None:
        return
    turns = turns_of(series.master, series.overrides)
    for start in starts_of(master, _wall_window(master, turns, window, zone), budget):
        name = slot(start, master)
        day = start.date() if isinstance(start, datetime) else start
        if name not in taken and name not in gone and day not in gone_days:
            yield turned(master, start, turns) if turns else occurrence_of(master, start)


def _overlaps(hit: Occurrence, begin: datetime, end: datetime, zone: tzinfo) -> bool:
    """Whether the occurrence touches the window; one without length does at its very beginning, too."""
    start, stop = as_local(hit.start, zone), as_local(hit.end, zone)
    return start < end and (stop > begin or start >= begin)


def _exceptions(master: Event) -> tuple[set[Moment | None], set[date]]:
    """EXDATEs by slot, and those that, though the series has times, name a whole day."""
    days = {moment for moment in master.exdates if not isinstance(moment, datetime)}
    return {slot(moment, master) for moment in master.exdates}, days


def _wall_window(
    master: Event, turns: list[Turn], window: tuple[datetime, datetime], zone: tzinfo
) -> tuple[datetime, datetime]:
    """The window in the time of the series, earlier by the event's length, and some hours wider on each side where
    the clocks may change.

    It reaches as much further as later occurrences are moved.
    """
    span = span_of(master)
    assert span is not None
    start = span[0]
    own = start.tzinfo if isinstance(start, datetime) and start.tzinfo is not None else zone
    margins = [_MARGIN if turns or _clocks_change(edge, own) else timedelta(0) for edge in window]
    low, high = (in_zone(edge, own).replace(tzinfo=None) for edge in window)
    before = max(elapsed(*span), *(turn.shift + turn.length for turn in turns), timedelta(0))
    after = max((-turn.shift for turn in turns), default=timedelta(0))
    return shifted(low, -(before + margins[0])), shifted(high, max(after, timedelta(0)) + margins[1])


def _clocks_change(at: datetime, zone: tzinfo) -> bool:
    """Whether they do within a day."""
    return zone is not UTC and (
        in_zone(shifted(at, -_DAY), zone).utcoffset() != in_zone(shifted(at, _DAY), zone).utcoffset()
    )


def _series_bounds(series: _Series, budget: Budget) -> Iterator[tuple[datetime, datetime | None]]:
    """The spans of a series and of its changed occurrences; all as far out as a turn moves what comes after it."""
    turns = turns_of(series.master, series.overrides)
    reach = max((abs(turn.shift) + turn.length + _DAY for turn in turns), default=timedelta(0))
    for event in (series.master, *series.overrides):
        if event is not None:
            first, last = _bounds(event, budget)
            yield shifted(first, -reach), None if last is None else shifted(last, reach)


def _bounds(event: Event, budget: Budget) -> tuple[datetime, datetime | None]:
    span = span_of(event)
    assert span is not None
    pad = timedelta(0) if is_instant(span[0]) else _DAY
    starts = [span[0], *(moment for moment in event.rdates if event.recurring)]
    low = min(shifted(utc(as_local(moment, UTC)), -pad) for moment in starts)
    # A day more where rules run, as wall-clock lengths differ by an hour when the clocks change.
    length = elapsed(*span) + pad + (_DAY if event.recurring else timedelta(0))
    lasts = [shifted(utc(as_local(moment, UTC)), length) for moment in starts]
    for rule in rules_of(event) if event.recurring else ():
        last = _last_of(rule, event, budget)
        if last is None:
            return low, None
        lasts.append(shifted(last.replace(tzinfo=UTC), length + _DAY))
    return low, None if is_open(event) and not event.recurring else max(lasts)


def _last_of(rule: Rule, event: Event, budget: Budget) -> datetime | None:
    """The wall-clock end of a rule: its UNTIL, or its last counted moment; None for an endless (or too long) one."""
    if rule.until is not None:
        return shifted(datetime(rule.until.year, rule.until.month, rule.until.day), _DAY)
    if rule.count is None or event.start is None:
        return None
    wall, found = wall_of(event.start, event), 0
    last = direct.last_counted(rule, wall)
    if last is not None:
        return last if last < LAST else None
    for last in moments(rule, wall, (wall, LAST), budget):  # noqa: B007 - the last one is wanted
        found += 1
    return last if found == rule.count or budget.left >= 0 else None
