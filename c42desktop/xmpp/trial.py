"""One attempt to sign in, to find out whether an account's details are right."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies, no_proxies
from c42desktop.xmpp.session import Session


async def try_login(
    login: Login, password: str, memory: Memory | None = None, find_proxies: FindProxies = no_proxies
) -> Status | None:
    """None where signing in worked, else the status that says why it did not. Leaves no session behind.

    `memory` is what is known of the server, and learns more; `find_proxies` is asked on the way to it.
    """
    outcome: asyncio.Future[Status] = asyncio.get_running_loop().create_future()

    def on_status(status: Status) -> None:
        if status.state in (State.ONLINE, State.REFUSED, State.WAITING) and not outcome.done():
            outcome.set_result(status)

    # Not the resource of the session that may be running: the server would end that one.
    login = replace(login, resource=f"{login.resource}.trial" if login.resource else "")
    session = Session(
        login,
        password,
        on_status=on_status,
        on_event=lambda _message: None,
        on_online=lambda _resumed: None,
        memory=memory,
        find_proxies=find_proxies,
    )
    session.start()
    try:
        status = await outcome
    finally:
        await session.stop()
    return None if status.state is State.ONLINE else status
