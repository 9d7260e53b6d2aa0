"""A reader for tests: one account online through a Link, with its store and every Update."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from c42desktop import clock
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Change, ItemRef
from c42desktop.link import Link
from c42desktop.settings import Timing
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Update
from c42desktop.xmpp.address import NodeAddress
from tests.conftest import PASSWORDS
from tests.people import Witness, login_at
from tests.servers import XmppServer

EVENTS = "urn:xmpp:calendar-events:0"
TOMORROW = (datetime.now(UTC) + timedelta(days=1)).replace(microsecond=0)


def payload(name: str, start: datetime = TOMORROW, prefix: str = "") -> ET.Element:
    """An event of an hour (XEP-0471); with `prefix`, the same in another spelling."""
    end = start + timedelta(hours=1)
    if not prefix:
        return ET.fromstring(
            f"<event xmlns='{EVENTS}'><name>{name}</name><start>{start.isoformat()}</start>"
            f"<end>{end.isoformat()}</end><location id='main' extra='1'/></event>"
        )
    p = prefix
    return ET.fromstring(
        f"<{p}:event xmlns:{p}='{EVENTS}'>\n <{p}:name>{name}</{p}:name>\n <{p}:start>{start.isoformat()}</{p}:start>\n"
        f" <{p}:end>{end.isoformat()}</{p}:end>\n <{p}:location extra='1' id='main'/>\n</{p}:event>"
    )


class Reader:
    """What one account's program knows and was told."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.updates: list[Update] = []
        self.link: Link
        self._news = asyncio.Event()

    @property
    def changes(self) -> list[Change]:
        """All changes told so far, in order."""
        return [change for update in self.updates for change in update.changes]

    @property
    def told(self) -> list[tuple[str, str]]:
        """The same as (kind, summary)."""
        return [(str(change.kind), change.summary) for change in self.changes]

    def ref(self, address: NodeAddress) -> CalendarRef:
        return CalendarRef(self.link.jid, address.service, address.node)

    def item(self, address: NodeAddress, item_id: str) -> StoredItem | None:
        return self.store.item(ItemRef(self.ref(address), item_id))

    def ids(self, address: NodeAddress) -> set[str]:
        return set(self.store.digests(self.ref(address)))

    def calendar(self, address: NodeAddress) -> Calendar | None:
        return self.store.calendar(self.ref(address))

    async def until(self, true: Callable[[], object]) -> None:
        """Wait for the update after which `true()` holds."""
        async with asyncio.timeout(20):
            while not true():
                self._news.clear()
                await self._news.wait()

    def on_update(self, update: Update) -> None:
        self.updates.append(update)
        self._news.set()

    def state(self, address: NodeAddress) -> CalendarState | None:
        calendar = self.calendar(address)
        return calendar.state if calendar else None

    @property
    def synced(self) -> bool:
        return any(update.synced for update in self.updates)


@asynccontextmanager
async def reading(
    server: XmppServer,
    path: Path,
    name: str = "ann",
    timing: Timing = Timing(),  # noqa: B008  # a value
) -> AsyncIterator[Reader]:
    """`name`, online at `server` with the store at `path`, after the first look at everything."""
    store = Store(path)
    reader = Reader(store)
    reader.link = Link(
        login_at(server, name),
        PASSWORDS[name],
        store,
        now=clock.now,
        on_status=lambda _status: None,
        on_update=reader.on_update,
        timing=timing,
    )
    reader.link.start()
    try:
        await reader.until(lambda: reader.synced)
        yield reader
    finally:
        await reader.link.stop()
        store.close()


async def settled(owner: Witness, reader: Reader, team: NodeAddress) -> None:
    """Everything before this has reached the reader: a marker has come after it, and is forgotten again."""
    await owner.pubsub.publish(team, "marker", payload("Marker"))
    await reader.until(lambda: ("added", "Marker") in reader.told)
    reader.updates[:] = [left for update in reader.updates if (left := _without_marker(update)) != Update()]


def _without_marker(update: Update) -> Update:
    """The update without the marker, which may have come together with what was before it."""
    items = tuple(item for item in update.items if item.item_id != "marker")
    changes = tuple(change for change in update.changes if change.item_id != "marker")
    return replace(update, items=items, changes=changes)
