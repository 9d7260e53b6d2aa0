"""What rings within a day, item by item, and which items are to be planned anew. Values only: no store, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from c42desktop.calendar.model import ItemRef, Reminder

AHEAD = timedelta(hours=25)  # what is planned at a time;
_MORE = timedelta(hours=1)  # and so long before its end, more is


@dataclass(frozen=True, slots=True)
class Touch:
    """An item to be planned anew: what fell due since then counts. `news`: what did before is made up for."""

    since: datetime
    news: bool

    def joined(self, earlier: Touch | None) -> Touch:
        """Both in one."""
        return Touch(min(self.since, earlier.since), self.news or earlier.news) if earlier is not None else self


class Plan:
    """`until` when all is planned, `next` when the first of it is due; `offset` of the reader's zone, when it was made.

    Nothing of an item that was `touched` is ready before it was planned anew.
    """

    def __init__(self) -> None:
        self.until: datetime | None = None
        self.next: datetime | None = None
        self.offset: timedelta | None = None
        self.touched: dict[ItemRef, Touch] = {}
        self.turn = 1  # how often all was to be planned anew
        self._planned_turn = 0
        self._items: dict[ItemRef, list[Reminder]] = {}
        self._oldest: datetime | None = None  # no touch is since an earlier instant

    @property
    def is_stale(self) -> bool:
        """Whether nothing of it is to be trusted."""
        return self.turn != self._planned_turn

    @property
    def more_at(self) -> datetime:
        """When the next day is to be planned. Only once there is a plan."""
        assert self.until is not None
        return self.until - _MORE

    def is_due(self, now: datetime) -> bool:
        """Whether something is, and all that is has been planned."""
        return not self.is_stale and self.until is not None and self.next is not None and self.next <= now < self.until

    def touch(self, item: ItemRef, touch: Touch) -> None:
        """It is to be planned anew."""
        self.touched[item] = touch.joined(self.touched.get(item))
        self._oldest = min(touch.since, self._oldest or touch.since)

    def replace(self, items: Mapping[ItemRef, list[Reminder]], until: datetime, turn: int, offset: timedelta) -> None:
        """All is planned anew, as it was to be in that turn."""
        self._items = {item: found for item, found in items.items() if found}
        self.until, self.offset, self._planned_turn = until, offset, turn
        self._find_next()

    def put(self, item: ItemRef, found: list[Reminder]) -> None:
        """What was touched is planned anew."""
        del self.touched[item]
        self._items.pop(item, None)
        if found:
            self._items[item] = found
            first = min(each.due for each in found)
            self.next = min(first, self.next or first)

    def of(self, item: ItemRef) -> list[Reminder]:
        """What is planned of an item."""
        return self._items.get(item, [])

    def due(self, now: datetime) -> list[Reminder]:
        """What is."""
        return [each for each in self._ready() if each.due <= now]

    def take(self, now: datetime) -> None:
        """What is due was handed on."""
        for item in {each.item for each in self.due(now)}:
            left = [each for each in self._items.pop(item) if each.due > now]
            if left:
                self._items[item] = left
        self._find_next()

    def settled(self, checked: datetime) -> datetime:
        """Until when all is handed on, with what was touched, where the rest is until `checked`."""
        if not self.touched:
            self._oldest = None
        return checked if self._oldest is None else min(checked, self._oldest)

    def _find_next(self) -> None:
        self.next = min((each.due for each in self._ready()), default=None)

    def _ready(self) -> list[Reminder]:
        if not self.touched:
            return [each for found in self._items.values() for each in found]
        return [each for item, found in self._items.items() if item not in self.touched for each in found]
