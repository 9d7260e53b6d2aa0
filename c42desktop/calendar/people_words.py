"""What is said of people: who invites, who answered, who did it."""

from __future__ import annotations

from dataclasses import replace

from c42desktop.calendar.differences import person_text
from c42desktop.calendar.model import Change, Event, FieldChange, Person
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

BY = "by"
"""The name of the FieldChange that says who did it (`after`: a name), where that is known."""

MOST_NAMED = 2  # people in one sentence


def who(change: Change) -> str:
    """Who did it; empty where nobody knows."""
    return next((field.after or "" for field in change.fields if field.name == BY), "")


def name_of(person: Person) -> str:
    """The name, else the address."""
    return person.name or person.address


def first_name(person: Person) -> str:
    """What friends call them; titles such as "Dr." are none. Empty where there is no name."""
    return next((word for word in person.name.split() if not word.endswith(".")), "")


def inviter(event: Event) -> str:
    """Who invites the reader, by the first name; empty where nobody knows who."""
    invitation = event.personal.invitation
    person = invitation.actor if invitation is not None else event.organizer
    return (first_name(person) or name_of(person)) if person is not None else ""


def listed_names(names: list[str]) -> str:
    """ "Ann", "Ann and Bram", "Ann and 2 others"."""
    if len(names) > MOST_NAMED:
        others = len(names) - MOST_NAMED + 1
        words = ngettext("{names} and {count} other", "{names} and {count} others", others)
        return words.format(names=", ".join(names[: MOST_NAMED - 1]), count=others)
    first, last = ", ".join(names[:-1]), names[-1]
    return _("{names} and {last}").format(names=first, last=last) if first else last


def answers(field: FieldChange, event: Event) -> list[str]:
    """ "Ann accepted": what those who take part have answered since; nothing where others take part now."""
    by_answer = _by_answer(who_answered(field, event))
    words = {
        "accepted": _("{people} accepted"),
        "declined": _("{people} declined"),
        "tentative": _("{people} may come"),
    }
    return [words[answer].format(people=listed_names(names)) for answer, names in by_answer.items()]


def answers_title(people: list[Person], title: str) -> str:
    """ "Ann accepted Budget 2027"; where they do not say the same, "Ann and Vera answered: Budget 2027"."""
    by_answer = _by_answer(people)
    words = {
        "accepted": _("{people} accepted {summary}"),
        "declined": _("{people} declined {summary}"),
        "tentative": _("{people} may come to {summary}"),
    }[next(iter(by_answer))]
    if len(by_answer) > 1:
        words = _("{people} answered: {summary}")
    return words.format(people=listed_names(list(dict.fromkeys(map(name_of, people)))), summary=title)


def who_answered(field: FieldChange, event: Event) -> list[Person]:
    """Those who say something else since, with their answers; nobody where others take part now."""
    known = (field.before or "").split("\n")
    if count(field.before) != count(field.after):
        return []
    new = (person for person in event.attendees if person_text(person) not in known and _is_among(person, known))
    return [person for person in new if person.answer in _ANSWERS]


def count(lines: str | None) -> int:
    """How many values a FieldChange holds: it has one a line."""
    return len(lines.split("\n")) if lines else 0


_ANSWERS = ("accepted", "declined", "tentative")


def _by_answer(people: list[Person]) -> dict[str, list[str]]:
    """The names of those who answered the same, by answer."""
    by_answer = {answer: [name_of(each) for each in people if each.answer == answer] for answer in _ANSWERS}
    return {answer: names for answer, names in by_answer.items() if names}


def _is_among(person: Person, lines: list[str]) -> bool:
    """Whether somebody was there before, with another answer."""
    who = person_text(replace(person, answer=""))
    return bool(who) and any(line == who or line.startswith(f"{who} ") for line in lines)
