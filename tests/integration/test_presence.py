"""Presence at a real server: ours as contacts see it, theirs as it reaches us, without ever asking for a roster."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from c42desktop.demo.prosody import DOMAIN
from c42desktop.presence import Presence, Show
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import State
from tests.conftest import PASSWORDS
from tests.integration.ways import ONLY_TCP
from tests.people import Witness, login_at
from tests.servers import XmppServer

pytestmark = pytest.mark.server

ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"
BUSY = Presence(Show.DND, "In a meeting until 15:00")
ROSTER = "jabber:iq:roster"


class Contact(Witness):
    """Somebody who tells `says`, and keeps what others tell."""

    def __init__(self, server: XmppServer, name: str, says: Presence) -> None:
        self.says = says
        super().__init__(login_at(server, name), PASSWORDS[name], presence=lambda: self.says)
        self._news = asyncio.Event()
        self.session.presences.on_changed = lambda _address: self._news.set()

    def say(self, presence: Presence) -> None:
        """Something else from now on."""
        self.says = presence
        self.session.tell_presence()

    async def sees(self, address: str, presence: Presence | None) -> None:
        """Wait until that is what is known of somebody."""
        await self.hears(lambda: self.session.presence_of(address) == presence)

    async def hears(self, true: Callable[[], bool]) -> None:
        """Wait for the presence after which something is true."""
        async with asyncio.timeout(20):
            while not true():
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def present(server: XmppServer, name: str, says: Presence = Presence()) -> AsyncIterator[Contact]:  # noqa: B008
    """`name`, online at `server`."""
    contact = Contact(server, name, says)
    contact.session.start()
    try:
        await contact.until(State.ONLINE)
        await contact.pubsub.is_service(DOMAIN)  # whatever else begins a session is over
        yield contact
    finally:
        await contact.session.stop()


@pytest_asyncio.fixture(autouse=True)
async def contacts(server: XmppServer) -> AsyncIterator[None]:
    """Ann and Bram share their presence with each other. Other programs see to that: here it is written by hand."""
    async with present(server, "ann") as ann, present(server, "bram") as bram:
        for kind in ("subscribe", "subscribed"):
            for one, other in ((ann, BRAM), (bram, ANN)):
                one.session.client.send_raw(f"<presence to='{other}' type='{kind}'/>")
                await one.pubsub._ask("get", one.session.login.jid, ET.Element(f"{{{ROSTER}}}query"))  # handled by now
        await ann.sees(BRAM, Presence())
        await bram.sees(ANN, Presence())
    yield
    async with present(server, "ann") as ann:
        query = ET.Element(f"{{{ROSTER}}}query")
        ET.SubElement(query, f"{{{ROSTER}}}item", jid=BRAM, subscription="remove")
        await ann.pubsub._ask("set", ANN, query)


@ONLY_TCP
async def test_a_contact_who_is_there_is_seen_at_once_and_no_roster_is_asked_for(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    send = Client.send_raw

    def record(client: Client, data: str | bytes) -> None:
        sent.append(str(data))
        send(client, data)

    monkeypatch.setattr(Client, "send_raw", record)
    async with present(server, "bram", BUSY), present(server, "ann") as ann:
        await ann.sees(BRAM, BUSY)
    assert not any(ROSTER in each for each in sent)


@ONLY_TCP
async def test_what_becomes_of_a_contact_is_followed(server: XmppServer) -> None:
    async with present(server, "ann") as ann:
        async with present(server, "bram") as bram:
            await ann.sees(BRAM, Presence())
            bram.say(BUSY)
            await ann.sees(BRAM, BUSY)
            bram.say(Presence())
            await ann.sees(BRAM, Presence())
        await ann.sees(BRAM, None)


async def test_a_meeting_that_runs_is_told_by_each_new_session(server: XmppServer) -> None:
    async with present(server, "bram") as bram:
        for _session in range(2):
            async with present(server, "ann", BUSY):
                await bram.sees(ANN, BUSY)
            await bram.sees(ANN, None)


@ONLY_TCP
async def test_what_another_device_of_ours_says_stays_as_it_is(server: XmppServer) -> None:
    async with present(server, "bram") as bram, present(server, "ann", Presence(Show.AWAY)) as phone:
        await bram.sees(ANN, Presence(Show.AWAY))
        async with present(server, "ann", BUSY) as desk:
            await bram.sees(ANN, BUSY)  # of the two, where she is
            await desk.hears(lambda: desk.session.presences.is_elsewhere(desk.session.jid.resource))
        await bram.sees(ANN, Presence(Show.AWAY))
        await phone.hears(lambda: not phone.session.presences.is_elsewhere(phone.session.jid.resource))


@ONLY_TCP
async def test_who_is_not_connected_knows_of_nobody_and_of_the_same_people_once_the_stream_goes_on(
    server: XmppServer,
) -> None:
    async with present(server, "bram", BUSY), present(server, "ann") as ann:
        await ann.sees(BRAM, BUSY)
        await break_off(ann)
        await ann.sees(BRAM, None)
        ann.session.connect_now()
        await ann.sees(BRAM, BUSY)
        assert ann.resumed == [False, True]


@ONLY_TCP
async def test_what_was_said_into_a_broken_stream_is_said_again(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with present(server, "bram") as bram, present(server, "ann", BUSY) as ann:
        await bram.sees(ANN, BUSY)
        transport = ann.session.client.transport
        assert transport is not None
        lost = asyncio.Event()
        monkeypatch.setattr(transport, "write", lambda _data: lost.set())  # the network is gone, and nobody knows
        ann.say(Presence())
        await lost.wait()
        await break_off(ann)
        ann.session.connect_now()
        await bram.sees(ANN, Presence())
        assert ann.resumed == [False, True]


async def break_off(contact: Contact) -> None:
    """The connection breaks, and the server does not know it yet."""
    contact.session._wait = lambda _attempt: 3600.0
    transport = contact.session.client.transport
    assert transport is not None
    transport.abort()
    await contact.until(State.WAITING)
