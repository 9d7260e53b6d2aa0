"""An edit put onto what the server has by now: event by event and, in each, unit by unit. Pure.

What only one side changed is taken over, what both changed alike is no conflict. The publisher's count, clock and
token are those of the server. A change of one occurrence is compared with what the series has there by itself, so one
that only one side knows still follows what the other side did to the series.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from c42desktop.calendar.answers import moment_named, occurrence_name
from c42desktop.calendar.edit_units import DATES, RECURRENCE, TIME, UNITS, Unit, changed_units, text_of
from c42desktop.calendar.edits import FieldConflict, key_of_conflict
from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.series import slot
from c42desktop.calendar.usual import usual

EVENT = "event"
"""The name of the conflict about an event, or an occurrence, that one side changed and the other took away. Its values
are titles, None where it is gone."""

_Key = tuple[str, str]
_PLACE = (TIME, RECURRENCE)


@dataclass(frozen=True, slots=True)
class Merge:
    """The events of an item with an edit in them, and what both sides changed; there, they have the person's value."""

    events: tuple[Event, ...]
    conflicts: tuple[FieldConflict, ...] = ()


def merged(base: Sequence[Event], mine: Sequence[Event], theirs: Sequence[Event]) -> Merge:
    """What the person made of `base`, put onto what others made of it."""
    return _merge(base, mine, theirs, None)


def decided(
    base: Sequence[Event], mine: Sequence[Event], theirs: Sequence[Event], chosen: Collection[str]
) -> tuple[Event, ...]:
    """The same once the person has decided: theirs are the conflicts named by their keys, others' all else."""
    return _merge(base, mine, theirs, frozenset(chosen)).events


def alike(one: Sequence[Event], other: Sequence[Event]) -> bool:
    """Whether two versions of an item say the same, but for the publisher's count, clock and token."""
    sides = _Side(one).events, _Side(other).events
    return sides[0].keys() == sides[1].keys() and not any(_differ(sides[0][key], sides[1][key]) for key in sides[0])


def _merge(
    base: Sequence[Event], mine: Sequence[Event], theirs: Sequence[Event], chosen: Collection[str] | None
) -> Merge:
    was, own, other = _Side(base), _Side(mine), _Side(theirs)
    keys = dict.fromkeys([*other.events, *own.events, *was.events])
    ones = [_One(key, was.at(key), own.at(key), other.at(key), chosen) for key in keys]
    whose = {one.key[0]: own if one.keeps(TIME) else other for one in ones if one.is_placed_twice}
    events: list[Event] = []
    conflicts: list[FieldConflict] = []
    for one in ones:
        if one.key[1] and one.key[0] in whose:  # what is where in the series of one side means nothing in the other's
            events.extend(each for key, each in whose[one.key[0]].events.items() if key == one.key)
            continue
        if not (one.key in own.events or one.key in other.events):
            continue  # gone on both sides
        conflicts.extend(one.conflicts())
        event = one.result()
        if event is not None and (one.key in other.events or one.is_edited):
            events.append(event)
    return Merge(tuple(_without_dates_of(events)), tuple(conflicts))


def _without_dates_of(events: Sequence[Event]) -> Iterator[Event]:
    """The events, no series of which leaves out a date at which there is something special."""
    for event in events:
        special = {slot(each.recurrence_id, event) for each in events if each.recurrence_id and each.uid == event.uid}
        if event.recurring and special:
            exdates = tuple(moment for moment in event.exdates if slot(moment, event) not in special)
            yield replace(event, exdates=exdates)
        else:
            yield event


