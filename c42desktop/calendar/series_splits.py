"""A series cut in two at one of its occurrences: what is before, and the rest as a series of its own. Pure.

Each half has the exceptions of its own dates. What is counted is shared out. Both together have the occurrences that
the one had; where rules cannot say that, nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from c42desktop.calendar.arithmetic import LAST, elapsed, plus
from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.rule_texts import counted, ended_at
from c42desktop.calendar.rules import parse_rule
from c42desktop.calendar.series import occurrences_at, place_of, rules_of, slot, starts_of, unwall, wall_of
from c42desktop.calendar.tasks import due_of
from c42desktop.calendar.turns import turned, turns_of
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

COMPARED = 100  # occurrences of both halves with those of the whole: rules that go apart do so soon
_TICK = timedelta(microseconds=1)
_PIECE, _LONGER = timedelta(days=200), 8


class GoneError(UserError):
    """What was to be changed is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("It is not in the calendar any more."))


@dataclass(frozen=True, slots=True)
class Series:
    """The events of one UID: the series, or an event by itself, and its changed occurrences."""

    master: Event | None
    changed: tuple[Event, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them."""
        return self.changed if self.master is None else (self.master, *self.changed)

    def at(self, place: Moment) -> Event | None:
        """The changed occurrence of a place in the series (a `slot`)."""
        return next((each for each in self.changed if place_of(each, self.master) == place), None)

    def other_than(self, place: Moment) -> tuple[Event, ...]:
        """All changed occurrences but that one."""
        return tuple(each for each in self.changed if place_of(each, self.master) != place)

    def is_there(self) -> bool:
        """Whether it has an occurrence left."""
        if self.master is None or self.changed:
            return bool(self.changed)
        return next(_shown_starts(self.master), None) is not None


def parted(events: Sequence[Event], shown: Event) -> tuple[Series, list[Event]]:
    """The series that an event was shown of, and what else is in its item. Raises GoneError."""
    own = [event for event in events if event.uid == shown.uid]
    if not own:
        raise GoneError
    masters = [event for event in own if event.recurrence_id is None]
    master = masters[-1] if masters else None
    changed = tuple(event for event in own if event.recurrence_id is not None)
    return Series(master, changed), [event for event in events if event.uid != shown.uid]


def first_place(master: Event) -> Moment | None:
    """The first occurrence of a series, as `slot` names it, be it left out or not."""
    start = next(_all_starts(master), None)
    return slot(start, master) if start is not None else None


def cut_before(series: Series, place: Moment) -> Series:
    """What of a series is before an occurrence, with the exceptions of those dates."""
    master = series.master
    assert master is not None
    at = _clock_at(place, master)
    rules = (_ended(rule, master, at) for rule in master.rrules)
    before = replace(
        master,
        rrules=tuple(rule for rule in rules if rule),
        rdates=tuple(each for each in master.rdates if _wall(each, master) < at),
        exdates=tuple(each for each in master.exdates if _wall(each, master) < at),
    )
    return Series(before, tuple(each for each in series.changed if _place_wall(each, master) < at))


def split(series: Series, place: Moment, uid: str) -> tuple[Series, Series]:
    """The series before an occurrence, and a new one (`uid`) from there on. Raises UserError where rules cannot say
    that."""
    master = series.master
    assert master is not None
    before, after = cut_before(series, place), _rest(series, place, uid)
    whole = _starts(master)
    parts = sorted({*_starts(before.master), *_starts(after.master)})
    if list(islice(whole, COMPARED)) != parts[:COMPARED]:
        raise UserError(_("This series cannot be divided: change one occurrence, or all of them."), field="recurrence")
    return before, after


def _rest(series: Series, place: Moment, uid: str) -> Series:
    """The series from an occurrence on."""
    master = series.master
    assert master is not None and master.start is not None
    hit = occurrences_at(master, [place]).get(place)
    if hit is None:
        raise GoneError
    at = wall_of(hit.start, master)
    earlier = [each for each in series.changed if _place_wall(each, master) < at]
    first = turned(master, hit.start, turns_of(master, earlier))
    if first.start != hit.start:
        raise UserError(_("This series was moved on the way: change one occurrence, or all of them."))
    rest = replace(
        first.event,
        uid=uid,
        start=hit.start,
        end=None if first.event.end is None else plus(hit.start, elapsed(first.start, first.end)),
        due=due_of(first.event, first),
        recurrence_id=None,
        and_future=False,
        rrules=tuple(rule for text in master.rrules if (rule := _continued(text, master, at))),
        rdates=tuple(each for each in master.rdates if _wall(each, master) > at),
        exdates=tuple(each for each in master.exdates if _wall(each, master) >= at),
        sequence=0,
        sync_token=0,
    )
    later = (each for each in series.changed if _place_wall(each, master) >= at)
    return Series(rest, tuple(replace(each, uid=uid, sequence=0, sync_token=0) for each in later))


def _ended(text: str, master: Event, at: datetime) -> str:
    """A rule that ends before a moment, "" where it has nothing before it."""
    passed, last = _passed(text, master, at)
    if last is None or master.start is None:
        return ""
    if parse_rule(text).count is not None:
        return counted(text, passed)
    return ended_at(text, unwall(last, master.start))


def _continued(text: str, master: Event, at: datetime) -> str:
    """What is left of a rule from a moment on, "" where that is nothing."""
    count = parse_rule(text).count
    if count is None:
        return text
    left = count - _passed(text, master, at)[0]
    return counted(text, left) if left > 0 else ""


def _passed(text: str, master: Event, at: datetime) -> tuple[int, datetime | None]:
    """How many moments a rule names before another one, and the last of them. Raises UserError where nobody can count
    them."""
    assert master.start is not None
    budget, found, last = Budget(), 0, None
    for rule in rules_of(replace(master, rrules=(text,))):
        for last in moments(rule, wall_of(master.start, master), (datetime.min, at - _TICK), budget):  # noqa: B007
            found += 1
    if budget.left < 0:
        raise UserError(_("This series cannot be divided: change one occurrence, or all of them."), field="recurrence")
    return found, last


def _clock_at(place: Moment, master: Event) -> datetime:
    """When an occurrence begins on the clock of its series. Raises GoneError."""
    hit = occurrences_at(master, [place]).get(place)
    if hit is None:
        raise GoneError
    return wall_of(hit.start, master)


def _starts(master: Event | None) -> list[datetime]:
    """When the first occurrences of a series begin, on its wall clock."""
    if master is None or master.start is None:
        return []
    return [wall_of(start, master) for start in islice(_all_starts(master), COMPARED)]


def _all_starts(master: Event) -> Iterator[Moment]:
    """The starts of a series in ever longer pieces: those of common rules are worked out all at once."""
    if master.start is None:
        return
    begin, budget = wall_of(master.start, master), Budget()
    low, length = datetime.min, _PIECE
    while low < LAST:
        high = begin + length if LAST - begin > length else LAST
        yield from starts_of(master, (low, high), budget)
        low, length = high + _TICK, length * _LONGER


def _shown_starts(master: Event) -> Iterator[Moment]:
    """The starts that are not left out."""
    if master.start is None:
        return
    gone = {slot(moment, master) for moment in master.exdates}
    days = {moment for moment in master.exdates if not isinstance(moment, datetime)}
    for start in _all_starts(master):
        if slot(start, master) not in gone and (start.date() if isinstance(start, datetime) else start) not in days:
            yield start


def _wall(moment: Moment, master: Event) -> datetime:
    """A moment that is named in a series, on its wall clock."""
    place = slot(moment, master)
    return wall_of(place if place is not None else moment, master)


def _place_wall(changed: Event, master: Event) -> datetime:
    assert changed.recurrence_id is not None
    return _wall(changed.recurrence_id, master)
