"""`c42desktop demo`: server, calendars, colleague and application, and nothing of them left afterwards."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from c42desktop import agenda, clock
from c42desktop.commands.agenda import print_agenda
from c42desktop.commands.context import Context, unless, until_signalled
from c42desktop.commands.online import online, signed_in
from c42desktop.commands.output import say
from c42desktop.commands.watch import Watch
from c42desktop.demo.colleague import keep_changing, login_of, prepare
from c42desktop.demo.prosody import Prosody
from c42desktop.demo.story import MEETINGS, beginning
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile, find_profile
from c42desktop.settings import Account, Settings, Timing
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks

DAYS = 7


@dataclass(frozen=True, slots=True)
class Stage:
    """A prepared demo: Ann's profile, her password, and the start of the colleague's work."""

    profile: Profile
    account: Account
    password: str
    begin: Callable[[], None]


def run_in_terminal(every: float) -> int:
    """The demo without a window, until SIGINT or SIGTERM. Gives the exit code. Raises UserError."""
    asyncio.run(_in_terminal(every))
    return 0


@asynccontextmanager
async def staged(every: float) -> AsyncIterator[Stage]:
    """Server, accounts and calendars, for as long as the context lasts. Raises UserError."""
    passwords = {name: secrets.token_urlsafe(12) for name in ("ann", "bram")}
    tasks = Tasks()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(Prosody(passwords, admins=("bram",)))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="c42desktop-demo-"))
        bram = await stack.enter_async_context(signed_in(login_of(server, "bram", "demo"), passwords["bram"]))
        stack.push_async_callback(tasks.cancel)
        plans = beginning(clock.now().astimezone(clock.LOCAL))
        async with signed_in(login_of(server, "ann", "demo.first"), passwords["ann"]) as ann:
            await prepare(bram, ann, plans)
        profile = find_profile(str(Path(folder)))
        settings = Settings(profile.settings)
        settings.put_account(Account(login_of(server, "ann", ""), ask_password=True))
        settings.set("join", "patterns", [MEETINGS])
        (account,) = settings.accounts
        yield Stage(profile, account, passwords["ann"], lambda: _unused(tasks.spawn(keep_changing(bram, plans, every))))


def _unused(_task: object) -> None:
    """A callback that gives nothing."""


async def _in_terminal(every: float) -> None:
    with until_signalled() as stop:
        say(_("Starting a private XMPP server …"))
        await unless(stop, _play(every, stop))
    say(_("The demo is over, and nothing of it is left."))


async def _play(every: float, stop: asyncio.Event) -> None:
    async with staged(every) as stage:
        with Context(stage.profile, "c42desktop demo").writing() as store:
            login = stage.account.login
            async with online(login, stage.password, store):
                say(_("Signed in as {jid} over TLS.").format(jid=login.jid))
                say()
            _show_agenda(store)
            stage.begin()
            say()
            say(_("Bram is changing things now:"))
            await Watch(store, Timing(), as_json=False).run({login: stage.password}, stop)


def _show_agenda(store: Store) -> None:
    """What is on this week."""
    now = clock.now()
    begin = datetime.combine(now.astimezone(clock.LOCAL).date(), time(), clock.LOCAL)
    titles = {calendar.ref: calendar.title for calendar in store.calendars()}
    entries = agenda.between(store, begin, begin + timedelta(days=DAYS), clock.LOCAL)
    timeless = [event for item in store.items_without_time() for event in item.events]
    print_agenda(entries, titles, begin, now, timeless)
