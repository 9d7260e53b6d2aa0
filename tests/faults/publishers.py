"""Two people who change calendars, directly at the server, and insist where it was away. What is true, from there."""

from __future__ import annotations

import asyncio
import random
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass

from slixmpp.jid import JID

from c42desktop.calendar import payloads
from c42desktop.demo.prosody import SERVICE
from c42desktop.sync.items import digest_of
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import NS, PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError, refusal
from c42desktop.xmpp.request import OfflineError, ask
from tests.faults.plan import Act, Author, Step

AGAIN = 0.2  # seconds before a request that the server could not answer is made again
BURST = 10  # changes that come without a pause between them, on average
_TIMEOUT = 20.0
_OPTIONS = {"pubsub#max_items": "1000", "pubsub#access_model": "open", "pubsub#send_last_published_item": "never"}


@dataclass(frozen=True, slots=True)
class Found:
    """An item as the server has it."""

    summary: str
    digest: bytes


Truth = Mapping[str, Mapping[str, Found]]  # by calendar, by item id


def address(node: str) -> NodeAddress:
    """Where a calendar of these tests is."""
    return NodeAddress(SERVICE, node)


class Publisher:
    """Does what its author decides. `reader` is the other person's request channel, to subscribe to new calendars."""

    def __init__(self, author: Author, pubsub: PubSub, reader: PubSub, made: Counter[Act]) -> None:
        self.author = author
        self._pubsub = pubsub
        self._reader = reader
        self._made = made

    async def prepare(self) -> None:
        """Create the calendars, fill them, and have the reader subscribed."""
        for node in self.author.items:
            await self._create_calendar(node)
        for step in self.author.filling():
            await self._do(step)

    async def change(self, count: int, pause: float, chance: random.Random) -> None:
        """Make `count` changes, `pause` seconds between two of them on average, most of them in bursts."""
        for _number in range(count):
            step = self.author.next()
            await self._do(step)
            self._made[step.act] += 1
            if chance.random() < 1 / BURST:
                await asyncio.sleep(chance.uniform(0.0, 2.0) * pause * BURST)

    async def _do(self, step: Step) -> None:
        place = address(step.node)
        match step.act:
            case Act.CREATE | Act.UPDATE:
                await insisted(lambda: self._pubsub.publish(place, step.item_id, step.payload()))
            case Act.RETRACT:
                await insisted(lambda: self._pubsub.retract(place, step.item_id), done=("item-not-found",))
            case Act.RETRACT_SILENTLY:
                await insisted(lambda: self._retract_silently(step), done=("item-not-found",))
            case Act.PURGE:
                await insisted(lambda: self._pubsub.purge(place))
            case Act.DELETE:
                await insisted(lambda: self._pubsub.delete(place), done=("item-not-found",))
                await self._create_calendar(step.successor)

    async def _create_calendar(self, node: str) -> None:
        form = {"pubsub#title": f"Calendar {node}", **_OPTIONS}
        await insisted(lambda: self._pubsub.create(address(node), form), done=("conflict",))
        await insisted(lambda: self._reader.subscribe(address(node)))

    async def _retract_silently(self, step: Step) -> None:
        """Retract without `notify`: what the program itself never does."""
        outer = ET.Element(f"{{{NS}}}pubsub")
        retract = ET.SubElement(outer, f"{{{NS}}}retract", node=step.node)
        ET.SubElement(retract, f"{{{NS}}}item", id=step.item_id)
        answer = await ask(self._pubsub._session.client, "set", JID(SERVICE), outer, _TIMEOUT)
        if answer.get("type") == "error":
            raise refusal(answer, SERVICE)


async def insisted(work: Callable[[], Awaitable[object]], *, done: Iterable[str] = ()) -> None:
    """Await `work()` again and again until the server has answered it.

    An attempt whose answer was lost may have been carried out: the conditions in `done` then mean success.
    """
    attempts = 0
    while True:
        try:
            await work()
            return
        except (OfflineError, TimeoutError):
            pass
        except RefusalError as error:
            if attempts and error.condition in done:
                return
            if error.cause not in (Cause.UNREACHABLE, Cause.TEMPORARY):
                raise
        attempts += 1
        await asyncio.sleep(AGAIN)


async def read_truth(pubsub: PubSub, nodes: Iterable[str]) -> Truth:
    """What the server has in these calendars."""
    return {node: await _read(pubsub, node) for node in nodes}


async def _read(pubsub: PubSub, node: str) -> dict[str, Found]:
    fetched = await pubsub.items(address(node))
    assert fetched.complete, node
    return {
        item_id: Found(payloads.decode(payload, item_id)[0].summary, digest_of(payload))
        for item_id, payload in fetched.items
        if payload is not None
    }
