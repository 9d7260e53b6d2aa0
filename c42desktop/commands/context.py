"""What every command starts from: the profile, and output for people or for programs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import Any

from c42desktop import clock, credentials
from c42desktop.calendar.model import CalendarRef
from c42desktop.errors import UserError
from c42desktop.link import Link
from c42desktop.profile import Profile, locked
from c42desktop.settings import Account, Settings, new_resource
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import State, Status

ONLINE_TIMEOUT = 60.0  # seconds a one-shot command waits to get online


@dataclass(frozen=True, slots=True)
class Context:
    """A command's surroundings. `command` is what other processes are told about who holds the profile."""

    profile: Profile
    command: str
    password_stdin: bool = False

    def settings(self) -> Settings:
        """The profile's settings."""
        return Settings(self.profile.settings)

    def account(self, jid: str = "") -> Account:
        """The account `jid`, or the only one there is. Raises UserError."""
        accounts = self.settings().accounts
        chosen = [account for account in accounts if jid in ("", account.jid)]
        if len(chosen) == 1:
            return chosen[0]
        if not accounts:
            raise UserError(_("There is no account yet. Add one with: c42desktop account add JID"))
        if not chosen:
            raise UserError(_("There is no account {jid} here.").format(jid=jid))
        names = ", ".join(account.jid for account in accounts)
        raise UserError(_("There are several accounts ({names}). Choose one with --account.").format(names=names))

    async def password(self, account: Account) -> str:
        """The account's password: from standard input, the guarded file or the keyring. Raises UserError."""
        if self.password_stdin:
            return sys.stdin.readline().rstrip("\r\n")
        try:
            password = await credentials.load(account.jid)
        except credentials.NoKeyringError as error:
            raise UserError(f"{error} {_how_to_give(account.jid)}") from error
        if password is None:
            raise UserError(
                _("There is no password for {jid} in the keyring.").format(jid=account.jid)
                + " "
                + _how_to_give(account.jid)
            )
        return password

    @contextmanager
    def reading(self) -> Iterator[Store | None]:
        """The store to read, beside whoever writes it; None where there is none yet."""
        if not self.profile.store.exists():
            yield None
            return
        store = Store(self.profile.store, read_only=True)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The store to write, owned by this process. Raises UserError with who owns it."""
        with locked(self.profile, self.command):
            store = Store(self.profile.store)
            try:
                yield store
            finally:
                store.close()

    @asynccontextmanager
    async def online(self, store: Store, account: Account) -> AsyncIterator[Link]:
        """The account, online and with everything looked at once. Raises UserError where that fails."""
        synced = asyncio.Event()
        failed: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def on_status(status: Status) -> None:
            if status.state in (State.REFUSED, State.WAITING) and not failed.done():
                failed.set_result(describe(status))

        def on_update(update: Update) -> None:
            if update.synced:
                synced.set()

        password = await self.password(account)
        link = Link(account.login, password, store, now=clock.now, on_status=on_status, on_update=on_update)
        link.start()
        try:
            await _first(synced, failed)
            yield link
        finally:
            await link.stop()


@asynccontextmanager
async def beside(context: Context, account: Account) -> AsyncIterator[Link]:
    """The account online beside a running application: another resource, and a store that is thrown away."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="c42desktop-") as folder:
        store = Store(Path(folder) / "calendars.sqlite")
        extra = Account(replace(account.login, resource=f"{new_resource()}.once"))
        try:
            async with context.online(store, extra) as link:
                yield link
        finally:
            store.close()


async def _first(synced: asyncio.Event, failed: asyncio.Future[str]) -> None:
    waiter = asyncio.ensure_future(synced.wait())
    try:
        await asyncio.wait((waiter, failed), timeout=ONLINE_TIMEOUT, return_when=asyncio.FIRST_COMPLETED)
        if failed.done():
            raise UserError(failed.result())
        if not waiter.done():
            raise UserError(_("The server did not answer in time."))
    finally:
        waiter.cancel()
        failed.cancel()


def describe(status: Status) -> str:
    """A refusal or failure as one sentence, with the fingerprint where a certificate was at fault."""
    if status.fingerprint:
        return _("{reason} Its SHA-256 fingerprint is {fingerprint}").format(
            reason=status.reason, fingerprint=status.fingerprint
        )
    return status.reason


def uri_of(ref: CalendarRef) -> str:
    """A calendar as the address that commands take and print."""
    return NodeAddress(ref.service, ref.node).uri


def print_json(value: Any) -> None:
    """One line of JSON on standard output, at once."""
    print(json.dumps(value, ensure_ascii=False, default=str), flush=True)


@contextmanager
def until_signalled() -> Iterator[asyncio.Event]:
    """An event that SIGINT and SIGTERM set, instead of ending the process."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = [signal.SIGINT, signal.SIGTERM]
    before: dict[signal.Signals, Any] = {}
    for each in signals:
        try:
            loop.add_signal_handler(each, stop.set)
        except NotImplementedError:  # Windows: the loop has no signal handlers, the interpreter has
            before[each] = signal.signal(each, lambda *_: loop.call_soon_threadsafe(stop.set))
    try:
        yield stop
    finally:
        for each in signals:
            if each in before:
                signal.signal(each, before[each])
            else:
                with contextlib.suppress(NotImplementedError):
                    loop.remove_signal_handler(each)


def _how_to_give(jid: str) -> str:
    sentence = _("Run “c42desktop account add {jid}”, name a file in {variable}, or use --password-stdin.")
    return sentence.format(jid=jid, variable=credentials.FILE_VARIABLE)
