"""Subscriptions that end by themselves are renewed in time (XEP-0060 §12.19)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.sync.once import Spawn
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError

LEASE = timedelta(days=30)  # to ask for; the service may grant less
SOONEST = timedelta(seconds=5)  # between two renewals
LONGEST_SLEEP = timedelta(days=1)  # Qt's timers end at 24 days


class Leases:
    """Renews each lease when half of its time is over. `now` gives the instant (aware)."""

    def __init__(
        self,
        pubsub: PubSub,
        spawn: Spawn,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pubsub = pubsub
        self._spawn = spawn
        self._now = now
        self._sleep = sleep
        self._ends: dict[NodeAddress, datetime] = {}
        self._renewing: dict[NodeAddress, asyncio.Task[None]] = {}

    def hold(self, subscription: Subscription) -> None:
        """Keep this subscription from now on. Without an end it needs nothing, or nothing new: lists may omit it."""
        address, expiry = subscription.address, _instant(subscription.expiry)
        if expiry is None or self._ends.get(address) == expiry:
            return
        self.drop(address)
        self._ends[address] = expiry
        self._renewing[address] = self._spawn(self._keep(subscription))

    def drop(self, address: NodeAddress) -> None:
        """Let the subscription end."""
        self._ends.pop(address, None)
        task = self._renewing.pop(address, None)
        if task is not None:
            task.cancel()

    async def _keep(self, subscription: Subscription) -> None:
        address = subscription.address
        try:
            while address in self._ends:
                await self._wait_until(self._now() + max((self._ends[address] - self._now()) / 2, SOONEST))
                expiry = _instant(await self._renew(subscription))
                if expiry is None or expiry <= self._ends[address]:
                    return  # no end any more, or no more time for us: then the service will say when it is over
                self._ends[address] = expiry
        finally:
            if self._renewing.get(address) is asyncio.current_task():
                del self._renewing[address], self._ends[address]  # the next look begins anew

    async def _wait_until(self, instant: datetime) -> None:
        while (left := instant - self._now()) > timedelta(0):
            await self._sleep(min(left, LONGEST_SLEEP).total_seconds())

    async def _renew(self, subscription: Subscription) -> str:
        """Ask for more time. Gives the end that the service has set now."""
        address = subscription.address
        until = (self._now() + LEASE).astimezone(UTC).replace(microsecond=0, tzinfo=None)
        try:
            await self._pubsub.configure(subscription, {"pubsub#expire": f"{until.isoformat()}Z"})
            listed = await self._pubsub.subscriptions(address.service, address.node)
        except RefusalError as error:
            if error.cause is Cause.UNREACHABLE:
                raise
            listed = [await self._pubsub.subscribe(address)]  # without options, this is the way to say that we stay
        return next((each.expiry for each in listed if each.address == address), "")


def _instant(text: str) -> datetime | None:
    moment = parse_moment(text)
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None
