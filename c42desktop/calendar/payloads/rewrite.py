"""Changes one event in its component: the properties of what differs are written anew, nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from c42desktop.calendar.model import Alarm, Event, Moment
from c42desktop.calendar.payloads.common import default_end, later
from c42desktop.calendar.payloads.dialect import Dialect, Entries, first_component, found
from c42desktop.calendar.payloads.fields import GROUPS, Group, alarm_component, component_name
from c42desktop.calendar.payloads.jcal import events_from_jcal

_SPAN = ("dtstart", "dtend", "duration", "due")


def rewrite(dialect: Dialect, component: Any, old: Event, new: Event) -> bool:
    """Make the component, which was read as `old`, say `new`; True where something had to be changed."""
    entries = dialect.properties(component)
    groups = [group for group in GROUPS if _differs(dialect, entries, group, old, new)]
    renamed = component_name(old) != component_name(new)
    if renamed:
        dialect.rename(component, component_name(new))
    for group in groups:
        if group.each:
            _put_each(dialect, entries, group, old, new)
        else:
            _put(dialect, entries, group, new)
    if old.alarms != new.alarms:
        _put_alarms(dialect, component, old, new)
    return renamed or bool(groups) or old.alarms != new.alarms


def _differs(dialect: Dialect, entries: Entries, group: Group, old: Event, new: Event) -> bool:
    if "dtend" not in group.names:
        return group.of(old) != group.of(new)
    return (group.of(old) != group.of(new) or old.start != new.start) and not _end_follows(dialect, entries, old, new)


def _end_follows(dialect: Dialect, entries: Entries, old: Event, new: Event) -> bool:
    """Whether the end comes out right by itself once the start is written."""
    names = {data[0] for _place, data in found(dialect, entries, _SPAN)}
    task = component_name(new) == "vtodo"
    then, now = (old.due, new.due) if task else (old.end, new.end)
    if old.type is not new.type:
        return False
    if names & {"dtend", "due"}:
        return then == now is not None and old.timezone == new.timezone and _kind(old.start) == _kind(new.start)
    length = _length(old.start, then) if "duration" in names else None
    if length is not None and length != _length(new.start, now):
        return False
    implied = later(new.start, length) if new.start is not None and length is not None else None
    return (implied if task else default_end(new.start, implied)) == now


def _kind(moment: Moment | None) -> tuple[bool, bool]:
    """Dates, floating times and instants do not go together in one event."""
    return isinstance(moment, datetime), isinstance(moment, datetime) and moment.tzinfo is not None


def _length(start: Moment | None, end: Moment | None) -> timedelta | None:
    """None where the clocks change in between: a day may be meant, or so many hours."""
    if start is None or end is None or _kind(start) != _kind(end):
        return None
    if isinstance(start, datetime) and isinstance(end, datetime) and start.utcoffset() != end.utcoffset():
        return None
    return end - start


def _put(dialect: Dialect, entries: Entries, group: Group, new: Event) -> None:
    """Write a group that has each property once; of several with one name the first is what was read."""
    written = {data[0]: data for data in group.properties(new)}
    for name in group.names:
        there = found(dialect, entries, (name,))
        if name not in written:
            for place, _data in reversed(there):
                del entries[place]
        elif there:
            place = there[0][0]
            entries[place] = dialect.write(written[name], entries[place])
        else:
            entries.insert(first_component(dialect, entries), dialect.write(written[name]))


def _put_each(dialect: Dialect, entries: Entries, group: Group, old: Event, new: Event) -> None:
    """Write a group of which every part has a property of its own: those that are still wanted stay."""
    there = found(dialect, entries, group.names)
    by_value = {str(data[3]).lower(): entries[place] for place, data in there}
    written = list(group.properties(new))

    def entry(place: int) -> Any:
        data = written[place]
        return dialect.write(data, by_value.get(str(data[3]).lower())) if data[3] != "" else None

    counts = [(place, len(data) - 3) for place, data in there]
    _exchange(dialect, entries, _runs(entries, counts, group.of(old)), group.of(new), entry)


def _put_alarms(dialect: Dialect, component: Any, old: Event, new: Event) -> None:
    """Write the alarms: the VALARMs of those that are still wanted stay, and so do those that could not be read."""
    entries = dialect.components(component)
    places = [place for place in range(len(entries)) if dialect.name(entries[place]) == "valarm"]
    counts = [(place, len(_alarms_of(dialect, component, entries[place]))) for place in places]
    runs = _runs(entries, [(place, count) for place, count in counts if count], old.alarms)
    _exchange(dialect, entries, runs, new.alarms, lambda place: dialect.build(alarm_component(new.alarms[place], new)))


def _alarms_of(dialect: Dialect, component: Any, alarm: Any) -> tuple[Alarm, ...]:
    """What one VALARM says: the decoder is asked about an event with that alone."""
    span = [data for _place, data in found(dialect, dialect.properties(component), _SPAN)]
    entries = dialect.properties(alarm)
    read = (dialect.read(entries[place]) for place in range(len(entries)))
    inner = ["valarm", [data for data in read if data is not None], []]
    return events_from_jcal([dialect.name(component), span, [inner]], "")[0].alarms


_Run = tuple[int, tuple[object, ...]]


def _runs(entries: Entries, counts: Sequence[tuple[int, int]], parts: Sequence[object]) -> list[_Run]:
    """Which parts the entry at each place stands for; none where that cannot be said."""
    if sum(count for _place, count in counts) != len(parts):
        return [(place, ()) for place, _count in counts]
    found_runs, begin = [], 0
    for place, count in counts:
        found_runs.append((place, tuple(parts[begin : begin + count])))
        begin += count
    return found_runs


def _exchange(
    dialect: Dialect, entries: Entries, runs: list[_Run], wanted: Sequence[object], entry: Callable[[int], Any]
) -> None:
    """Put entries for the wanted parts where the runs are: the old entry where it is right, else a new one."""
    spare, there, begin = list(runs), [], 0
    while begin < len(wanted):
        fit = next((run for run in spare if run[1] and tuple(wanted[begin : begin + len(run[1])]) == run[1]), None)
        if fit is not None:
            spare.remove(fit)
        there.append(entries[fit[0]] if fit is not None else entry(begin))
        begin += len(fit[1]) if fit is not None else 1
    _replace(entries, sorted(place for place, _parts in runs), [each for each in there if each is not None], dialect)


def _replace(entries: Entries, places: list[int], there: list[Any], dialect: Dialect) -> None:
    """Put `there` at `places`; what is more goes behind the last of them, or to the end of the properties."""
    common = min(len(places), len(there))
    for place, entry in zip(places, there, strict=False):
        entries[place] = entry
    further = places[common - 1] + 1 if common else first_component(dialect, entries)
    for place in reversed(places[common:]):
        del entries[place]
    for entry in reversed(there[common:]):
        entries.insert(further, entry)
