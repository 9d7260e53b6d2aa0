"""The list of calendars: which are followed, which wait for their owner, which are gone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _

from c42desktop.calendar.changes import removed_calendar
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, ItemRef
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.update import OnUpdate, Update, address_of
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError

log = logging.getLogger(__name__)


class Calendars:
    """The calendars of one account. `followed` are the nodes whose events count."""

    def __init__(
        self, account: str, pubsub: PubSub, store: Store, now: Callable[[], datetime], on_update: OnUpdate
    ) -> None:
        self._account = account
        self._pubsub = pubsub
        self._store = store
        self._now = now
        self._on_update = on_update
        self.followed: set[NodeAddress] = set()
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

    def is_active(self, ref: CalendarRef) -> bool:
        """Whether there is anything to fetch: not where we wait for the owner, nor where it is gone."""
        calendar = self._store.calendar(ref)
        return calendar is not None and calendar.state in (CalendarState.ACTIVE, CalendarState.UNREACHABLE)

    async def follow(self, subscription: Subscription) -> CalendarRef:
        """Have the calendar of a subscription in the list, with the title that its service gives it now."""
        ref = self.ref(subscription.address)
        await self.read_metadata(ref, add=True)
        self.followed.add(subscription.address)
        self._store.set_subid(ref, subscription.subid)
        self.set_state(ref, CalendarState.PENDING if subscription.state == "pending" else CalendarState.ACTIVE)
        return ref

    async def read_metadata(self, ref: CalendarRef, *, add: bool = False) -> None:
        """Take over title and description; `add` the calendar to the list where it is not in it."""
        title, description = "", ""
        try:
            node = await self._pubsub.metadata(address_of(ref))
            title, description = node.title, node.description
        except RefusalError as error:
            log.info("%s tells nothing about %s: %s", ref.service, ref.node, error.condition)
        calendar = self._store.calendar(ref)
        if calendar is None and add:
            self._store.add_calendar(ref, title or ref.node, description)
        elif calendar is None or not title or (calendar.title, calendar.description) == (title, description):
            return
        else:
            self._store.update_calendar(replace(calendar, title=title, description=description))
        self._on_update(Update(calendars=True))

    def set_state(self, ref: CalendarRef, state: CalendarState, problem: str = "") -> None:
        """Where the subscription stands; `problem` says why it is not active."""
        calendar = self._store.calendar(ref)
        if state is CalendarState.PENDING:
            problem = _("Waiting for the owner to let you in.")
        if calendar is not None and (calendar.state, calendar.problem) != (state, problem):
            self._store.update_calendar(replace(calendar, state=state, problem=problem))
            self._on_update(Update(calendars=True))

    def refused(self, ref: CalendarRef, error: RefusalError) -> None:
        """A request about the calendar was refused."""
        if error.cause is Cause.GONE:
            self.end(ref, str(error))
        elif error.cause is Cause.PENDING:
            self.set_state(ref, CalendarState.PENDING)
        else:
            self.set_state(ref, CalendarState.UNREACHABLE, str(error))

    def end(self, ref: CalendarRef, problem: str) -> None:
        """The calendar is gone or closed to us: it stays in the list, empty, and says why."""
        self.followed.discard(address_of(ref))
        calendar = self._store.calendar(ref)
        if calendar is None or is_gone(calendar):
            return
        ids = list(self._store.digests(ref))
        with self._store.transaction():
            self._store.update_calendar(replace(calendar, state=CalendarState.REMOVED, problem=problem))
            self._store.set_synced(ref, synced=False)  # should it come back, what is in it is no news
            told = self._store.remove_items(ref, ids, [removed_calendar(ref, calendar.title, self._now())])
        self._on_update(Update(items=tuple(ItemRef(ref, i) for i in ids), changes=tuple(told), calendars=True))

    def forget(self, ref: CalendarRef) -> None:
        """The person does not want it any more."""
        ids = list(self._store.digests(ref))
        self.followed.discard(address_of(ref))
        self._store.remove_calendar(ref)
        self._on_update(Update(items=tuple(ItemRef(ref, i) for i in ids), calendars=True))


def is_gone(calendar: Calendar) -> bool:
    """Whether the calendar is in the list only to say that it is gone."""
    return calendar.state is CalendarState.REMOVED
