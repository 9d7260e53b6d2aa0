"""What a person looks for, and the text of an event that is looked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from c42desktop.calendar.model import CalendarRef, Event, Person
from c42desktop.calendar.persons import address_of
from c42desktop.calendar.tasks import is_task
from c42desktop.calendar.trip_times import TRIPS

MOST_TEXT = 10_000  # characters of each part: a book in a description is not looked through to its end


class Kind(StrEnum):
    """What something in a calendar is, as a person tells it apart."""

    EVENT = "event"
    TODO = "todo"
    TRIP = "trip"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: with all these words, and of a calendar, of some kinds, that wait for an answer, that are unread.

    No `calendar` stands for all that are shown, no `kinds` for all.
    """

    words: str = ""
    calendar: CalendarRef | None = None
    kinds: frozenset[Kind] = frozenset()
    invitations: bool = False
    unread: bool = False

    @property
    def filters(self) -> int:
        """How many things are asked for beside the words."""
        return (self.calendar is not None) + len(self.kinds) + self.invitations + self.unread

    @property
    def is_nothing(self) -> bool:
        """True where nothing is looked for."""
        return not self.filters and not self.words.strip()


def kind_of(event: Event) -> Kind:
    """What an event is."""
    if is_task(event):
        return Kind.TODO
    return Kind.TRIP if event.type in TRIPS else Kind.EVENT


@dataclass(frozen=True, slots=True)
class Text:
    """What is looked through of one item."""

    title: str
    place: str
    people: str
    notes: str


def text_of(events: Sequence[Event]) -> Text:
    """The text of the events of one item, whatever some of them say alike once."""
    return Text(
        _joined(event.summary for event in events),
        _joined(place for event in events for place in _places(event)),
        _joined(_words_of(person) for event in events for person in _people(event)),
        _joined(note for event in events for note in _notes(event)),
    )


def _places(event: Event) -> Iterator[str]:
    yield event.location
    yield from (place.text for place in event.details.places)
    if event.trip is not None:
        yield event.trip.destination.text
        for leg in event.trip.legs:
            yield leg.origin.text
            yield leg.destination.text


def _people(event: Event) -> Iterator[Person]:
    if event.organizer is not None:
        yield event.organizer
    yield from event.attendees
    if event.personal.invitation is not None:
        yield event.personal.invitation.actor


def _words_of(person: Person) -> str:
    return f"{person.name} {address_of(person)}".strip()


def _notes(event: Event) -> Iterator[str]:
    yield event.description
    yield from event.categories
    yield from (meeting.name for meeting in event.details.meetings)
    yield from (attachment.name for attachment in event.details.attachments)
    if event.trip is not None:
        yield from (leg.line for leg in event.trip.legs)


def _joined(parts: Iterable[str]) -> str:
    """One to a line, so that no phrase is found across two of them by accident of a missing space."""
    return "\n".join(dict.fromkeys(part for part in parts if part))[:MOST_TEXT]
