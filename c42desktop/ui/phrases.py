"""What the window says about times and changes, put together from the words all places share. No Qt."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from c42desktop.calendar.model import Alarm, Change, ChangeKind, Event, FieldChange, Moment, Occurrence, as_local
from c42desktop.calendar.words import clock, day_label, in_words, length, repeats, tell, time_span, title_of
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line

__all__ = [
    "SOON",
    "ago",
    "ahead",
    "changed",
    "clock",
    "day_title",
    "differences",
    "moved_from",
    "relative",
    "reminders",
    "repeats",
    "title",
    "tray_times",
    "until_day",
    "when",
    "zone_time",
]

SOON = timedelta(minutes=60)
"""How long before its start a list says how long it is until then."""

_PLACELESS = frozenset({"", "UTC", "Etc/UTC", "Z", "GMT", "Etc/GMT"})


def day_title(day: date, today: date) -> tuple[str, str]:
    """The header of a day in two parts: "Today" and "Sunday 22 November", "Wednesday" and "25 November"."""
    month = _("{day} {month}").format(day=day.day, month=f"{day:%B}")
    if day.year != today.year:
        month = _("{date} {year}").format(date=month, year=day.year)
    if abs((day - today).days) > 1:
        return f"{day:%A}", month
    return day_label(day, today), f"{day:%A} {month}"


def title(event: Event) -> str:
    """The title on one line, or the words all places use where there is none that can be seen."""
    summary = one_line(event.summary)
    return title_of(event if summary == event.summary else replace(event, summary=summary))


def until_day(last: date, today: date) -> str:
    """ "until Tuesday"."""
    return _("until {day}").format(day=day_label(last, today, inline=True))


def ahead(delta: timedelta) -> str:
    """ "in 25 min"."""
    return in_words(delta)


def when(occurrence: Occurrence, now: datetime) -> str:
    """ "Today 15:00 – 16:00"."""
    return time_span(occurrence.start, occurrence.end, now.date(), _zone(now))


def relative(occurrence: Occurrence, now: datetime) -> str:
    """ "in 1 h 25 min", "now", "25 min ago"; of a whole day "in 3 days", and nothing once it has begun."""
    start, end = as_local(occurrence.start, _zone(now)), as_local(occurrence.end, _zone(now))
    if start > now:
        # Nobody counts the hours to the midnight at which a day begins.
        return in_words(start.date() - now.date() if occurrence.all_day else start - now)
    if occurrence.all_day:
        return ""
    return in_words(end - now) if end <= now else in_words(timedelta(0))


def ago(at: datetime, now: datetime) -> str:
    """ "2 min ago", "just now"."""
    if now - at < timedelta(minutes=1):
        return _("just now")
    return _("{time} ago").format(time=length(now - at))


def changed(change: Change, now: datetime) -> str:
    """ "Changed 2 min ago"."""
    words = {
        ChangeKind.ADDED: _("Added {ago}"),
        ChangeKind.CANCELLED: _("Cancelled {ago}"),
        ChangeKind.REMOVED: _("Removed {ago}"),
    }.get(change.kind, _("Changed {ago}"))
    return words.format(ago=ago(change.at, now))


def differences(change: Change, now: datetime) -> list[tuple[str, str, str]]:
    """One (field, before, after) for each line of the change card; what has no short before and after is told."""
    fields = {field.name: field for field in change.fields}
    if _same_length(fields):
        fields.pop("end", None)
    if change.kind is ChangeKind.CANCELLED:
        fields.pop("status", None)  # which `changed` says
    lines = [_difference(change, field, now) for field in fields.values()]
    return [line for line in lines if any(line)]


def moved_from(change: Change, now: datetime) -> str:
    """Where an event was moved from: "14:00", or "Mon 23 Nov 14:00" where the day changed too."""
    start = next((field for field in change.fields if field.name == "start"), None)
    if start is None:
        return ""
    return _point(_moment(start.before), _moment(start.after), "start", now, inline=True)


def reminders(event: Event, now: datetime) -> str:
    """ "10 min before, 1 day before"."""
    return ", ".join(dict.fromkeys(_reminder(alarm, now) for alarm in event.alarms))


def zone_time(name: str, start: datetime) -> str:
    """ "16:30 in Singapore" for a start in the zone called `name`; nothing for zones without a place."""
    key = getattr(start.tzinfo, "key", "") or ""
    # "(UTC+01:00) Amsterdam, Berlin, Bern" is no name to read in a row.
    name = key if key and (not name or name.startswith("(")) else name
    if name in _PLACELESS:
        return ""
    if "/" not in name:
        return f"{clock(start)} {name}"
    place = name.rsplit("/", 1)[-1].replace("_", " ")
    return _("{time} in {place}").format(time=clock(start), place=place)


def tray_times(occurrence: Occurrence, now: datetime) -> tuple[str, str]:
    """ "14:00" and "25 min"; the day is named where it is not today, and the second is for what is soon."""
    start = as_local(occurrence.start, _zone(now))
    day = day_label(start.date(), now.date())
    if occurrence.all_day:
        return day, ""
    time = clock(start) if start.date() == now.date() else f"{day} {clock(start)}"
    minutes = math.ceil((start - now).total_seconds() / 60)
    soon = timedelta(0) < start - now <= SOON
    return time, length(timedelta(minutes=minutes)) if soon else ""


def _difference(change: Change, field: FieldChange, now: datetime) -> tuple[str, str, str]:
    times = {"start": _("Start"), "end": _("End"), "due": _("Due")}
    times |= {"departure": _("Leave"), "ride": _("Departs"), "arrival": _("Arrives")}
    name = {**times, "summary": _("Title"), "location": _("Place"), "destination": _("To")}.get(field.name)
    if name is None:
        told = tell(replace(change, kind=ChangeKind.CHANGED, fields=(field,)), now, _zone(now)).details
        text = told[0] if told else ""
        return text[:1].upper() + text[1:], "", ""
    if field.name not in times:
        return name, field.before or "", field.after or ""
    before, after = _moment(field.before), _moment(field.after)
    return name, _point(before, after, field.name, now), _point(after, before, field.name, now)


def _point(moment: Moment | None, other: Moment | None, name: str, now: datetime, *, inline: bool = False) -> str:
    """A time as short as the other one allows: the clock where both are on one day."""
    if moment is None:
        return ""
    local = as_local(moment, _zone(now))
    if not isinstance(moment, datetime):
        day = moment - timedelta(days=1) if name == "end" else moment
        return day_label(day, now.date(), inline=inline)
    if isinstance(other, datetime) and as_local(other, _zone(now)).date() == local.date():
        return clock(local)
    return time_span(moment, None, now.date(), _zone(now), inline=inline)


def _same_length(fields: dict[str, FieldChange]) -> bool:
    """True where start and end moved together, so that one of them says it all."""
    if "start" not in fields or "end" not in fields:
        return False
    moments = [_moment(text) for name in ("start", "end") for text in (fields[name].before, fields[name].after)]
    if any(moment is None for moment in moments):
        return False
    start_before, start_after, end_before, end_after = (as_local(moment, UTC) for moment in moments if moment)
    return end_before - start_before == end_after - start_after


def _moment(text: str | None) -> Moment | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None


def _reminder(alarm: Alarm, now: datetime) -> str:
    if alarm.at is not None:
        return time_span(alarm.at, None, now.date(), _zone(now))
    before = alarm.before or timedelta(0)
    if not before:
        return _("At the start")
    if before < timedelta(0):
        return _("{time} after the start").format(time=length(-before))
    return _("{time} before").format(time=length(before))


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
