"""What a person changes of an event: as values, and put into the events of an item. Pure.

An edit is the events of one item before and after. So it can be put onto what the server has by now, field by field:
what only one side changed is taken over, what both changed is a conflict, which a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from c42desktop.calendar.arithmetic import day_of
from c42desktop.calendar.model import Event, EventType, ItemRef, Moment, Personal, is_instant
from c42desktop.calendar.rules import parse_rule
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _


class Span(StrEnum):
    """How much of a series is meant (RFC 5545 §3.2.13 for the second)."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Edit:
    """The events of an item as the person saw them, and as they are to be: `base` is empty for a new item, `wanted`
    for one that is to go. `id` is the store's number, 0 before it has one."""

    item: ItemRef
    base: tuple[Event, ...]
    wanted: tuple[Event, ...]
    id: int = 0


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that both sides changed; the values are texts as in FieldChange, None where there is nothing.

    Start and end are one field "time", an ISO 8601 interval (`interval`). "event" is what one side took away and the
    other changed; its values are titles. `occurrence` names the one occurrence that it is about, "" where it is the
    event itself. A decision names conflicts by their `key`.
    """

    name: str
    base: str | None
    mine: str | None
    theirs: str | None
    occurrence: str = ""

    @property
    def key(self) -> str:
        """What a decision names it by."""
        return key_of_conflict(self.name, self.occurrence)


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit that meets a change pushed meanwhile. `theirs` is empty where the item is gone by now."""

    edit: Edit
    theirs: tuple[Event, ...]
    fields: tuple[FieldConflict, ...]


def key_of_conflict(name: str, occurrence: str) -> str:
    """What a decision names a conflict by: the field and, if it is about one occurrence, which."""
    return f"{name} {occurrence}".rstrip()


def interval(text: str) -> tuple[Moment, Moment | None]:
    """Start and end of the "time" of a conflict; no end where the event has none."""
    start, _slash, end = text.partition("/")
    return _moment(start), _moment(end) if end else None


def new_uid() -> str:
    """A UID that no other event has (RFC 7986 §5.3)."""
    return str(uuid4())


def duplicate(event: Event, uid: str) -> Event:
    """A new event like another one: nobody has answered to it, and it is no changed occurrence of anything."""
    people = tuple(replace(person, answer="") for person in event.attendees)
    fresh = replace(event, uid=uid, recurrence_id=None, and_future=False, attendees=people, personal=Personal())
    return replace(fresh, sequence=0, modified=None, sync_token=0, suggested=False)


def problem_of(event: Event) -> UserError | None:
    """Why an event cannot be kept like this, for the field to blame: "start", "end", "due", "recurrence". A title may
    be empty."""
    start, end = event.start, event.end
    if start is None:
        if event.type is EventType.TODO:
            return None
        return UserError(_("Say when it begins."), field="start")
    if end is not None and _kind(start) != _kind(end):
        return UserError(_("Start and end are both days, or both times."), field="end")
    if end is not None and _before(end, start):
        return UserError(_("The end is before the start."), field="end")
    if event.due is not None and _before(event.due, start):
        return UserError(_("It is due before it begins."), field="due")
    return _problem_of_rules(event, start)


def _problem_of_rules(event: Event, start: Moment) -> UserError | None:
    for text in event.rrules:
        try:
            until = parse_rule(text).until
        except ValueError:
            return UserError(_("This repetition cannot be understood."), field="recurrence")
        if until is not None and day_of(until) < day_of(start) - timedelta(days=1):
            return UserError(_("The repetition ends before the event begins."), field="recurrence")
    return None


def _kind(moment: Moment) -> tuple[bool, bool]:
    return isinstance(moment, datetime), is_instant(moment)


def _before(one: Moment, other: Moment) -> bool:
    """As far as both can be compared."""
    if _kind(one) != _kind(other):
        return day_of(one) < day_of(other)
    return one < other


def _moment(text: str) -> Moment:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
