"""Who somebody is: addresses compared, and whether an event is the reader's own. Pure."""

from __future__ import annotations

from urllib.parse import unquote

from c42desktop.calendar.model import Event, Person

_SCHEMES = ("mailto", "xmpp")


def plain_address(address: str) -> str:
    """An address by itself: without mailto: or xmpp:, a resource, and what a link may add to it."""
    scheme, colon, rest = address.strip().partition(":")
    if not colon or scheme.lower() not in _SCHEMES:
        return address.strip()
    plain = unquote(rest.partition("?")[0])
    return plain.partition("/")[0] if scheme.lower() == "xmpp" else plain


def address_of(person: Person) -> str:
    """The address of a person by itself."""
    return plain_address(person.address)


def is_person(person: Person, account: str) -> bool:
    """True where this is the person of an account; nobody is where there is none."""
    return bool(account) and address_of(person).casefold() == plain_address(account).casefold()


def is_mine(event: Event, account: str) -> bool:
    """Whether the reader, who has this account, is the organiser; not where the event names none."""
    return event.organizer is not None and is_person(event.organizer, account)


def name_in(event: Event, address: str) -> str:
    """What an event calls who has this address; "" where it does not name them."""
    invitation = event.personal.invitation
    people = (event.organizer, *event.attendees, invitation.actor if invitation is not None else None)
    return next((each.name for each in people if each is not None and each.name and is_person(each, address)), "")
