"""The way in: pushes, the look at everything at each new session, and what a person asks for."""

from __future__ import annotations

import asyncio
import logging
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable, Coroutine
from datetime import datetime

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.anew import Anew
from c42desktop.sync.calendars import Calendars, is_gone
from c42desktop.sync.fetch import Fetcher
from c42desktop.sync.incoming import Incoming
from c42desktop.sync.items import Items
from c42desktop.sync.leases import Leases
from c42desktop.sync.look import Looks
from c42desktop.sync.meter import Meter
from c42desktop.sync.once import Once
from c42desktop.sync.pushes import Pushes
from c42desktop.sync.update import OnUpdate, Outbox, Update, address_of
from c42desktop.tasks import Tasks
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from c42desktop.xmpp.session import Session

log = logging.getLogger(__name__)

STORE_AGAIN = (0.2, 1.0, 5.0, 20.0, 60.0)  # the same while the store cannot be written; the last for ever
PASSING = 2  # so many failures in a row pass by themselves, and are not worth a sentence
LOOK_AGAIN = (5.0, 20.0, 60.0, 300.0)  # seconds between two looks while somebody does not answer
EVERY = 1800.0  # seconds between two looks otherwise: servers forget and delete without a word
MOST_NAMED = 10  # calendars of a collection, in one sentence


