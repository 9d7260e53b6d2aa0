"""Signing in: which mechanisms there are, and whether the password works, in one attempt beside all others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from c42desktop.doctor.finding import Finding, failed, passed, said, skipped, warned
from c42desktop.doctor.network import Reached
from c42desktop.i18n import gettext as _
from c42desktop.settings import Account, new_resource
from c42desktop.xmpp.choice import PLAIN, choose
from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies
from c42desktop.xmpp.session import Session


@dataclass(frozen=True, slots=True)
class Trial:
    """How the attempt went. `session` is online until the trial is over, None where it never was."""

    status: Status
    session: Session | None


def mechanisms(account: Account, reached: Sequence[Reached]) -> Finding:
    """Which of the mechanisms we would use, of all that were offered."""
    offered = {name for each in reached if each.greeting for name in each.greeting.mechanisms}
    if not any(each.greeting for each in reached):
        return skipped("mechanisms", _("Not checked: the server cannot be reached."))
    listed = said(", ".join(sorted(offered))) or "–"
    chosen = choose(offered, account.login, account.mechanism, encrypted=True)
    if isinstance(chosen, Ending):
        text = chosen.reason.replace("{domain}", account.login.domain).replace("{offered}", listed)
        return failed("mechanisms", text.replace("{jid}", account.login.jid))
    if chosen == PLAIN:
        text = _("The password itself is sent, inside TLS (PLAIN): the server offers only {offered}.")
        advice = _("Ask the server's administrator for SCRAM.")
        return warned("mechanisms", text.format(offered=listed), advice)
    return passed("mechanisms", _("{chosen} is used. Offered are {offered}.").format(chosen=chosen, offered=listed))


@asynccontextmanager
async def trial(account: Account, secret: str, find_proxies: FindProxies) -> AsyncIterator[Trial]:
    """One attempt to sign in, in the account's own way and with a resource of its own; it is online within."""
    outcome: asyncio.Future[Status] = asyncio.get_running_loop().create_future()

    def on_status(status: Status) -> None:
        if status.state in (State.ONLINE, State.REFUSED, State.WAITING) and not outcome.done():
            outcome.set_result(status)

    session = Session(
        _beside(account.login),
        secret,
        on_status=on_status,
        on_event=lambda _message: None,
        on_online=lambda _resumed: None,
        memory=Memory(account.mechanism, account.ways),  # nobody keeps what it learns
        find_proxies=find_proxies,
    )
    session.start()
    try:
        status = await outcome
        yield Trial(status, session if status.state is State.ONLINE else None)
    finally:
        await session.stop()


def _beside(login: Login) -> Login:
    """Not the resource of a session that may be running: the server would end that one."""
    return replace(login, resource=f"{new_resource()}.doctor")


def sign_in(login: Login, tried: Trial | None) -> Finding:
    """Whether the password works; None where there is none."""
    if tried is None:
        text = _("Not checked: there is no password for {jid} here.").format(jid=login.jid)
        return skipped("sign-in", text)
    if tried.session is not None:
        via = tried.status.via or "TCP"
        return passed("sign-in", _("{jid} signed in, over {via}.").format(jid=login.jid, via=via))
    return failed("sign-in", tried.status.sentence, _advice(tried.status))


def _advice(status: Status) -> str:
    match status.field:
        case "password":
            return _("Enter the password again in the account's settings.")
        case "":
            return _("Look at the lines above.")
    return _("Check the account's settings, and the lines above.")
