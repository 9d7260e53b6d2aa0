"""The application under load, as a process of its own: what people run, without a screen, and with a heart in its loop.

    python -m tests.load.application --profile FOLDER --journal FILE

Each fifth of a second that the heart was kept waiting for longer than usual is a line in the journal, and so are the
end of each look at everything and each notification.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from c42desktop import log
from c42desktop.app import Application
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import RecordingNotifier
from c42desktop.profile import Profile, find_profile, locked
from c42desktop.qt_loop import run_in_qt
from c42desktop.store.store import HURRY, Store
from c42desktop.sync import Update
from tests.conftest import PASSWORDS
from tests.heartbeat import Heartbeat
from tests.people import DOMAIN

PERIOD = 0.2  # seconds
WORTH_A_LINE = 0.005  # seconds


class Journal:
    """A file of JSON lines, each with the time of the wall clock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, **values: object) -> None:
        """Add one line."""
        with self._path.open("a") as file:
            file.write(json.dumps({"at": time.time(), **values}) + "\n")


class Desktop(RecordingNotifier):
    """Writes down what it is asked to show."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal

    async def show(self, notification: Notification) -> None:
        """Write it down."""
        await super().show(notification)
        self._journal.add(shown=notification.title)


class LoadedApplication(Application):
    """Writes down when everything was looked at."""

    journal: Journal

    def _updated(self, update: Update, away: bool) -> None:
        super()._updated(update, away)
        if update.synced:
            self.journal.add(looked=True)


def main(arguments: Sequence[str]) -> int:
    """Run until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.application", description=__doc__)
    parser.add_argument("--profile", required=True)
    parser.add_argument("--journal", type=Path, required=True)
    options = parser.parse_args(arguments)
    profile = find_profile(options.profile)
    with locked(profile, "c42desktop"):
        log.to_file(profile.log)
        run_in_qt(lambda: _loaded(profile, Journal(options.journal)))
    return 0


@asynccontextmanager
async def _loaded(profile: Profile, journal: Journal) -> AsyncIterator[Application]:
    store = Store(profile.store, patience=HURRY)
    passwords = {f"{name}@{DOMAIN}": password for name, password in PASSWORDS.items()}
    heart = Heartbeat()
    try:
        application = LoadedApplication(profile, store, passwords=passwords, notifier=Desktop(journal))
        application.journal = journal
        application.tasks.spawn(_write_down(heart, journal))
        yield application
    finally:
        heart.stop()
        store.close()


async def _write_down(heart: Heartbeat, journal: Journal) -> None:
    heart.start()  # the window is there: until then nobody could have noticed a wait
    while True:
        await asyncio.sleep(PERIOD)
        worst = heart.take()
        if worst.waited > WORTH_A_LINE:
            journal.add(waited=worst.waited, worked=worst.worked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