class Sync:
    """One account's calendars. `now` gives the instant (aware); `on_update` gets every Update.

    Everything is looked at again `every` so many seconds, give or take a fifth by `chance` (from 0 to 1), so that a
    crowd spreads out.
    """

    def __init__(
        self,
        session: Session,
        pubsub: PubSub,
        store: Store,
        *,
        now: Callable[[], datetime],
        on_update: OnUpdate,
        every: float = EVERY,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._session = session
        self._pubsub = pubsub
        self._store = store
        self._on_update = on_update
        self._every = every
        self._chance = chance
        self._tasks = Tasks()
        self._cut_off = True  # whether something was not looked at because the connection was lost
        self._problem = ""  # what the last look had to say
        self._looking: asyncio.Task[None] | None = None
        self._missed = 0  # how often in a row the store did not take something
        self._again: asyncio.TimerHandle | None = None  # the look that makes up for what was missed
        self._outbox = outbox = Outbox(store, on_update)
        meter = Meter(on_update)
        self._leases = Leases(pubsub, self._spawn, now)
        self._calendars = Calendars(session.login.jid, pubsub, store, now, outbox.send, self._moved)
        self._anew = Anew(session.login.jid, store, outbox.send)
        self._items = items = Items(store, self._anew, now, outbox.send)
        self._fetch = Fetcher(pubsub, store, items, self._calendars, meter, self.settled)
        self._looks = Looks(
            session.login.jid,
            session.login.domain,
            pubsub,
            self._calendars,
            self._fetch,
            self._leases,
            meter,
            lambda: session.presences.is_elsewhere(session.jid.resource),
        )
        incoming = Incoming(
            session,
            self._calendars,
            items,
            self._fetch,
            self._leases,
            services=self._looks.services,
            once=Once(self._spawn),
            look_for_new=self._looks.for_new,
        )
        self._pushes = Pushes(incoming.steps, outbox.batch, self._miss, self._tasks)

    def start(self) -> None:
        """Bring what the store has up to date with the program; it needs no connection."""
        self._spawn(self._anew.read())

    async def stop(self) -> None:
        """Stop whatever is going on."""
        self._cancel_again()
        await self._tasks.cancel()

    def push(self, message: ET.Element) -> None:
        """A message with a pubsub event came in. It is worked off after those that came before."""
        self._pushes.add(message)

    async def settled(self) -> None:
        """Wait until all pushes that have come are worked off."""
        await self._pushes.settled()

    def learned(self, ref: CalendarRef, item_id: str, payload: ET.Element | None, publisher: str) -> None:
        """Somebody here has asked for one item, no push is newer, and no look may have found it yet: what others made
        of it is told. Without a payload, it is not there. Raises StoreError."""
        with self._outbox.batch():
            self._fetch.pushed(ref, item_id)
            if payload is None:
                self._items.drop(ref, [item_id])
            else:
                self._items.put(ref, [(item_id, payload)], by=publisher)

    # -- a look at everything -----------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """A new session: look at everything. The updates come one by one, the last of them with `synced`.

        A look that is still under way belongs to a session that is over, and ends without `synced`.
        """
        self._cancel_again()
        if self._looking is not None:
            self._looking.cancel()
        self._cut_off = False
        self._looking = self._spawn(self._keep_looking())

    def resumed(self) -> None:
        """The stream goes on where it was lost: pushes were kept for us, but not what we were asking for."""
        if self._cut_off:
            self.catch_up()
        else:
            self._on_update(Update(synced=True, problem=self._problem))

    async def _keep_looking(self) -> None:
        """Look, and look again: soon where somebody did not answer, as a server that has just been started takes
        sign-ins before its services run; else after a longer time."""
        again = iter(LOOK_AGAIN)
        while True:
            await self._looks.everywhere()
            self._missed = 0
            self._problem = ""
            if not self._looks.services and self._looks.complete:
                sentence = _("{domain} has no calendar service. Ask its administrator, or add one by its address.")
                self._problem = sentence.format(domain=self._session.login.domain)
            self._on_update(Update(synced=True, problem=self._problem))
            unreachable = any(each.state is CalendarState.UNREACHABLE for each in self._calendars.all())
            pause = self._every * (0.8 + 0.4 * self._chance())
            if self._looks.complete and not unreachable:
                again = iter(LOOK_AGAIN)
            else:
                pause = min(pause, next(again, pause))
            await asyncio.sleep(pause)

    # -- a store that fails -------------------------------------------------------------------------------------

    def start_over(self) -> None:
        """The store is a new one: what is under way does not count, and everything is looked at."""
        self._fetch.start_over()
        self._calendars.start_over()
        self.catch_up()

    def _miss(self, error: StoreError) -> None:
        """The store did not take something: a look at everything finds it."""
        if self._again is not None:
            return
        if self._missed == PASSING:
            self._on_update(Update(problem=str(error)))
        pause = STORE_AGAIN[min(self._missed, len(STORE_AGAIN) - 1)]
        self._missed += 1
        self._look_in(pause, error)

    def _look_in(self, pause: float, why: UserError) -> None:
        """Look at everything again after a while: something was missed."""
        log.info("%s: looking at everything again in %g s: %s", self._session.login.jid, pause, why)
        if self._again is None:
            self._again = asyncio.get_running_loop().call_later(pause, self.catch_up)

    def _cancel_again(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None

    # -- a calendar at another node -----------------------------------------------------------------------------

    def _moved(self, ref: CalendarRef, successor: NodeAddress) -> None:
        self._spawn(self._follow_to(ref, successor))

    async def _follow_to(self, ref: CalendarRef, successor: NodeAddress) -> None:
        """The service has another node for a calendar: subscribe there, and have it take the place (C-PUBSUB-09)."""
        asked, new = self._calendars.endings, self._calendars.ref(successor)
        try:
            with self._calendars.wanting(successor):
                subscription = await self._pubsub.subscribe(successor)
        except (OfflineError, RefusalError) as error:
            if isinstance(error, RefusalError) and error.cause not in (Cause.UNREACHABLE, Cause.TEMPORARY):
                self._calendars.end(ref, str(error))
                return
            self._calendars.move(ref, new)  # the next look subscribes
            raise
        self._calendars.move(ref, new)
        await self._fetch.all(await self._looks.follow(subscription, asked))

    # -- what a person asks for ---------------------------------------------------------------------------------

    async def subscribe(self, address: NodeAddress) -> CalendarRef:
        """Subscribe to a calendar, and fetch it. Raises RefusalError or UserError with the reason."""
        if "@" not in address.service:  # a person's own calendars are no service (XEP-0163)
            await self._require_service(address.service)
        await self._require_leaf(address)
        asked = self._calendars.endings
        with self._calendars.wanting(address):
            ref = await self._looks.follow(await self._pubsub.subscribe(address), asked)
        self._looks.services.add(address.service)
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

    async def _require_leaf(self, address: NodeAddress) -> None:
        """A collection has no items; whoever names one is told which calendars are in it."""
        try:
            if not (await self._pubsub.metadata(address)).collection:
                return
        except RefusalError:
            return  # subscribing tells better what is wrong
        inside = ", ".join(leaf.address.uri for leaf in (await self._pubsub.leaves(address))[:MOST_NAMED])
        sentence = _("This is a collection of calendars. Add those that you want: {calendars}")
        raise UserError(sentence.format(calendars=inside or _("there are none in it")), field="uri")

    async def unsubscribe(self, ref: CalendarRef) -> None:
        """End the subscription, and forget the calendar. Raises RefusalError where the service refuses."""
        address, calendar = address_of(ref), self._store.calendar(ref)
        if ref.service == ref.account and calendar is not None and not is_gone(calendar):
            raise UserError(_("This is your own calendar. It can be hidden, not left."))
        if calendar is not None:
            self._store.update_calendar(calendar)  # where nothing can be written, the service is not asked either
        collection = self._calendars.collection_of(address)
        if calendar is None or not is_gone(calendar):
            with self._calendars.leaving(address):
                for subid in await self._subids(ref):
                    await self._pubsub.unsubscribe(address, subid)
        self._leases.drop(address)
        self._fetch.ended(ref)
        self._calendars.forget(ref)
        if collection is not None:  # it would bring the calendar back: the others in it are subscribed to instead
            await self._pubsub.unsubscribe(collection)
            self._spawn(self._looks.for_new(ref.service))

    async def delete(self, ref: CalendarRef) -> None:
        """Delete a calendar of our own at its service, for everybody, and forget it. Raises RefusalError."""
        address = address_of(ref)
        try:
            with self._calendars.leaving(address):
                await self._pubsub.delete(address)
        except RefusalError as error:
            if error.cause is not Cause.GONE:
                raise
        self._leases.drop(address)
        self._fetch.ended(ref)
        self._calendars.forget(ref)

    async def _subids(self, ref: CalendarRef) -> list[str]:
        """Each of our subscriptions by its id: who leaves means all of them (XEP-0060 §6.2.3.1)."""
        known, address = self._store.subid(ref), address_of(ref)
        if not known:
            return [""]
        try:
            listed = await self._pubsub.subscriptions(ref.service, ref.node)
        except RefusalError:
            return [known]
        return list(dict.fromkeys([known, *(each.subid for each in listed if each.address == address)]))

    # -- inside -------------------------------------------------------------------------------------------------

    def _spawn(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = self._tasks.spawn(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # one that was cancelled first has not begun its work
        return task

    async def _guarded(self, work: Coroutine[object, object, None]) -> None:
        """Await background work. What was missed because somebody did not answer, a look soon finds."""
        try:
            await work
        except OfflineError:
            self._cut_off = True  # a new session looks at everything anyway, a resumed stream does so for this
        except StoreError as error:
            self._miss(error)
        except UserError as error:
            self._look_in(LOOK_AGAIN[0], error)
