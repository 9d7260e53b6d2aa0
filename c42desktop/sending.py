"""What waits for servers is sent, account by account: once one is online, and again until nothing waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from c42desktop.link import FindLinks, Link, find_link
from c42desktop.tasks import Tasks
from c42desktop.xmpp.refusals import Cause

PASSING = frozenset({Cause.TEMPORARY, Cause.UNREACHABLE})
"""Refusals that mean no more than: not now."""


class Sending:
    """Tries what waits, with pauses that grow. `links()` are the accounts that are online; `send_each(account)` tries
    each thing once, and says whether some are to be tried again; `wait(attempt)`: seconds until then."""

    def __init__(
        self,
        links: FindLinks,
        send_each: Callable[[str], Awaitable[bool]],
        wait: Callable[[int], float],
    ) -> None:
        self._links = links
        self._send_each = send_each
        self._wait = wait
        self._tasks = Tasks()
        self._awake: dict[str, asyncio.Event] = {}  # of each account that is sending: something to be sent at once

    def online(self, account: str) -> None:
        """An account is connected, or there is something new: what waits for it is sent."""
        if account in self._awake:
            self._awake[account].set()
        elif self.link(account) is not None:
            self._awake[account] = asyncio.Event()
            self._tasks.spawn(self._send_all(account))

    def link(self, account: str) -> Link | None:
        """The connection of an account, None while it is offline."""
        return find_link(self._links, account)

    async def close(self) -> None:
        """Stop sending."""
        await self._tasks.cancel()

    async def _send_all(self, account: str) -> None:
        """Send what waits for an account until nothing does, or it is offline."""
        awake, attempt = self._awake[account], 0
        try:
            while True:
                awake.clear()
                left = await self._send_each(account)
                if awake.is_set():
                    attempt = 0
                    continue
                if not left or self.link(account) is None:
                    return
                with suppress(TimeoutError):
                    await asyncio.wait_for(awake.wait(), self._wait(attempt))
                attempt += 1
        finally:
            del self._awake[account]
