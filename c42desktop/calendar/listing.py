"""The occurrences of a great many series, for a list: single events and common repetitions by arithmetic alone.

All others, and what changes more than single occurrences, is left to `recurrence`, which says what is right for these,
too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from c42desktop.calendar.arithmetic import day_of, elapsed, in_zone, shifted, utc
from c42desktop.calendar.direct import Cycle, cycle_of
from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.model import Event, Moment, Occurrence, as_local, is_instant
from c42desktop.calendar.recurrence import MAX_OCCURRENCES, occurrences
from c42desktop.calendar.rules import Rule, parse_rule
from c42desktop.calendar.series import slot, span_of

# What comes near the ends of the calendar is not common.
_FIRST_DAY, _LAST_DAY = date(10, 1, 1).toordinal(), date(9000, 1, 1).toordinal()
# Wall-clock time jumps when the clocks change, by two hours at most.
_MARGIN = timedelta(hours=3)
_MIDNIGHT = time()


class Window:
    """What is asked for: from `begin` to `end` (aware), for a reader in `zone`.

    Instants are compared in UTC: the machine's own zone takes ten times as long to ask. Made anew for each list, as
    that zone may become another one.
    """

    def __init__(self, begin: datetime, end: datetime, zone: tzinfo) -> None:
        self.begin, self.end, self.zone = utc(begin), utc(end), zone
        self._walls: dict[int, tuple[tzinfo, datetime, datetime]] = {}
        self._days: dict[date, datetime] = {}

    def walls(self, start: Moment) -> tuple[datetime, datetime]:
        """Its edges on the clock that a series goes by: that of its own zone, or for dates and floating times the
        reader's."""
        own = (start.tzinfo if isinstance(start, datetime) else None) or self.zone
        known = self._walls.get(id(own))  # by identity, as the zones that payloads define take long to compare
        if known is None:
            low, high = (_wall(in_zone(edge, own)) for edge in (self.begin, self.end))
            known = self._walls[id(own)] = own, low, high
        return known[1:]

    def has(self, hit: Occurrence) -> bool:
        """Whether the occurrence touches the window; one without length does at its very beginning, too."""
        start = self.instant(hit.start)
        return start < self.end and (start >= self.begin or self.instant(hit.end) > self.begin)

    def instant(self, moment: Moment) -> datetime:
        """When it is, in UTC; of dates and floating times the reader's zone says it."""
        if not isinstance(moment, datetime):
            return self._midnight(moment)
        return utc(moment if moment.tzinfo is not None else as_local(moment, self.zone))

    def occurrences(self, events: Sequence[Event], most: int, budget: Budget | None) -> list[Occurrence]:
        """By `recurrence`; the reader's zone matters to dates and floating times only."""
        everywhere = all(event.start is None or is_instant(event.start) for event in events)
        return occurrences(events, self.begin, self.end, UTC if everywhere else self.zone, most, budget)

    def _midnight(self, day: date) -> datetime:
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = utc(as_local(day, self.zone))
        return known


def listed(
    events: Sequence[Event], window: Window, most: int = MAX_OCCURRENCES, budget: Budget | None = None
) -> list[Occurrence]:
    """What `recurrence.occurrences` finds for the events of one item, and sooner."""
    found = _directly(events[0], window, most) if len(events) == 1 else _with_changes(events, window, most)
    return window.occurrences(events, most, budget) if found is None else found


def _with_changes(events: Sequence[Event], window: Window, most: int) -> list[Occurrence] | None:
    """The occurrences of a common series with those that were changed one by one; None for all else."""
    masters = [event for event in events if event.recurrence_id is None]
    if len(masters) != 1 or not masters[0].rrules or not all(_changes_one(event, masters[0]) for event in events):
        return None
    master = masters[0]
    changed = {slot(event.recurrence_id, master): event for event in events if event.recurrence_id is not None}
    if len(changed) < len(events) - 1:
        return None  # one is changed twice
    found = _directly(master, window, most, changed)
    if found is None:
        return None
    gone = {slot(moment, master) for moment in master.exdates}
    spans = [(event, span_of(event)) for name, event in changed.items() if name not in gone]
    moved = [Occurrence(event, *span) for event, span in spans if span is not None]
    both = [*filter(window.has, moved), *found][:most]
    return sorted(both, key=lambda hit: (window.instant(hit.start), window.instant(hit.end)))


