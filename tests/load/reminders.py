"""How long it takes to plan the reminders of a full store, and how long the loop waits meanwhile.

python -m tests.load.reminders [--items N] [--series N]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from c42desktop import clock
from c42desktop.calendar.model import Alarm, CalendarRef, Defaults, Event, ItemRef, Reminder
from c42desktop.reminding import Reminding
from c42desktop.store.store import Store, StoredItem
from tests.heartbeat import Blocked, Heartbeat

TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY", "FREQ=DAILY;COUNT=4000")


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, in how many seconds, and the longest that the loop was kept from anything else."""

    name: str
    took: float
    blocked: Blocked


def fill(store: Store, items: int, series: int, now: datetime) -> list[ItemRef]:
    """Events of the months around `now`, and series that go on."""
    chance = random.Random(7)
    store.add_calendar(TEAM, "Team")
    store.set_synced(TEAM)
    refs = []
    with store.transaction():
        for number in range(items):
            start = (now + timedelta(minutes=5 * chance.randrange(-20_000, 40_000))).astimezone(
                ZoneInfo("Europe/Amsterdam")
            )
            start = start.replace(second=0, microsecond=0)
            rules = (RULES[number % len(RULES)],) if number < series else ()
            alarms = (Alarm(before=timedelta(minutes=chance.choice((5, 60, 1440, 10_080)))),) if number % 3 == 0 else ()
            event = Event(
                f"e{number}", f"Event {number}", start, start + timedelta(hours=1), rrules=rules, alarms=alarms
            )
            refs.append(ItemRef(TEAM, event.uid))
            store.put_item(StoredItem(refs[-1], "<x/>", b"", (event,)))
    return refs


async def measure(store: Store, refs: Sequence[ItemRef], past: datetime) -> list[Step]:
    """A first start; one after half a month; all items touched."""
    handed: list[Reminder] = []
    heart, steps = Heartbeat(), []
    heart.start()

    async def step(name: str, reminding: Reminding) -> None:
        began = time.perf_counter()
        heart.take()
        while reminding._plan.is_stale or reminding._plan.touched:
            await asyncio.sleep(0)
        await asyncio.sleep(0.05)  # what is handed on at once, and the beat that waited for it
        steps.append(Step(f"{name}, {len(handed)} handed on", time.perf_counter() - began, heart.take()))
        handed.clear()

    for name, at in (("first start", past), ("start after half a month", past + timedelta(days=15))):
        began = time.monotonic()
        reminding = Reminding(
            store,
            now=lambda at=at, began=began: at + timedelta(seconds=time.monotonic() - began),  # type: ignore[misc]
            zone=clock.LOCAL,
            defaults=Defaults,
            on_due=handed.extend,
        )
        reminding.start()
        await step(name, reminding)
        if at != past:
            reminding.touch(refs, news=refs)
            await step("all of them touched", reminding)
        reminding.close()
    heart.stop()
    return steps


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.reminders", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--series", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="c42desktop-reminders-") as folder:
        store = Store(Path(folder) / "calendars.sqlite")
        now = clock.now()
        refs = fill(store, options.items, options.series, now)
        steps = asyncio.run(measure(store, refs, now))
        store.close()
    for step in steps:
        times = f"waited {step.blocked.waited * 1000:6.1f} ms, worked {step.blocked.worked * 1000:6.1f} ms"
        print(f"{step.name:45} {step.took:6.2f} s  {times}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
