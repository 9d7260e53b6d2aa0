"""BOSH over HTTP, with a connection manager that does what a real one will not do on demand."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.xmpp.ending import EndedError, SomethingElseError
from c42desktop.xmpp.login import Way
from tests.xmpp.scripted import DOMAIN
from tests.xmpp.transports.scripted_cm import BRISK, TERMS, Call, Listener, ScriptedManager, answer_text

FEATURES = "<stream:features/>"


@pytest_asyncio.fixture
async def manager(tmp_path: Path) -> AsyncIterator[ScriptedManager]:
    """On loopback, without TLS."""
    async with ScriptedManager(tmp_path) as running:
        yield running


def stanza(name: str) -> str:
    return f"<message xmlns='jabber:client' id='{name}'/>"


async def refusal(manager: ScriptedManager, respond: Callable[[Call], None]) -> OSError:
    """What a session that cannot be made raises."""
    connecting = asyncio.ensure_future(manager.connect(Listener()))
    respond(await manager.call())
    with pytest.raises(OSError) as refused:
        await connecting
    return refused.value


async def test_c_bosh_01_the_first_request_makes_a_session(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, _stream):
        first = manager.seen[0]
        assert first.headers["Content-Type"] == "text/xml; charset=utf-8"
        assert int(first.headers["Content-Length"]) == len(first.data)
        assert "Transfer-Encoding" not in first.headers and "Cookie" not in first.headers
        assert (first.get("to"), first.get("ver"), first.get("wait"), first.get("hold")) == (DOMAIN, "1.11", "60", "1")
        assert (first.get("sid"), first.get("from")) == (None, None)
        assert 0 < first.rid < 2**53
        assert (transport.way, transport.secure) == (Way.BOSH, False)


async def test_c_bosh_02_the_next_request_counts_on(manager: ScriptedManager) -> None:
    async with manager.session():
        call = await manager.call()
        assert call.body.attrib == {"rid": str(manager.seen[0].rid + 1), "sid": TERMS["sid"]}


async def test_c_bosh_03_features_may_come_later(manager: ScriptedManager) -> None:
    async with manager.session("") as (_transport, stream):
        (await manager.call()).answer()
        (await manager.call()).answer(FEATURES)
        assert (await stream.element()).tag == "{http://etherx.jabber.org/streams}features"


async def test_c_bosh_04_a_stream_begins_anew_whether_the_server_says_so_or_not(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        await manager.call()
        transport.write(b"<stream:stream to='x'>")
        kind, header = await stream.next()
        assert kind == "opened" and isinstance(header, ET.Element)
        assert (header.get("from"), header.get("version")) == (DOMAIN, "1.0")
        assert TERMS["sid"] not in str(header.attrib), "it is a secret"
        call = await manager.call()
        assert (call.get("{urn:xmpp:xbosh}restart"), call.get("to"), len(call.body)) == ("true", DOMAIN, 0)


async def test_c_bosh_05_what_is_written_in_one_turn_shares_a_request(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, _stream):
        held = await manager.call()
        for name in "abc":
            transport.write(f"<message id='{name}'/>".encode())
        call = await manager.call()
        assert [each.get("id") for each in call.body] == ["a", "b", "c"]
        transport.write(b"<message id='d'/>")
        await manager.quiet()
        held.answer()
        assert [each.get("id") for each in (await manager.call()).body] == ["d"]
        assert manager.most == 2


async def test_c_bosh_06_answers_are_handed_on_in_the_order_of_requests(manager: ScriptedManager) -> None:
    async with manager.session(requests="4") as (transport, stream):
        calls = [await manager.call()]
        for name in "ab":
            transport.write(f"<message id='{name}'/>".encode())
            calls.append(await manager.call())
        calls[2].answer(stanza("third"))
        calls[1].answer(stanza("second"))
        await manager.quiet()
        calls[0].answer(stanza("first"))
        assert [(await stream.element()).get("id") for _each in range(3)] == ["first", "second", "third"]


async def test_c_bosh_07_a_lost_answer_is_fetched_again(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        held = await manager.call()
        transport.write(b"<message id='a'/>")
        lost = await manager.call()
        lost.drop()
        again = await manager.call()
        assert again.data == lost.data
        held.answer(stanza("1"))
        again.answer(stanza("2"))
        assert [(await stream.element()).get("id") for _each in range(2)] == ["1", "2"]
        assert (await manager.call()).empty


async def test_c_bosh_08_an_error_repeats_all_that_is_unanswered(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        held = await manager.call()
        transport.write(b"<message id='a'/>")
        failed = await manager.call()
        failed.answer(type_="error")
        again = [await manager.call(), await manager.call()]
        assert {each.data for each in again} == {held.data, failed.data}
        for each in again:
            each.answer(stanza(str(each.rid - held.rid)))
        assert [(await stream.element()).get("id") for _each in range(2)] == ["0", "1"]


SENTENCES = {
    "bad-request": ("does not understand this program", True),
    "host-gone": ("does not know", True),
    "host-unknown": ("does not know", True),
    "improper-addressing": ("does not know", True),
    "internal-server-error": ("has a fault", False),
    "item-not-found": ("was lost", False),
    "other-request": ("was lost", False),
    "policy-violation": ("asked too often", False),
    "remote-connection-failed": ("cannot reach the server", False),
    "remote-stream-error": ("was lost", False),
    "see-other-uri": ("where it may not go", False),
    "system-shutdown": ("shut down or restarted", False),
    "undefined-condition": ("was lost", False),
    "what-nobody-knows": ("was lost", False),
}


@pytest.mark.parametrize("condition", SENTENCES)
async def test_c_bosh_09_each_condition_has_its_sentence(manager: ScriptedManager, condition: str) -> None:
    async with manager.session() as (_transport, stream):
        (await manager.call()).answer(stanza("last"), type_="terminate", condition=condition)
        assert (await stream.element()).get("id") == "last"
        ending = await stream.ending()
        words, final = SENTENCES[condition]
        assert words in ending.reason
        assert ending.final is final
        assert await stream.rest() == ["lost"]
        await manager.quiet()


@pytest.mark.parametrize("condition", ["improper-addressing", "host-unknown", "bad-request", "item-not-found"])
async def test_c_bosh_09_a_session_that_is_refused_says_why(manager: ScriptedManager, condition: str) -> None:
    error = await refusal(manager, lambda call: call.answer(type_="terminate", condition=condition))
    assert isinstance(error, EndedError)
    assert SENTENCES[condition][0] in error.ending.reason


@pytest.mark.parametrize(
    ("status", "words"),
    [(400, "does not understand this program"), (403, "asked too often"), (404, "was lost")],
)
async def test_c_bosh_09_an_old_manager_says_it_by_http(manager: ScriptedManager, status: int, words: str) -> None:
    async with manager.session(ver="") as (_transport, stream):
        (await manager.call()).respond("no", status=status)
        assert words in (await stream.ending()).reason


async def test_a_session_without_a_condition_is_closed(manager: ScriptedManager) -> None:
    async with manager.session() as (_transport, stream):
        (await manager.call()).answer(stanza("last"), type_="terminate")
        assert await stream.rest() == ["message", "closed", "lost"]


async def test_c_bosh_10_a_stream_error_comes_behind_what_was_said_before(manager: ScriptedManager) -> None:
    conflict = "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
    async with manager.session() as (_transport, stream):
        call = await manager.call()
        call.answer(stanza("a") + conflict, type_="terminate", condition="remote-stream-error")
        assert await stream.rest() == ["message", "error", "ending", "lost"]


async def test_c_bosh_10_a_stream_error_instead_of_a_session(manager: ScriptedManager) -> None:
    unknown = "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
    error = await refusal(
        manager, lambda call: call.answer(unknown, type_="terminate", condition="remote-stream-error")
    )
    assert isinstance(error, EndedError) and error.ending.field == "address"


async def test_c_bosh_11_one_request_waits_whenever_nothing_happens(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        for _time in range(3):
            call = await manager.call()
            assert call.empty
            await manager.quiet(0.02)
            call.answer(stanza("a"))
            await stream.element()
        held = await manager.call()
        transport.write(b"<message/>")
        await manager.call()
        held.answer()
        await manager.quiet()


async def test_c_bosh_11_a_server_that_never_waits_is_asked_at_its_pace(manager: ScriptedManager) -> None:
    timing = replace(BRISK, polling=0.15)
    async with manager.session(timing=timing):
        loop = asyncio.get_running_loop()
        times = []
        for _time in range(4):
            call = await manager.call()
            times.append(loop.time())
            call.answer()
        assert all(later - earlier > 0.1 for earlier, later in pairwise(times))


async def test_c_bosh_11_what_is_written_is_sent_though_the_pace_says_wait(manager: ScriptedManager) -> None:
    async with manager.session(timing=replace(BRISK, polling=60.0)) as (transport, _stream):
        (await manager.call()).answer()
        await manager.quiet()
        transport.write(b"<message id='a'/>")
        assert (await manager.call()).body[0].get("id") == "a"


async def test_c_bosh_12_farewell_says_that_we_are_gone_and_hears_what_is_left(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        held = await manager.call()
        transport.write(b"<message id='a'/>")
        transport.write(b"</stream:stream>")
        farewell = await manager.call()
        assert farewell.get("type") == "terminate"
        assert [(each.tag.rpartition("}")[2], each.get("type")) for each in farewell.body] == [
            ("message", None),
            ("presence", "unavailable"),
        ]
        held.answer(stanza("a"))
        farewell.answer(stanza("b"), type_="terminate", condition="other-request")  # as ejabberd says
        assert await stream.rest() == ["message", "message", "closed", "lost"]


@pytest.mark.parametrize("uri", ["http://127.0.0.1:1/bosh", "javascript:x", "", "https://[", "https://a:b@c/"])
async def test_c_bosh_13_where_we_may_not_go_we_do_not_go(manager: ScriptedManager, uri: str) -> None:
    content = f"<uri>{uri}</uri>"
    error = await refusal(manager, lambda call: call.answer(content, type_="terminate", condition="see-other-uri"))
    assert isinstance(error, EndedError)
    assert "where it may not go" in error.ending.reason
    assert len(manager.seen) == 1


@pytest.mark.parametrize("hops", [1, 3, 4])
async def test_c_bosh_13_a_manager_sends_us_elsewhere_three_times_at_most(tmp_path: Path, hops: int) -> None:
    async with ScriptedManager(tmp_path, secure=True) as manager:
        connecting = asyncio.ensure_future(manager.connect(Listener()))
        for hop in range(hops):
            call = await manager.call()
            call.answer(f"<uri>{manager.url}{hop}</uri>", type_="terminate", condition="see-other-uri")
        if hops > 3:
            with pytest.raises(EndedError, match="where it may not go"):
                await connecting
            return
        (await manager.call()).answer(FEATURES, **TERMS)
        transport = await connecting
        assert transport.secure
        transport.abort()
        await transport.closed()
        assert len({call.rid for call in manager.seen}) == hops + 1, "each with a number of its own"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_c_bosh_14_no_redirect_is_followed(manager: ScriptedManager, status: int) -> None:
    other = manager.url + "/elsewhere"
    error = await refusal(manager, lambda call: call.respond("", status=status, Location=other))
    assert isinstance(error, SomethingElseError)
    async with manager.session():
        call = await manager.call()
        call.respond("", status=status, Location=other)
        assert (await manager.call()).data == call.data
    assert len(manager.seen) == 4


@pytest.mark.parametrize("text", ["<!DOCTYPE a [<!ENTITY b 'c'>]>" + answer_text(), answer_text("<!-- a -->")])
async def test_c_bosh_15_a_document_type_ends_the_session(manager: ScriptedManager, text: str) -> None:
    error = await refusal(manager, lambda call: call.respond(text))
    assert isinstance(error, EndedError) and "no XMPP server may send" in error.ending.reason
    async with manager.session() as (_transport, stream):
        (await manager.call()).respond(text)
        assert "no XMPP server may send" in (await stream.ending()).reason
        assert await stream.rest() == ["lost"]


async def test_c_bosh_15_stanzas_in_either_namespace_are_handed_on_alike(manager: ScriptedManager) -> None:
    async with manager.session() as (_transport, stream):
        (await manager.call()).answer("<message/><message xmlns='jabber:client'/>")
        assert [(await stream.element()).tag for _each in range(2)] == ["{jabber:client}message"] * 2


HOTEL = "<!DOCTYPE html><html><body>Please sign in</body></html>"


@pytest.mark.parametrize(
    "disturb",
    [
        lambda call: call.respond("no", status=502),
        lambda call: call.respond("no", status=404),
        lambda call: call.respond(HOTEL, content_type="text/html"),
        lambda call: call.respond(""),
        lambda call: call.drop(),
    ],
    ids=["502", "404", "html", "nothing", "reset"],
)
async def test_c_bosh_16_a_disturbance_on_the_way_costs_nothing(
    manager: ScriptedManager, disturb: Callable[[Call], None]
) -> None:
    async with manager.session() as (_transport, stream):
        call = await manager.call()
        for _time in range(3):
            disturb(call)
            again = await manager.call()
            assert again.data == call.data
            call = again
        call.answer(stanza("a"))
        assert (await stream.element()).get("id") == "a"


async def test_c_bosh_16_no_answer_in_time_is_a_lost_one(manager: ScriptedManager) -> None:
    async with manager.session(timing=replace(BRISK, margin=0.05), wait="0") as (_transport, stream):
        call = await manager.call()
        again = await manager.call()
        assert again.data == call.data
        again.answer(stanza("a"))
        assert (await stream.element()).get("id") == "a"


async def test_c_bosh_16_a_server_that_stays_away_has_forgotten_us(manager: ScriptedManager) -> None:
    async with manager.session(inactivity="") as (_transport, stream):
        await manager.call()
        await manager.stop()
        kind, error = await stream.next()
        assert kind == "lost" and isinstance(error, OSError)


@pytest.mark.parametrize("respond", [lambda c: c.respond(HOTEL), lambda c: c.respond("", status=404)])
async def test_c_bosh_16_who_answers_instead_is_no_server(
    manager: ScriptedManager, respond: Callable[[Call], None]
) -> None:
    error = await refusal(manager, respond)
    assert isinstance(error, SomethingElseError)


async def test_nobody_there_and_no_answer_in_time_are_told_apart(manager: ScriptedManager) -> None:
    with pytest.raises(TimeoutError):
        await manager.connect(Listener(), timing=replace(BRISK, creation=0.05))
    await manager.stop()
    with pytest.raises(ConnectionRefusedError):
        await manager.connect(Listener())
    for impossible in ("http://127.0.0.1:1/", "https://" + "a" * 70 + ".localhost/", "https://..localhost/"):
        with pytest.raises(OSError):
            await manager.connect(Listener(), url=impossible)
    with pytest.raises(EndedError, match="https://"):
        await manager.connect(Listener(), url="http://example.org/bosh")


async def test_c_bosh_19_a_report_fetches_what_was_lost(manager: ScriptedManager) -> None:
    async with manager.session(ack="1") as (transport, stream):
        lost = await manager.call()
        transport.write(b"<message/>")
        call = await manager.call()
        assert call.get("ack") == str(lost.rid - 1)
        call.answer(stanza("2"), report=str(lost.rid), time="900")
        again = await manager.call()
        assert again.data == lost.data
        lost.answer(type_="error")  # nobody listens to it any more
        await manager.quiet()
        again.answer(stanza("1"))
        assert [(await stream.element()).get("id") for _each in range(2)] == ["1", "2"]


async def test_keys_prove_who_asks_where_there_is_no_tls(manager: ScriptedManager) -> None:
    async with manager.session(keys=True) as (_transport, _stream):
        call = await manager.call()
        assert manager.seen[0].get("newkey") and call.get("key")
        call.drop()
        assert (await manager.call()).data == call.data


async def test_a_pause_is_asked_for(manager: ScriptedManager) -> None:
    async with manager.session(maxpause="100") as (transport, _stream):
        held = await manager.call()
        assert transport.pause(60) and not transport.pause(101)
        call = await manager.call()
        assert call.get("pause") == "60"
        held.answer()
        call.answer()
        await manager.quiet()
        transport.write(b"<message/>")
        assert len((await manager.call()).body) == 1


async def test_many_elements_leave_the_loop_some_air(manager: ScriptedManager) -> None:
    async with manager.session() as (_transport, stream):
        (await manager.call()).answer("<message/>" * 1000)
        loop, turns = asyncio.get_running_loop(), 0

        def turn() -> None:
            nonlocal turns
            turns += 1
            loop.call_soon(turn)

        await stream.element()
        turn()
        for _each in range(999):
            await stream.element()
        assert turns > 10


async def test_what_is_broken_off_tells_once_and_sends_no_more(manager: ScriptedManager) -> None:
    async with manager.session() as (transport, stream):
        await manager.call()
        transport.write(b"<message/>")
        transport.abort()
        transport.close()
        assert await stream.rest() == ["lost"]
        await manager.quiet()