class _Side:
    """One version of an item, its events by UID and occurrence."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._masters = {event.uid: event for event in events if event.recurrence_id is None}
        self.events = {self._key(event): event for event in events}

    def at(self, key: _Key) -> Event | None:
        """An event; where a series has nothing special at an occurrence, what it has there usually."""
        uid, name = key
        if key in self.events or not name:
            return self.events.get(key)
        master = self._masters.get(uid)
        if master is None:
            return None
        place = moment_named(name)
        if slot(place, master) in {slot(moment, master) for moment in master.exdates}:
            return None
        return usual(master, [event for event in self._events if event.uid == uid], place)

    def _key(self, event: Event) -> _Key:
        master = self._masters.get(event.uid)
        place = event.recurrence_id
        if place is not None and master is not None:
            place = slot(place, master) or place
        return event.uid, occurrence_name(place)


@dataclass(frozen=True, slots=True)
class _One:
    """One event in its three versions. `chosen` are the conflicts that the person decided for their own side."""

    key: _Key
    base: Event | None
    mine: Event | None
    theirs: Event | None
    chosen: Collection[str] | None

    def result(self) -> Event | None:
        """The event as it is to be; None where it is to go."""
        base, mine, theirs = self.base, self.mine, self.theirs
        if not _differ(base, mine):
            return theirs
        if mine is None or theirs is None:
            return mine if not self._is_torn() or self.keeps(EVENT) else theirs
        for unit in UNITS:
            theirs = self._united(unit, theirs)
        return theirs

    def conflicts(self) -> Iterator[FieldConflict]:
        """What both sides changed, each in another way."""
        base, mine, theirs = self.base, self.mine, self.theirs
        if self._is_torn():
            yield FieldConflict(EVENT, _title(base), _title(mine), _title(theirs), self.key[1])
        if mine is None or theirs is None or not _differ(base, mine):
            return
        for unit in UNITS:
            if self._conflicts(unit):
                before = text_of(unit, base) if base is not None else None
                yield FieldConflict(unit.name, before, text_of(unit, mine), text_of(unit, theirs), self.key[1])

    @property
    def is_edited(self) -> bool:
        """Whether the person has changed anything of it."""
        return _differ(self.base, self.mine)

    @property
    def is_placed_twice(self) -> bool:
        """Whether both sides have moved a series, each to another place."""
        return not self.key[1] and any(self._conflicts(unit) for unit in UNITS if unit.name in _PLACE)

    def keeps(self, name: str) -> bool:
        """Whether a conflict is decided for the person's side."""
        return self.chosen is None or key_of_conflict(name, self.key[1]) in self.chosen

    def _is_torn(self) -> bool:
        """Whether one side changed what the other took away."""
        gone = (self.mine is None) != (self.theirs is None)
        return gone and self.base is not None and _differ(self.base, self.mine) and _differ(self.base, self.theirs)

    def _united(self, unit: Unit, theirs: Event) -> Event:
        assert self.mine is not None and self.theirs is not None
        base, mine = self.base, self.mine
        if unit.name == DATES and base is not None and not self._conflicts(unit):
            return replace(theirs, exdates=self._dates(base, mine, self.theirs))
        if base is not None and unit.same(base, mine):
            return theirs
        if not self._conflicts(unit) and not (base is not None and unit.same(base, self.theirs)):
            return theirs
        if self._conflicts(unit) and not self.keeps(unit.name):
            return theirs
        return unit.put(theirs, mine)

    def _conflicts(self, unit: Unit) -> bool:
        base, mine, theirs = self.base, self.mine, self.theirs
        if mine is None or theirs is None or unit.same(mine, theirs):
            return False
        if unit.name == DATES and base is not None:
            return self._is_elsewhere()
        if base is not None and (unit.same(base, mine) or unit.same(base, theirs)):
            return False
        return text_of(unit, mine) != text_of(unit, theirs)

    def _is_elsewhere(self) -> bool:
        """Whether one side left out dates of a series that the other has moved."""
        base, mine, theirs = self.base, self.mine, self.theirs
        assert base is not None and mine is not None and theirs is not None
        return any(_moved(base, one) and _left_out(base, other) for one, other in ((mine, theirs), (theirs, mine)))

    def _dates(self, base: Event, mine: Event, theirs: Event) -> tuple[Moment, ...]:
        """The dates that either side leaves out, but for those that one has put back."""
        if _moved(base, mine) and _moved(base, theirs):
            return mine.exdates if self.keeps(TIME) else theirs.exdates
        if _moved(base, mine) or _moved(base, theirs):
            return mine.exdates if _moved(base, mine) else theirs.exdates
        back = set(base.exdates) - set(mine.exdates)
        added = (moment for moment in mine.exdates if moment not in base.exdates)
        return tuple(dict.fromkeys([*(moment for moment in theirs.exdates if moment not in back), *added]))


def _title(event: Event | None) -> str | None:
    return event.summary if event is not None else None


def _left_out(base: Event, event: Event) -> bool:
    """Whether a version leaves out other dates than the one before, in a series that stayed where it was."""
    return base.exdates != event.exdates and not _moved(base, event)


def _moved(base: Event, event: Event) -> bool:
    return any(unit.name in _PLACE for unit in changed_units(base, event))


def _differ(one: Event | None, other: Event | None) -> bool:
    if one is None or other is None:
        return one is not other
    return bool(changed_units(one, other))
