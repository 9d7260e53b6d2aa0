"""From a real server to the store: what is pushed while online."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import timedelta
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.xmpp.address import NodeAddress
from tests.people import Witness, calendar, signed_in
from tests.readers import TOMORROW, Reader, payload, reading, settled
from tests.servers import XmppServer

pytestmark = pytest.mark.server


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
    assert vera.state(quiet) is CalendarState.REMOVED
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
