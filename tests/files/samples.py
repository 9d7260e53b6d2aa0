"""Calendar files for tests."""

from __future__ import annotations

from datetime import datetime, timedelta

ZONE = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE"""


def event(uid: str, summary: str = "", start: str = "DTSTART:20261122T140000Z", *more: str) -> str:
    """One VEVENT."""
    named = [f"UID:{uid}"] if uid else []
    return "\n".join(["BEGIN:VEVENT", *named, f"SUMMARY:{summary or uid}", start, *more, "END:VEVENT"])


def zone(name: str, offset: str = "+0100") -> str:
    """One VTIMEZONE."""
    return ZONE.format(name=name, offset=offset)


def calendar(*components: str, head: str = "") -> str:
    """A whole calendar, with CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *([head] if head else []), *components]
    return "\n".join([*lines, "END:VCALENDAR", ""]).replace("\n", "\r\n")


def many(count: int) -> str:
    """A calendar of `count` events, an hour each, as other programs write them."""
    begin = datetime(2026, 11, 1, 9)
    events = []
    for number in range(count):
        start = begin + timedelta(hours=3 * number)
        events.append(
            event(
                f"{number}@example.org",
                f"Event {number}",
                f"DTSTART;TZID=Europe/Amsterdam:{start:%Y%m%dT%H%M%S}",
                "DURATION:PT1H",
                "DESCRIPTION:" + "What was said about it. " * 8,
                *(["RRULE:FREQ=WEEKLY;COUNT=5"] if number % 20 == 0 else []),
                "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT10M\nEND:VALARM",
            )
        )
    return calendar(zone("Europe/Amsterdam"), *events, head="X-WR-CALNAME:Everything")
