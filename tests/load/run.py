"""Much of everything at once, and how long the application's event loop is kept busy with one thing: `make load`.

    python -m tests.load [--server prosody|ejabberd|both] [--share PART] [--only calendars|large|flood]

100 calendars with 10 000 events in all, one calendar with 10 000 events, 1 000 changes in one burst, 5 000 changes in
10 s, which may become 12 notifications. For each step: how
long it took, and the longest that anything else in the loop had to wait meanwhile (`waited`; `worked` is the processor
time of the loop's thread in it, without what other processes took). Beside the looks stands a bare fetch of the same
items in the same run, thrown away. `--share` makes everything smaller.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from c42desktop.demo.prosody import SERVICE, Prosody
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from tests.conftest import PASSWORDS
from tests.ejabberd import Ejabberd
from tests.people import login_at, signed_in
from tests.readers import TOMORROW, payload
from tests.servers import SERVERS, XmppServer

CALENDARS, EVENTS, BURST = 100, 10_000, 1_000
FLOOD, FLOOD_SECONDS, FLOODED = 5_000, 10.0, 5
MOST_NOTIFICATIONS = 12
AT_ONCE = 50  # requests under way
PATIENCE = 300.0  # seconds for one step
GOAL = 0.050  # seconds
_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false;qt.*.warning=false"}
# Its storage on disk writes a file anew for each item: ten thousand would take an hour, and that is not our subject.
_IN_MEMORY = 'storage = "memory"\n  storage_archive_item_limit = 100000'


@dataclass(slots=True)
class Step:
    """One line of the table; times in seconds."""

    name: str
    took: float
    waited: float = 0.0
    worked: float = 0.0
    bare: float | None = None
    shown: int = 0


@dataclass(slots=True)
class Loaded:
    """The application's process, its journal and its store."""

    folder: Path
    steps: list[Step] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    @property
    def _journal(self) -> Path:
        return self.folder / "journal.jsonl"

    def start(self) -> None:
        """Start it, on the profile that it had before."""
        command = [sys.executable, "-m", "tests.load.application", "--profile", str(self.folder / "profile")]
        with (self.folder / "stderr.log").open("ab") as errors:
            self.process = subprocess.Popen(
                [*command, "--journal", str(self._journal)],
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                env={**os.environ, **_SCREEN},
            )

    def quit(self) -> None:
        """Have it leave in good order."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    def lines(self, since: float = 0.0) -> list[dict[str, Any]]:
        """What it wrote down since an instant of the wall clock."""
        if not self._journal.exists():
            return []
        found = (json.loads(line) for line in self._journal.read_text().splitlines(keepends=True) if line[-1] == "\n")
        return [line for line in found if line["at"] >= since]

    def count(self, sql: str) -> int:
        """A number from its store; 0 while there is none."""
        path = find_profile(str(self.folder / "profile")).store
        if not path.exists():
            return 0
        try:
            with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
                number: int = db.execute(sql).fetchone()[0]
                return number
        except sqlite3.OperationalError:
            return 0

    async def step(self, name: str, true: Callable[[float], object], bare: float | None = None) -> None:
        """Wait until it has done what it was given to do, and note how that went."""
        began = time.time()
        async with asyncio.timeout(PATIENCE):
            while not true(began):
                await asyncio.sleep(0.1)
        took = time.time() - began
        await asyncio.sleep(0.5)  # the last line of its journal
        beats = [line for line in self.lines(began) if "waited" in line]
        waited = max((line["waited"] for line in beats), default=0.0)
        worked = max((line["worked"] for line in beats), default=0.0)
        shown = sum("shown" in line for line in self.lines(began))
        self.steps.append(Step(name, took, waited, worked, bare, shown))

    def looked(self, since: float) -> bool:
        """Whether it has looked at everything."""
        return any("looked" in line for line in self.lines(since))


@asynccontextmanager
async def loaded(server: XmppServer) -> AsyncIterator[Loaded]:
    """The application with an empty profile of Ann's; not started yet."""
    with tempfile.TemporaryDirectory(prefix="c42desktop-load-") as name:
        folder = Path(name)
        profile = find_profile(str(folder / "profile"))
        profile.settings.parent.mkdir(parents=True, exist_ok=True)
        Settings(profile.settings).put_account(Account(login_at(server, "ann"), ask_password=True))
        application = Loaded(folder)
        try:
            yield application
        finally:
            application.quit()
            sys.stderr.write((folder / "stderr.log").read_text() if (folder / "stderr.log").exists() else "")


