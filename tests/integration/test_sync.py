"""From a real server to the store: pushes while online, and everything else at the next login."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import CalendarState
from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.errors import UserError
from c42desktop.sync import sync as sync_module
from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.people import Witness, new_node, signed_in
from tests.readers import TOMORROW, Reader, payload, reading
from tests.servers import XmppServer

pytestmark = pytest.mark.server

# What this Prosody does not answer (see LIST_TIMEOUT) need not be waited for here.
QUICK = 0.5
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture(autouse=True)
def quick_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pubsub_module, "LIST_TIMEOUT", QUICK)


@pytest_asyncio.fixture
async def bram(server: XmppServer) -> AsyncIterator[Witness]:
    """Bram, who owns the calendars."""
    async with signed_in(server, "bram") as publisher:
        yield publisher


@pytest_asyncio.fixture
async def team(bram: Witness) -> NodeAddress:
    """A new calendar of Bram's."""
    return await calendar(bram)


@pytest_asyncio.fixture
async def ann(server: XmppServer, tmp_path: Path, team: NodeAddress) -> AsyncIterator[Reader]:
    """Ann, online and subscribed to the team's calendar."""
    async with reading(server, tmp_path / "ann.sqlite") as reader:
        await reader.link.sync.subscribe(team)
        reader.updates.clear()
        yield reader


@pytest_asyncio.fixture
async def vera(server: XmppServer, tmp_path: Path, team: NodeAddress) -> AsyncIterator[Reader]:
    """Vera, likewise. Her calendars are deleted: from then on this server does not list her subscriptions."""
    async with reading(server, tmp_path / "vera.sqlite", "vera") as reader:
        await reader.link.sync.subscribe(team)
        reader.updates.clear()
        yield reader


async def calendar(bram: Witness, **options: str) -> NodeAddress:
    address = new_node()
    fields = {"pubsub#title": "Team", "pubsub#max_items": "100", "pubsub#access_model": "open"}
    fields["pubsub#notify_delete"] = "1"  # as Prosody always does; ejabberd keeps quiet by default
    await bram.pubsub.create(address, fields | {f"pubsub#{name}": value for name, value in options.items()})
    return address


async def settled(bram: Witness, ann: Reader, team: NodeAddress) -> None:
    """Everything before this has reached Ann: a marker has come after it, and is forgotten again."""
    await bram.pubsub.publish(team, "marker", payload("Marker"))
    await ann.until(lambda: ("added", "Marker") in ann.told)
    ann.updates[:] = [update for update in ann.updates if "marker" not in {ref.item_id for ref in update.items}]


# -- pushes ---------------------------------------------------------------------------------------------------------


