"""Addresses of calendars and accounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress, is_xml_text, parse_account, parse_jid, parse_uri

NODES = st.text(min_size=1).filter(is_xml_text)
SERVICES = st.sampled_from(["pubsub.example.org", "ann@example.org", "kalender.tämä.example", "a-b.c", "o.n+x@x.org"])


@given(SERVICES, NODES)
def test_a_uri_names_the_same_node_again(service: str, node: str) -> None:
    address = NodeAddress(parse_jid(service).bare, node)
    assert parse_uri(address.uri) == address


@given(st.text())
def test_any_text_is_an_address_or_explained(text: str) -> None:
    try:
        address = parse_uri(text)
    except UserError as error:
        assert error.field == "uri"
    else:
        assert address.service
        assert address.node


@pytest.mark.parametrize(
    "text",
    [
        "xmpp:pubsub.example.org?;node=team",
        " XMPP:PubSub.Example.ORG?;node=team ",
        "xmpp:pubsub.example.org?pubsub;action=subscribe;node=team",
        "xmpp:pubsub.example.org/resource?;node=team",
        "xmpp:pubsub.example.org?;node=te%61m",
    ],
)
def test_an_address_is_read_in_each_of_its_spellings(text: str) -> None:
    assert parse_uri(text) == NodeAddress("pubsub.example.org", "team")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "team",
        "https://example.org/?;node=team",
        "xmpp:?;node=team",
        "xmpp:pubsub.example.org",
        "xmpp:pubsub.example.org?;node=",
        "xmpp:pubsub.example.org?;node=%00",
        "xmpp:pubsub.example.org?;node=%EF%BF%BF",
    ],
)
def test_what_is_no_address_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match=r"is not a calendar address. It looks like xmpp:") as caught:
        parse_uri(text)
    assert caught.value.field == "uri"


def test_a_service_that_is_no_jid_is_named() -> None:
    with pytest.raises(UserError, match="“a b” is not an XMPP address") as caught:
        parse_uri("xmpp:a b?;node=team")
    assert caught.value.field == "uri"


def test_an_account_has_a_name_and_a_domain() -> None:
    assert parse_account(" Ann@Example.ORG/phone ") == "ann@example.org"
    with pytest.raises(UserError, match="it has no name before the @"):
        parse_account("example.org")
    for text in ("", "@", "ann@", "@example.org", "a@b@c d", "a\nb@example.org"):
        with pytest.raises(UserError) as caught:
            parse_account(text)
        assert caught.value.field == "address"


def test_long_input_is_not_repeated_whole() -> None:
    with pytest.raises(UserError) as caught:
        parse_uri("x" * 5000)
    assert len(str(caught.value)) < 200
