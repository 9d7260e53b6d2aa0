"""Events and changes as JSON and back, without loss."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import Alarm, CalendarRef, Change, ChangeKind, Event, FieldChange, Moment, Person, Status

_TEXTS = ("uid", "summary", "location", "description", "url", "timezone", "problem")


def dump_event(event: Event) -> dict[str, Any]:
    """An event as JSON values; fields with nothing in them are left out."""
    data: dict[str, Any] = {name: value for name in _TEXTS if (value := getattr(event, name))}
    data |= {
        "start": dump_moment(event.start),
        "end": dump_moment(event.end),
        "status": event.status if event.status is not Status.CONFIRMED else None,
        "categories": list(event.categories),
        "organizer": _dump_person(event.organizer) if event.organizer else None,
        "attendees": [_dump_person(person) for person in event.attendees],
        "alarms": [_dump_alarm(alarm) for alarm in event.alarms],
        "rrules": list(event.rrules),
        "rdates": [dump_moment(moment) for moment in event.rdates],
        "exdates": [dump_moment(moment) for moment in event.exdates],
        "recurrence_id": dump_moment(event.recurrence_id),
    }
    return {name: value for name, value in data.items() if value}


def load_event(data: dict[str, Any]) -> Event:
    """The event that `dump_event` wrote."""
    texts = {name: data.get(name, "") for name in _TEXTS}
    return Event(
        **texts,
        start=load_moment(data.get("start")),
        end=load_moment(data.get("end")),
        status=Status(data.get("status", Status.CONFIRMED)),
        categories=tuple(data.get("categories", ())),
        organizer=Person(*data["organizer"]) if "organizer" in data else None,
        attendees=tuple(Person(*person) for person in data.get("attendees", ())),
        alarms=tuple(_load_alarm(alarm) for alarm in data.get("alarms", ())),
        rrules=tuple(data.get("rrules", ())),
        rdates=_load_moments(data.get("rdates", ())),
        exdates=_load_moments(data.get("exdates", ())),
        recurrence_id=load_moment(data.get("recurrence_id")),
    )


def dump_change(change: Change) -> str:
    """A change as JSON text."""
    return json.dumps(
        {
            "kind": change.kind,
            "summary": change.summary,
            "at": change.at.isoformat(),
            "fields": [[each.name, each.before, each.after] for each in change.fields],
            "event": dump_event(change.event) if change.event else None,
        },
        ensure_ascii=False,
    )


def load_change(text: str, calendar: CalendarRef, item_id: str, number: int) -> Change:
    """The change that `dump_change` wrote."""
    data = json.loads(text)
    return Change(
        kind=ChangeKind(data["kind"]),
        calendar=calendar,
        item_id=item_id,
        summary=data["summary"],
        at=datetime.fromisoformat(data["at"]),
        fields=tuple(FieldChange(*each) for each in data["fields"]),
        event=load_event(data["event"]) if data["event"] else None,
        id=number,
    )


def dump_moment(moment: Moment | None) -> list[str] | None:
    """[local ISO time, zone]: zone is a name, an offset in seconds, or "" for all-day and floating."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return [moment.isoformat(), ""]
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key:
        # The fold tells the two 02:30 apart that a change from summer time has (PEP 495).
        return [moment.replace(tzinfo=None).isoformat(), moment.tzinfo.key + ("|1" if moment.fold else "")]
    if moment.tzinfo is None:
        return [moment.isoformat(), ""]
    offset = moment.utcoffset() or timedelta(0)
    return [moment.replace(tzinfo=None).isoformat(), f"{offset.total_seconds():+.0f}"]


def load_moment(data: list[str] | None) -> Moment | None:
    """The moment that `dump_moment` wrote."""
    if data is None:
        return None
    text, zone = data
    if len(text) == 10:
        return date.fromisoformat(text)
    wall = datetime.fromisoformat(text)
    if not zone:
        return wall
    if zone[0] in "+-":
        return wall.replace(tzinfo=timezone(timedelta(seconds=int(zone))))
    name, _bar, fold = zone.partition("|")
    return wall.replace(tzinfo=ZoneInfo(name), fold=1 if fold else 0)


def _load_moments(data: list[list[str]]) -> tuple[Moment, ...]:
    return tuple(moment for each in data if (moment := load_moment(each)) is not None)


def _dump_person(person: Person) -> list[str]:
    return [person.name, person.address, person.answer]


def _dump_alarm(alarm: Alarm) -> list[Any]:
    return [alarm.before.total_seconds() if alarm.before is not None else None, dump_moment(alarm.at)]


def _load_alarm(data: list[Any]) -> Alarm:
    before, at = data
    moment = load_moment(at)
    return Alarm(
        before=timedelta(seconds=before) if before is not None else None,
        at=moment if isinstance(moment, datetime) else None,
    )
