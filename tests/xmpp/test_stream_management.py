"""A stream that broke is taken up where it broke (XEP-0198), as a server that counts along sees it."""

from __future__ import annotations

from pathlib import Path

from slixmpp.jid import JID

from c42desktop.xmpp.login import State
from c42desktop.xmpp.stream_management import Resumption
from tests.people import witness
from tests.xmpp.scripted import BIND, PASSWORD, SASL_NS, Peer, ScriptedServer, event, mechanisms
from tests.xmpp.scripted import JID as ANN

SM = "<sm xmlns='urn:xmpp:sm:3'/>"
ENABLED = "<enabled xmlns='urn:xmpp:sm:3' id='a&amp;&lt;b' resume='true'/>"
ASK = "<r xmlns='urn:xmpp:sm:3'/>"
FAILED = "<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>"
PUSH = event("<items node='n'><item id='a'/></items>")


async def enable(peer: Peer, answer: str = ENABLED) -> None:
    """Sign the client in, and have it enable stream management."""
    await peer.sign_in(SM)
    await peer.expect('<enable [^>]*resume="true"[^>]*/>')
    await peer.send(answer)


async def authenticate(peer: Peer, *features: str) -> None:
    """Let the client in with PLAIN, and offer `features`."""
    await peer.secure(mechanisms("PLAIN"))
    await peer.auth()
    await peer.send(f"<success xmlns='{SASL_NS}'/>")
    await peer.greet(*features)


async def resume(peer: Peer) -> tuple[str, str]:
    """What the client wants to resume: h and previd, as written."""
    await authenticate(peer, BIND, SM)
    found = await peer.expect(r"<resume ([^>]*)/>")
    attributes = dict(part.split("=", 1) for part in found[1].split())
    return attributes["h"].strip("\"'"), attributes["previd"].strip("\"'")


async def handled(peer: Peer) -> int:
    """How many stanzas the client says it has handled."""
    await peer.send(ASK)
    return int((await peer.expect(r"<a [^>]*h=[\"'](\d+)[\"']"))[1])


async def test_c_sync_07_resumes_with_the_number_of_stanzas_handled_and_sends_no_presence_again(tmp_path: Path) -> None:
    counts: list[int] = []

    async def script(peer: Peer) -> None:
        if len(server.peers) == 1:
            await enable(peer)
            await peer.send(PUSH + f"<presence from='{ANN}/x'/><iq type='result' id='nobodys'/>" + PUSH + ASK)
            counts.append(await handled(peer))
            return
        assert await resume(peer) == ("4", "a&amp;&lt;b")
        await peer.send(f"<resumed xmlns='urn:xmpp:sm:3' h='0' previd='a&amp;&lt;b'/>{PUSH}")
        counts.append(await handled(peer))
        assert "<presence" not in peer.received
        assert "bind" not in peer.received
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        for _push in range(3):
            await ann.messages.get()
        await ann.until(State.ONLINE)
        assert ann.resumed == [False, True]
        assert ann.session.jid.full == f"{ANN}/test"
    assert counts == [4, 5]


async def test_c_sync_07_counts_modulo_2_to_the_32(tmp_path: Path) -> None:
    counts: list[int] = []

    async def script(peer: Peer) -> None:
        assert await resume(peer) == ("4294967295", "old")
        await peer.send(f"<resumed xmlns='urn:xmpp:sm:3' h='0' previd='old'/>{PUSH}{PUSH}")
        counts.append(await handled(peer))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        ann.session._resumption = Resumption("old", 2**32 - 1, JID(f"{ANN}/old"))  # it has not begun to connect yet
        await ann.until(State.ONLINE)
        await ann.messages.get()
        await ann.messages.get()
        assert ann.session.jid.full == f"{ANN}/old"
    assert counts == [1]


async def test_c_sync_08_a_stream_that_is_gone_gives_way_to_a_new_one(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        if len(server.peers) == 1:
            await enable(peer)
            await peer.send(PUSH)
            await handled(peer)
            return
        await resume(peer)
        await peer.send(FAILED)
        await peer.bind()
        await peer.expect("<enable ")
        await peer.send(ENABLED)
        assert await handled(peer) == 0
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.ONLINE)
        await ann.until(State.WAITING)
        await ann.until(State.ONLINE)
        assert ann.resumed == [False, False]


async def test_a_new_stream_is_bound_where_the_server_refuses_to_manage_it(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        if len(server.peers) == 1:
            await enable(peer, FAILED)
            await peer.send(PUSH)
            return
        await peer.sign_in(SM)
        assert "<resume" not in peer.received
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.messages.get()
        await ann.until(State.WAITING)
        await ann.until(State.ONLINE)
        assert ann.resumed == [False, False]


async def test_a_server_that_only_counts_is_answered_and_not_asked_to_resume(tmp_path: Path) -> None:
    counts: list[int] = []

    async def script(peer: Peer) -> None:
        if len(server.peers) == 1:
            await enable(peer, "<enabled xmlns='urn:xmpp:sm:3'/>")
            await peer.send(PUSH)
            counts.append(await handled(peer))
            return
        await peer.sign_in(SM)
        assert "<resume" not in peer.received
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.messages.get()
        await ann.until(State.WAITING)
        await ann.until(State.ONLINE)
    assert counts == [1]


async def test_a_connection_that_breaks_before_the_answer_does_not_cost_the_resumption(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []

    async def script(peer: Peer) -> None:
        if len(server.peers) == 1:
            await enable(peer)
            await handled(peer)
        elif len(server.peers) == 2:
            asked.append(await resume(peer))
        else:
            asked.append(await resume(peer))
            await peer.send("<resumed xmlns='urn:xmpp:sm:3' h='0' previd='a'/>")
            await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.ONLINE)
        await ann.until(State.WAITING)
        await ann.until(State.ONLINE)
        assert ann.resumed == [False, True]
    assert asked == [("0", "a&amp;&lt;b")] * 2
