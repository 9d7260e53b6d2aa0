"""Keeps the activity list and the numbers of what is unread equal to the store."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

from c42desktop.calendar.activity import Entry, Filter, Key
from c42desktop.calendar.model import Calendar, CalendarRef, Change, ItemRef, Level, Reminder
from c42desktop.controllers.absence import Absence
from c42desktop.controllers.activity_details import details_of
from c42desktop.notify.actions import Act, Subject
from c42desktop.store.activity import PAGE, Activity
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.ui.activity_rows import Kind, Row
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray

log = logging.getLogger(__name__)

READ_AGAIN = 1.0  # seconds, while another program keeps the store locked
SOON = 0.02  # seconds: first the desktop is told what came in, then the window
PAUSE = 0.1  # seconds between two times that the numbers are counted and new rows are shown
AT_ONCE = 100  # new entries put into the list that is shown; of more, the newest page is read
MOST = 400  # entries in the list; while a person reads further down, new ones wait from there on
KEEP = 200  # of them that stay where the newest are in sight


class ActivityController:
    """`now` gives the instant in the reader's zone. Nothing is read for a list that nobody sees."""

    def __init__(self, store: Store, window: MainWindow, tray: Tray, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._activity = Activity(store.db)
        self._window = window
        self._tray = tray
        self._now = now
        self.absence = Absence(self._activity, now)
        self._pane = window.activity
        self._model = window.activity.model
        self._model.fetch = self._older
        self._changes: set[int] = set()  # the numbers of those that are new or others than they were
        self._reminders: set[int] = set()
        self._stale = True  # the list is not what the store has
        self._counts: dict[CalendarRef, int] = {}
        self._levels: dict[CalendarRef, Level] = {}
        self._scheduled: asyncio.Handle | None = None
        self._closed = False
        self._shown_at = 0.0
        self._connect()

    def _connect(self) -> None:
        view = self._pane.view
        view.shown.connect(self._show)
        view.opened.connect(self._open)
        view.read.connect(self._read_row)
        view.acted.connect(self._act)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())
        self._pane.filter_changed.connect(lambda _filter: self._show_anew())
        self._pane.all_read.connect(self.mark_all_read)
        self._window.page.list_changed.connect(lambda _activity: self.refresh())
        for other in (self._window.view, self._window.results.view):
            other.opened.connect(lambda row: self.mark_read(items=[row.item] if row.item else []))

    # -- what comes from below ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Forget what is old, and count."""
        try:
            self._store.mark_told((), self._now())
        except StoreError as error:
            log.info("What is old is not forgotten yet: %s", error)
        self.start_over()

    def start_over(self) -> None:
        """The store is another one, or what it has was changed by others."""
        self._stale = True
        self._schedule()

    def set_calendars(self, calendars: Iterable[Calendar]) -> None:
        """What is counted depends on which there are, and on what each shall tell."""
        levels = {calendar.ref: calendar.level for calendar in calendars}
        if levels != self._levels:
            self._levels = levels
            self.start_over()

    def changed(self, changes: Sequence[Change], news: Sequence[Change], *, away: bool) -> None:
        """These were written; `news` are those of others. `away`: they may have happened while nobody was connected."""
        own = {change.id for change in changes} - {change.id for change in news}
        try:
            if own:
                self._activity.mark_read([change for change in changes if change.id in own])
            if away:
                self._mark_away(news)
        except StoreError as error:
            log.info("Not marked: %s", error)
        for account in {change.calendar.account for change in changes}:
            self.absence.note(account)
        self._changes.update(change.id for change in changes)
        if changes:
            self._schedule()

    def touch(self, reminders: Iterable[Reminder]) -> None:
        """These were told, snoozed or dismissed."""
        self._reminders.update(reminder.id for reminder in reminders)
        self._schedule()

    def refresh(self) -> None:
        """The list is in sight again, or a minute has passed."""
        if self._stale and self._is_shown():
            self._show_anew()

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        self.absence.keep()
        self._closed = True
        self._model.fetch = lambda _after: []
        if self._scheduled is not None:
            self._scheduled.cancel()

    def unread(self) -> dict[CalendarRef, int]:
        """How much nobody has seen yet, by calendar, as it was counted last."""
        return dict(self._counts)

    # -- what the person asks for -------------------------------------------------------------------------------

    def show(self, calendar: CalendarRef | None = None) -> None:
        """Open the list, with everything in it or with what happened in one calendar."""
        self._pane.set_filter(Filter(calendar))
        self._window.open_activity()

    def read(self, subject: Subject) -> None:
        """Somebody has opened a notification, or acted on what it told."""
        items = [subject.item] if subject.item is not None else []
        self.mark_read(subject.changes, subject.reminders, items)
        self.touch(subject.reminders)

    def mark_read(
        self, changes: Iterable[Change] = (), reminders: Iterable[Reminder] = (), items: Iterable[ItemRef] = ()
    ) -> None:
        """Somebody has seen these."""
        seen_changes, seen_reminders, seen_items = list(changes), list(reminders), set(items)
        try:
            self._activity.mark_read(seen_changes, seen_reminders, seen_items)
        except StoreError as error:
            log.info("Not marked as read: %s", error)
            return
        numbers = {(True, each.id) for each in seen_changes} | {(False, each.id) for each in seen_reminders}
        self._say_read(lambda entry: entry.key[1:] in numbers or entry.item in seen_items)

    def mark_all_read(self, calendar: CalendarRef | None = None) -> None:
        """Somebody has seen everything, or all of one calendar."""
        try:
            self._activity.mark_all_read(calendar)
        except StoreError as error:
            log.info("Not marked as read: %s", error)
            return
        self._say_read(lambda entry: calendar in (None, entry.calendar))

    # -- the list -----------------------------------------------------------------------------------------------

    def _show(self, row: Row | None) -> None:
        """The details follow the selection."""
        single = row is not None and row.kind is not Kind.SEVERAL
        if self._window.page.shows_activity():
            self._window.show_details(
                details_of(row.entry, self._store, self._model.calendar(row.entry.calendar), self._now())
                if row is not None and single
                else None
            )

    def _open(self, row: Row) -> None:
        self._read_row(row)
        if row.kind is not Kind.SEVERAL and self._window.details.shown() is not None:
            self._window.page.show_details()

    def _read_row(self, row: Row) -> None:
        unread = [entry.what for entry in row.entries if entry.unread]
        if unread:
            self.mark_read(
                [what for what in unread if isinstance(what, Change)],
                [what for what in unread if isinstance(what, Reminder)],
            )

    def _act(self, act: Act, row: Row) -> None:
        what = row.entry.what
        if isinstance(what, Reminder):
            self._read_row(row)
            self._window.acted.emit(act, Subject(what.item, what.event, reminders=(what,)))

    def _on_scrolled(self) -> None:
        if self._stale and self._is_shown() and self._pane.view.is_at_top():
            self._schedule()

    def _older(self, after: Key | None) -> list[Entry]:
        try:
            return self._activity.page(self._pane.filter, after)
        except StoreError as error:
            log.info("No more of the activity list: %s", error)
            return []

    def _is_shown(self) -> bool:
        return self._window.page.shows_activity() and self._window.isVisible()

    # -- inside -------------------------------------------------------------------------------------------------

    def _mark_away(self, changes: Sequence[Change]) -> None:
        accounts = {change.calendar.account for change in changes}
        for account in accounts:
            since = self.absence.since(account)
            if since is not None:
                self._activity.mark_away([each for each in changes if each.calendar.account == account], since)

    def _say_read(self, seen: Callable[[Entry], bool]) -> None:
        self._model.add(replace(entry, unread=False) for entry in self._model.entries if entry.unread and seen(entry))
        self._schedule()

    def _schedule(self) -> None:
        """In a moment; while much comes in, with time for other things in between."""
        if self._scheduled is None and not self._closed:  # the last pushes come after it
            pause = max(SOON, self._shown_at + PAUSE - monotonic())
            self._scheduled = asyncio.get_running_loop().call_later(pause, self._flush)

    def _flush(self) -> None:
        self._scheduled = None
        try:
            self._count()
            self._follow()
        except StoreError as error:
            self._later(error)
        self._shown_at = monotonic()

    def _later(self, error: StoreError) -> None:
        log.info("The activity list follows later: %s", error)
        self._stale = True
        if self._scheduled is not None:
            self._scheduled.cancel()
        self._scheduled = asyncio.get_running_loop().call_later(READ_AGAIN, self._flush)

    def _count(self) -> None:
        counts = self._activity.unread()
        if counts != self._counts:
            self._counts = counts
            self._window.set_unread(counts)
            self._tray.set_unread(sum(counts.values()))

    def _follow(self) -> None:
        """Put what is new into the list, where it is in sight; else it is read when it is."""
        changes, self._changes = self._changes, set()
        reminders, self._reminders = self._reminders, set()
        if not self._is_shown():
            self._stale = self._stale or bool(changes or reminders)
            return
        at_top = self._pane.view.is_at_top()
        if self._stale or len(changes) + len(reminders) > AT_ONCE:
            self._stale = True
            if at_top:
                self._reload()
        elif at_top or len(self._model.entries) < MOST:
            self._add([*self._activity.changes(changes), *self._activity.reminders(reminders)])
        else:
            self._stale = True

    def _add(self, entries: Iterable[Entry]) -> None:
        wanted, known = self._pane.filter, {entry.key for entry in self._model.entries}
        fitting = [
            entry
            for entry in entries
            if entry.key in known or (wanted.calendar in (None, entry.calendar) and (entry.unread or not wanted.unread))
        ]
        self._model.add(fitting)
        if len(self._model.entries) > MOST and self._pane.view.is_at_top():
            self._model.trim(KEEP)
        self._pane.view.settle()

    def _show_anew(self) -> None:
        """A person waits for it."""
        try:
            self._reload()
        except StoreError as error:
            self._later(error)

    def _reload(self) -> None:
        """The newest page, as the store has it now."""
        entries = self._activity.page(self._pane.filter)
        self._stale = False
        now, complete = self._now(), len(entries) < PAGE
        self._pane.view.show_anew(lambda: self._model.reset(entries, now=now, complete=complete))
