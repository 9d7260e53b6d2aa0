"""What is told, when it counts as told, and what happens where nobody listens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.changes import removed_calendar
from c42desktop.calendar.model import (
    SERVICE_ALARM,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Level,
    Reminder,
)
from c42desktop.calendar.words import tell
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import NotifyError, RecordingNotifier
from c42desktop.store.store import Store, StoredItem
from c42desktop.teller import Teller
from tests.store.faults import damage, read_only

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
OTHER = replace(TEAM, node="other")


def new(name: str) -> str:
    """What an event that was added is called, whoever says it."""
    event = Event(name, name, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
    return tell(Change(ChangeKind.ADDED, TEAM, name, name, NOW, (), event), NOW, UTC).title


class Slow(RecordingNotifier):
    """A desktop that takes its time: it accepts only when `go` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()
        self.asked = asyncio.Event()
        self.defect: Exception | None = None

    async def show(self, notification: Notification) -> None:
        self.asked.set()
        await self.go.wait()
        if self.defect is not None:
            raise self.defect
        await super().show(notification)


class Stage:
    """A store, a desktop and a teller between them."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.desktop = Slow()
        self.desktop.go.set()
        self.now = NOW
        self.clock = 100.0
        self.reminded: list[tuple[str, bool]] = []
        self.teller = Teller(
            self.store,
            self.desktop,
            now=lambda: self.now,
            zone=UTC,
            clock=lambda: self.clock,
            on_reminded=self._reminded,
        )
        self.desktop.on_closed = self.teller.closed

    def _reminded(self, reminders: Iterable[Reminder], *, missed: bool = False) -> None:
        self.reminded += [(each.event.summary, missed) for each in reminders]

    def happen(
        self, *names: str, fields: tuple[FieldChange, ...] = (), kind: ChangeKind = ChangeKind.ADDED
    ) -> list[Change]:
        """Events were added, or changed in `fields`: the store knows, nobody was told."""
        kind = ChangeKind.CHANGED if fields else kind
        made = []
        for name in names:
            event = Event(name, name, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
            change = Change(kind, TEAM, name, name, NOW, fields, event)
            made += self.store.put_item(StoredItem(ItemRef(TEAM, name), "<x/>", b"", (event,)), [change])
        return made

    @property
    def titles(self) -> list[str]:
        return [notification.title for notification in self.desktop.accepted]

    @property
    def on_screen(self) -> list[str]:
        return [notification.title for notification in self.desktop.on_screen.values()]

    async def settle(self, later: float = 0.0) -> None:
        """Let the teller do all it can do so many seconds later."""
        if later:
            self.clock += later
            self.now += timedelta(seconds=later)
            self.teller.look()
        for _turn in range(60):
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
    assert stage.titles == [new("Retro")]
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
    assert stage.titles == [new("Retro"), new("Lunch")]
    assert stage.store.untold() == []


async def test_a_start_tells_what_the_last_run_did_not(stage: Stage) -> None:
    stage.happen("Retro")
    stage.teller.tell_untold()
    await stage.settle()
    assert stage.titles == [new("Retro")]
    stage.teller.tell_untold()
    await stage.settle()
    assert stage.titles == [new("Retro")]


async def test_a_pause_holds_back_and_resuming_tells(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert stage.titles == []
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == [new("Retro")]


async def test_pausing_while_one_is_shown_tells_nothing_twice(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    await stage.desktop.asked.wait()
    stage.teller.pause(True)
    stage.teller.pause(False)
    stage.desktop.go.set()
    await stage.settle()
    assert sorted(stage.titles) == [new("Lunch"), new("Retro")]
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


async def test_few_that_happened_while_away_are_told_by_themselves(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro", "Lunch", "Review"), away=True)
    await stage.settle()
    assert stage.titles == [new("Retro"), new("Lunch"), new("Review")]


async def test_a_burst_is_counted_up_and_not_called_being_away(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    await stage.settle()
    for batch in range(3):
        stage.teller.tell(stage.happen(*(f"Event {batch}.{number}" for number in range(9))))
        await stage.settle()
    assert stage.titles[2:] == ["11 events added in Product team"]
    assert stage.on_screen == ["11 events added in Product team"]
    assert len(stage.store.untold()) == 18
    await stage.settle(2)
    assert stage.on_screen == ["29 events added in Product team"]
    assert stage.store.untold() == []
    await stage.settle(20)
    assert len(stage.titles) == 4


async def test_a_burst_ends_without_anybody_asking(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock of the machine, which is the only one that goes on here."""
    monkeypatch.setattr("c42desktop.notify.bursts.PAUSES", (0.01,))
    monkeypatch.setattr("c42desktop.notify.bursts.SETTLED", 0.02)
    began = time.monotonic()
    monkeypatch.setattr(stage.teller, "_clock", lambda: time.monotonic() - began)
    for batch in range(2):
        stage.teller.tell(stage.happen(*(f"Event {batch}.{number}" for number in range(4))))
        await stage.settle()
    async with asyncio.timeout(5):
        while stage.store.untold():
            await asyncio.sleep(0.01)
    assert stage.on_screen == ["8 events added in Product team"]


