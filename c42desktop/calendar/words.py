"""Every text a person reads about a change or a repetition, so that all places say the same words.

Titles name what happened, details say what was and what is now, before → after (design/README, principle 4).

    told.py           a change in words, and the words that all are made of
    field_words.py    one field that changed
    trip_words.py     a trip: when to leave; todo_words.py: what is to be done, and until when
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from c42desktop.calendar import todo_words, trip_words
from c42desktop.calendar.dates import clock, day_label, in_words, length, time_span
from c42desktop.calendar.field_words import Fields, answers, inviter, what_changed
from c42desktop.calendar.model import Change, ChangeKind, Event, EventType, Reminder, Status, as_local
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.todo_words import due_in_words
from c42desktop.calendar.told import Told, place_of, sentence, title_of, way_of, when_of
from c42desktop.i18n import gettext as _

__all__ = [
    "Told",
    "clock",
    "day_label",
    "due_in_words",
    "in_words",
    "length",
    "place_of",
    "remind",
    "repeats",
    "sentence",
    "tell",
    "time_span",
    "title_of",
]


def tell(change: Change, now: datetime, zone: tzinfo) -> Told:
    """The change as a reader in `zone` is told it at `now` (aware)."""
    today, event = now.astimezone(zone).date(), change.event
    if event is None:
        return Told(_named(_title(change.kind), change))
    if change.kind is ChangeKind.ADDED:
        return _added(change, event, today, zone)
    if change.kind is not ChangeKind.CHANGED:
        return _gone(change, event, today, zone)
    return _changed(change, event, today, zone)


def _added(change: Change, event: Event, today: date, zone: tzinfo) -> Told:
    if event.status is Status.CANCELLED:
        return Told(_named(_cancelled(event), change), _details(event, today, zone))
    if _invites(event):
        message = event.personal.invitation.message if event.personal.invitation is not None else ""
        return Told(_invited(event), (*_details(event, today, zone), *filter(None, [message])))
    words = _("Suggested: {summary}") if event.suggested else _new(event)
    return Told(_named(words, change), _details(event, today, zone))


def _details(event: Event, today: date, zone: tzinfo) -> tuple[str, ...]:
    """When and where, and what is wrong with it. Each of a series is due when it is on, or some time later."""
    due = due_in_words(event, today, zone) if not event.recurring else ""
    details = [_when(event, today, zone), due, place_of(event), event.problem]
    return tuple(filter(None, details))


def _when(event: Event, today: date, zone: tzinfo) -> str:
    """When it is; of a change of one occurrence and all later ones, that they are meant, too."""
    when = when_of(event, today, zone)
    return _("{time} and all later ones").format(time=when) if when and event.and_future else when


def _gone(change: Change, event: Event, today: date, zone: tzinfo) -> Told:
    when = _when(event, today, zone) or due_in_words(event, today, zone)
    words = _cancelled(event) if change.kind is ChangeKind.CANCELLED else _title(change.kind)
    return Told(_named(words, change), (_("was {time}").format(time=when),) if when else ())


def _changed(change: Change, event: Event, today: date, zone: tzinfo) -> Told:
    fields = {field.name: field for field in change.fields}
    if "invitation" in fields and not fields["invitation"].before and _invites(event):
        del fields["invitation"]
        return Told(_invited(event), tuple(what_changed(fields, event, today, zone)) or _details(event, today, zone))
    details = tuple(what_changed(fields, event, today, zone))
    told = trip_words.tell_change(fields, event, today, zone) if event.trip is not None else None
    told = told or todo_words.tell_change(fields, event, details) or _answered(fields, event)
    if told is not None:
        return told
    if "start" in fields and fields["start"].before and fields["start"].after:
        return Told(_named(_("Moved: {summary}"), change), details)
    words = _("Renamed: {summary}") if fields.keys() == {"summary"} else _("Changed: {summary}")
    return Told(_named(words, change), details)


def _answered(fields: Fields, event: Event) -> Told | None:
    """ "Ann accepted: Budget 2027", where that is all that changed."""
    said = answers(fields["attendees"], event) if fields.keys() == {"attendees"} else []
    if len(said) != 1:
        return None
    return Told(_("{answer}: {summary}").format(answer=said[0], summary=title_of(event)))


def remind(reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    """A reminder: "Reminder: Design review starts at 14:00"; where that is not today, the day is a detail."""
    event, today = reminder.event, now.astimezone(zone).date()
    where = tuple(filter(None, [place_of(event)]))
    start = as_local(event.start, zone) if isinstance(event.start, datetime) else None
    if start is not None and start.date() == today:
        words = _starts(event) if start >= now else _("Reminder: {summary} began at {time}")
        return Told(words.format(summary=title_of(event), time=clock(start)), where)
    when = when_of(event, today, zone) or due_in_words(event, today, zone)
    return Told(_("Reminder: {summary}").format(summary=title_of(event)), tuple(filter(None, [when, *where])))


def _starts(event: Event) -> str:
    if event.trip is not None:
        return _("Reminder: {summary} departs at {time}")
    return _("Reminder: {summary} starts at {time}")


def _invites(event: Event) -> bool:
    """Whether somebody waits for the reader's answer."""
    return event.personal.invitation is not None and event.personal.answer in ("", "needs-action")


def _invited(event: Event) -> str:
    person = inviter(event)
    words = _("Invitation: {summary} – {person} invites you") if person else _("Invitation: {summary}")
    return words.format(summary=title_of(event), person=person)


def _new(event: Event) -> str:
    if event.type is EventType.TODO:
        return _("Done: {summary}") if event.status is Status.COMPLETED else _("To do: {summary}")
    return {
        EventType.NORMAL: _("New: {summary}"),
        EventType.TIME_BLOCK: _("Time block: {summary}"),
        EventType.ROUTE: _("New route: {summary}"),
    }.get(event.type, _("New trip: {summary}"))


def _cancelled(event: Event) -> str:
    return _("Trip cancelled: {summary}") if event.trip is not None else _("Cancelled: {summary}")


def _named(words: str, change: Change) -> str:
    event = change.event
    nameless = way_of(event) if event is not None else ""
    return words.format(summary=change.summary or nameless or _("Untitled event"))


def _title(kind: ChangeKind) -> str:
    return {
        ChangeKind.ADDED: _("New: {summary}"),
        ChangeKind.CHANGED: _("Changed: {summary}"),
        ChangeKind.CANCELLED: _("Cancelled: {summary}"),
        ChangeKind.REMOVED: _("Removed: {summary}"),
        ChangeKind.CALENDAR_REMOVED: _("Calendar removed: {summary}"),
        ChangeKind.CALENDAR_EMPTIED: _("Calendar emptied: {summary}"),
        ChangeKind.CALENDAR_MOVED: _("Calendar moved: {summary}"),
        ChangeKind.CALENDAR_SHARED: _("Calendar shared with you: {summary}"),
        ChangeKind.CALENDAR_WITHDRAWN: _("No access any more: {summary}"),
        ChangeKind.IMPORT_FAILING: _("Import fails: {summary}"),
    }[kind]
