"""The list of calendars: which are followed, which wait for their owner, which are gone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar.changes import moved_calendar, removed_calendar, shared_calendar, withdrawn_calendar
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Change, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.store import instants
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.store.unsent import Unsent
from c42desktop.sync.update import OnUpdate, Update, address_of
from c42desktop.xmpp.address import NodeAddress, parse_successor
from c42desktop.xmpp.introduction import PERSONAL_NODES
from c42desktop.xmpp.pubsub import Node, PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError, moved

log = logging.getLogger(__name__)


class Calendars:
    """The calendars of one account. `followed` are the nodes whose events count, `collections` those that bring us
    the events of the nodes in them (XEP-0248). `wanted`, `unwanted` and `announced` tell what we do from what
    is done for us.
    `on_moved` is told of a calendar whose service has another node for it.
    """

    def __init__(
        self,
        account: str,
        pubsub: PubSub,
        store: Store,
        now: Callable[[], datetime],
        send: OnUpdate,
        on_moved: Callable[[CalendarRef, NodeAddress], None],
    ) -> None:
        self._account = account
        self._pubsub = pubsub
        self._store = store
        self._now = now
        self._send = send
        self._on_moved = on_moved
        self.endings = 0  # how many calendars have ended or been left so far
        self._ended: dict[CalendarRef, int] = {}  # the last ending of each
        self.followed: set[NodeAddress] = set()
        self.collections: dict[NodeAddress, frozenset[NodeAddress]] = {}
        self.wanted: set[NodeAddress] = set()  # those that are being subscribed to here
        self.unwanted: set[NodeAddress] = set()  # those that are being left here
        self.announced: set[NodeAddress] = set()  # those of which a service said by itself that they are ours now
        self.start_over()

    def start_over(self) -> None:
        """Follow what the store has: at the start, and when it is a new one. The next look follows the others."""
        try:
            self.followed = {address_of(calendar.ref) for calendar in self.all() if not is_gone(calendar)}
        except StoreError:
            self.followed = set()

    def all(self, service: str = "") -> list[Calendar]:
        """Those at one service, or all."""
        return [each for each in self._store.calendars(self._account) if service in ("", each.ref.service)]

    def ref(self, address: NodeAddress) -> CalendarRef:
        """The calendar at `address`, as this account reads it."""
        return CalendarRef(self._account, address.service, address.node)

    def subid(self, ref: CalendarRef) -> str:
        """The id that the service knows our subscription by, if it gave one out."""
        return self._store.subid(ref)

    def is_active(self, ref: CalendarRef) -> bool:
        """Whether there is anything to fetch: not where we wait for the owner, nor where it is gone."""
        calendar = self._store.calendar(ref)
        return calendar is not None and calendar.state in (CalendarState.ACTIVE, CalendarState.UNREACHABLE)

    def collection_of(self, address: NodeAddress) -> NodeAddress | None:
        """The collection that brings us the events of a node, if one does."""
        return next((each for each, leaves in self.collections.items() if address in leaves), None)

    def forget_collections(self, service: str, *, except_for: Container[NodeAddress]) -> None:
        """We are subscribed to no other collections at a service any more."""
        for address in [each for each in self.collections if each.service == service and each not in except_for]:
            del self.collections[address]

    def is_listed(self, ref: CalendarRef) -> bool:
        """Whether the calendar is in the list, and not only to say that it is gone."""
        calendar = self._store.calendar(ref)
        return calendar is not None and not is_gone(calendar)

    def ended_since(self, ref: CalendarRef, asked: int) -> bool:
        """Whether the calendar was left or has ended since a service was asked, when `endings` was `asked`."""
        return self._ended.get(ref, 0) > asked

    @contextmanager
    def wanting(self, address: NodeAddress) -> Iterator[None]:
        """A calendar is subscribed to here: whoever finds it in a list meanwhile finds nothing new."""
        self.wanted.add(address)
        try:
            yield
        finally:
            self.wanted.discard(address)

    @contextmanager
    def leaving(self, address: NodeAddress) -> Iterator[None]:
        """A calendar is left here: that its subscription ends meanwhile is nobody else's doing."""
        self.unwanted.add(address)
        try:
            yield
        finally:
            self.unwanted.discard(address)

    def was_listed(self, service: str) -> bool:
        """Whether a service has told all our subscriptions before: what it tells for the first time is no news."""
        return instants.read(self._store.db, instants.listed(self._account, service)) is not None

    def note_listed(self, service: str) -> None:
        """A service has told all our subscriptions, and with them which of those that it announced there are."""
        self.announced = {each for each in self.announced if each.service != service}
        if not self.was_listed(service):
            instants.write(self._store.db, instants.listed(self._account, service), self._now())

    async def follow(self, subscription: Subscription, asked: int, *, shared: bool = False) -> CalendarRef:
        """Have the calendar of a subscription in the list, with the title that its service gives it now.

        That is told where the calendar is new in it, and somebody `shared` it with us.

        Of a collection, the calendars in it are in the list, and it is not. `asked` is what `endings` was when the
        service was asked: what has ended since then stays ended (C-SYNC-04).
        """
        ref = self.ref(subscription.address)
        node = await self._described(ref)
        if node is None or self.ended_since(ref, asked):
            return ref
        if node.collection:
            await self._follow_collection(subscription.address)
            return ref
        self._add(ref, node, shared=shared and subscription.address not in self.wanted)
        self.followed.add(subscription.address)
        self.announced.discard(subscription.address)
        self._store.set_subid(ref, subscription.subid)
        self.set_state(ref, CalendarState.PENDING if subscription.state == "pending" else CalendarState.ACTIVE)
        return ref

    async def _follow_collection(self, collection: NodeAddress) -> None:
        try:
            leaves = await self._pubsub.leaves(collection)
        except RefusalError as error:
            log.info("%s does not tell what is in %s: %s", collection.service, collection.node, error)
            return
        self.collections[collection] = frozenset(leaf.address for leaf in leaves)
        for leaf in leaves:
            ref = self.ref(leaf.address)
            self._add(ref, replace(leaf, title=leaf.title or ref.node), shared=False)
            self.followed.add(leaf.address)
            self.set_state(ref, CalendarState.ACTIVE)

    async def read_metadata(self, ref: CalendarRef) -> None:
        """Take over title and description."""
        node = await self._described(ref)
        if node is not None and self._take_over(ref, node):
            self._send(Update(calendars=True))

    async def read_subid(self, ref: CalendarRef) -> None:
        """Take over the id that the service knows our subscription by now (XEP-0060 §6.1.6). Raises RefusalError."""
        listed = await self._pubsub.subscriptions(ref.service, ref.node)
        self._store.set_subid(ref, next((each.subid for each in listed if each.address == address_of(ref)), ""))

    async def _described(self, ref: CalendarRef) -> Node | None:
        """What is told of a calendar; None where it is not there, and nobody here has heard of it: ejabberd lists what
        we are subscribed to at our own account among the subscriptions at its service too."""
        address = address_of(ref)
        try:
            return await self._pubsub.metadata(address)
        except RefusalError as error:
            log.info("%s tells nothing about %s: %s", ref.service, ref.node, error.condition)
            unheard = address not in self.wanted and not self.is_listed(ref)
            return None if error.cause is Cause.GONE and unheard else Node(address)

    def _add(self, ref: CalendarRef, node: Node, *, shared: bool) -> None:
        """Have a calendar in the list, and tell it where it was `shared` and is new."""
        told: list[Change] = []
        with self._store.transaction():
            is_new = not self.is_listed(ref)
            calendar = self._store.calendar(ref)
            if calendar is None:
                self._store.add_calendar(ref, self._title(ref, node) or ref.node, node.description)
            changed = self._take_over(ref, node) or calendar is None
            if shared and is_new and (calendar := self._store.calendar(ref)) is not None:
                told = self._store.remove_items(ref, [], [shared_calendar(ref, calendar.title, self._now())])
        if changed or told:
            self._send(Update(changes=tuple(told), calendars=True))

    def _title(self, ref: CalendarRef, node: Node) -> str:
        return node.title if node.title != ref.node else _personal_title(ref) or node.title

    def _take_over(self, ref: CalendarRef, node: Node) -> bool:
        """Take over what is told of a node. What is not told takes nothing back: an item may have said it."""
        title, calendar = self._title(ref, node), self._store.calendar(ref)
        if calendar is None:
            return False
        title = title if title != ref.node else ""
        description = node.description or calendar.description
        known = replace(calendar, title=title or calendar.title, description=description)
        if known != calendar:
            self._store.update_calendar(known)
        return known != calendar

    def set_state(self, ref: CalendarRef, state: CalendarState, problem: str = "") -> None:
        """Where the subscription stands; `problem` says why it is not active."""
        calendar = self._store.calendar(ref)
        if state is CalendarState.PENDING:
            problem = _("Waiting for the owner to let you in.")
        if calendar is not None and (calendar.state, calendar.problem) != (state, problem):
            self._store.update_calendar(replace(calendar, state=state, problem=problem))
            self._send(Update(calendars=True))

    def refused(self, ref: CalendarRef, error: RefusalError) -> None:
        """A request about the calendar was refused."""
        if error.cause is Cause.GONE:
            self.gone(ref, str(error), error.moved_to)
        elif error.cause is Cause.PENDING:
            self.set_state(ref, CalendarState.PENDING)
        elif error.shuts_out and self._store.is_synced(ref):
            self._shut_out(ref, str(error))
        else:
            self.set_state(ref, CalendarState.UNREACHABLE, str(error))

    def gone(self, ref: CalendarRef, problem: str, moved_to: str = "") -> None:
        """The node is gone. Its successor at the same service is followed; to another place, a person decides."""
        successor = parse_successor(moved_to)
        here = isinstance(successor, NodeAddress) and successor.service == ref.service and successor.node != ref.node
        if isinstance(successor, NodeAddress) and here and address_of(ref) in self.followed:
            self._unfollow(ref)
            self._on_moved(ref, successor)
        else:
            self.end(ref, moved(moved_to) or problem)

    def move(self, old: CalendarRef, new: CalendarRef) -> None:
        """The calendar is at another node from now on. What is in it there is no news, that it moved is."""
        calendar = self._store.calendar(old)
        if calendar is None:
            return
        items = [ItemRef(ref, item_id) for ref in (old, new) for item_id in self._store.digests(old)]
        with self._store.transaction():
            if self._store.calendar(new) is None:
                self._store.move_calendar(old, new)
            else:
                Unsent(self._store.db).move(old, new)
                self._store.remove_calendar(old)
            told = self._store.remove_items(new, [], [moved_calendar(new, calendar.title, self._now())])
        self.followed.add(address_of(new))
        self._send(Update(items=tuple(items), changes=tuple(told), calendars=True))

    def _shut_out(self, ref: CalendarRef, problem: str) -> None:
        """We are let into the calendar no more: what is known of it stays, and that is told once."""
        calendar = self._store.calendar(ref)
        if calendar is None:
            return
        with self._store.transaction():
            self._store.update_calendar(replace(calendar, state=CalendarState.UNREACHABLE, problem=problem))
            self._store.set_synced(ref, synced=False)  # should we be let in again, what happened meanwhile is no news
            told = self._store.remove_items(ref, [], [withdrawn_calendar(ref, calendar.title, self._now())])
        self._send(Update(changes=tuple(told), calendars=True))

    def end(self, ref: CalendarRef, problem: str, *, withdrawn: bool = False) -> None:
        """The calendar is gone, or was `withdrawn` from us: it stays in the list, empty, and says why."""
        self._unfollow(ref)
        calendar = self._store.calendar(ref)
        if calendar is None or is_gone(calendar):
            return
        ids = list(self._store.digests(ref))
        with self._store.transaction():
            self._store.update_calendar(replace(calendar, state=CalendarState.REMOVED, problem=problem))
            self._store.set_synced(ref, synced=False)  # should it come back, what is in it is no news
            make = withdrawn_calendar if withdrawn else removed_calendar
            told = self._store.remove_items(ref, ids, [make(ref, calendar.title, self._now())])
        self._send(Update(items=tuple(ItemRef(ref, i) for i in ids), changes=tuple(told), calendars=True))

    def forget(self, ref: CalendarRef) -> None:
        """The person does not want it any more."""
        ids = list(self._store.digests(ref))
        self._unfollow(ref)
        self._store.remove_calendar(ref)
        self._send(Update(items=tuple(ItemRef(ref, i) for i in ids), calendars=True))

    def _unfollow(self, ref: CalendarRef) -> None:
        self.followed.discard(address_of(ref))
        self.endings += 1
        self._ended[ref] = self.endings


def _personal_title(ref: CalendarRef) -> str:
    """What a personal agenda is called where its owner has given it no name."""
    if ref.node not in PERSONAL_NODES:
        return ""
    return _("Personal") if ref.service == ref.account else _("Personal calendar of {owner}").format(owner=ref.service)


def is_gone(calendar: Calendar) -> bool:
    """Whether the calendar is in the list only to say that it is gone."""
    return calendar.state is CalendarState.REMOVED