async def test_a_pause_holds_for_what_came_while_the_desktop_took_its_time(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.tell(stage.happen("Retro"))
    await stage.desktop.asked.wait()
    stage.teller.tell(stage.happen("Review"))
    stage.teller.pause(True)
    stage.desktop.go.set()
    await stage.settle()
    assert stage.titles == [new("Retro")]
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == [new("Retro"), new("Review")]


async def test_what_comes_later_is_told_by_itself_again(stage: Stage) -> None:
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    await stage.settle(11)
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert stage.titles == ["9 events added in Product team", new("Retro")]


async def test_a_clock_that_is_set_changes_nothing(stage: Stage) -> None:
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    stage.now -= timedelta(hours=1)
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle(2)
    assert stage.titles == ["9 events added in Product team", "10 events added in Product team"]


async def test_an_update_of_what_is_on_screen_replaces_it(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro", fields=(PLACE,)))
    await stage.settle()
    await stage.settle(60)
    stage.teller.tell(stage.happen("Retro", fields=(FieldChange("summary", "Retrospective", "Retro"),)))
    await stage.settle()
    assert len(stage.on_screen) == 1
    (body,) = (notification.body for notification in stage.desktop.on_screen.values())
    assert "Room 4" in body
    assert "Retrospective" in body
    (key,) = stage.desktop.on_screen
    subject = stage.teller.subject(key)
    assert subject is not None
    assert len(subject.changes) == 2
    assert subject.item == ItemRef(TEAM, "Retro")
    stage.desktop.click(key)
    stage.teller.tell(stage.happen("Retro", fields=(FieldChange("url", "", "https://example.org"),)))
    await stage.settle(60)
    (body,) = (notification.body for notification in stage.desktop.on_screen.values())
    assert "Room 4" not in body


async def test_what_is_gone_again_is_withdrawn_and_counts_as_told(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    stage.teller.tell(stage.happen("Retro", kind=ChangeKind.REMOVED))
    await stage.settle()
    assert stage.titles == [new("Retro")]
    assert stage.on_screen == []
    assert stage.store.untold() == []


async def test_a_calendar_that_is_to_be_quiet_is(stage: Stage) -> None:
    calendar = stage.store.calendar(TEAM)
    assert calendar is not None
    stage.store.update_calendar(replace(calendar, level=Level.REMINDERS))
    stage.teller.tell(stage.happen("Retro"))
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    assert len(stage.titles) == 1
    assert "Stand-up" in stage.titles[0]
    stage.store.update_calendar(replace(calendar, level=Level.NOTHING))
    stage.teller.remind([reminder("Lunch")])
    await stage.settle()
    assert len(stage.titles) == 1
    assert stage.reminded == [("Stand-up", False), ("Lunch", False)]
    assert stage.store.untold() == []


async def test_a_burst_ends_where_a_person_wants_to_hear_no_more_of_it(stage: Stage) -> None:
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    stage.teller.tell(stage.happen("Waits"))
    await stage.settle()
    calendar = stage.store.calendar(TEAM)
    assert calendar is not None
    stage.store.update_calendar(replace(calendar, level=Level.REMINDERS))
    await stage.settle(60)
    assert len(stage.titles) == 1
    assert stage.store.untold() == []


async def test_what_was_held_back_is_told_once_as_one(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    stage.teller.remind([reminder("Ahead"), reminder("Begun", -5), reminder("Long ago", -90)])
    await stage.settle()
    assert stage.titles == []
    stage.teller.pause(False)
    await stage.settle()
    ahead, summary = stage.desktop.accepted
    assert "Ahead" in ahead.title
    assert summary.title == "While notifications were paused: 2 changes"
    assert summary.body == "2 in Product team; 1 reminder missed"
    assert sorted(stage.reminded) == [("Ahead", False), ("Begun", True), ("Long ago", True)]
    assert stage.store.untold() == []
    await stage.settle(30)
    assert len(stage.titles) == 2


async def test_whoever_decides_about_quiet_is_asked_before_anything_is_told(stage: Stage) -> None:
    asked: list[int] = []

    async def look() -> None:
        asked.append(len(stage.titles))
        stage.teller.pause(len(asked) == 1)

    stage.teller.on_about_to_tell = look
    stage.teller.look()
    await stage.settle()
    assert asked == []
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle()
    assert (asked, stage.titles) == ([0], [])
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == [new("Retro")]


async def test_an_end_of_a_pause_in_which_nothing_happened_tells_nothing(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.pause(False)
    await stage.settle()
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    await stage.settle()
    assert stage.titles == [new("Retro"), new("Lunch")]


async def test_a_pause_in_the_middle_of_a_burst_loses_nothing(stage: Stage) -> None:
    for batch in range(2):
        stage.teller.tell(stage.happen(*(f"Event {batch}.{number}" for number in range(9))))
        await stage.settle()
    stage.teller.pause(True)
    await stage.settle(60)
    assert len(stage.titles) == 1
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles == ["9 events added in Product team", "While notifications were paused: 9 changes"]
    assert stage.store.untold() == []


async def test_a_burst_that_nobody_takes_is_told_with_the_next_change(stage: Stage) -> None:
    stage.desktop.refusal = NotifyError("no daemon")
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    assert len(stage.store.untold()) == 9
    stage.desktop.refusal = None
    stage.teller.tell(stage.happen("Retro"))
    await stage.settle(2)
    assert stage.titles == ["10 events added in Product team"]
    assert stage.store.untold() == []


async def test_what_the_store_could_not_mark_is_not_told_again_and_marked_later(stage: Stage) -> None:
    changes = stage.happen("Retro")
    with read_only(stage.store):
        stage.teller.tell(changes)
        await stage.settle()
        stage.teller.pause(True)
        stage.teller.pause(False)
        stage.teller.tell_untold()
        await stage.settle()
    assert stage.titles == [new("Retro")]
    assert len(stage.store.untold()) == 1
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert stage.titles == [new("Retro"), new("Lunch")]
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
    assert stage.titles == [new("Retro")]


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
    assert stage.titles == [new("Retro"), new("Lunch")]
    assert stage.store.untold() == []


PLACE = FieldChange("location", "Room 12", "Room 4")


def reminder(name: str, minutes: float = 10) -> Reminder:
    """Of something of an hour that begins in so many minutes."""
    start = NOW + timedelta(minutes=minutes)
    return Reminder(ItemRef(TEAM, name), Event(name, name, start, start + timedelta(hours=1)), start, SERVICE_ALARM)


async def test_c_pubsub_22_a_reminder_is_shown_once_and_before_changes(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Review"))
    stage.teller.remind([reminder("Stand-up"), reminder("Stand-up")])
    await stage.settle()
    first, second = stage.titles
    assert "Stand-up" in first
    assert second == new("Review")
    assert stage.desktop.accepted[0].body.endswith("Product team")
    assert stage.reminded == [("Stand-up", False)]


async def test_a_reminder_counts_as_told_once_the_desktop_accepted_it(stage: Stage) -> None:
    stage.desktop.refusal = NotifyError("no daemon")
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    assert stage.reminded == []
    stage.desktop.refusal = None
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    assert len(stage.titles) == 2
    assert stage.reminded == [("Stand-up", False)]


async def test_what_began_while_nobody_looked_is_told_with_what_changed_meanwhile(stage: Stage) -> None:
    stage.teller.remind([reminder("Stand-up", -30)])
    await stage.settle()
    assert stage.titles == ["Reminder missed: Stand-up"]
    assert stage.reminded == [("Stand-up", True)]
    await stage.settle(1)
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))), away=True)
    await stage.settle()
    assert stage.on_screen == ["While you were away: 9 changes"]
    (body,) = (notification.body for notification in stage.desktop.on_screen.values())
    assert body == "9 in Product team; 1 reminder missed"


async def test_what_was_dismissed_elsewhere_goes_also_in_a_pause(stage: Stage) -> None:
    one, other = reminder("Stand-up"), reminder("Lunch")
    stage.teller.remind([one, other])
    await stage.settle()
    stage.teller.pause(True)
    stage.teller.withdraw([one])
    await stage.settle()
    assert len(stage.on_screen) == 1
    assert "Lunch" in stage.on_screen[0]


async def test_what_a_pause_makes_untrue_leaves_the_screen_until_its_end_tells_what_is(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Retro", "Lunch"))
    await stage.settle()
    stage.teller.pause(True)
    reworded = stage.happen("Lunch", fields=(FieldChange("description", "", "Soup"),))
    moved = stage.happen("Retro", fields=(PLACE,))
    stage.teller.outdate([*reworded, *moved])
    stage.teller.tell([*reworded, *moved])
    await stage.settle()
    assert stage.on_screen == [new("Lunch")]
    stage.teller.pause(False)
    await stage.settle()
    assert any("Retro" in title for title in stage.on_screen)


async def test_what_was_dismissed_before_it_was_shown_is_not(stage: Stage) -> None:
    stage.teller.pause(True)
    stage.teller.remind([reminder("Stand-up"), reminder("Lunch")])
    stage.teller.withdraw([reminder("Stand-up")])
    stage.teller.pause(False)
    await stage.settle()
    assert len(stage.titles) == 1
    assert "Lunch" in stage.titles[0]


async def test_what_was_dismissed_while_it_was_shown_does_not_stay(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.remind([reminder("Stand-up"), reminder("Lunch")])
    await stage.desktop.asked.wait()
    stage.teller.withdraw([reminder("Stand-up"), reminder("Lunch")])
    stage.desktop.go.set()
    await stage.settle()
    assert stage.on_screen == []


async def test_a_pause_that_begins_while_one_is_shown_holds_back_the_other(stage: Stage) -> None:
    stage.desktop.go.clear()
    stage.teller.remind([reminder("Stand-up"), reminder("Lunch")])
    await stage.desktop.asked.wait()
    stage.teller.pause(True)
    stage.desktop.go.set()
    await stage.settle()
    assert len(stage.titles) == len(stage.reminded) == 1
    stage.teller.pause(False)
    await stage.settle()
    assert len(stage.titles) == len(stage.reminded) == 2


async def test_a_reminder_goes_once_its_event_is_over(stage: Stage) -> None:
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    await stage.settle(69 * 60)
    assert len(stage.on_screen) == 1
    await stage.settle(60)
    assert stage.on_screen == []


async def test_nothing_in_a_calendar_that_is_gone_is_shown_or_told(stage: Stage) -> None:
    stage.teller.tell(stage.happen("Review"))
    stage.teller.remind([reminder("Review"), replace(reminder("Lunch"), item=ItemRef(OTHER, "Lunch"))])
    await stage.settle()
    assert len(stage.on_screen) == 3
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    stage.teller.tell(stage.happen("Waits for the burst"))
    await stage.settle()
    shown = len(stage.titles)
    gone = removed_calendar(TEAM, "Product team", NOW)
    stage.teller.tell([*stage.happen("Retro"), *stage.store.remove_items(TEAM, [], [gone])])
    stage.teller.keep({OTHER})
    await stage.settle(100)
    assert len(stage.titles) == shown + 1
    lunch, removed = stage.on_screen
    assert "Lunch" in lunch
    assert "Product team" in removed
    assert stage.store.untold() == []


@pytest.mark.expects_warnings
async def test_a_defect_while_showing_is_a_refusal(stage: Stage) -> None:
    stage.desktop.defect = RuntimeError("a defect")
    stage.teller.tell(stage.happen("Review"))
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    assert stage.reminded == []
    assert len(stage.store.untold()) == 1
    stage.desktop.defect = None
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert len(stage.titles) == 3
    assert stage.store.untold() == []


@pytest.mark.expects_warnings
async def test_a_defect_of_whoever_marks_reminders_stops_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(reminders: Iterable[Reminder], *, missed: bool = False) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(stage.teller, "_on_reminded", fail)
    stage.teller.remind([reminder("Stand-up")])
    await stage.settle()
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    assert stage.titles[-1] == new("Review")


class Journal(RecordingNotifier):
    """Accepts most, and notes the numbers of the changes that each is about."""

    def __init__(self) -> None:
        super().__init__()
        self.teller: Teller
        self.told: list[int] = []

    async def show(self, notification: Notification) -> None:
        await super().show(notification)
        self.told += sorted(self.teller.showing)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["tell", "away", "pause", "go on", "refuse", "accept", "close", "wait", "restart"]),
            st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.sampled_from("ACR")), max_size=6),
            st.floats(0, 20),
        ),
        max_size=25,
    )
)
@settings(max_examples=25)
def test_every_change_is_told_exactly_once_whatever_happens(
    steps: list[tuple[str, list[tuple[int, int, str]], float]],
) -> None:
    """But for what undoes what is on screen, or says no more than that: it counts as told without a word."""
    with TemporaryDirectory() as folder:
        asyncio.run(_tell_whatever_happens(Path(folder), steps))


