"""Who somebody is: addresses compared, and whether an event is the reader's own. Pure."""

from __future__ import annotations

from c42desktop.calendar.model import Event, Person

_SCHEMES = ("mailto:", "xmpp:")


def address_of(person: Person) -> str:
    """The address without its scheme, be that in capitals, and without what a URI may append to it."""
    address = person.address.strip()
    for scheme in _SCHEMES:
        if address[: len(scheme)].casefold() == scheme:
            return address[len(scheme) :].partition("?")[0]
    return address


def is_person(person: Person, address: str) -> bool:
    """True where this is the person of a bare address; nobody is where there is none."""
    return bool(address) and address_of(person).casefold() == address.casefold()


def is_mine(event: Event, account: str) -> bool:
    """Whether the reader, who has this account, is the organiser; not where the event names none."""
    return event.organizer is not None and is_person(event.organizer, account)
