"""What a person can do about something they were told of: the same from a notification, a row or the details.

Which of them are offered, and in which order, policy.py says; what they do, the application (controllers/acting.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from c42desktop.calendar.model import Change, Event, ItemRef, Reminder


class Act(StrEnum):
    """The id of an action of a notification, and of what a button in the window does."""

    OPEN = "open"
    SHOW = "show"
    JOIN = "join"
    MAP = "map"
    SNOOZE = "snooze"
    DISMISS = "dismiss"
    ACCEPT = "accept"
    MAYBE = "maybe"
    DECLINE = "decline"
    SNOOZE_ALL = "snooze-all"
    DISMISS_ALL = "dismiss-all"
    EDIT = "edit"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    EXPORT = "export"
    SOURCE = "source"


ANSWERS = {Act.ACCEPT: "accepted", Act.MAYBE: "tentative", Act.DECLINE: "declined"}
"""What is answered by which: PARTSTAT in lower case."""


def act_of(answer: str) -> Act:
    """The action that gives this answer."""
    return next(act for act, given in ANSWERS.items() if given == answer)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is acted upon. `item` and `event` are None where it is about several, such as a summary.

    `event` is one occurrence, with its times, where one is meant.
    """

    item: ItemRef | None = None
    event: Event | None = None
    changes: tuple[Change, ...] = ()
    reminders: tuple[Reminder, ...] = ()
