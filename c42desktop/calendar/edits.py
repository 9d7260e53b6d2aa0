"""What a person changes of an event: as values, and put into the events of an item. Pure.

An edit is the events of one item before and after. So it can be put onto what the server has by now, field by field:
what only one side changed is taken over, what both changed is a conflict, which a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from c42desktop.calendar.model import Event, ItemRef


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
    """One field that both sides changed; the values are texts as in FieldChange, None where there is nothing."""

    name: str
    base: str | None
    mine: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit that meets a change pushed meanwhile. `theirs` is empty where the item is gone by now."""

    edit: Edit
    theirs: tuple[Event, ...]
    fields: tuple[FieldConflict, ...]
