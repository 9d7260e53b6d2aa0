"""Single values of an icalendar component: people, files, alarms, parameters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from c42desktop.calendar.model import Alarm, Attachment, Moment, Person
from c42desktop.calendar.payloads.common import clean_id, clean_line, in_range
from c42desktop.calendar.payloads.zones import part

if TYPE_CHECKING:
    from icalendar import Component

MAX_REPEAT = 20


def repeated(component: Component, alarm: Alarm | None) -> Iterator[Alarm]:
    """The alarm, and again as often as REPEAT and DURATION say (§3.8.6.2)."""
    if alarm is None:
        return
    yield alarm
    times, pause = first_of(component.get("REPEAT")), part(first_of(component.get("DURATION")), "dt")
    if not isinstance(times, int) or not isinstance(pause, timedelta) or not timedelta(0) < pause <= timedelta(days=1):
        return
    for count in range(1, min(times, MAX_REPEAT) + 1):
        before = alarm.before - count * pause if alarm.before is not None else None
        yield Alarm(before, alarm.at + count * pause if alarm.at is not None else None)


def alarm_of(trigger: Any, start: Moment | None, end: Moment | None) -> Alarm | None:
    """The alarm of a TRIGGER (§3.8.6.3), None where it cannot be read."""
    moment = part(trigger, "dt")
    if isinstance(moment, datetime):
        return Alarm(at=moment.astimezone(UTC)) if moment.tzinfo is not None and in_range(moment) else None
    if not isinstance(moment, timedelta) or abs(moment) > timedelta(days=3660):
        return None
    if param(trigger, "RELATED").upper() == "END" and start is not None and end is not None:
        moment += end - start
    return Alarm(before=-moment)


def person_of(value: Any) -> Person:
    """An ORGANIZER or ATTENDEE."""
    address = clean_id(str(value))
    scheme, _colon, rest = address.partition(":")
    return Person(
        name=clean_line(param(value, "CN")),
        address=rest if scheme.lower() == "mailto" else address,
        answer=clean_line(param(value, "PARTSTAT"), 40).lower(),
    )


def attachment_of(value: Any) -> Attachment:
    """A file by its link. One that is in the payload itself has none, and is not taken out of it."""
    size = param(value, "SIZE")
    return Attachment(
        url=link_of(value),
        name=clean_line(param(value, "FILENAME") or param(value, "X-FILENAME")),
        media_type=clean_line(param(value, "FMTTYPE"), 100),
        size=int(size) if size.isdecimal() and len(size) < 16 else 0,
    )


def link_of(value: Any) -> str:
    """The link a property holds, empty where it holds the data itself."""
    inline = param(value, "VALUE").upper() == "BINARY" or param(value, "ENCODING").upper() == "BASE64"
    return "" if inline else clean_id(str(value))


def param(value: Any, name: str) -> str:
    """A parameter of a library value as text, several values of it with commas; empty without."""
    found = (getattr(value, "params", None) or {}).get(name, "")
    return ",".join(map(str, found)) if isinstance(found, list | tuple) else str(found)


def first_of(value: Any) -> Any:
    """The first of several values, None of none."""
    return next(iter(value), None) if isinstance(value, list) else value
