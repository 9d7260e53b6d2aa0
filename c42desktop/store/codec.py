"""Events and changes as JSON and back, without loss.

Which fields there are, the dataclasses of the model say; a field that holds its default is left out. So what an older
version wrote is read by a newer one, whose new fields then hold their defaults.
"""

from __future__ import annotations

import copy
import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import cache, lru_cache
from sys import intern
from typing import Any
from zoneinfo import ZoneInfo

from c42desktop.calendar.defined_zone import DefinedZone, defined_zone
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    ChangeKind,
    DayAlarm,
    Defaults,
    Event,
    FieldChange,
    Moment,
)

_ZONES = "zones"
_DEFINED = "="


def dump_event(event: Event) -> dict[str, Any]:
    """An event as JSON values; fields that hold their default are left out."""
    data = _dump(event)
    definitions: list[str] = []
    for moment in _moments_in(data):
        if moment[1][:1] == _DEFINED:
            moment[1] = f"{moment[1][:2]}{_place(definitions, moment[1][2:])}"
    return {**data, _ZONES: definitions} if definitions else data


def load_event(data: dict[str, Any]) -> Event:
    """The event that `dump_event` wrote, now or in an earlier version."""
    if _ZONES in data:
        data = copy.deepcopy(data)
        definitions = data.pop(_ZONES)
        for moment in _moments_in(data):
            if moment[1][:1] == _DEFINED:
                moment[1] = moment[1][:2] + definitions[int(moment[1][2:])]
    event: Event = _load(Event, data)
    return event


def _moments_in(data: dict[str, Any]) -> Iterator[list[str]]:
    """The moments of an event that may be in a zone it brought along, as `dump_moment` writes them."""
    for name in ("start", "end", "due", "recurrence_id"):
        if data.get(name):
            yield data[name]
    for name in ("rdates", "exdates"):
        yield from data.get(name, ())


def _place(definitions: list[str], definition: str) -> int:
    """Where it is in the list; put there where it is new."""
    if definition not in definitions:
        definitions.append(definition)
    return definitions.index(definition)


def dump_change(change: Change) -> str:
    """A change as JSON text."""
    return json.dumps(
        {
            "kind": change.kind,
            "summary": change.summary,
            "at": change.at.isoformat(),
            "fields": [[each.name, each.before, each.after] for each in change.fields],
            "event": dump_event(change.event) if change.event else None,
        },
        ensure_ascii=False,
    )


def load_change(text: str, calendar: CalendarRef, item_id: str, number: int) -> Change:
    """The change that `dump_change` wrote."""
    data = json.loads(text)
    return Change(
        kind=ChangeKind(data["kind"]),
        calendar=calendar,
        item_id=item_id,
        summary=data["summary"],
        at=datetime.fromisoformat(data["at"]),
        fields=tuple(FieldChange(*each) for each in data["fields"]),
        event=load_event(data["event"]) if data["event"] else None,
        id=number,
    )


def dump_defaults(defaults: Defaults | None) -> str:
    """Reminders of a calendar as JSON text, "" for those of all calendars."""
    if defaults is None:
        return ""
    all_day = [[alarm.days_before, alarm.at.isoformat("minutes")] for alarm in defaults.all_day]
    return json.dumps({"timed": [before.total_seconds() for before in defaults.timed], "all_day": all_day})


def load_defaults(text: str) -> Defaults | None:
    """The reminders that `dump_defaults` wrote."""
    if not text:
        return None
    data = json.loads(text)
    return Defaults(
        tuple(timedelta(seconds=seconds) for seconds in data["timed"]),
        tuple(DayAlarm(days, time.fromisoformat(at)) for days, at in data["all_day"]),
    )


def dump_moment(moment: Moment | None) -> list[str] | None:
    """[local ISO time, zone]: zone is a name, an offset in seconds, or "" for all-day and floating.

    A zone that the payload itself defined is "=", the fold, and the definition, which `dump_event` writes once for an
    event.
    """
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return [moment.isoformat(), ""]
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key:
        # The fold tells the two 02:30 apart that a change from summer time has (PEP 495).
        return [moment.replace(tzinfo=None).isoformat(), moment.tzinfo.key + ("|1" if moment.fold else "")]
    if moment.tzinfo is None:
        return [moment.isoformat(), ""]
    if isinstance(moment.tzinfo, DefinedZone):
        return [moment.replace(tzinfo=None).isoformat(), f"{_DEFINED}{moment.fold}{moment.tzinfo.definition}"]
    offset = moment.utcoffset() or timedelta(0)
    return [moment.replace(tzinfo=None).isoformat(), f"{offset.total_seconds():+.0f}"]


def load_moment(data: list[str] | None) -> Moment | None:
    """The moment that `dump_moment` wrote."""
    if data is None:
        return None
    text, name = data
    if len(text) == 10:
        return date.fromisoformat(text)
    wall = datetime.fromisoformat(text)
    if not name:
        return wall
    zone, fold = _zone(name)
    placed = datetime.combine(wall, wall.time(), zone)  # six times as fast as `replace`
    return placed.replace(fold=fold) if fold else placed


@lru_cache(maxsize=256)
def _zone(name: str) -> tuple[tzinfo, int]:
    """The zone that `dump_moment` named, and the fold."""
    if name[0] in "+-":
        return timezone(timedelta(seconds=int(name))), 0
    if name[0] == _DEFINED:
        return defined_zone(name[2:]), int(name[1])
    key, _bar, fold = name.partition("|")
    return ZoneInfo(key), int(bool(fold))


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of a dataclass is written and read; None where JSON has the type itself."""

    name: str
    default: Any
    dump: Callable[[Any], Any] | None
    load: Callable[[Any], Any] | None


@cache
def _fields(kind: Any) -> dict[str, _Field]:
    hints = typing.get_type_hints(kind)
    found = {}
    for field in dataclasses.fields(kind):
        dump, load = _ways(hints[field.name])
        found[field.name] = _Field(field.name, field.default, dump, load)
    return found


@cache
def _loads(kind: Any) -> dict[str, Callable[[Any], Any] | None]:
    return {name: field.load for name, field in _fields(kind).items()}


def _dump(value: Any) -> dict[str, Any]:
    data = {}
    kind: Any = type(value)
    for name, field in _fields(kind).items():
        found = getattr(value, name)
        if found != field.default:
            data[name] = field.dump(found) if field.dump is not None else found
    return data


def _load(kind: Any, data: Any) -> Any:
    if isinstance(data, list):  # as version 1 of the store wrote people and alarms
        data = {name: found for name, found in zip(_fields(kind), data, strict=False) if found is not None}
    loads = _loads(kind)
    # Interned, as Python compares the names of arguments by identity first, and then each with each by its letters.
    return kind(**{intern(name): load(found) if (load := loads[name]) else found for name, found in data.items()})


def _ways(hint: Any) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]:
    """How a value of a field with this type is written and read."""
    if hint in (Moment, Moment | None, datetime, datetime | None):
        return dump_moment, load_moment
    if hint in (timedelta, timedelta | None):
        return timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)
    if isinstance(hint, types.UnionType):
        return _ways(next(kind for kind in typing.get_args(hint) if kind is not types.NoneType))
    if typing.get_origin(hint) is tuple:
        return _ways_of_tuple(typing.get_args(hint)[0])
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dump, lambda data: _load(hint, data)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return None, hint
    return None, None


def _ways_of_tuple(hint: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    dump, load = _ways(hint)
    if dump is None or load is None:
        return list, tuple
    return lambda values: [dump(value) for value in values], lambda data: tuple(map(load, data))
