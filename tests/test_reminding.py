"""Reminders in time, through sleeps, restarts and changes, from a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop import reminding
from c42desktop.calendar.model import (
    SERVICE_ALARM,
    Alarm,
    CalendarRef,
    Defaults,
    Event,
    ItemRef,
    Level,
    Reminder,
    Status,
)
from c42desktop.reminding import AGAIN, AT_ONCE, KEEP, Reminding
from c42desktop.slices import slices
from c42desktop.store.reminders import Reminders
from c42desktop.store.store import Store, StoredItem
from tests.simulation.clockwork import Loop, Traveller, Wall
from tests.store.faults import read_only

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
OTHER = CalendarRef("ann@example.org", "pubsub.example.org", "other")


class Stage:
    """A store, reminders from it, and a clock that passes at once."""

    def __init__(self, path: Path) -> None:
        self.path = path / "calendars.sqlite"
        self.loop = Loop()
        self.wall = Wall(self.loop, NOW)
        self.zone = Traveller("UTC")
        self.defaults = Defaults()
        self.handed: list[tuple[str, Reminder]] = []
        self.marks = True  # whether the desktop takes what it is told
        self.store = Store(self.path, patience=0)
        for ref in (TEAM, OTHER):
            self.store.add_calendar(ref, ref.node)
            self.store.set_synced(ref)
        self.reminding = self.new()

    def new(self) -> Reminding:
        return Reminding(
            self.store, now=self.wall.now, zone=self.zone, defaults=lambda: self.defaults, on_due=self.on_due
        )

    def on_due(self, reminders: Sequence[Reminder]) -> None:
        for reminder in reminders:
            assert reminder.id > 0
            self.handed.append((f"{self.wall.now():%d %H:%M:%S}", reminder))
        if self.marks:
            self.reminding.told(reminders)

    @property
    def told(self) -> list[tuple[str, str]]:
        """When which was handed on, since the last time this was asked."""
        found, self.handed = [(at, reminder.event.summary) for at, reminder in self.handed], []
        return found

    def last(self) -> Reminder:
        return self.handed[-1][1]

    def put(self, event: Event, calendar: CalendarRef = TEAM, *, touch: bool = True, news: bool = True) -> ItemRef:
        ref = ItemRef(calendar, event.uid)
        self.store.put_item(StoredItem(ref, "<x/>", b"", (event,)))
        if touch:
            self.reminding.touch([ref], news=[ref] if news else [])
        return ref

    def remove(self, ref: ItemRef) -> None:
        self.store.remove_items(ref.calendar, [ref.item_id])
        self.reminding.touch([ref], news=[ref])

    async def until(self, text: str) -> None:
        """Awake until a time "HH:MM" or "DD HH:MM" of this month."""
        await self.wall.pass_until(when(text))

    async def sleep_until(self, text: str) -> None:
        self.wall.sleep_until(when(text))
        self.reminding.start_over()
        await asyncio.sleep(0.1)

    async def restart(self, away_until: str = "") -> None:
        self.reminding.close()
        self.store.close()
        if away_until:
            self.wall.sleep_until(when(away_until))
        self.store = Store(self.path, patience=0)
        self.reminding = self.new()
        self.reminding.start()
        await asyncio.sleep(0.1)


def when(text: str) -> datetime:
    day, clock = text.split() if " " in text else ("24", text)
    hour, minute, second = (*map(int, clock.split(":")), 0)[:3]
    return datetime(2026, 11, int(day), hour, minute, second, tzinfo=UTC)


def event(uid: str, start: str, minutes: int = 60, **fields: object) -> Event:
    begin = when(start)
    return Event(uid, uid, begin, begin + timedelta(minutes=minutes), **fields)  # type: ignore[arg-type]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.reminding.close()
    made.loop.run_until_complete(asyncio.sleep(0.1))
    made.store.close()
    made.loop.close()


Play = Callable[[Stage], None]


def played(stage: Stage, play: object) -> None:
    """Start, and play a scene in its time."""

    async def whole() -> None:
        stage.reminding.start()
        await asyncio.sleep(0.1)
        await play()  # type: ignore[operator]

    stage.loop.run_until_complete(whole())


# -- in time --------------------------------------------------------------------------------------------------------


def test_it_comes_within_a_second_and_nothing_is_awake_in_between(stage: Stage) -> None:
    stage.put(event("review", "15:00"), touch=False)
    wakes: list[datetime] = []
    real = Reminders.next_snoozed

    async def scene() -> None:
        Reminders.next_snoozed = lambda kept: (wakes.append(stage.wall.now()), real(kept))[1]  # type: ignore[assignment,method-assign,return-value]
        try:
            await stage.until("16:00")
        finally:
            Reminders.next_snoozed = real  # type: ignore[method-assign]

    played(stage, scene)
    assert stage.told == [("24 14:50:00", "review")]
    assert len(wakes) <= 3  # five minutes before, when it is due


def test_timers_that_fire_early_ask_the_clock_again(stage: Stage) -> None:
    stage.put(event("review", "08:20"), touch=False)
    passed = stage.loop.time
    stage.loop.time = lambda: passed() * 1.00005 + 0.027  # type: ignore[method-assign]
    played(stage, lambda: stage.until("09:00"))
    assert stage.told == [("24 08:10:00", "review")]


def test_what_is_planned_for_weeks_comes(stage: Stage) -> None:
    stage.put(event("daily", "15:00", rrules=("FREQ=DAILY;COUNT=4",)), touch=False)
    stage.put(event("far", "27 09:00"), touch=False)
    played(stage, lambda: stage.until("29 00:00"))
    assert stage.told == [
        ("24 14:50:00", "daily"),
        ("25 14:50:00", "daily"),
        ("26 14:50:00", "daily"),
        ("27 08:50:00", "far"),
        ("27 14:50:00", "daily"),
    ]


def test_an_alarm_far_from_its_event_comes(stage: Stage) -> None:
    stage.put(event("visa", "30 09:00", alarms=(Alarm(before=timedelta(days=5)),)), touch=False)
    stage.put(event("report", "10 09:00", alarms=(Alarm(at=when("24 12:00")),)), touch=False)
    played(stage, lambda: stage.until("26 00:00"))
    assert stage.told == [("24 12:00:00", "report"), ("25 09:00:00", "visa")]


# -- the first time, and after a while ------------------------------------------------------------------------------


def test_the_first_start_ever_tells_nothing_of_before(stage: Stage) -> None:
    stage.put(event("running", "07:30"), touch=False)
    stage.put(event("soon", "08:05"), touch=False)
    played(stage, lambda: stage.until("12:00"))
    assert stage.told == []


def test_what_fell_due_in_a_sleep_is_handed_on_at_once(stage: Stage) -> None:
    stage.put(event("over", "09:00"), touch=False)
    stage.put(event("running", "11:30"), touch=False)
    stage.put(event("soon", "12:05", alarms=(Alarm(before=timedelta(minutes=60)), Alarm(before=timedelta(minutes=10)))))
    played(stage, lambda: stage.sleep_until("12:00"))
    assert stage.told == [("24 12:00:00", "over"), ("24 12:00:00", "running"), ("24 12:00:00", "soon")]


def test_what_fell_due_while_the_program_was_off_is_handed_on(stage: Stage) -> None:
    stage.put(event("over", "09:00"), touch=False)
    played(stage, lambda: stage.restart("12:00"))
    assert stage.told == [("24 12:00:00", "over")]


def test_after_a_month_and_more_nobody_wants_to_know(stage: Stage) -> None:
    stage.put(event("over", "09:00"), touch=False)

    async def scene() -> None:
        stage.wall.sleep_until(NOW + timedelta(days=40))
        stage.reminding.start_over()
        await asyncio.sleep(1)

    played(stage, scene)
    assert stage.told == []


def test_what_was_not_told_is_handed_on_at_the_next_start_if_it_holds(stage: Stage) -> None:
    stage.marks = False
    stage.put(event("holds", "09:00"), touch=False)
    moved = stage.put(event("moved", "09:00"), touch=False)
    gone = stage.put(event("gone", "09:00"), touch=False)

    async def scene() -> None:
        await stage.until("08:55")
        assert len(stage.told) == 3
        stage.put(event("moved", "14:00"))
        stage.remove(gone)
        stage.marks = True
        await stage.restart()
        assert stage.told == [("24 08:55:00", "holds")]
        await stage.restart()
        assert stage.told == []

    played(stage, scene)
    assert moved.item_id == "moved"


def test_much_that_fell_due_is_written_bit_by_bit_and_handed_on_together(stage: Stage) -> None:
    for number in range(AT_ONCE * 4):
        stage.put(event(f"e{number}", "10:00"), touch=False)
    stage.put(event("moved", "10:00"), touch=False)
    batches: list[int] = []
    on_due = stage.on_due
    stage.on_due = lambda reminders: (batches.append(len(reminders)), on_due(reminders))[1]  # type: ignore[method-assign]
    stage.reminding = stage.new()

    async def scene() -> None:
        stage.wall.sleep_until(when("10:30"))
        stage.reminding.start_over()
        while not stage.store.db.rows(tuple, "SELECT 1 FROM reminder"):
            await asyncio.sleep(0)
        stage.put(event("moved", "15:00"))
        stage.put(event("e7", "10:00", description="Bring cake"))
        await stage.until("14:00")

    played(stage, scene)
    assert batches == [AT_ONCE * 4]
    assert {at for at, _summary in stage.told} == {"24 10:30:00"}


# -- what changes ---------------------------------------------------------------------------------------------------


def test_what_is_new_and_has_not_begun_is_made_up_for(stage: Stage) -> None:
    async def scene() -> None:
        await stage.until("10:00")
        stage.put(event("soon", "10:05"))
        stage.put(event("running", "09:55"))
        stage.put(event("later", "10:30"))
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:00:00", "soon"), ("24 10:20:00", "later")]


def test_the_first_look_at_a_calendar_makes_up_for_nothing(stage: Stage) -> None:
    stage.store.set_synced(OTHER, synced=False)

    async def scene() -> None:
        await stage.until("10:00")
        stage.put(event("soon", "10:05"), OTHER, news=False)
        stage.put(event("running", "09:55"), OTHER, news=False)
        stage.put(event("later", "10:30"), OTHER, news=False)
        stage.store.set_synced(OTHER)
        await stage.until("10:15")
        stage.reminding.start_over()
        await stage.until("10:16")
        await stage.restart("10:17")
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:20:00", "later")]


def test_a_moved_event_rings_again_and_its_old_time_does_not(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:30")
        stage.put(event("review", "11:00"))
        await stage.until("10:55")
        assert stage.told == [("24 10:50:00", "review")]
        stage.put(event("review", "11:03"))  # its new alarm would have rung at 10:53
        await stage.until("11:00")
        assert stage.told == [("24 10:55:00", "review")]
        stage.put(event("review", "11:03", description="Bring cake"))
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == []


@pytest.mark.parametrize("what", ["cancelled", "removed", "declined", "moved away"])
def test_what_ended_in_time_does_not_ring(stage: Stage, what: str) -> None:
    ref = stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:49:59")
        review = event("review", "10:00")
        if what == "cancelled":
            stage.put(replace(review, status=Status.CANCELLED))
        elif what == "removed":
            stage.remove(ref)
        elif what == "declined":
            stage.put(replace(review, personal=replace(review.personal, answer="declined")))
        else:
            stage.put(event("review", "30 10:00"))
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == []


def test_a_touch_at_the_very_moment_loses_nothing(stage: Stage) -> None:
    stage.put(event("review", "10:00", alarms=(Alarm(before=timedelta(0)),)), touch=False)

    async def scene() -> None:
        await stage.until("09:59:59")
        await asyncio.sleep(1)
        stage.put(event("review", "10:00", alarms=(Alarm(before=timedelta(0)),)), news=False)
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:00:00", "review")]


def test_a_calendar_that_is_to_be_silent_does_not_remind(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)
    stage.put(event("lunch", "12:00"), OTHER, touch=False)
    calendar = stage.store.calendar(TEAM)
    assert calendar is not None
    stage.store.update_calendar(replace(calendar, level=Level.NOTHING))
    other = stage.store.calendar(OTHER)
    assert other is not None
    stage.store.update_calendar(replace(other, level=Level.REMINDERS, reminders=Defaults((timedelta(hours=1),))))
    played(stage, lambda: stage.until("14:00"))
    assert stage.told == [("24 11:00:00", "lunch")]


def test_other_defaults_are_for_what_comes(stage: Stage) -> None:
    stage.put(event("running", "09:30"), touch=False)
    stage.put(event("review", "10:30"), touch=False)

    async def scene() -> None:
        await stage.until("10:00")
        assert stage.told == [("24 09:20:00", "running")]
        stage.defaults = Defaults((timedelta(minutes=45), timedelta(minutes=5)))
        stage.reminding.start_over()
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:25:00", "review")]


def test_the_same_event_in_two_calendars_rings_once(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)
    stage.put(event("review", "10:00"), OTHER, touch=False)
    stage.put(replace(event("review", "10:00"), summary="Of somebody else"), CalendarRef("", "local", "x"), touch=False)

    async def scene() -> None:
        await stage.until("09:55")
        stage.put(event("review", "10:00", description="Again"), OTHER)
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 09:50:00", "review")]


def test_somebody_elses_event_with_the_same_uid_hides_none(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)
    stage.put(replace(event("review", "10:00"), summary="Another"), OTHER, touch=False)
    played(stage, lambda: stage.until("12:00"))
    assert sorted(stage.told) == [("24 09:50:00", "Another"), ("24 09:50:00", "review")]


def test_a_loop_whose_clock_goes_on_in_a_sleep_loses_nothing(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:00")
        stage.loop._clockwork.passed += 7200  # as on Windows, and no timer has fired yet
        stage.reminding.start_over()
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 11:00:00", "review")]


def test_a_first_look_right_after_a_sleep_makes_up_for_nothing(stage: Stage) -> None:
    stage.store.set_synced(OTHER, synced=False)
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:00")
        stage.wall.sleep_until(when("10:30"))
        stage.put(event("new", "10:10"), OTHER, news=False)
        stage.store.set_synced(OTHER)
        stage.reminding.start_over()
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:30:00", "review")]


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece of work takes a turn of the loop of its own."""
    monkeypatch.setattr(reminding, "slices", lambda work: slices(work, 0.0))