async def _tell_whatever_happens(folder: Path, steps: list[tuple[str, list[tuple[int, int, str]], float]]) -> None:
    stage = Stage(folder)
    journal = Journal()
    journal.on_closed = stage.teller.closed
    calendars = [replace(TEAM, node=str(number)) for number in range(3)]
    for ref in calendars:
        stage.store.add_calendar(ref, ref.node)

    def begin() -> asyncio.Task[None]:
        stage.teller = journal.teller = Teller(
            stage.store, journal, now=lambda: stage.now, zone=UTC, clock=lambda: stage.clock
        )
        journal.on_closed = stage.teller.closed
        return asyncio.create_task(stage.teller.run())

    task, sent = begin(), 0
    for what, places, later in [*steps, ("accept", [], 0.0), ("go on", [], 0.0), ("wait", [], 60.0)]:
        changes = []
        for node, item, kind in places:
            place = ItemRef(calendars[node], str(item))
            about = Event(str(item), str(item), NOW + timedelta(hours=1), NOW + timedelta(hours=2))
            made = ChangeKind({"A": "added", "C": "changed", "R": "removed"}[kind])
            fields = (FieldChange("location", None, str(sent)),) if kind == "C" else ()
            change = Change(made, place.calendar, place.item_id, about.summary, NOW, fields, about)
            changes += stage.store.put_item(StoredItem(place, "<x/>", b"", (about,)), [change])
            sent += 1
        match what:
            case "pause" | "go on":
                stage.teller.pause(what == "pause")
            case "refuse":
                journal.refusal = NotifyError("no daemon")
            case "accept":
                journal.refusal = None
            case "close":
                for key in list(journal.on_screen):
                    journal.click(key)
            case "restart":
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                task = begin()
                stage.teller.tell_untold()
        if what != "restart":
            stage.teller.tell(changes, away=what == "away")
        await stage.settle(later)
    for _pause in range(3):
        await stage.settle(20)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert stage.store.untold() == []
    assert len(journal.told) == len(set(journal.told))
    if all(kind == "C" for _what, places, _later in steps for _node, _item, kind in places):
        assert len(journal.told) == sent
    stage.store.close()
