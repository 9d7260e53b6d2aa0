"""What should have been told in a fortnight: worked out naively from the plan, with nothing of the program's."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zlib import crc32
from zoneinfo import ZoneInfo

from tests.simulation.plan import Act, Kind, Plan, Spec, Wall, walls

GRACE = timedelta(minutes=15)
DEFAULTS: dict[int, tuple[tuple[int, ...], tuple[tuple[int, time], ...]]] = {
    3: ((30, 5), ((0, time(8, 30)),)),
    4: ((), ((1, time(18)), (0, time(7)))),
}
"""Of calendars that have their own; minutes before, and days before with a time. The others have USUAL."""
USUAL = ((10,), ((1, time(18)),))
_DAY = timedelta(days=1)
_NEVER = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Told:
    """One line of the list."""

    at: datetime
    uid: str
    occurrence: str
    due: datetime
    how: str


@dataclass(frozen=True)
class Ring:
    """An alarm of an occurrence."""

    calendar: int
    uid: str
    occurrence: str
    alarm: str
    due: datetime
    wall: Wall
    start: datetime  # when an alarm counts from
    begun: datetime
    late: datetime
    end: datetime
    floating: bool

    @property
    def about(self) -> tuple[int, str, str]:
        """Which occurrence of which item."""
        return self.calendar, self.uid, self.occurrence


def acts_on(uid: str, occurrence: str, due: datetime) -> str:
    """What the person, or the desktop, does when it is told for the first time."""
    drawn = crc32(f"{uid} {occurrence} {due:%d %H:%M}".encode()) % 24
    return {0: "refused", 1: "snooze", 2: "snooze", 3: "dismiss"}.get(drawn, "")


def snoozed_for(due: datetime) -> timedelta:
    """How long, where it is put off."""
    return timedelta(minutes=(7, 33, 125, 610)[due.minute // 5 % 4], seconds=3)


def _day(wall: Wall) -> date:
    return wall.date() if isinstance(wall, datetime) else wall


def _instant(wall: Wall, zone: str) -> datetime:
    at = wall if isinstance(wall, datetime) else datetime.combine(wall, time())
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _name(spec: Spec, wall: Wall) -> str:
    if spec.rule is None:
        return ""
    if spec.kind is Kind.TIMED:
        return f"{_instant(wall, spec.zone):%Y-%m-%dT%H:%M:%SZ}"
    return wall.isoformat()


@cache
def rings(spec: Spec, reader: str, last: date) -> tuple[Ring, ...]:
    """All that rings of an item until a day, for a reader in a zone."""
    if spec.cancelled or spec.done or spec.declined:
        return ()
    changed = dict(spec.changed)
    found: dict[tuple[str, datetime], Ring] = {}
    for wall in walls(spec, last):
        now = changed.get(wall, wall)
        if wall not in spec.gone and now is not None:
            for ring in _of(spec, wall, now, reader):
                found.setdefault((ring.occurrence, ring.due), ring)
    return tuple(sorted(found.values(), key=lambda ring: ring.due))


def _of(spec: Spec, place: Wall, wall: Wall, reader: str) -> Iterator[Ring]:
    zone = spec.zone if spec.kind in (Kind.TIMED, Kind.TRIP) else reader
    whole_days = not isinstance(wall, datetime)
    start = begun = late = _instant(wall, zone)
    end = _instant(wall + timedelta(minutes=spec.length), zone) if not whole_days else start
    if spec.kind is Kind.DAY:
        late, end = _NEVER, _instant(wall + timedelta(days=spec.length), zone)
    elif spec.kind is Kind.TASK:
        late, end = _instant(wall + _DAY, zone) if whole_days else start, _NEVER
    elif spec.kind is Kind.TRIP:
        step = timedelta(minutes=spec.delay)
        start = begun = late = start + step
        end += step
    for alarm, due in _alarms(spec, wall, start, zone, reader):
        yield Ring(
            spec.calendar, spec.uid, _name(spec, place), alarm, due, wall, start, begun, late, end,
            spec.kind in (Kind.FLOATING, Kind.DAY, Kind.TASK),
        )  # fmt: skip


def _alarms(spec: Spec, wall: Wall, start: datetime, zone: str, reader: str) -> Iterator[tuple[str, datetime]]:
    timed, all_day = DEFAULTS.get(spec.calendar, USUAL)
    if spec.at is not None:
        yield f"@{spec.at:%Y-%m-%dT%H:%M:%SZ}", spec.at
    if spec.alarms or spec.at is not None:
        for minutes in spec.alarms or ():
            text = f"{'-' if minutes > 0 else ''}PT{abs(minutes) * 60}S"
            yield text, _before(wall, minutes, start, zone)
    elif spec.kind is Kind.TASK:
        if timed if isinstance(wall, datetime) else all_day:
            yield "due", start if isinstance(wall, datetime) else _instant(datetime.combine(wall, time(9)), reader)
    elif isinstance(wall, datetime):
        kind = "departure" if spec.kind is Kind.TRIP else "default"
        for minutes in timed:
            yield f"{kind}:-PT{minutes * 60}S", start - timedelta(minutes=minutes)
    else:
        for days, at in all_day:
            yield f"default:-P{days}D@{at:%H:%M}", _instant(datetime.combine(wall - days * _DAY, at), reader)


def _before(wall: Wall, minutes: int, start: datetime, zone: str) -> datetime:
    if not isinstance(wall, datetime):
        if minutes % 1440 == 0:
            return _instant(datetime.combine(wall - timedelta(minutes=minutes), time(9)), zone)
        return _instant(datetime.combine(wall, time()) - timedelta(minutes=minutes), zone)
    if minutes < 1440:
        return start - timedelta(minutes=minutes)
    days, rest = divmod(minutes, 1440)
    return _instant(wall - days * _DAY, zone) - timedelta(minutes=rest)


def how(ring: Ring, at: datetime) -> str:
    """In which words it is told."""
    told = ring.due if ring.late is _NEVER else max(ring.late, ring.due)
    if at >= (ring.end if ring.end > told else told + GRACE):
        return "over"
    if at < ring.late:
        return "ahead"
    return "late" if at <= told + GRACE else "missed"


@dataclass
class Row:
    """What is known of something that was told."""

    ring: Ring
    told: bool = True


@dataclass
class Oracle:
    """Goes through a plan from one happening to the next."""

    plan: Plan
    reader: str = "Europe/Amsterdam"
    specs: dict[tuple[int, str], Spec] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    rows: dict[tuple[int, str, str, str, datetime], Row] = field(default_factory=dict)
    snoozed: list[tuple[datetime, int, Row]] = field(default_factory=list)
    checked: datetime = _NEVER

    def run(self) -> list[Told]:
        """The list, in order."""
        self.specs = {spec.item: spec for spec in self.plan.specs}
        self.checked = self.plan.start
        for each in self.plan.happenings:
            if each.act in (Act.WAKE, Act.START):
                self.come_back(each.at, restarted=each.act is Act.START, zone=each.zone)
                continue
            self.pass_until(each.at)
            if each.act is Act.TRAVEL:
                self.travel(each.at, each.zone)
            for spec in each.specs:
                self.change(each.at, spec, each.act)
        self.pass_until(self.plan.end)
        return sorted(self.told)

    def all(self, since: datetime, until: datetime, specs: Iterable[Spec] | None = None) -> list[Ring]:
        last = (self.plan.end + timedelta(days=5)).date()
        wanted = self.specs.values() if specs is None else specs
        return [ring for spec in wanted for ring in rings(spec, self.reader, last) if since < ring.due <= until]

    def pass_until(self, end: datetime) -> None:
        """Awake all the time: each at its own time."""
        by_due: dict[datetime, list[Ring]] = {}
        for ring in self.all(self.checked, end):
            by_due.setdefault(ring.due, []).append(ring)
        for due in sorted(by_due):
            self.wake_up(due)
            self.hand_on(due, by_due[due])
        self.wake_up(end)
        self.checked = end

    def come_back(self, at: datetime, *, restarted: bool, zone: str) -> None:
        """What fell due meanwhile, at once."""
        if restarted:
            for row in [row for row in self.rows.values() if not row.told and self.holds(row.ring)]:
                self.told.append(self.line(at, row.ring))
                row.told = True
        extra = self.travelled(at, zone) if zone else []
        self.hand_on(at, [*self.all(self.checked, at), *extra])
        for until, row in self.take_snoozed(at):
            assert until <= at
            self.told.append(self.line(at, replace(row.ring, due=until)))
        self.checked = at

    def travel(self, at: datetime, zone: str) -> None:
        self.hand_on(at, self.travelled(at, zone))

    def travelled(self, at: datetime, zone: str) -> list[Ring]:
        """What would have rung a day ago in the other zone, and has not begun."""
        moved = zone != self.reader
        before = at.astimezone(ZoneInfo(self.reader)).utcoffset()
        self.reader = zone
        if not moved or at.astimezone(ZoneInfo(zone)).utcoffset() == before:
            return []
        return [ring for ring in self.all(self.checked - _DAY, self.checked) if ring.floating and ring.begun > at]

    def change(self, at: datetime, spec: Spec, act: Act) -> None:
        """An item is another one: what it would have told before is made up for while it has not begun."""
        if act is Act.REMOVE:
            self.specs.pop(spec.item, None)
            return
        self.specs[spec.item] = spec
        if act is Act.CHANGE:
            self.hand_on(at, [ring for ring in self.all(at - 31 * _DAY, at, [spec]) if ring.begun > at])

    def hand_on(self, at: datetime, found: Iterable[Ring]) -> None:
        """Of each occurrence the last alarm; what was told is told."""
        last: dict[tuple[int, str, str], Ring] = {}
        for ring in sorted(found, key=lambda each: each.due):
            last[ring.about] = ring
        for ring in sorted(last.values(), key=lambda each: (each.due, each.calendar)):
            key = (ring.calendar, ring.uid, ring.occurrence, ring.alarm, ring.due)
            if not self.is_known(ring):
                row = self.rows[key] = Row(ring)
                self.told.append(self.line(at, ring))
                act = acts_on(ring.uid, ring.occurrence, ring.due)
                row.told = act != "refused"
                if act == "snooze":
                    heapq.heappush(self.snoozed, (at + snoozed_for(ring.due), len(self.rows), row))

    def is_known(self, ring: Ring) -> bool:
        for known in (row.ring for row in self.rows.values()):
            if (known.uid, known.occurrence) != (ring.uid, ring.occurrence):
                continue
            if known.due == ring.due:
                return True
            same = ring.floating and (known.alarm, known.wall) == (ring.alarm, ring.wall)
            if same and abs(known.due - ring.due) <= timedelta(hours=26):
                return True
        return False

    def wake_up(self, until: datetime) -> None:
        for at, row in self.take_snoozed(until):
            self.told.append(self.line(at, replace(row.ring, due=at)))

    def take_snoozed(self, until: datetime) -> list[tuple[datetime, Row]]:
        found = []
        while self.snoozed and self.snoozed[0][0] <= until:
            at, _number, row = heapq.heappop(self.snoozed)
            if self.holds(row.ring):
                found.append((at, row))
        return found

    def holds(self, ring: Ring) -> bool:
        """Whether the occurrence is where it was."""
        spec = self.specs.get((ring.calendar, ring.uid))
        if spec is None or spec.cancelled or spec.done or spec.declined:
            return False
        changed = dict(spec.changed)
        for wall in walls(spec, (self.plan.end + timedelta(days=5)).date()):
            if _name(spec, wall) == ring.occurrence and wall not in spec.gone:
                now = changed.get(wall, wall)
                return now == ring.wall and (spec.kind is not Kind.TRIP or _start(spec, now) == ring.start)
        return False

    def line(self, at: datetime, ring: Ring) -> Told:
        # A day and a time on the wall are elsewhere in another zone.
        spec = self.specs[ring.calendar, ring.uid]
        for there in _of(spec, ring.wall, ring.wall, self.reader) if ring.floating else ():
            return Told(at, ring.uid, ring.occurrence, ring.due, how(replace(there, due=ring.due), at))
        return Told(at, ring.uid, ring.occurrence, ring.due, how(ring, at))


def _start(spec: Spec, wall: Wall) -> datetime:
    return _instant(wall, spec.zone) + timedelta(minutes=spec.delay)
