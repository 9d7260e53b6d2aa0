"""What a fault test is played on: a server, two publishers, a reader, and the application behind a proxy."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.demo.prosody import DOMAIN, SERVICE
from c42desktop.store.store import Store
from tests.faults.plan import WEIGHTS, Act, Author
from tests.faults.process import Process
from tests.faults.proxy import Proxy
from tests.faults.publishers import Found, Publisher, Truth, read_truth
from tests.faults.verdict import Evidence, known_in, marked_in, shown_in
from tests.people import login_at, signed_in
from tests.servers import XmppServer

READER = f"ann@{DOMAIN}"
WRITERS = ("bram", "vera")
NEVER = 86_400  # seconds between two looks: only a new session looks at everything
POLL = 0.2  # seconds between two looks at files that another process writes


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything is there; the application is not started yet."""

    server: XmppServer
    proxy: Proxy
    process: Process
    publishers: tuple[Publisher, ...]
    made: Counter[Act]

    # -- what is true -------------------------------------------------------------------------------------------

    @property
    def deleted(self) -> frozenset[str]:
        """The calendars that are gone."""
        return frozenset(node for each in self.publishers for node in each.author.gone)

    async def truth(self) -> Truth:
        """What the server has now, asked by somebody who knows nothing."""
        async with signed_in(self.server, WRITERS[0]) as fresh:
            return await read_truth(fresh.pubsub, [node for each in self.publishers for node in each.author.items])

    def remembered(self) -> dict[str, dict[str, str]]:
        """The same, as the publishers remember it."""
        return {node: items for each in self.publishers for node, items in each.author.titles().items()}

    # -- what the application makes of it -------------------------------------------------------------------------

    def differences(self, truth: Truth) -> list[str]:
        """Where the store is not what the server has, or has something left to tell."""
        store = Store(self.process.profile.store, read_only=True)
        try:
            found = [line for node, items in truth.items() for line in _differences(store, node, items)]
            found += [f"{node} is not marked as removed" for node in self.deleted if _is_there(store, node)]
            return found + [f"{change.kind} {change.summary} is not told yet" for change in store.untold()]
        finally:
            store.close()

    async def agreement(self, truth: Truth, timeout: float) -> float | None:
        """Wait until there are no differences. Gives the seconds that took, None where it took too long."""
        clock = asyncio.get_running_loop().time
        began = clock()
        while self.differences(truth):
            if clock() - began > timeout:
                return None
            await asyncio.sleep(POLL)
        return clock() - began

    async def looked(self, nodes: Mapping[str, object], timeout: float) -> bool:
        """Wait until the present run has looked at all these calendars."""
        try:
            async with asyncio.timeout(timeout):
                while not set(nodes) <= self._looked_at():
                    await asyncio.sleep(POLL)
        except TimeoutError:
            return False
        return True

    def evidence(self, truth: Truth) -> Evidence:
        """What there is to judge."""
        journal = self.process.journal()
        store = Store(self.process.profile.store, read_only=True)
        try:
            return Evidence(
                server={node: {i: found.summary for i, found in items.items()} for node, items in truth.items()},
                deleted=self.deleted,
                purges=sum((each.author.purges for each in self.publishers), Counter()),
                known=known_in(journal),
                changes=store.recent_changes(datetime.fromtimestamp(0, UTC)),
                untold=frozenset(change.id for change in store.untold()),
                shown=shown_in(journal),
                marked=marked_in(journal),
            )
        finally:
            store.close()

    def _looked_at(self) -> set[str]:
        return {line["look"] for line in self.process.journal() if "look" in line and line["run"] == self.process.runs}


@asynccontextmanager
async def staged(
    server: AbstractAsyncContextManager[XmppServer],
    folder: Path,
    *,
    seed: int,
    calendars: int,
    look_every: int,
    weights: Mapping[Act, int] = WEIGHTS,
) -> AsyncIterator[Stage]:
    """A stage with so many `calendars`, filled, and the reader subscribed to them.

    `look_every` is in seconds from one look of the application to the next; `weights` say how often publishers do what.
    """
    made: Counter[Act] = Counter()
    async with AsyncExitStack() as stack:
        running = await stack.enter_async_context(server)
        proxy = await stack.enter_async_context(Proxy(running.ports.starttls, chance=random.Random(f"{seed} proxy")))
        phone = await stack.enter_async_context(signed_in(running, "ann"))
        writers = [await stack.enter_async_context(signed_in(running, name)) for name in WRITERS]
        process = Process(folder, login_at(running, "ann", port=proxy.port), look_every=look_every)
        stack.callback(process.kill)
        publishers = tuple(
            Publisher(_author(number, calendars, seed, weights), writer.pubsub, phone.pubsub, made)
            for number, writer in enumerate(writers)
        )
        await asyncio.gather(*(publisher.prepare() for publisher in publishers))
        yield Stage(running, proxy, process, publishers, made)


def _author(number: int, calendars: int, seed: int, weights: Mapping[Act, int]) -> Author:
    nodes = [f"calendar-{each}" for each in range(number, calendars, len(WRITERS))]
    return Author(WRITERS[number], nodes, random.Random(f"{seed} {WRITERS[number]}"), weights=weights)


def _differences(store: Store, node: str, items: Mapping[str, Found]) -> list[str]:
    ref = CalendarRef(READER, SERVICE, node)
    calendar = store.calendar(ref)
    if calendar is None or calendar.state is not CalendarState.ACTIVE or not store.is_synced(ref):
        return [f"{node} is {calendar.state if calendar else 'not known'}"]
    digests = store.digests(ref)
    ids = sorted({*digests, *items})
    return [f"{node} {i} differs" for i in ids if i not in items or digests.get(i) != items[i].digest]


def _is_there(store: Store, node: str) -> bool:
    calendar = store.calendar(CalendarRef(READER, SERVICE, node))
    return calendar is not None and calendar.state is not CalendarState.REMOVED
