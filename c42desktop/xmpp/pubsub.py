"""Requests to pubsub services: discover, subscribe, fetch, publish (XEP-0030, XEP-0060). Each is one answer awaited.

Every method raises RefusalError where the service refuses or does not answer, OfflineError where we are not connected
or are no longer.
"""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Literal

from slixmpp.jid import JID, InvalidJID

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.refusals import Cause, RefusalError, refusal, unanswered
from c42desktop.xmpp.request import ask
from c42desktop.xmpp.session import Session

NS = "http://jabber.org/protocol/pubsub"
OWNER_NS = f"{NS}#owner"
_P = f"{{{NS}}}"
_INFO = "{http://jabber.org/protocol/disco#info}"
_ITEMS = "{http://jabber.org/protocol/disco#items}"
_DATA = "{jabber:x:data}"
_RSM = "{http://jabber.org/protocol/rsm}"
META_DATA = f"{NS}#meta-data"
TIMEOUT = 20.0  # seconds for one answer
LIST_TIMEOUT = 5.0  # for our subscriptions: Prosody 0.12 never answers once a calendar of ours was deleted
MOST_NODES = 200  # to be asked about one by one
MAX_PAGES = 1000  # a service that hands out pages for ever is broken


@dataclass(frozen=True, slots=True)
class Node:
    """A node found by browsing, with what its service tells of it."""

    address: NodeAddress
    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Services:
    """Pubsub services, by JID. `complete` is false where one that was asked did not say whether it is one."""

    found: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Subscription:
    """Our subscription to a node. `state` is none, pending, unconfigured or subscribed."""

    address: NodeAddress
    state: str
    subid: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A node's items, or those asked for. `complete` is false where there may be more of them at the service."""

    items: tuple[tuple[str, ET.Element | None], ...]
    complete: bool


