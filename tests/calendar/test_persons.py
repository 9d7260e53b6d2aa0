"""Who somebody is."""

from __future__ import annotations

import pytest

from c42desktop.calendar.model import Event, Person
from c42desktop.calendar.persons import address_of, is_mine, is_person

ME = "anna@example.org"


@pytest.mark.parametrize(
    "address",
    ["anna@example.org", "mailto:anna@example.org", "MAILTO:Anna@Example.org", "xmpp:anna@example.org?message"],
)
def test_a_person_is_known_by_the_address_in_any_spelling(address: str) -> None:
    assert is_person(Person("Anna", address), ME)


@pytest.mark.parametrize("address", ["", "bram@example.org", "anna@example.org.evil.example", "tel:anna@example.org"])
def test_another_address_is_another_person(address: str) -> None:
    assert not is_person(Person("Anna", address), ME)


def test_nobody_is_the_reader_where_there_is_no_account() -> None:
    assert not is_person(Person("Anna", ""), "")


def test_an_event_is_mine_where_i_am_its_organiser() -> None:
    assert is_mine(Event("u", organizer=Person("Anna", f"mailto:{ME}")), ME)
    assert not is_mine(Event("u", organizer=Person("Bram", "bram@example.org")), ME)


def test_an_event_without_an_organiser_is_nobodys() -> None:
    assert not is_mine(Event("u", attendees=(Person("Anna", ME),)), ME)


def test_the_address_is_given_without_its_scheme() -> None:
    assert address_of(Person("Bram", "mailto:bram@example.org?subject=x")) == "bram@example.org"
