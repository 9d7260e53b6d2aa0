"""Requests to pubsub services: discover, subscribe, fetch, publish (XEP-0030, XEP-0060). Each is one answer awaited.

Every method raises RefusalError where the service refuses or does not answer, OfflineError where we are not connected
or are no longer.
"""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Literal

from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import (
    META_DATA,
    Fetched,
    Node,
    Services,
    Subscription,
    features,
    identities,
    node_of,
    prepared,
    subscription_of,
)
from c42desktop.xmpp.asking import ask_service
from c42desktop.xmpp.forms import Fields, find_form, submission
from c42desktop.xmpp.paging import Page, paged
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.session import Session

__all__ = ["META_DATA", "Fetched", "Node", "Page", "PubSub", "Services", "Subscription"]

NS = "http://jabber.org/protocol/pubsub"
OWNER_NS = f"{NS}#owner"
OPTIONS = f"{NS}#subscribe_options"
_P = f"{{{NS}}}"
_INFO = "{http://jabber.org/protocol/disco#info}"
_ITEMS = "{http://jabber.org/protocol/disco#items}"
TIMEOUT = 20.0  # seconds for one answer
LIST_TIMEOUT = 5.0  # for our subscriptions: Prosody 0.12 never answers once a calendar of ours was deleted
MOST_NODES = 200  # to be asked about one by one
PAGE = 500  # items to ask for at once; Prosody gives all of them regardless


