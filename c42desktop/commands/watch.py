"""`watch`: a line for every change, as it is pushed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Mapping
from gettext import gettext as _
from types import MappingProxyType

from c42desktop import clock
from c42desktop.calendar.model import Change
from c42desktop.calendar.words import sentence, tell
from c42desktop.commands.context import Context, describe, print_json, until_signalled, uri_of
from c42desktop.errors import UserError
from c42desktop.link import Link
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.xmpp.login import State, Status


async def watch(context: Context, *, as_json: bool) -> None:
    """Print changes until SIGINT or SIGTERM; a printed line counts as told.

    Raises UserError where sign-in is refused.
    """
    with context.writing() as store, until_signalled() as stop:
        await Watch(context, store, as_json=as_json).run(stop)


class Watch:
    """All accounts of a profile online, and their changes on standard output.

    `passwords` are those that need not be looked up, by bare JID.
    """

    def __init__(
        self, context: Context, store: Store, *, as_json: bool, passwords: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._context = context
        self._store = store
        self._as_json = as_json
        self._passwords = passwords
        self._syncing: set[str] = set()
        self._refused: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def run(self, stop: asyncio.Event) -> None:
        """From the changes that were never told to those that come, until `stop` is set."""
        accounts = self._context.settings().accounts or [self._context.account()]
        self._tell(self._store.untold())
        self._syncing = {account.jid for account in accounts}
        links = [
            Link(
                account.login,
                self._passwords.get(account.jid) or await self._context.password(account),
                self._store,
                now=clock.now,
                on_status=self._status,
                on_update=lambda update, jid=account.jid: self._update(update, jid),  # type: ignore[misc]
            )
            for account in accounts
        ]
        for link in links:
            link.start()
        stopped = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((stopped, self._refused), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            await asyncio.gather(*(link.stop() for link in links))
        if self._refused.done():
            raise UserError(self._refused.result())

    def _status(self, status: Status) -> None:
        if status.state is State.REFUSED and not self._refused.done():
            self._refused.set_result(describe(status))
        elif status.state is State.WAITING:
            print(
                _("{reason} Next try in {seconds} s.").format(reason=status.reason, seconds=round(status.retry_in)),
                file=sys.stderr,
                flush=True,
            )

    def _update(self, update: Update, jid: str) -> None:
        self._tell(update.changes)
        if update.synced and jid in self._syncing:
            self._syncing.discard(jid)
            if update.problem:
                print(update.problem, file=sys.stderr, flush=True)
            if not self._syncing:
                self._ready()

    def _ready(self) -> None:
        if self._as_json:
            print_json({"kind": "ready"})
        else:
            print(_("Watching {count} calendars.").format(count=len(self._store.calendars())), flush=True)

    def _tell(self, changes: Iterable[Change]) -> None:
        told = []
        for change in changes:
            if self._as_json:
                print_json(as_json(change))
            else:
                now = clock.now()
                line = sentence(tell(change, now, clock.LOCAL))
                print(f"{now.astimezone(clock.LOCAL):%H:%M:%S}  {line}", flush=True)
            told.append(change)
        if told:
            self._store.mark_told(told, clock.now())


def as_json(change: Change) -> dict[str, object]:
    """A change as `watch --json` prints it."""
    return {
        "kind": str(change.kind),
        "calendar": uri_of(change.calendar),
        "item": change.item_id,
        "summary": change.summary,
        "fields": {each.name: [each.before, each.after] for each in change.fields},
        "at": change.at.isoformat(),
    }
