"""The real reminders, on a real store, through a planned fortnight."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import (
    Alarm,
    CalendarRef,
    DayAlarm,
    Defaults,
    Event,
    EventType,
    ItemRef,
    Leg,
    Moment,
    Person,
    Reminder,
    Status,
    Trip,
)
from c42desktop.calendar.standing import standing
from c42desktop.reminding import Reminding
from c42desktop.store.store import Store, StoredItem
from tests.simulation.clockwork import Loop, Traveller, Wall
from tests.simulation.oracle import DEFAULTS, GRACE, Oracle, Told, acts_on, snoozed_for
from tests.simulation.plan import CALENDARS, FOLLOWED_LATER, Act, Happening, Kind, Plan, Spec, make

ME = "ann@example.org"
MOMENT = timedelta(seconds=1)


def ref(number: int) -> CalendarRef:
    """One of the calendars."""
    return CalendarRef(ME, "pubsub.example.org", f"calendar-{number}")


def item(spec: Spec) -> ItemRef:
    """Where the item of a spec is."""
    return ItemRef(ref(spec.calendar), spec.uid)


def moment(spec: Spec, wall: datetime | date) -> Moment:
    """A wall as the model has it."""
    if spec.kind in (Kind.TIMED, Kind.TRIP) and isinstance(wall, datetime):
        return wall.replace(tzinfo=ZoneInfo(spec.zone))
    return wall


def events(spec: Spec) -> tuple[Event, ...]:
    """The events of an item."""
    length = timedelta(days=spec.length) if spec.kind is Kind.DAY else timedelta(minutes=spec.length)
    status = Status.CANCELLED if spec.cancelled else Status.COMPLETED if spec.done else Status.CONFIRMED
    alarms = tuple(Alarm(before=timedelta(minutes=minutes)) for minutes in spec.alarms or ())
    fields = {
        "summary": spec.uid,
        "description": f"version {spec.version}",
        "status": status,
        "alarms": (*alarms, *((Alarm(at=spec.at),) if spec.at else ())),
        "attendees": (Person("Ann", f"mailto:{ME}" if spec.version else ME, "declined"),) if spec.declined else (),
    }
    if spec.kind is Kind.TASK:
        return (Event(spec.uid, type=EventType.TODO, due=moment(spec, spec.wall), **fields),)  # type: ignore[arg-type]

    def at(wall: datetime | date, **more: object) -> Event:
        return Event(spec.uid, start=moment(spec, wall), end=moment(spec, wall + length), **{**fields, **more})  # type: ignore[arg-type]

    if spec.kind is Kind.TRIP:
        start, end = (moment(spec, wall) for wall in (spec.wall, spec.wall + length))
        assert isinstance(start, datetime) and isinstance(end, datetime)
        delay = timedelta(minutes=spec.delay)
        leg = Leg("transit", start.astimezone(UTC) + delay, end.astimezone(UTC) + delay, departure_delay=delay)
        return (at(spec.wall, type=EventType.DEPART_FROM, trip=Trip(legs=(leg,))),)
    master = at(spec.wall, rrules=rules(spec), exdates=tuple(moment(spec, wall) for wall in sorted(spec.gone)))
    changed = [
        at(
            wall if new is None else new,
            recurrence_id=moment(spec, wall),
            **({"status": Status.CANCELLED} if new is None else {}),
        )
        for wall, new in spec.changed
    ]
    return (master, *changed)


def rules(spec: Spec) -> tuple[str, ...]:
    """Its RRULE."""
    if spec.rule is None:
        return ()
    kind, interval, count, weekdays = spec.rule
    names = ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in sorted(weekdays))
    rule = f"FREQ={'DAILY' if kind == 'D' else 'WEEKLY'};INTERVAL={interval}"
    return (rule + (f";BYDAY={names}" if names else "") + (f";COUNT={count}" if count else ""),)


@dataclass
class Machine:
    """A machine with the program on it, that is switched off and on, sleeps and travels."""

    plan: Plan
    path: Path
    loop: Loop
    told: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wall = Wall(self.loop, self.plan.start)
        self.zone = Traveller("Europe/Amsterdam")
        self.seen: set[int] = set()

    async def run(self) -> list[Told]:
        """The list of what was told, in order."""
        self.store = Store(self.path)
        for number in range(CALENDARS):
            self.follow(number, [spec for spec in self.plan.specs if spec.calendar == number])
        self.begin()
        for happening in self.plan.happenings:
            if happening.act in (Act.WAKE, Act.START):
                self.come_back(happening)
            else:
                await self.wall.pass_until(happening.at)
                self.happen(happening)
        await self.wall.pass_until(self.plan.end)
        self.end()
        await asyncio.sleep(1)
        return sorted(self.told)

    def begin(self) -> None:
        self.reminding = Reminding(self.store, now=self.wall.now, zone=self.zone, defaults=Defaults, on_due=self.on_due)
        self.reminding.start()

    def end(self) -> None:
        self.reminding.close()
        self.store.close()

    def follow(self, number: int, specs: Sequence[Spec]) -> list[ItemRef]:
        calendar = self.store.add_calendar(ref(number), f"Calendar {number}")
        if number in DEFAULTS:
            timed, all_day = DEFAULTS[number]
            own = Defaults(
                tuple(timedelta(minutes=minutes) for minutes in timed),
                tuple(DayAlarm(days, at) for days, at in all_day),
            )
            self.store.update_calendar(replace(calendar, reminders=own))
        with self.store.transaction():
            for spec in specs:
                self.put(spec)
        return [item(spec) for spec in specs]

    def put(self, spec: Spec) -> None:
        self.store.put_item(StoredItem(item(spec), "<x/>", b"", events(spec)))

    def come_back(self, happening: Happening) -> None:
        self.wall.sleep_until(happening.at)
        if happening.zone:
            self.zone.here = ZoneInfo(happening.zone)
        if happening.act is Act.START:
            self.store = Store(self.path)
            self.begin()
        else:
            self.reminding.start_over()

    def happen(self, happening: Happening) -> None:
        if happening.act is Act.QUIT:
            self.end()
        elif happening.act is Act.TRAVEL:
            self.zone.here = ZoneInfo(happening.zone)
            self.reminding.start_over()
        elif happening.act is Act.FOLLOW:
            self.reminding.touch(self.follow(FOLLOWED_LATER, happening.specs))
            self.store.set_synced(ref(FOLLOWED_LATER))
        elif happening.specs:
            (spec,) = happening.specs
            if happening.act is Act.REMOVE:
                self.store.remove_items(ref(spec.calendar), [spec.uid])
            else:
                self.put(spec)
            self.reminding.touch([item(spec)], news=[item(spec)])

    def on_due(self, reminders: Sequence[Reminder]) -> None:
        """The desktop, and the person in front of it."""
        now = self.wall.now()
        for reminder in reminders:
            how = standing(reminder, now, GRACE, self.zone)
            self.told.append(Told(now, reminder.event.uid, reminder.occurrence, reminder.due, how.value))
            act = acts_on(reminder.event.uid, reminder.occurrence, reminder.due) if reminder.id not in self.seen else ""
            self.seen.add(reminder.id)
            if act == "refused":
                continue
            self.reminding.told([reminder], missed=how in ("missed", "over"))
            if act == "snooze":
                self.reminding.snooze([reminder], now + snoozed_for(reminder.due))
            elif act == "dismiss":
                self.reminding.dismiss([reminder])


def simulate(plan: Plan, folder: Path) -> list[Told]:
    """What the program told in a planned fortnight."""
    loop = Loop()
    try:
        return loop.run_until_complete(Machine(plan, folder / "calendars.sqlite", loop).run())
    finally:
        loop.close()


def differences(told: Sequence[Told], expected: Sequence[Told]) -> list[str]:
    """What was told and should not have been, or not within a second; and the other way round."""
    left = list(told)
    found = []
    for wanted in expected:
        same = (
            each
            for each in left
            if (each.uid, each.occurrence, each.due, each.how)
            == (wanted.uid, wanted.occurrence, wanted.due, wanted.how)
            and timedelta(0) <= each.at - wanted.at < MOMENT
        )
        hit = next(same, None)
        if hit is None:
            found.append(f"not told: {wanted}")
        else:
            left.remove(hit)
    return [*found, *(f"told: {each}" for each in left)]


def try_seed(seed: int, folder: Path, **sizes: int) -> tuple[Plan, list[Told], list[str]]:
    """The plan of a seed, what was told, and what is wrong with that."""
    plan = make(seed, **sizes)
    told = simulate(plan, folder)
    return plan, told, differences(told, Oracle(plan).run())
