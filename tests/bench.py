"""How long a pushed change takes to a printed line: `make bench`, or python -m tests.bench [--count N] [--pause S].

Four processes on this machine and its one monotonic clock: a private Prosody; `c42desktop watch --json`; beside it, at
the same account, a plain slixmpp client that notes when the bytes of a push arrive; and a publisher that sends one
change after the other and awaits each answer. This process does nothing but read the pipe of `watch`: a line's time is
the moment at which it could be read there. What TCP, WebSocket and BOSH add is measured by tests.bench_ways.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from slixmpp import ClientXMPP
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop.calendar import payloads
from c42desktop.commands.online import signed_in
from c42desktop.demo.prosody import SERVICE, Prosody
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login
from tests import bench_ways
from tests.conftest import PASSWORDS
from tests.people import login_at

CALENDAR = NodeAddress(SERVICE, "bench")
ITEMS = 20  # events that change in turn
GOAL = 0.050  # seconds from the raw push to the line, in the median
_EVENT = "{http://jabber.org/protocol/pubsub#event}event"
_ICS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//bench
BEGIN:VEVENT
UID:item-{item}
SUMMARY:Change {number}
DTSTART:20991122T{hour:02}0000Z
DTEND:20991122T{hour:02}3000Z
LOCATION:Room 12
END:VEVENT
END:VCALENDAR
"""


