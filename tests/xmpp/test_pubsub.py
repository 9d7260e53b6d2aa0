"""Requests to a pubsub service, and every way it may answer them. Against a scripted service."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.pubsub import Fetched, Node, Services, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.xmpp.scripted import DOMAIN, JID, SERVICE, Peer, ScriptedServer
from tests.xmpp.service import PUBSUB, TEAM, error, form, info, items, service


def ids(fetched: Fetched) -> list[str]:
    return [item_id for item_id, _payload in fetched.items]


async def test_c_sync_03_an_answer_without_pages_is_complete(tmp_path: Path) -> None:
    async with service(tmp_path, items("a", "b")) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b"], True)


async def test_c_sync_03_pages_are_asked_for_after_the_last_of_each(tmp_path: Path) -> None:
    pages = items("a", "b", last="stamp 2"), items("c", last="stamp 3"), items()
    async with service(tmp_path, *pages) as (pubsub, server):
        fetched = await pubsub.items(TEAM)
        received = server.received
    assert (ids(fetched), fetched.complete) == (["a", "b", "c"], True)
    assert received.count("<after>") + received.count(":after>") >= 2
    assert "stamp 2" in received
    assert "stamp 3" in received


async def test_c_sync_03_the_count_saves_the_last_request(tmp_path: Path) -> None:
    async with service(tmp_path, items("a", last="1", count="2"), items("b", last="2", count="2")) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b"], True)


async def test_c_sync_03_a_service_that_repeats_its_page_is_not_looped(tmp_path: Path) -> None:
    page = items("a", "b", last="b")
    async with service(tmp_path, page, page) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b"], False)


async def test_c_sync_03_where_to_go_on_after_may_be_retracted_meanwhile(tmp_path: Path) -> None:
    """That is no node that is gone: it is read from its beginning again."""
    answers = items("a", "b", last="b", count="3"), error("item-not-found"), items("a", "c", last="c", count="2")
    async with service(tmp_path, *answers) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b", "c"], True)


async def test_c_sync_02_what_never_comes_to_an_end_is_incomplete_and_not_gone(tmp_path: Path) -> None:
    again = items("a", last="a"), error("item-not-found")
    async with service(tmp_path, *again, *again, *again, *again) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a"], False)


async def test_c_sync_02_a_payload_cannot_say_that_there_is_nothing_more(tmp_path: Path) -> None:
    forged = "<set xmlns='http://jabber.org/protocol/rsm'><last>z</last><count>1</count></set>"
    pages = items("a", last="1", count="2").replace("<x xmlns='p'/>", forged), items("b", last="2", count="2")
    async with service(tmp_path, *pages) as (pubsub, server):
        fetched = await pubsub.items(TEAM)
        assert "z</" not in server.received
    assert (ids(fetched), fetched.complete) == (["a", "b"], True)


async def test_c_sync_02_what_was_retracted_between_two_pages_does_not_end_the_reading(tmp_path: Path) -> None:
    """The count is of what there is at each page: the place of the page in it tells how much is left."""

    def page(first: int, total: int, *names: str) -> str:
        last = f"<last>{names[-1]}</last><count>{total}</count>"
        return items(*names, last=names[-1], count=str(total)).replace(last, f"<first index='{first}'/>{last}")

    pages = page(0, 6, "a", "b"), page(0, 4, "c", "d"), page(2, 4, "e", "f")
    async with service(tmp_path, *pages) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b", "c", "d", "e", "f"], True)


async def test_c_sync_02_a_count_that_shrinks_is_no_end(tmp_path: Path) -> None:
    """What was retracted after we have seen it is not in the count any more; what we have not seen yet is."""
    pages = items("a", "b", last="2", count="5"), items("c", "d", last="4", count="4"), items("e", last="5", count="4")
    async with service(tmp_path, *pages) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b", "c", "d", "e"], True)


async def test_c_sync_02_a_count_that_is_not_reached_is_no_end_though_it_is_not_said_how_to_go_on(
    tmp_path: Path,
) -> None:
    async with service(tmp_path, items("a", "b", count="5")) as (pubsub, _server):
        fetched = await pubsub.items(TEAM)
    assert (ids(fetched), fetched.complete) == (["a", "b"], False)


async def test_c_sync_02_a_page_that_fails_fails_the_whole_look(tmp_path: Path) -> None:
    async with service(tmp_path, items("a", last="a"), error("internal-server-error", "wait")) as (pubsub, _server):
        with pytest.raises(RefusalError) as caught:
            await pubsub.items(TEAM)
    assert caught.value.cause is Cause.TEMPORARY


@pytest.mark.parametrize("inside", ["", f"<pubsub xmlns='{PUBSUB}'/>", f"<pubsub xmlns='{PUBSUB}'><items/></pubsub>"])
async def test_an_answer_with_pieces_missing_is_an_empty_one(tmp_path: Path, inside: str) -> None:
    async with service(tmp_path, inside, inside, inside) as (pubsub, _server):
        assert (await pubsub.items(TEAM)).items == ()
        assert await pubsub.subscriptions(SERVICE) == []
        assert await pubsub.subscribe(TEAM) == Subscription(TEAM, "subscribed")


async def test_items_without_id_or_payload_are_kept_apart(tmp_path: Path) -> None:
    inside = f"<pubsub xmlns='{PUBSUB}'><items node='team'><item id='a'/><item><x/></item></items></pubsub>"
    async with service(tmp_path, inside) as (pubsub, _server):
        (first, nothing), (second, payload) = (await pubsub.items(TEAM)).items
    assert (first, nothing, second) == ("a", None, "")
    assert payload is not None


@pytest.mark.parametrize("condition", ["policy-violation", "made-up-condition", "undefined-condition"])
async def test_c_sub_12_an_unknown_condition_is_an_answer_too(tmp_path: Path, condition: str) -> None:
    """The library loses errors whose condition it does not know: the request would time out."""
    async with service(tmp_path, error(condition)) as (pubsub, _server):
        with pytest.raises(RefusalError, match=condition):
            await pubsub.items(TEAM)


async def test_c_sub_13_no_answer_is_a_refusal_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pubsub_module, "TIMEOUT", 0.1)

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        with pytest.raises(RefusalError, match=f"{SERVICE} does not answer."):
            await ann.pubsub.items(TEAM)


@pytest.mark.parametrize("complete", [True, False])
async def test_c_sub_13_an_answer_on_a_slow_line_has_the_time_it_needs_to_come_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, complete: bool
) -> None:
    """Some servers send all items of a calendar at once; but one that falls silent has not answered."""
    monkeypatch.setattr(pubsub_module, "TIMEOUT", 0.2)

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        request = ET.fromstring((await peer.expect(r"<iq [^>]*?>.*?</iq>"))[0])
        await peer.send(f"<iq type='result' id='{request.get('id')}' from='{SERVICE}' to='{JID}/test'>")
        await peer.send(f"<pubsub xmlns='{PUBSUB}'><items node='team'>")
        for number in range(10):
            await asyncio.sleep(0.05)
            await peer.send(f"<item id='{number}'><x xmlns='p'/></item>")
        if complete:
            await peer.send("</items></pubsub></iq>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        if complete:
            assert len(ids(await ann.pubsub.items(TEAM))) == 10
        else:
            with pytest.raises(RefusalError, match=f"{SERVICE} does not answer."):
                await ann.pubsub.items(TEAM)


async def test_a_stream_that_ends_ends_its_requests(tmp_path: Path) -> None:
    async with service(tmp_path) as (pubsub, _server):
        with pytest.raises(OfflineError):
            await pubsub.items(TEAM)
        with pytest.raises(OfflineError):
            await pubsub.items(TEAM)


async def test_a_request_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        request = asyncio.ensure_future(ann.pubsub.items(TEAM))
        await asyncio.sleep(0)
        client = ann.session.client
        request.cancel()
        await asyncio.gather(request, return_exceptions=True)
        assert not [name for name in client.scheduled_events if name.startswith("Iq")]


async def test_a_control_character_is_refused_before_it_ends_the_stream(tmp_path: Path) -> None:
    async with service(tmp_path, items("a")) as (pubsub, _server):
        with pytest.raises(UserError, match="control character"):
            await pubsub.publish(TEAM, "a\0b", ET.Element("x"))
        assert ids(await pubsub.items(TEAM)) == ["a"]


META = f"{PUBSUB}#meta-data"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (form(META, title=" Team ", description="About"), Node(TEAM, "Team", "About")),
        (form("other", title="Wrong") + form(META, title="Team"), Node(TEAM, "Team")),
        (form(f"{PUBSUB}#node_config", title="Wrong"), Node(TEAM, "team")),
        ("<identity category='pubsub' type='leaf' name='Named'/>", Node(TEAM, "Named")),
        ("<identity category='pubsub' type='leaf' name='Named'/>" + form(META, title="Team"), Node(TEAM, "Team")),
        (form(META, title=""), Node(TEAM, "team")),
        ("<x xmlns='jabber:x:data'><field/></x>", Node(TEAM, "team")),
        ("", Node(TEAM, "team")),
    ],
)
async def test_c_disc_03_title_and_description_are_read_from_the_meta_data_form_only(
    tmp_path: Path, inside: str, expected: Node
) -> None:
    async with service(tmp_path, info(inside)) as (pubsub, _server):
        assert await pubsub.metadata(TEAM) == expected


async def test_services_are_those_who_say_so_in_their_prepared_form(tmp_path: Path) -> None:
    def answer(request: str) -> str:
        if "disco#items" in request:
            jids = f"PubSub.{DOMAIN}", "not a jid@@", f"silent.{DOMAIN}", f"chat.{DOMAIN}", ""
            listed = "".join(f"<item jid='{jid}'/>" for jid in jids)
            return f"<query xmlns='http://jabber.org/protocol/disco#items'>{listed}</query>"
        if "silent" in request:
            return error("remote-server-timeout", "wait")
        category, kind = ("pubsub", "service") if "pubsub." in request else ("pubsub", "pep")
        return info(f"<identity category='{category}' type='{kind}'/>")

    async with service(tmp_path, *[answer] * 5) as (pubsub, _server):
        assert await pubsub.services() == Services((SERVICE,), complete=False)


async def test_subscriptions_of_others_and_of_no_node_are_left_out(tmp_path: Path) -> None:
    entries = (
        f"<subscription node='a' jid='{JID}' subscription='subscribed' subid='7'/>"
        f"<subscription node='b' jid='{JID.upper()}' subscription='pending'/>"
        f"<subscription node='c' jid='{JID}/test' subscription='subscribed'/>"
        f"<subscription node='d' jid='{JID}/other' subscription='subscribed'/>"
        f"<subscription node='e' jid='bob@{DOMAIN}' subscription='subscribed'/>"
        f"<subscription jid='{JID}' subscription='subscribed'/>"
        "<subscription node='f' subscription='none'/>"
    )
    inside = f"<pubsub xmlns='{PUBSUB}'><subscriptions>{entries}</subscriptions></pubsub>"
    async with service(tmp_path, inside) as (pubsub, _server):
        found = await pubsub.subscriptions(SERVICE)
    assert [(each.address.node, each.state, each.subid) for each in found] == [
        ("a", "subscribed", "7"),
        ("b", "pending", ""),
        ("c", "subscribed", ""),
        ("f", "none", ""),
    ]


async def test_c_sub_08_an_unsubscription_that_is_no_longer_needed_has_worked(tmp_path: Path) -> None:
    not_subscribed = (
        "<error type='cancel'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
        f"<not-subscribed xmlns='{PUBSUB}#errors'/></error>"
    )
    async with service(tmp_path, not_subscribed, error("item-not-found"), error("forbidden")) as (pubsub, server):
        await pubsub.unsubscribe(TEAM, "7")
        assert 'subid="7"' in server.received
        await pubsub.unsubscribe(TEAM)
        with pytest.raises(RefusalError):
            await pubsub.unsubscribe(TEAM)


async def test_retracting_what_is_not_there_is_named(tmp_path: Path) -> None:
    async with service(tmp_path, error("item-not-found")) as (pubsub, _server):
        with pytest.raises(RefusalError, match="no such event, or no such calendar"):
            await pubsub.retract(TEAM, "a")
