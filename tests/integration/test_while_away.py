"""What happened at a real server while nobody was looking, and services that come late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.demo.prosody import SERVICE
from c42desktop.sync import sync as sync_module
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.people import Witness, calendar, signed_in
from tests.readers import TOMORROW, payload, reading
from tests.servers import XmppServer

pytestmark = pytest.mark.server

YESTERDAY = datetime.now(UTC) - timedelta(days=1)


async def test_c_sync_01_everything_that_happened_while_away_is_told_once(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    deleted = await calendar(bram, title="Deleted")
    for item_id in ("kept", "moved", "retracted"):
        await bram.pubsub.publish(team, item_id, payload(item_id))
    await bram.pubsub.publish(team, "past", payload("past", YESTERDAY))
    await bram.pubsub.publish(deleted, "a", payload("a"))
    path = tmp_path / "ann.sqlite"
    async with reading(server, path, "vera") as vera:
        await vera.link.sync.subscribe(team)
        await vera.link.sync.subscribe(deleted)
    await bram.pubsub.publish(team, "added", payload("added"))
    await bram.pubsub.publish(team, "moved", payload("moved", TOMORROW + timedelta(hours=2)))
    await bram.pubsub.retract(team, "retracted")
    await bram.pubsub.retract(team, "past")
    await bram.pubsub.delete(deleted)
    async with reading(server, path, "vera") as vera:
        assert sorted(vera.told) == [
            ("added", "added"),
            ("calendar-removed", "Deleted"),
            ("changed", "moved"),
            ("removed", "retracted"),  # and nothing of the past one
        ]
        assert vera.ids(team) == {"kept", "moved", "added"}
        gone = vera.calendar(deleted)
        assert gone is not None
        assert gone.state is CalendarState.REMOVED
    async with reading(server, path, "vera") as vera:
        assert vera.told == []


@pytest.mark.parametrize("what", ["retracted without a word", "pushed out by newer ones"])
async def test_c_sync_01_what_vanished_while_away_is_told_once(
    server: XmppServer, tmp_path: Path, bram: Witness, what: str
) -> None:
    team = await calendar(bram, max_items="2")
    for item_id in ("a", "b"):
        await bram.pubsub.publish(team, item_id, payload(item_id))
    async with reading(server, tmp_path / "vera.sqlite", "vera") as vera:
        await vera.link.sync.subscribe(team)
    if what == "retracted without a word":
        request = f"<retract node='{team.node}'><item id='a'/></retract>"
        bram.session.client.send_raw(
            f"<iq type='set' id='quiet' to='{SERVICE}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>{request}"
            "</pubsub></iq>"
        )
    await bram.pubsub.publish(team, "c", payload("c"))
    for expected in ([("added", "c"), ("removed", "a")], []):
        async with reading(server, tmp_path / "vera.sqlite", "vera") as vera:
            assert sorted(vera.told) == expected
            assert vera.ids(team) == {"b", "c"}


async def test_c_sync_11_a_past_event_that_a_full_calendar_dropped_is_not_called_off(
    server: XmppServer, tmp_path: Path, bram: Witness
) -> None:
    team = await calendar(bram, max_items="2")
    for item_id in ("past", "b"):
        await bram.pubsub.publish(team, item_id, payload(item_id, YESTERDAY if item_id == "past" else TOMORROW))
    async with reading(server, tmp_path / "vera.sqlite", "vera") as vera:
        await vera.link.sync.subscribe(team)
    await bram.pubsub.publish(team, "c", payload("c"))
    async with reading(server, tmp_path / "vera.sqlite", "vera") as vera:
        assert vera.told == [("added", "c")]
        assert vera.ids(team) == {"b", "c"}


async def test_a_title_that_changed_while_away_is_taken_over(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    path = tmp_path / "ann.sqlite"
    async with reading(server, path) as ann:
        await ann.link.sync.subscribe(team)
    configure = (
        f"<iq type='set' id='rename' to='{SERVICE}'><pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>"
        f"<configure node='{team.node}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'>"
        "<value>http://jabber.org/protocol/pubsub#node_config</value></field>"
        "<field var='pubsub#title'><value>Renamed</value></field></x></configure></pubsub></iq>"
    )
    bram.session.client.send_raw(configure)
    assert (await bram.pubsub.metadata(team)).title == "Renamed"
    async with reading(server, path) as ann:
        found = ann.calendar(team)
        assert found is not None
        assert found.title == "Renamed"
        assert ann.changes == []


async def test_a_server_that_comes_back_is_looked_at_again(own_server: XmppServer, tmp_path: Path) -> None:
    async with signed_in(own_server, "bram") as bram:
        team = await calendar(bram, persist_items="1")
    async with reading(own_server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        ann.link.session._wait = lambda _attempt: 0.1
        ann.updates.clear()
        await own_server.stop()
        await own_server.start()
        await ann.until(lambda: ann.synced)
        found = ann.calendar(team)
        assert found is not None
        assert found.state in (CalendarState.ACTIVE, CalendarState.REMOVED)  # as the server kept it


async def test_a_service_that_starts_after_its_server_is_found_without_another_login(
    server: XmppServer, tmp_path: Path, team: NodeAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_module, "LOOK_AGAIN", (0.05, 0.05, 0.05))
    async with signed_in(server) as ann:
        await ann.pubsub.subscribe(team)
    asked = 0
    is_service = PubSub.is_service

    async def not_yet(self: PubSub, jid: str) -> bool:
        nonlocal asked
        asked += 1
        if asked <= 2:
            raise RefusalError("Not now.", Cause.UNREACHABLE, "remote-server-not-found")
        return await is_service(self, jid)

    monkeypatch.setattr(PubSub, "is_service", not_yet)
    async with reading(server, tmp_path / "late.sqlite") as reader:
        assert reader.updates[-1].problem == ""
        await reader.until(lambda: reader.calendar(team))


async def test_a_calendar_that_could_not_be_reached_is_looked_at_again(
    server: XmppServer, tmp_path: Path, team: NodeAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(server, tmp_path / "again.sqlite") as reader:
        await reader.link.sync.subscribe(team)
    monkeypatch.setattr(sync_module, "LOOK_AGAIN", (0.05, 0.05, 0.05))
    subscriptions = PubSub.subscriptions
    refusals = [RefusalError("Not now.", Cause.UNREACHABLE, "remote-server-not-found") for _time in range(5)]

    async def not_yet(self: PubSub, service: str, node: str = "") -> list[Subscription]:
        if refusals:
            raise refusals.pop()
        return await subscriptions(self, service, node)

    monkeypatch.setattr(PubSub, "subscriptions", not_yet)
    async with reading(server, tmp_path / "again.sqlite") as reader:
        await reader.until(lambda: reader.state(team) is CalendarState.ACTIVE)