class PubSub:
    """The requests of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def session(self) -> Session:
        """Whose requests they are."""
        return self._session

    # -- discovery ----------------------------------------------------------------------------------------------

    async def services(self) -> Services:
        """The pubsub services of our own domain (XEP-0060 §5.1)."""
        domain = self._session.login.domain
        listed = await self._disco_items(domain)
        candidates = list(dict.fromkeys([domain, *(prepared(item.get("jid", "")) for item in listed)]))
        answers = await asyncio.gather(*(self.is_service(jid) for jid in candidates if jid), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, RefusalError):
                raise answer
        found = tuple(jid for jid, answer in zip(filter(None, candidates), answers, strict=True) if answer is True)
        return Services(found, complete=all(isinstance(answer, bool) for answer in answers))

    async def is_service(self, jid: str) -> bool:
        """Whether `jid` says it is a pubsub service."""
        found = identities(await self._disco_info(jid))
        return any(category == "pubsub" and kind != "pep" for category, kind in found)

    async def features(self, jid: str) -> set[str]:
        """What `jid` says it can do."""
        return features(await self._disco_info(jid))

    async def nodes(self, service: str) -> list[Node]:
        """The nodes of `service` that have items (XEP-0060 §5.2): of a collection, those that are in it."""
        return sorted(await self._leaves(service, ""), key=lambda node: (node.title or node.address.node).casefold())

    async def names(self, jid: str) -> set[str]:
        """The names of the nodes that a service or an account lists, and nothing else about them."""
        return {node for each in await self._disco_items(jid) if (node := each.get("node"))}

    async def leaves(self, collection: NodeAddress) -> list[Node]:
        """The nodes with items in a collection, and in the collections in it (XEP-0248 §3)."""
        return await self._leaves(collection.service, collection.node)

    async def metadata(self, address: NodeAddress) -> Node:
        """What is told of a node (XEP-0060 §5.3–5.4); its name where it has no title."""
        node = node_of(await self._disco_info(address.service, address.node), address)
        return replace(node, title=node.title or address.node)

    async def _leaves(self, service: str, node: str) -> list[Node]:
        nested = f"{NS}#collections" in features(await self._disco_info(service)) if not node else True
        found: dict[NodeAddress, Node] = {}
        above, level = {NodeAddress(service, node)}, [node]
        while level:
            nodes = [each for name in level for each in await self._listed_in(service, name, nested=nested)]
            new = {each.address: each for each in nodes if each.address not in found and each.address not in above}
            found |= {address: each for address, each in new.items() if not each.collection}
            level = [address.node for address, each in new.items() if each.collection]
            above |= {NodeAddress(service, name) for name in level}
        return list(found.values())

    async def _listed_in(self, service: str, node: str, *, nested: bool) -> list[Node]:
        listed = [each for each in await self._disco_items(service, node) if each.get("node")]
        nodes = [Node(NodeAddress(service, each.get("node", "")), each.get("name", "")) for each in listed]
        asked = [each for each in nodes if nested or not each.title][:MOST_NODES]
        answers = await asyncio.gather(*(self._described(each) for each in asked))
        described = {each.address: each for each in answers}
        return [described.get(each.address, each) for each in nodes]

    async def _described(self, node: Node) -> Node:
        """The node with what its service tells of it; as it was listed where nothing is told."""
        try:
            told = node_of(await self._disco_info(node.address.service, node.address.node, LIST_TIMEOUT), node.address)
        except RefusalError:
            return node
        return replace(told, title=told.title or node.title)

    # -- subscriptions ------------------------------------------------------------------------------------------

    async def subscriptions(self, service: str, node: str = "") -> list[Subscription]:
        """Our subscriptions at `service`, or those to `node`, also those that an owner made for us (XEP-0060 §5.6)."""
        outer = ET.Element(f"{_P}pubsub")
        ET.SubElement(outer, f"{_P}subscriptions", {"node": node} if node else {})
        answer = await self._ask("get", service, outer, LIST_TIMEOUT)
        listed = [subscription_of(s, service, node) for s in answer.iter(f"{_P}subscription") if self._is_ours(s)]
        return [each for each in listed if each.address.node]

    async def subscriptions_by_node(self, service: str) -> list[Subscription]:
        """The same, asked node by node: for a service that does not answer for all of them at once."""
        nodes = (await self.nodes(service))[:MOST_NODES]
        answers = await asyncio.gather(
            *(self.subscriptions(service, each.address.node) for each in nodes), return_exceptions=True
        )
        return [found for answer in answers if not isinstance(answer, BaseException) for found in answer]

    async def subscribe(self, address: NodeAddress) -> Subscription:
        """Subscribe our bare JID, so that every resource of ours is told (XEP-0060 §6.1).

        Where the service wants to have options chosen first, its defaults are (§6.1.5).
        """
        request = ET.Element(f"{_P}subscribe", node=address.node, jid=self._session.login.jid)
        answer = await self._pubsub("set", address.service, request)
        given = answer.find(f"{_P}pubsub/{_P}subscription")
        if given is None:
            return Subscription(address, "subscribed")
        subscription = replace(subscription_of(given, address.service), address=address)
        if subscription.state == "unconfigured":
            await self.configure(subscription, {})
            subscription = replace(subscription, state="subscribed")
        return subscription

    async def configure(self, subscription: Subscription, options: Mapping[str, str]) -> None:
        """Set options of a subscription, and leave the others at what they are (XEP-0060 §6.3)."""
        request = self._about_options(subscription)
        answer = await self._pubsub("get", subscription.address.service, request)
        offered = answer.find(f"{_P}pubsub/{_P}options")
        fields: Fields = (find_form(offered, OPTIONS) if offered is not None else None) or {}
        request = self._about_options(subscription)
        request.append(submission(OPTIONS, {**fields, **{name: [value] for name, value in options.items()}}))
        await self._pubsub("set", subscription.address.service, request)

    def _about_options(self, subscription: Subscription) -> ET.Element:
        request = ET.Element(f"{_P}options", node=subscription.address.node, jid=self._session.login.jid)
        return _with_subid(request, subscription.subid)

    async def unsubscribe(self, address: NodeAddress, subid: str = "") -> None:
        """End our subscription; one that is not there, or whose node is gone, counts as ended (XEP-0060 §6.2)."""
        request = ET.Element(f"{_P}unsubscribe", node=address.node, jid=self._session.login.jid)
        try:
            await self._pubsub("set", address.service, _with_subid(request, subid))
        except RefusalError as error:
            if error.cause not in (Cause.GONE, Cause.NOT_SUBSCRIBED):
                raise

    # -- rights -------------------------------------------------------------------------------------------------

    async def affiliations(self, service: str) -> dict[str, str]:
        """What we are to each node of `service` that we have a part in: owner, publisher, … (XEP-0060 §5.7)."""
        outer = ET.Element(f"{_P}pubsub")
        ET.SubElement(outer, f"{_P}affiliations")
        answer = await self._ask("get", service, outer, LIST_TIMEOUT)
        return {each.get("node", ""): each.get("affiliation", "") for each in answer.iter(f"{_P}affiliation")}

    # -- items --------------------------------------------------------------------------------------------------

    async def items(self, address: NodeAddress, ids: Iterable[str] = (), subid: str = "") -> Fetched:
        """The items of a node, all pages of them, or those with `ids` (XEP-0060 §6.5)."""
        found: dict[str, ET.Element | None] = {}
        complete = False
        async for page in self.pages(address, ids, subid):
            found |= dict(items_of(page))
            complete = page.complete
        return Fetched(tuple(found.items()), complete)

    async def pages(self, address: NodeAddress, ids: Iterable[str] = (), subid: str = "") -> AsyncIterator[Page]:
        """The same page by page (XEP-0059). Without a page that says it is complete, there may be more items."""
        wanted = list(ids)

        def request() -> ET.Element:
            outer = ET.Element(f"{_P}pubsub")
            items = _with_subid(ET.SubElement(outer, f"{_P}items", node=address.node), subid)
            for item_id in wanted:
                ET.SubElement(items, f"{_P}item", id=item_id)
            return outer

        asked = partial(self._ask, "get", address.service)
        path = f"{_P}pubsub/{_P}items/{_P}item"
        async for page in paged(asked, request, path, 0 if wanted else PAGE):
            yield page

    async def some(self, address: NodeAddress, most: int) -> list[tuple[str, ET.Element | None]]:
        """The `most` items that were published last, or as few more as the service does not spare us (§6.5.7)."""
        request = ET.Element(f"{_P}items", node=address.node, max_items=str(most))
        answer = await self._pubsub("get", address.service, request)
        entries = answer.findall(f"{_P}pubsub/{_P}items/{_P}item")
        return items_of(Page(tuple(entries[-most:])))

    async def publish(self, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        """Publish one item (XEP-0060 §7.1). Gives its id: `item_id`, or the service's choice where that is empty."""
        request = ET.Element(f"{_P}publish", node=address.node)
        item = ET.SubElement(request, f"{_P}item")
        if item_id:
            item.set("id", item_id)
        item.append(payload)
        answer = await self._pubsub("set", address.service, request)
        given = answer.find(f"{_P}pubsub/{_P}publish/{_P}item")
        return given.get("id", item_id) if given is not None else item_id

    async def retract(self, address: NodeAddress, item_id: str) -> None:
        """Take one item back and have the subscribers told (XEP-0060 §7.2)."""
        request = ET.Element(f"{_P}retract", node=address.node, notify="1")
        ET.SubElement(request, f"{_P}item", id=item_id)
        try:
            await self._pubsub("set", address.service, request)
        except RefusalError as error:
            if error.cause is not Cause.GONE:
                raise
            sentence = _("There is no such event, or no such calendar, at {service}.").format(service=address.service)
            raise RefusalError(sentence, error.cause, error.condition) from error

    async def create(self, address: NodeAddress, fields: dict[str, str]) -> None:
        """Create and configure a node (XEP-0060 §8.1.3); `fields` are those of its configuration form."""
        configure = ET.Element(f"{_P}configure")
        configure.append(submission(f"{NS}#node_config", {name: [value] for name, value in fields.items()}))
        await self._pubsub("set", address.service, ET.Element(f"{_P}create", node=address.node), configure)

    async def delete(self, address: NodeAddress) -> None:
        """Delete a node with all its items (XEP-0060 §8.4)."""
        await self._owner(address, "delete")

    async def purge(self, address: NodeAddress) -> None:
        """Delete all items of a node (XEP-0060 §8.5)."""
        await self._owner(address, "purge")

    # -- one request --------------------------------------------------------------------------------------------

    def _is_ours(self, subscription: ET.Element) -> bool:
        own, jid = self._session.jid, subscription.get("jid", "")
        return not jid or (prepared(jid) == own.bare and jid.partition("/")[2] in ("", own.resource))

    async def _owner(self, address: NodeAddress, action: str) -> None:
        outer = ET.Element(f"{{{OWNER_NS}}}pubsub")
        ET.SubElement(outer, f"{{{OWNER_NS}}}{action}", node=address.node)
        await self._ask("set", address.service, outer)

    async def _pubsub(self, kind: Literal["get", "set"], service: str, *children: ET.Element) -> ET.Element:
        outer = ET.Element(f"{_P}pubsub")
        outer.extend(children)
        return await self._ask(kind, service, outer)

    async def _disco_info(self, jid: str, node: str = "", timeout: float | None = None) -> ET.Element:
        query = ET.Element(f"{_INFO}query", {"node": node} if node else {})
        answer = await self._ask("get", jid, query, timeout)
        found = answer.find(f"{_INFO}query")
        return found if found is not None else query

    async def _disco_items(self, jid: str, node: str = "") -> list[ET.Element]:
        def request() -> ET.Element:
            return ET.Element(f"{_ITEMS}query", {"node": node} if node else {})

        pages = paged(partial(self._ask, "get", jid), request, f"{_ITEMS}query/{_ITEMS}item")
        return [entry async for page in pages for entry in page.entries]

    async def _ask(
        self, kind: Literal["get", "set"], service: str, query: ET.Element, timeout: float | None = None
    ) -> ET.Element:
        """One request and the answer to it."""
        return await ask_service(self._session, kind, service, query, timeout or TIMEOUT)


def items_of(page: Page) -> list[tuple[str, ET.Element | None]]:
    """The items of a page, each with its payload; None where the service keeps that back."""
    return [(entry.get("id", ""), next(iter(entry), None)) for entry in page.entries]


def _with_subid(request: ET.Element, subid: str) -> ET.Element:
    """A request about a subscription, which its service may know by an id (XEP-0060 §6.1.6)."""
    if subid:
        request.set("subid", subid)
    return request
