"""What the rest of the program is told: a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from c42desktop.calendar.model import CalendarRef, Change, ItemRef
from c42desktop.xmpp.address import NodeAddress


@dataclass(frozen=True, slots=True)
class Update:
    """What one push, or one step of a look at everything, brought.

    `items` are those whose rows are to be drawn anew. `calendars` tells that the list of calendars or one of their
    titles changed. `synced` comes whenever everything was looked at; `problem` is then a sentence for
    the person where the account has no calendars to look at. Without `synced`, it says why the store takes nothing.
    """

    items: tuple[ItemRef, ...] = ()
    changes: tuple[Change, ...] = ()
    calendars: bool = False
    synced: bool = False
    problem: str = ""


OnUpdate = Callable[[Update], None]


def address_of(ref: CalendarRef) -> NodeAddress:
    """Where a calendar is."""
    return NodeAddress(ref.service, ref.node)
