"""WebSocket (RFC 7395): what goes over it, how it ends, and what a server may not do with it."""

from __future__ import annotations

import asyncio
import gc
import ssl
import struct
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from aiohttp import web

from c42desktop.xmpp import trust
from c42desktop.xmpp.login import State, Status, Way
from c42desktop.xmpp.transports import websocket
from tests.people import login_at, witness
from tests.servers import XmppServer
from tests.xmpp.scripted import DOMAIN, PASSWORD, SASL_NS, mechanisms
from tests.xmpp.transports.scripted_web import CLOSE, FRAMING, STREAMS, ScriptedWeb, WebPeer, event
from tests.xmpp.transports.test_framed import Recorder

BURST = 600
NO_XMPP = f"{DOMAIN} sent something that no XMPP server may send."
TOO_MUCH = f"{DOMAIN} sent more at once than this program can take."
SOMETHING_ELSE = f"Something else answers in place of {DOMAIN}: a sign-in page of this network, or a wrong address."
AWAY = f"The web server of {DOMAIN} does not get through to its XMPP server right now (HTTP 502)."
SM = "<sm xmlns='urn:xmpp:sm:3'/>"
CONFLICT = "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"


async def outcome(server: ScriptedWeb, **changes: object) -> Status:
    """What comes of signing in at `server`, or of being signed in there."""
    async with witness(server.login(**changes), PASSWORD) as ann:
        return await ann.until(State.REFUSED, State.WAITING)


async def nothing(peer: WebPeer) -> None:
    """A script that says nothing and listens."""
    await peer.until_closed()


# -- at real servers ------------------------------------------------------------------------------------------------


@pytest.mark.server
async def test_signs_in_says_how_and_leaves_nothing_behind(server: XmppServer) -> None:
    before = asyncio.all_tasks()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with witness(login_at(server, way=Way.WEBSOCKET)) as ann:
            assert (await ann.until(State.ONLINE)).via == "WebSocket"
            assert ann.session.client.secure
            assert (await ann.pubsub.services()).found
        await asyncio.sleep(0)
        gc.collect()
    assert asyncio.all_tasks() == before


@pytest.mark.server
async def test_c_sec_04_an_untrusted_certificate_is_refused_over_websocket_too(server: XmppServer) -> None:
    async with witness(login_at(server, way=Way.WEBSOCKET, ca_file="")) as ann:
        status = await ann.until(State.REFUSED, State.WAITING, State.ONLINE)
    assert status.state is State.REFUSED
    assert "self-signed" in status.reason


# -- the way there --------------------------------------------------------------------------------------------------


@pytest.mark.expects_warnings  # of the server
async def test_a_websocket_that_is_not_for_xmpp_gets_not_a_word(tmp_path: Path) -> None:
    async with ScriptedWeb(tmp_path, nothing, protocols=()) as server:
        assert (await outcome(server)).reason == SOMETHING_ELSE
    assert server.peers[0].request.headers["Sec-WebSocket-Protocol"] == "xmpp"
    assert "Sec-WebSocket-Extensions" not in server.peers[0].request.headers  # no compression: it knows no bounds
    assert not any(peer.received for peer in server.peers)


@pytest.mark.parametrize("status", [200, 302, 307, 403, 404, 502])
async def test_what_answers_otherwise_is_no_websocket_and_redirects_are_not_followed(
    tmp_path: Path, status: int
) -> None:
    def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text="<html>Welcome</html>", headers={"Location": "/elsewhere"})

    async with ScriptedWeb(tmp_path, answer=answer) as server:
        assert (await outcome(server)).reason == (AWAY if status == 502 else SOMETHING_ELSE)
    assert set(server.paths) == {"/xmpp-websocket"}


async def test_a_port_where_nobody_listens_is_named(tmp_path: Path) -> None:
    async with ScriptedWeb(tmp_path, nothing) as server:
        login = server.login()
    async with witness(login, PASSWORD) as ann:
        status = await ann.until(State.WAITING, State.REFUSED)
    assert "nothing answers at port" in status.reason


