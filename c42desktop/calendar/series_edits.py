"""An event, one occurrence of a series, it and all later ones, or all of them: changed, or taken away. Pure.

`shown` is the event as the person saw it: one occurrence of a series has its times and, as recurrence_id, the place it
has in the series. `wanted` is the same with what the person changed. What is equal in both was not touched, and stays
whatever it is in the events. So `shown` should have the rules of its series where the person may change these.

    THIS        a changed occurrence (RECURRENCE-ID), in the form in which its series begins
    FOLLOWING   series_splits.py: the series ends before it, and a new one begins; most programs understand no other way
    ALL         the series itself. A new start shifts all of it. What was special about dates that the series does not
                have any more goes: an exception of nothing would be an event by itself. A changed occurrence follows in
                everything in which it was like its series.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from c42desktop.calendar.arithmetic import elapsed, in_zone, plus, shifted
from c42desktop.calendar.edit_units import DATES, RECURRENCE, TIME, UNITS, Unit, changed_units, with_units
from c42desktop.calendar.edits import Span
from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.rule_texts import moved
from c42desktop.calendar.series import occurrences_at, place_of, slot, unwall, wall_of
from c42desktop.calendar.series_splits import GoneError, Series, cut_before, first_place, parted, split
from c42desktop.calendar.usual import usual
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

_SERIES = (RECURRENCE, DATES)
_Ends = tuple[Moment, Moment | None]


def edited(events: Sequence[Event], shown: Event, wanted: Event, span: Span, uid: str) -> tuple[Event, ...]:
    """The events of an item once one is as the person wants it. `uid` is for a series that FOLLOWING begins: its events
    stand behind the others, and belong in an item of their own. Raises UserError."""
    series, others = parted(events, shown)
    units = changed_units(shown, wanted)
    if not units:
        return tuple(events)
    if series.master is None or not series.master.recurring:
        return _in_order(events, [*others, *_single(series, shown, wanted, units)])
    place = _place(series.master, shown)
    if span is Span.THIS:
        return _in_order(events, [*others, *_occurrence(series, place, wanted, units)])
    if span is Span.ALL or place == first_place(series.master):
        return _in_order(events, [*others, *_all(series, shown, wanted, units)])
    before, after = split(series, place, uid)
    earlier = before.events if before.is_there() else ()
    return _in_order(events, [*others, *earlier, *_all(after, shown, wanted, units)])


def without(events: Sequence[Event], shown: Event, span: Span) -> tuple[Event, ...]:
    """The events of an item once one, or part of a series, is gone; empty where nothing is left. Raises UserError."""
    series, others = parted(events, shown)
    master = series.master
    if master is None:
        gone = None if span is Span.ALL else shown.recurrence_id
        return _in_order(events, [*others, *(each for each in series.changed if gone and each.recurrence_id != gone)])
    if span is Span.ALL or not master.recurring:
        return tuple(others)
    place = _place(master, shown)
    if span is Span.THIS:
        dates = tuple(dict.fromkeys([*master.exdates, _as_in(master, place)]))
        left = Series(replace(master, exdates=dates), series.other_than(place))
    elif place == first_place(master):
        return tuple(others)
    else:
        left = cut_before(series, place)
    return _in_order(events, [*others, *left.events] if left.is_there() else others)


def one_of_series(events: Sequence[Event], shown: Event) -> bool:
    """Whether the person has to say how much of a series is meant."""
    master = parted(events, shown)[0].master
    return master is not None and master.recurring


# -- one event, one occurrence ----------------------------------------------------------------------------------


def _single(series: Series, shown: Event, wanted: Event, units: Sequence[Unit]) -> list[Event]:
    """An event that does not repeat, or a changed occurrence whose series is not in the item."""
    found = [each for each in series.events if each.recurrence_id == shown.recurrence_id] or list(series.events[:1])
    if not found:
        raise GoneError
    return [with_units(each, wanted, units) if each is found[0] else each for each in series.events]


def _occurrence(series: Series, place: Moment, wanted: Event, units: Iterable[Unit]) -> list[Event]:
    """The series with one changed occurrence; it cannot repeat by itself."""
    assert series.master is not None
    known = series.at(place)
    before = known if known is not None else usual(series.master, series.changed, place)
    if before is None:
        raise GoneError
    after = with_units(before, wanted, [unit for unit in units if unit.name not in _SERIES])
    after = replace(after, recurrence_id=known.recurrence_id if known else _as_in(series.master, place))
    if known is not None:
        return [after if each is known else each for each in series.events]
    return [*series.events, after]


def _place(master: Event, shown: Event) -> Moment:
    """Which occurrence was shown: where nothing says it, the first."""
    named = shown.recurrence_id if shown.recurrence_id is not None else shown.start
    place = slot(named, master) if named is not None else None
    if shown.recurrence_id is None and (place is None or not occurrences_at(master, [place])):
        place = first_place(master)
    if place is None:
        raise GoneError
    return place


def _as_in(master: Event, place: Moment) -> Moment:
    """A place in the series in the form in which that begins: a date, floating, or in its zone."""
    start = master.start
    if isinstance(start, datetime) and isinstance(place, datetime) and start.tzinfo is not None:
        return in_zone(place, start.tzinfo)
    return place


# -- all of a series --------------------------------------------------------------------------------------------


def _all(series: Series, shown: Event, wanted: Event, units: Sequence[Unit]) -> list[Event]:
    """The series with what changed; its exceptions follow."""
    master = series.master
    assert master is not None
    after = with_units(master, wanted, [unit for unit in units if unit.name not in (TIME, *_SERIES)])
    if any(unit.name == RECURRENCE for unit in units):
        after = replace(after, rrules=wanted.rrules, rdates=wanted.rdates)
    if any(unit.name == TIME for unit in units):
        after = _shifted(after, shown, wanted, ruled=after.rrules == master.rrules)
    if not after.recurring:
        return [replace(after, exdates=())]
    return _with_exceptions(series, after, shown, with_units(shown, wanted, units))


def _shifted(master: Event, shown: Event, wanted: Event, *, ruled: bool) -> Event:
    """The series as far from where it was as the occurrence was moved, on the wall clock. `ruled`: its rules are the
    old ones, and move along."""
    assert master.start is not None
    if shown.start is None or wanted.start is None:
        raise UserError(_("Say when it begins."), field="start")
    shift = _wall(wanted.start) - _wall(shown.start)
    start = _moved(master.start, master, shift, wanted.start)
    after = replace(master, start=start, timezone=wanted.timezone)
    after = replace(
        after,
        end=_as_far(start, (master.start, master.end), (shown.start, shown.end), (wanted.start, wanted.end)),
        due=_as_far(start, (master.start, master.due), (shown.start, shown.due), (wanted.start, wanted.due)),
    )
    if not ruled:
        return after
    return replace(
        after,
        rrules=tuple(moved(rule, master.start, start, shift) for rule in master.rrules),
        rdates=tuple(_moved(moment, master, shift, start) for moment in master.rdates),
    )


def _as_far(start: Moment, series: _Ends, shown: _Ends, wanted: _Ends) -> Moment | None:
    """The end of a series that begins at `start` now: as long as before, or as the person wants it, where that is
    something else than was shown."""
    lengths = [None if end is None else elapsed(begin, end) for begin, end in (series, shown, wanted)]
    is_same = lengths[1] == lengths[2] and isinstance(shown[0], datetime) == isinstance(wanted[0], datetime)
    length = lengths[0 if is_same else 2]
    return None if length is None else plus(start, length)


def _moved(moment: Moment, master: Event, shift: timedelta, kind: Moment) -> Moment:
    """A moment of a series somewhere else, in the form of another moment."""
    return unwall(shifted(wall_of(moment, master), shift), kind)


def _wall(moment: Moment) -> datetime:
    """On the clock of its own zone; a date as its midnight."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None, fold=0)
    return datetime(moment.year, moment.month, moment.day)


