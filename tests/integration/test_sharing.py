"""Calendars that Bram gives Ann and takes away from her, at real servers.

ejabberd tells who is subscribed by somebody else, Prosody does not; neither tells of affiliations, and both go on
sending what is published to those who may not read it any more.
"""

from __future__ import annotations

import contextlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import OWNER_NS
from c42desktop.xmpp.refusals import RefusalError
from tests.integration.ways import ONLY_TCP
from tests.people import Witness, calendar, signed_in
from tests.readers import payload, reading
from tests.servers import Reached, XmppServer

pytestmark = pytest.mark.server

ANN = f"ann@{DOMAIN}"


async def decide(owner: Witness, calendar: NodeAddress, what: str, value: str) -> None:
    """The owner decides about Ann's "subscription" or "affiliation" (XEP-0060 §8.8–8.9)."""
    query = ET.Element(f"{{{OWNER_NS}}}pubsub")
    outer = ET.SubElement(query, f"{{{OWNER_NS}}}{what}s", node=calendar.node)
    ET.SubElement(outer, f"{{{OWNER_NS}}}{what}", {"jid": ANN, what: value})
    with contextlib.suppress(RefusalError):  # Prosody 0.12 says so, and does it
        await owner.pubsub._ask("set", SERVICE, query)


# On servers of their own: where another test has left a session of Ann's, she may have added it there.


async def test_a_calendar_shared_while_away_is_told_once(own_server: XmppServer, tmp_path: Path) -> None:
    path = tmp_path / "ann.sqlite"
    async with signed_in(own_server, "bram") as bram:
        team = await calendar(bram)
        async with reading(own_server, path):
            pass
        await bram.pubsub.publish(team, "a", payload("Review"))
        await decide(bram, team, "subscription", "subscribed")
        for expected in ([("calendar-shared", "Team")], []):
            async with reading(own_server, path) as ann:
                assert ann.told == expected
                assert ann.ids(team) == {"a"}


async def test_a_calendar_shared_while_online_is_told_at_the_latest_by_the_next_look(
    own_server: XmppServer, tmp_path: Path
) -> None:
    async with signed_in(own_server, "bram") as bram, reading(own_server, tmp_path / "ann.sqlite") as ann:
        team = await calendar(bram)
        await decide(bram, team, "subscription", "subscribed")
        if isinstance(own_server, Prosody):
            ann.link.sync.catch_up()
        await ann.until(lambda: ann.told == [("calendar-shared", "Team")])


@ONLY_TCP
async def test_what_was_added_on_another_device_is_no_news(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    async with signed_in(server) as phone, reading(server, tmp_path / "ann.sqlite") as ann:
        await phone.pubsub.subscribe(team)
        ann.link.sync.catch_up()
        await ann.until(lambda: ann.calendar(team))
        assert ann.told == []


@ONLY_TCP
async def test_a_subscription_that_its_owner_ended_is_told_once(server: Reached, tmp_path: Path, bram: Witness) -> None:
    team = await calendar(bram, access_model="whitelist")
    path = tmp_path / "ann.sqlite"
    await decide(bram, team, "affiliation", "member")
    async with reading(server, path) as ann:
        await ann.link.sync.subscribe(team)
        ann.updates.clear()
        await decide(bram, team, "affiliation", "none")
        await decide(bram, team, "subscription", "none")
        if isinstance(server.server, Prosody):
            ann.link.sync.catch_up()
        await ann.until(lambda: ann.told == [("calendar-withdrawn", "Team")])
    async with reading(server, path) as ann:
        assert ann.told == []
        assert ann.state(team) in (CalendarState.REMOVED, CalendarState.UNREACHABLE)


@ONLY_TCP
async def test_who_becomes_an_outcast_is_told_once_though_still_subscribed(
    server: XmppServer, tmp_path: Path, bram: Witness
) -> None:
    team = await calendar(bram)
    path = tmp_path / "ann.sqlite"
    async with reading(server, path) as ann:
        await ann.link.sync.subscribe(team)
    await decide(bram, team, "affiliation", "outcast")
    for expected in ([("calendar-withdrawn", "Team")], []):
        async with reading(server, path) as ann:
            assert ann.told == expected
            assert ann.state(team) is CalendarState.UNREACHABLE
    await decide(bram, team, "affiliation", "member")
    async with reading(server, path) as ann:
        assert ann.told == []
        assert ann.state(team) is CalendarState.ACTIVE
