"""Reminders in time: what falls due is kept in the store with "checked until", in one transaction, and handed on.

calendar/reminders.py   which reminders an item has between two instants (pure)
calendar/standing.py    whether one comes in time, late or too late (pure)
checked.py              until when all is handed on
reminder_plan.py        what rings within a day
upcoming.py             the same of an item in the store, for what the person wants to be told
store/reminders.py      what was told, snoozed, dismissed or missed

The reminders of a day are planned in slices, item by item; what changes is planned anew. One timer waits for the next.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.arithmetic import utc
from c42desktop.calendar.model import CalendarRef, Defaults, ItemRef, Reminder
from c42desktop.calendar.standing import Standing, standing
from c42desktop.checked import Checked
from c42desktop.marks import ReminderMarks
from c42desktop.reminder_plan import AHEAD, Plan, Touch
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.reminders import Reminders
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.upcoming import Upcoming, latest

log = logging.getLogger(__name__)

KEEP = timedelta(days=90)  # what was told, dismissed or missed
AT_ONCE = 50  # written at once; more are written bit by bit
AGAIN = 5.0  # seconds, while the store cannot be read or written
AFTER_DEFECT = 600.0  # seconds; sooner, if something happens
_LONG = timedelta(minutes=30)  # in so long a time, a clock that is being set right is not a second off
_EARLY = timedelta(minutes=5)
_SAME = timedelta(minutes=1)  # what rings twice within it, here and at the service, is one alarm


_Same = tuple[ItemRef, str, str, str, datetime]


class Reminding:
    """Hands on each reminder once, within a second of its time; `on_due` gets those that fell due, numbered.

    `now` gives the instant (aware, UTC), `zone` is the reader's; `defaults()` are those of all calendars.
    Nothing is awake in between. What is handed on counts as told once `told` was called with it; until then, each
    start hands it on again, unless its event was cancelled, declined, removed or moved. Of several alarms of one
    occurrence that are handed on at once, as after a sleep, the last one is enough.
    """

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        defaults: Callable[[], Defaults],
        on_due: Callable[[Sequence[Reminder]], None],
    ) -> None:
        self._store = store
        self._kept = Reminders(store)
        self._upcoming = Upcoming(store, self._kept, zone, defaults)
        self._now = now
        self._zone = zone
        self._on_due = on_due
        self._tasks = Tasks()
        self._running: asyncio.Task[None] | None = None
        self._awake = asyncio.Event()
        self._plan = Plan()
        self._checked = Checked(self._kept, now)  # but for what was touched
        self._written: dict[_Same, Reminder | None] = {}  # ahead of being handed on
        self._marks = ReminderMarks(self._kept)

    # -- what happens -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Hand on what fell due since the last time and was not told, and wait for what comes. Runs on the loop."""
        self._loop = asyncio.get_running_loop()
        self._running = self._tasks.spawn(self._run())

    def touch(self, items: Iterable[ItemRef], news: Iterable[ItemRef] = ()) -> None:
        """These items changed or are gone.

        Those of them that are `news` are made up for: what would have rung before, of what has not begun yet. Of a
        calendar that is looked at for the first time, only what rings from now on counts.
        """
        since = self._checked.until
        if since is None:
            return  # all are still to be planned
        self._checked.pass_time(self._plan)
        since = self._checked.until or since
        fresh, now, synced = frozenset(news), self._now(), dict[CalendarRef, bool]()
        for item in items:
            if item.calendar not in synced:
                synced[item.calendar] = self._is_synced(item.calendar)
            self._plan.touch(item, Touch(since if synced[item.calendar] else now, item in fresh))
        self._awake.set()

    def start_over(self) -> None:
        """The clock, the zone, the defaults or the store are others, or the machine has slept."""
        self._checked.pass_time(self._plan)
        self._plan.turn += 1
        self._awake.set()

    def service(self, reminders: Iterable[Reminder]) -> None:
        """The service says that these are due now (C-PUBSUB-22). It is no news where our own alarm rings as well."""
        reminders = tuple(reminders)
        if not reminders:
            return
        try:
            with self._store.transaction():
                self._upcoming.read_calendars()
                wanted = [each for each in reminders if self._upcoming.is_wanted(each) and not self._rings_near(each)]
                handed = self._kept.add(wanted)
        except StoreError as error:
            log.info("A reminder of the service is not kept: %s", error)
            return
        if handed:
            self._on_due(handed)

    def close(self) -> None:
        """Wait no more."""
        if self._running is not None:
            self._running.cancel()

    # -- what a person does -------------------------------------------------------------------------------------

    def told(self, reminders: Iterable[Reminder], *, missed: bool = False) -> None:
        """These were told; `missed` where that was too late, or nobody was told because they were over."""
        self._marks.add(reminders, missed=missed)
        try:
            self._marks.write()
        except StoreError as error:
            log.info("What was told is marked later: %s", error)
            self._awake.set()

    def void(self, reminders: Iterable[Reminder]) -> list[Reminder]:
        """Those of them that hold no longer: their event moved, is off, was declined, or is gone.

        Should it be as before again, what nobody was told of is new. While the store cannot be read, all hold.
        """
        found: list[Reminder] = []
        try:
            self._upcoming.read_calendars()
            found = [each for each in reminders if not self._upcoming.holds(each)]
            self._kept.drop_untold([each.id for each in found])
        except StoreError as error:
            log.info("It is not known what holds no longer: %s", error)
        return found

    def snooze(self, reminders: Iterable[Reminder], until: datetime) -> None:
        """Hand these on once more at an instant (aware)."""
        self._kept.snooze(self._marks.drop(latest(reminders)), utc(until))
        self._awake.set()

    def dismiss(self, reminders: Iterable[Reminder]) -> None:
        """Nobody is reminded by these again, whatever the server says of the event, unless it moves."""
        self._kept.dismiss(self._marks.drop(reminders))

    def waiting(self, item: ItemRef) -> list[Reminder]:
        """The reminders of an item that were told and neither dismissed nor snoozed, while the event is not over."""
        self._upcoming.read_calendars()
        now, told = self._now(), self._kept.waiting(item)
        running = (each for each in told if standing(each, now, timedelta(0), self._zone) is not Standing.OVER)
        return [each for each in running if self._upcoming.holds(each)]

    # -- the loop -----------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            try:
                pause = await self._work()
            except StoreError as error:
                log.info("Reminders are looked at again in %g s: %s", AGAIN, error)
                pause = AGAIN
            except Exception:
                log.exception("Unexpected error while reminding")  # a defect: what comes may be without
                pause = AFTER_DEFECT
            # Timers may be early: whoever is awake asks the clock again.
            timer = self._loop.call_later(pause, self._awake.set)
            try:
                await self._awake.wait()
            finally:
                timer.cancel()

    async def _work(self) -> float:
        """Plan and hand on what there is. Gives the seconds until there is more."""
        if self._checked.until is None:
            await self._begin()
        self._marks.write()
        while True:
            if self._plan.is_stale or (self._now() >= self._plan.more_at and not self._plan.touched):
                await self._plan_all()
            elif self._plan.touched:
                await self._plan_touched()
            elif much := self._unwritten():
                await self._write_ahead(much)
            else:
                break
        self._hand_on()
        self._written.clear()  # what is left of it does not hold any more
        return self._pause()

    async def _begin(self) -> None:
        self._upcoming.read_calendars()
        untold: list[Reminder] = []
        async for some in slices(self._kept.untold()):
            untold += filter(self._upcoming.holds, some)
        self._checked.begin()
        if untold:
            self._on_due(untold)

    async def _plan_all(self) -> None:
        turn, now = self._plan.turn, utc(self._now())
        begin, until = self._checked.look_from(now), now + AHEAD
        offset = now.astimezone(self._zone).utcoffset() or timedelta(0)
        elsewhere = self._plan.offset not in (None, offset)
        self._upcoming.read_calendars()
        planned: dict[ItemRef, list[Reminder]] = {}
        async for some in slices(self._upcoming.items(begin, until)):
            for item in some:
                planned[item] = (
                    self._upcoming.elsewhere(item, begin, until, now)
                    if elsewhere
                    else self._upcoming.of(item, begin, until)
                )
            if turn != self._plan.turn:
                return
            self._hand_on_due()
        self._plan.replace(planned, until, turn, offset)
        self._kept.forget(now - KEEP)

    async def _plan_touched(self) -> None:
        self._upcoming.read_calendars()
        async for some in slices(list(self._plan.touched)):
            for item in some:
                self._plan.put(item, self._found(item, self._plan.touched[item]))
            self._hand_on_due()
            if self._plan.is_stale:
                return

    def _found(self, item: ItemRef, touch: Touch) -> list[Reminder]:
        until = self._plan.until
        assert until is not None
        if touch.news:
            return self._upcoming.with_news(item, touch.since, until, self._now())
        return self._upcoming.of(item, touch.since, until)

    def _hand_on_due(self) -> None:
        """The same while much is planned: what has been planned before goes on to fall due."""
        if self._plan.is_due(self._now()):
            self._hand_on()

    def _hand_on(self) -> None:
        """Write what fell due, and hand it on. Nothing of items that are still to be planned."""
        now, until = utc(self._now()), self._plan.until
        assert until is not None
        last = latest(self._plan.due(now))
        with self._store.transaction():
            self._kept.set_checked(self._plan.settled(min(now, until)))
            new = self._kept.add(each for each in last if _same(each) not in self._written)
            woken = self._woken(now)
        handed = [*filter(None, (self._written.pop(_same(each), None) for each in last)), *new, *woken]
        self._plan.take(now)
        self._checked.put(min(now, until))
        if handed:
            self._on_due(handed)

    def _unwritten(self) -> list[Reminder]:
        """What fell due and is to be written bit by bit: after weeks, there are thousands."""
        due = self._plan.due(self._now())
        if len(due) - len(self._written) <= AT_ONCE:
            return []
        return [each for each in latest(due) if _same(each) not in self._written]

    async def _write_ahead(self, reminders: Iterable[Reminder]) -> None:
        """Write it. It is handed on together, and until then it is as good as untold."""
        async for some in slices(reminders):
            with self._store.transaction():
                for reminder in some:
                    self._written[_same(reminder)] = next(iter(self._kept.add([reminder])), None)

    def _woken(self, now: datetime) -> list[Reminder]:
        """What was snoozed until now. Where the event moved, its alarm rings by itself again."""
        snoozed = self._kept.snoozed(now)
        held = [each for each in snoozed if self._upcoming.holds(each)]
        self._kept.wake([each.id for each in held], holds=True)
        self._kept.wake([each.id for each in snoozed if each not in held], holds=False)
        return held

    # -- inside -------------------------------------------------------------------------------------------------

    def _pause(self) -> float:
        """Seconds until the next one is due. A long way is asked for again before its end: clocks are set right."""
        wanted = [self._plan.more_at, *filter(None, (self._plan.next, self._kept.next_snoozed()))]
        left = min(wanted) - self._now()
        return max(0.0, (left - _EARLY if left > _LONG else left).total_seconds())

    def _rings_near(self, reminder: Reminder) -> bool:
        same = (each for each in self._plan.of(reminder.item) if _names(each) == _names(reminder))
        return self._kept.rang_near(reminder, _SAME) or any(each.due <= reminder.due + _SAME for each in same)

    def _is_synced(self, calendar: CalendarRef) -> bool:
        try:
            return self._store.is_synced(calendar)
        except StoreError:
            return True


def _same(reminder: Reminder) -> _Same:
    return reminder.item, reminder.event.uid, reminder.occurrence, reminder.alarm, reminder.due


def _names(reminder: Reminder) -> tuple[str, str]:
    return reminder.event.uid, reminder.occurrence
