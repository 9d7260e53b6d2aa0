"""Personal agendas at a real server (XEP-0163): ours, those of others, and how we announce our interest."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.prosody import DOMAIN
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.introduction import CAPS_NODE, PERSONAL_NODES, verification
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.people import Witness, signed_in
from tests.readers import payload, reading
from tests.servers import XmppServer
from tests.xmpp.test_introduction import INFO, digest

pytestmark = pytest.mark.server

AGENDA = NodeAddress(f"ann@{DOMAIN}", PERSONAL_NODES[0])


@pytest_asyncio.fixture
async def phone(server: XmppServer) -> AsyncIterator[Witness]:
    """Another device of Ann's. No personal agenda is left of hers."""
    async with signed_in(server) as phone:
        yield phone
        try:
            await phone.pubsub.delete(AGENDA)
        except RefusalError as error:
            assert error.cause is Cause.GONE


async def test_c_pep_01_who_asks_gets_what_the_digest_was_made_of(server: XmppServer, phone: Witness) -> None:
    async with signed_in(server) as desk:
        query = ET.Element(f"{{{INFO}}}query", node=f"{CAPS_NODE}#{verification()}")
        answer = await phone.pubsub._ask("get", str(desk.session.jid), query)
    found = answer.find(f"{{{INFO}}}query")
    assert found is not None
    assert digest(found) == verification()


async def test_c_pep_01_the_server_sends_what_we_announced_an_interest_in(server: XmppServer, phone: Witness) -> None:
    await phone.pubsub.publish(AGENDA, "dentist", payload("Dentist"))
    async with signed_in(server) as desk:
        while f"node='{AGENDA.node}'" not in ET.tostring(await desk.messages.get(), encoding="unicode").replace(
            '"', "'"
        ):
            pass


async def test_c_pep_02_our_own_agenda_is_there_after_a_login(
    server: XmppServer, phone: Witness, tmp_path: Path
) -> None:
    await phone.pubsub.publish(AGENDA, "dentist", payload("Dentist"))
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        assert ann.ids(AGENDA) == {"dentist"}
        calendar = ann.calendar(AGENDA)
        assert calendar is not None
        assert calendar.title == "Personal"
        assert ann.told == []


async def test_c_pep_02_our_own_agenda_appears_with_its_first_event(
    server: XmppServer, phone: Witness, tmp_path: Path
) -> None:
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        assert ann.calendar(AGENDA) is None
        await phone.pubsub.publish(AGENDA, "dentist", payload("Dentist"))
        await ann.until(lambda: ann.ids(AGENDA) == {"dentist"})
        assert ann.told == []
        await phone.pubsub.publish(AGENDA, "dentist", payload("Doctor"))
        await ann.until(lambda: ann.told == [("changed", "Doctor")])
        await phone.pubsub.delete(AGENDA)
        ann.link.sync.catch_up()  # not every server tells it
        await ann.until(lambda: ann.told[1:] == [("calendar-removed", "Personal")])
