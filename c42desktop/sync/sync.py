"""The way in: pushes, the look at everything at each new session, and what a person asks for."""

from __future__ import annotations

import asyncio
import logging
import xml.etree.ElementTree as ET
from collections.abc import Callable, Container, Coroutine
from datetime import datetime
from gettext import gettext as _

from slixmpp.jid import JID

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.errors import UserError
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.calendars import Calendars, is_gone
from c42desktop.sync.fetch import Fetcher
from c42desktop.sync.items import Items
from c42desktop.sync.update import OnUpdate, Update, address_of
from c42desktop.tasks import Tasks
from c42desktop.xmpp import events, trust
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from c42desktop.xmpp.session import Session

log = logging.getLogger(__name__)

STORE_AGAIN = (0.2, 1.0, 5.0, 20.0, 60.0)  # the same while the store cannot be written; the last for ever
PASSING = 2  # so many failures in a row pass by themselves, and are not worth a sentence
LOOK_AGAIN = (5.0, 20.0, 60.0, 300.0)  # seconds between two looks while somebody does not answer


class Sync:
    """One account's calendars. `now` gives the instant (aware); `on_update` gets every Update."""

    def __init__(
        self,
        session: Session,
        pubsub: PubSub,
        store: Store,
        *,
        now: Callable[[], datetime],
        on_update: OnUpdate,
    ) -> None:
        self._session = session
        self._pubsub = pubsub
        self._store = store
        self._on_update = on_update
        self._tasks = Tasks()
        self._items = Items(store, now, on_update)
        self._calendars = Calendars(session.login.jid, pubsub, store, now, on_update)
        self._fetch = Fetcher(pubsub, store, self._items, self._calendars)
        self._services: set[str] = set()  # those whose lists of our subscriptions count
        self._complete = False  # whether everybody said whether it is a service
        self._catching_up: asyncio.Task[None] | None = None
        self._missed = 0  # how often in a row the store did not take something
        self._again: asyncio.TimerHandle | None = None  # the look that makes up for it

    async def stop(self) -> None:
        """Stop whatever is going on."""
        self._cancel_again()
        await self._tasks.cancel()

    # -- pushes -------------------------------------------------------------------------------------------------

    def push(self, message: ET.Element) -> None:
        """A message with a pubsub event came in."""
        try:
            self._push(message)
        except StoreError as error:
            self._miss(error)

    def _push(self, message: ET.Element) -> None:
        without_payload: dict[CalendarRef, list[str]] = {}
        for event in self._trusted(message):
            match event:
                case events.Published(source, item_id, None):
                    ref = self._calendars.ref(source)
                    self._fetch.pushed(ref, item_id)
                    without_payload.setdefault(ref, []).append(item_id)
                case _:
                    self._apply(event)
        for ref, ids in without_payload.items():
            self._spawn(self._fetch.some(ref, ids))

    def _trusted(self, message: ET.Element) -> list[events.Event]:
        sender, own = message.get("from", ""), self._session.jid
        for node in events.nodes_of(message):
            if not trust.accepts_event(
                sender=sender,
                recipient=message.get("to", ""),
                kind=message.get("type", "normal"),
                node=node,
                own=own,
                followed=self._calendars.followed,
            ):
                self._not_followed(message, sender)
                return []
        return events.parse(message, JID(sender).bare if sender else own.bare)

    def _not_followed(self, message: ET.Element, sender: str) -> None:
        """Ignored, but for one thing: a service we know may say that an owner has subscribed us to a calendar.

        It is not taken at its word, but asked for its list (C-SUB-15).
        """
        told = events.parse(message, sender)
        if sender in self._services and any(isinstance(each, events.SubscriptionChanged) for each in told):
            self._spawn(self._look_for_new(sender))
        else:
            log.info("Ignored an event from %s about a calendar that is not followed there", sender or "nobody")

    def _apply(self, event: events.Event) -> None:
        ref = self._calendars.ref(event.source)
        match event:
            case events.Published(_source, item_id, payload) if payload is not None:
                self._fetch.pushed(ref, item_id)
                self._items.put(ref, [(item_id, payload)])
            case events.Retracted(_source, item_id):
                self._fetch.pushed(ref, item_id)
                self._items.drop(ref, [item_id])
            case events.Purged():
                self._fetch.emptied(ref)
                self._items.empty(ref)
            case events.Deleted():
                self._end(ref, _("This calendar was deleted by its owner."))
            case events.SubscriptionChanged(_source, state, jid):
                if jid in ("", self._session.jid.bare, self._session.jid.full):
                    self._subscription_changed(ref, state)
            case events.Configured():
                self._spawn(self._calendars.read_metadata(ref))
            case events.Touched():
                self._spawn(self._fetch.all(ref))

    def _end(self, ref: CalendarRef, problem: str) -> None:
        self._fetch.emptied(ref)
        self._calendars.end(ref, problem)

    def _subscription_changed(self, ref: CalendarRef, state: str) -> None:
        if state == "none":
            self._end(ref, _("The owner of this calendar ended your access."))
        elif state == "pending":
            self._calendars.set_state(ref, CalendarState.PENDING)
        elif state == "subscribed":
            self._calendars.set_state(ref, CalendarState.ACTIVE)
            self._spawn(self._fetch.all(ref))

    # -- a look at everything -----------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Look at everything; the updates come one by one, the last of them with `synced`.

        A look that is still under way belongs to a session that is over, and ends without `synced`.
        """
        self._cancel_again()
        if self._catching_up is not None:
            self._catching_up.cancel()
        self._catching_up = self._spawn(self._catch_up())

    def resumed(self) -> None:
        """The stream was taken up where it broke: nothing was missed."""

    async def _catch_up(self) -> None:
        """Look, and look again after a while where somebody did not answer: a server that has just been started
        takes sign-ins before its services run."""
        for pause in LOOK_AGAIN:
            await self._look_everywhere()
            self._missed = 0
            problem = ""
            if not self._services and self._complete:
                sentence = _("{domain} has no calendar service. Ask its administrator, or add one by its address.")
                problem = sentence.format(domain=self._session.login.domain)
            self._on_update(Update(synced=True, problem=problem))
            unreachable = any(each.state is CalendarState.UNREACHABLE for each in self._calendars.all())
            if self._complete and not unreachable:
                return
            await asyncio.sleep(pause)

    async def _look_everywhere(self) -> None:
        known = {calendar.ref.service for calendar in self._calendars.all()}
        # What we know is looked at beside the search for more: one service that does not answer delays no other.
        await _together(self._look_further(known), *(self._look_at(service) for service in known))

    async def _look_further(self, known: Container[str]) -> None:
        """What there is at the services of our own domain that we have no calendar of yet."""
        self._complete = False
        try:
            services = await self._pubsub.services()
        except RefusalError as error:
            log.info("%s does not list its services: %s", self._session.login.domain, error.condition)
            return
        self._complete = services.complete
        await _together(*(self._look_at(service) for service in services.found if service not in known))

    async def _look_at(self, service: str) -> None:
        """Everything at one service."""
        self._services.add(service)
        try:
            await self._compare_subscriptions(service)
            for calendar in self._calendars.all(service):
                await self._fetch.all(calendar.ref)
        except RefusalError as error:
            for calendar in self._calendars.all(service):
                if self._calendars.is_active(calendar.ref):
                    self._calendars.refused(calendar.ref, error)

    async def _look_for_new(self, service: str) -> None:
        for ref in await self._compare_subscriptions(service):
            await self._fetch.all(ref)

    async def _compare_subscriptions(self, service: str) -> list[CalendarRef]:
        """Make our list equal to the service's, and subscribe again where it has forgotten us (C-SUB-06, C-SUB-15).

        Gives the calendars that are new. Raises RefusalError where the service cannot be reached.
        """
        before = {calendar.ref for calendar in self._calendars.all(service) if not is_gone(calendar)}
        listed = await self._listed(service)
        for subscription in sorted(listed.values(), key=lambda each: each.address):  # and so the same colours anywhere
            if subscription.state in ("subscribed", "pending"):
                await self._calendars.follow(subscription)
        for calendar in self._calendars.all(service):
            if address_of(calendar.ref) not in listed and not is_gone(calendar):
                await self._subscribe_again(calendar.ref)
        return [calendar.ref for calendar in self._calendars.all(service) if calendar.ref not in before]

    async def _listed(self, service: str) -> dict[NodeAddress, Subscription]:
        """What the service says that we are subscribed to; nothing where it keeps no such list (C-SUB-07)."""
        try:
            return {each.address: each for each in await self._pubsub.subscriptions(service) if each.state != "none"}
        except RefusalError as error:
            log.info("%s does not list our subscriptions: %s", service, error.condition)
            if error.cause is not Cause.UNREACHABLE:
                return {}
            return {each.address: each for each in await self._pubsub.subscriptions_by_node(service)}

    async def _subscribe_again(self, ref: CalendarRef) -> None:
        try:
            await self._calendars.follow(await self._pubsub.subscribe(address_of(ref)))
        except RefusalError as error:
            if error.cause is Cause.UNREACHABLE:
                raise
            self._calendars.refused(ref, error)

    # -- a store that fails -------------------------------------------------------------------------------------

    def start_over(self) -> None:
        """The store is a new one: what is under way does not count, and everything is looked at."""
        self._fetch.start_over()
        self._calendars.start_over()
        self.catch_up()

    def _miss(self, error: StoreError) -> None:
        """The store did not take something: look at everything again after a while, which finds it."""
        if self._again is not None:
            return
        if self._missed == PASSING:
            self._on_update(Update(problem=str(error)))
        pause = STORE_AGAIN[min(self._missed, len(STORE_AGAIN) - 1)]
        self._missed += 1
        log.info("%s: looking at everything again in %g s: %s", self._session.login.jid, pause, error)
        self._again = asyncio.get_running_loop().call_later(pause, self.catch_up)

    def _cancel_again(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None

    # -- what a person asks for ---------------------------------------------------------------------------------

    async def subscribe(self, address: NodeAddress) -> CalendarRef:
        """Subscribe to a calendar, and fetch it. Raises RefusalError or UserError with the reason."""
        if "@" not in address.service:  # a person's own calendars are no service (XEP-0163)
            await self._require_service(address.service)
        ref = await self._calendars.follow(await self._pubsub.subscribe(address))
        self._services.add(address.service)
        await self._fetch.all(ref)
        return ref

    async def _require_service(self, service: str) -> None:
        try:
            if await self._pubsub.is_service(service):
                return
        except RefusalError as error:
            if error.cause in (Cause.UNREACHABLE, Cause.TEMPORARY):
                raise
        raise UserError(_("{service} is no calendar service.").format(service=service), field="uri")

    async def unsubscribe(self, ref: CalendarRef) -> None:
        """End the subscription, and forget the calendar. Raises RefusalError where the service refuses."""
        calendar = self._store.calendar(ref)
        if calendar is not None:
            self._store.update_calendar(calendar)  # where nothing can be written, the service is not asked either
        if calendar is None or not is_gone(calendar):
            await self._pubsub.unsubscribe(address_of(ref), self._store.subid(ref))
        self._fetch.emptied(ref)
        self._calendars.forget(ref)

    # -- inside -------------------------------------------------------------------------------------------------

    def _spawn(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = self._tasks.spawn(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # one that was cancelled first has not begun its work
        return task

    async def _guarded(self, work: Coroutine[object, object, None]) -> None:
        """Await background work; a refusal there is logged, and the next session tries again."""
        try:
            await work
        except OfflineError:
            pass  # the next session looks at everything anyway
        except StoreError as error:
            self._miss(error)
        except UserError as error:
            log.info("%s: %s", self._session.login.jid, error)


async def _together(*works: Coroutine[object, object, None]) -> None:
    """Run all beside each other. Where one fails, or this is cancelled, none goes on."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
