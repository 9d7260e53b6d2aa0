"""Every text a person reads about a change or a repetition, so that all places say the same words.

Titles name what happened, details say what was and what is now, before → after (design/README, principle 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from c42desktop.calendar.dates import clock, day_label, in_words, length, time_span
from c42desktop.calendar.model import Change, ChangeKind, Event, FieldChange, Moment, Reminder, Status, as_local
from c42desktop.calendar.repetition import repeats
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

__all__ = [
    "Told",
    "clock",
    "day_label",
    "in_words",
    "length",
    "remind",
    "repeats",
    "sentence",
    "tell",
    "time_span",
    "title_of",
]


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: "Moved: Design review", and details such as "was 14:00, now 15:00"."""

    title: str
    details: tuple[str, ...]


def tell(change: Change, now: datetime, zone: tzinfo) -> Told:
    """The change as a reader in `zone` is told it at `now` (aware)."""
    today = now.astimezone(zone).date()
    title = _title(change).format(summary=change.summary or _("Untitled event"))
    event = change.event
    if event is None:
        return Told(title, ())
    if change.kind is ChangeKind.CHANGED:
        return Told(title, tuple(_what_changed(change, event, today, zone)))
    when = _when(event, today, zone)
    was = _("was {time}").format(time=when) if when else ""
    details = [when, event.location, event.problem] if change.kind is ChangeKind.ADDED else [was]
    return Told(title, tuple(filter(None, details)))


def sentence(told: Told) -> str:
    """All in one line: "Moved: Design review — was 14:00, now 15:00"."""
    return " — ".join(part for part in (told.title, "; ".join(told.details)) if part)


