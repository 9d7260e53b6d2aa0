"""A calendar as large as asked for, the same each time: python -m tests.benchmarks.bigfile > big.ics

One event in twenty repeats: weekly, fortnightly or daily; with COUNT, with UNTIL or without end; some dates left out,
some moved. Five zones with their VTIMEZONEs, UTC and all-day events, alarms on a third, folded lines. They are spread
over the three years around `now`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SPREAD = 3 * 365  # days
_ZONES = {  # standard time and summer time: offset, first onset, rule
    "Europe/Amsterdam": ("+0100 19701025T030000 10;BYDAY=-1SU", "+0200 19700329T020000 3;BYDAY=-1SU"),
    "Europe/London": ("+0000 19701025T020000 10;BYDAY=-1SU", "+0100 19700329T010000 3;BYDAY=-1SU"),
    "America/New_York": ("-0500 20071104T020000 11;BYDAY=1SU", "-0400 20070311T020000 3;BYDAY=2SU"),
    "Australia/Sydney": ("+1000 20080406T030000 4;BYDAY=1SU", "+1100 20081005T020000 10;BYDAY=1SU"),
    "Asia/Tokyo": ("+0900 19510101T000000",),
}
_KINDS = (*_ZONES, *_ZONES, "UTC", "UTC", "DATE")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SUBJECTS = ("Review", "Stand-up", "Planning", "Lunch", "Dentist", "Train to Utrecht", "Choir", "Course", "Call")
_PLACES = ("Room 12", "Room 3\\, second floor", "Utrecht Centraal", "Café De Zon", "Online")


def calendar(count: int = 10_000, now: datetime = NOW, seed: int = 42) -> str:
    """iCalendar text with `count` events around `now`."""
    dice = random.Random(seed)
    series, moved = count // 20, count // 200
    events = [
        *(_series(dice, number, now) for number in range(series)),
        *(_moved(dice, number, now) for number in range(moved)),
        *(_single(dice, number, now) for number in range(count - series - moved)),
    ]
    dice.shuffle(events)
    parts = ["BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//c42desktop//benchmark//EN", *_zones(), *events, "END:VCALENDAR\n"]
    return "\n".join(parts).replace("\n", "\r\n")


def _single(dice: random.Random, number: int, now: datetime) -> str:
    start = _wall(dice, now) + timedelta(days=dice.randrange(-SPREAD // 2, SPREAD // 2))
    return _event(dice, f"single-{number}", dice.choice(_KINDS), start, [])


def _series(dice: random.Random, number: int, now: datetime) -> str:
    """A series. Those that `_moved` takes an occurrence from are weekly, in UTC, and without end."""
    kind = dice.choice(_KINDS)
    start = _wall(dice, now) - timedelta(days=dice.randrange(SPREAD // 2))
    if number % 10 == 0:
        return _event(dice, f"series-{number}", "UTC", _weekly_start(number, now), ["RRULE:FREQ=WEEKLY"])
    rule = _rule(dice, start, kind)
    lines = [f"RRULE:{rule}"]
    if dice.random() < 0.3:
        weeks = sorted(dice.sample(range(1, 80), 3))
        lines += [_property("EXDATE", kind, start + timedelta(weeks=2 * week)) for week in weeks]
    return _event(dice, f"series-{number}", kind, start, lines)


def _moved(dice: random.Random, number: int, now: datetime) -> str:
    """An occurrence of every tenth series, some weeks from now, two hours later."""
    at = _weekly_start(10 * number, now) + timedelta(weeks=100 + dice.randrange(6))
    lines = [_property("RECURRENCE-ID", "UTC", at)]
    return _event(dice, f"series-{10 * number}", "UTC", at + timedelta(hours=2), lines)


def _weekly_start(number: int, now: datetime) -> datetime:
    return datetime(now.year, now.month, now.day, 8 + number % 8) - timedelta(weeks=100, days=number % 7)


def _rule(dice: random.Random, start: datetime, kind: str) -> str:
    day = start.weekday()
    rule = dice.choice(
        (
            "FREQ=WEEKLY",
            f"FREQ=WEEKLY;BYDAY={_DAYS[day]}",
            f"FREQ=WEEKLY;BYDAY={','.join(_DAYS[each] for each in sorted({day, (day + 2) % 7}))}",
            "FREQ=WEEKLY;INTERVAL=2",
            f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[day]}",
            f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[day]};WKST=SU",
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
        )
    )
    end = dice.choice(("", "", "COUNT", "UNTIL"))
    if end == "COUNT":
        return f"{rule};COUNT={dice.randrange(5, 150)}"
    if end == "UNTIL":
        return f"{rule};UNTIL={_until(start + timedelta(weeks=dice.randrange(5, 150)), kind)}"
    return rule


def _until(last: datetime, kind: str) -> str:
    """The last start, in UTC where the series has a zone (RFC 5545 §3.3.10)."""
    if kind == "DATE":
        return f"{last:%Y%m%d}"
    zone = UTC if kind == "UTC" else ZoneInfo(kind)
    return f"{last.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _event(dice: random.Random, uid: str, kind: str, start: datetime, lines: list[str]) -> str:
    length = timedelta(days=dice.choice((1, 1, 1, 3))) if kind == "DATE" else timedelta(minutes=dice.choice((15, 60)))
    notes = f"Please bring the papers of {uid}\\, and be there in time: the room is taken afterwards.\n  See you."
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Soon\nTRIGGER:-PT15M\nEND:VALARM"
    return "\n".join(
        [
            f"BEGIN:VEVENT\nUID:{uid}@benchmark.example\nDTSTAMP:20260101T120000Z",
            _property("DTSTART", kind, start),
            _property("DTEND", kind, start + length),
            *lines,
            f"SUMMARY:{dice.choice(_SUBJECTS)} {dice.randrange(1000)}",
            f"LOCATION:{dice.choice(_PLACES)}",
            f"STATUS:{dice.choice(('CONFIRMED', 'CONFIRMED', 'TENTATIVE', 'CANCELLED'))}",
            f"DESCRIPTION:{notes}",
            *([alarm] if dice.random() < 1 / 3 else []),
            "END:VEVENT",
        ]
    )


def _property(name: str, kind: str, wall: datetime) -> str:
    if kind == "DATE":
        return f"{name};VALUE=DATE:{wall:%Y%m%d}"
    return f"{name}:{wall:%Y%m%dT%H%M%SZ}" if kind == "UTC" else f"{name};TZID={kind}:{wall:%Y%m%dT%H%M%S}"


def _wall(dice: random.Random, now: datetime) -> datetime:
    """A time on the day of `now`, when people are up and no clock changes."""
    return datetime(now.year, now.month, now.day, dice.randrange(6, 22), dice.choice((0, 15, 30, 45)))


def _zones() -> Iterator[str]:
    for name, parts in _ZONES.items():
        observances = [_observance(place, part, parts) for place, part in enumerate(parts)]
        yield "\n".join([f"BEGIN:VTIMEZONE\nTZID:{name}", *observances, "END:VTIMEZONE"])


def _observance(place: int, part: str, parts: tuple[str, ...]) -> str:
    name, before = ("STANDARD", "DAYLIGHT")[place], parts[place - 1].split()[0]
    offset, onset, *month = part.split()
    rule = f"\nRRULE:FREQ=YEARLY;BYMONTH={month[0]}" if month else ""
    return f"BEGIN:{name}\nDTSTART:{onset}{rule}\nTZOFFSETFROM:{before}\nTZOFFSETTO:{offset}\nEND:{name}"


if __name__ == "__main__":
    sys.stdout.buffer.write(calendar(int(sys.argv[1]) if sys.argv[1:] else 10_000).encode())
