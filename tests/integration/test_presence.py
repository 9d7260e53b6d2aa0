"""Presence at a real server: ours as contacts see it, theirs as it reaches us, without ever asking for a roster."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from pytestqt.qtbot import QtBot

from c42desktop.app import Application
from c42desktop.calendar.model import ItemRef
from c42desktop.calendar.payloads import to_ics_payload
from c42desktop.demo.prosody import DOMAIN
from c42desktop.notify.native import RecordingNotifier
from c42desktop.preferences import Preferences
from c42desktop.presence import Presence, Show
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.ui.people import PersonRow
from c42desktop.xmpp.login import State
from tests.conftest import PASSWORDS
from tests.integration.ways import ONLY_TCP
from tests.people import Witness, all_that_is_sent, calendar, end_subscriptions, login_at
from tests.servers import XmppServer

pytestmark = pytest.mark.server

NINA, OTTO = f"nina@{DOMAIN}", f"otto@{DOMAIN}"
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
    """Nina and Otto share their presence with each other. Other programs see to that: here it is written by hand."""
    async with present(server, "nina") as nina, present(server, "otto") as otto:
        for kind in ("subscribe", "subscribed"):
            for one, other in ((nina, OTTO), (otto, NINA)):
                one.session.client.send_raw(f"<presence to='{other}' type='{kind}'/>")
                await one.pubsub._ask("get", one.session.login.jid, ET.Element(f"{{{ROSTER}}}query"))  # handled by now
        await nina.sees(OTTO, Presence())
        await otto.sees(NINA, Presence())
    yield
    async with present(server, "nina") as nina:
        query = ET.Element(f"{{{ROSTER}}}query")
        ET.SubElement(query, f"{{{ROSTER}}}item", jid=OTTO, subscription="remove")
        await nina.pubsub._ask("set", NINA, query)


@ONLY_TCP
async def test_a_contact_who_is_there_is_seen_at_once_and_no_roster_is_asked_for(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = all_that_is_sent(monkeypatch)
    async with present(server, "otto", BUSY), present(server, "nina") as nina:
        await nina.sees(OTTO, BUSY)
    assert not any(ROSTER in each for each in sent)


@ONLY_TCP
async def test_what_becomes_of_a_contact_is_followed(server: XmppServer) -> None:
    async with present(server, "nina") as nina:
        async with present(server, "otto") as otto:
            await nina.sees(OTTO, Presence())
            otto.say(BUSY)
            await nina.sees(OTTO, BUSY)
            otto.say(Presence())
            await nina.sees(OTTO, Presence())
        await nina.sees(OTTO, None)


async def test_a_meeting_that_runs_is_told_by_each_new_session(server: XmppServer) -> None:
    async with present(server, "otto") as otto:
        for _session in range(2):
            async with present(server, "nina", BUSY):
                await otto.sees(NINA, BUSY)
            await otto.sees(NINA, None)


@ONLY_TCP
async def test_what_another_device_of_ours_says_stays_as_it_is(server: XmppServer) -> None:
    async with present(server, "otto") as otto, present(server, "nina", Presence(Show.AWAY)) as phone:
        await otto.sees(NINA, Presence(Show.AWAY))
        async with present(server, "nina", BUSY) as desk:
            await otto.sees(NINA, BUSY)  # of the two, where she is
            await desk.hears(lambda: desk.session.presences.is_elsewhere(desk.session.jid.resource))
        await otto.sees(NINA, Presence(Show.AWAY))
        await phone.hears(lambda: not phone.session.presences.is_elsewhere(phone.session.jid.resource))


@ONLY_TCP
async def test_who_is_not_connected_knows_of_nobody_and_of_the_same_people_once_the_stream_goes_on(
    server: XmppServer,
) -> None:
    async with present(server, "otto", BUSY), present(server, "nina") as nina:
        await nina.sees(OTTO, BUSY)
        await break_off(nina)
        await nina.sees(OTTO, None)
        nina.session.connect_now()
        await nina.sees(OTTO, BUSY)
        assert nina.resumed == [False, True]


@ONLY_TCP
async def test_what_was_said_into_a_broken_stream_is_said_again(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with present(server, "otto") as otto, present(server, "nina", BUSY) as nina:
        await otto.sees(NINA, BUSY)
        transport = nina.session.client.transport
        assert transport is not None
        lost = asyncio.Event()
        monkeypatch.setattr(transport, "write", lambda _data: lost.set())  # the network is gone, and nobody knows
        nina.say(Presence())
        await lost.wait()
        await break_off(nina)
        nina.session.connect_now()
        await otto.sees(NINA, Presence())
        assert nina.resumed == [False, True]


MEETING = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:review\r\nSUMMARY:Design review\r\n"
    "DTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDTEND:{end:%Y%m%dT%H%M%SZ}\r\nORGANIZER:mailto:{organizer}\r\n"
    "ATTENDEE:mailto:{attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@asynccontextmanager
async def program(server: XmppServer, folder: Path) -> AsyncIterator[Application]:
    """Nina's, which tells what it is that keeps her busy."""
    profile = find_profile(str(folder))
    Settings(profile.settings).put_account(Account(login_at(server, "nina"), ask_password=True))
    store = Store(profile.store)
    made = Application(profile, store, notifier=RecordingNotifier(), passwords={NINA: PASSWORDS["nina"]})
    made.presence._preferences = lambda: Preferences(publish_presence=True, presence_title=True)
    made.accounts.start()
    try:
        yield made
    finally:
        await made._leave()
        store.close()


async def said(application: Application, *people: str) -> None:
    """Wait until the details say this of the people."""
    names: tuple[str, ...] = ()
    try:
        async with asyncio.timeout(5):
            while names != people:
                await asyncio.sleep(0.02)
                rows = application.window.details.findChildren(PersonRow, "person")
                names = tuple(row.accessibleName() for row in rows)
    except TimeoutError:
        raise AssertionError(f"still {names}") from None


@ONLY_TCP
async def test_a_meeting_on_the_server_is_seen_by_a_contact_whose_own_presence_is_seen_in_it(
    server: XmppServer, tmp_path: Path, qtbot: QtBot
) -> None:
    now = datetime.now(UTC)
    times = {"start": now - timedelta(minutes=10), "end": now + timedelta(hours=1)}
    async with present(server, "otto", Presence(Show.AWAY)) as otto:
        team = await calendar(otto)
        async with program(server, tmp_path) as application:
            await otto.sees(NINA, Presence())
            while (link := application.accounts.link_of(NINA)) is None:
                await asyncio.sleep(0.02)
            ref = await link.sync.subscribe(team)
            text = MEETING.format(**times, organizer=NINA, attendee=OTTO)
            await otto.pubsub.publish(team, "review", to_ics_payload(text))
            await otto.hears(lambda: otto.session.presence_of(NINA) != Presence())
            seen = otto.session.presence_of(NINA)
            assert seen is not None
            assert seen.show is Show.DND
            assert seen.status.startswith("Design review until ")
            assert application.window.open_item(ItemRef(ref, "review"))
            await said(application, f"You, Organiser, busy – {seen.status}", f"{OTTO}, No answer, away")
            await otto.pubsub.retract(team, "review")
            await otto.sees(NINA, Presence())
        await end_subscriptions(otto, "nina")


async def break_off(contact: Contact) -> None:
    """The connection breaks, and the server does not know it yet."""
    contact.session._wait = lambda _attempt: 3600.0
    transport = contact.session.client.transport
    assert transport is not None
    transport.abort()
    await contact.until(State.WAITING)
