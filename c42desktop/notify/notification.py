"""What is shown outside the window: a frozen value, safe to hand to any desktop."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.notify import text

TITLE_LIMIT = 120
BODY_LIMIT = 400
LABEL_LIMIT = 40


class Urgency(StrEnum):
    """The levels of the Desktop Notifications specification 1.2, "Urgency Levels"."""

    LOW = "low"
    NORMAL = "normal"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Action:
    """One button. `id` comes back when it is pressed; "default" means the click on the whole."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification. The same `key` again replaces what is on screen; withdrawing the key takes it away.

    The texts are plain text, cleaned and capped here so that no way around it exists; whoever shows them
    escapes them for its own markup. `category` is `x-vendor.class.name` ("Categories"). One that `stays` is there until
    somebody does something about it, where the desktop lets it. `sound` is one of SOUNDS (preferences.py), heard if the
    person chose so.
    """

    key: str
    title: str
    body: str = ""
    urgency: Urgency = Urgency.NORMAL
    actions: tuple[Action, ...] = ()
    category: str = "x-c42desktop.calendar.change"
    stays: bool = False
    sound: str = ""

    def __post_init__(self) -> None:
        """Clean the texts; `object.__setattr__` because the value is frozen from here on."""
        object.__setattr__(self, "title", text.one_line(self.title, TITLE_LIMIT))
        object.__setattr__(self, "body", text.lines(self.body, BODY_LIMIT))
        labelled = tuple(Action(each.id, text.one_line(each.label, LABEL_LIMIT)) for each in self.actions)
        object.__setattr__(self, "actions", labelled)


def key_of(item: ItemRef, *part: str) -> str:
    """The key of all that is told about `item`, or about a `part` of it (one reminder, for example).

    JSON, because node and item ids may hold any character.
    """
    calendar = item.calendar
    return json.dumps([calendar.account, calendar.service, calendar.node, item.item_id, *part])


def key_of_calendar(calendar: CalendarRef) -> str:
    """The key of what is told of many items of a calendar at once."""
    return json.dumps([calendar.account, calendar.service, calendar.node])


def item_of(key: str) -> ItemRef | None:
    """The item a key is about, or None for a key that is about no item (a summary, for example)."""
    try:
        parts = json.loads(key)
    except ValueError:
        return None
    match parts:
        case [str(account), str(service), str(node), str(item_id), *_]:
            return ItemRef(CalendarRef(account, service, node), item_id)
        case _:
            return None
