"""How long a pushed change takes to an accepted notification: part of `make bench`, or python -m tests.bench_notify.

As tests.bench, with another end: the tray application, without a screen, and with a real notification daemon (dunst)
on a private bus. Beside it, at the same account, a plain slixmpp client notes when the library calls back; the
publisher sends one change after the other, with pauses: what is measured is a single change, not a queue.

A notification counts as accepted when the daemon's answer over D-Bus is here; how long the daemon took for that is in a
row of its own, and so is what it takes for the same while nothing else is done. `--daemon fake` answers at once, for it
draws nothing. Each notification is taken off the screen before the next comes.

So many changes of one calendar in a row would be one notification that counts on (notify/bursts.py). The limits are
lifted in the application that is measured, and nothing else: each change goes the way that a single one goes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from c42desktop.app import Application
from c42desktop.demo.prosody import Prosody
from c42desktop.notify import bursts
from c42desktop.notify.freedesktop import FreedesktopNotifier
from c42desktop.notify.notification import Action, Notification
from c42desktop.profile import Profile, find_profile, locked
from c42desktop.qt_loop import run_in_qt
from c42desktop.settings import Account, Settings
from c42desktop.store.store import HURRY, Store
from c42desktop.sync import Update
from c42desktop.tasks import Tasks
from tests.bench import ITEMS, _between, _prepare, _role, _times
from tests.conftest import PASSWORDS
from tests.desktop.harness import Desktop
from tests.notify.fake_daemon import fake_daemon
from tests.people import DOMAIN, login_at

AIM = 0.003  # seconds from the raw callback to the accepted notification, in the median
ALONE = 50  # notifications that the daemon is given while nothing else is done
WARM_UP = ITEMS  # changes that are not measured: the first ones load what later ones need
_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false;qt.*.warning=false"}


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table. A missed aim is said, and is no failure: the machine may be busy."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench_notify", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="changes to publish")
    parser.add_argument("--pause", type=float, default=0.1, help="seconds between two changes")
    parser.add_argument("--daemon", choices=("dunst", "fake"), default="dunst")
    parser.add_argument("--profile", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.profile:
        _run_application(find_profile(options.profile), options.count)
        return 0
    print("\n".join(asyncio.run(measure(options.count, options.pause, options.daemon))))
    return 0


async def measure(count: int, pause: float, daemon: str) -> list[str]:
    """The lines of the table."""
    count += WARM_UP
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(Prosody(PASSWORDS, admins=("bram",)))
        await _prepare(server)
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="c42desktop-bench-"))
        desktop = stack.enter_context(Desktop(tray=None, keyring=False, notifications=daemon == "dunst"))
        if daemon == "fake":
            await stack.enter_async_context(fake_daemon(desktop.bus.address, "actions", "body"))
        Settings(find_profile(folder).settings).put_account(Account(login_at(server, "ann"), ask_password=True))
        times = await asyncio.to_thread(_measure, server, folder, desktop, count, pause)
        return table(*times, alone=await _alone(desktop.bus.address, pause))


def _measure(server: Prosody, folder: str, desktop: Desktop, count: int, pause: float) -> list[dict[int, float]]:
    """When each change was published, its push arrived, the library called back, the push arrived here as well, the
    daemon was asked, and the notification was accepted."""
    raw = _role("raw", login_at(server, "ann"), "--count", str(count))
    command = [sys.executable, "-m", "tests.bench_notify", "--profile", folder, "--count", str(count)]
    environment = {**os.environ, **_SCREEN, "DBUS_SESSION_BUS_ADDRESS": desktop.bus.address}
    application = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    try:
        for process in (raw, application):
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
        publisher = _role("publisher", login_at(server, "bram"), "--count", str(count), "--pause", str(pause))
        heard, asked, accepted = map(_times, application.communicate(timeout=600)[0].splitlines())
        published = _times(publisher.communicate(timeout=60)[0])
        arrived, called = map(_times, raw.communicate(timeout=60)[0].splitlines())
    finally:
        for process in (application, raw):
            process.terminate()
            process.communicate()
    return [published, arrived, called, heard, asked, accepted]


async def _alone(address: str, pause: float) -> list[float]:
    """How long the daemon takes for such a notification, by itself."""
    notifier = FreedesktopNotifier("c42desktop", address)
    took = []
    for number in range(WARM_UP + ALONE):
        notification = Notification(
            "alone",
            f"Moved: Change {number}",
            "22 Nov 2099 15:00 - 15:30, was 14:00 · Bench",
            actions=(Action("show", "Show"),),
        )
        asked = time.monotonic()
        await notifier.show(notification)
        took.append(time.monotonic() - asked)
        await notifier.withdraw(notification.key)
        await asyncio.sleep(pause)
    await notifier.close()
    return took[WARM_UP:]


def table(*times: Mapping[int, float], alone: list[float]) -> list[str]:
    """Median, 99th percentile and maximum of each way."""
    published, arrived, called, heard, asked, accepted = (
        {number: at for number, at in each.items() if number >= WARM_UP} for each in times
    )
    share = _between(called, accepted)
    rows = {
        "publish to raw push (server)": _between(published, arrived),
        "publish to raw callback (and library)": _between(published, called),
        "publish to accepted notification": _between(published, accepted),
        "raw callback to accepted notification": share,
        "  of that, until the server has sent it here": _between(called, heard),
        "  of that, until the daemon is asked": _between(heard, asked),
        "  of that, the daemon": _between(asked, accepted),
        "the daemon, while nothing else is done": alone,
    }
    lines = [f"{len(accepted)} changes, milliseconds{'':20}  median     p99     max"]
    for name, values in rows.items():
        p99 = statistics.quantiles(values, n=100, method="inclusive")[98]
        lines.append(f"{name:43}" + "".join(f"{1000 * v:8.2f}" for v in (statistics.median(values), p99, max(values))))
    reached = "reached" if statistics.median(share) <= AIM else "MISSED"
    lines.append(f"The aim is a median of {1000 * AIM:.0f} ms from callback to notification: {reached}.")
    return lines


# -- the application --------------------------------------------------------------------------------------------------


class Timed(FreedesktopNotifier):
    """The notifier of this system; it notes when the daemon has accepted what says so of each change."""

    def __init__(self, count: int) -> None:
        super().__init__("c42desktop")
        self._count = count
        self._asked: dict[int, float] = {}
        self._accepted: dict[int, float] = {}
        self.heard: dict[int, float] = {}
        self._tasks = Tasks()
        self.done = asyncio.Event()

    async def show(self, notification: Notification) -> None:
        """Show it, and look at the clock."""
        asked = time.monotonic()
        await super().show(notification)
        accepted = time.monotonic()
        number = max(map(int, re.findall(r"Change (\d+)", f"{notification.title} {notification.body}")))
        self._asked[number], self._accepted[number] = asked, accepted
        self._tasks.spawn(self.withdraw(notification.key))
        if len(self._accepted) == self._count:
            print(*map(json.dumps, (self.heard, self._asked, self._accepted)), sep="\n", flush=True)
            self.done.set()


class TimedApplication(Application):
    """Says when it has looked at everything; `heard` gets when the bytes of each change came."""

    heard: dict[int, float]

    def _updated(self, update: Update, away: bool) -> None:
        super()._updated(update, away)
        for change in update.changes:
            (link,) = self.accounts.all()
            self.heard[int(change.summary.split()[1])] = link.session.client.heard
        if update.synced:
            print("ready", flush=True)


def _run_application(profile: Profile, count: int) -> None:
    bursts.MOST = bursts.MOST_OF_ALL = sys.maxsize
    with locked(profile, "c42desktop"):
        run_in_qt(lambda: _timed(profile, count))


@asynccontextmanager
async def _timed(profile: Profile, count: int) -> AsyncIterator[Application]:
    store = Store(profile.store, patience=HURRY)
    passwords = {f"{name}@{DOMAIN}": password for name, password in PASSWORDS.items()}
    notifier = Timed(count)
    try:
        application = TimedApplication(profile, store, passwords=passwords, notifier=notifier)
        application.heard = notifier.heard
        application.tasks.spawn(_stop(application, notifier))
        yield application
    finally:
        store.close()


async def _stop(application: Application, notifier: Timed) -> None:
    await notifier.done.wait()
    application.stop.set()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
