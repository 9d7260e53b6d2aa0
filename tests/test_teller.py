"""What is told, when it counts as told, and what happens where nobody listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import (
    SERVICE_ALARM,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Reminder,
)
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import NotifyError, RecordingNotifier
from c42desktop.store.store import Store, StoredItem
from c42desktop.teller import Teller
from tests.store.faults import damage, read_only

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")


class Slow(RecordingNotifier):
    """A desktop that takes its time: it accepts only when `go` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()
        self.asked = asyncio.Event()

    async def show(self, notification: Notification) -> None:
        self.asked.set()
        await self.go.wait()
        await super().show(notification)


class Stage:
    """A store, a desktop and a teller between them."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.desktop = Slow()
        self.desktop.go.set()
        self.now = NOW
        self.teller = Teller(self.store, self.desktop, now=lambda: self.now, zone=UTC)

    def happen(self, *names: str, fields: tuple[FieldChange, ...] = ()) -> list[Change]:
        """Events were added, or changed in `fields`: the store knows, nobody was told."""
        kind = ChangeKind.CHANGED if fields else ChangeKind.ADDED
        made = []
        for name in names:
            event = Event(name, name, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
            change = Change(kind, TEAM, name, name, NOW, fields, event)
            made += self.store.put_item(StoredItem(ItemRef(TEAM, name), "<x/>", b"", (event,)), [change])
        return made

    @property
    def titles(self) -> list[str]:
        return [notification.title for notification in self.desktop.accepted]

    async def settle(self) -> None:
        """Let the teller do all it can do now."""
        for _turn in range(30):
            await asyncio.sleep(0)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    made = Stage(tmp_path)
    task = asyncio.create_task(made.teller.run())
    yield made
    task.cancel()
    made.store.close()


async def test_a_change_counts_as_told_once_the_desktop_accepted_it(stage: Stage) -> None:
    stage.desktop.go.clear()
    (retro,) = stage.happen("Retro")
    stage.teller.tell([retro])
    await stage.desktop.asked.wait()
    assert len(stage.store.untold()) == 1
    assert stage.teller.showing == {retro.id}
    stage.desktop.go.set()
    await stage.settle()
    assert stage.titles == ["Retro added"]
    assert stage.store.untold() == []
    assert stage.teller.showing == set()


async def test_what_the_desktop_refused_is_told_with_the_next_change(stage: Stage) -> None:
    stage.desktop.refusal = NotifyError("no daemon")
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert len(stage.store.untold()) == 1
    stage.desktop.refusal = None
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert stage.titles == ["Retro added", "Lunch added"]
    assert stage.store.untold() == []


async def test_a_start_tells_what_the_last_run_did_not(stage: Stage) -> None:
    stage.happen("Retro")
    stage.teller.tell_untold()
    await stage.settle()
    assert stage.titles == ["Retro added"]
    stage.teller.tell_untold()
    await stage.settle()
    assert stage.titles == ["Retro added"]


async def test_a_pause_holds_back_and_resuming_tells(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert stage.titles == []
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == ["Retro added"]


async def test_pausing_while_one_is_shown_tells_nothing_twice(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    await stage.desktop.asked.wait()
    stage.teller.pause(True)
    stage.teller.pause(False)
    stage.desktop.go.set()
    await stage.settle()
    assert sorted(stage.titles) == ["Lunch added", "Retro added"]
    assert stage.store.untold() == []


async def test_a_quiet_change_counts_as_told_without_a_notification(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro", fields=(FieldChange("description", "a", "b"),)))
    await stage.settle()
    assert stage.titles == []
    assert stage.store.untold() == []


async def test_c_sync_06_many_that_happened_while_away_become_one(stage: Stage) -> None:
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))), away=True)
    await stage.settle()
    assert stage.titles == ["While you were away: 9 changes"]
    assert stage.store.untold() == []


async def test_a_burst_is_counted_up_and_not_called_being_away(stage: Stage) -> None:
    for batch in range(3):
        stage.teller.tell(stage.happen(*(f"Event {batch}.{number}" for number in range(9))))
        await stage.settle()
    stage.teller.tell(stage.happen("One more"))
    await stage.settle()
    assert stage.titles == ["9 changes", "18 changes", "27 changes", "28 changes"]
    assert len({notification.key for notification in stage.desktop.accepted}) == 1
    assert stage.store.untold() == []


async def test_a_pause_holds_for_what_came_while_the_desktop_took_its_time(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.tell(stage.happen("Retro"))
    await stage.desktop.asked.wait()
    stage.teller.tell(stage.happen("Review"))
    stage.teller.pause(True)
    stage.desktop.go.set()
    await stage.settle()
    assert stage.titles == ["Retro added"]
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == ["Retro added", "Review added"]


@pytest.mark.parametrize("seconds", [11, -3600])
async def test_what_comes_later_is_told_by_itself_again(stage: Stage, seconds: int) -> None:
    """Also where the clock was set back meanwhile."""
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    stage.now += timedelta(seconds=seconds)
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert stage.titles == ["9 changes", "Retro added"]


async def test_what_the_store_could_not_mark_is_not_told_again_and_marked_later(stage: Stage) -> None:
    changes = stage.happen("Retro")
    with read_only(stage.store):
        stage.teller.tell(changes)
        await stage.settle()
        stage.teller.pause(True)
        stage.teller.pause(False)
        stage.teller.tell_untold()
        await stage.settle()
    assert stage.titles == ["Retro added"]
    assert len(stage.store.untold()) == 1
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert stage.titles == ["Retro added", "Lunch added"]
    assert stage.store.untold() == []


async def test_what_the_store_could_not_mark_is_marked_although_nothing_more_happens(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.teller.MARK_AGAIN", 0.01)
    changes = stage.happen("Retro")
    with read_only(stage.store):
        stage.teller.tell(changes)
        await asyncio.sleep(0.03)
        assert len(stage.store.untold()) == 1
    async with asyncio.timeout(5):
        while stage.store.untold():
            await asyncio.sleep(0.01)
    assert stage.titles == ["Retro added"]


async def test_what_the_store_could_not_mark_is_marked_at_the_end(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    task = asyncio.create_task(stage.teller.run())
    changes = stage.happen("Retro")
    with read_only(stage.store):
        stage.teller.tell(changes)
        await stage.settle()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert stage.store.untold() == []
    stage.store.close()


async def test_a_store_that_is_damaged_while_telling_stops_nothing(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro"))
    damage(stage.store.path)
    await stage.settle()
    stage.store.add_calendar(TEAM, "Product team")
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert stage.titles == ["Retro added", "Lunch added"]
    assert stage.store.untold() == []


def reminder(name: str) -> Reminder:
    start = NOW + timedelta(minutes=10)
    return Reminder(ItemRef(TEAM, name), Event(name, name, start, start + timedelta(hours=1)), NOW, SERVICE_ALARM)


async def test_c_pubsub_22_a_reminder_is_shown_once_and_before_changes(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Review"))
    stage.teller.remind([reminder("Stand-up"), reminder("Stand-up")])
    await stage.settle()
    assert stage.titles == ["Stand-up in 10 minutes", "Review added"]
    assert stage.desktop.accepted[0].body == "13:10 – 14:10 · Product team"


async def test_c_pubsub_22_a_pause_is_not_made_up_for_with_old_reminders(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.remind([reminder("Stand-up")])
    stage.teller.pause(False)
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    assert stage.titles == ["Review added"]


async def test_c_pubsub_22_a_reminder_that_nobody_takes_delays_nothing(stage: Stage) -> None:
    stage.desktop.refusal = NotifyError("no daemon")
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    stage.desktop.refusal = None
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    assert stage.titles == ["Review added"]
