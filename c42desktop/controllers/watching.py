"""What `watch` in a terminal hears: each change as the application learns of it, beside what the desktop is told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Set
from contextlib import contextmanager

from c42desktop.commands import choosing
from c42desktop.commands.news import away_words, back_words, change_message, reminder_message
from c42desktop.commands.online import sentence_of
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.serving import Reply
from c42desktop.errors import UserError
from c42desktop.instance.protocol import Request
from c42desktop.settings import Settings
from c42desktop.slices import slices
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.xmpp.login import State, Status

_News = asyncio.Queue[Update | tuple[str, Status]]


class Watching:
    """Everybody who watches."""

    def __init__(self, settings: Settings, store: Store, accounts: AccountsController) -> None:
        self._settings = settings
        self._store = store
        self._accounts = accounts
        self._news: set[_News] = set()

    def updated(self, update: Update) -> None:
        """This has come in."""
        for each in self._news:
            each.put_nowait(update)

    def status_changed(self, jid: str) -> None:
        """An account is online, or no longer."""
        for each in self._news:
            each.put_nowait((jid, self._accounts.status.of(jid)))

    async def watch(self, request: Request, reply: Reply) -> None:
        """Tell one of them, until they leave. Raises UserError where an account is refused."""
        chosen = choosing.enabled(
            self._settings.accounts, request.text("account"), lambda sentence: reply({"complain": sentence})
        )
        jids = {each.jid for each in chosen}
        with self._listening() as news:
            watcher = _Watcher(jids, reply)
            await self._until_looked_at(jids, watcher, news)
            reply({"ready": len(self._store.calendars())})
            while True:
                await watcher.hear(await news.get())

    async def looked_at(self, jid: str) -> None:
        """Wait until all of an account was looked at. Raises UserError where it is refused."""
        with self._listening() as news:
            await self._until_looked_at({jid}, _Watcher({jid}, lambda _message: None), news)

    @contextmanager
    def _listening(self) -> Iterator[_News]:
        news: _News = asyncio.Queue()
        self._news.add(news)
        try:
            yield news
        finally:
            self._news.discard(news)

    async def _until_looked_at(self, jids: Set[str], watcher: _Watcher, news: _News) -> None:
        for jid in sorted(jids):
            watcher.note(jid, self._accounts.status.of(jid))
        while not all(self._is_looked_at(jid) for jid in jids):
            await watcher.hear(await news.get())

    def _is_looked_at(self, jid: str) -> bool:
        status = self._accounts.status
        return status.of(jid).state is State.ONLINE and not status.is_looking(jid)


class _Watcher:
    """What one of them is told, about the accounts `jids`."""

    def __init__(self, jids: Set[str], reply: Reply) -> None:
        self._jids = jids
        self._reply = reply
        self._away: set[str] = set()

    async def hear(self, news: Update | tuple[str, Status]) -> None:
        """Tell it, as far as it is about them. Raises UserError."""
        if isinstance(news, tuple):
            self.note(*news)
            return
        async for some in slices(news.changes):
            for change in some:
                if change.calendar.account in self._jids:
                    self._reply(change_message(change))
        for reminder in news.reminders:
            if reminder.item.calendar.account in self._jids:
                self._reply(reminder_message(reminder))
        if news.problem and not news.synced:
            self._reply({"complain": news.problem})

    def note(self, jid: str, status: Status) -> None:
        """How an account is. Raises UserError where it is refused."""
        if jid not in self._jids:
            return
        if status.state is State.REFUSED:
            raise UserError(sentence_of(status))
        if status.state is State.WAITING:
            self._away.add(jid)
            self._reply({"complain": away_words(status)})
        elif status.state is State.ONLINE and jid in self._away:
            self._away.discard(jid)
            self._reply({"complain": back_words(jid)})
