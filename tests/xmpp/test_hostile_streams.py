"""What a server may send once it is trusted, and what it costs: C-SEC-08 and C-SEC-09 on a connection."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.xmpp.login import State
from c42desktop.xmpp.stream_parser import MAX_PARTS, TOO_LARGE
from tests.people import witness
from tests.xmpp.scripted import DOMAIN, PASSWORD, Peer, ScriptedServer, event

GOOD = "<items node='team'><item id='good'><a xmlns='urn:x'/></item></items>"


@pytest.mark.parametrize(
    ("data", "condition"),
    [
        ("<!-- psst -->", "restricted-xml"),
        ("<message><body><!-- psst --></body></message>", "restricted-xml"),
        ("<?pi?>", "restricted-xml"),
        ("<!DOCTYPE x [<!ENTITY a 'lol'>]>", "not-well-formed"),
        ("<message><body>&a;</body></message>", "not-well-formed"),
        ("<message></body>", "not-well-formed"),
    ],
)
async def test_c_sec_08_restricted_xml_ends_a_session_and_the_server_is_told(
    tmp_path: Path, data: str, condition: str
) -> None:
    told = asyncio.Event()
    hostile = iter([event(GOOD) + data + event(GOOD)])

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        for content in hostile:
            await peer.send(content)
            await peer.expect(f"<stream:error><{condition} xmlns=")
            told.set()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        status = await ann.until(State.WAITING, State.REFUSED)
        assert status.reason == f"{DOMAIN} sent something that no XMPP server may send."
        assert status.state is State.WAITING
        assert ann.messages.qsize() == 1, "what came before counts, and nothing behind"
        await asyncio.wait_for(told.wait(), 10)


async def test_c_sec_09_a_stanza_without_end_ends_the_session_and_is_not_asked_for_again_at_once(
    tmp_path: Path,
) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(event(GOOD) + event("<a b='c'/>" * MAX_PARTS))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        status = await ann.until(State.WAITING, State.REFUSED)
        assert status.reason == f"{DOMAIN} sent more at once than this program can take."
        assert status.state is State.REFUSED
        assert ann.messages.qsize() == 1
        assert await server.stays_alone()


async def test_c_sec_09_ten_megabytes_cost_one_item_only(tmp_path: Path) -> None:
    large = f"<items node='team'><item id='large'><a xmlns='urn:x'>{'x&#10;' * 2_000_000}</a></item></items>"

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(event(GOOD) + event(large) + event(GOOD))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        messages: list[ET.Element] = [await asyncio.wait_for(ann.messages.get(), 30) for _number in range(3)]
        assert ann.session.status.state is State.ONLINE
    assert [message[0][0][0][0].tag for message in messages] == ["{urn:x}a", TOO_LARGE, "{urn:x}a"]
