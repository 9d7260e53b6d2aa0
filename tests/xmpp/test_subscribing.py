"""Subscriptions with options, with ids, with an end, and to what has moved away. Against a scripted service."""

from __future__ import annotations

from pathlib import Path

import pytest

from c42desktop.xmpp.address import parse_successor
from c42desktop.xmpp.pubsub import Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.xmpp.service import PUBSUB, TEAM, error, items, service, subscription

OPTIONS = (
    f"<pubsub xmlns='{PUBSUB}'><options node='team'><x xmlns='jabber:x:data' type='form'>"
    f"<field var='FORM_TYPE' type='hidden'><value>{PUBSUB}#subscribe_options</value></field>"
    "<field var='pubsub#deliver' type='boolean'><required/><value>1</value></field>"
    "<field var='pubsub#show-values' type='list-multi'><value>chat</value><value>online</value></field>"
    "<field type='fixed'><value>Read this</value></field></x></options></pubsub>"
)


async def test_c_sub_04_a_service_that_wants_options_gets_its_defaults(tmp_path: Path) -> None:
    async with service(tmp_path, subscription("unconfigured", subid="7"), OPTIONS, "") as (pubsub, server):
        assert await pubsub.subscribe(TEAM) == Subscription(TEAM, "subscribed", "7")
        sent = server.received.rpartition("<options")[2]
    assert all(name in sent for name in ("subscribe_options", "pubsub#deliver", "chat", "online"))
    assert "Read this" not in sent


async def test_c_sub_04_a_service_without_a_form_gets_an_empty_one(tmp_path: Path) -> None:
    async with service(tmp_path, subscription("unconfigured"), "", "") as (pubsub, _server):
        assert (await pubsub.subscribe(TEAM)).state == "subscribed"


async def test_c_sub_04_what_refuses_its_own_defaults_is_explained(tmp_path: Path) -> None:
    async with service(tmp_path, subscription("unconfigured"), OPTIONS, error("bad-request")) as (pubsub, _server):
        with pytest.raises(RefusalError, match="refused: bad-request"):
            await pubsub.subscribe(TEAM)


async def test_c_sub_05_the_id_of_a_subscription_is_sent_along(tmp_path: Path) -> None:
    answers = subscription("subscribed", subid="7"), OPTIONS, "", items("a"), items("a"), ""
    async with service(tmp_path, *answers) as (pubsub, server):
        given = await pubsub.subscribe(TEAM)
        await pubsub.configure(given, {})
        await pubsub.items(TEAM, subid=given.subid)
        await pubsub.items(TEAM, ["a"], given.subid)
        await pubsub.unsubscribe(TEAM, given.subid)
        assert server.received.count('subid="7"') == 5


async def test_c_sub_05_without_an_id_none_is_sent(tmp_path: Path) -> None:
    async with service(tmp_path, items("a"), "") as (pubsub, server):
        await pubsub.items(TEAM)
        await pubsub.unsubscribe(TEAM)
        assert "subid" not in server.received


def gone(condition: str, uri: str) -> str:
    return f"<error type='cancel'><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>{uri}</{condition}></error>"


@pytest.mark.parametrize("condition", ["gone", "redirect"])
@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        ("xmpp:other.example?;node=new%20team", "This calendar has moved to xmpp:other.example?;node=new%20team"),
        ("https://example.org/{where}", "This calendar has moved. Read more at https://example.org/{where}"),
        ("javascript:alert(1)", "There is no such calendar at pubsub.scripted.localhost."),
        ("", "There is no such calendar at pubsub.scripted.localhost."),
    ],
)
async def test_c_sub_10_a_refusal_says_where_the_calendar_is_now(
    tmp_path: Path, condition: str, uri: str, sentence: str
) -> None:
    async with service(tmp_path, gone(condition, uri)) as (pubsub, _server):
        with pytest.raises(RefusalError) as caught:
            await pubsub.subscribe(TEAM)
    assert (str(caught.value), caught.value.cause, caught.value.moved_to) == (sentence, Cause.GONE, uri)


@pytest.mark.parametrize(
    "uri",
    ["ftp://example.org/x", "file:///etc/passwd", "https://", "https://[", "http://a b", "xmpp:a@b", "data:,x", ""],
)
def test_c_sub_10_nobody_is_sent_anywhere_else(uri: str) -> None:
    assert parse_successor(uri) == ""
