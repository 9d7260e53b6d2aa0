"""Accounts online for as long as a command needs them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from c42desktop import clock
from c42desktop.commands.output import complain
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.proxies import environment, find_proxies
from c42desktop.settings import Account, Timing, new_resource
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.session import Session

ONLINE_TIMEOUT = 60.0  # seconds a command waits to get online


class SlowError(UserError):
    """Signing in worked, but not everything was looked at in time."""


@asynccontextmanager
async def online(login: Login, password: str, store: Store, memory: Memory | None = None) -> AsyncIterator[Link]:
    """The account, online and with everything looked at once. Raises UserError, SlowError where it is signed in."""
    attempt = _Attempt()

    def on_update(update: Update) -> None:
        if update.synced:
            attempt.succeed()
        elif update.problem:
            attempt.fail(update.problem)

    def on_replaced() -> None:
        complain(store.replaced)
        link.sync.start_over()

    link = Link(
        login,
        password,
        store,
        now=clock.now,
        on_status=attempt.status,
        on_update=on_update,
        timing=Timing(),
        memory=memory,
        find_proxies=find_proxies(login, environment),
    )
    store.on_replaced = on_replaced
    link.start()
    try:
        await attempt.outcome()
        yield link
    finally:
        await link.stop()


@asynccontextmanager
async def signed_in(login: Login, password: str, memory: Memory | None = None) -> AsyncIterator[PubSub]:
    """The account, online for requests only; it comes back by itself. Raises UserError where it cannot sign in."""
    attempt = _Attempt()
    session = Session(
        login,
        password,
        on_status=attempt.status,
        on_event=lambda _message: None,
        on_online=lambda _resumed: attempt.succeed(),
        memory=memory,
        find_proxies=find_proxies(login, environment),
    )
    session.start()
    try:
        await attempt.outcome()
        yield PubSub(session)
    finally:
        await session.stop()


def beside(login: Login) -> Login:
    """The same account for one command, beside an application that is online with it: another resource."""
    return replace(login, resource=f"{new_resource()}.once")


def sentence_of(status: Status) -> str:
    """Why it did not work; of what the person may decide differently also how."""
    if status.field == "mechanism":
        return _("{reason} To accept it: c42desktop account edit, with --accept-weaker").format(reason=status.reason)
    if not status.pin:
        return status.sentence
    words = _(
        "{reason} If the people who run the server confirm the SHA-256 fingerprint of its key, trust it with: {pin}"
    )
    return words.format(reason=" ".join(filter(None, (status.reason, status.facts))), pin=f"--pin {status.pin}")


def learnt(account: Account) -> Memory:
    """What an account has learnt, for a command that does not own the profile: what it learns is not kept."""
    return Memory(account.mechanism, account.ways)


class _Attempt:
    """Waits for the first of: success, a refusal, a failure to connect, the end of patience."""

    def __init__(self) -> None:
        self._signed_in = False
        self._outcome: asyncio.Future[UserError | None] = asyncio.get_running_loop().create_future()

    def succeed(self) -> None:
        self._settle(None)

    def fail(self, sentence: str) -> None:
        self._settle(UserError(sentence))

    def status(self, status: Status) -> None:
        self._signed_in = status.state is State.ONLINE
        if status.state in (State.REFUSED, State.WAITING):
            self._settle(UserError(sentence_of(status), field=status.field))

    async def outcome(self) -> None:
        """Raises UserError unless it is success, SlowError where signing in was."""
        done: Any = await asyncio.wait((self._outcome,), timeout=ONLINE_TIMEOUT)
        if not done[0]:
            raise (SlowError if self._signed_in else UserError)(_("The server did not answer in time."))
        problem = self._outcome.result()
        if problem is not None:
            raise problem

    def _settle(self, problem: UserError | None) -> None:
        if not self._outcome.done():
            self._outcome.set_result(problem)