def _changes_one(event: Event, master: Event) -> bool:
    """Whether it is the series itself, or changes a single occurrence of it and nothing else; at an instant."""
    alone = event is master or not (event.and_future or event.rrules or event.rdates or event.exdates)
    return alone and event.uid == master.uid and event.start is not None and is_instant(event.start)


def _directly(
    event: Event, window: Window, most: int, taken: Collection[Moment | None] = ()
) -> list[Occurrence] | None:
    """The occurrences of a single event, or of a common series without those that are `taken`; None for all else."""
    if event.recurrence_id is not None or event.rdates or (event.exdates and not event.rrules):
        return None
    span = span_of(event)
    if span is None:
        return []
    found = [Occurrence(event, *span)] if not event.rrules else _repeated(event, span, window, most, taken)
    if found is None:
        return None
    while found and not window.has(found[-1]):
        del found[-1]
    while found and not window.has(found[0]):
        del found[0]
    return found[:most]


def _repeated(
    event: Event, span: tuple[Moment, Moment], window: Window, most: int, taken: Collection[Moment | None]
) -> list[Occurrence] | None:
    """The occurrences of a common series around the window, or more; None for another series."""
    start, length = span[0], elapsed(*span)
    rule = _only_rule(event)
    wall = _wall(start)
    cycle = cycle_of(rule, wall) if rule is not None and not wall.fold else None
    first = wall.toordinal()
    if rule is None or cycle is None or cycle.day(0) != first:
        return None  # or it begins on a day that its rule does not name
    low, high = window.walls(start)
    low, high = shifted(low, -(length + _MARGIN)), shifted(high, _MARGIN)
    if rule.until is not None:
        last = _last(rule, start)
        if last < wall:
            return None
        high = min(high, last)
    numbers = _numbers(rule, cycle, wall, (low, high), most + len(event.exdates) + len(taken))
    if first < _FIRST_DAY or (numbers and cycle.day(numbers[-1]) > _LAST_DAY):
        return None
    days = cycle.days(numbers)
    starts = _without_exceptions(event, [start + timedelta(day - first) for day in days], taken)
    return [Occurrence(event, each, each + length) for each in starts]


def _only_rule(event: Event) -> Rule | None:
    try:
        return parse_rule(event.rrules[0]) if len(event.rrules) == 1 else None
    except ValueError:
        return None


def _wall(moment: Moment) -> datetime:
    """A moment on the clock on its wall, without a zone; a date as its midnight."""
    # Six times as fast as `replace`.
    return datetime.combine(moment, moment.time() if isinstance(moment, datetime) else _MIDNIGHT)


def _last(rule: Rule, start: Moment) -> datetime:
    """UNTIL in the wall-clock time of the series. A date takes in its whole day."""
    until = rule.until
    assert until is not None
    if not isinstance(until, datetime) or not isinstance(start, datetime):
        return datetime.combine(until, time.max)
    if rule.until_utc and start.tzinfo is not None:
        return _wall(in_zone(until.replace(tzinfo=UTC), start.tzinfo))
    return until


def _numbers(rule: Rule, cycle: Cycle, wall: datetime, span: tuple[datetime, datetime], most: int) -> range:
    """The numbers of the moments in a span of wall-clock time, and perhaps of one before it."""
    low, high = span
    first = cycle.number_from(low.toordinal())
    after = cycle.number_from(high.toordinal() + (wall.time() <= high.time()))
    if rule.count is not None:
        after = min(after, rule.count)
    # Before the window, within the margin, one may be that is dropped again.
    return range(first, min(after, first + most + 2))


def _without_exceptions(event: Event, starts: list[Moment], taken: Collection[Moment | None]) -> list[Moment]:
    """Without those that EXDATEs name, by their day or exactly, and those that are `taken`, as `slot` names them."""
    if not event.exdates and not taken:
        return starts
    gone = {*taken, *(slot(moment, event) for moment in event.exdates)}
    days = {moment for moment in event.exdates if not isinstance(moment, datetime)}
    if days:
        starts = [each for each in starts if day_of(each) not in days]
    # By hand what `slot` makes of the starts themselves.
    return [
        each
        for each in starts
        if (utc(each) if isinstance(each, datetime) and each.tzinfo is not None else each) not in gone
    ]
