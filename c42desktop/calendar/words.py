"""Every text a person reads about a change, a reminder or a repetition, so that all places say the same words.

Titles say what happened to what, details what is now and what was (design/README, principle 4). Notifications show
`Told.title` and `body(told)`, the terminal `sentence(told)`; a list and the details show before → after.

    told.py             a change in words, and the words that all are made of; dates.py: days, times, lengths
    field_words.py      one field that changed; time_words.py: its times, people_words.py: its people
    trip_words.py       a trip: when to leave; todo_words.py: what is to be done, and until when
    calendar_words.py   a whole calendar
    reminder_words.py   a reminder; counted_words.py: many changes and reminders at once
    before_after.py     what changed, before → after, in the details and in the list of activity
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from c42desktop.calendar import calendar_words, todo_words, trip_words
from c42desktop.calendar.answers import is_asked
from c42desktop.calendar.dates import day_label, in_words, length, spelled, time_span
from c42desktop.calendar.field_words import fields_of, is_on_again, what_changed
from c42desktop.calendar.model import Change, ChangeKind, Event, EventType, Status
from c42desktop.calendar.names import capital, clock
from c42desktop.calendar.people_words import answers, answers_title, inviter, lines_of, who_answered
from c42desktop.calendar.reminder_words import missed, remind, reminded
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.time_words import Fields
from c42desktop.calendar.todo_words import due_in_words
from c42desktop.calendar.told import Told, body, facts, place_of, sentence, title_of, when_of
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

__all__ = [
    "Told",
    "body",
    "capital",
    "clock",
    "day_label",
    "due_in_words",
    "in_words",
    "invites",
    "length",
    "missed",
    "place_of",
    "remind",
    "reminded",
    "repeats",
    "sentence",
    "spelled",
    "tell",
    "time_span",
    "title_of",
]

_OF_AN_INVITATION = ("invitation", "answer", "permission")


def tell(change: Change, now: datetime, zone: tzinfo) -> Told:
    """The change as a reader in `zone` is told it at `now` (aware)."""
    today, event = now.astimezone(zone).date(), change.event
    if change.kind in calendar_words.KINDS:
        return calendar_words.tell_change(change, today, zone)
    if event is None:
        return Told(_title(change.kind).format(summary=change.summary or _("Untitled event")))
    if change.kind is ChangeKind.ADDED:
        return _added(change, event, today, zone)
    if change.kind is not ChangeKind.CHANGED:
        return _gone(change.kind, event, today, zone)
    return _changed(change, event, today, zone)


def invites(change: Change) -> bool:
    """Whether the change is that somebody waits for the reader's answer, and nobody did before."""
    event, account = change.event, change.calendar.account
    if event is None or not is_asked(event, change.calendar):
        return False
    if change.kind is not ChangeKind.CHANGED:
        return change.kind is ChangeKind.ADDED
    fields = fields_of(change)
    asked, people = fields.get("invitation"), fields.get("attendees")
    if asked is not None and not asked.before:
        return True
    return people is not None and bool(lines_of(people.after, account)) and not lines_of(people.before, account)


def _added(change: Change, event: Event, today: date, zone: tzinfo) -> Told:
    details = _details(event, today, zone)
    if event.status is Status.CANCELLED:
        return Told(_named(_title(ChangeKind.CANCELLED), event), details)
    if invites(change):
        message = event.personal.invitation.message if event.personal.invitation is not None else ""
        return Told(_invited(event), (*details, *filter(None, [message])))
    return Told(_named(_("{summary} suggested") if event.suggested else _new(event), event), details)


def _details(event: Event, today: date, zone: tzinfo) -> tuple[str, ...]:
    """When and where, and what is wrong with it. Each of a series is due when it is on, or some time later."""
    due = due_in_words(event, today, zone) if not event.recurring else ""
    return tuple(filter(None, [facts(_when(event, today, zone), due, place_of(event)), event.problem]))


def _when(event: Event, today: date, zone: tzinfo) -> str:
    """When it is; of a change of one occurrence and all later ones, that they are meant, too."""
    when = when_of(event, today, zone)
    return _("{time} and all later ones").format(time=when) if when and event.and_future else when


def _gone(kind: ChangeKind, event: Event, today: date, zone: tzinfo) -> Told:
    when = _when(event, today, zone) or due_in_words(event, today, zone)
    return Told(_named(_title(kind), event), (_("was {time}").format(time=when),) if when else ())


def _changed(change: Change, event: Event, today: date, zone: tzinfo) -> Told:
    fields = fields_of(change)
    if invites(change):
        others = {name: each for name, each in fields.items() if name not in _OF_AN_INVITATION}
        return Told(_invited(event), tuple(what_changed(others, event, today, zone)) or _details(event, today, zone))
    details = tuple(what_changed(fields, event, today, zone))
    told = trip_words.tell_change(fields, event, today, zone) if event.trip is not None else None
    told = told or todo_words.tell_change(fields, event, today, zone) or _answered(fields, event)
    return told or Told(_named(_what_happened(fields), event), details)


def _what_happened(fields: Fields) -> str:
    if is_on_again(fields):
        return _("{summary} is on again")
    if "start" in fields and fields["start"].before and fields["start"].after:
        return _("{summary} moved")
    return _("{summary} renamed") if fields.keys() == {"summary"} else _title(ChangeKind.CHANGED)


def _answered(fields: Fields, event: Event) -> Told | None:
    """ "Ann accepted Budget 2027", where that is all that changed."""
    people = who_answered(fields["attendees"], event) if fields.keys() == {"attendees"} else []
    if not people:
        return None
    said = answers(fields["attendees"], event)
    return Told(answers_title(people, title_of(event)), tuple(said) if len(said) > 1 else ())


def _invited(event: Event) -> str:
    person = inviter(event)
    words = _("{summary}: {person} invites you") if person else _("{summary}: you are invited")
    return words.format(summary=title_of(event), person=person)


def _new(event: Event) -> str:
    if event.type is EventType.TODO:
        return _("{summary} is done") if event.status is Status.COMPLETED else _("{summary} added as a to-do")
    return _("{summary} added as a time block") if event.type is EventType.TIME_BLOCK else _title(ChangeKind.ADDED)


def _named(words: str, event: Event) -> str:
    return words.format(summary=title_of(event))


def _title(kind: ChangeKind) -> str:
    return {
        ChangeKind.ADDED: _("{summary} added"),
        ChangeKind.CANCELLED: _("{summary} cancelled"),
        ChangeKind.REMOVED: _("{summary} removed"),
    }.get(kind, _("{summary} changed"))


def never_sent(count: int) -> str:
    """So many changes and answers wait for the server of an account that is about to go."""
    return ngettext(
        "{count} change of yours is not sent yet and will be lost.",
        "{count} changes of yours are not sent yet and will be lost.",
        count,
    ).format(count=count)
