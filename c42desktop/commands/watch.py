"""`watch`: a line for every change, as it is pushed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from c42desktop import clock
from c42desktop.calendar.model import Change, Reminder
from c42desktop.calendar.words import Told, remind, sentence, tell
from c42desktop.commands.context import Context, unless, until_signalled, uri_of
from c42desktop.commands.event_json import event_as_json
from c42desktop.commands.news import away_words, back_words, change_in, reminder_in
from c42desktop.commands.online import sentence_of
from c42desktop.commands.output import complain, hear, print_json, say, shown
from c42desktop.errors import UserError
from c42desktop.i18n import ngettext
from c42desktop.link import Link
from c42desktop.marks import Marks
from c42desktop.proxies import environment, find_proxies
from c42desktop.settings import Timing
from c42desktop.store.store import HURRY, Store
from c42desktop.sync import Update
from c42desktop.wake.watch import WakeWatch
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.memory import Memory


async def watch(context: Context, account: str, *, as_json: bool) -> None:
    """Print the changes of all accounts, or of one, until SIGINT or SIGTERM; a printed line counts as told.

    Raises UserError where sign-in is refused or the output cannot be written.
    """
    if await _is_told(context, account, as_json=as_json):
        return
    accounts = context.accounts(account)
    with context.writing(HURRY) as store:
        passwords = {each.login: await context.password(each) for each in accounts}
        settings = context.settings()
        memories = {each.jid: settings.memory(each) for each in accounts}
        with until_signalled() as stop:
            await Watch(store, settings.timing, as_json=as_json, memories=memories).run(passwords, stop)


async def _is_told(context: Context, account: str, *, as_json: bool) -> bool:
    """Print what the application tells that runs on the profile, if one does, until SIGINT or SIGTERM."""
    is_there = True

    async def listen() -> None:
        nonlocal is_there
        told = await context.asked("watch", lambda message: _print(message, as_json=as_json), account=account)
        is_there = told is not None

    with until_signalled() as stop:
        await unless(stop, listen())
    return is_there


def _print(message: Mapping[str, Any], *, as_json: bool) -> None:
    """One thing that the application tells."""
    if "change" in message:
        print_change(change_in(message["change"]), as_json=as_json)
    elif "reminder" in message:
        print_reminder(reminder_in(message["reminder"]), as_json=as_json)
    elif "ready" in message:
        _print_ready(int(message["ready"]), as_json=as_json)
    else:
        hear(message)


class Watch:
    """Accounts online, and their changes on standard output. `memories` are those of the accounts, by bare JID."""

    def __init__(
        self, store: Store, timing: Timing, *, as_json: bool, memories: Mapping[str, Memory] = MappingProxyType({})
    ) -> None:
        self._store = store
        self._timing = timing
        self._as_json = as_json
        self._memories = memories
        self._marks = Marks(store, clock.now)
        self._syncing: set[str] = set()
        self._away: set[str] = set()
        self._links: list[Link] = []
        self._wake = WakeWatch(self._woke, on_clock_changed=_nothing)  # each line asks what time it is anyway
        self._failed: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()

    async def run(self, passwords: Mapping[Login, str], stop: asyncio.Event) -> None:
        """From the changes that were never told to those that come, until `stop` is set."""
        self._tell(self._store.untold())
        self._syncing = {login.jid for login in passwords}
        self._links = [self._link(login, password) for login, password in passwords.items()]
        self._wake.start()
        self._store.on_replaced = self._replaced
        for link in self._links:
            link.start()
        stopped = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((stopped, self._failed), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            await self._wake.stop()
            await asyncio.gather(*(link.stop() for link in self._links))
            self._marks.mark()
        if self._failed.done():
            raise self._failed.result()

    def _link(self, login: Login, password: str) -> Link:
        return Link(
            login,
            password,
            self._store,
            now=clock.now,
            on_status=lambda status: self._status(status, login.jid),
            on_update=lambda update: self._update(update, login.jid),
            timing=self._timing,
            memory=self._memories.get(login.jid),
            find_proxies=find_proxies(login, environment),
        )

    def _woke(self) -> None:
        for link in self._links:
            link.woke()

    def _status(self, status: Status, jid: str) -> None:
        if status.state is State.REFUSED:
            self._fail(UserError(sentence_of(status)))
        elif status.state is State.WAITING:
            self._away.add(jid)
            complain(away_words(status))
        elif status.state is State.ONLINE and jid in self._away:
            self._away.discard(jid)
            complain(back_words(jid))

    def _update(self, update: Update, jid: str) -> None:
        """Runs inside the stream's own handlers: what fails here ends the command, not the stream."""
        if self._failed.done():
            return
        try:
            self._tell(update.changes)
            for reminder in update.reminders:
                print_reminder(reminder, as_json=self._as_json)
            if update.problem and not update.synced:
                complain(update.problem)
            if update.synced and jid in self._syncing:
                self._syncing.discard(jid)
                self._synced(update.problem)
        except (OSError, UserError) as error:
            self._fail(error)

    def _replaced(self) -> None:
        complain(self._store.replaced)
        for link in self._links:
            link.sync.start_over()

    def _synced(self, problem: str) -> None:
        if problem:
            complain(problem)
        if self._syncing:
            return
        _print_ready(len(self._store.calendars()), as_json=self._as_json)

    def _fail(self, error: Exception) -> None:
        if not self._failed.done():
            self._failed.set_result(error)

    def _tell(self, changes: Iterable[Change]) -> None:
        """Print changes. Those that were printed are told, those after a failure are not."""
        self._wake.note_time()
        told = []
        try:
            for change in changes:
                print_change(change, as_json=self._as_json)
                told.append(change)
        finally:
            self._marks.note(told)
            self._marks.mark()


def print_reminder(reminder: Reminder, *, as_json: bool) -> None:
    """The same for a reminder that the service has sent."""
    now = clock.now()
    told = remind(reminder, now, clock.LOCAL)
    if as_json:
        calendar = uri_of(reminder.item.calendar)
        print_json(
            {"kind": "reminder", "calendar": calendar, "item": reminder.item.item_id, "summary": reminder.event.summary}
        )
    else:
        _say_now(told, now)


def print_change(change: Change, *, as_json: bool) -> None:
    """One line: a sentence with the time, or everything as JSON."""
    if as_json:
        print_json(_as_json(change))
        return
    now = clock.now()
    _say_now(tell(change, now, clock.LOCAL), now)


def _print_ready(count: int, *, as_json: bool) -> None:
    """All calendars, so many, have been looked at."""
    if as_json:
        print_json({"kind": "ready"})
    else:
        say(ngettext("Watching {count} calendar.", "Watching {count} calendars.", count).format(count=count))


def _say_now(told: Told, now: datetime) -> None:
    say(f"{now.astimezone(clock.LOCAL):%H:%M:%S}  {sentence(told.cleaned(shown))}")


def _nothing() -> None:
    """No window shows a time."""


def _as_json(change: Change) -> dict[str, object]:
    """A change as `watch --json` prints it."""
    return {
        "kind": str(change.kind),
        "calendar": uri_of(change.calendar),
        "item": change.item_id,
        "summary": change.summary,
        "fields": {each.name: [each.before, each.after] for each in change.fields},
        "at": change.at.isoformat(),
        "event": event_as_json(change.event) if change.event is not None else None,
    }
