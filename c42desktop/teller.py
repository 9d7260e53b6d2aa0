"""Tells changes and reminders: in order, each marked as told once the desktop has accepted it.

What is not accepted, because no notification service runs yet or because notifications are held back, stays untold in
the store and is told with the next change, when nothing holds it back any more, or at the next start. Nothing is awake
in between, except while more of a burst waits to be told.

    notify/policy.py   how it is told, beside what is on screen
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Container, Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from c42desktop.calendar.model import Calendar, CalendarRef, Change, Event, ItemRef, Reminder
from c42desktop.marks import Marks
from c42desktop.notify import due
from c42desktop.notify.actions import Subject
from c42desktop.notify.announcement import Announcement
from c42desktop.notify.bursts import Batch, Bursts
from c42desktop.notify.matters import is_quiet
from c42desktop.notify.notification import key_of
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.notify.outdated import outdated
from c42desktop.notify.policy import announce
from c42desktop.notify.scene import Scene, has_meeting
from c42desktop.notify.shown import OnScreen, Shown, Why
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store

log = logging.getLogger(__name__)

MARK_AGAIN = 60.0  # seconds, while the store does not take what was told
GRACE = timedelta(minutes=15)
ONE = 1  # notification after a pause
AT_ONCE = 200  # changes that are marked as told in one go
A_FEW = 3  # after being away; more than that is one, too


class ToldReminders(Protocol):
    """What is to be done about reminders that were told: `Reminding.told`."""

    def __call__(self, reminders: Iterable[Reminder], *, missed: bool = False) -> None: ...


class Teller:
    """From the store's untold changes, and from what falls due, to the desktop.

    `now` gives the instant (aware), `clock` seconds that are never set back; `zone` is the reader's. `can_join` says
    whether an event can be joined from here. `grace` is how late a reminder may be and still be one. `on_reminded` is
    told of reminders that count as told.
    """

    def __init__(
        self,
        store: Store,
        notifier: Notifier,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        clock: Callable[[], float] = time.monotonic,
        can_join: Callable[[Event], bool] = has_meeting,
        grace: Callable[[], timedelta] = lambda: GRACE,
        on_reminded: ToldReminders = lambda reminders, missed=False: None,
    ) -> None:
        self._store = store
        self._notifier = notifier
        self._now = now
        self._zone = zone
        self._clock = clock
        self._can_join = can_join
        self._grace = grace
        self._on_reminded = on_reminded
        self._marks = Marks(store, now)
        self._calendars: dict[CalendarRef, Calendar] = {}
        self._waiting = asyncio.Event()
        self._paused = False
        self._pending: list[Change] = []
        self._why: dict[int, Why] = {}  # of the numbers of changes that nobody could be told in time
        self._reminders: list[Reminder] = []
        self._held = False  # what is told next was held back
        self._bursts = Bursts()
        self._refused = False
        self._on_screen = OnScreen()
        self._to_withdraw: list[str] = []
        self._showing: set[int] = set()
        self._interrupted = False
        self.on_about_to_tell: Callable[[], Awaitable[None]] = _nothing  # may pause

    @property
    def showing(self) -> frozenset[int]:
        """The numbers of the changes that the desktop is being told of right now."""
        return frozenset(self._showing)

    # -- what there is to tell ----------------------------------------------------------------------------------

    def tell(self, changes: Iterable[Change], *, away: bool = False) -> None:
        """Tell these as soon as those before them are told. `away`: they happened while nobody was connected."""
        news = list(changes)
        self._pending.extend(news)
        if away:
            self._why.update((change.id, Why.AWAY) for change in news)
        if news:
            self._go_on()

    def remind(self, reminders: Iterable[Reminder]) -> None:
        """Show reminders, before any change; those that are held back are told when nothing holds them any more."""
        news = list(reminders)
        self._reminders.extend(news)
        if news:
            self._go_on()

    def tell_untold(self) -> None:
        """Tell all that the store still has to tell: after a start."""
        self._tell_untold(Why.AWAY)

    def pause(self, held: bool) -> None:
        """Hold everything back, or tell what was held back."""
        was, self._paused = self._paused, held
        self._interrupted |= held
        if was and not held:
            self._held = True
            self._tell_untold(Why.HELD)
            self._go_on()

    def look(self) -> None:
        """Time may have passed: the machine has slept, or is awake for something else."""
        self._go_on()

    def _tell_untold(self, why: Why) -> None:
        waiting = self._bursts.take()
        self._bursts = Bursts()
        try:
            untold = self._store.untold()
        except StoreError as error:
            log.info("Told is what was held back since the start: %s", error)
            untold = [*waiting, *self._pending]
        known = self._showing | self._marks.unmarked
        self._pending = [change for change in untold if change.id not in known]
        self._why = {change.id: why for change in self._pending}
        if self._pending:
            self._go_on()

    def _go_on(self) -> None:
        self._refused = False
        if not self._paused:
            self._waiting.set()

    # -- what is on screen --------------------------------------------------------------------------------------

    def reminders(self) -> list[Reminder]:
        """Those that wait to be shown, and those that are on screen."""
        return [*self._reminders, *self._on_screen.all_reminders()]

    def subject(self, key: str) -> Subject | None:
        """What a notification is about, or was until it went."""
        return self._on_screen.subject(key)

    def closed(self, key: str) -> None:
        """A notification is no longer on screen."""
        self._on_screen.closed(key)

    def outdate(self, changes: Sequence[Change]) -> None:
        """These happened, whether or not they are told: what is on screen may be of use to nobody any more, or not true
        until the end of a pause tells what is."""
        self._take_off(key for change in changes for key in outdated(change, self._on_screen))
        if self._paused:
            scene = self._scene()
            items = (ItemRef(each.calendar, each.item_id) for each in changes if not is_quiet(each, scene))
            self._take_off(key for item in items if self._on_screen.get(key := key_of(item)) is not None)

    def withdraw(self, reminders: Iterable[Reminder]) -> None:
        """These were dismissed or put off: nobody needs to be reminded of them now."""
        keys = {reminder.key for reminder in reminders}
        self._reminders = [reminder for reminder in self._reminders if reminder.key not in keys]
        self._take_off(self._on_screen.without(lambda reminder, _key: reminder.key in keys))

    def keep(self, calendars: Container[CalendarRef]) -> None:
        """Others are gone: nothing in them is on screen, and nothing waits to be told. That they are gone may be."""

        def is_gone(change: Change) -> bool:
            return bool(change.item_id) and change.calendar not in calendars

        self._reminders = [each for each in self._reminders if each.item.calendar in calendars]
        dropped = [*self._bursts.drop(is_gone), *filter(is_gone, self._pending)]
        self._pending = [change for change in self._pending if not is_gone(change)]
        self._marks.note(dropped)
        self._marks.mark()
        self._take_off(self._on_screen.without(lambda reminder, _key: reminder.item.calendar not in calendars))
        self._take_off(self._on_screen.telling_only(is_gone))

    def _take_off(self, keys: Iterable[str]) -> None:
        found = list(keys)
        self._to_withdraw.extend(found)
        if found:
            self._waiting.set()  # that disturbs nobody, in a pause neither

    # -- telling ------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Tell until cancelled."""
        try:
            while True:
                await self._wait()
                try:
                    await self._turn()
                except Exception:
                    # A defect. It costs what was just being told, which the next start tells, and nothing that comes.
                    log.exception("Unexpected error while telling")
                    self._showing, self._reminders = set(), []
        finally:
            self._marks.mark()

    async def _wait(self) -> None:
        """Until there is something to tell. What the store did not take is offered to it again meanwhile."""
        waits = [MARK_AGAIN] if self._marks else []
        due_at = self._bursts.due()
        if due_at is not None and not self._paused and not self._refused:
            waits.append(max(0.0, due_at - self._clock()))
        try:
            async with asyncio.timeout(min(waits, default=None)):
                await self._waiting.wait()
        except TimeoutError:
            self._marks.mark()
        self._waiting.clear()

    async def _turn(self) -> None:
        self._interrupted = False
        to_withdraw, self._to_withdraw = self._to_withdraw, []
        await self._withdraw(to_withdraw)
        if self._pending or self._reminders or self._is_burst_due():
            await self.on_about_to_tell()
        if self._paused:
            return  # the pause began after this was due; its end asks the store
        held, self._held = self._held, False
        self._read_calendars()
        scene = self._scene()
        await self._withdraw(due.over(self._on_screen, scene, self._grace()))
        missed = await self._remind(scene, held)
        await self._tell(scene, missed, held)

    def _scene(self) -> Scene:
        return Scene(self._now(), self._zone, self._calendars, self._can_join)

    def _is_burst_due(self) -> bool:
        due_at = self._bursts.due()
        return due_at is not None and due_at <= self._clock()

    def _read_calendars(self) -> None:
        try:
            self._calendars = {calendar.ref: calendar for calendar in self._store.calendars()}
        except StoreError as error:
            log.info("Told with the titles as they were: %s", error)

    async def _remind(self, scene: Scene, held: bool) -> tuple[Reminder, ...]:
        """Show those that are in time. Gives those that are not."""
        found = due.sort(self._reminders, self._on_screen, scene, self._grace(), held=held)
        for announcement in found.announcements:
            if not self._interrupted:
                await self._announce(announcement)
        return found.missed

    async def _tell(self, scene: Scene, missed: tuple[Reminder, ...], held: bool) -> None:
        for batch in await self._plan(scene, missed, held):
            told_with = missed if batch.scope is None else ()
            if self._interrupted:
                break  # the store has the changes as untold, and the end of the pause asks it
            reasons = {self._why.get(change.id, Why.BURST) for change in batch.changes}
            if told_with:
                reasons.add(Why.HELD if held else Why.AWAY)
            why = reasons.pop() if len(reasons) == 1 else Why.BURST
            self._showing = {change.id for change in batch.changes}
            await self._announce(announce(batch, self._on_screen, self._clock(), scene, why, told_with))
            self._showing = set()

    async def _plan(self, scene: Scene, missed: Sequence[Reminder], held: bool) -> list[Batch]:
        """What to tell now. What came in while the last ones were shown is told together."""
        changes, self._pending = self._pending, []
        loud, late = [], []
        quiet = self._bursts.drop(lambda change: is_quiet(change, scene)) if self._is_burst_due() else []
        for change in changes:
            if is_quiet(change, scene):
                quiet.append(change)
            elif change.id in self._why:
                late.append(change)
            else:
                loud.append(change)
        at = self._clock()
        batches = self._bursts.catch_up(late, at, ONE - len(missed) if held else A_FEW) if late else []
        batches += self._bursts.plan(loud, at)
        if missed and all(batch.scope is not None for batch in batches):
            batches.append(Batch(None, ()))
        await self._mark(quiet)
        return batches

    async def _announce(self, announcement: Announcement) -> None:
        if announcement.notification is not None and not await self._show(announcement):
            self._pending.extend(announcement.changes)
            return
        await self._withdraw(announcement.withdraws)
        await self._mark(announcement.changes)
        if announcement.reminders:
            self._take_out(announcement.reminders)
            self._on_reminded(announcement.reminders, missed=announcement.missed)

    def _take_out(self, told: Iterable[Reminder]) -> None:
        """These wait no more. What somebody has seen to while the desktop took its time is not on screen either."""
        names = {(each.key, each.due) for each in told}
        seen_to = names - {(each.key, each.due) for each in self._reminders}
        self._reminders = [each for each in self._reminders if (each.key, each.due) not in names]
        if seen_to:
            self._take_off(self._on_screen.without(lambda reminder, _key: (reminder.key, reminder.due) in seen_to))

    async def _show(self, announcement: Announcement) -> bool:
        """Whether the desktop accepted it."""
        assert announcement.notification is not None
        try:
            await self._notifier.show(announcement.notification)
        except NotifyError as error:
            log.info("Not told yet: %s", error)
            self._refused = True
            return False
        except Exception:
            log.exception("Unexpected error while showing a notification")  # a defect: as good as a refusal
            self._refused = True
            return False
        shown = Shown(announcement.notification, announcement.subject, self._clock(), announcement.why)
        self._on_screen.put(shown)
        return True

    async def _mark(self, changes: Sequence[Change]) -> None:
        """These were told. Many take a while to be written down."""
        self._marks.note(changes)
        more = self._marks.mark(AT_ONCE)
        while more:
            await asyncio.sleep(0)
            more = self._marks.mark(AT_ONCE)
        for change in changes:
            self._why.pop(change.id, None)

    async def _withdraw(self, keys: Iterable[str]) -> None:
        for key in keys:
            await self._notifier.withdraw(key)
            self._on_screen.closed(key)


async def _nothing() -> None:
    """Until somebody decides when to be quiet."""