@pytest.mark.usefixtures("one_by_one")
def test_what_is_still_to_be_planned_anew_does_not_ring_as_it_was(stage: Stage) -> None:
    stage.put(event("stays", "10:00"), touch=False)
    stage.put(event("goes", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:49:59")
        stage.wall.sleep_until(when("09:50:01"))
        stage.put(event("stays", "10:00", description="Bring cake"))
        stage.put(event("goes", "10:00", status=Status.CANCELLED))
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 09:50:01", "stays")]


@pytest.mark.usefixtures("one_by_one")
def test_what_was_still_to_be_planned_at_the_end_is_handed_on_at_the_next_start(stage: Stage) -> None:
    stage.put(event("first", "10:00"), touch=False)
    stage.put(event("second", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:49:59")
        stage.wall.sleep_until(when("09:50:01"))
        stage.put(event("first", "10:00", description="Bring cake"))
        stage.put(event("second", "10:00", description="Bring tea"))
        while not stage.handed:
            await asyncio.sleep(0)
        assert stage.told == [("24 09:50:01", "first")]
        await stage.restart("10:05")

    played(stage, scene)
    assert stage.told == [("24 10:05:00", "second")]


# -- what a person does ---------------------------------------------------------------------------------------------


def test_a_snoozed_one_comes_again_after_a_restart_too(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:51")
        stage.reminding.snooze([stage.last()], when("09:56"))
        assert stage.told == [("24 09:50:00", "review")]
        await stage.until("09:57")
        assert stage.told == [("24 09:56:00", "review")]
        stage.reminding.snooze(Reminders(stage.store)._due_at(when("09:50")), when("10:10"))
        await stage.restart("10:20")
        assert stage.told == [("24 10:20:00", "review")]
        await stage.restart()

    played(stage, scene)
    assert stage.told == []


def test_a_snooze_is_void_where_the_event_moved(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:51")
        stage.reminding.snooze([stage.last()], when("09:56"))
        assert len(stage.told) == 1
        stage.put(event("review", "11:00"))
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:50:00", "review")]


def test_a_dismissal_sticks_after_any_sync(stage: Stage) -> None:
    ref = stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:51")
        reminder = stage.last()
        assert [each.id for each in stage.reminding.waiting(ref)] == [reminder.id]
        stage.reminding.snooze([reminder], when("09:55"))
        assert stage.reminding.waiting(ref) == []
        stage.reminding.dismiss([reminder])
        assert len(stage.told) == 1
        stage.remove(ref)
        stage.put(event("review", "10:00"))
        await stage.restart()
        stage.put(event("review", "10:00", description="New"))
        stage.reminding.start_over()
        await stage.until("12:00")
        assert stage.reminding.waiting(ref) == []

    played(stage, scene)
    assert stage.told == []


@pytest.mark.parametrize("how", ["dismissed", "snoozed", "all snoozed"])
def test_who_decides_about_the_last_alarm_has_decided_about_those_before(stage: Stage, how: str) -> None:
    alarms = (Alarm(timedelta(hours=1)), Alarm(timedelta(minutes=10)), Alarm(timedelta(minutes=5)))
    ref = stage.put(event("review", "10:00", alarms=alarms), touch=False)

    async def scene() -> None:
        await stage.until("09:51")
        assert len(stage.reminding.waiting(ref)) == 2
        if how == "dismissed":
            stage.reminding.dismiss([stage.last()])
        else:
            snoozed = stage.reminding.waiting(ref)[-1 if how == "snoozed" else 0 :]
            stage.reminding.snooze(snoozed, when("09:58"))
        assert stage.reminding.waiting(ref) == []
        await stage.until("09:59")

    played(stage, scene)
    assert [at for at, _what in stage.told][2:] == ["24 09:55:00", *(["24 09:58:00"] if how != "dismissed" else [])]


def test_what_waits_is_what_goes_on(stage: Stage) -> None:
    ref = stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        assert stage.reminding.waiting(ref) == []
        await stage.until("10:59")
        assert len(stage.reminding.waiting(ref)) == 1
        await stage.until("11:01")
        assert stage.reminding.waiting(ref) == []

    played(stage, scene)


# -- clocks ---------------------------------------------------------------------------------------------------------


def test_a_clock_that_is_set_back_tells_nothing_twice(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)
    stage.put(event("next", "10:30"), touch=False)

    async def scene() -> None:
        await stage.until("10:00")
        assert stage.told == [("24 09:50:00", "review")]
        await stage.sleep_until("09:00")
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 10:20:00", "next")]


def test_a_clock_that_was_weeks_ahead_hides_nothing(stage: Stage) -> None:
    stage.put(event("review", "28 10:00"), touch=False)

    async def scene() -> None:
        await stage.sleep_until("29 09:00")
        assert len(stage.told) == 1
        await stage.sleep_until("24 09:00")
        await stage.restart()
        await stage.until("29 12:00")

    played(stage, scene)
    assert stage.told == [("28 09:50:00", "review")]


def test_a_clock_that_begins_in_1970_loses_nothing(stage: Stage) -> None:
    stage.put(event("before", "07:30"), touch=False)
    stage.put(event("review", "10:00"), touch=False)
    stage.put(event("next", "12:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:55")
        assert stage.told == [("24 09:50:00", "review")]
        stage.wall.sleep_until(datetime(1970, 1, 1, 0, 1, tzinfo=UTC))
        await stage.restart()
        await asyncio.sleep(60)
        await stage.sleep_until("12:30")

    played(stage, scene)
    assert stage.told == [("24 12:30:00", "next")]


def test_days_follow_the_reader_into_another_zone(stage: Stage) -> None:
    day = Event("fair", "fair", date(2026, 11, 25))
    stage.put(day, touch=False)

    async def scene() -> None:
        await stage.until("10:00")
        stage.zone.__init__("Asia/Tokyo")  # type: ignore[misc]
        stage.reminding.start_over()  # it is 19:00 there
        await stage.until("10:01")
        assert stage.told == [("24 10:00:00", "fair")]
        stage.zone.__init__("Europe/Amsterdam")  # type: ignore[misc]
        stage.reminding.start_over()
        await stage.until("25 22:00")

    played(stage, scene)
    assert stage.told == []


# -- the service ----------------------------------------------------------------------------------------------------


def served(ref: ItemRef, start: str, due: str) -> Reminder:
    return Reminder(ref, event(ref.item_id, start), when(due), SERVICE_ALARM)


def test_c_pubsub_22_a_reminder_of_the_service_is_handed_on_once(stage: Stage) -> None:
    ref = stage.put(event("review", "10:00"), touch=False)
    unknown = ItemRef(TEAM, "unknown")

    async def scene() -> None:
        await stage.until("09:00")
        for _twice in range(2):
            stage.reminding.service([served(ref, "10:00", "09:00"), served(unknown, "11:00", "09:00")])
        stage.reminding.service([served(ref, "09:30", "09:05")])  # of a time that it does not have
        stage.reminding.service([])
        await stage.until("09:10")

    played(stage, scene)
    assert stage.told == [("24 09:00:00", "review"), ("24 09:00:00", "unknown")]


def test_c_pubsub_22_it_is_no_news_where_our_own_alarm_rings_as_well(stage: Stage) -> None:
    ref = stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:49:58")
        stage.reminding.service([served(ref, "10:00", "09:49:58")])
        await stage.until("09:50:03")
        stage.reminding.service([served(ref, "10:00", "09:50:03")])
        await stage.until("12:00")

    played(stage, scene)
    assert stage.told == [("24 09:50:00", "review")]


# -- the store ------------------------------------------------------------------------------------------------------


def test_a_store_that_takes_nothing_is_tried_again(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:49")
        with read_only(stage.store):
            await stage.until("09:52")
            assert stage.told == []
        await asyncio.sleep(AGAIN + 1)
        assert [summary for _at, summary in stage.told] == ["review"]
        await stage.restart()

    played(stage, scene)
    assert stage.told == []


def test_what_was_told_while_the_store_takes_nothing_is_marked_later(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)
    stage.marks = False

    async def scene() -> None:
        await stage.until("09:51")
        with read_only(stage.store):
            stage.reminding.told([stage.last()])
            await asyncio.sleep(AGAIN + 1)
        await asyncio.sleep(AGAIN + 1)
        assert len(stage.told) == 1
        await stage.restart()

    played(stage, scene)
    assert stage.told == []


def test_old_ones_are_forgotten(stage: Stage) -> None:
    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("12:00")
        assert stage.store.db.rows(tuple, "SELECT count(*) FROM reminder") == [(1,)]
        stage.wall.sleep_until(NOW + KEEP + timedelta(days=1))
        stage.reminding.start_over()
        await asyncio.sleep(1)

    played(stage, scene)
    assert stage.store.db.rows(tuple, "SELECT count(*) FROM reminder") == [(0,)]


@pytest.mark.expects_warnings
def test_an_item_that_breaks_the_planning_breaks_its_own(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from c42desktop import upcoming

    real = upcoming.due_between

    def broken(item: ItemRef, *rest: object, **more: object) -> object:
        if item.item_id == "bad":
            raise RuntimeError
        return real(item, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(upcoming, "due_between", broken)
    stage.put(event("bad", "10:00"), touch=False)
    stage.put(event("good", "10:00"), touch=False)
    played(stage, lambda: stage.until("12:00"))
    assert stage.told == [("24 09:50:00", "good")]


@pytest.mark.expects_warnings
def test_a_defect_does_not_end_all_reminding(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(reminders: object) -> None:
        raise RuntimeError("a defect")

    stage.put(event("review", "10:00"), touch=False)
    stage.put(event("next", "11:00"), touch=False)

    async def scene() -> None:
        with monkeypatch.context() as broken:
            broken.setattr(stage.reminding, "_on_due", fail)
            await stage.until("09:51")
        await stage.until("10:59")

    played(stage, scene)
    assert [what for _at, what in stage.told] == ["next"]


@pytest.mark.expects_warnings
def test_a_reminder_that_cannot_be_looked_at_holds(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> bool:
        raise RuntimeError("a defect")

    stage.put(event("review", "10:00"), touch=False)

    async def scene() -> None:
        await stage.until("09:51")
        monkeypatch.setattr("c42desktop.upcoming.holds", fail)
        assert stage.reminding.void([stage.last()]) == []
        assert stage.reminding.waiting(stage.last().item) == [stage.last()]

    played(stage, scene)