async def fill(bram: PubSub, ann: PubSub, nodes: Sequence[NodeAddress], events: int) -> None:
    """Make calendars with so many events in all, and subscribe Ann to them."""
    for node in nodes:
        fields = {"pubsub#title": node.node, "pubsub#persist_items": "1", "pubsub#max_items": "20000"}
        await bram.create(node, fields)
    await publish(bram, [(nodes[number % len(nodes)], number, "") for number in range(events)])
    for node in nodes:
        await ann.subscribe(node)


async def publish(bram: PubSub, events: Sequence[tuple[NodeAddress, int, str]]) -> None:
    """Publish these: calendar, number, and what follows the title."""
    waiting = iter(events)

    async def work() -> None:
        for node, number, suffix in waiting:
            start = TOMORROW + timedelta(minutes=30 * (number % 10_000))
            await bram.publish(node, f"item-{number}", payload(f"Event {number}{suffix}", start))

    await asyncio.gather(*(work() for _worker in range(AT_ONCE)))


async def bare_fetch(ann: PubSub, nodes: Sequence[NodeAddress]) -> float:
    """Fetch all items and throw them away. Gives the seconds that took."""
    began = time.perf_counter()
    for node in nodes:
        await ann.items(node)
    return time.perf_counter() - began


async def try_calendars(server: XmppServer, share: float) -> list[Step]:
    """Many calendars, and a burst of changes in them."""
    nodes = [NodeAddress(SERVICE, f"many-{number:03}") for number in range(max(1, int(CALENDARS * share)))]
    events, burst = int(EVENTS * share), int(BURST * share)
    async with signed_in(server, "bram") as bram, signed_in(server, "ann") as phone, loaded(server) as application:
        await fill(bram.pubsub, phone.pubsub, nodes, events)
        bare = await bare_fetch(phone.pubsub, nodes)
        application.start()
        await application.step(f"first look: {len(nodes)} calendars, {events} events", application.looked, bare)
        assert application.count("SELECT count(*) FROM item") == events
        application.quit()
        application.start()
        await application.step("start and look again, nothing changed", application.looked, bare)
        changes = [(nodes[number % len(nodes)], number, " (moved)") for number in range(burst)]
        publishing = asyncio.ensure_future(publish(bram.pubsub, changes))
        told = f"SELECT count(*) = {burst} AND sum(told) = {burst} FROM change"
        await application.step(f"burst of {burst} changes, until all are told", lambda _began: application.count(told))
        await publishing
        return application.steps


async def try_one_calendar(server: XmppServer, share: float) -> list[Step]:
    """One large calendar."""
    nodes, events = [NodeAddress(SERVICE, "large")], int(EVENTS * share)
    async with signed_in(server, "bram") as bram, signed_in(server, "ann") as phone, loaded(server) as application:
        await fill(bram.pubsub, phone.pubsub, nodes, events)
        bare = await bare_fetch(phone.pubsub, nodes)
        application.start()
        await application.step(f"first look: one calendar of {events} events", application.looked, bare)
        assert application.count("SELECT count(*) FROM item") == events
        application.quit()
        application.start()
        await application.step("start and look again, nothing changed", application.looked, bare)
        return application.steps


