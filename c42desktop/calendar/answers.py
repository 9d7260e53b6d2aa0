"""What the reader answered to an invitation, whether somebody waits for it, and the events with an answer in them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from c42desktop.calendar.model import Event, Person

UNANSWERED = frozenset({"", "needs-action"})

_SCHEMES = ("mailto", "xmpp")


def own_answer(event: Event, account: str, addresses: Iterable[str] = ()) -> str:
    """What the reader answered, as PARTSTAT in lower case: "needs-action" where they are asked and have not, "" where
    nobody asks. `account` is the bare JID that reads the calendar, `addresses` are others of the same person.
    """
    if event.personal.answer:
        return event.personal.answer
    person = own_entry(event, account, addresses)
    if person is None:
        return ""
    organizes = event.organizer is not None and is_me(event.organizer, account, addresses)
    return person.answer or ("" if organizes else "needs-action")  # RFC 5545 §3.2.12


def own_entry(event: Event, account: str, addresses: Iterable[str] = ()) -> Person | None:
    """The reader among those who are invited."""
    mine = _plain_addresses(account, addresses)
    return next((person for person in event.attendees if plain_address(person) in mine), None)


def is_me(person: Person, account: str, addresses: Iterable[str] = ()) -> bool:
    """True for the person whose account reads the calendar."""
    return plain_address(person) in _plain_addresses(account, addresses)


def plain_address(person: Person) -> str:
    """The address by itself, to be compared: without mailto: or xmpp:, what a link may add to it, and case."""
    return _plain(person.address)


def _plain_addresses(account: str, addresses: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(_plain, (account, *addresses))))


def _plain(address: str) -> str:
    scheme, colon, rest = address.strip().partition(":")
    if not colon or scheme.lower() not in _SCHEMES:
        return address.strip().casefold()
    plain = unquote(rest.partition("?")[0])
    return (plain.partition("/")[0] if scheme.lower() == "xmpp" else plain).casefold()
