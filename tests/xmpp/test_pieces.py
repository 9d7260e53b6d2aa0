"""A burst is handled piece by piece, and nothing of it is lost, doubled or taken for what it is not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from c42desktop.xmpp.login import State
from c42desktop.xmpp.pieces import PIECE, Pieces
from tests.people import witness
from tests.xmpp.scripted import PASSWORD, PROCEED, STARTTLS, Peer, ScriptedServer, event, stream_error
from tests.xmpp.test_stream_management import enable, handled

BURST = 600


class Transport(asyncio.ReadTransport):
    """A connection that notes whether it is being read."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = True

    def pause_reading(self) -> None:
        self.reading = False

    def resume_reading(self) -> None:
        self.reading = True


def burst() -> str:
    """More than TLS hands over in one read, in pushes that can be told apart."""
    padding = "x" * 500
    return "".join(event(f"<items node='n'><item id='{n}'>{padding}</item></items>") for n in range(BURST))


async def turn() -> None:
    """One turn of the event loop."""
    await asyncio.sleep(0)


async def test_a_burst_is_taken_one_piece_in_a_turn_and_nothing_more_is_read_meanwhile() -> None:
    taken: list[bytes] = []
    pieces, transport = Pieces(taken.append), Transport()
    pieces.put(b"a" * PIECE + b"b" * PIECE + b"c", transport)
    assert [piece[:1] for piece in taken] == [b"a"]
    assert not transport.reading
    pieces.put(b"d", transport)
    await turn()
    assert [piece[:1] for piece in taken] == [b"a", b"b"]
    await turn()
    assert taken[2:] == [b"cd"]
    assert transport.reading
    pieces.put(b"e", transport)
    assert taken[3:] == [b"e"]


async def test_what_waits_is_taken_at_once_when_nothing_more_will_come() -> None:
    taken: list[bytes] = []
    pieces = Pieces(taken.append)
    pieces.put(b"a" * (3 * PIECE), Transport())
    pieces.finish()
    assert list(map(len, taken)) == [PIECE, 2 * PIECE]
    await turn()
    assert len(taken) == 2


async def test_what_waits_for_a_stream_that_is_over_is_dropped() -> None:
    taken: list[bytes] = []
    pieces = Pieces(taken.append)
    pieces.put(b"a" * (3 * PIECE), Transport())
    pieces.forget()
    pieces.put(b"b", Transport())
    await turn()
    assert taken == [b"a" * PIECE, b"b"]


async def test_a_burst_arrives_in_order_and_leaves_turns_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = 2000  # small enough that each read here has several
    monkeypatch.setattr("c42desktop.xmpp.pieces.PIECE", piece)

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(burst())
        await peer.until_closed()

    heard: list[int] = []  # how many pushes had come, turn by turn

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        while ann.messages.qsize() < BURST:
            heard.append(ann.messages.qsize())
            await turn()
        numbers = [int(str(ann.messages.get_nowait().find(".//{*}item").get("id"))) for _n in range(BURST)]  # type: ignore[union-attr]
    assert numbers == list(range(BURST))
    in_one_turn = max(after - before for before, after in zip(heard, [*heard[1:], BURST], strict=True))
    assert in_one_turn <= 2 * piece / 500  # what waited, and what was read meanwhile


async def test_a_burst_is_counted_to_its_last_stanza(tmp_path: Path) -> None:
    counts: list[int] = []

    async def script(peer: Peer) -> None:
        await enable(peer)
        await peer.send(burst())
        counts.append(await handled(peer))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        for _push in range(BURST):
            await ann.messages.get()
        while not counts:
            await asyncio.sleep(0.01)
    assert counts == [BURST]


@pytest.mark.parametrize("lost", ["closed", "reset"])
async def test_why_a_stream_ends_is_read_behind_a_burst(tmp_path: Path, lost: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(burst() + stream_error("conflict"))
        if lost == "closed":
            await peer.send("</stream:stream>")

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
        assert "signed in from another copy" in status.reason
        assert ann.messages.qsize() == BURST


async def test_c_sec_05_what_waits_behind_proceed_does_not_count_inside_tls(tmp_path: Path) -> None:
    slipped_in = event("<items node='n'><item id='evil'/></items>")

    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.expect("<starttls[^>]*/>")
        await peer.send(PROCEED + "<x/>" * PIECE + slipped_in)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.WAITING, State.REFUSED)
        assert ann.messages.empty()
