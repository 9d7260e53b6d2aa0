"""The reminders of one item as they are now: what the calendar's person wants to be told, from the store."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.appearances import base_of
from c42desktop.calendar.model import Calendar, CalendarRef, Defaults, ItemRef, Level, Reminder, is_instant
from c42desktop.calendar.reminders import due_between, holds
from c42desktop.calendar.standing import has_begun
from c42desktop.store.reminders import LOOK_BACK, Reminders, identity
from c42desktop.store.store import Store

log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_ROOM = 2 * _DAY  # what zones and the delays of trips move


class Upcoming:
    """Reads the store; every method raises StoreError. `read_calendars` before anything else."""

    def __init__(self, store: Store, kept: Reminders, zone: tzinfo, defaults: Callable[[], Defaults]) -> None:
        self._store = store
        self._kept = kept
        self._zone = zone
        self._defaults = defaults
        self._calendars: dict[CalendarRef, Calendar] = {}

    def read_calendars(self) -> None:
        """What the person wants to be told of each may be something else now."""
        self._calendars = {each.ref: each for each in self._store.calendars() if each.level is not Level.NOTHING}

    def items(self, begin: datetime, end: datetime) -> list[ItemRef]:
        """Those that may remind of something between two instants (aware)."""
        return self._kept.items(begin, end, max(map(_reach, self._all_defaults()), default=timedelta(0)) + _ROOM)

    def of(self, item: ItemRef, begin: datetime, end: datetime) -> list[Reminder]:
        """The reminders of an item that fall due after `begin` and until `end` (aware)."""
        calendar, stored = self._calendars.get(item.calendar), self._store.item(item)
        if calendar is None or stored is None:
            return []
        try:
            return due_between(item, stored.events, begin, end, self._zone, self._defaults_of(calendar))
        except Exception:
            # A defect. It costs the reminders of this item, not those of all others.
            log.exception("Unexpected error while planning reminders")
            return []

    def with_news(self, item: ItemRef, since: datetime, end: datetime, now: datetime) -> list[Reminder]:
        """The same of an item that has just changed: with what would have rung before, of what has not begun yet."""
        found = self.of(item, since - LOOK_BACK, end)
        return [*self._made_up(found, since, now), *(each for each in found if each.due > since)]

    def elsewhere(self, item: ItemRef, since: datetime, end: datetime, now: datetime) -> list[Reminder]:
        """The same in another zone: with what would have rung before if one had been there, and goes by the wall."""
        found = self.of(item, since - _DAY, end)
        by_the_wall = [each for each in found if not is_instant(base_of(each.event) or now)]
        return [*self._made_up(by_the_wall, since, now), *(each for each in found if each.due > since)]

    def _made_up(self, found: Iterable[Reminder], since: datetime, now: datetime) -> list[Reminder]:
        return latest(each for each in found if each.due <= since and not has_begun(each.event, now, self._zone))

    def holds(self, reminder: Reminder) -> bool:
        """Whether its occurrence is still there, at the same time, and to be told of."""
        stored = self._store.item(reminder.item)
        if reminder.item.calendar not in self._calendars or stored is None:
            return False
        try:
            return holds(reminder, stored.events, self._zone)
        except Exception:
            log.exception("Unexpected error while looking at a reminder")  # a defect: rather told than forgotten
            return True

    def is_wanted(self, reminder: Reminder) -> bool:
        """The same of what a service sends, which may be about what only it knows."""
        if self._store.item(reminder.item) is None:
            return reminder.item.calendar in self._calendars
        return self.holds(reminder)

    def _defaults_of(self, calendar: Calendar) -> Defaults:
        return self._defaults() if calendar.reminders is None else calendar.reminders

    def _all_defaults(self) -> set[Defaults]:
        return {self._defaults_of(calendar) for calendar in self._calendars.values()}


def _reach(defaults: Defaults) -> timedelta:
    """How far from what they are of they ring at most."""
    distances = [*map(abs, defaults.timed), *((each.days_before + 1) * _DAY for each in defaults.all_day)]
    return max(distances, default=timedelta(0))


def latest(reminders: Iterable[Reminder]) -> list[Reminder]:
    """Of several of one occurrence, that are told at once, the last one; one for what two calendars have."""
    last: dict[tuple[ItemRef, str, str], Reminder] = {}
    for reminder in sorted(reminders, key=lambda each: each.due):
        last[reminder.item, reminder.event.uid, reminder.occurrence] = reminder
    first = sorted(last.values(), key=lambda each: (each.due, each.item))
    once = {identity(reminder): reminder for reminder in reversed(first)}
    return sorted(once.values(), key=lambda each: (each.due, each.item))