async def test_c_pubsub_01_a_new_item_is_stored_and_told_once(bram: Witness, ann: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ann.until(lambda: ann.told)
    await settled(bram, ann, team)
    assert ann.told == [("added", "Review")]
    item = ann.item(team, "a")
    assert item is not None
    assert item.events[0].summary == "Review"
    assert [update.items[0].item_id for update in ann.updates] == ["a"]
    assert [change.summary for change in ann.store.untold()] == ["Review", "Marker"]


async def test_c_pubsub_02_another_payload_is_a_change_that_names_what_changed(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await bram.pubsub.publish(team, "a", payload("Review", TOMORROW + timedelta(hours=1)))
    await ann.until(lambda: len(ann.told) == 2)
    change = ann.changes[1]
    assert (change.kind, [field.name for field in change.fields]) == ("changed", ["start", "end"])
    assert ann.ids(team) == {"a"}


async def test_c_pubsub_03_the_same_in_another_spelling_is_no_news(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ann.until(lambda: ann.told)
    ann.updates.clear()
    await bram.pubsub.publish(team, "a", payload("Review"))
    await bram.pubsub.publish(team, "a", payload("Review", prefix="z"))
    await settled(bram, ann, team)
    assert ann.updates == []


async def test_c_pubsub_05_an_item_without_its_payload_is_fetched(
    server: XmppServer, tmp_path: Path, bram: Witness
) -> None:
    team = await calendar(bram, deliver_payloads="0")
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        await bram.pubsub.publish(team, "a", payload("Review"))
        await ann.until(lambda: ("added", "Review") in ann.told)
        await bram.pubsub.publish(team, "a", payload("Renamed"))
        await ann.until(lambda: ("changed", "Renamed") in ann.told)
        await settled(bram, ann, team)
        assert ann.told == [("added", "Review"), ("changed", "Renamed")]


async def test_c_pubsub_06_a_retraction_removes_and_is_told(bram: Witness, ann: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await bram.pubsub.retract(team, "a")
    await settled(bram, ann, team)
    assert ann.told == [("added", "Review"), ("removed", "Review")]
    assert ann.item(team, "a") is None


async def test_c_pubsub_07_a_purge_empties_that_calendar_only_and_is_told_once(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    other = await calendar(bram)
    await ann.link.sync.subscribe(other)
    for item_id in "ab":
        await bram.pubsub.publish(team, item_id, payload("Review"))
    await bram.pubsub.publish(other, "a", payload("Elsewhere"))
    await ann.until(lambda: len(ann.told) == 3)
    await bram.pubsub.purge(team)
    await settled(bram, ann, team)
    assert ann.told[3:] == [("calendar-emptied", "Team")]
    assert ann.ids(team) == {"marker"}
    assert ann.ids(other) == {"a"}


async def test_c_pubsub_08_a_deleted_calendar_stays_in_the_list_and_says_so(
    bram: Witness, vera: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await vera.until(lambda: vera.told)
    await bram.pubsub.delete(team)
    await vera.until(lambda: len(vera.told) == 2)
    assert vera.told[1] == ("calendar-removed", "Team")
    assert vera.ids(team) == set()
    found = vera.calendar(team)
    assert found is not None
    assert (found.state, found.problem) == (CalendarState.REMOVED, "This calendar was deleted by its owner.")

    await bram.pubsub.create(team, {"pubsub#title": "Team", "pubsub#max_items": "100"})
    await bram.pubsub.publish(team, "b", payload("Retro"))
    await vera.link.sync.subscribe(team)
    assert vera.ids(team) == {"b"}
    assert len(vera.told) == 2


async def test_c_pubsub_08_a_deletion_that_nobody_was_told_of_shows_at_the_next_look(
    bram: Witness, vera: Reader, team: NodeAddress
) -> None:
    """ejabberd tells nobody by default. Where the service does, this is told once all the same."""
    quiet = await calendar(bram, title="Quiet", notify_delete="0")
    await vera.link.sync.subscribe(quiet)
    await bram.pubsub.publish(quiet, "a", payload("Review"))
    await vera.until(lambda: vera.told)
    await bram.pubsub.delete(quiet)
    vera.updates.clear()
    vera.link.sync.catch_up()
    await vera.until(lambda: vera.synced)
    assert _state(vera, quiet) is CalendarState.REMOVED
    assert vera.ids(quiet) == set()
    assert [change.summary for change in vera.store.untold()] == ["Review", "Quiet"]


async def test_c_pubsub_13_the_same_id_in_two_calendars_is_two_items(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    other = await calendar(bram)
    await ann.link.sync.subscribe(other)
    await bram.pubsub.publish(team, "same", payload("Here"))
    await bram.pubsub.publish(other, "same", payload("There"))
    await bram.pubsub.retract(team, "same")
    await ann.until(lambda: len(ann.told) == 3)
    assert ann.item(team, "same") is None
    assert ann.item(other, "same") is not None


async def test_c_pay_17_what_cannot_be_read_becomes_a_row_that_keeps_it(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    strange = ET.fromstring("<thing xmlns='urn:example:thing'><inside a='1'>text</inside></thing>")
    await bram.pubsub.publish(team, "strange", strange)
    await ann.until(lambda: ann.item(team, "strange"))
    item = ann.item(team, "strange")
    assert item is not None
    assert "urn:example:thing" in item.payload
    assert "text" in item.payload
    assert item.events[0].problem


@pytest.mark.parametrize("item_id", ["two words", "emoji 🗓", "a/b?c=d&e", "x" * 900, "<b>'\"&amp;"])
async def test_c_pubsub_21_any_item_id_survives_push_and_retraction(
    bram: Witness, ann: Reader, team: NodeAddress, item_id: str
) -> None:
    await bram.pubsub.publish(team, item_id, payload("Review"))
    await ann.until(lambda: ann.item(team, item_id))
    await bram.pubsub.retract(team, item_id)
    await ann.until(lambda: not ann.ids(team))


async def test_c_sec_01_a_strangers_event_changes_nothing(
    server: XmppServer, bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ann.until(lambda: ann.told)
    forged = (
        f"<message to='{ann.link.jid}' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'>"
        f"<items node='{team.node}'><retract id='a'/><item id='forged'/></items></event></message>"
    )
    async with signed_in(server, "vera") as vera:
        vera.session.client.send_raw(forged)
        vera.session.client.send_raw(forged.replace("<items", f"<delete node='{team.node}'/><items"))
        await vera.pubsub.services()  # both have been delivered once this is answered
    await settled(bram, ann, team)
    assert ann.told == [("added", "Review")]
    assert ann.ids(team) == {"a", "marker"}


# -- subscribing ----------------------------------------------------------------------------------------------------


async def test_c_sub_01_a_new_calendar_is_active_and_its_first_items_are_no_news(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    for number in range(60):
        await bram.pubsub.publish(team, f"i{number}", payload(f"Event {number}"))
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        found = ann.calendar(team)
        assert found is not None
        assert (found.title, found.state, found.problem) == ("Team", CalendarState.ACTIVE, "")
        assert len(ann.ids(team)) == 60
        assert ann.changes == [], "C-SYNC-05"
        subscribed = await ann.link.pubsub.subscriptions(SERVICE)
        assert (team, "subscribed") in [(each.address, each.state) for each in subscribed]


async def test_c_pubsub_18_the_last_item_sent_again_is_no_news(bram: Witness, ann: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ann.until(lambda: ann.told)
    ann.updates.clear()
    await ann.link.pubsub.subscribe(team)
    await ann.link.sync.subscribe(team)
    await settled(bram, ann, team)
    assert ann.changes == []


async def test_c_pubsub_18_the_last_item_sent_again_at_a_login_is_no_news(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    """ejabberd sends it at each login, to a new profile before that has asked what there is."""
    await bram.pubsub.publish(team, "a", payload("Review"))
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
    for path in ("ann.sqlite", "new.sqlite"):
        async with reading(server, tmp_path / path) as ann:
            await settled(bram, ann, team)
            assert ann.changes == []
            await bram.pubsub.retract(team, "marker")


async def test_c_sub_06_a_calendar_that_the_service_has_forgotten_is_subscribed_again(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
        await ann.link.pubsub.unsubscribe(team)  # behind the program's back
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        assert team in [each.address for each in await ann.link.pubsub.subscriptions(SERVICE)]
        await bram.pubsub.publish(team, "a", payload("Review"))
        await ann.until(lambda: ann.told == [("added", "Review")])


async def test_c_sub_06_a_subscription_that_is_listed_is_not_asked_for_again(
    server: XmppServer, tmp_path: Path, team: NodeAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        await ann.link.sync.subscribe(team)
    asked: list[NodeAddress] = []
    subscribe = PubSub.subscribe

    async def record(self: PubSub, address: NodeAddress) -> Subscription:
        asked.append(address)
        return await subscribe(self, address)

    monkeypatch.setattr(PubSub, "subscribe", record)
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        assert asked == []
        assert _state(ann, team) is CalendarState.ACTIVE


async def test_c_sub_15_a_subscription_made_elsewhere_shows_as_a_calendar(
    server: XmppServer, tmp_path: Path, bram: Witness, team: NodeAddress
) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    async with signed_in(server, "ann") as phone:
        await phone.pubsub.subscribe(team)
    async with reading(server, tmp_path / "ann.sqlite") as ann:
        found = ann.calendar(team)
        assert found is not None
        assert found.title == "Team"
        assert ann.ids(team) == {"a"}
        assert [change for change in ann.changes if change.calendar.node == team.node] == []


async def test_c_sub_08_unsubscribing_forgets_the_calendar(bram: Witness, ann: Reader, team: NodeAddress) -> None:
    await bram.pubsub.publish(team, "a", payload("Review"))
    await ann.until(lambda: ann.told)
    await ann.link.sync.unsubscribe(ann.ref(team))
    assert ann.calendar(team) is None
    assert ann.updates[-1].calendars
    assert [ref.item_id for ref in ann.updates[-1].items] == ["a"]
    assert team not in [each.address for each in await ann.link.pubsub.subscriptions(SERVICE)]


async def test_c_sub_08_unsubscribing_from_what_is_gone_works_too(
    bram: Witness, vera: Reader, team: NodeAddress
) -> None:
    await bram.pubsub.delete(team)
    await vera.until(lambda: vera.told)
    await vera.link.sync.unsubscribe(vera.ref(team))
    assert vera.calendar(team) is None


async def test_c_disc_01_who_is_no_calendar_service_is_named(ann: Reader) -> None:
    with pytest.raises(UserError, match=f"^{DOMAIN} is no calendar service.$") as caught:
        await ann.link.sync.subscribe(NodeAddress(DOMAIN, "team"))
    assert caught.value.field == "uri"
    with pytest.raises(UserError) as caught:
        await ann.link.sync.subscribe(NodeAddress(f"nobody.{DOMAIN}", "team"))
    assert f"nobody.{DOMAIN}" in str(caught.value)


async def test_a_calendar_that_does_not_exist_is_named_and_not_added(ann: Reader) -> None:
    missing = new_node()
    with pytest.raises(RefusalError, match="There is no such calendar") as caught:
        await ann.link.sync.subscribe(missing)
    assert caught.value.cause is Cause.GONE
    assert ann.calendar(missing) is None


async def test_a_closed_calendar_is_explained(bram: Witness, ann: Reader, server: XmppServer) -> None:
    closed = await calendar(bram, access_model="whitelist")
    # Prosody says no more than "forbidden", ejabberd says "closed-node".
    why = "You have no access to this calendar" if isinstance(server, Prosody) else "is by invitation only"
    with pytest.raises(RefusalError, match=why):
        await ann.link.sync.subscribe(closed)
    assert ann.calendar(closed) is None


# -- while away -----------------------------------------------------------------------------------------------------


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
            ("removed", "retracted"),  # and nothing of the past one: C-SYNC-11
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
        await reader.until(lambda: _state(reader, team) is CalendarState.ACTIVE)


def _state(reader: Reader, address: NodeAddress) -> CalendarState | None:
    calendar = reader.calendar(address)
    return calendar.state if calendar else None


async def test_c_sub_07_a_new_profile_finds_its_calendars_whatever_the_service_lists(
    own_server: XmppServer, tmp_path: Path
) -> None:
    """Prosody does not list anybody's subscriptions any more once a calendar of theirs was deleted; ejabberd does."""
    async with signed_in(own_server, "bram") as bram, signed_in(own_server) as ann:
        kept, gone = await calendar(bram), await calendar(bram)
        for address in (kept, gone):
            await ann.pubsub.subscribe(address)
        await bram.pubsub.delete(gone)
        if isinstance(own_server, Prosody):
            with pytest.raises(RefusalError):
                await ann.pubsub.subscriptions(SERVICE)
        else:
            assert [each.address for each in await ann.pubsub.subscriptions(SERVICE)] == [kept]
    async with reading(own_server, tmp_path / "new.sqlite") as reader:
        assert _state(reader, kept) is CalendarState.ACTIVE
        assert reader.calendar(gone) is None
