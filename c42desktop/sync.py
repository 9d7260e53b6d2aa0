"""From the server to the store: pushes, and a look at everything at each new session.

A push says at once what changed; the look finds what no push told of. Both end in the same place: the store's
transaction that writes the item, its events and the Change to tell.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from gettext import gettext as _

from c42desktop.calendar import payloads
from c42desktop.calendar.changes import compare, emptied_calendar, removed_calendar
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Change, Event, ItemRef
from c42desktop.calendar.recurrence import next_occurrence
from c42desktop.errors import UserError
from c42desktop.reconcile import Drop, reconcile
from c42desktop.store.store import Store, StoredItem
from c42desktop.tasks import Tasks
from c42desktop.xmpp import events, trust
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.session import Session

log = logging.getLogger(__name__)

BATCH = 25  # items between two turns of the event loop, so that the window stays alive


@dataclass(frozen=True, slots=True)
class Update:
    """What one push, or one step of a look at everything, brought.

    `items` are those whose rows are to be drawn anew. `calendars` tells that the list of calendars or one of their
    titles changed. `synced` comes once per session, when everything was looked at; `problem` is then a sentence for
    the person where the account has no calendars to look at.
    """

    items: tuple[ItemRef, ...] = ()
    changes: tuple[Change, ...] = ()
    calendars: bool = False
    synced: bool = False
    problem: str = ""


class Sync:
    """One account's calendars. `now` gives the instant (aware); `on_update` gets every Update."""

    def __init__(
        self,
        session: Session,
        pubsub: PubSub,
        store: Store,
        *,
        now: Callable[[], datetime],
        on_update: Callable[[Update], None],
    ) -> None:
        self._session = session
        self._pubsub = pubsub
        self._store = store
        self._now = now
        self._on_update = on_update
        self._tasks = Tasks()
        self._pushed: dict[NodeAddress, set[str]] = {}  # ids pushed while their node is being fetched
        self._followed = {_address(c.ref) for c in store.calendars(session.login.jid)}

    async def stop(self) -> None:
        """Stop whatever is going on."""
        await self._tasks.cancel()

    # -- pushes -------------------------------------------------------------------------------------------------

    def push(self, message: ET.Element) -> None:
        """A message with a pubsub event came in."""
        for event in self._trusted(message):
            self._apply(event)

    def _trusted(self, message: ET.Element) -> list[events.Event]:
        sender = message.get("from", "")
        for node in events.nodes_of(message):
            if not trust.accepts_event(
                sender=sender,
                recipient=message.get("to", ""),
                kind=message.get("type", "normal"),
                node=node,
                own=self._session.jid,
                followed=self._followed,
            ):
                log.info("Ignored an event from %s about a calendar that is not followed there", sender or "nobody")
                return []
        return events.parse(message, sender or self._session.login.jid)

    def _apply(self, event: events.Event) -> None:
        ref = self._ref(event.source)
        match event:
            case events.Published(source, item_id, payload):
                self._note_push(source, item_id)
                if payload is None:
                    self._tasks.spawn(self._guarded(self._fetch_one(ref, item_id)))
                else:
                    self._tell(self._put(ref, item_id, payload), ref, item_id)
            case events.Retracted(source, item_id):
                self._note_push(source, item_id)
                self._tell(self._drop(ref, item_id), ref, item_id)
            case events.Purged():
                self._empty(ref)
            case events.Deleted():
                self._end(ref, _("This calendar was deleted by its owner."))
            case events.SubscriptionChanged(_source, state):
                self._subscription_changed(ref, state)
            case events.Configured():
                self._tasks.spawn(self._guarded(self._read_metadata(ref)))
            case events.Touched():
                self._tasks.spawn(self._guarded(self._fetch_all(ref)))

    def _note_push(self, source: NodeAddress, item_id: str) -> None:
        if source in self._pushed:
            self._pushed[source].add(item_id)

    def _tell(self, changes: Sequence[Change] | None, ref: CalendarRef, item_id: str) -> None:
        if changes is not None:
            self._on_update(Update(items=(ItemRef(ref, item_id),), changes=tuple(changes)))

    def _empty(self, ref: CalendarRef) -> None:
        ids = list(self._store.digests(ref))
        calendar = self._store.calendar(ref)
        if ids and calendar:
            change = emptied_calendar(ref, calendar.title, self._now())
            told = self._store.remove_items(ref, ids, [change])
            self._on_update(Update(items=tuple(ItemRef(ref, i) for i in ids), changes=tuple(told)))

    def _end(self, ref: CalendarRef, problem: str) -> None:
        """The calendar is gone or closed to us: it stays in the list, empty, and says why."""
        calendar = self._store.calendar(ref)
        if calendar is None or calendar.state is CalendarState.REMOVED:
            return
        ids = list(self._store.digests(ref))
        with self._store.transaction():
            self._store.update_calendar(replace(calendar, state=CalendarState.REMOVED, problem=problem))
            told = self._store.remove_items(ref, ids, [removed_calendar(ref, calendar.title, self._now())])
        self._on_update(Update(items=tuple(ItemRef(ref, i) for i in ids), changes=tuple(told), calendars=True))

    def _subscription_changed(self, ref: CalendarRef, state: str) -> None:
        if state == "none":
            self._end(ref, _("The owner of this calendar ended your access."))
        elif state == "subscribed":
            self._set_state(ref, CalendarState.ACTIVE)
            self._tasks.spawn(self._guarded(self._fetch_all(ref)))

    # -- a look at everything -----------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Look at everything; the updates come one by one, the last of them with `synced`."""
        self._tasks.spawn(self._guarded(self._catch_up()))

    async def _catch_up(self) -> None:
        problem = ""
        try:
            services = await self._services()
            for service in services:
                await self._guarded(self._look_at_subscriptions(service))
            for calendar in self._store.calendars(self._session.login.jid):
                if calendar.state in (CalendarState.ACTIVE, CalendarState.UNREACHABLE):
                    await self._guarded(self._fetch_all(calendar.ref))
            if not services:
                sentence = _(
                    "{domain} has no calendar service. Ask its administrator, or add a calendar by its address."
                )
                problem = sentence.format(domain=self._session.login.domain)
        except RefusalError as error:
            problem = str(error)
        self._on_update(Update(synced=True, problem=problem))

    async def _services(self) -> list[str]:
        known = [calendar.ref.service for calendar in self._store.calendars(self._session.login.jid)]
        try:
            found = await self._pubsub.services()
        except RefusalError as error:
            log.info("%s does not list its services: %s", self._session.login.domain, error.condition)
            found = []
        return list(dict.fromkeys([*known, *found]))

    async def _look_at_subscriptions(self, service: str) -> None:
        """Make our list equal to the service's, and subscribe again where it has forgotten us (C-SUB-06, C-SUB-15)."""
        try:
            listed = {s.address: s for s in await self._pubsub.subscriptions(service)}
        except RefusalError as error:
            if error.cause is not Cause.UNSUPPORTED:
                raise
            listed = {}
        for subscription in listed.values():
            if subscription.state in ("subscribed", "pending"):
                await self._follow(subscription)
        for calendar in self._store.calendars(self._session.login.jid):
            address = _address(calendar.ref)
            if address.service == service and address not in listed and calendar.state is not CalendarState.REMOVED:
                await self._subscribe_again(calendar)

    async def _subscribe_again(self, calendar: Calendar) -> None:
        try:
            await self._follow(await self._pubsub.subscribe(_address(calendar.ref)))
        except RefusalError as error:
            self._refused(calendar.ref, error)

    async def _follow(self, subscription: Subscription) -> CalendarRef:
        """Have the calendar of a subscription in our list, with its title."""
        ref = self._ref(subscription.address)
        known = self._store.calendar(ref)
        if known is None:
            title, description = subscription.address.node, ""
            try:
                node = await self._pubsub.metadata(subscription.address)
                title, description = node.title, node.description
            except RefusalError as error:
                log.info("%s tells nothing about %s: %s", ref.service, ref.node, error.condition)
            self._store.add_calendar(ref, title, description)
        self._followed.add(subscription.address)
        self._store.set_subid(ref, subscription.subid)
        pending = subscription.state == "pending"
        self._set_state(ref, CalendarState.PENDING if pending else CalendarState.ACTIVE, announce=known is None)
        return ref

    def _set_state(self, ref: CalendarRef, state: CalendarState, problem: str = "", *, announce: bool = False) -> None:
        calendar = self._store.calendar(ref)
        if calendar is None:
            return
        if state is CalendarState.PENDING:
            problem = _("Waiting for the owner to let you in.")
        if (calendar.state, calendar.problem) != (state, problem):
            self._store.update_calendar(replace(calendar, state=state, problem=problem))
            announce = True
        if announce:
            self._on_update(Update(calendars=True))

    def _refused(self, ref: CalendarRef, error: RefusalError) -> None:
        if error.cause is Cause.GONE:
            self._end(ref, str(error))
        else:
            self._set_state(ref, CalendarState.UNREACHABLE, str(error))

    async def _read_metadata(self, ref: CalendarRef) -> None:
        node = await self._pubsub.metadata(_address(ref))
        calendar = self._store.calendar(ref)
        if calendar and (calendar.title, calendar.description) != (node.title, node.description):
            self._store.update_calendar(replace(calendar, title=node.title, description=node.description))
            self._on_update(Update(calendars=True))

    # -- items --------------------------------------------------------------------------------------------------

    async def _fetch_one(self, ref: CalendarRef, item_id: str) -> None:
        """The item of a push that came without its payload (C-PUBSUB-05)."""
        fetched = await self._pubsub.items(_address(ref), [item_id])
        payload = dict(fetched.items).get(item_id)
        if payload is not None:
            self._tell(self._put(ref, item_id, payload), ref, item_id)

    async def _fetch_all(self, ref: CalendarRef) -> None:
        address = _address(ref)
        self._pushed[address] = set()
        try:
            fetched = await self._pubsub.items(address)
            found = {item_id: payload for item_id, payload in fetched.items if payload is not None}
            digests = {item_id: digest_of(payload) for item_id, payload in found.items()}
            known = self._store.digests(ref)
            actions = list(reconcile(known, digests, self._pushed[address], complete=fetched.complete))
            drops = [action.item_id for action in actions if isinstance(action, Drop)]
            puts = [action.item_id for action in actions if not isinstance(action, Drop)]
            for ids in _batches(puts):
                self._write(ref, ids, lambda item_id: self._put(ref, item_id, found[item_id]))
                await asyncio.sleep(0)
            for ids in _batches(drops):
                self._write(ref, ids, lambda item_id: self._drop(ref, item_id, evicted=True))
                await asyncio.sleep(0)
            if fetched.complete:
                self._store.set_synced(ref)
            self._set_state(ref, CalendarState.ACTIVE)
        except RefusalError as error:
            self._refused(ref, error)
        finally:
            self._pushed.pop(address, None)

    def _write(self, ref: CalendarRef, ids: Sequence[str], write: Callable[[str], Sequence[Change] | None]) -> None:
        """Write several items in one transaction, and tell of them in one Update."""
        changes: list[Change] = []
        with self._store.transaction():
            for item_id in ids:
                # What was pushed while earlier batches were written is newer than what was fetched.
                if item_id not in self._pushed.get(_address(ref), ()):
                    changes.extend(write(item_id) or ())
        self._on_update(Update(items=tuple(ItemRef(ref, item_id) for item_id in ids), changes=tuple(changes)))

    def _put(self, ref: CalendarRef, item_id: str, payload: ET.Element) -> list[Change] | None:
        """Write an item. None where it is what we have, in whatever spelling (C-PUBSUB-03)."""
        item = ItemRef(ref, item_id)
        digest = digest_of(payload)
        known = self._store.item(item)
        if known is not None and known.digest == digest:
            return None
        decoded = payloads.decode(payload, item_id)
        changes: Iterable[Change] = ()
        if self._store.is_synced(ref):  # the first look at a calendar is no news
            changes = compare(ref, item_id, known.events if known else (), decoded, self._now())
        raw = ET.tostring(payload, encoding="unicode")
        return self._store.put_item(StoredItem(item, raw, digest, decoded), changes)

    def _drop(self, ref: CalendarRef, item_id: str, *, evicted: bool = False) -> list[Change] | None:
        """Forget an item. A full node drops its past items silently: that is no cancellation (C-SYNC-11)."""
        known = self._store.item(ItemRef(ref, item_id))
        if known is None:
            return None
        changes: Iterable[Change] = ()
        if not evicted or self._is_upcoming(known.events):
            changes = compare(ref, item_id, known.events, (), self._now())
        return self._store.remove_items(ref, [item_id], changes)

    def _is_upcoming(self, known: Sequence[Event]) -> bool:
        now = self._now()
        return next_occurrence(known, now, now.tzinfo) is not None if now.tzinfo else False

    # -- what a person asks for ---------------------------------------------------------------------------------

    async def subscribe(self, address: NodeAddress) -> CalendarRef:
        """Subscribe to a calendar, and fetch it. Raises RefusalError or UserError with the reason."""
        own = address.service == self._session.login.jid
        if not own and "@" not in address.service and not await self._pubsub.is_service(address.service):
            raise UserError(_("{service} is no calendar service.").format(service=address.service), field="uri")
        ref = await self._follow(await self._pubsub.subscribe(address))
        calendar = self._store.calendar(ref)
        if calendar and calendar.state is CalendarState.ACTIVE:
            await self._fetch_all(ref)
        return ref

    async def unsubscribe(self, ref: CalendarRef) -> None:
        """End the subscription, and forget the calendar. Raises RefusalError where the service refuses."""
        calendar = self._store.calendar(ref)
        if calendar is None or calendar.state is not CalendarState.REMOVED:
            await self._pubsub.unsubscribe(_address(ref), self._store.subid(ref))
        ids = list(self._store.digests(ref))
        self._followed.discard(_address(ref))
        self._store.remove_calendar(ref)
        self._on_update(Update(items=tuple(ItemRef(ref, i) for i in ids), calendars=True))

    # -- inside -------------------------------------------------------------------------------------------------

    def _ref(self, address: NodeAddress) -> CalendarRef:
        return CalendarRef(self._session.login.jid, address.service, address.node)

    async def _guarded(self, work: object) -> None:
        """Await background work; a refusal there is logged, and the next session tries again."""
        try:
            await work  # type: ignore[misc]
        except UserError as error:
            log.info("%s: %s", self._session.login.jid, error)


def digest_of(payload: ET.Element) -> bytes:
    """A digest of the content: the same for other prefixes, attribute orders and indentation (C-PUBSUB-03)."""
    text = ET.tostring(payload, encoding="unicode")
    canonical = ET.canonicalize(text, strip_text=True, rewrite_prefixes=True)
    return hashlib.sha256(canonical.encode()).digest()


def _address(ref: CalendarRef) -> NodeAddress:
    return NodeAddress(ref.service, ref.node)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
