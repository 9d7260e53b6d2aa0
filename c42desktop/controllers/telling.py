"""What tells a person something, joined: notifications, reminders, quiet, the list of what happened, and every button.

teller.py        what is told, and when it counts as told
reminding.py     what falls due
quiet.py         when nothing is shown
activity.py      the list of all that, read or unread
acting.py        what a person does about it
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from c42desktop import clock
from c42desktop.answering import Answering
from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import Calendar, Change, Event, ItemRef, Reminder
from c42desktop.calendar.snooze import choices, label, until
from c42desktop.controllers.acting import Acting
from c42desktop.controllers.activity import ActivityController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.own import OwnItems
from c42desktop.controllers.quiet import QuietController
from c42desktop.controllers.ways_to_tell import BannerNotifier, TrayNotifier
from c42desktop.desktop_state.watch import DesktopWatch
from c42desktop.notify.native import FallbackNotifier, Notifier, native_notifier
from c42desktop.notify.sounds import Sounds
from c42desktop.preference_file import Chosen
from c42desktop.preferences import Preferences
from c42desktop.reminding import Reminding
from c42desktop.settings import Settings
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.sync.calendars import is_gone
from c42desktop.tasks import Tasks
from c42desktop.teller import Teller
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.snooze import Choice
from c42desktop.ui.tray import Tray


class Telling:
    """Built once, in this order: whoever comes later calls who came before. `now` gives the reader's instant."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        preferences: Chosen,
        window: MainWindow,
        tray: Tray,
        banner: BannerController,
        answering: Answering,
        own: OwnItems,
        tasks: Tasks,
        *,
        now: Callable[[], datetime],
        notifier: Notifier | None = None,
    ) -> None:
        self._preferences = preferences
        self._window = window
        self._own = own
        self._tasks = tasks
        self.notifier = notifier or _best_first(window, tray, banner, Sounds(lambda: preferences().sounds))
        self.teller = Teller(
            store,
            self.notifier,
            now=clock.now,
            zone=clock.LOCAL,
            can_join=lambda event: bool(join_link(event, preferences().join_patterns)),
            grace=lambda: preferences().grace,
            on_reminded=self._reminded,
        )
        self.reminding = Reminding(
            store,
            now=clock.now,
            zone=clock.LOCAL,
            defaults=lambda: preferences().reminders,
            on_due=self.teller.remind,
        )
        self.desktop = DesktopWatch()
        self.quiet = QuietController(settings, preferences, self.teller, tray, self.desktop, tasks, now=now)
        self.activity = ActivityController(store, window, tray, now=now)
        self.acting = Acting(
            window,
            self.reminding,
            answering,
            now=now,
            subject=self.teller.subject,
            withdraw=self._withdraw,
            withdraw_reminders=self._settled,
            mark_read=self.activity.read,
            find_choices=snooze_choices,
            read_until=lambda text: until(text, clock.now(), clock.LOCAL),
            join_patterns=lambda: preferences().join_patterns,
            tell=lambda sentence: banner.tell(sentence, error=True),
            show_activity=self.activity.show,
        )
        self._connect(tray)

    def _connect(self, tray: Tray) -> None:
        self.notifier.on_clicked = self.acting.clicked
        self.notifier.on_action = self.acting.pressed
        self.notifier.on_closed = self.teller.closed
        self.teller.on_about_to_tell = self.quiet.look
        self._window.acted.connect(self.acting.do)
        self._window.snoozed.connect(self.acting.snooze)
        self._window.set_join_patterns(self._preferences().join_patterns)
        self._window.set_defaults(self._preferences().reminders)
        tray.activity_requested.connect(self.activity.show)
        tray.pause_requested.connect(self.quiet.pause)
        tray.resume_requested.connect(self.quiet.resume)

    def start(self) -> None:
        """Tell what was not told before, and go on. Runs on the loop."""
        self.quiet.follow()
        self._tasks.spawn(self.teller.run())
        self.teller.tell_untold()
        self.reminding.start()
        self.activity.start()

    async def close(self) -> None:
        """Tell nothing more. What is on screen goes too: nobody would hear its buttons."""
        await self.desktop.stop()
        self.reminding.close()
        self.acting.close()
        await self.notifier.close()
        self.activity.close()

    # -- what happened ------------------------------------------------------------------------------------------

    def updated(self, update: Update, away: bool) -> None:
        """Something came in; `away`: it may have happened while nobody was connected."""
        news = self._own.news(update.changes)
        self.teller.outdate(update.changes)
        self.teller.tell(news, away=away)
        # In the next turn of the loop, the desktop has been asked.
        asyncio.get_running_loop().call_soon(self._follow, update, news, away)

    def _follow(self, update: Update, news: Sequence[Change], away: bool) -> None:
        if update.changes:
            self.activity.changed(update.changes, news, away=away)
        if update.synced:
            self.activity.absence.keep()
        self._withdraw_void(update.items)
        self.reminding.service(update.reminders)
        self.reminding.touch(update.items, news=[ItemRef(each.calendar, each.item_id) for each in update.changes])

    def answered(self, items: Iterable[ItemRef]) -> None:
        """The reader has answered: what was declined reminds of nothing."""
        answered = tuple(items)
        self._withdraw_void(answered)
        self.reminding.touch(answered)
        self._window.refresh_details()

    def woke(self) -> None:
        """The machine has slept."""
        self.activity.absence.woke()
        self.reminding.start_over()
        self.quiet.apply()  # its timer stood still
        self.teller.look()

    def clock_changed(self) -> None:
        """The clock was set, or the zone is another one."""
        self.reminding.start_over()
        self.activity.start_over()
        self.quiet.apply()
        self.teller.look()

    def tick(self) -> None:
        """A minute has passed, and somebody looks at the window."""
        self.teller.look()
        self.activity.refresh()

    def set_calendars(self, calendars: Iterable[Calendar]) -> None:
        """These are known, each with what a person chose for it. What is gone is not told of any more."""
        known = tuple(calendars)
        self.teller.keep({each.ref for each in known if not is_gone(each)})
        self.activity.set_calendars(known)

    def calendars_replaced(self) -> None:
        """Calendars came or went without an update, or somebody chose something else for one."""
        self.reminding.start_over()
        self.activity.start_over()

    def preferences_changed(self, before: Preferences, after: Preferences) -> None:
        """A person has chosen something else."""
        if after.follow_desktop != before.follow_desktop:
            self.quiet.follow()
        self.quiet.apply()
        self._window.set_join_patterns(after.join_patterns)
        self._window.set_defaults(after.reminders)
        if after.reminders != before.reminders:
            self.reminding.start_over()

    def _reminded(self, reminders: Iterable[Reminder], *, missed: bool = False) -> None:
        """The desktop has accepted these, or it was too late for them."""
        told = tuple(reminders)
        self.reminding.told(told, missed=missed)
        self.activity.touch(told)
        self._window.refresh_details()

    def _withdraw_void(self, items: Iterable[ItemRef]) -> None:
        """What waits or is on screen of these items may hold no longer."""
        changed = frozenset(items)
        concerned = [each for each in self.teller.reminders() if each.item in changed]
        if concerned:
            self.teller.withdraw(self.reminding.void(concerned))

    def _withdraw(self, key: str) -> None:
        self._tasks.spawn(self.notifier.withdraw(key))

    def _settled(self, reminders: Iterable[Reminder]) -> None:
        """The person has dismissed or snoozed these, wherever that was."""
        settled = tuple(reminders)
        self.teller.withdraw(settled)
        self.activity.mark_read(reminders=settled)
        self.activity.touch(settled)


def snooze_choices(event: Event) -> list[Choice]:
    """Until when a reminder of an event can be snoozed now, in words and as an instant."""
    return [(label(each, event), each.until) for each in choices(event, clock.now(), clock.LOCAL)]


def _best_first(window: MainWindow, tray: Tray, banner: BannerController, sounds: Sounds) -> Notifier:
    """The desktop's own notifications; where it takes none, the tray's message; and the window as a last resort."""
    return FallbackNotifier([native_notifier(sounds), TrayNotifier(tray), BannerNotifier(window, banner)], sounds)
