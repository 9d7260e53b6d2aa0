"""A Sync between a fake service and a real store: for what no real server does on demand."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from slixmpp.jid import JID

from c42desktop import clock
from c42desktop.store.store import Store
from c42desktop.sync import Sync
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.presence import Presences
from c42desktop.xmpp.pubsub import Fetched, Node, Page, Services, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.readers import Reader, payload

ANN = "ann@example.org"
SERVICE = "pubsub.example.org"
TEAM = NodeAddress(SERVICE, "team")
NS = "http://jabber.org/protocol/pubsub#event"


class FakePubSub:
    """A service that answers as told: `answer` gives the items of a node, and may wait or raise."""

    def __init__(self) -> None:
        self.items_of: dict[NodeAddress, list[tuple[str, ET.Element | None]]] = {TEAM: []}
        self.subscribed = [Subscription(TEAM, "subscribed")]
        self.leaves_of: dict[NodeAddress, list[NodeAddress]] = {}
        self.personal: set[str] = set()
        self.parts: dict[str, str] = {}  # what we are to the nodes
        self.complete = True
        self.refusal: Exception | None = None
        self.refusal_of: dict[NodeAddress, RefusalError] = {}
        self.closed: dict[NodeAddress, Exception] = {}  # to those who want to subscribe
        self.gate: asyncio.Event | None = None  # where set, answers wait for it, already made up
        self.configured: list[tuple[Subscription, dict[str, str]]] = []
        self.no_options = False
        self.grants = False  # as much time for a subscription as is asked for
        self.offline = False
        self.subids: list[str] = []  # those sent with requests for items
        self.valid_subid: str | None = None  # where set, no other is taken
        self.unsubscribed: list[tuple[NodeAddress, str]] = []
        self.listed: list[str] = []  # services that were asked for their lists
        self.subscribes: list[NodeAddress] = []
        self.asked: list[tuple[NodeAddress, tuple[str, ...]]] = []
        self.waiting = asyncio.Event()

    async def services(self) -> Services:
        return Services((SERVICE,), complete=True)

    async def is_service(self, _jid: str) -> bool:
        return True

    async def subscriptions(self, service: str, _node: str = "") -> list[Subscription]:
        self.listed.append(service)
        return list(self.subscribed)

    async def configure(self, subscription: Subscription, options: dict[str, str]) -> None:
        self.configured.append((subscription, options))
        if self.offline:
            raise OfflineError("The connection was lost.")
        if self.no_options:
            raise RefusalError("No.", Cause.UNSUPPORTED)
        if self.grants:
            self.subscribed = [replace(subscription, expiry=options["pubsub#expire"])]

    async def affiliations(self, _service: str) -> dict[str, str]:
        return self.parts

    async def subscriptions_by_node(self, service: str) -> list[Subscription]:
        return await self.subscriptions(service)

    async def subscribe(self, address: NodeAddress) -> Subscription:
        self.subscribes.append(address)
        if address in self.closed:
            raise self.closed[address]
        if address not in self.items_of:
            raise RefusalError("There is no such calendar.", Cause.GONE)
        return Subscription(address, "subscribed")

    async def unsubscribe(self, address: NodeAddress, subid: str = "") -> None:
        self.unsubscribed.append((address, subid))
        self.subscribed = [each for each in self.subscribed if each.address != address]

    async def metadata(self, address: NodeAddress) -> Node:
        title = address.node if "@" in address.service else "Team"
        return Node(address, title, collection=address in self.leaves_of)

    async def leaves(self, collection: NodeAddress) -> list[Node]:
        return [Node(each, each.node.title()) for each in self.leaves_of[collection]]

    async def names(self, _jid: str) -> set[str]:
        return self.personal

    async def pages(self, address: NodeAddress, ids: Sequence[str] = (), subid: str = "") -> AsyncIterator[Page]:
        fetched = await self.items(address, ids, subid)
        entries = []
        for item_id, content in fetched.items:
            entries.append(ET.Element("item", id=item_id))
            entries[-1].extend([] if content is None else [content])
        yield Page(tuple(entries), complete=fetched.complete)

    async def items(self, address: NodeAddress, ids: Sequence[str] = (), subid: str = "") -> Fetched:
        self.asked.append((address, tuple(ids)))
        self.subids.append(subid)
        if self.valid_subid not in (None, subid):
            raise RefusalError("No.", Cause.OTHER, "invalid-subid")
        found = [each for each in self.items_of[address] if not ids or each[0] in ids]
        refusal = self.refusal or self.refusal_of.get(address)
        if self.gate is not None:
            self.waiting.set()
            await self.gate.wait()
        if refusal is not None:
            raise refusal
        return Fetched(tuple(found), self.complete)


class FakeSession:
    login = Login(ANN)
    jid = JID(f"{ANN}/desk")
    resumed = False

    def __init__(self) -> None:
        self.presences = Presences(ANN)


class Scene:
    """Ann's Sync between a fake service and a real store."""

    def __init__(self, store: Store, **options: Any) -> None:
        self.pubsub = FakePubSub()
        self.reader = Reader(store)
        self.session = FakeSession()
        session: Any = self.session
        pubsub: Any = self.pubsub
        self.sync = Sync(session, pubsub, store, **{"now": clock.now, "on_update": self.reader.on_update, **options})
        self.reader.link = self  # type: ignore[assignment]
        self.jid = ANN

    async def look(self) -> None:
        """A whole look at everything."""
        before = sum(update.synced for update in self.reader.updates)
        self.sync.catch_up()
        await self.reader.until(lambda: sum(update.synced for update in self.reader.updates) > before)

    def push(self, content: str, sender: str = SERVICE, beside: str = "") -> None:
        """An event, and what stands beside it in the message."""
        self.receive(f"<event xmlns='{NS}'>{content}</event>{beside}", sender)

    def receive(self, content: str, sender: str = SERVICE) -> None:
        """A message."""
        self.sync.push(ET.fromstring(f"<message xmlns='jabber:client' from='{sender}' to='{ANN}'>{content}</message>"))

    async def settled(self) -> None:
        """What was pushed has been worked off, and what that began has come to its end or waits for something."""
        await self.sync.settled()
        for _turn in range(20):
            await asyncio.sleep(0)

    def push_items(self, *entries: str) -> None:
        self.push(f"<items node='team'>{''.join(entries)}</items>")


def break_on_bad(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect: an item with "Bad" in it cannot be written."""
    put = scene.reader.store.put_item

    def broken(stored: object, *rest: object) -> object:
        if "Bad" in str(stored):
            raise RuntimeError("a defect")
        return put(stored, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(scene.reader.store, "put_item", broken)


def item(item_id: str, name: str) -> str:
    return f"<item id='{item_id}'>{ET.tostring(payload(name), encoding='unicode')}</item>"


@asynccontextmanager
async def scene_in(folder: Path, **options: Any) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it; `options` are her Sync's."""
    store = Store(folder / "ann.sqlite")
    scene = Scene(store, **options)
    scene.pubsub.items_of[TEAM] = [("a", payload("A")), ("b", payload("B"))]
    await scene.look()
    scene.reader.updates.clear()
    yield scene
    await scene.sync.stop()
    store.close()


def names(scene: Scene, address: NodeAddress = TEAM) -> dict[str, str]:
    """What the store has of a calendar: titles by item id."""
    found = {item_id: scene.reader.item(address, item_id) for item_id in scene.reader.ids(address)}
    return {item_id: stored.events[0].summary for item_id, stored in found.items() if stored}
