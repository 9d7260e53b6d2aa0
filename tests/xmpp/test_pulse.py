"""A server that has gone silent is found out in time, and one that is merely quiet is left alone (C-SES-02)."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

from c42desktop.xmpp.login import State
from tests.people import Witness, witness
from tests.xmpp.scripted import DOMAIN, PASSWORD, STARTTLS, Peer, ScriptedServer, event, stream_error

DEAD_AFTER = 0.6  # seconds; two thirds of it until the server is asked
PING = "<ping xmlns=['\"]urn:xmpp:ping['\"]"


async def answer_pings(peer: Peer) -> None:
    while True:
        number = await peer.request(PING)
        await peer.send(f"<iq type='result' id='{number}' from='{DOMAIN}'/>")


async def silent(peer: Peer) -> None:
    await peer.sign_in()
    await peer.until_closed()


async def test_c_ses_02_a_server_that_answers_no_ping_is_left(tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    async with (
        ScriptedServer(tmp_path, silent) as server,
        witness(server.login(), PASSWORD, DEAD_AFTER) as ann,
    ):
        await ann.until(State.ONLINE)
        online = loop.time()
        status = await ann.until(State.WAITING)
        took = loop.time() - online
    assert status.reason == f"{DOMAIN} stopped answering."
    assert "urn:xmpp:ping" in server.received
    assert 0.8 * DEAD_AFTER < took < 10 * DEAD_AFTER  # timers may come early by a tenth


async def test_c_ses_02_a_quiet_server_that_answers_stays(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await answer_pings(peer)

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, DEAD_AFTER) as ann:
        await ann.until(State.ONLINE)
        await asyncio.sleep(2 * DEAD_AFTER)
        assert [status.state for status in ann.statuses] == [State.CONNECTING, State.ONLINE]
        assert server.received.count("urn:xmpp:ping") >= 2


async def test_a_refused_ping_is_an_answer(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        while True:
            number = await peer.request(PING)
            await peer.send(
                f"<iq type='error' id='{number}' from='{DOMAIN}'><error type='cancel'>"
                "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
            )

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, DEAD_AFTER) as ann:
        await ann.until(State.ONLINE)
        await asyncio.sleep(1.5 * DEAD_AFTER)
        assert ann.session.status.state is State.ONLINE


async def test_nobody_is_asked_while_there_are_words(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        for _push in range(10):
            await peer.send(event("<items node='n'><item id='a'/></items>"))
            await asyncio.sleep(DEAD_AFTER / 10)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, DEAD_AFTER) as ann:
        for _push in range(10):
            await ann.messages.get()
        assert "urn:xmpp:ping" not in server.received


async def test_a_long_answer_before_the_pings_counts_as_a_word(tmp_path: Path) -> None:
    """A slow line may take longer for what it is busy with than a ping may take."""

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        number = await peer.request(PING)
        for _piece in range(6):
            await peer.send(event("<items node='n'><item id='a'/></items>"))
            await asyncio.sleep(DEAD_AFTER / 8)
        await peer.send(f"<iq type='result' id='{number}' from='{DOMAIN}'/>")
        await answer_pings(peer)

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, DEAD_AFTER) as ann:
        await ann.until(State.ONLINE)
        await asyncio.sleep(2 * DEAD_AFTER)
        assert ann.session.status.state is State.ONLINE


async def test_c_ses_04_after_sleep_a_dead_server_is_found_at_once(tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    async with ScriptedServer(tmp_path, silent) as server, witness(server.login(), PASSWORD, dead_after=3600) as ann:
        await ann.until(State.ONLINE)
        before = loop.time()
        ann.session.check()
        await ann.until(State.WAITING, State.CONNECTING)
        assert loop.time() - before < 5


async def test_c_ses_04_after_sleep_a_living_server_stays(tmp_path: Path) -> None:
    asked = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        with contextlib.suppress(ConnectionError):
            number = await peer.request(PING)
            await peer.send(f"<iq type='result' id='{number}' from='{DOMAIN}'/>")
            asked.set()
            await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, dead_after=3600) as ann:
        await ann.until(State.ONLINE)
        ann.session.check()
        await asked.wait()
        assert ann.session.status.state is State.ONLINE


async def test_waiting_ends_where_the_network_comes_back(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        if len(server.peers) > 2:  # both ways in, TLS first and TLS asked for, are tried before it waits
            await silent(peer)

    async with ScriptedServer(tmp_path, script) as server, never_by_itself(server) as ann:
        await ann.until(State.WAITING)
        ann.session.check()
        await ann.until(State.ONLINE)


async def test_an_attempt_from_before_sleep_gives_way_to_a_new_one(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        if len(server.peers) > 1:
            await silent(peer)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, never_by_itself(server) as ann:
        while not server.peers:
            await asyncio.sleep(0.01)
        ann.session.check()  # the attempt has only begun: it goes on
        assert len(server.peers) == 1
        ann.session._began -= 3600
        ann.session.check()
        await ann.until(State.ONLINE)


async def test_what_is_refused_while_the_network_changes_is_tried_again(tmp_path: Path) -> None:
    """The certificate was another network's, and is being looked at: nobody waits a quarter of an hour for that."""
    looked_at, again = asyncio.Event(), asyncio.Event()

    async def script(peer: Peer) -> None:
        if len(server.peers) == 2:
            looked_at.set()
            await peer.expect("<stream:stream ")
            await checked.wait()
            return
        if len(server.peers) > 2:
            again.set()
        await peer.greet(STARTTLS)
        await peer.start_tls()

    checked = asyncio.Event()
    names = ("other.example",)
    async with ScriptedServer(tmp_path, script, names=names) as server, witness(server.login(), PASSWORD) as ann:
        await looked_at.wait()
        ann.session.check()
        checked.set()
        async with asyncio.timeout(10):
            await again.wait()


async def test_a_refusal_that_stays_is_not_tried_again_because_of_sleep(tmp_path: Path) -> None:
    """Another copy has signed in, and the machine wakes: each would end the other for ever."""

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.request(PING)
        await peer.send(stream_error("conflict"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, dead_after=3600) as ann:
        await ann.until(State.ONLINE)
        ann.session.check()
        await ann.until(State.REFUSED)
        assert await server.stays_alone()
        assert ann.session.status.state is State.REFUSED


@contextlib.asynccontextmanager
async def never_by_itself(server: ScriptedServer):  # type: ignore[no-untyped-def]
    """Ann, who would wait for an hour after a failure."""
    ann = Witness(server.login(), PASSWORD)
    ann.session._wait = lambda _attempt: 3600.0
    ann.session.start()
    try:
        yield ann
    finally:
        await ann.session.stop()
