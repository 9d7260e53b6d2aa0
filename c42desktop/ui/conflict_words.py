"""The fields of a conflict and their values in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from c42desktop.calendar.dates import time_span
from c42desktop.calendar.edits import FieldConflict, interval
from c42desktop.calendar.model import Event, Status
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.told import parsed
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.more_fields import status_words
from c42desktop.ui.reminder_words import lead_words

_LONGEST = 200
_EVENT = "event"  # all of it


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to decide: what a decision names it by, what it is called, and its values in words.

    `base` is "" where it says nothing more. `keeps` says that nothing comes back or goes unless the person says so.
    """

    key: str
    title: str
    base: str
    mine: str
    theirs: str
    keeps: bool = False


def choices(fields: Sequence[FieldConflict], today: date, zone: tzinfo) -> list[Choice]:
    """A choice for each conflict."""
    return [_whole(field, today, zone) if field.name == _EVENT else _one(field, today, zone) for field in fields]


def _one(field: FieldConflict, today: date, zone: tzinfo) -> Choice:
    base, mine, theirs = (value_words(field.name, each, today, zone) for each in (field.base, field.mine, field.theirs))
    title = _of(field, field_words(field.name), today, zone)
    return Choice(field.key, title, _("Before: {value}").format(value=base), mine, theirs)


def _whole(field: FieldConflict, today: date, zone: tzinfo) -> Choice:
    """One side took it away, the other changed it."""
    mine = _("Delete it all the same") if field.mine is None else _("Put it back, as I have it")
    theirs = _("Let it go") if field.theirs is None else _("Keep it, as it is now")
    return Choice(field.key, _of(field, _("Event"), today, zone), "", mine, theirs, keeps=True)


def _of(field: FieldConflict, title: str, today: date, zone: tzinfo) -> str:
    """Which occurrence it is about, where it is about one."""
    moment = parsed(field.occurrence)
    if moment is None:
        return title
    return _("{field} · {when}").format(field=title, when=time_span(moment, None, today, zone))


def field_words(name: str) -> str:
    """What a field is called in the form; one that no form shows keeps its name."""
    return {
        "summary": _("Title"),
        "time": _("When"),
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
    if name == "time":
        return time_span(*interval(value), today, zone)
    if name == "due" and (moment := parsed(value)) is not None:
        return time_span(moment, None, today, zone)
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
