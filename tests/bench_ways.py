"""How long a push takes over TCP, WebSocket and BOSH, with each of the servers: the second part of `make bench`.

One process and one server at a time. For each way there is an account of its own that follows a calendar of its own;
Bram publishes in all of them by turns and awaits each push before the next, so that whatever else happens on this
machine meets all ways alike. A time is that from asking the server to publish to having the parsed push.
"""

from __future__ import annotations

import asyncio
import statistics
import time
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from c42desktop.demo.prosody import Prosody
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import State, Way
from tests.conftest import PASSWORDS
from tests.ejabberd import Ejabberd
from tests.people import Witness, calendar, login_at, witness
from tests.readers import payload
from tests.servers import WAYS, XmppServer

WARM_UP = 10  # changes that are not measured
AIMS = {Way.WEBSOCKET: 1.2, Way.BOSH: 2.0}  # at most so many times as long as over TCP, in the median
_SECRET = "geheim"
_ACCOUNTS = {**PASSWORDS, **{str(way): _SECRET for way in WAYS}}

Times = dict[Way, list[float]]


async def report(count: int, pause: float) -> None:
    """Measure `count` changes for each way, and print a table for each server."""
    for kind in (Prosody, Ejabberd):
        try:
            async with kind(_ACCOUNTS, admins=("bram",)) as server:
                print("\n".join(table(kind.__name__.lower(), await measure(server, count, pause))))
        except UserError as error:
            print(f"{kind.__name__}: {error}")


async def measure(server: XmppServer, count: int, pause: float) -> Times:
    """How long each push took, in seconds."""
    async with AsyncExitStack() as stack:
        bram = await stack.enter_async_context(witness(login_at(server, "bram")))
        await bram.until(State.ONLINE)
        readers = {}
        for way in WAYS:
            reader = await stack.enter_async_context(witness(login_at(server, str(way), way=way), _SECRET))
            await reader.until(State.ONLINE)
            readers[way] = (reader, await calendar(bram))
            await reader.pubsub.subscribe(readers[way][1])
        times: Times = {way: [] for way in WAYS}
        for number in range(WARM_UP + count):
            for turn in range(len(WAYS)):
                way = WAYS[(number + turn) % len(WAYS)]  # each has each of the others before it
                took = await _push(bram, *readers[way], number)
                if number >= WARM_UP:
                    times[way].append(took)
                await asyncio.sleep(pause)
        return times


async def _push(bram: Witness, reader: Witness, address: NodeAddress, number: int) -> float:
    item = payload(f"Change {number}")
    began = time.perf_counter()
    published = asyncio.ensure_future(bram.pubsub.publish(address, f"item-{number % 20}", item))
    async with asyncio.timeout(20):
        while f">Change {number}<" not in ET.tostring(await reader.messages.get(), encoding="unicode"):
            pass
        took = time.perf_counter() - began
        await published
    return took


def table(server: str, times: Mapping[Way, Sequence[float]]) -> list[str]:
    """The lines of a table: median, 99th percentile, maximum, and the median as a multiple of TCP's."""
    count = len(times[Way.TCP])
    lines = ["", f"{server}: {count} pushes over each way, in ms".ljust(48) + "median     p99     max  ratio"]
    for way, values in times.items():
        numbers = (statistics.median(values), statistics.quantiles(values, n=100, method="inclusive")[98], max(values))
        ratio = numbers[0] / statistics.median(times[Way.TCP])
        said = "".join(f"{1000 * each:8.2f}" for each in numbers)
        lines.append(f"  {way:44}{said}{ratio:7.2f}{_verdict(way, ratio)}")
    return lines


def _verdict(way: Way, ratio: float) -> str:
    aim: Any = AIMS.get(way)
    return "" if aim is None else f"  (aim: {aim:.1f}, {'reached' if ratio <= aim else 'MISSED'})"