def main(arguments: Sequence[str]) -> int:
    """Measure, print a table, and fail where the goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="changes to publish")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two changes")
    parser.add_argument("--role", choices=("raw", "publisher"), help=argparse.SUPPRESS)
    parser.add_argument("--login", type=json.loads, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.role == "raw":
        asyncio.run(_listen(Login(**options.login), options.count))
        return 0
    if options.role == "publisher":
        asyncio.run(_publish(Login(**options.login), options.count, options.pause))
        return 0
    code = asyncio.run(_bench(options.count, options.pause))
    asyncio.run(bench_ways.report(options.count, options.pause))
    return code


async def _bench(count: int, pause: float) -> int:
    async with Prosody(PASSWORDS, admins=("bram",)) as server:
        await _prepare(server)
        with tempfile.TemporaryDirectory(prefix="c42desktop-bench-") as folder:
            times = await asyncio.to_thread(_measure, server, Path(folder), count, pause)
    return _report(*times)


async def _prepare(server: Prosody) -> None:
    """The calendar with its events, Ann subscribed to it."""
    async with (
        signed_in(login_at(server, "bram"), PASSWORDS["bram"]) as bram,
        signed_in(login_at(server, "ann"), PASSWORDS["ann"]) as ann,
    ):
        await bram.create(CALENDAR, {"pubsub#title": "Bench", "pubsub#max_items": "100"})
        for item in range(ITEMS):
            await bram.publish(CALENDAR, f"item-{item}", _payload(-ITEMS + item))
        await ann.subscribe(CALENDAR)


def _payload(number: int) -> Any:
    """The event that change `number` is about; another hour each time round."""
    return payloads.to_ics_payload(_ICS.format(item=number % ITEMS, number=number, hour=number // ITEMS % 24))


# -- the processes ----------------------------------------------------------------------------------------------------


def _measure(
    server: Prosody, folder: Path, count: int, pause: float
) -> tuple[dict[int, float], dict[int, float], dict[int, float]]:
    """When each change was published, when its push arrived, and when its line could be read."""
    raw = _role("raw", login_at(server, "ann"), "--count", str(count))
    watch = _watch(server, folder)
    try:
        assert raw.stdout is not None
        assert watch.stdout is not None
        assert raw.stdout.readline() == b"ready\n"
        read = _lines(watch.stdout.fileno())
        assert json.loads(next(read)[1]) == {"kind": "ready"}
        publisher = _role("publisher", login_at(server, "bram"), "--count", str(count), "--pause", str(pause))
        printed: dict[int, float] = {}
        while len(printed) < count:
            moment, line = next(read)
            printed[int(json.loads(line)["summary"].split()[1])] = moment
        published = _times(publisher.communicate(timeout=60)[0])
        arrived = _times(raw.communicate(timeout=60)[0].splitlines()[0])
    finally:
        for process in (watch, raw):
            process.terminate()
            process.communicate()
    return published, arrived, printed


def _lines(pipe: int) -> Any:
    """The lines of a pipe, each with the moment at which its end could be read."""
    rest = b""
    while chunk := os.read(pipe, 65536):
        moment = time.monotonic()
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield moment, line
    raise RuntimeError("The command has ended.")


def _role(name: str, login: Login, *options: str) -> subprocess.Popen[bytes]:
    fields = {name: getattr(login, name) for name in ("jid", "host", "port", "ca_file", "resource")}
    command = [sys.executable, "-m", "tests.bench", "--role", name, "--login", json.dumps(fields), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def _watch(server: Prosody, folder: Path) -> subprocess.Popen[bytes]:
    Settings(folder / "settings.toml").put_account(Account(login_at(server, "ann"), ask_password=True))
    command = [sys.executable, "-m", "c42desktop", "--profile", str(folder), "watch", "--json", "--password-stdin"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(PASSWORDS["ann"].encode() + b"\n")
    process.stdin.close()
    process.stdin = None
    return process


class _Raw(ClientXMPP):
    """The library and nothing else. `pushed` has the moment at which the bytes of each push arrived, `called` the one
    at which the library had called back."""

    def __init__(self, login: Login, count: int) -> None:
        super().__init__(f"{login.jid}/{login.resource}", PASSWORDS[login.jid.partition("@")[0]])
        self.ca_certs = Path(login.ca_file)
        self.enable_direct_tls = False
        self.done = asyncio.Event()
        self.pushed: dict[int, float] = {}
        self.called: dict[int, float] = {}
        self._count = count
        self._arrived = 0.0
        self.add_event_handler("session_start", self._started)
        self.register_handler(Callback("push", MatchXPath(f"{{jabber:client}}message/{_EVENT}"), self._push))

    def data_received(self, data: Any) -> None:
        self._arrived = time.monotonic()
        super().data_received(data)

    def _started(self, _event: object) -> None:
        self.send_presence(ppriority=0)
        print("ready", flush=True)

    def _push(self, message: Any) -> None:
        called = time.monotonic()
        text = "".join(message.xml.itertext())
        number = int(text.partition("SUMMARY:Change ")[2].split()[0])
        self.pushed[number], self.called[number] = self._arrived, called
        if len(self.pushed) == self._count:
            self.done.set()


async def _listen(login: Login, count: int) -> None:
    client = _Raw(login, count)
    client.connect(login.host, login.port)
    await client.done.wait()
    print(json.dumps(client.pushed), json.dumps(client.called), sep="\n", flush=True)
    await client.disconnect()


async def _publish(login: Login, count: int, pause: float) -> None:
    published = {}
    async with signed_in(login, PASSWORDS["bram"]) as pubsub:
        for number in range(count):
            payload = _payload(number)
            published[number] = time.monotonic()
            await pubsub.publish(CALENDAR, f"item-{number % ITEMS}", payload)
            await asyncio.sleep(pause)
    print(json.dumps(published), flush=True)


def _times(text: bytes) -> dict[int, float]:
    return {int(number): moment for number, moment in json.loads(text).items()}


# -- the table --------------------------------------------------------------------------------------------------------


def _report(published: Mapping[int, float], arrived: Mapping[int, float], printed: Mapping[int, float]) -> int:
    share = _between(arrived, printed)
    rows = {
        "publish to raw push (server and library)": _between(published, arrived),
        "publish to printed line": _between(published, printed),
        "raw push to printed line (this program)": share,
    }
    print(f"{len(printed)} changes, milliseconds{'':20}  median     p99     max")
    for name, values in rows.items():
        p99 = statistics.quantiles(values, n=100, method="inclusive")[98]
        print(f"{name:43}" + "".join(f"{1000 * each:8.2f}" for each in (statistics.median(values), p99, max(values))))
    reached = statistics.median(share) <= GOAL
    print(f"The goal is a median of {1000 * GOAL:.0f} ms from push to line: {'reached' if reached else 'MISSED'}.")
    return 0 if reached else 1


def _between(earlier: Mapping[int, float], later: Mapping[int, float]) -> list[float]:
    return [later[number] - moment for number, moment in earlier.items()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