async def test_a_server_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "CONNECT_TIMEOUT", 0.2)

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as listening, ScriptedWeb(tmp_path) as server:
        status = await outcome(server, url=f"wss://127.0.0.1:{listening.sockets[0].getsockname()[1]}/")
    assert "does not answer" in status.reason


async def test_c_sec_05_nothing_is_said_over_a_websocket_that_anybody_can_read(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.greet(mechanisms("SCRAM-SHA-256", "PLAIN"))
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script, tls=False) as server:
        status = await outcome(server)
    assert status.state is State.REFUSED
    assert all("auth" not in message for peer in server.peers for message in peer.received)


# -- what is sent ---------------------------------------------------------------------------------------------------


async def test_each_message_is_one_element_that_stands_alone_and_streams_begin_with_open(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        for number in range(50):
            await peer.expect(f"<iq [^>]*id=[\"']{number}[\"']")
        await peer.expect("<close")
        await peer.send(CLOSE)

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        for number in range(50):
            ann.session.client.send_raw(f"<iq type='get' id='{number}'><x xmlns='urn:x'/></iq>")
    sent = [ET.fromstring(message) for message in server.peers[0].received]
    assert [each.tag for each in sent].count(f"{{{FRAMING}}}open") == 2  # anew after signing in
    assert (sent[0].tag, sent[-1].tag) == (f"{{{FRAMING}}}open", f"{{{FRAMING}}}close")
    assert {each.tag.partition("}")[0][1:] for each in sent} == {FRAMING, SASL_NS, "jabber:client"}


async def test_a_ping_is_answered(tmp_path: Path) -> None:
    answered = asyncio.Event()

    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await peer.socket.ping(b"are you there?")
        await peer.expect("PONG")
        answered.set()
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server, server.online():
        await asyncio.wait_for(answered.wait(), 10)


async def test_who_takes_nothing_is_given_up_before_too_much_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "MAX_UNSENT", 1000)
    stream = Recorder()
    async with ScriptedWeb(tmp_path, nothing) as server:
        transport = await websocket.connect(server.url, DOMAIN, stream, trust.tls_context(str(server.ca_file)), None)
        transport.start()
        for _element in range(3):
            transport.write(b"<message>" + b"x" * 400 + b"</message>")
        assert transport.is_closing()
        while not isinstance(stream.told[-1], tuple):
            await asyncio.sleep(0.01)
    assert isinstance(stream.told[-1][1], ConnectionError)
    assert stream.told.count("made") == 1


# -- what comes -----------------------------------------------------------------------------------------------------

MISSHAPEN = {
    "half an element": "<message xmlns='jabber:client'>",
    "two elements": "<message xmlns='jabber:client'/><message xmlns='jabber:client'/>",
    "an element and a half": "<message xmlns='jabber:client'/><message xmlns='",
    "no element": "x",
    "nothing": "",
    "the end of a stream": "</stream:stream>",
    "an element and the end of a stream": "<message xmlns='jabber:client'/></stream:stream>",
    "half a comment": "<message xmlns='jabber:client'/><!--",
    "a declaration": "<?xml version='1.0'?><message xmlns='jabber:client'/>",
}
FORBIDDEN = {
    "a document type": (
        "<!DOCTYPE x [<!ENTITY e 'x'>]><message xmlns='jabber:client'>&e;</message>",
        "not-well-formed",
    ),
    "a comment": ("<message xmlns='jabber:client'><!-- x --></message>", "restricted-xml"),
    "an instruction": ("<message xmlns='jabber:client'><?x y?></message>", "restricted-xml"),
}


@pytest.mark.parametrize("message", MISSHAPEN.values(), ids=MISSHAPEN.keys())
async def test_a_message_is_exactly_one_element(tmp_path: Path, message: str) -> None:
    await _ends(tmp_path, message, NO_XMPP, "not-well-formed")