class PubSub:
    """The requests of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- discovery ----------------------------------------------------------------------------------------------

    async def services(self) -> Services:
        """The pubsub services of our own domain (XEP-0060 §5.1)."""
        domain = self._session.login.domain
        listed = await self._disco_items(domain)
        candidates = list(dict.fromkeys([domain, *(_prepared(item.get("jid", "")) for item in listed)]))
        answers = await asyncio.gather(*(self.is_service(jid) for jid in candidates if jid), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, RefusalError):
                raise answer
        found = tuple(jid for jid, answer in zip(filter(None, candidates), answers, strict=True) if answer is True)
        return Services(found, complete=all(isinstance(answer, bool) for answer in answers))

    async def is_service(self, jid: str) -> bool:
        """Whether `jid` says it is a pubsub service."""
        info = await self._disco_info(jid)
        identities = info.iterfind(f"{_INFO}identity")
        return any(i.get("category") == "pubsub" and i.get("type") != "pep" for i in identities)

    async def nodes(self, service: str) -> list[Node]:
        """The nodes of `service` (XEP-0060 §5.2), with the names the listing gives them."""
        listed = await self._disco_items(service)
        found = [
            Node(NodeAddress(service, item.get("node", "")), item.get("name", ""))
            for item in listed
            if item.get("node")
        ]
        return sorted(found, key=lambda node: (node.title or node.address.node).casefold())

    async def metadata(self, address: NodeAddress) -> Node:
        """Title and description of a node (XEP-0060 §5.4); the node's name where it has no title."""
        info = await self._disco_info(address.service, address.node)
        fields = _meta_data(info)
        identity = info.find(f"{_INFO}identity")
        title = fields.get("pubsub#title") or (identity.get("name", "") if identity is not None else "")
        return Node(address, title or address.node, fields.get("pubsub#description", ""))

    # -- subscriptions ------------------------------------------------------------------------------------------

    async def subscriptions(self, service: str, node: str = "") -> list[Subscription]:
        """Our subscriptions at `service`, or those to `node`, also those that an owner made for us (XEP-0060 §5.6)."""
        outer = ET.Element(f"{_P}pubsub")
        ET.SubElement(outer, f"{_P}subscriptions", {"node": node} if node else {})
        answer = await self._ask("get", service, outer, LIST_TIMEOUT)
        listed = [s for s in answer.iter(f"{_P}subscription") if s.get("node") and self._is_ours(s.get("jid", ""))]
        return [_subscription(each, service) for each in listed]

    async def subscriptions_by_node(self, service: str) -> list[Subscription]:
        """The same, asked node by node: for a service that does not answer for all of them at once."""
        nodes = (await self.nodes(service))[:MOST_NODES]
        answers = await asyncio.gather(
            *(self.subscriptions(service, each.address.node) for each in nodes), return_exceptions=True
        )
        return [found for answer in answers if not isinstance(answer, BaseException) for found in answer]

    async def subscribe(self, address: NodeAddress) -> Subscription:
        """Subscribe our bare JID, so that every resource of ours is told (XEP-0060 §6.1)."""
        request = ET.Element(f"{_P}subscribe", node=address.node, jid=self._session.login.jid)
        answer = await self._pubsub("set", address.service, request)
        given = answer.find(f".//{_P}subscription")
        if given is None:
            return Subscription(address, "subscribed")
        return replace(_subscription(given, address.service), address=address)

    async def unsubscribe(self, address: NodeAddress, subid: str = "") -> None:
        """End our subscription; one that is not there, or whose node is gone, counts as ended (XEP-0060 §6.2)."""
        request = ET.Element(f"{_P}unsubscribe", node=address.node, jid=self._session.login.jid)
        if subid:
            request.set("subid", subid)
        try:
            await self._pubsub("set", address.service, request)
        except RefusalError as error:
            if error.cause not in (Cause.GONE, Cause.NOT_SUBSCRIBED):
                raise

    # -- items --------------------------------------------------------------------------------------------------

    async def items(self, address: NodeAddress, ids: Iterable[str] = ()) -> Fetched:
        """The items of a node, all pages of them (XEP-0060 §6.5, XEP-0059), or those with `ids`."""
        wanted = list(ids)
        found: dict[str, ET.Element | None] = {}
        after: str | None = None
        for _page in range(MAX_PAGES):
            answer = await self._pubsub("get", address.service, *_items_request(address.node, wanted, after))
            page = {item.get("id", ""): next(iter(item), None) for item in answer.iter(f"{_P}item")}
            news = page.keys() - found.keys()
            found.update(page)
            last, count = _page_end(answer)
            if not last or not page or len(found) >= count:
                return Fetched(tuple(found.items()), complete=True)
            if not news or last == after:
                return Fetched(tuple(found.items()), complete=False)
            after = last
        return Fetched(tuple(found.items()), complete=False)

    async def publish(self, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        """Publish one item (XEP-0060 §7.1). Gives its id: `item_id`, or the service's choice where that is empty."""
        request = ET.Element(f"{_P}publish", node=address.node)
        item = ET.SubElement(request, f"{_P}item")
        if item_id:
            item.set("id", item_id)
        item.append(payload)
        answer = await self._pubsub("set", address.service, request)
        given = answer.find(f".//{_P}item")
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
        form = ET.Element(f"{_DATA}x", type="submit")
        for var, value in {"FORM_TYPE": f"{NS}#node_config", **fields}.items():
            ET.SubElement(ET.SubElement(form, f"{_DATA}field", var=var), f"{_DATA}value").text = value
        configure = ET.Element(f"{_P}configure")
        configure.append(form)
        await self._pubsub("set", address.service, ET.Element(f"{_P}create", node=address.node), configure)

    async def delete(self, address: NodeAddress) -> None:
        """Delete a node with all its items (XEP-0060 §8.4)."""
        await self._owner(address, "delete")

    async def purge(self, address: NodeAddress) -> None:
        """Delete all items of a node (XEP-0060 §8.5)."""
        await self._owner(address, "purge")

    # -- one request --------------------------------------------------------------------------------------------

    def _is_ours(self, jid: str) -> bool:
        own = self._session.jid
        return not jid or (_prepared(jid) == own.bare and jid.partition("/")[2] in ("", own.resource))

    async def _owner(self, address: NodeAddress, action: str) -> None:
        outer = ET.Element(f"{{{OWNER_NS}}}pubsub")
        ET.SubElement(outer, f"{{{OWNER_NS}}}{action}", node=address.node)
        await self._ask("set", address.service, outer)

    async def _pubsub(self, kind: Literal["get", "set"], service: str, *children: ET.Element) -> ET.Element:
        outer = ET.Element(f"{_P}pubsub")
        outer.extend(children)
        return await self._ask(kind, service, outer)

    async def _disco_info(self, jid: str, node: str = "") -> ET.Element:
        query = ET.Element(f"{_INFO}query", {"node": node} if node else {})
        answer = await self._ask("get", jid, query)
        found = answer.find(f"{_INFO}query")
        return found if found is not None else query

    async def _disco_items(self, jid: str) -> Sequence[ET.Element]:
        answer = await self._ask("get", jid, ET.Element(f"{_ITEMS}query"))
        return answer.findall(f"{_ITEMS}query/{_ITEMS}item")

    async def _ask(
        self, kind: Literal["get", "set"], service: str, query: ET.Element, timeout: float | None = None
    ) -> ET.Element:
        """One request and the answer to it."""
        try:
            answer = await ask(self._session.client, kind, JID(service), query, timeout or TIMEOUT)
        except TimeoutError as error:
            raise unanswered(service) from error
        if answer.get("type") == "error":
            raise refusal(answer, service)
        return answer


def _prepared(jid: str) -> str:
    """The bare JID in its prepared form (RFC 7622), in which JIDs are compared; "" where it is none."""
    try:
        return JID(jid).bare
    except InvalidJID:
        return ""


def _page_end(answer: ET.Element) -> tuple[str, float]:
    """The last item of a page, and how many items there are in all, as far as the service says (XEP-0059 §2)."""
    last = answer.findtext(f".//{_RSM}set/{_RSM}last") or ""
    count = (answer.findtext(f".//{_RSM}set/{_RSM}count") or "").strip()
    return last, int(count) if count.isdecimal() else float("inf")


def _items_request(node: str, ids: Sequence[str], after: str | None) -> list[ET.Element]:
    request = ET.Element(f"{_P}items", node=node)
    for item_id in ids:
        ET.SubElement(request, f"{_P}item", id=item_id)
    if after is None:
        return [request]
    page = ET.Element(f"{_RSM}set")
    ET.SubElement(page, f"{_RSM}after").text = after
    return [request, page]


def _subscription(element: ET.Element, service: str) -> Subscription:
    address = NodeAddress(service, element.get("node", ""))
    return Subscription(address, element.get("subscription", "subscribed"), element.get("subid", ""))


def _meta_data(info: ET.Element) -> dict[str, str]:
    """The fields of the meta-data form; a form of another type is none of ours (XEP-0068)."""
    for form in info.iterfind(f"{_DATA}x"):
        fields = {
            field.get("var", ""): (field.findtext(f"{_DATA}value") or "").strip()
            for field in form.iterfind(f"{_DATA}field")
        }
        if fields.get("FORM_TYPE") == META_DATA:
            return fields
    return {}
