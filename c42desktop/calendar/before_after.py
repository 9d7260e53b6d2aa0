"""What changed, before → after: the same in the details and in the list of activity. Words only; who shows them strikes
out what was and draws bold what is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar import calendar_words, trip_words
from c42desktop.calendar.dates import day_label, time_span
from c42desktop.calendar.field_words import fields_of, what_changed
from c42desktop.calendar.model import Change, ChangeKind, Event, FieldChange, Moment, Reminder, as_local
from c42desktop.calendar.names import capital, clock
from c42desktop.calendar.people_words import inviter, who
from c42desktop.calendar.reminder_words import missed, reminded
from c42desktop.calendar.time_words import Fields, moved_together
from c42desktop.calendar.told import Told, body, parsed, title_of
from c42desktop.calendar.words import invites, tell
from c42desktop.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that changed: "Start", "14:00", "15:00". Without the last two, `label` says all of it."""

    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A change or a reminder in a list: "Design review moved", its steps, then what else there is to say in sentences,
    and who did it ("Bram de Vries"), where that is known."""

    title: str
    steps: tuple[Step, ...] = ()
    text: str = ""
    by: str = ""


def listed(change: Change, now: datetime, zone: tzinfo) -> Listed:
    """The change as the list of activity shows it at `now` (aware) to a reader in `zone`."""
    told, event, by = tell(change, now, zone), change.event, who(change)
    if event is None or change.kind in calendar_words.KINDS:
        return Listed(told.title, text=body(told))
    if invites(change):
        return Listed(_invited(event), text=body(told))
    if change.kind is not ChangeKind.CHANGED:
        return Listed(told.title, text=body(told), by=by)
    fields = fields_of(change)
    trip = trip_words.list_change(fields, event, now.astimezone(zone).date(), zone) if event.trip is not None else None
    if trip is None:
        return Listed(told.title, steps(change, now, zone), by=by)
    fields = {name: each for name, each in trip_words.as_travelled(fields, event).items() if name != "departure"}
    shown = replace(change, fields=tuple(fields.values()))
    return Listed(trip.title, steps(shown, now, zone), body(trip), by)


def listed_reminder(reminder: Reminder, now: datetime, zone: tzinfo, *, late: bool) -> Listed:
    """ "Reminder: Stand-up" and "Today 09:00"; "Reminder missed: Stand-up" where nobody was told in time."""
    told: Told = (missed if late else reminded)(reminder, now, zone)
    return Listed(told.title, text=body(told))


def line(shown: Listed) -> str:
    """All below the title in one line: "Start 14:00 → 15:00 · Place Room 12 → Room 4 · by Bram de Vries"."""
    said = " · ".join(map(step_line, shown.steps))
    text = body(Told("", tuple(filter(None, [said, shown.text]))))
    by = _("by {person}").format(person=shown.by) if shown.by else ""
    return " · ".join(filter(None, [text, by]))


def step_line(step: Step) -> str:
    """ "Start 14:00 → 15:00"."""
    if step.before and not step.after:
        return _("{field} no longer {before}").format(field=step.label, before=step.before)
    arrow = "→" if step.before else ""
    return " ".join(filter(None, [step.label, step.before, arrow, step.after]))


def steps(change: Change, now: datetime, zone: tzinfo) -> tuple[Step, ...]:
    """One for each thing that changed; what has no short before and after is told."""
    fields = fields_of(change)
    if change.event is not None and change.event.trip is not None:
        fields = trip_words.as_travelled(fields, change.event)
    if moved_together(fields):
        fields.pop("end")
    if change.kind is ChangeKind.CANCELLED:
        fields.pop("status", None)  # which the title says
    found = (_step(change.event, field, now.astimezone(zone).date(), zone) for field in fields.values())
    return tuple(step for step in found if step != Step(""))


def moved_from(change: Change, now: datetime, zone: tzinfo) -> str:
    """Where an event was moved from: "14:00", or "Mon 23 Nov 14:00" where the day changed too."""
    start = next((field for field in change.fields if field.name == "start"), None)
    if start is None:
        return ""
    return _point(parsed(start.before), parsed(start.after), "start", now.astimezone(zone).date(), zone)


def _invited(event: Event) -> str:
    person = inviter(event)
    words = _("{person} invites you to {summary}") if person else _("You are invited to {summary}")
    return words.format(person=person, summary=title_of(event))


def _step(event: Event | None, field: FieldChange, today: date, zone: tzinfo) -> Step:
    times = {"start": _("Start"), "end": _("End"), "due": _("Due")}
    times |= {"departure": _("Leave"), "ride": _("Departs"), "arrival": _("Arrives")}
    name = {**times, "summary": _("Title"), "location": _("Place"), "destination": _("To")}.get(field.name)
    if name is None:
        return Step(_in_words(field, event, today, zone))
    if field.name not in times:
        return Step(name, field.before or "", field.after or "")
    before, after = parsed(field.before), parsed(field.after)
    return Step(name, _point(before, after, field.name, today, zone), _point(after, before, field.name, today, zone))


def _in_words(field: FieldChange, event: Event | None, today: date, zone: tzinfo) -> str:
    fields: Fields = {field.name: field}
    told = what_changed(fields, replace(event, and_future=False), today, zone) if event is not None else []
    return capital(told[0]) if told else ""


def _point(moment: Moment | None, other: Moment | None, name: str, today: date, zone: tzinfo) -> str:
    """A time as short as the other one allows: the clock where both are on one day, or it alone is today."""
    if moment is None:
        return ""
    local = as_local(moment, zone)
    if not isinstance(moment, datetime):
        return day_label(moment - timedelta(days=1) if name == "end" else moment, today, inline=True)
    beside = as_local(other, zone).date() if isinstance(other, datetime) else None
    if beside == local.date() or (other is None and local.date() == today):
        return clock(local)
    return time_span(moment, None, today, zone, inline=True)
