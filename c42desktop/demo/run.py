"""`c42desktop demo`: server, calendars, colleague and application, and nothing of them left afterwards."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from gettext import gettext as _
from pathlib import Path

from c42desktop import agenda, clock
from c42desktop.commands.agenda import print_agenda
from c42desktop.commands.context import until_signalled
from c42desktop.demo.colleague import Person, enter, keep_changing, login_of, prepare
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.demo.story import beginning
from c42desktop.link import Link
from c42desktop.profile import Profile, find_profile
from c42desktop.settings import Account, Settings
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
        bram = await enter(stack, server, "bram", passwords["bram"])
        stack.push_async_callback(tasks.cancel)
        plans = beginning(clock.now().astimezone(clock.LOCAL))
        async with Person(login_of(server, "ann", "demo.first"), passwords["ann"]) as ann:
            await prepare(bram, ann, plans)
        profile = find_profile(str(Path(folder)))
        Settings(profile.settings).put_account(Account(login_of(server, "ann", ""), ask_password=True))
        (account,) = Settings(profile.settings).accounts
        yield Stage(profile, account, passwords["ann"], lambda: _unused(tasks.spawn(keep_changing(bram, plans, every))))


def _unused(_task: object) -> None:
    """A callback that gives nothing."""


async def _in_terminal(every: float) -> None:
    from c42desktop.commands.context import Context
    from c42desktop.commands.watch import Watch

    print(_("Starting a private XMPP server …"), flush=True)
    with until_signalled() as stop:
        async with staged(every) as stage:
            context = Context(stage.profile, "c42desktop demo")
            with context.writing() as store:
                await _show_agenda(stage, store)
                stage.begin()
                print("\n" + _("Bram is changing things now:"), flush=True)
                await Watch(context, store, as_json=False, passwords={stage.account.jid: stage.password}).run(stop)
    print(_("The demo is over, and nothing of it is left."), flush=True)


async def _show_agenda(stage: Stage, store: Store) -> None:
    """Fetch the calendars once, and print what is on this week."""
    synced = asyncio.Event()
    link = Link(
        stage.account.login,
        stage.password,
        store,
        now=clock.now,
        on_status=lambda _status: None,
        on_update=lambda update: synced.set() if update.synced else None,
    )
    link.start()
    try:
        await synced.wait()
    finally:
        await link.stop()
    print(_("Signed in as {jid} over TLS.").format(jid=f"ann@{DOMAIN}") + "\n")
    now = clock.now()
    begin = datetime.combine(now.astimezone(clock.LOCAL).date(), time(), clock.LOCAL)
    titles = {calendar.ref: calendar.title for calendar in store.calendars()}
    print_agenda(agenda.between(store, begin, begin + timedelta(days=DAYS), clock.LOCAL), titles, now)
