"""How answers to owners are read, whatever they are, and which of two requests lets somebody in."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import META_DATA, node_of
from c42desktop.xmpp.approvals import AUTHORIZATION
from c42desktop.xmpp.pubsub_owner import MOST_PEOPLE, Owner, Part, Subscriber, parts_in, subscribers_in
from c42desktop.xmpp.refusals import RefusalError
from c42desktop.xmpp.roster import MOST_CONTACTS, Contact, contacts_in
from tests.xmpp.scripted import JID, Peer, ScriptedServer
from tests.xmpp.service import TEAM, error, form, info, service

OWNER = "http://jabber.org/protocol/pubsub#owner"


def answer(about: str, *people: dict[str, str]) -> ET.Element:
    found = ET.Element("{jabber:client}iq")
    outer = ET.SubElement(ET.SubElement(found, f"{{{OWNER}}}pubsub"), f"{{{OWNER}}}{about}s", node="team")
    for each in people:
        ET.SubElement(outer, f"{{{OWNER}}}{about}", each)
    return found


def roster(*contacts: dict[str, str]) -> ET.Element:
    found = ET.Element("{jabber:client}iq")
    query = ET.SubElement(found, "{jabber:iq:roster}query")
    for each in contacts:
        ET.SubElement(query, "{jabber:iq:roster}item", each)
    return found


def test_each_person_is_there_once() -> None:
    people = [
        {"jid": "ann@example.org", "affiliation": "owner"},
        {"jid": "ANN@example.org/x", "affiliation": "member"},
        {"jid": "no jid@@", "affiliation": "member"},
        {"affiliation": "member"},
        {"jid": "vera@example.org", "affiliation": "none"},
    ]
    assert parts_in(answer("affiliation", *people)) == (Part("ann@example.org", "member"),)


def test_who_is_subscribed_does_not_wait() -> None:
    people = [{"jid": "ann@example.org", "subscription": each} for each in ("pending", "subscribed", "pending")]
    assert subscribers_in(answer("subscription", *people)) == (Subscriber("ann@example.org", "subscribed"),)


def test_there_are_no_more_people_than_anybody_looks_through() -> None:
    many = [{"jid": f"a{n}@example.org", "affiliation": "member", "subscription": "pending"} for n in range(1500)]
    assert len(parts_in(answer("affiliation", *many))) == MOST_PEOPLE
    assert len(subscribers_in(answer("subscription", *many))) == MOST_PEOPLE
    assert len(contacts_in(roster(*({"jid": f"a{n}@example.org"} for n in range(2500))))) == MOST_CONTACTS


def test_contacts_come_by_name_and_rooms_not_at_all() -> None:
    found = contacts_in(roster({"jid": "z@a.b", "name": "Ann"}, {"jid": "irc.a.b"}, {"jid": "bram@a.b"}))
    assert found == (Contact("z@a.b", "Ann"), Contact("bram@a.b"))


attributes = st.dictionaries(st.sampled_from(["jid", "affiliation", "subscription", "name"]), st.text(max_size=12))


@given(st.lists(attributes, max_size=5))
def test_whatever_comes_is_read(people: list[dict[str, str]]) -> None:
    assert all(each.jid and each.affiliation != "none" for each in parts_in(answer("affiliation", *people)))
    assert all(each.jid and each.state != "none" for each in subscribers_in(answer("subscription", *people)))
    assert all("@" in each.jid for each in contacts_in(roster(*people)))


@pytest.mark.parametrize(("told", "count"), [("12", 12), ("-1", None), ("many", None), ("9" * 50, None), ("", None)])
def test_a_node_tells_how_many_read_it_and_who_may(told: str, count: int | None) -> None:
    fields = form(META_DATA, num_subscribers=told, access_model="authorize", owner="Vera@Example.org/x")
    node = node_of(ET.fromstring(info(fields)), NodeAddress("s", "n"))
    assert (node.subscribers, node.access_model, node.owner) == (count, "authorize", "vera@example.org")


async def test_what_is_so_afterwards_counts_more_than_a_refusal(tmp_path: Path) -> None:
    one = "<affiliation jid='a@b.c' affiliation='{}'/>"
    people = f"<pubsub xmlns='{OWNER}'><affiliations node='team'>{one}</affiliations></pubsub>"
    forbidden = error("forbidden", "auth")
    answers = (forbidden, people.format("member"), forbidden, people.format("owner"))
    async with service(tmp_path, *answers) as (pubsub, _server):
        owner = Owner(pubsub._session)
        await owner.set_part(TEAM, Part("a@b.c", "member"))
        with pytest.raises(RefusalError):
            await owner.set_part(TEAM, Part("a@b.c", "member"))


async def test_a_service_that_knows_only_the_form_gets_the_form(tmp_path: Path) -> None:
    """The request that has an answer is for services that let owners manage subscriptions."""
    sent: list[ET.Element] = []

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        asked = ET.fromstring((await peer.expect(r"<iq [^>]*?>.*?</iq>"))[0])
        head = f"id='{asked.get('id')}' from='{asked.get('to')}' to='{JID}/test'"
        await peer.send(f"<iq type='error' {head}>{error('feature-not-implemented')}</iq>")
        sent.append(ET.fromstring((await peer.expect(r"<message [^>]*?>.*?</message>"))[0]))
        ping = ET.fromstring((await peer.expect(r"<iq [^>]*?>.*?</iq>"))[0])
        await peer.send(f"<iq type='result' id='{ping.get('id')}' from='{ping.get('to')}' to='{JID}/test'/>")
        await peer.expect("</stream:stream>")

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        await Owner(ann.session).answer_request(TEAM, "vera@example.org", allow=True)
    values = [each.text for each in sent[0].iter("{jabber:x:data}value")]
    assert values == [AUTHORIZATION, "team", "vera@example.org", "1"]
    assert sent[0].get("to") == TEAM.service
    assert not sent[0].findtext("{jabber:client}body")
