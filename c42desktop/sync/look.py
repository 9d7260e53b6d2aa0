"""A look at everything: the services, our subscriptions at each, the items of each calendar."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Container, Coroutine, Iterable

from c42desktop.calendar.model import CalendarRef
from c42desktop.sync.calendars import Calendars, is_gone
from c42desktop.sync.fetch import Fetcher
from c42desktop.sync.leases import Leases
from c42desktop.sync.meter import Meter
from c42desktop.sync.update import address_of
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.introduction import PERSONAL_NODES, is_own_calendar
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError

log = logging.getLogger(__name__)

MANY = 10  # calendars of one service, from which it is told which of them is being read


class Looks:
    """Looks at what an account has. `services` are those whose lists of our subscriptions count; `complete` tells
    whether everybody said whether it is one. `is_elsewhere` says whether another device of ours is signed in."""

    def __init__(
        self,
        account: str,
        domain: str,
        pubsub: PubSub,
        calendars: Calendars,
        fetch: Fetcher,
        leases: Leases,
        meter: Meter,
        is_elsewhere: Callable[[], bool],
    ) -> None:
        self._account = account
        self._domain = domain
        self._pubsub = pubsub
        self._calendars = calendars
        self._fetch = fetch
        self._leases = leases
        self._meter = meter
        self._is_elsewhere = is_elsewhere
        self.services: set[str] = set()
        self.complete = False

    async def everywhere(self) -> None:
        """Everything there is."""
        known = {calendar.ref.service for calendar in self._calendars.all()} - {self._account}
        # What we know is looked at beside the search for more: one service that does not answer delays no other.
        works = (self._look_at(service) for service in known)
        await _together(self._look_further(known), self._look_at_personal(), *works)

    async def _look_further(self, known: Container[str]) -> None:
        """What there is at the services of our own domain that we have no calendar of yet."""
        self.complete = False
        try:
            services = await self._pubsub.services()
        except RefusalError as error:
            log.info("%s does not list its services: %s", self._domain, error.condition)
            return
        self.complete = services.complete
        await _together(*(self._look_at(service) for service in services.found if service not in known))

    async def _look_at(self, service: str) -> None:
        """Everything at one service."""
        self.services.add(service)
        try:
            await self._compare_subscriptions(service)
            calendars = self._calendars.all(service)
            for calendar in calendars:
                if len(calendars) >= MANY:
                    self._meter.mention(calendar.ref)
                await self._fetch.all(calendar.ref)
        except RefusalError as error:
            log.info("%s: %s", service, error)
            for calendar in self._calendars.all(service) if error.cause is Cause.UNREACHABLE else ():
                if self._calendars.is_active(calendar.ref):
                    self._calendars.refused(calendar.ref, error)

    async def _look_at_personal(self) -> None:
        """Our own personal agenda, where there is one: nobody has to subscribe to it (XEP-0163 §4.3.1). Other calendars
        at our account are subscribed to: for those no client asks by its features."""
        own = self._account
        before = [calendar.ref.node for calendar in self._calendars.all(own)]
        asked = self._calendars.endings
        try:
            names = await self._pubsub.names(own)
            others = sorted({node for node in names if is_own_calendar(node)}.union(before) - set(PERSONAL_NODES))
            for node in (*PERSONAL_NODES, *others):
                if node in names:
                    self.services.add(own)
                    address = NodeAddress(own, node)
                    subscribed = Subscription(address, "subscribed")
                    if node in others and not self._calendars.is_listed(self._calendars.ref(address)):
                        subscribed = await self._pubsub.subscribe(address)
                    await self._calendars.follow(subscribed, asked)
                if node in names or node in before:
                    await self._fetch.all(self._calendars.ref(NodeAddress(own, node)))
        except RefusalError as error:
            log.info("%s lists no personal agenda: %s", own, error.condition)

    async def for_new(self, service: str) -> None:
        """The calendars of a service that are not known yet. Raises RefusalError where it cannot be reached."""
        if service == self._account:
            await self._look_at_personal()
            return
        for ref in await self._compare_subscriptions(service):
            await self._fetch.all(ref)

    async def _compare_subscriptions(self, service: str) -> list[CalendarRef]:
        """Make our list equal to the service's, and subscribe again where it has forgotten us (C-SUB-06, C-SUB-15).

        Gives the calendars that are new. Raises RefusalError where the service cannot be reached.
        """
        before = {calendar.ref for calendar in self._calendars.all(service) if not is_gone(calendar)}
        asked = self._calendars.endings
        news = self._calendars.was_listed(service)
        complete, listed = await self._listed(service)
        self._calendars.forget_collections(service, except_for=listed)
        owned = await self._owned(service) if news and self._unknown(listed) else set()
        for subscription in sorted(listed.values(), key=lambda each: each.address):  # and so the same colours anywhere
            if subscription.state in ("subscribed", "pending"):
                shared = news and subscription.state == "subscribed" and self._is_shared(subscription.address, owned)
                await self.follow(subscription, asked, shared=shared)
        if complete:
            self._calendars.note_listed(service)
        for calendar in self._calendars.all(service):
            address = address_of(calendar.ref)
            if address not in listed and not self._calendars.collection_of(address):
                await self._subscribe_again(calendar.ref)
        return [calendar.ref for calendar in self._calendars.all(service) if calendar.ref not in before]

    def _is_shared(self, address: NodeAddress, owned: Container[str]) -> bool:
        """Whether a subscription that was not made here was made by somebody else for us.

        The service may have said so. Where it says nothing, it was we on another device, if there is one just now, or
        if the calendar is our own.
        """
        return address in self._calendars.announced or not (address.node in owned or self._is_elsewhere())

    def _unknown(self, listed: Iterable[NodeAddress]) -> bool:
        return any(not self._calendars.is_listed(self._calendars.ref(address)) for address in listed)

    async def _owned(self, service: str) -> set[str]:
        """The nodes of a service that are our own, as far as it tells."""
        try:
            return {node for node, part in (await self._pubsub.affiliations(service)).items() if part == "owner"}
        except RefusalError as error:
            log.info("%s does not tell what is ours: %s", service, error.condition)
            return set()

    async def follow(self, subscription: Subscription, asked: int, *, shared: bool = False) -> CalendarRef:
        """Have the calendar of a subscription in the list, for as long as the subscription can be kept.

        `asked` is what the calendars' `endings` was when the service was asked; `shared` where somebody made it for us.
        """
        ref = await self._calendars.follow(subscription, asked, shared=shared)
        if not self._calendars.ended_since(ref, asked):
            self._leases.hold(subscription)
        return ref

    async def _listed(self, service: str) -> tuple[bool, dict[NodeAddress, Subscription]]:
        """What the service says that we are subscribed to, and whether that is all of it; nothing where it keeps no
        such list (C-SUB-07)."""
        try:
            listed = await self._pubsub.subscriptions(service)
            return True, {each.address: each for each in listed if each.state != "none"}
        except RefusalError as error:
            log.info("%s does not list our subscriptions: %s", service, error.condition)
            if error.cause is not Cause.UNREACHABLE:
                return False, {}
            return False, {each.address: each for each in await self._pubsub.subscriptions_by_node(service)}

    async def _subscribe_again(self, ref: CalendarRef) -> None:
        if not self._calendars.is_listed(ref):
            return  # left or ended while others were subscribed to, or before
        asked = self._calendars.endings
        try:
            await self.follow(await self._pubsub.subscribe(address_of(ref)), asked)
        except RefusalError as error:
            if error.cause is Cause.UNREACHABLE:
                raise
            self._calendars.refused(ref, error)


async def _together(*works: Coroutine[object, object, None]) -> None:
    """Run all beside each other. Where one fails, or this is cancelled, none goes on."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
