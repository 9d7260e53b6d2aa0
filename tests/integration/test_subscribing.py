"""Calendars of a real server that are added, found, refused and left."""

from __future__ import annotations

from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.people import Witness, calendar, new_node, signed_in
from tests.readers import Reader, payload, reading, settled
from tests.servers import Reached, XmppServer

pytestmark = pytest.mark.server


async def test_c_sub_01_a_new_calendar_is_active_and_its_first_items_are_no_news(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    for number in range(60):
        await bram.pubsub.publish(team, f"i{number}", payload(f"Event {number}"))
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        await ruth.link.sync.subscribe(team)
        found = ruth.calendar(team)
        assert found is not None
        assert (found.title, found.state, found.problem) == ("Team", CalendarState.ACTIVE, "")
        assert len(ruth.ids(team)) == 60
        assert ruth.changes == []
        subscribed = await ruth.link.pubsub.subscriptions(SERVICE)
        assert (team, "subscribed") in [(each.address, each.state) for each in subscribed]


async def test_c_sync_05_what_was_there_before_is_no_news(bram: Witness, ruth: Reader) -> None:
    other = await calendar(bram)
    for item_id in "abc":
        await bram.pubsub.publish(other, item_id, payload("Review"))
    await ruth.link.sync.subscribe(other)
    await settled(bram, ruth, other)
    assert ruth.ids(other) == {"a", "b", "c", "marker"}
    assert ruth.changes == []


async def test_c_pubsub_18_the_last_item_sent_again_is_no_news(bram: Witness, ruth: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ruth.until(lambda: ruth.told)
    ruth.updates.clear()
    await ruth.link.pubsub.subscribe(team)
    await ruth.link.sync.subscribe(team)
    await settled(bram, ruth, team)
    assert ruth.changes == []


async def test_c_pubsub_18_the_last_item_sent_again_at_a_login_is_no_news(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    """ejabberd sends it at each login, to a new profile before that has asked what there is."""
    await bram.pubsub.publish(team, "a", payload("Review"))
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        await ruth.link.sync.subscribe(team)
    for path in ("ruth.sqlite", "new.sqlite"):
        async with reading(server, tmp_path / path, "ruth") as ruth:
            await settled(bram, ruth, team)
            assert ruth.changes == []
            await bram.pubsub.retract(team, "marker")


async def test_c_sub_06_a_calendar_that_the_service_has_forgotten_is_subscribed_again(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        await ruth.link.sync.subscribe(team)
        await ruth.link.pubsub.unsubscribe(team)  # behind the program's back
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        assert team in [each.address for each in await ruth.link.pubsub.subscriptions(SERVICE)]
        await bram.pubsub.publish(team, "a", payload("Review"))
        await ruth.until(lambda: ruth.told == [("added", "Review")])


async def test_c_sub_06_a_subscription_that_is_listed_is_not_asked_for_again(
    server: XmppServer, tmp_path: Path, team: NodeAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        await ruth.link.sync.subscribe(team)
    asked: list[NodeAddress] = []
    subscribe = PubSub.subscribe

    async def record(self: PubSub, address: NodeAddress) -> Subscription:
        asked.append(address)
        return await subscribe(self, address)

    monkeypatch.setattr(PubSub, "subscribe", record)
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        assert asked == []
        assert ruth.state(team) is CalendarState.ACTIVE


async def test_c_sub_15_a_subscription_made_elsewhere_shows_as_a_calendar(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    async with signed_in(server, "ruth") as phone:
        await phone.pubsub.subscribe(team)
    async with reading(server, tmp_path / "ruth.sqlite", "ruth") as ruth:
        found = ruth.calendar(team)
        assert found is not None
        assert found.title == "Team"
        assert ruth.ids(team) == {"a"}
        assert [change for change in ruth.changes if change.calendar.node == team.node] == []


async def test_c_sub_08_unsubscribing_forgets_the_calendar(bram: Witness, ruth: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ruth.until(lambda: ruth.told)
    await ruth.link.sync.unsubscribe(ruth.ref(team))
    assert ruth.calendar(team) is None
    assert ruth.updates[-1].calendars
    assert [ref.item_id for ref in ruth.updates[-1].items] == ["a"]
    assert team not in [each.address for each in await ruth.link.pubsub.subscriptions(SERVICE)]


async def test_c_sub_08_unsubscribing_from_what_is_gone_works_too(
    bram: Witness, vera: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.delete(team)
    await vera.until(lambda: vera.told)
    await vera.link.sync.unsubscribe(vera.ref(team))
    assert vera.calendar(team) is None


async def test_c_disc_01_who_is_no_calendar_service_is_named(ruth: Reader) -> None:
    with pytest.raises(UserError, match=f"^{DOMAIN} is no calendar service.$") as caught:
        await ruth.link.sync.subscribe(NodeAddress(DOMAIN, "team"))
    assert caught.value.field == "uri"
    with pytest.raises(UserError) as caught:
        await ruth.link.sync.subscribe(NodeAddress(f"nobody.{DOMAIN}", "team"))
    assert f"nobody.{DOMAIN}" in str(caught.value)


async def test_a_calendar_that_does_not_exist_is_named_and_not_added(ruth: Reader) -> None:
    missing = new_node()
    with pytest.raises(RefusalError, match="There is no such calendar") as caught:
        await ruth.link.sync.subscribe(missing)
    assert caught.value.cause is Cause.GONE
    assert ruth.calendar(missing) is None


async def test_a_closed_calendar_is_explained(bram: Witness, ruth: Reader, server: Reached) -> None:
    closed = await calendar(bram, access_model="whitelist")
    # Prosody says no more than "forbidden", ejabberd says "closed-node".
    why = "You have no access to this calendar" if isinstance(server.server, Prosody) else "is by invitation only"
    with pytest.raises(RefusalError, match=why):
        await ruth.link.sync.subscribe(closed)
    assert ruth.calendar(closed) is None


async def test_c_sub_07_a_new_profile_finds_its_calendars_whatever_the_service_lists(
    own_server: XmppServer, tmp_path: Path
) -> None:
    """Prosody does not list anybody's subscriptions any more once a calendar of theirs was deleted; ejabberd does."""
    async with signed_in(own_server, "bram") as bram, signed_in(own_server, "ruth") as ruth:
        kept, gone = await calendar(bram), await calendar(bram)
        for address in (kept, gone):
            await ruth.pubsub.subscribe(address)
        await bram.pubsub.delete(gone)
        if isinstance(own_server, Prosody):
            with pytest.raises(RefusalError):
                await ruth.pubsub.subscriptions(SERVICE)
        else:
            assert [each.address for each in await ruth.pubsub.subscriptions(SERVICE)] == [kept]
    async with reading(own_server, tmp_path / "new.sqlite", "ruth") as reader:
        assert reader.state(kept) is CalendarState.ACTIVE
        assert reader.calendar(gone) is None