def remind(reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    """A reminder: "Reminder: Design review starts at 14:00"; where that is not today, the day is a detail."""
    event, today = reminder.event, now.astimezone(zone).date()
    start = as_local(event.start, zone) if isinstance(event.start, datetime) else None
    if start is not None and start.date() == today:
        words = _("Reminder: {summary} starts at {time}") if start >= now else _("Reminder: {summary} began at {time}")
        return Told(words.format(summary=title_of(event), time=clock(start)), tuple(filter(None, [event.location])))
    when = _when(event, today, zone)
    return Told(_("Reminder: {summary}").format(summary=title_of(event)), tuple(filter(None, [when, event.location])))


def title_of(event: Event) -> str:
    """The event's title, or the words used where it has none."""
    return event.summary or _("Untitled event")


def _title(change: Change) -> str:
    names = {field.name for field in change.fields}
    cancelled = change.event is not None and change.event.status is Status.CANCELLED
    if change.kind is ChangeKind.CANCELLED or (change.kind is ChangeKind.ADDED and cancelled):
        return _("Cancelled: {summary}")
    if change.kind is ChangeKind.CHANGED:
        if "start" in names:
            return _("Moved: {summary}")
        return _("Renamed: {summary}") if names == {"summary"} else _("Changed: {summary}")
    return {
        ChangeKind.ADDED: _("New: {summary}"),
        ChangeKind.REMOVED: _("Removed: {summary}"),
        ChangeKind.CALENDAR_REMOVED: _("Calendar removed: {summary}"),
        ChangeKind.CALENDAR_EMPTIED: _("Calendar emptied: {summary}"),
        ChangeKind.CALENDAR_MOVED: _("Calendar moved: {summary}"),
    }[change.kind]


def _when(event: Event, today: date, zone: tzinfo) -> str:
    """When the event is, for a detail line. A series that began before today is told by its rule and its hours."""
    if event.start is None:
        return ""
    first = as_local(event.start, zone)
    if not event.recurring or first.date() >= today:
        when = time_span(event.start, event.end, today, zone, inline=True)
        return f"{when}, {_lower(repeats(event))}" if event.recurring else when
    hours = ""
    if isinstance(event.start, datetime):
        last = as_local(event.end, zone) if event.end is not None else first
        hours = f" {clock(first)} – {clock(last)}" if last > first else f" {clock(first)}"
    return f"{_lower(repeats(event))}{hours}"


def _what_changed(change: Change, event: Event, today: date, zone: tzinfo) -> list[str]:
    """One detail for each thing that changed; the times first."""
    fields = {field.name: field for field in change.fields}
    details = [_time_change(fields, event, today, zone)]
    for name, field in fields.items():
        if name not in ("start", "end"):
            details.append(_field_change(field, event))
    return [detail for detail in details if detail]


def _time_change(fields: dict[str, FieldChange], event: Event, today: date, zone: tzinfo) -> str:
    start, end = fields.get("start"), fields.get("end")
    if start is None:
        return _end_change(end, event, today, zone) if end is not None else ""
    was, now = _parsed(start.before), _parsed(start.after)
    if was is None or now is None:
        moment, words = (now, _("now {time}")) if now is not None else (was, _("was {time}"))
        return words.format(time=_point(moment, today, zone)) if moment is not None else ""
    if event.recurring:
        return _series_moved(was, now, event, zone)
    return _moved(was, now, today, zone)


def _moved(was: Moment, now: Moment, today: date, zone: tzinfo) -> str:
    """ "was 14:00, now 15:00"; the day is named where it is not today, both days where it changed."""
    old, new = as_local(was, zone), as_local(now, zone)
    timed = isinstance(was, datetime) and isinstance(now, datetime)
    if not timed or old.date() != new.date():
        return _("was {before}, now {after}").format(before=_point(was, today, zone), after=_point(now, today, zone))
    times = _("was {before}, now {after}").format(before=clock(old), after=clock(new))
    return times if new.date() == today else f"{day_label(new.date(), today, inline=True)}: {times}"


def _series_moved(was: Moment, now: Moment, event: Event, zone: tzinfo) -> str:
    """As `_moved`, with weekdays for days: the first day of a series may be years ago."""
    old, new = as_local(was, zone), as_local(now, zone)
    before, after = (
        clock(moment) if isinstance(raw, datetime) else _("all day") for raw, moment in ((was, old), (now, new))
    )
    if old.weekday() != new.weekday():
        before, after = f"{old:%A} {before}", f"{new:%A} {after}"
    if before == after:
        return _lower(repeats(event))
    times = _("was {before}, now {after}").format(before=before, after=after)
    return f"{_lower(repeats(event))}: {times}"


def _end_change(end: FieldChange, event: Event, today: date, zone: tzinfo) -> str:
    """ "until 16:30, was 16:00": the start stayed. Exclusive all-day ends are told by their last day."""
    was, now = _parsed(end.before), _parsed(end.after)
    if not isinstance(was, datetime) or not isinstance(now, datetime) or event.start is None:
        return _("now {time}").format(time=_when(event, today, zone)) if event.start is not None else ""
    same_day = as_local(was, zone).date() == as_local(now, zone).date() == as_local(event.start, zone).date()
    if same_day or event.recurring:
        before, after = clock(as_local(was, zone)), clock(as_local(now, zone))
    else:
        before, after = _point(was, today, zone), _point(now, today, zone)
    return _("until {after}, was {before}").format(before=before, after=after)


def _field_change(field: FieldChange, event: Event) -> str:
    """One field that is not a time; long texts are only mentioned."""
    if field.name in ("summary", "location"):
        return _short_text(field)
    if field.name == "attendees":
        return _people(_count(field.before), _count(field.after))
    if field.name == "status":
        return _status(event.status)
    if field.name == "recurrence":
        return _lower(repeats(event)) or _("no longer repeats")
    if field.name == "problem":
        return field.after or _("can be read again")
    return {
        "description": _("new description") if field.after else _("no description"),
        "url": _("new link") if field.after else _("no link"),
        "organizer": _("new organiser") if field.after else _("no organiser"),
        "categories": _("other categories"),
        "alarms": _("other reminders"),
        "timezone": _("other time zone"),
        "dates": _("other dates"),
    }.get(field.name, "")


def _short_text(field: FieldChange) -> str:
    if field.before and field.after:
        if field.name == "summary":
            return _("was {before}").format(before=field.before)
        return _("{after}, was {before}").format(before=field.before, after=field.after)
    if field.after:
        return field.after
    return _("no place, was {before}").format(before=field.before) if field.name == "location" else _("no title")


def _people(before: int, after: int) -> str:
    if before == after:
        return _("other answers")
    people = ngettext("{count} person", "{count} people", after).format(count=after)
    return _("{people} instead of {before}").format(people=people, before=before)


def _status(status: Status) -> str:
    return {
        Status.CONFIRMED: _("now confirmed"),
        Status.TENTATIVE: _("now tentative"),
        Status.CANCELLED: _("now cancelled"),
    }[status]


def _count(lines: str | None) -> int:
    """How many values a FieldChange holds: it has one a line."""
    return len(lines.split("\n")) if lines else 0


def _point(moment: Moment, today: date, zone: tzinfo) -> str:
    return time_span(moment, None, today, zone, inline=True)


def _parsed(text: str | None) -> Moment | None:
    """A time of a FieldChange, which `changes` wrote in ISO 8601."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _lower(words: str) -> str:
    """For use inside a sentence; only the first letter, as weekdays keep theirs."""
    return words[:1].lower() + words[1:]
