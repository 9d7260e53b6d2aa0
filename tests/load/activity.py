"""Many changes at once and the activity list: python -m tests.load.activity [--changes 5000] [--seconds 10]

Store, controller, model, window and tray are the real ones, in one loop of Qt. For each way to look at the list: the
longest that anything else in the loop had to wait (`waited`; `worked` is the processor time of the loop's thread in
it, without what other processes took), and whether everything is there afterwards. Times fail nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex

from c42desktop import clock
from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, FieldChange, ItemRef
from c42desktop.controllers.activity import ActivityController
from c42desktop.qt_loop import run_in_qt
from c42desktop.store.store import HURRY, Store, StoredItem
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray
from tests.heartbeat import Blocked, Heartbeat

CALENDARS = [CalendarRef("ann@example.org", "pubsub.example.org", f"team-{number}") for number in range(10)]


@dataclass(frozen=True, slots=True)
class Measured:
    """One way to look at the list."""

    name: str
    written: int
    listed: int
    unread: int
    seconds: float
    blocked: Blocked


class Burst:
    """`changes` in `seconds`, in front of a list that is looked at by `look`."""

    def __init__(self, name: str, look: Callable[[MainWindow], None], changes: int, seconds: float) -> None:
        self.stop = asyncio.Event()
        self.measured: Measured | None = None
        self._name, self._look, self._changes, self._seconds = name, look, changes, seconds
        self._folder = tempfile.TemporaryDirectory(prefix="c42desktop-activity-")
        self._store = Store(Path(self._folder.name) / "calendars.sqlite", patience=HURRY)
        calendars = [self._store.add_calendar(ref, ref.node) for ref in CALENDARS]
        self._window = MainWindow(AgendaModel(_now()))
        self._tray = Tray(list, _now)
        self._controller = ActivityController(self._store, self._window, self._tray, now=_now)
        self._window.set_calendars(calendars)
        self._controller.set_calendars(calendars)

    async def run(self) -> None:
        """What a person would see."""
        self._window.show_agenda()
        self._window.present()
        for number in range(60):
            self._push(-number - 1)
        self._window.page.show_activity()
        await asyncio.sleep(0.5)
        self._look(self._window)
        await asyncio.sleep(0.5)
        heart = Heartbeat()
        heart.start()
        began = time.perf_counter()
        for number in range(self._changes):
            self._push(number)
            ahead = began + (number + 1) * self._seconds / self._changes - time.perf_counter()
            await asyncio.sleep(max(0.0, ahead))
        took = time.perf_counter() - began
        await asyncio.sleep(0.5)
        blocked = heart.take()
        heart.stop()
        self.measured = self._result(took, blocked)
        self._controller.close()
        self._window.hide()
        self._store.close()
        self._folder.cleanup()

    def _push(self, number: int) -> None:
        """As a push writes it: the item and its change in one transaction, then the window is told."""
        ref = CALENDARS[number % len(CALENDARS)]
        start = _now() + timedelta(hours=2)
        event = Event(f"e{number}", f"Design review {number}", start, start + timedelta(hours=1), location="Room 4")
        fields = (
            FieldChange("start", (start - timedelta(hours=1)).isoformat(), start.isoformat()),
            FieldChange("location", "Room 12", "Room 4"),
        )
        change = Change(ChangeKind.CHANGED, ref, event.uid, event.summary, datetime.now(UTC), fields, event)
        written = self._store.put_item(StoredItem(ItemRef(ref, event.uid), "<x/>", b"", (event,)), [change])
        self._controller.changed(written, written, away=False)

    def _result(self, took: float, blocked: Blocked) -> Measured:
        """Everything that is in the list once somebody has scrolled to its end."""
        model, root = self._window.activity.model, QModelIndex()
        self._window.page.show_activity()
        self._controller.start_over()
        self._controller.refresh()
        while model.canFetchMore(root):
            model.fetchMore(root)
        return Measured(
            self._name,
            self._changes + 60,
            len(model.entries),
            sum(self._controller.unread().values()),
            took,
            blocked,
        )


def _now() -> datetime:
    return clock.now().astimezone(clock.LOCAL)


def _at_top(_window: MainWindow) -> None:
    """As it is."""


def _further_down(window: MainWindow) -> None:
    window.activity.view.verticalScrollBar().setValue(800)


def _elsewhere(window: MainWindow) -> None:
    window.page.show_agenda()


WAYS = (("seen at its top", _at_top), ("read further down", _further_down), ("not seen", _elsewhere))


def measure(changes: int, seconds: float) -> list[Measured]:
    """Each way, one after the other."""
    found: list[Measured] = []

    async def run_all() -> None:
        for name, look in WAYS:
            burst = Burst(name, look, changes, seconds)
            await burst.run()
            assert burst.measured is not None
            found.append(burst.measured)

    class Run:
        stop = asyncio.Event()

        async def run(self) -> None:
            await run_all()

    @asynccontextmanager
    async def made() -> AsyncIterator[Run]:
        yield Run()

    run_in_qt(made)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print them. 1 where something is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.activity", description=__doc__)
    parser.add_argument("--changes", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=10.0)
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lost = False
    for each in measure(options.changes, options.seconds):
        lost |= not each.written == each.listed == each.unread
        print(
            f"list {each.name}: {each.written} written in {each.seconds:.1f} s, {each.listed} listed, "
            f"{each.unread} unread; waited {each.blocked.waited * 1000:.0f} ms, "
            f"worked {each.blocked.worked * 1000:.0f} ms"
        )
    return int(lost)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
