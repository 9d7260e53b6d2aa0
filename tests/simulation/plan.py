"""What happens in a fortnight, by chance: events, changes, absences, journeys. Plain values; the seed decides."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/Los_Angeles",
    "Africa/Johannesburg",
)
STARTS = (datetime(2026, 3, 22, 6, tzinfo=UTC), datetime(2026, 10, 20, 6, tzinfo=UTC))
LENGTH = timedelta(days=14)
CALENDARS = 5
FOLLOWED_LATER = 5  # the number of a calendar that is followed in the second week


Wall = datetime | date


class Kind(Enum):
    """What kind of event it is."""

    TIMED = auto()
    FLOATING = auto()
    DAY = auto()
    TASK = auto()
    TRIP = auto()


@dataclass(frozen=True)
class Spec:
    """One item in words of our own. `wall` is a naive start (of a task, when it is due), or a date; `length` in
    minutes, or days. `rule` is D or W, interval, count, weekdays. `changed` gives occurrences, by their walls, another
    one, or None where they are cancelled. `alarms` in minutes before, None for the defaults."""

    calendar: int
    uid: str
    kind: Kind
    zone: str
    wall: Wall
    length: int
    rule: tuple[str, int, int, frozenset[int]] | None = None
    gone: frozenset[Wall] = frozenset()
    changed: tuple[tuple[Wall, Wall | None], ...] = ()
    alarms: tuple[int, ...] | None = None
    at: datetime | None = None
    cancelled: bool = False
    done: bool = False
    declined: bool = False
    delay: int = 0
    version: int = 0

    @property
    def item(self) -> tuple[int, str]:
        """Which item of which calendar."""
        return self.calendar, self.uid


class Act(Enum):
    """What happens."""

    SLEEP = auto()
    WAKE = auto()
    QUIT = auto()
    START = auto()
    CHANGE = auto()
    REMOVE = auto()
    FOLLOW = auto()
    TRAVEL = auto()


@dataclass(frozen=True)
class Happening:
    """What happens when; `specs` are the new versions of items, or those that are removed."""

    at: datetime
    act: Act
    specs: tuple[Spec, ...] = ()
    zone: str = ""


@dataclass(frozen=True)
class Plan:
    """A fortnight: how it begins, and what happens in order."""

    start: datetime
    end: datetime
    specs: tuple[Spec, ...]
    happenings: tuple[Happening, ...]


def walls(spec: Spec, last: date) -> list[Wall]:
    """The walls of a series until a day, exceptions included."""
    if spec.rule is None:
        return [spec.wall]
    kind, interval, count, weekdays = spec.rule
    first = _day(spec.wall)
    monday = first - timedelta(days=first.weekday())
    found: list[Wall] = []
    day = first
    while day <= last and (not count or len(found) < count):
        if kind == "D":
            fits = (day - first).days % interval == 0
        else:
            fits = day.weekday() in weekdays and (day - monday).days // 7 % interval == 0
        if fits:
            found.append(datetime.combine(day, spec.wall.time()) if isinstance(spec.wall, datetime) else day)
        day += timedelta(days=1)
    return found


@dataclass
class _Maker:
    """Makes one up."""

    chance: random.Random
    start: datetime
    items: dict[tuple[int, str], Spec] = field(default_factory=dict)
    number: int = 0

    def spec(self, calendar: int, soon: datetime | None = None) -> Spec:
        chance = self.chance
        self.number += 1
        kind = chance.choices(list(Kind), (60, 8, 14, 8, 10))[0]
        low = self.start - timedelta(days=3) if soon is None else soon
        minutes = chance.randrange(0, int(timedelta(days=15 if soon is None else 2).total_seconds() // 300)) * 5
        zone = chance.choice(ZONES)
        begins = (low + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        if chance.random() < 0.1:  # in the hours that clocks skip or repeat
            begins = begins.replace(hour=2, minute=chance.choice((0, 15, 30)))
        wall: Wall = begins.date() if kind is Kind.DAY else begins
        if kind is Kind.TASK and chance.random() < 0.4:
            wall = begins.date()
        length = chance.choice((1, 1, 2, 5)) if kind is Kind.DAY else chance.choice((0, 15, 30, 60, 60, 90, 600))
        made = Spec(
            calendar, f"{kind.name.lower()}-{self.number}", kind, zone, wall, max(length, 10 * (kind is Kind.TRIP))
        )
        if kind in (Kind.TIMED, Kind.FLOATING, Kind.DAY) and chance.random() < 0.25:
            made = replace(made, rule=self.rule(made))
        if kind is not Kind.TRIP and chance.random() < 0.45:
            made = replace(made, alarms=self.alarms())
        if made.alarms is not None and chance.random() < 0.15 and made.rule is None and kind is Kind.TIMED:
            made = replace(made, at=(low + timedelta(minutes=minutes - chance.randrange(5, 3000))).replace(second=0))
        return replace(made, cancelled=chance.random() < 0.04, declined=chance.random() < 0.04)

    def rule(self, spec: Spec) -> tuple[str, int, int, frozenset[int]]:
        count = self.chance.choice((0, 0, 3, 8))
        if self.chance.random() < 0.5:
            return "D", self.chance.choice((1, 1, 2, 3)), count, frozenset()
        days = {spec.wall.weekday(), self.chance.randrange(7)}
        return "W", self.chance.choice((1, 1, 2)), count, frozenset(days)

    def alarms(self) -> tuple[int, ...]:
        some = self.chance.choice(
            ((0,), (5,), (10,), (15, 60), (10, 10), (30,), (1440,), (2880, 20), (900,), (-10,), ())
        )
        return tuple(some)

    def changed(self, at: datetime) -> Happening:
        """One change of something."""
        chance, act = self.chance, Act.CHANGE
        if chance.random() < 0.12:
            new = self.spec(chance.randrange(CALENDARS), at)
            self.items[new.item] = new
            return Happening(at, Act.CHANGE, (new,))
        spec = self.near(at)
        what = chance.choice(
            ("move", "move", "cancel", "revive", "decline", "remove", "skip", "shift", "edit", "alarms")
        )
        if what == "remove":
            act = Act.REMOVE
            del self.items[spec.item]
        else:
            spec = self.edited(spec, what, at)
            self.items[spec.item] = spec
        return Happening(at, act, (spec,))

    def near(self, at: datetime) -> Spec:
        """Something that is on soon: nobody would notice another change."""
        soon = [
            spec for spec in self.items.values() if spec.rule is not None or abs(_about(spec) - at) < timedelta(days=2)
        ]
        return self.chance.choice(soon)

    def edited(self, spec: Spec, what: str, at: datetime) -> Spec:
        spec = replace(spec, version=spec.version + 1)
        if what == "move":
            return self.moved(spec)
        if what == "alarms" and spec.kind is not Kind.TRIP:
            return replace(spec, alarms=self.alarms())
        if what in ("skip", "shift") and spec.rule is not None:
            return self.with_exception(spec, what, at)
        changes: dict[str, dict[str, object]] = {
            "cancel": {"cancelled": True},
            "revive": {"cancelled": False, "declined": False},
            "decline": {"declined": True},
            "remove": {},
        }
        if what == "cancel" and spec.kind is Kind.TASK:
            return replace(spec, done=True)
        return replace(spec, **changes.get(what, {}))  # type: ignore[arg-type]

    def moved(self, spec: Spec) -> Spec:
        if spec.kind is Kind.TRIP:
            return replace(spec, delay=self.chance.choice((-10, 0, 8, 25, 90)))
        if spec.rule is not None:
            return replace(
                spec, changed=(), gone=frozenset(), wall=spec.wall + timedelta(days=1), rule=("D", 1, 0, frozenset())
            )
        if isinstance(spec.wall, datetime):
            return replace(spec, wall=spec.wall + timedelta(minutes=self.chance.choice((-120, -15, 10, 45, 60, 1440))))
        return replace(spec, wall=spec.wall + timedelta(days=self.chance.choice((-1, 1, 2))))

    def with_exception(self, spec: Spec, what: str, at: datetime) -> Spec:
        here = at.astimezone(ZoneInfo(spec.zone)).date()
        coming = [wall for wall in walls(spec, here + timedelta(days=5)) if _day(wall) >= here]
        if not coming:
            return spec
        wall = self.chance.choice(coming[:3])
        if what == "skip":
            return replace(spec, gone=spec.gone | {wall})
        if wall in spec.gone or any(old == wall for old, _new in spec.changed):
            return spec
        step = timedelta(minutes=self.chance.choice((-30, 20, 75))) if isinstance(wall, datetime) else timedelta(days=1)
        moved = None if self.chance.random() < 0.3 else wall + step
        return replace(spec, changed=(*spec.changed, (wall, moved)))

    def absences(self, end: datetime, sleeps: int, quits: int) -> list[Happening]:
        """Sleeps and restarts, one after the other."""
        kinds = [Act.SLEEP] * sleeps + [Act.QUIT] * quits
        self.chance.shuffle(kinds)
        seconds = int((end - self.start).total_seconds())
        places = sorted(self.chance.sample(range(60, seconds // 60 - 60), len(kinds)))
        found = []
        for number, (kind, place) in enumerate(zip(kinds, places, strict=True)):
            room = (places[number + 1] if number + 1 < len(places) else seconds // 60) - place
            away = min(room - 1, int(self.chance.choice((5, 30, 120, 600, 1500)) * self.chance.uniform(0.2, 1)))
            if away < 1:
                continue
            begin = self.start + timedelta(minutes=place, seconds=17)
            back = begin + timedelta(minutes=away)
            travels = kind is Act.SLEEP and self.chance.random() < 0.2
            found.append(Happening(begin, kind))
            zone = self.chance.choice(ZONES[:4]) if travels else ""
            found.append(Happening(back, Act.WAKE if kind is Act.SLEEP else Act.START, zone=zone))
        return found


def _about(spec: Spec) -> datetime:
    wall = spec.wall if isinstance(spec.wall, datetime) else datetime.combine(spec.wall, time(12))
    return wall.replace(tzinfo=UTC)


def _day(wall: Wall) -> date:
    return wall.date() if isinstance(wall, datetime) else wall


def make(seed: int, events: int = 400, changes: int = 60, sleeps: int = 30, quits: int = 10) -> Plan:
    """The fortnight of a seed: in spring for even ones, in autumn for others."""
    chance = random.Random(seed)
    start = STARTS[seed % len(STARTS)]
    end = start + LENGTH + timedelta(seconds=30)  # not at a full minute, when something may be due
    maker = _Maker(chance, start)
    for number in range(events - 30):
        spec = maker.spec(number % CALENDARS)
        maker.items[spec.item] = spec
        if chance.random() < 0.05:  # the same in another calendar
            twin = replace(spec, calendar=(spec.calendar + 1) % CALENDARS)
            maker.items[twin.item] = twin
    first = tuple(maker.items.values())
    minutes = sorted(chance.sample(range(90, int(LENGTH.total_seconds() // 60) - 90), changes))
    happenings = [maker.changed(start + timedelta(minutes=minute, seconds=41)) for minute in minutes]
    later = tuple(maker.spec(FOLLOWED_LATER) for _number in range(30))
    happenings.append(Happening(start + timedelta(days=7, seconds=43), Act.FOLLOW, later))
    happenings += [
        Happening(start + timedelta(days=days, hours=3, seconds=47), Act.TRAVEL, zone=zone)
        for days, zone in ((4, "America/New_York"), (6, "Asia/Kolkata"), (9, "Europe/Amsterdam"))
    ]
    happenings += maker.absences(end, sleeps, quits)
    return Plan(start, end, first, _when_awake(sorted(happenings, key=lambda each: each.at)))


def _when_awake(happenings: list[Happening]) -> tuple[Happening, ...]:
    """What happens while nobody looks is learned of some seconds later."""
    found: list[Happening] = []
    missed: list[Happening] = []
    away = False
    for each in happenings:
        if each.act in (Act.SLEEP, Act.QUIT):
            away = True
        elif each.act in (Act.WAKE, Act.START):
            away = False
        elif away:
            missed.append(each)
            continue
        found.append(each)
        if not away:
            found += [replace(late, at=each.at + timedelta(seconds=5 + n)) for n, late in enumerate(missed)]
            missed = []
    return tuple(found)
