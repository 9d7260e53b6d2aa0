"""What changed between two versions of an item: events before and after in, changes worth telling out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from c42desktop.calendar.differences import dates_field, differences
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    Moment,
    Occurrence,
    Status,
    is_instant,
)
from c42desktop.calendar.series import occurrences_at, slot
from c42desktop.calendar.tasks import due_of
from c42desktop.calendar.turns import turned, turns_of

MAX_SINGLE_DATES = 3

_SERIES = ("start", "end", "recurrence")


def compare(
    calendar: CalendarRef, item_id: str, before: Sequence[Event], after: Sequence[Event], at: datetime
) -> tuple[Change, ...]:
    """The changes from `before` to `after`, the events of one item; `at` (aware, UTC) is when it was learned.

    One change for each UID that came or went, else one for each event or occurrence that differs (RFC 5545
    §3.8.4.4). Nothing different, as far as a person can see, gives ().
    """
    old, new = _by_uid(before), _by_uid(after)
    told: list[_Told] = []
    for uid in dict.fromkeys([*old, *new]):
        if uid not in old:
            told.append(_Told(ChangeKind.ADDED, new[uid].main))
        elif uid not in new:
            told.append(_Told(ChangeKind.REMOVED, old[uid].main))
        else:
            told.extend(_compare_series(old[uid], new[uid]))
    return tuple(Change(each.kind, calendar, item_id, each.event.summary, at, each.fields, each.event) for each in told)


def removed_calendar(calendar: CalendarRef, title: str, at: datetime) -> Change:
    """The change to tell when a calendar was deleted (XEP-0060 §8.4); no item, the title as summary."""
    return Change(ChangeKind.CALENDAR_REMOVED, calendar, "", title, at)


def shared_calendar(calendar: CalendarRef, title: str, at: datetime) -> Change:
    """The change to tell when somebody has given the reader a calendar (XEP-0060 §8.8)."""
    return Change(ChangeKind.CALENDAR_SHARED, calendar, "", title, at)


def withdrawn_calendar(calendar: CalendarRef, title: str, at: datetime) -> Change:
    """The change to tell when the reader is let into a calendar no more (XEP-0060 §8.8–8.9)."""
    return Change(ChangeKind.CALENDAR_WITHDRAWN, calendar, "", title, at)


def failing_import(calendar: CalendarRef, title: str, failed: datetime, at: datetime) -> Change:
    """The change to tell when what a calendar is filled from cannot be read any more, `failed` the last time."""
    fields = (FieldChange("import_failed", None, failed.isoformat()),)
    return Change(ChangeKind.IMPORT_FAILING, calendar, "", title, at, fields)


def moved_calendar(calendar: CalendarRef, title: str, at: datetime) -> Change:
    """The change to tell when a calendar is at another node now (XEP-0060 §8.4), which is `calendar`."""
    return Change(ChangeKind.CALENDAR_MOVED, calendar, "", title, at)


def emptied_calendar(calendar: CalendarRef, title: str, at: datetime) -> Change:
    """The change to tell when all items of a calendar were purged at once (XEP-0060 §8.5)."""
    return Change(ChangeKind.CALENDAR_EMPTIED, calendar, "", title, at)


@dataclass(frozen=True, slots=True)
class _Told:
    kind: ChangeKind
    event: Event
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Series:
    """The events of one UID: the master where there is one, and its changed occurrences."""

    master: Event | None
    overrides: tuple[Event, ...]

    @property
    def main(self) -> Event:
        return self.master or self.overrides[0]

    @property
    def exceptions(self) -> list[Moment]:
        """Every date this version says something special about."""
        named = [event.recurrence_id for event in self.overrides if event.recurrence_id is not None]
        return [*named, *(self.master.exdates if self.master is not None else ())]


class _Usual:
    """What a series has by itself at certain dates, found in one walk through its rules."""

    def __init__(self, master: Event | None, places: Iterable[Moment], overrides: Iterable[Event]) -> None:
        self._master = master
        self._turns = turns_of(master, overrides)
        self._hits: dict[Moment, Occurrence] = occurrences_at(master, places) if master is not None else {}

    def at(self, place: Moment | None) -> Event | None:
        """The usual occurrence as an event of its own, as an earlier change of all later ones may have made it; None
        where the series has nothing."""
        if self._master is None or place is None:
            return None
        name = slot(place, self._master)
        hit = self._hits.get(name) if name is not None else None
        if hit is None:
            return None
        hit = turned(self._master, hit.start, [turn for turn in self._turns if turn.since != name])
        # An event without an end and its occurrence of no length are the same thing to a reader.
        end, due = hit.end if hit.event.end is not None else None, due_of(hit.event, hit)
        usual = _single(hit.event).moved_to(hit.start, end)
        return replace(usual, due=due, recurrence_id=place, and_future=False)


def _by_uid(events: Iterable[Event]) -> dict[str, _Series]:
    """Events by UID; of two masters with one UID the later counts, as in `recurrence`."""
    found: dict[str, _Series] = {}
    for event in events:
        known = found.get(event.uid, _Series(None, ()))
        if event.recurrence_id is not None:
            found[event.uid] = replace(known, overrides=(*known.overrides, event))
        elif event.start is not None or known.master is None:
            found[event.uid] = replace(known, master=event)
    return found


def _compare_series(old: _Series, new: _Series) -> Iterator[_Told]:
    """Master against master, then date by date."""
    steady, places = True, [*old.exceptions, *new.exceptions]
    if old.master is not None and new.master is not None:
        change = _compare_events(old.master, new.master)
        steady = not change or not any(field.name in _SERIES for field in change.fields)
        if change:
            yield change
        if change and change.kind is ChangeKind.CANCELLED:
            return
        if steady:
            yield from _compare_dates(old, new.master, _Usual(old.master, places, old.overrides))
    yield from _compare_overrides(old, new, places, steady)


def _compare_events(old: Event, new: Event) -> _Told | None:
    """Two versions of one event or occurrence; None where a person sees no difference."""
    fields = tuple(differences(old, new))
    if new.status is Status.CANCELLED and old.status is not Status.CANCELLED:
        return _Told(ChangeKind.CANCELLED, new, fields)
    return _Told(ChangeKind.CHANGED, new, fields) if fields else None


def _compare_dates(old: _Series, master: Event, usual: _Usual) -> Iterator[_Told]:
    """Dates taken out of a series (EXDATE, §3.8.5.1) or put back, while the series itself stayed in its place.

    Where it moved, its exceptions moved along and tell nothing new.
    """
    assert old.master is not None
    gone = {slot(moment, master): moment for moment in master.exdates}
    known = {slot(moment, master) for moment in old.master.exdates}
    silent = {
        slot(event.recurrence_id, master)
        for event in old.overrides
        if event.status is Status.CANCELLED and event.recurrence_id is not None
    }
    added = [moment for name, moment in gone.items() if name not in known | silent]
    lost = [moment for moment in added if usual.at(moment) is not None]
    back = known - set(gone)
    if len(lost) > MAX_SINGLE_DATES or (back and not lost):
        yield _Told(ChangeKind.CHANGED, master, (dates_field(old.master, master),))
        return
    for moment in lost:
        event = _as_it_was(old, moment) or usual.at(moment)
        assert event is not None
        yield _Told(ChangeKind.CANCELLED, replace(event, status=Status.CANCELLED))


def _as_it_was(old: _Series, moment: Moment) -> Event | None:
    """The changed occurrence that the older version had at a date, None where it had the usual one."""
    if old.master is None:
        return None
    name = slot(moment, old.master)
    return next((each for each in old.overrides if _name(each, old.master) == name), None)


def _single(master: Event) -> Event:
    """The master without what makes it a series."""
    return replace(master, rrules=(), rdates=(), exdates=())


def _compare_overrides(old: _Series, new: _Series, places: Sequence[Moment], steady: bool) -> Iterator[_Told]:
    """Changed occurrences against what they were, be it another change or the usual occurrence."""
    usual = _Usual(new.master, places, old.overrides), _Usual(new.master, places, new.overrides)
    before, after = _by_date(old, steady), _by_date(new, steady)
    gone = {slot(moment, new.master) for moment in new.master.exdates} if new.master is not None else set()
    for date_name in dict.fromkeys([*before, *after]):
        was, now = before.get(date_name), after.get(date_name)
        named = now or was
        assert named is not None
        if new.master is not None and _name(named, new.master) in gone:
            continue
        yield from _compare_override(was, now, usual, steady)


def _compare_override(
    was: Event | None, now: Event | None, usual: tuple[_Usual, _Usual], steady: bool
) -> Iterator[_Told]:
    """One date of a series, usual before and after. Where the series has nothing there, an occurrence came or went.

    Not so where the whole series moved: that is told already, and no date is where it was.
    """
    if was is None and now is not None:
        was = usual[0].at(now.recurrence_id)
        if was is None and steady:
            yield _Told(ChangeKind.ADDED, now)
    elif now is None and was is not None:
        now = usual[1].at(was.recurrence_id)
        if now is None and steady:
            yield _Told(ChangeKind.REMOVED, was)
    if was is not None and now is not None:
        reach = was.and_future or now.and_future
        change = _compare_events(_single(was), replace(_single(now), and_future=reach))
        if change:
            yield change


def _by_date(series: _Series, steady: bool) -> dict[Moment | None, Event]:
    """Changed occurrences by the date they change; by day only where the whole series moved in between."""
    names = ((_name(event, series.master), event) for event in series.overrides)
    return {name if steady else _day(name): event for name, event in names}


def _name(override: Event, master: Event | None) -> Moment | None:
    moment = override.recurrence_id
    if moment is None or master is None or master.start is None:
        return moment.astimezone(UTC) if isinstance(moment, datetime) and is_instant(moment) else moment
    return slot(moment, master)


def _day(moment: Moment | None) -> Moment | None:
    return moment.date() if isinstance(moment, datetime) else moment
