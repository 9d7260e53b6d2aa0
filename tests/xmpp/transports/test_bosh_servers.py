"""BOSH with real servers: sign-in, pushes, much at once, and every kind of end."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest
import pytest_asyncio
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import StanzaPath

from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import State, Way
from c42desktop.xmpp.transports import bosh
from c42desktop.xmpp.transports.bosh_body import Body
from c42desktop.xmpp.transports.bosh_http import Manager
from c42desktop.xmpp.transports.bosh_keys import LENGTH
from tests.conftest import PASSWORDS
from tests.people import Witness, calendar, login_at, signed_in, witness
from tests.servers import BOSH_PATH, XmppServer

pytestmark = pytest.mark.server

ENTRY = "<entry xmlns='http://www.w3.org/2005/Atom'><title>{title}</title></entry>"


@asynccontextmanager
async def over_bosh(server: XmppServer, name: str = "ann", **changes: object) -> AsyncIterator[Witness]:
    url = f"https://127.0.0.1:{server.ports.https}{BOSH_PATH}"
    async with witness(login_at(server, name, way=Way.BOSH, url=url, **changes)) as seen:
        await seen.until(State.ONLINE, State.REFUSED)
        yield seen


def entry(title: str) -> ET.Element:
    return ET.fromstring(ENTRY.format(title=title))


async def titles(seen: Witness, node: NodeAddress, count: int) -> list[str]:
    """The next titles in this calendar; a server may say once more what was published last in others."""
    found: list[str] = []
    while len(found) < count:
        message = await asyncio.wait_for(seen.messages.get(), 20)
        if message.find(f".//*[@node='{node.node}']") is None:
            continue
        found += [each.text or "" for each in message.iter("{http://www.w3.org/2005/Atom}title")]
    return found


async def test_c_bosh_04_signs_in_at_real_servers_and_gets_pushes(server: XmppServer) -> None:
    async with signed_in(server, "bram") as bram, over_bosh(server) as ann:
        assert (ann.session.status.state, ann.session.status.via) == (State.ONLINE, "BOSH")
        assert ann.session.jid.bare == f"ann@{DOMAIN}"
        team = await calendar(bram)
        await ann.pubsub.subscribe(team)
        for number in range(5):
            await bram.pubsub.publish(team, "one", entry(f"Title {number}"))
            assert await titles(ann, team, 1) == [f"Title {number}"]


async def test_a_hundred_quick_changes_go_and_come_in_order(server: XmppServer) -> None:
    async with over_bosh(server, "bram") as bram, over_bosh(server) as ann:
        team = await calendar(bram)
        await ann.pubsub.subscribe(team)
        publishing = [bram.pubsub.publish(team, f"item-{number}", entry(str(number))) for number in range(100)]
        await asyncio.gather(*publishing)
        assert await titles(ann, team, 100) == [str(number) for number in range(100)]


@pytest_asyncio.fixture(params=["prosody", "ejabberd"])
async def roomy_server(request: pytest.FixtureRequest) -> AsyncIterator[XmppServer]:
    """A server that takes a thousand items quickly: on the disk, it takes Prosody minutes."""
    if request.param == "ejabberd":
        yield request.getfixturevalue("ejabberd")
        return
    options = 'storage = "memory"\n  storage_archive_item_limit = 100000'
    async with Prosody(PASSWORDS, admins=("bram",), options=options) as server:
        yield server


async def test_a_thousand_items_come_in_one_answer(roomy_server: XmppServer) -> None:
    async with signed_in(roomy_server, "bram") as bram, over_bosh(roomy_server) as ann:
        team = await calendar(bram, max_items="1000")
        for begin in range(0, 1000, 100):
            batch = range(begin, begin + 100)
            await asyncio.gather(*(bram.pubsub.publish(team, f"item-{n}", entry("x" * 500)) for n in batch))
        fetched = await ann.pubsub.items(team)
        assert len(fetched.items) == 1000


async def test_c_bosh_12_a_polite_end_leaves_nobody_behind(server: XmppServer) -> None:
    async with signed_in(server, "ann") as ann:
        async with over_bosh(server, "ann", resource="bosh") as other:
            assert other.session.status.state is State.ONLINE
            assert f"ann@{DOMAIN}/bosh" in await resources(ann)
        assert f"ann@{DOMAIN}/bosh" not in await resources(ann)


async def resources(seen: Witness) -> set[str]:
    """Who of the same account is there: each answers a presence probe, which our own account may always send."""
    found: set[str] = set()
    client = seen.session.client
    answered = asyncio.Event()

    def note(presence: object) -> None:
        stanza = presence.xml  # type: ignore[attr-defined]
        if stanza.get("type") is None:
            found.add(stanza.get("from", ""))

    client.register_handler(Callback("seen", StanzaPath("presence"), note))
    client.send_presence(pto=f"ann@{DOMAIN}", ptype="probe")
    asyncio.get_running_loop().call_later(0.5, answered.set)
    await answered.wait()
    client.remove_handler("seen")
    return found


async def test_a_rude_end_is_got_over(server: XmppServer) -> None:
    async with signed_in(server, "bram") as bram, over_bosh(server) as ann:
        team = await calendar(bram)
        await ann.pubsub.subscribe(team)
        transport = ann.session.client.transport
        assert transport is not None
        transport.abort()
        await ann.until(State.WAITING, State.CONNECTING)
        assert (await ann.until(State.ONLINE, State.REFUSED)).state is State.ONLINE
        await ann.pubsub.is_service(SERVICE)  # behind our presence, without which nothing is pushed
        await bram.pubsub.publish(team, "one", entry("Back"))
        assert await titles(ann, team, 1) == ["Back"]


async def test_c_bosh_09_a_server_that_was_restarted_gets_a_new_session(own_server: XmppServer) -> None:
    async with over_bosh(own_server) as ann:
        assert ann.session.status.state is State.ONLINE
        await own_server.stop()
        await own_server.start()
        await ann.until(State.WAITING, State.CONNECTING)  # meanwhile the old one was asked for again and again
        assert (await ann.until(State.ONLINE, State.REFUSED)).state is State.ONLINE
        assert ann.resumed == [False, False]


async def test_c_bosh_07_answers_that_get_lost_are_fetched_again(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = 0
    post = Manager.post

    async def lossy(manager: Manager, data: bytes, time_limit: float, heard: Callable[[], None]) -> Body:
        nonlocal lost
        answer = await post(manager, data, time_limit, heard)
        if answer.elements and data not in seen:
            seen.add(data)
            lost += 1
            raise ConnectionResetError("lost on the way back")
        return answer

    async with signed_in(server, "bram") as bram, over_bosh(server) as ann:
        team = await calendar(bram)
        await ann.pubsub.subscribe(team)
        seen: set[bytes] = set()
        monkeypatch.setattr(Manager, "post", lossy)
        for number in range(20):
            await bram.pubsub.publish(team, f"item-{number}", entry(str(number)))
        assert await titles(ann, team, 20) == [str(number) for number in range(20)]
        assert ann.resumed == [False], "one session"
        assert lost > 0


async def test_c_bosh_09_an_unknown_domain_is_named_by_a_real_server(prosody: Prosody) -> None:
    async with over_bosh(prosody, jid="ann@elsewhere.localhost") as ann:
        status = ann.session.status
        assert (status.state, status.field) == (State.REFUSED, "address")


async def test_a_wrong_password_is_told_as_over_tcp(server: XmppServer) -> None:
    url = f"https://127.0.0.1:{server.ports.https}{BOSH_PATH}"
    async with witness(login_at(server, way=Way.BOSH, url=url), "wrong") as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
        assert status.reason == f"Could not sign in: the password for ann@{DOMAIN} was refused."


async def test_keys_are_what_real_servers_expect(server: XmppServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bosh, "connect", partial(bosh.connect, keys=True))
    async with over_bosh(server) as ann:
        assert ann.session.status.state is State.ONLINE
        for _request in range(LENGTH):
            await ann.pubsub.is_service(SERVICE)
        assert ann.resumed == [False], "one session, with more than one chain of keys"
