"""What the reader answered to an invitation, whether somebody waits for it, and the events with an answer in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef, Event, Moment, Occurrence, Person, Status, is_instant
from c42desktop.calendar.persons import address_of, is_mine, is_person, plain_address
from c42desktop.calendar.series import place_of, slot
from c42desktop.calendar.usual import usual

ANSWERS = ("accepted", "tentative", "declined")
UNANSWERED = frozenset({"", "needs-action"})
ATTENDING = "attending"
"""The question of XEP-0471 §6.5 that is answered with yes, no or maybe."""

FORM_VALUES = {"accepted": "yes", "tentative": "maybe", "declined": "no"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader says about an event, or one occurrence of it. `answer` is a PARTSTAT in lower case.

    `occurrence` is as `occurrence_name` gives it. `person` is who answers, as the event itself names them; "" where
    the event has a place for its reader alone.
    """

    uid: str
    occurrence: str
    answer: str
    person: str = ""


def own_answer(event: Event, account: str) -> str:
    """What the reader answered, as PARTSTAT in lower case: "needs-action" where they are asked and have not, "" where
    nobody asks. `account` is the bare JID that reads the calendar.
    """
    if event.personal.answer:
        return event.personal.answer
    person = own_entry(event, account)
    if person is None:
        return "needs-action" if _choices(event) else ""
    return person.answer or ("" if is_mine(event, account) else "needs-action")  # RFC 5545 §3.2.12


def is_asked(event: Event, calendar: CalendarRef) -> bool:
    """True while somebody waits for the reader's answer. Who only subscribed to a calendar is not asked, nor is who
    owns it."""
    if event.status is Status.CANCELLED or is_local(calendar):
        return False
    mine, own = event.personal, calendar.service == calendar.account
    if mine.invitation is not None:
        return mine.answer in UNANSWERED
    if own and not mine.answer and own_entry(event, calendar.account) is None:
        return False
    answer = own_answer(event, calendar.account)
    return answer == "needs-action" and not mine.permission.startswith("subscribed")


def may_answer(event: Event, calendar: CalendarRef) -> bool:
    """Whether the reader is asked for an answer, or has given one that may change."""
    if is_asked(event, calendar):
        return True
    called_off = event.status is Status.CANCELLED or is_local(calendar)
    return not called_off and own_answer(event, calendar.account) in ANSWERS


def offered(event: Event) -> tuple[str, ...]:
    """The answers that an event takes, in the order in which they are offered. Calendar42 has no maybe, and whoever
    makes a form chooses what may be said in it."""
    if choices := _choices(event):
        return tuple(answer for answer in ANSWERS if FORM_VALUES[answer] in choices)
    mine = event.personal
    if mine.invitation is not None or (mine.answer and not event.attendees):
        return ("accepted", "declined")
    return ANSWERS


def answer_to(event: Event, answer: str, account: str) -> Answer:
    """The reader's answer to an event or, where it has a RECURRENCE-ID, to that occurrence."""
    alone = event.personal.answer or event.personal.invitation is not None or _choices(event)
    entry = None if alone else own_entry(event, account)
    return Answer(event.uid, occurrence_name(event.recurrence_id), answer, entry.address if entry else "")


def with_answer(events: Sequence[Event], answer: Answer) -> tuple[Event, ...] | None:
    """The events of an item with an answer in them; None where there is no place for it, or none any more."""
    concerned = [event for event in events if event.uid == answer.uid]
    if not answer.person:
        if not concerned:
            return None
        return tuple(_for_reader(event, answer) if event.uid == answer.uid else event for event in events)
    if answer.occurrence:
        return _with_occurrence(events, concerned, answer)
    before = next((_said(event, answer.person) for event in concerned if event.recurrence_id is None), None)
    follow = {before, *UNANSWERED}  # what was answered for one occurrence by itself stays
    changed = [
        _for_person(event, answer)
        if event.uid == answer.uid and (event.recurrence_id is None or _said(event, answer.person) in follow)
        else event
        for event in events
    ]
    return tuple(changed) if any(_said(event, answer.person) is not None for event in concerned) else None


def one_of(series: Event, occurrence: Occurrence) -> Event:
    """One occurrence as an event of its own, to be answered by itself."""
    single = replace(series, rrules=(), rdates=(), exdates=(), recurrence_id=occurrence.start)
    return single.moved_to(occurrence.start, occurrence.end)


def occurrence_name(moment: Moment | None) -> str:
    """A RECURRENCE-ID as text: in UTC, or as it is where it is a date or floating; "" without one."""
    if moment is None:
        return ""
    return (moment.astimezone(UTC) if isinstance(moment, datetime) and is_instant(moment) else moment).isoformat()


def own_entry(event: Event, account: str) -> Person | None:
    """The reader among those who are invited."""
    if not event.attendees:  # as most: a list of thousands asks for each
        return None
    return next((person for person in event.attendees if is_person(person, account)), None)


def _choices(event: Event) -> frozenset[str]:
    """What may be said to whoever asks in a form whether one comes."""
    asked = next((question for question in event.details.questions if question.name == ATTENDING), None)
    if asked is None:
        return frozenset()
    return frozenset(value for value, _label in asked.options) or frozenset(FORM_VALUES.values())


def _with_occurrence(events: Sequence[Event], concerned: Sequence[Event], answer: Answer) -> tuple[Event, ...] | None:
    """The answer for one occurrence: in what was changed about it, else in a change of its own (RFC 5545 §3.8.4.4)."""
    master = next((event for event in concerned if event.recurrence_id is None), None)
    place = moment_named(answer.occurrence)
    name = slot(place, master) if master is not None else place
    known = next((each for each in concerned if each.recurrence_id is not None and _at(each, master) == name), None)
    changed = known if known is not None else usual(master, concerned, place) if master is not None else None
    if changed is None or _said(changed, answer.person) is None:
        return None
    done = _for_person(changed, answer)
    if known is None:
        return (*events, done)
    return tuple(done if event is known else event for event in events)


def _at(event: Event, master: Event | None) -> Moment | None:
    place = place_of(event, master)
    return place.astimezone(UTC) if isinstance(place, datetime) and is_instant(place) else place


def _for_reader(event: Event, answer: Answer) -> Event:
    return replace(event, personal=replace(event.personal, answer=answer.answer))


def _for_person(event: Event, answer: Answer) -> Event:
    name = plain_address(answer.person).casefold()

    def said(person: Person) -> Person:
        return replace(person, answer=answer.answer) if address_of(person).casefold() == name else person

    return replace(event, attendees=tuple(map(said, event.attendees)))


def _said(event: Event, address: str) -> str | None:
    """What somebody answered, "" where nothing; None where they are not invited."""
    name = plain_address(address).casefold()
    return next((person.answer for person in event.attendees if address_of(person).casefold() == name), None)


def moment_named(name: str) -> Moment:
    """The RECURRENCE-ID that `occurrence_name` has named."""
    return date.fromisoformat(name) if len(name) == len("2026-11-23") else datetime.fromisoformat(name)