@pytest.mark.parametrize(("message", "condition"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
async def test_c_sec_08_what_xmpp_forbids_ends_a_websocket(tmp_path: Path, message: str, condition: str) -> None:
    await _ends(tmp_path, message, NO_XMPP, condition)


@pytest.mark.parametrize("message", [f"<open xmlns='{FRAMING}' version='1.0'/>", b"<message xmlns='jabber:client'/>"])
async def test_a_stream_begins_once_and_is_text(tmp_path: Path, message: str | bytes) -> None:
    await _ends(tmp_path, message, NO_XMPP, "bad-format")


async def test_c_sec_09_a_message_that_is_too_large_ends_a_websocket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "MAX_STANZA", 10_000)
    await _ends(tmp_path, event(0, "x" * 10_000), TOO_MUCH, "")


async def _ends(tmp_path: Path, message: str | bytes, reason: str, condition: str) -> None:
    """A session ends for `reason` at this message, before another counts; the server is told the `condition`,
    unless the library has hung up before."""
    told: list[str] = []

    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await (peer.socket.send_bytes(message) if isinstance(message, bytes) else peer.send(message))
        await peer.send(event())
        await peer.until_closed()
        told.append(" ".join(peer.received[-2:]))

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        ann.session._wait = lambda _attempt: 3600.0
        status = await ann.until(State.WAITING, State.REFUSED)
        assert status.reason == reason
        assert ann.messages.empty()
    (last,) = told
    assert not condition or f"<{condition} " in last
    assert not condition or f"<close xmlns='{FRAMING}'/>" in last


@pytest.mark.parametrize("early", ["<message xmlns='jabber:client'/>", f"<x xmlns='{SASL_NS}'/>"])
async def test_nothing_comes_before_a_stream_begins(tmp_path: Path, early: str) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.expect("<open")
        await peer.send(early)
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server:
        assert (await outcome(server)).reason == NO_XMPP


async def test_a_refusal_may_come_before_a_stream_begins(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.expect("<open")
        unknown = "<host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
        await peer.send(f"<stream:error xmlns:stream='{STREAMS}'>{unknown}</stream:error>")
        await peer.send(CLOSE)

    async with ScriptedWeb(tmp_path, script) as server:
        assert (await outcome(server)).reason == f"The server does not know {DOMAIN}. Check the address."


async def test_white_space_is_a_sign_of_life(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await peer.send(" ")
        await peer.send(event(1))
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        await asyncio.wait_for(ann.messages.get(), 10)


@pytest.mark.parametrize("large", [True, False], ids=["one message", "many messages"])
async def test_a_burst_arrives_in_order_and_leaves_turns_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    monkeypatch.setattr(websocket, "PIECE", 2000)
    turns = 0

    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        for number in range(0 if large else BURST):
            await peer.send(event(number, "x" * 300))
        await peer.send(event(BURST, "x" * (BURST * 300 if large else 1)))
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        while ann.messages.qsize() < (1 if large else BURST + 1):
            await asyncio.sleep(0)
            turns += 1
        numbers = [
            int(str(ann.messages.get_nowait().find(".//{*}item").get("id"))) for _n in range(BURST * (not large))
        ]  # type: ignore[union-attr]
    assert numbers == list(range(len(numbers)))
    assert turns > BURST * 300 / 2000 / 2


async def test_half_a_message_is_a_sign_of_life(tmp_path: Path) -> None:
    begin, go_on = asyncio.Event(), asyncio.Event()

    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await begin.wait()
        text = event(1, "x" * 1000).encode()
        transport = peer.request.transport
        assert transport is not None
        transport.write(b"\x81\x7e" + struct.pack(">H", len(text)) + text[:500])  # type: ignore[attr-defined]
        await go_on.wait()
        transport.write(text[500:])  # type: ignore[attr-defined]
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        client = ann.session.client
        client.heard -= 1000  # as if nothing had come for long
        assert not client.is_receiving(60)
        begin.set()
        while not client.is_receiving(60):
            await asyncio.sleep(0.01)
        assert ann.messages.empty()
        go_on.set()
        await asyncio.wait_for(ann.messages.get(), 10)
        assert not client.is_receiving(60)


# -- how it ends ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["closed", "cut off", "in words"])
async def test_what_came_before_the_end_is_handled_before_it(tmp_path: Path, how: str) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        for number in range(BURST):
            await peer.send(event(number, "x" * 300))
        await peer.send(f"<stream:error xmlns:stream='{STREAMS}'>{CONFLICT}</stream:error>")
        if how == "in words":
            await peer.send(CLOSE)
        if how == "cut off":
            assert peer.request.transport is not None
            peer.request.transport.close()

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
        assert "signed in from another copy" in status.reason
        assert ann.messages.qsize() == BURST


async def test_a_close_is_answered_with_a_close(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await peer.send(CLOSE)
        await peer.until_closed()
        assert peer.received[-1] == CLOSE
        assert peer.socket.close_code == 1000

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        assert (await ann.until(State.WAITING)).reason == f"The connection to {DOMAIN} was lost."


@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        (
            "wss://other.example/ws",
            f"{DOMAIN} asks to connect to another address. Enter it in the server settings: wss://other.example/ws",
        ),
        ("ws://other.example/ws", f"{DOMAIN} asks to go on without encryption. Nothing was sent there."),
    ],
)
async def test_another_address_is_told_and_never_followed(tmp_path: Path, uri: str, sentence: str) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.expect("<open")
        await peer.send(f"<close xmlns='{FRAMING}' see-other-uri='{uri}'/>")
        await peer.until_closed()
        assert peer.received[-1] == CLOSE

    async with ScriptedWeb(tmp_path, script) as server:
        status = await outcome(server)
    assert (status.state, status.reason) == (State.REFUSED, sentence)
    assert len(server.paths) == 1


async def test_c_sync_07_a_stream_is_resumed_on_a_new_websocket(tmp_path: Path) -> None:
    resumed: list[str] = []

    async def script(peer: WebPeer) -> None:
        if len(server.peers) == 1:
            await peer.sign_in(SM)
            await peer.expect("<enable ")
            await peer.send("<enabled xmlns='urn:xmpp:sm:3' resume='true' id='known'/>")
            await peer.send(event(1))
            await peer.send("<r xmlns='urn:xmpp:sm:3'/>")
            await peer.expect('<a [^>]*h="1"')
            assert peer.request.transport is not None
            peer.request.transport.close()
            return
        resumed.append(await _resume(peer))
        await peer.send("<resumed xmlns='urn:xmpp:sm:3' h='0' previd='known'/>")
        await peer.send(event(2))
        await peer.until_closed()

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann:
        for _push in range(2):
            await asyncio.wait_for(ann.messages.get(), 10)
        assert ann.resumed == [False, True]
    assert len(resumed) == 1
    assert 'h="1"' in resumed[0]
    assert 'previd="known"' in resumed[0]


async def _resume(peer: WebPeer) -> str:
    """Let the client in, and give what it wants to resume."""
    await peer.authenticate()
    await peer.greet("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>", SM)
    return (await peer.expect("<resume .*"))[0]


async def test_the_end_is_told_when_nothing_is_left_of_the_connection(tmp_path: Path) -> None:
    async def script(peer: WebPeer) -> None:
        await peer.expect("<open")
        await peer.send(CLOSE)
        await peer.until_closed()

    stream = Recorder()
    async with ScriptedWeb(tmp_path, script) as server:
        transport = await websocket.connect(server.url, DOMAIN, stream, trust.tls_context(str(server.ca_file)), None)
        assert isinstance(transport, websocket.WebSocket)
        transport.start()
        transport.write(b"<stream:stream>")
        async with asyncio.timeout(5):
            while ("lost", None) not in stream.told:
                await asyncio.sleep(0)
        assert transport._web.line.lost.is_set()
    assert stream.told.count("closed") == 1


async def test_an_end_does_not_wait_for_a_server_that_is_stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "FAREWELL", 0.05)
    stuck = asyncio.Event()

    async def script(_peer: WebPeer) -> None:
        await stuck.wait()  # reads nothing

    before = asyncio.all_tasks()
    stream = Recorder()
    async with ScriptedWeb(tmp_path, script) as server:
        context: ssl.SSLContext = trust.tls_context(str(server.ca_file))
        transport = await websocket.connect(server.url, DOMAIN, stream, context, None)
        transport.start()
        for _element in range(20):
            transport.write(b"<message>" + b"x" * 1_000_000 + b"</message>")
        await asyncio.sleep(0.05)  # until no more goes onto the line
        transport.abort()
        async with asyncio.timeout(5):
            while ("lost", None) not in stream.told:
                await asyncio.sleep(0.01)
        stuck.set()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
