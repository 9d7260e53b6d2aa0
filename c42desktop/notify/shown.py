"""What is on screen, what it is about, and since when; of what is gone from it, what it was about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from c42desktop.calendar.model import Change, Reminder
from c42desktop.notify.actions import Subject
from c42desktop.notify.notification import Notification

MOST_KEPT = 200  # a button may be pressed after its notification has gone, and not all desktops tell that it has


class Why(StrEnum):
    """Why several are told at once."""

    BURST = "burst"
    AWAY = "away"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Shown:
    """A notification that the desktop accepted at an instant, in seconds of a clock that is never set."""

    notification: Notification
    subject: Subject
    at: float
    why: Why = Why.BURST


class OnScreen:
    """Notifications by key."""

    def __init__(self) -> None:
        self._shown: dict[str, Shown] = {}
        self._gone: dict[str, Subject] = {}

    def put(self, shown: Shown) -> None:
        """The desktop shows it."""
        self._shown[shown.notification.key] = shown
        for key in list(self._shown)[:-MOST_KEPT]:
            self.closed(key)

    def closed(self, key: str) -> None:
        """It is not on screen any more."""
        if key in self._shown:
            self._gone[key] = self._shown.pop(key).subject
        for old in list(self._gone)[:-MOST_KEPT]:
            del self._gone[old]

    def get(self, key: str) -> Shown | None:
        """What is shown by that key."""
        return self._shown.get(key)

    def subject(self, key: str) -> Subject | None:
        """What the notification is or was about."""
        shown = self._shown.get(key)
        return shown.subject if shown is not None else self._gone.get(key)

    def changes(self, key: str) -> tuple[Change, ...]:
        """The changes that the notification tells, where it is on screen."""
        return self._shown[key].subject.changes if key in self._shown else ()

    def reminders(self, key: str) -> tuple[Reminder, ...]:
        """The reminders that it tells, where it is on screen."""
        return self._shown[key].subject.reminders if key in self._shown else ()

    def all_reminders(self) -> list[Reminder]:
        """All reminders that are told on screen."""
        return [reminder for each in self._shown.values() for reminder in each.subject.reminders]

    def telling_changes(self) -> list[tuple[str, Shown]]:
        """Those that tell changes, oldest first."""
        return [(key, each) for key, each in self._shown.items() if each.subject.changes]

    def telling_only(self, true: Callable[[Change], bool]) -> list[str]:
        """The keys of those that tell nothing but changes of which this is true."""
        telling = ((key, shown.subject) for key, shown in self.telling_changes())
        return [key for key, subject in telling if not subject.reminders and all(map(true, subject.changes))]

    def without(self, true: Callable[[Reminder, str], bool]) -> list[str]:
        """Forget the reminders of which this is true, given the key of what tells them.

        Gives the keys of the notifications that tell nothing any more.
        """
        empty = []
        for key, each in self._shown.items():
            rest = tuple(reminder for reminder in each.subject.reminders if not true(reminder, key))
            if len(rest) < len(each.subject.reminders):
                self._shown[key] = replace(each, subject=replace(each.subject, reminders=rest))
                empty += [key] if not rest and not each.subject.changes else []
        return empty
