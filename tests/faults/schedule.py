"""What goes wrong, and when: drawn from a random number generator."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Collection

from tests.faults.process import DEAD_AFTER, Process
from tests.faults.proxy import Proxy
from tests.servers import XmppServer

LONGEST_STALL = 1.6 * DEAD_AFTER  # seconds: some are noticed, some are over before that
PATIENCE = 3.0  # seconds to wait for a notification

# After these the application looks at everything, because its session is a new one or the store refused something.
FOLLOWED_BY_A_LOOK = frozenset({"server restarted", "application killed", "killed while it tells", "store locked"})

Fault = Callable[[], Awaitable[None]]


class Schedule:
    """Faults of the network and the server on one side, of the machine on the other: at most one of each at a time.

    `pause` is how long all goes well between two of them, in seconds on average; `spared` are those that do not happen;
    `happened` counts the others by name.
    """

    def __init__(
        self,
        proxy: Proxy,
        server: XmppServer,
        process: Process,
        *,
        seed: int,
        pause: float,
        spared: Collection[str],
        happened: Counter[str],
    ) -> None:
        self._proxy = proxy
        self._server = server
        self._process = process
        self._pause = pause
        self._spared = spared
        self._happened = happened
        self._network = random.Random(f"{seed} network")
        self._machine = random.Random(f"{seed} machine")

    async def run(self, until: asyncio.Event) -> None:
        """Let things go wrong until the event is set. Then all is well, and the application runs."""
        away = {
            "connection reset": self._reset,
            "connection ended": self._ended,
            "stalled, then on": self._stalled,
            "stalled, then reset": self._stalled_for_good,
            "slow network": self._slow,
            "tiny packets": self._split,
            "connection refused": self._refused,
            "server restarted": self._server_restarted,
        }
        here = {
            "application killed": self._killed,
            "killed while it tells": self._killed_while_it_tells,
            "application frozen": self._frozen,
            "store locked": self._locked,
        }
        await asyncio.gather(self._keep(away, self._network, until), self._keep(here, self._machine, until))

    async def _keep(self, faults: dict[str, Fault], chance: random.Random, until: asyncio.Event) -> None:
        names = [name for name in faults if name not in self._spared]
        while not until.is_set():
            name = chance.choice(names)
            await faults[name]()
            self._happened[name] += 1
            wait = asyncio.wait_for(until.wait(), chance.expovariate(1.0) * self._pause)
            await asyncio.gather(wait, return_exceptions=True)

    # -- the network and the server -----------------------------------------------------------------------------

    async def _reset(self) -> None:
        self._proxy.cut()

    async def _ended(self) -> None:
        self._proxy.cut(reset=False)

    async def _stalled(self) -> None:
        self._proxy.stall()
        await self._last(1.0, LONGEST_STALL)

    async def _stalled_for_good(self) -> None:
        self._proxy.stall()
        await asyncio.sleep(self._network.uniform(1.0, LONGEST_STALL))
        self._proxy.cut()
        await self._proxy.heal()

    async def _slow(self) -> None:
        self._proxy.delay(self._network.uniform(0.05, 0.4))
        await self._last(2.0, 5.0)

    async def _split(self) -> None:
        self._proxy.split()
        await self._last(2.0, 5.0)

    async def _refused(self) -> None:
        self._proxy.refuse()
        self._proxy.cut()
        await self._last(1.0, 4.0)

    async def _server_restarted(self) -> None:
        await self._server.stop()
        await asyncio.sleep(self._network.uniform(0.0, 2.0))
        await self._server.start()

    async def _last(self, shortest: float, longest: float) -> None:
        await asyncio.sleep(self._network.uniform(shortest, longest))
        await self._proxy.heal()

    # -- the machine --------------------------------------------------------------------------------------------

    async def _killed(self) -> None:
        self._process.kill()
        await asyncio.sleep(self._machine.uniform(0.0, 1.5))
        self._process.start()

    async def _killed_while_it_tells(self) -> None:
        """The desktop has accepted a notification, and the program does not know yet."""
        size = self._process.size
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._process.size == size:
                    await asyncio.sleep(0.002)
        await self._killed()

    async def _frozen(self) -> None:
        self._process.freeze()
        await asyncio.sleep(self._machine.uniform(1.0, 4.0))
        self._process.thaw()

    async def _locked(self) -> None:
        """Another program writes to the store for a while: a backup, a virus scanner, somebody curious."""
        other = sqlite3.connect(self._process.profile.store, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(self._machine.uniform(1.0, 3.0))
            other.execute("ROLLBACK")
        finally:
            other.close()
