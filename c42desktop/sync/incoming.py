"""What a pushed message does: its sender checked, its events applied one by one in their order."""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from collections.abc import Callable, Container, Iterator
from functools import partial

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.i18n import gettext as _
from c42desktop.sync.calendars import Calendars
from c42desktop.sync.fetch import Fetcher
from c42desktop.sync.items import Items
from c42desktop.sync.leases import Leases
from c42desktop.sync.once import Once, Work
from c42desktop.sync.pushes import Step
from c42desktop.xmpp import events, trust
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.introduction import PERSONAL_NODES
from c42desktop.xmpp.pubsub import Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.session import Session

log = logging.getLogger(__name__)

MOST_IDS = 100  # items in one request


class Incoming:
    """Says what messages do. `services` are those whose lists of our subscriptions count; `look_for_new` asks one of
    them for the calendars that we do not know yet."""

    def __init__(
        self,
        session: Session,
        calendars: Calendars,
        items: Items,
        fetch: Fetcher,
        leases: Leases,
        *,
        services: Container[str],
        once: Once,
        look_for_new: Callable[[str], Work],
    ) -> None:
        self._session = session
        self._calendars = calendars
        self._items = items
        self._fetch = fetch
        self._leases = leases
        self._services = services
        self._once = once
        self._look_for_new = look_for_new
        self._missing: dict[CalendarRef, list[str]] = {}  # items that were pushed without their payload

    def steps(self, message: ET.Element) -> Iterator[Step]:
        """What a message does: a step for each event or alarm in it."""
        if not self._is_trusted(message):
            self._not_followed(message)
            return
        # Kept for us while we were away, it may be older than what we have fetched since: it says that something
        # happened, not what is true now.
        old = events.is_held_back(message) and not self._session.resumed
        for event in events.parse(message, self._sender(message)):
            yield partial(self._take, event, old=old)

    def _take(self, event: events.Event, *, old: bool) -> None:
        if event.source in self._calendars.collections:
            self._ask_service(event.source.service)  # what it tells of itself is about the nodes in it
        elif old and not isinstance(event, events.Alarm):
            self._look_at(event)
        else:
            self._apply(event, self._calendars.ref(event.source))

    def _look_at(self, event: events.Event) -> None:
        """Ask what is true of the calendar of an event."""
        if isinstance(event, events.SubscriptionChanged):
            self._ask_service(event.source.service)
        self._ask_for_all(self._calendars.ref(event.source))

    def _sender(self, message: ET.Element) -> str:
        return prepared(message.get("from", "")) or self._session.jid.bare

    def _is_trusted(self, message: ET.Element) -> bool:
        followed, collections = self._calendars.followed, self._calendars.collections
        nodes = events.nodes_of(message)
        return all(
            self._accepts(message, node, followed) or self._accepts(message, node, collections) for node in nodes
        )

    def _accepts(self, message: ET.Element, node: str, followed: Container[NodeAddress]) -> bool:
        return trust.accepts_event(
            sender=message.get("from", ""),
            recipient=message.get("to", ""),
            kind=message.get("type", "normal"),
            node=node,
            own=self._session.jid,
            followed=followed,
        )

    def _not_followed(self, message: ET.Element) -> None:
        """Ignored, but for this: a service we know may say that there is a calendar of ours that we do not know yet.

        It is not taken at its word, but asked for its list: where an owner has subscribed us (C-SUB-15), where a node
        is in a collection of ours (C-PUBSUB-14), where another device of ours has begun a personal agenda.
        """
        nodes, collections = list(events.nodes_of(message)), events.collections_of(message)
        own = {NodeAddress(self._session.jid.bare, node) for node in PERSONAL_NODES}
        sender = self._sender(message)
        told = _subscriptions_in(message, sender) if sender in self._services else []
        given = (each.source for each in told if each.state == "subscribed" and self._is_ours(each))
        self._calendars.announced.update(given)
        if (
            any(self._accepts(message, node, own) for node in nodes)
            or any(self._accepts(message, node, self._calendars.collections) for node in collections)
            or told
        ):
            self._ask_service(sender)
        else:
            log.info("Ignored an event from %s about a calendar that is not followed there", sender)

    def _apply(self, event: events.Event, ref: CalendarRef) -> None:
        match event:
            case events.Published(_source, item_id, None):
                self._fetch.pushed(ref, item_id)
                self._missing.setdefault(ref, []).append(item_id)
                self._once.ask(("missing", ref), partial(self._fetch_missing, ref))
            case events.Published(_source, item_id, payload, publisher) if payload is not None:
                self._fetch.pushed(ref, item_id)
                self._items.put(ref, [(item_id, payload)], by=prepared(publisher))
            case events.Retracted(_source, item_id):
                self._fetch.pushed(ref, item_id)
                self._items.drop(ref, [item_id])
            case events.Purged():
                self._fetch.emptied(ref)
                self._items.empty(ref)
            case events.Deleted(source) if source in self._calendars.unwanted:
                pass  # it is we who delete it
            case events.Deleted(_source, redirect):
                self._fetch.ended(ref)
                self._calendars.gone(ref, _("This calendar was deleted by its owner."), redirect)
            case events.SubscriptionChanged():
                if self._is_ours(event):
                    self._subscription_changed(event, ref)
            case events.Configured():
                self._once.ask(("metadata", ref), partial(self._calendars.read_metadata, ref))
            case events.Touched():
                self._ask_for_all(ref)
            case events.Alarm(_source, item_id, payload):
                self._items.remind(ref, item_id, payload)

    def _is_ours(self, event: events.SubscriptionChanged) -> bool:
        return event.jid in ("", self._session.jid.bare, self._session.jid.full)

    def _subscription_changed(self, event: events.SubscriptionChanged, ref: CalendarRef) -> None:
        if event.source in self._calendars.unwanted:
            return  # the answer to our own request says how that ends
        if event.state == "none":
            self._leases.drop(event.source)
            self._fetch.ended(ref)
            self._calendars.end(ref, _("The owner of this calendar ended your access."), withdrawn=True)
        elif event.state == "pending":
            self._calendars.set_state(ref, CalendarState.PENDING)
        elif event.state == "subscribed":
            self._leases.hold(Subscription(event.source, event.state, self._calendars.subid(ref), event.expiry))
            self._calendars.set_state(ref, CalendarState.ACTIVE)
            self._ask_for_all(ref)

    def _ask_for_all(self, ref: CalendarRef) -> None:
        self._once.ask(("all", ref), partial(self._fetch.all, ref))

    def _ask_service(self, service: str) -> None:
        self._once.ask(("new", service), partial(self._look_for_new, service))

    async def _fetch_missing(self, ref: CalendarRef) -> None:
        """Items without payload are asked for together (C-PUBSUB-05), but not in a request that no server takes.

        Where one of them is gone again, some services refuse them all: then all items of the calendar are looked at.
        """
        while ids := list(dict.fromkeys(self._missing.pop(ref, ()))):
            if ids[MOST_IDS:]:
                self._missing[ref] = ids[MOST_IDS:]
            try:
                await self._fetch.some(ref, ids[:MOST_IDS])
            except RefusalError as error:
                if error.cause is Cause.UNREACHABLE:
                    raise
                self._missing.pop(ref, None)
                await self._fetch.all(ref)


def _subscriptions_in(message: ET.Element, sender: str) -> list[events.SubscriptionChanged]:
    return [each for each in events.parse(message, sender) if isinstance(each, events.SubscriptionChanged)]