async def try_flood(server: XmppServer, share: float) -> list[Step]:
    """Thousands of changes in ten seconds, in a few calendars, one after the other."""
    nodes = [NodeAddress(SERVICE, f"flooded-{number}") for number in range(FLOODED)]
    flood, seconds = int(FLOOD * share), FLOOD_SECONDS * share
    items = max(FLOODED, flood // 10)
    async with signed_in(server, "bram") as bram, signed_in(server, "ann") as phone, loaded(server) as application:
        await fill(bram.pubsub, phone.pubsub, nodes, items)
        application.start()
        await application.step(f"first look: {FLOODED} calendars, {items} events", application.looked)
        publishing = asyncio.ensure_future(pour(bram.pubsub, nodes, items, flood, seconds))
        told = f"SELECT count(*) = {flood} AND sum(told) = {flood} FROM change"
        await application.step("flood", lambda _began: application.count(told))
        took = await publishing
        application.steps[-1].name = f"{flood} changes, published in {took:.1f} s, until all are told"
        return application.steps


async def pour(bram: PubSub, nodes: Sequence[NodeAddress], items: int, flood: int, seconds: float) -> float:
    """Publish so many changes of those items, evenly in so many seconds if the server can. Gives how long it took."""
    began = time.perf_counter()

    async def work(worker: int) -> None:
        for number in range(worker, flood, AT_ONCE):
            await asyncio.sleep(began + seconds * number / flood - time.perf_counter())
            item = number % items
            start = TOMORROW + timedelta(minutes=30 * item)
            name = payload(f"Event {item}, {number // items + 1}", start)
            await bram.publish(nodes[item % len(nodes)], f"item-{item}", name)

    await asyncio.gather(*(work(worker) for worker in range(AT_ONCE)))
    return time.perf_counter() - began


def servers(name: str) -> Iterator[tuple[str, AbstractAsyncContextManager[XmppServer]]]:
    """One fresh server, or one of each kind."""
    if name in ("prosody", "both"):
        yield "prosody", Prosody(PASSWORDS, admins=("bram",), options=_IN_MEMORY)
    if name in ("ejabberd", "both"):
        yield "ejabberd", Ejabberd(PASSWORDS, admins=("bram",))


ATTEMPTS = {"calendars": try_calendars, "large": try_one_calendar, "flood": try_flood}


async def measure(name: str, share: float, attempts: Sequence[str] = tuple(ATTEMPTS)) -> list[tuple[str, Step]]:
    """All steps at the servers of that name."""
    found: list[tuple[str, Step]] = []
    for attempt in (ATTEMPTS[each] for each in attempts):
        for kind, made in servers(name):
            async with made as server:
                found += [(kind, step) for step in await attempt(server, share)]
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the table. A time that is longer than hoped for is marked, and is no failure."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--server", choices=[*SERVERS, "both"], default="both")
    parser.add_argument("--share", type=float, default=1.0, help="of the events, calendars and changes")
    parser.add_argument("--only", choices=list(ATTEMPTS), help="one part of it")
    options = parser.parse_args(arguments)
    pubsub_module.TIMEOUT = PATIENCE  # of the publisher: the machine is busy
    steps = asyncio.run(measure(options.server, options.share, [options.only] if options.only else list(ATTEMPTS)))
    print(f"{'':9} {'step':52} {'took':>8} {'bare':>8} {'ratio':>6} {'waited':>9} {'worked':>9}  shown")
    for kind, step in steps:
        bare = f"{step.bare:7.2f}s {step.took / step.bare:5.1f}x" if step.bare else f"{'':8} {'':6}"
        late = "  over 50 ms" if step.worked > GOAL else ""
        late += f"  more than {MOST_NOTIFICATIONS}" if step.shown > MOST_NOTIFICATIONS else ""
        times = f"{step.waited * 1000:6.1f} ms {step.worked * 1000:6.1f} ms"
        print(f"{kind:9} {step.name:52} {step.took:7.2f}s {bare} {times} {step.shown:6}{late}")
    print("the longest wait in the loop:", f"{max(step.waited for _kind, step in steps) * 1000:.1f} ms")
    return 0
