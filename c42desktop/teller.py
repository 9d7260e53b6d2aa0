"""Tells changes: one at a time, in order, each marked as told once the desktop has accepted it.

What is not accepted, because no notification service runs yet or because notifications are paused, stays untold in
the store and is told with the next change, on resuming, or at the next start.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.model import CalendarRef, Change, Reminder
from c42desktop.marks import Marks
from c42desktop.notify.notifier import Notifier, NotifyError
from c42desktop.notify.policy import SUMMARY_KEY, Announcement, announcements_for, notification_of
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store

log = logging.getLogger(__name__)

MARK_AGAIN = 60.0  # seconds, while the store does not take what was told
BURST_PAUSE = timedelta(seconds=10)  # what comes sooner after a summary is added to it


class Teller:
    """From the store's untold changes to the desktop. `now` gives the instant (aware); `zone` is the reader's."""

    def __init__(self, store: Store, notifier: Notifier, *, now: Callable[[], datetime], zone: tzinfo) -> None:
        self._store = store
        self._notifier = notifier
        self._now = now
        self._zone = zone
        self._marks = Marks(store, now)
        self._titles: dict[CalendarRef, str] = {}
        self._waiting = asyncio.Event()
        self._paused = False
        self._pending: list[Change] = []
        self._reminders: list[Reminder] = []
        self._away = False
        self._burst: list[Change] = []  # what the last summary told of
        self._burst_at = now() - BURST_PAUSE
        self._showing: set[int] = set()
        self._interrupted = False
        self.on_about_to_tell: Callable[[], Awaitable[None]] = _nothing  # may pause

    @property
    def showing(self) -> frozenset[int]:
        """The numbers of the changes that the desktop is being told of right now."""
        return frozenset(self._showing)

    def tell(self, changes: Iterable[Change], *, away: bool = False) -> None:
        """Tell these as soon as those before them are told. `away`: they happened while nobody was connected."""
        self._pending.extend(changes)
        self._away |= away
        if self._pending and not self._paused:
            self._waiting.set()

    def remind(self, reminders: Iterable[Reminder]) -> None:
        """Show reminders, before anything else. One that comes while notifications are paused is not made up for."""
        if not self._paused:
            self._reminders.extend(reminders)
            self._waiting.set()

    def tell_untold(self) -> None:
        """Tell all that the store still has to tell: after a start, after a pause."""
        try:
            untold = self._store.untold()
        except StoreError as error:
            log.info("Told is what was held back since the start: %s", error)
            untold = self._pending
        known = self._showing | self._marks.unmarked
        self._pending = []
        self.tell((change for change in untold if change.id not in known), away=True)

    def pause(self, paused: bool) -> None:
        """Keep quiet, or tell what was held back."""
        was, self._paused = self._paused, paused
        self._interrupted |= paused
        if was and not paused:
            self.tell_untold()

    async def run(self) -> None:
        """Tell until cancelled."""
        try:
            while True:
                await self._wait()
                await self._tell_pending()
        finally:
            self._marks.mark()

    async def _wait(self) -> None:
        """Until there is something to tell. What the store did not take is offered to it again meanwhile."""
        while self._marks:
            try:
                await asyncio.wait_for(self._waiting.wait(), MARK_AGAIN)
                break
            except TimeoutError:
                self._marks.mark()
        await self._waiting.wait()
        self._waiting.clear()

    async def _tell_pending(self) -> None:
        if self._pending or self._reminders:
            await self.on_about_to_tell()
        if self._paused:
            return  # the pause began after this was due; resuming asks the store
        # What came in while the last ones were shown is told together: a burst becomes one summary.
        changes, self._pending = self._pending, []
        self._interrupted = False
        self._read_titles()
        await self._show_reminders()
        now, (away, self._away) = self._now(), (self._away, False)
        before = self._burst if abs(now - self._burst_at) < BURST_PAUSE else []  # the clock may have been set back
        for announcement in announcements_for(changes, self._titles, now, self._zone, before=before, away=away):
            if self._interrupted:
                break  # the store has the rest as untold, and resuming asks it
            self._showing = {change.id for change in announcement.changes}
            await self._announce(announcement)
            self._showing = set()
            if announcement.notification is not None and announcement.notification.key == SUMMARY_KEY:
                self._burst, self._burst_at = [*before, *announcement.changes], now

    def _read_titles(self) -> None:
        try:
            self._titles = {calendar.ref: calendar.title for calendar in self._store.calendars()}
        except StoreError as error:
            log.info("Told with the titles as they were: %s", error)

    async def _show_reminders(self) -> None:
        reminders, self._reminders = self._reminders, []
        for reminder in dict.fromkeys(reminders):
            title = self._titles.get(reminder.item.calendar, "")
            try:
                await self._notifier.show(notification_of(reminder, title, self._now(), self._zone))
            except NotifyError as error:
                log.info("Not reminded: %s", error)

    async def _announce(self, announcement: Announcement) -> None:
        if announcement.notification is not None:
            try:
                await self._notifier.show(announcement.notification)
            except NotifyError as error:
                log.info("Not told yet: %s", error)
                self._pending.extend(announcement.changes)
                return
        self._marks.mark(announcement.changes)


async def _nothing() -> None:
    """Until somebody decides when to be quiet."""
