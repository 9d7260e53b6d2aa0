"""The fields of a conflict and their values in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.dates import time_span
from c42desktop.calendar.edits import FieldConflict
from c42desktop.calendar.model import Event, Status
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.told import parsed
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.more_fields import status_words
from c42desktop.ui.reminder_words import lead_words

_LONGEST = 200
_WHEN = ("start", "end")
_TIMES = frozenset({"start", "end", "due"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to decide: the fields that go together, what they are called, and their values in words."""

    names: tuple[str, ...]
    title: str
    base: str
    mine: str
    theirs: str


def choices(fields: Sequence[FieldConflict], today: date, zone: tzinfo) -> list[Choice]:
    """A choice for each field. Start and end are one: the one of yours and the other of theirs is no time at all."""
    found = {field.name: field for field in fields}
    start, end = found.get("start"), found.get("end")
    made = []
    if start is not None and end is not None:
        pairs = ((start.base, end.base), (start.mine, end.mine), (start.theirs, end.theirs))
        spans = [_span(first, last, today, zone) for first, last in pairs]
        made.append(Choice(_WHEN, _("When"), *spans))
    for field in fields:
        if field.name not in _WHEN or start is None or end is None:
            values = (value_words(field.name, each, today, zone) for each in (field.base, field.mine, field.theirs))
            made.append(Choice((field.name,), field_words(field.name), *values))
    return made


def _span(start: str | None, end: str | None, today: date, zone: tzinfo) -> str:
    first = parsed(start)
    return time_span(first, parsed(end), today, zone) if first is not None else _("Nothing")


def field_words(name: str) -> str:
    """What a field is called in the form; one that no form shows keeps its name."""
    return {
        "summary": _("Title"),
        "start": _("Start"),
        "end": _("End"),
        "due": _("Due"),
        "location": _("Place"),
        "description": _("Description"),
        "url": _("Link"),
        "meetings": _("Link"),
        "attachments": _("Files"),
        "attendees": _("People"),
        "organizer": _("Organiser"),
        "alarms": _("Reminder"),
        "recurrence": _("Repeats"),
        "dates": _("Dates left out"),
        "status": _("Status"),
        "busy": _("Show as"),
        "timezone": _("Time zone"),
        "categories": _("Categories"),
    }.get(name, name)


def value_words(name: str, value: str | None, today: date, zone: tzinfo) -> str:
    """A value as FieldChange has it, as people say it."""
    if not value:
        return {"busy": _("Busy"), "recurrence": _("Does not repeat")}.get(name, _("Nothing"))
    try:
        return _said(name, value, today, zone) or _short(value)
    except ValueError:
        return _short(value)


def _said(name: str, value: str, today: date, zone: tzinfo) -> str:
    if name in _TIMES:
        moment = parsed(value)
        if moment is not None and name == "end" and not isinstance(moment, datetime):
            moment -= timedelta(days=1)  # ends of all-day events are exclusive
        return time_span(moment, None, today, zone) if moment is not None else ""
    if name == "status":
        return status_words().get(Status(value), value)
    if name == "busy":
        return _("Free")
    if name == "alarms":
        return ", ".join(map(_alarm, value.split("\n")))
    if name == "recurrence":
        return repeats(Event("", start=today, rrules=tuple(value.split("\n"))))
    return ""


def _alarm(text: str) -> str:
    """ "-PT600S" is 10 minutes before."""
    seconds = int(text.removeprefix("-PT").removesuffix("S"))
    return lead_words(timedelta(seconds=seconds)) if seconds >= 0 else text


def _short(value: str) -> str:
    """On one line, and not all of a long text."""
    text = one_line(", ".join(filter(None, value.split("\n"))))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