def _with_exceptions(series: Series, after: Event, shown: Event, wanted: Event) -> list[Event]:
    """The series as it is now, with what was special about its dates, where it still has these."""
    master = series.master
    assert master is not None and master.start is not None and after.start is not None
    shift, kind = _wall(after.start) - _wall(master.start), after.start

    def place(moment: Moment) -> Moment:
        return _moved(moment, master, shift, kind)

    left_out = [place(moment) for name in master.exdates if (moment := slot(name, master)) is not None]
    named = [(each, place(name)) for each in series.changed if (name := place_of(each, master)) is not None]
    there = occurrences_at(after, [*left_out, *(moment for _each, moment in named)])
    after = replace(after, exdates=tuple(moment for moment in left_out if slot(moment, after) in there))
    changed = [
        replace(_following(each, series, after, moment, shown, wanted), recurrence_id=moment)
        for each, moment in named
        if slot(moment, after) in there
    ]
    return [after, *changed]


def _following(each: Event, series: Series, after: Event, moment: Moment, shown: Event, wanted: Event) -> Event:
    """A changed occurrence, which follows its series in all in which it was like it; its time it keeps if it had one of
    its own. The one that the person saw is as they want it."""
    units = [unit for unit in UNITS if unit.name not in _SERIES]
    if each.recurrence_id == shown.recurrence_id:
        return with_units(each, wanted, [unit for unit in units if not unit.same(shown, wanted)])
    assert series.master is not None
    was_at = place_of(each, series.master)
    before = usual(series.master, series.other_than(was_at), was_at) if was_at is not None else None
    now = usual(after, (), moment)
    if before is None or now is None:
        return each
    return with_units(each, now, [unit for unit in units if unit.same(each, before) and not unit.same(before, now)])


def _in_order(events: Sequence[Event], found: Sequence[Event]) -> tuple[Event, ...]:
    """Events where they stood, new ones behind them: encoders take it as it comes, and people compare it."""
    places = {(event.uid, event.recurrence_id): place for place, event in reversed(list(enumerate(events)))}
    return tuple(sorted(found, key=lambda event: places.get((event.uid, event.recurrence_id), len(events))))
