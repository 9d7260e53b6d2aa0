"""The program under test, as a process of its own: the application that people run, without a screen.

    python -m tests.faults.application --profile FOLDER --journal FILE --run NUMBER

Its notifier is a desktop that accepts everything and writes it down: a line is in the journal, and on the disk, before
the change counts as told. Beside that the journal has what was marked as told in the store, and each look at a
calendar, the first with what was found.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from c42desktop import clock, log
from c42desktop import settings as settings_module
from c42desktop.app import Application
from c42desktop.calendar.model import CalendarRef, Change, ItemRef
from c42desktop.demo.prosody import DOMAIN
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import Notifier
from c42desktop.profile import Profile, find_profile, locked
from c42desktop.qt_loop import run_in_qt
from c42desktop.store.store import Store
from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp import session as session_module
from tests.conftest import PASSWORDS

# In these tests a line goes down every few seconds, which is no reason to stay away for minutes.
LONGEST_WAIT = 4.0
# What this Prosody does not answer (see LIST_TIMEOUT) need not be waited for here.
LIST_TIMEOUT = 1.0
LOOK_EVERY = (1, 7 * 86400)  # seconds; a test cannot wait as long as a person
DESKTOP = 0.03  # seconds from a request to the notification on the screen, and from there to the answer


class Journal:
    """A file to which whole lines are added, each on the disk when `add` returns."""

    def __init__(self, path: Path, run: int) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._run = run

    def add(self, **values: object) -> None:
        """Add one line."""
        line = json.dumps({"run": self._run, "at": clock.now().isoformat(), **values})
        os.write(self._file, line.encode() + b"\n")
        os.fsync(self._file)


class Desktop(Notifier):
    """Accepts every notification. `told` are the numbers of the changes that one is about."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.application: Application
        self._journal = journal
        self._last: list[int] = []

    async def show(self, notification: Notification) -> None:
        """Write it down; from then on it is on the screen, though the program does not know yet."""
        await asyncio.sleep(DESKTOP)
        ids = sorted(self.application.telling.teller.showing)
        self._journal.add(told=ids, key=notification.key, title=notification.title, body=notification.body)
        self._last = ids
        await asyncio.sleep(DESKTOP)

    async def withdraw(self, key: str) -> None:
        """What undoes something on the screen is told by taking that away."""
        ids = sorted(self.application.telling.teller.showing)
        if ids and ids != self._last:
            self._journal.add(told=ids, key=key, title="", body="")
            self._last = ids


class WatchedStore(Store):
    """The store; it writes down when a calendar has been looked at, and what it knows to be told."""

    def __init__(self, path: Path, journal: Journal) -> None:
        super().__init__(path)
        self._journal = journal

    def set_synced(self, ref: CalendarRef, *, synced: bool = True) -> None:
        """The first look is no news: what it found counts as known."""
        if synced and not self.is_synced(ref):
            self._journal.add(look=ref.node, found=self._summaries(ref, self.digests(ref)))
        elif synced:
            self._journal.add(look=ref.node)
        super().set_synced(ref, synced=synced)

    def mark_told(self, changes: Iterable[Change], now: datetime) -> None:
        """From here on nothing of this may be told again."""
        told = list(changes)
        super().mark_told(told, now)
        self._journal.add(marked=[change.id for change in told])

    def _summaries(self, ref: CalendarRef, ids: Collection[str]) -> dict[str, str]:
        items = [self.item(ItemRef(ref, item_id)) for item_id in ids]
        return {item.ref.item_id: item.events[0].summary for item in items if item is not None}


def main(arguments: Sequence[str]) -> int:
    """Run until SIGTERM, or until killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.application", description=__doc__)
    parser.add_argument("--profile", required=True)
    parser.add_argument("--journal", type=Path, required=True)
    parser.add_argument("--run", type=int, required=True)
    options = parser.parse_args(arguments)
    pubsub_module.LIST_TIMEOUT = LIST_TIMEOUT
    session_module.LONGEST_WAIT = LONGEST_WAIT
    settings_module._LOOK_EVERY = LOOK_EVERY
    profile = find_profile(options.profile)
    with locked(profile, "c42desktop"):
        log.to_file(profile.log)
        run_in_qt(lambda: _watched(profile, Journal(options.journal, options.run)))
    return 0


@asynccontextmanager
async def _watched(profile: Profile, journal: Journal) -> AsyncIterator[Application]:
    store = WatchedStore(profile.store, journal)
    desktop = Desktop(journal)
    try:
        desktop.application = Application(profile, store, passwords=_passwords(), notifier=desktop)
        yield desktop.application
    finally:
        store.close()


def _passwords() -> dict[str, str]:
    return {f"{name}@{DOMAIN}": password for name, password in PASSWORDS.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
