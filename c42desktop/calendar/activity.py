"""What happened, as the activity list keeps it: a change or a reminder, when, and whether somebody has seen it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from c42desktop.calendar.model import CalendarRef, Change, Event, ItemRef, Reminder

Key = tuple[float, bool, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `at` is the instant (aware) this program learned of it, or a reminder was due.

    `unread` where a person is to look at it: a change that nobody opened, a reminder that was missed. One that was
    told in time has been seen. `away` is since when nobody was connected, where it happened meanwhile. `missed`,
    `dismissed` and `snoozed` (until an instant) say what became of a reminder.
    """

    what: Change | Reminder
    at: datetime
    unread: bool = False
    away: datetime | None = None
    missed: bool = False
    dismissed: bool = False
    snoozed: datetime | None = None

    @property
    def key(self) -> Key:
        """Where it stands: the higher, the newer. No two are alike."""
        return self.at.timestamp(), isinstance(self.what, Change), self.what.id

    @property
    def item(self) -> ItemRef:
        """Which item it is about."""
        what = self.what
        return ItemRef(what.calendar, what.item_id) if isinstance(what, Change) else what.item

    @property
    def calendar(self) -> CalendarRef:
        """In which calendar it happened."""
        return self.item.calendar

    @property
    def event(self) -> Event | None:
        """The event as it was then; None for what is about a whole calendar."""
        return self.what.event


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted: those of one calendar, those nobody has seen."""

    calendar: CalendarRef | None = None
    unread: bool = False
