"""When a change is told by itself, and when many are told as one. Pure: seconds of a clock that is never set.

More than 3 notifications in 10 s of one calendar, or more than 5 of all, are a burst: one notification takes their
place, at once, and counts on with longer and longer pauses, and once more at its end. A change outside a burst never
waits, nor does one that comes while what nobody could be told in time is being counted.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from c42desktop.calendar.model import CalendarRef, Change, ItemRef

MOST = 3  # notifications of one calendar in a span; more would be read by nobody
MOST_OF_ALL = 5  # of all calendars
SPAN = 10.0  # seconds
PAUSES = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)  # seconds between the notifications of a burst; the last again and again
SETTLED = 5.0  # seconds without anything new, after which nothing more is waited for

Scope = ItemRef | CalendarRef | None
"""What one notification is about: an item, a calendar, or all of them."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is told in one notification."""

    scope: Scope
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Burst:
    shown_at: float
    came_at: float  # the last change
    late: bool = False  # of what nobody could be told in time
    step: int = 0
    waiting: list[Change] = field(default_factory=list)

    @property
    def due(self) -> float:
        """The next notification is shown then at the earliest."""
        pause = PAUSES[min(self.step, len(PAUSES) - 1)]
        return max(self.shown_at + PAUSES[0], min(self.shown_at + pause, self.came_at + SETTLED))

    def is_over(self, at: float) -> bool:
        """Whether what comes now has nothing to do with it."""
        return not self.waiting and at >= max(self.shown_at, self.came_at) + SPAN

    def add(self, changes: Iterable[Change], at: float) -> None:
        """More of it has come."""
        before = len(self.waiting)
        self.waiting.extend(changes)
        if len(self.waiting) > before:
            self.came_at = at

    def take(self, at: float) -> tuple[Change, ...]:
        """What waited, to be shown now."""
        told, self.waiting = tuple(self.waiting), []
        self.shown_at, self.step = at, self.step + 1
        return told


class Bursts:
    """What was shown lately, and what waits for its turn. `at` never goes back."""

    def __init__(self) -> None:
        self._shown: deque[tuple[float, CalendarRef | None]] = deque()
        self._running: dict[CalendarRef | None, _Burst] = {}

    def due(self) -> float | None:
        """When something that waits is to be shown; None where nothing does."""
        return min((each.due for each in self._running.values() if each.waiting), default=None)

    def take(self) -> list[Change]:
        """All that waits, oldest first; nothing does from now on."""
        waiting = [change for each in self._running.values() for change in each.waiting]
        for each in self._running.values():
            each.waiting = []
        return sorted(waiting, key=_number)

    def drop(self, true: Callable[[Change], bool]) -> list[Change]:
        """What waits and of which this is true; it waits no more."""
        dropped = [change for each in self._running.values() for change in each.waiting if true(change)]
        for each in self._running.values():
            each.waiting = [change for change in each.waiting if not true(change)]
        return dropped

    def plan(self, changes: Iterable[Change], at: float) -> list[Batch]:
        """What to show now that these changes have come, of those that waited too."""
        self._look_at(at)
        news = list(changes)
        everything = self._running.get(None)
        if everything is not None and not everything.late:
            return self._of_burst(None, news, at)
        late = self._of_burst(None, (), at) if everything is not None else []
        batches = self._of_calendars(self._with_older(news) if everything is not None else news, at)
        if len(self._shown) + len(batches) > MOST_OF_ALL:
            told = [*self.take(), *(change for batch in batches for change in batch.changes)]
            return [*late, self._begin(None, sorted(told, key=_number), at)]
        return [*late, *self._noted(batches, at)]

    def catch_up(self, changes: Sequence[Change], at: float, most: int = MOST) -> list[Batch]:
        """The same of what nobody could be told in time: beyond so many items, all calendars are told as one."""
        self._look_at(at)
        changes = self._with_older(changes)
        if None in self._running:
            return self._of_burst(None, changes, at)
        items = by_item(changes)
        if items and len(self._shown) + len(items) > most:
            return [self._begin(None, [*self.take(), *changes], at, late=True)]
        return self._noted(items, at)

    def _look_at(self, at: float) -> None:
        while self._shown and self._shown[0][0] <= at - SPAN:
            self._shown.popleft()
        for scope in [scope for scope, each in self._running.items() if each.is_over(at)]:
            del self._running[scope]

    def _with_older(self, changes: Sequence[Change]) -> list[Change]:
        """With what still waits of the same items: nobody is told how something was after how it is."""
        items = {item_of(change) for change in changes}
        return [*sorted(self.drop(lambda change: item_of(change) in items), key=_number), *changes]

    def _of_calendars(self, changes: Iterable[Change], at: float) -> list[Batch]:
        by_calendar: dict[CalendarRef, list[Change]] = {
            scope: [] for scope, burst in self._running.items() if scope is not None and burst.waiting
        }
        for change in changes:
            by_calendar.setdefault(change.calendar, []).append(change)
        return [batch for ref, some in by_calendar.items() for batch in self._of_calendar(ref, some, at)]

    def _of_calendar(self, ref: CalendarRef, changes: Sequence[Change], at: float) -> list[Batch]:
        if ref in self._running:
            return self._of_burst(ref, changes, at)
        items = by_item(changes)
        if sum(calendar == ref for _at, calendar in self._shown) + len(items) > MOST:
            return [self._begin(ref, changes, at)]
        return items

    def _of_burst(self, scope: CalendarRef | None, changes: Iterable[Change], at: float) -> list[Batch]:
        """What waits, once its time has come."""
        burst = self._running[scope]
        burst.add(changes, at)
        return [Batch(scope, burst.take(at))] if burst.waiting and at >= burst.due else []

    def _begin(self, scope: CalendarRef | None, changes: Iterable[Change], at: float, *, late: bool = False) -> Batch:
        if scope is None:
            self._running.clear()
        self._running[scope] = _Burst(at, at, late)
        return Batch(scope, tuple(changes))

    def _noted(self, batches: list[Batch], at: float) -> list[Batch]:
        for batch in batches:
            ref = batch.scope.calendar if isinstance(batch.scope, ItemRef) else batch.scope
            self._shown.append((at, ref))
        return batches


def _number(change: Change) -> int:
    return change.id


def item_of(change: Change) -> ItemRef:
    """The item that a change is about."""
    return ItemRef(change.calendar, change.item_id)


def by_item(changes: Iterable[Change]) -> list[Batch]:
    """The changes of each item together, in the order in which the first of each came."""
    found: dict[ItemRef, list[Change]] = {}
    for change in changes:
        found.setdefault(item_of(change), []).append(change)
    return [Batch(item, tuple(some)) for item, some in found.items()]
