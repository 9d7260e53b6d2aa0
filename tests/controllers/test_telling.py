"""Reminders, changes and what a person does about them, through all that tells: from the store to the desktop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from c42desktop import clock
from c42desktop.app import Application
from c42desktop.calendar.model import (
    CalendarRef,
    CalendarState,
    Change,
    ChangeKind,
    Event,
    Invitation,
    ItemRef,
    Person,
    Personal,
    Status,
)
from c42desktop.notify.actions import Act, Subject
from c42desktop.notify.notifier import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.store.activity import Activity
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Update
from c42desktop.ui.tray import Pause

NOW = datetime(2026, 11, 22, 12, 45, tzinfo=UTC)
ANN = "ann@example.org"
TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
OTHER = CalendarRef(ANN, "pubsub.example.org", "other")


class Stage:
    """The application, of which only what tells runs, a quarter of an hour before a review."""

    def __init__(self, path: Path) -> None:
        self.now = NOW
        self.path = path
        self.open()

    def open(self) -> None:
        self.store = Store(self.path / "calendars.sqlite")
        for ref in (TEAM, OTHER):
            self.store.add_calendar(ref, ref.node.title())
            self.store.set_synced(ref)
        self.desktop = RecordingNotifier()
        self.application = Application(find_profile(str(self.path)), self.store, notifier=self.desktop)
        self.telling = self.application.telling
        self.application.window.set_calendars(self.store.calendars())

    def start(self) -> None:
        preferences = self.application.preferences
        preferences.change(replace(preferences(), follow_desktop=False))
        self.running = self.application.tasks.spawn(self.telling.teller.run())
        self.telling.quiet.apply()
        self.telling.teller.tell_untold()
        self.telling.reminding.start()

    async def leave(self) -> None:
        await self.application._leave()
        self.store.close()

    async def restart(self) -> None:
        """Quit, and start again."""
        await self.leave()
        self.open()
        self.start()
        await self.settle()

    def put(self, event: Event, calendar: CalendarRef = TEAM, *changes: Change) -> None:
        """It is new, or others than it was."""
        item = ItemRef(calendar, event.uid)
        told = self.store.put_item(StoredItem(item, "<x/>", b"", (event,)), changes)
        self.application._updated(Update(items=(item,), changes=tuple(told)), False)

    def remove(self, item: ItemRef) -> None:
        self.store.remove_items(item.calendar, [item.item_id])
        self.application._updated(Update(items=(item,)), False)

    @property
    def on_screen(self) -> list[str]:
        return [each.title for each in self.desktop.on_screen.values()]

    async def settle(self, minutes: float = 0) -> None:
        if minutes:
            self.now += timedelta(minutes=minutes)
            self.application._woke()
        for _turn in range(100):
            await asyncio.sleep(0)


def event(uid: str = "Review", hour: float = 13, **fields: object) -> Event:
    start = NOW.replace(hour=0, minute=0) + timedelta(hours=hour)
    return Event(uid, uid, start, start + timedelta(hours=1), **fields)  # type: ignore[arg-type]


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    made: list[Stage] = []
    monkeypatch.setattr(clock, "now", lambda: made[0].now if made else NOW)
    made.append(Stage(tmp_path))
    (stage,) = made
    stage.start()
    await stage.settle()
    yield stage
    await stage.leave()


ASKED = (Person("mailto:" + ANN, "Ann"),)


@pytest.mark.parametrize("what", ["moved", "cancelled", "declined", "removed"])
@pytest.mark.parametrize("held", [True, False])
async def test_what_holds_no_longer_is_not_shown_after_a_pause_and_goes_from_the_screen(
    stage: Stage, what: str, held: bool
) -> None:
    if held:
        stage.telling.quiet.pause(Pause.UNTIL_RESUMED)
    stage.put(event())
    await stage.settle(6)
    assert len(stage.on_screen) == (0 if held else 1)
    if what == "removed":
        stage.remove(ItemRef(TEAM, "Review"))
    else:
        changed = {
            "moved": event(hour=17),
            "cancelled": event(status=Status.CANCELLED),
            "declined": replace(event(), personal=replace(event().personal, answer="declined")),
        }[what]
        stage.put(changed)
    stage.telling.quiet.resume()
    await stage.settle()
    assert stage.on_screen == []


async def test_what_moved_back_before_it_could_be_told_is_told(stage: Stage) -> None:
    stage.telling.quiet.pause(Pause.UNTIL_RESUMED)
    stage.put(event())
    await stage.settle(6)
    stage.put(event(hour=17))
    await stage.settle()
    kept = event()
    item = ItemRef(TEAM, "Review")
    stage.store.put_item(StoredItem(item, "<x/>", b"", (kept,)))
    change = Change(ChangeKind.CHANGED, TEAM, "Review", "Review", NOW, (), kept)
    stage.application._updated(Update(items=(item,), changes=(change,)), False)
    stage.telling.quiet.resume()
    await stage.settle()
    assert any("Review" in title for title in stage.on_screen)


@pytest.mark.parametrize("how", ["left", "gone"])
async def test_of_a_calendar_that_is_gone_nothing_stays_on_screen(stage: Stage, how: str) -> None:
    stage.put(event())
    stage.put(event("Lunch", 18), TEAM, Change(ChangeKind.ADDED, TEAM, "Lunch", "Lunch", NOW, (), event("Lunch", 18)))
    stage.put(event("Elsewhere"), OTHER)
    await stage.settle(6)
    assert len(stage.on_screen) == 3
    if how == "left":
        stage.store.remove_calendar(TEAM)
    else:
        calendar = stage.store.calendar(TEAM)
        assert calendar is not None
        stage.store.update_calendar(replace(calendar, state=CalendarState.REMOVED))
    stage.application._updated(Update(calendars=True), False)
    await stage.settle()
    (left,) = stage.on_screen
    assert "Elsewhere" in left


async def test_a_clock_that_is_set_takes_away_what_is_over(stage: Stage) -> None:
    stage.put(event())
    await stage.settle(6)
    assert len(stage.on_screen) == 1
    stage.now += timedelta(hours=3)
    stage.application._clock_changed()
    await stage.settle()
    assert stage.on_screen == []


@pytest.mark.parametrize("paused", [True, False])
async def test_nothing_is_awake_while_nothing_is_due(stage: Stage, paused: bool) -> None:
    if paused:
        stage.telling.quiet.pause(Pause.UNTIL_RESUMED)
    for number in range(9):
        name = f"Event {number}"
        change = Change(ChangeKind.ADDED, TEAM, name, name, NOW, (), event(name, 18))
        stage.put(event(name, 18), TEAM, change)
    await stage.settle()
    loop = asyncio.get_running_loop()
    for _turn in range(100):  # until the lists are drawn
        armed = [each for each in loop._scheduled if not each.cancelled()]  # type: ignore[attr-defined]
        if len(armed) == 1:
            break
        await asyncio.sleep(0.02)
    (planning,) = armed
    assert planning.when() - loop.time() > 3600
    assert not stage.telling.quiet._timer.isActive()


# -- what a person does -----------------------------------------------------------------------------------------------


async def test_a_button_of_a_reminder_settles_it_for_good(stage: Stage) -> None:
    stage.put(event())
    await stage.settle(6)
    (key,) = stage.desktop.on_screen
    stage.desktop.press(key, Act.DISMISS)
    stage.telling.acting.pressed(key, Act.SNOOZE)
    stage.telling.acting.pressed(key, Act.DISMISS)
    await stage.settle()
    assert stage.application.banner is not None
    assert stage.telling.acting._dialog is None, "nothing is left to snooze"
    item = ItemRef(TEAM, "Review")
    assert stage.telling.acting.waiting(item) == []
    stage.put(event(description="New"))
    await stage.settle(1)
    assert stage.on_screen == []


async def test_who_declines_from_a_notification_is_not_reminded(stage: Stage) -> None:
    asked = event(personal=Personal("needs-action", invitation=Invitation(Person("Bram", "mailto:bram@example.org"))))
    stage.put(asked, TEAM, Change(ChangeKind.ADDED, TEAM, "Review", "Review", NOW, (), asked))
    await stage.settle(6)
    question, _reminder = sorted(stage.desktop.on_screen, key=len)
    stage.desktop.press(question, Act.DECLINE)
    await stage.settle()
    stored = stage.store.item(ItemRef(TEAM, "Review"))
    assert stored is not None
    assert stored.events[0].personal.answer == "declined"
    assert stage.on_screen == []
    stage.telling.acting.pressed(question, Act.DECLINE)
    stage.telling.acting.pressed(question, "unheard-of")
    await stage.settle(2)
    assert stage.on_screen == []
    assert len(stage.desktop.accepted) == 2


@pytest.mark.parametrize("act", [*Act, "unheard-of", "default"])
async def test_a_button_of_what_is_gone_says_so_and_does_no_harm(stage: Stage, act: str) -> None:
    asked = event(personal=Personal("needs-action", invitation=Invitation(Person("Bram", "mailto:bram@example.org"))))
    stage.put(asked, TEAM, Change(ChangeKind.ADDED, TEAM, "Review", "Review", NOW, (), asked))
    await stage.settle(6)
    keys = list(stage.desktop.on_screen)
    stage.remove(ItemRef(TEAM, "Review"))
    await stage.settle()
    for key in [*keys, "no key of ours"]:
        stage.telling.acting.pressed(key, act)
        stage.telling.acting.clicked(key)
    await stage.settle()
    assert not stage.running.done()


@pytest.mark.parametrize("minutes", [30, 70])
async def test_what_was_snoozed_into_its_event_or_beyond_is_no_missed_reminder(stage: Stage, minutes: int) -> None:
    stage.put(event())
    await stage.settle(6)
    (key,) = stage.desktop.on_screen
    subject = stage.telling.teller.subject(key)
    assert subject is not None
    stage.telling.acting.snooze(subject, NOW + timedelta(minutes=15 + minutes))
    await stage.settle()
    assert stage.on_screen == []
    await stage.settle(9 + minutes)
    (title,) = stage.on_screen
    assert title.startswith("Review started")


# -- the end, and the next start --------------------------------------------------------------------------------------


async def test_who_quits_while_choosing_until_when_is_reminded_again(stage: Stage) -> None:
    stage.put(event())
    await stage.settle(6)
    (key,) = stage.desktop.on_screen
    stage.desktop.press(key, Act.SNOOZE)
    await stage.settle()
    assert stage.on_screen == []
    await stage.restart()
    assert len(stage.on_screen) == 1


async def test_what_was_held_back_is_told_after_a_restart_and_only_once(stage: Stage) -> None:
    stage.telling.quiet.pause(Pause.ONE_HOUR)
    stage.put(event(hour=13.5))
    stage.put(event("Declined", 13.5))
    await stage.settle(40)
    assert stage.on_screen == []
    await stage.restart()
    stage.put(event("Declined", 13.5, personal=Personal("declined")))
    assert stage.on_screen == []
    await stage.settle(21)
    (title,) = stage.on_screen
    assert "Review" in title
    await stage.restart()
    assert stage.on_screen == []


async def test_nothing_is_told_after_the_end(stage: Stage) -> None:
    stage.put(event())
    await stage.application._leave()
    stage.put(event("Lunch", 18), TEAM, Change(ChangeKind.ADDED, TEAM, "Lunch", "Lunch", NOW, (), event("Lunch", 18)))
    stage.telling.quiet.pause(Pause.ONE_HOUR)
    stage.telling.quiet.resume()
    await stage.settle(6)
    assert stage.desktop.accepted == []
    assert len(stage.store.untold()) == 1
    assert len(asyncio.all_tasks()) == 1


async def test_a_missed_reminder_that_is_put_off_in_the_details_counts_as_read(stage: Stage) -> None:
    stage.telling.quiet.pause(Pause.UNTIL_RESUMED)
    stage.put(event())
    await stage.settle(6)
    await stage.settle(40)
    stage.telling.quiet.resume()
    await stage.settle()
    (missed,) = stage.telling.acting.waiting(ItemRef(TEAM, "Review"))
    activity = Activity(stage.store.db)
    assert sum(activity.unread().values()) == 1
    subject = Subject(missed.item, missed.event, reminders=(missed,))
    stage.application.window.snoozed.emit(subject, stage.now + timedelta(minutes=5))
    await stage.settle()
    assert sum(activity.unread().values()) == 0
