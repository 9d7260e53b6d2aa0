"""What owners do with their calendars, at real servers: settings, people, requests, the end.

Prosody 0.12 knows two ways to let people in at its service (open, whitelist), ejabberd knows all. ejabberd does not
list who waits, but says it once more when it is asked to.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.xmpp import approvals
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.approvals import AccessRequest
from c42desktop.xmpp.pubsub_owner import Owner, Part, Subscriber
from c42desktop.xmpp.refusals import RefusalError
from c42desktop.xmpp.roster import Contact, Roster
from tests.integration.ways import ONLY_TCP
from tests.people import Witness, calendar, signed_in
from tests.readers import payload, reading
from tests.servers import Reached

pytestmark = [pytest.mark.server, ONLY_TCP]

ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"


async def request_to(owner: Witness) -> AccessRequest:
    async with asyncio.timeout(10):
        while True:
            found = approvals.parse(await owner.messages.get(), SERVICE)
            if found is not None:
                return found


async def test_settings_are_changed_one_by_one(bram: Witness, team: NodeAddress) -> None:
    owner = Owner(bram.session)
    await owner.configure(team, {"pubsub#title": "Plan", "pubsub#description": "What we do"})
    node = await bram.pubsub.metadata(team)
    assert (node.title, node.description, node.access_model) == ("Plan", "What we do", "open")
    await owner.configure(team, {"pubsub#access_model": "whitelist"})
    fields = await owner.configuration(team)
    assert fields["pubsub#title"] == ["Plan"]
    assert fields["pubsub#access_model"] == ["whitelist"]
    assert fields["pubsub#max_items"] == ["100"]


async def test_people_get_a_part_and_lose_it(bram: Witness, team: NodeAddress) -> None:
    owner = Owner(bram.session)
    for affiliation in ("member", "publisher", "publish-only", "outcast"):
        await owner.set_part(team, Part(ANN, affiliation))
        assert set(await owner.parts(team)) == {Part(BRAM, "owner"), Part(ANN, affiliation)}
    await owner.set_part(team, Part(ANN, "none"))
    assert await owner.parts(team) == (Part(BRAM, "owner"),)


async def test_subscribers_are_listed_and_sent_away(server: Reached, bram: Witness, team: NodeAddress) -> None:
    owner = Owner(bram.session)
    await owner.set_subscription(team, ANN, "subscribed")
    assert await owner.subscribers(team) == (Subscriber(ANN, "subscribed"),)
    await owner.set_subscription(team, ANN, "none")
    assert await owner.subscribers(team) == ()


async def test_a_subscription_to_one_calendar_is_found(bram: Witness, team: NodeAddress) -> None:
    """ejabberd does not say again which calendar it was asked about."""
    await bram.pubsub.subscribe(team)
    found = await bram.pubsub.subscriptions(SERVICE, team.node)
    assert [(each.address, each.state) for each in found] == [(team, "subscribed")]
    await bram.pubsub.unsubscribe(team, found[0].subid)


async def test_who_owns_nothing_may_do_nothing(server: Reached, bram: Witness, team: NodeAddress) -> None:
    async with signed_in(server, "ann") as ann:
        owner = Owner(ann.session)
        for asked in (owner.parts(team), owner.configuration(team), owner.set_part(team, Part(ANN, "owner"))):
            with pytest.raises(RefusalError, match="no access"):
                await asked
        with pytest.raises(RefusalError):
            await ann.pubsub.delete(team)


async def test_contacts_are_asked_for(server: Reached) -> None:
    async with signed_in(server, "ann") as ann:
        assert set(await Roster(ann.session).contacts()) <= {Contact(f"vera@{DOMAIN}"), Contact(BRAM)}


@pytest.mark.parametrize("allow", [True, False])
async def test_who_asks_to_be_let_in_gets_the_owners_answer(
    server: Reached, tmp_path: Path, bram: Witness, allow: bool
) -> None:
    if isinstance(server.server, Prosody):
        with pytest.raises(RefusalError):  # it has no such calendars
            await calendar(bram, access_model="authorize")
        return
    team = await calendar(bram, access_model="authorize")
    await bram.pubsub.publish(team, "a", payload("Review"))
    owner = Owner(bram.session)
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        assert ann.state(team) is CalendarState.PENDING
        assert await request_to(bram) == AccessRequest(team, ANN)
        await owner.repeat_requests(team)
        assert await request_to(bram) == AccessRequest(team, ANN)
        await owner.answer_request(team, ANN, allow=allow)
        await ann.until(lambda: ann.state(team) is (CalendarState.ACTIVE if allow else CalendarState.REMOVED))
        await ann.until(lambda: ann.ids(team) == ({"a"} if allow else set()))


async def test_a_request_is_withdrawn(server: Reached, tmp_path: Path, bram: Witness) -> None:
    if isinstance(server.server, Prosody):
        return
    team = await calendar(bram, access_model="authorize")
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        await ann.link.sync.unsubscribe(ann.ref(team))
        assert ann.calendar(team) is None
        assert team not in [each.address for each in await ann.link.pubsub.subscriptions(SERVICE)]


async def test_who_deletes_a_calendar_is_told_nothing(server: Reached, tmp_path: Path, bram: Witness) -> None:
    team = await calendar(bram)
    async with reading(server, tmp_path / "bram.sqlite", "bram") as owner:
        await owner.link.sync.subscribe(team)
        await owner.link.sync.delete(owner.ref(team))
        assert owner.calendar(team) is None
        with pytest.raises(RefusalError, match="no such calendar"):
            await owner.link.owner.parts(team)
        await owner.link.sync.delete(owner.ref(team))  # once more is no fault
        assert owner.told == []


async def test_a_calendar_at_ones_own_account_is_found_by_every_device(server: Reached, tmp_path: Path) -> None:
    async with reading(server, tmp_path / "one.sqlite", "vera") as one:
        own = NodeAddress(one.link.jid, "urn:xmpp:calendar-events:0/7c1a")
        await one.link.pubsub.create(own, {"pubsub#title": "Garden", "pubsub#access_model": "whitelist"})
        try:
            await one.link.sync.subscribe(own)
            async with reading(server, tmp_path / "two.sqlite", "vera") as two:
                found = two.calendar(own)
                assert found is not None
                assert found.title == "Garden"
                assert two.told == []
                await one.link.pubsub.publish(own, "a", payload("Mowing"))
                await two.until(lambda: two.ids(own) == {"a"})
        finally:
            await one.link.sync.delete(one.ref(own))
