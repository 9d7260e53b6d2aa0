"""Changes of one item after another, told as one: from before the first to after the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from c42desktop.calendar.differences import differences
from c42desktop.calendar.model import Change, ChangeKind, FieldChange, Moment, Status
from c42desktop.calendar.people_words import BY

_Name = tuple[str, Moment | None, str]


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of one item, oldest first, with those of one event or occurrence as one; none where they undo each
    other. What becomes of a series becomes of its occurrences."""
    found: dict[_Name, Change] = {}
    for change in changes:
        if change.kind in (ChangeKind.CANCELLED, ChangeKind.REMOVED) and _is_whole(change):
            found = {name: each for name, each in found.items() if name[0] != _uid(change) or name[1] is None}
        name = _name(change)
        before = found.pop(name, None)
        both = _both(before, change) if before is not None else change
        if both is not None:
            found[name] = both
    return tuple(found.values())


def _both(first: Change, then: Change) -> Change | None:
    """Two changes of one event as one; None where it is for the reader as it was before."""
    if first.event is None or then.event is None:
        return then
    match first.kind, then.kind:
        case ChangeKind.ADDED, ChangeKind.REMOVED:
            return None
        case ChangeKind.ADDED, ChangeKind.CHANGED:
            return replace(then, kind=ChangeKind.ADDED, fields=())
        case ((ChangeKind.CHANGED | ChangeKind.CANCELLED), ChangeKind.REMOVED):
            return replace(
                then, fields=_without_by(first.fields)
            )  # should it come back, that is what it was compared with
        case ((ChangeKind.REMOVED | ChangeKind.CANCELLED), ChangeKind.ADDED):
            return _changed(then, _chained(first.fields, differences(first.event, then.event)))
        case ((ChangeKind.CHANGED | ChangeKind.CANCELLED), ChangeKind.CANCELLED):
            return replace(then, fields=_chained(first.fields, then.fields))
        case ChangeKind.CANCELLED, ChangeKind.CHANGED if then.event.status is Status.CANCELLED:
            return replace(then, kind=ChangeKind.CANCELLED, fields=_chained(first.fields, then.fields))
        case ((ChangeKind.CHANGED | ChangeKind.CANCELLED), ChangeKind.CHANGED):
            return _changed(then, _chained(first.fields, then.fields))
        case _:
            return then


def _changed(then: Change, fields: tuple[FieldChange, ...]) -> Change | None:
    return replace(then, kind=ChangeKind.CHANGED, fields=fields) if _without_by(fields) else None


def _without_by(fields: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    return tuple(field for field in fields if field.name != BY)


def _chained(first: Iterable[FieldChange], then: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """Each field as it was at first and is at last; not those that are the same again. It was done by the last."""
    fields = {field.name: field for field in _without_by(first)}
    for field in then:
        before = fields[field.name].before if field.name in fields else field.before
        fields[field.name] = replace(field, before=before)
    return tuple(field for field in fields.values() if field.before != field.after)


def _name(change: Change) -> _Name:
    """What a change is of: an event, one occurrence of it, or a calendar as a whole."""
    if change.event is None:
        return "", None, change.kind
    return change.event.uid, change.event.recurrence_id, ""


def _uid(change: Change) -> str:
    return change.event.uid if change.event is not None else ""


def _is_whole(change: Change) -> bool:
    return change.event is not None and change.event.recurrence_id is None
