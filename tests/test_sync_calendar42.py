"""What Calendar42 publishes, from the push to the store: what it removes, what is older, what an update can read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path
from time import monotonic
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import pytest_asyncio

from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.payloads import Format
from c42desktop.calendar.words import sentence, tell
from c42desktop.slices import SLICE
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Anew, Update
from c42desktop.sync.items import digest_of
from c42desktop.xmpp.address import NodeAddress
from tests.readers import payload
from tests.scene import ANN, SERVICE, TEAM, Scene, item, names, scene_in

ROW = "SELECT count(*) FROM item WHERE decoder < ?"


def c42(token: int, title: str = "Budget", **fields: object) -> ET.Element:
    """An event of Calendar42 as an item's payload."""
    data = {"id": 7, "sync_token": token, "title": title, "start": "2026-11-24T09:30:00.000000Z"}
    found = {**data, "end": "2026-11-24T10:30:00.000000Z", "permission": "subscribed_read", **fields}
    element = ET.Element("{urn:xmpp:json:0}json")
    element.text = json.dumps(found)
    return element


def removed(token: int) -> ET.Element:
    element = ET.Element("{urn:xmpp:json:0}json")
    element.text = json.dumps({"id": 7, "sync_token": token, "permission": "removed"})
    return element


def pushed(content: ET.Element, item_id: str = "budget") -> str:
    return f"<item id='{item_id}'>{ET.tostring(content, encoding='unicode')}</item>"


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, whose calendar has two events of another format."""
    async with scene_in(tmp_path) as scene:
        yield scene


async def push(scene: Scene, *contents: ET.Element) -> None:
    scene.push_items(*(pushed(content) for content in contents))
    await scene.settled()


def visible(scene: Scene) -> dict[str, str]:
    """Titles of what a person sees, by item id."""
    found = {item_id: scene.reader.item(TEAM, item_id) for item_id in scene.reader.ids(TEAM)}
    return {item_id: stored.events[0].summary for item_id, stored in found.items() if stored and stored.events}


async def test_c_pay_18_what_is_published_as_removed_goes_like_what_is_retracted(scene: Scene) -> None:
    await push(scene, c42(1), removed(2))
    assert scene.reader.told == [("added", "Budget"), ("removed", "Budget")]
    assert set(visible(scene)) == {"a", "b"}


async def test_while_the_way_is_looked_up_again_the_last_one_stands_and_nothing_is_told(scene: Scene) -> None:
    def train(token: int, departs: str, **fields: object) -> ET.Element:
        leg = {"mode": "transit", "start_time": f"2026-11-24T{departs}Z", "end_time": "2026-11-24T10:20:00Z"}
        trip: dict[str, object] = {"state": "success", "data": {"legs": [leg]}}
        return c42(token, "Train", **{"event_type": "depart_from", "trip": trip, **fields})

    await push(scene, train(1, "09:40:00"))
    scene.reader.updates.clear()
    loading = {"state": "loading", "data": {"legs": []}}
    await push(scene, train(2, "09:40:00", trip=loading))
    stored = scene.reader.item(TEAM, "budget")
    assert stored is not None
    trip = stored.events[0].trip
    assert trip is not None
    assert (trip.state, len(trip.legs), scene.reader.told) == ("loading", 1, [])
    await push(scene, train(3, "09:48:00"))
    (change,) = (change for update in scene.reader.updates for change in update.changes)
    assert sentence(tell(change, change.at, UTC)).startswith("Leave 8 minutes later — Train now departs")

    scene.reader.updates.clear()
    await push(scene, train(4, "09:48:00", trip=loading, start="2026-11-24T11:30:00.000000Z"))
    assert [kind for kind, _title in scene.reader.told] == ["changed"]  # another departure: the old way is no help


async def test_c_pay_18_what_stays_on_the_server_as_removed_is_told_once_and_does_not_come_back(scene: Scene) -> None:
    await push(scene, c42(1), removed(2))
    scene.pubsub.items_of[TEAM] += [("budget", removed(2))]
    scene.reader.updates.clear()
    for _look in range(2):
        await scene.look()
    assert (scene.reader.told, set(visible(scene))) == ([], {"a", "b"})
    assert [update.items for update in scene.reader.updates if update.items] == []


async def test_c_pay_18_what_was_never_known_is_removed_without_a_word(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.pubsub.items_of[TEAM] += [("budget", removed(2))]
    await scene.look()
    assert (scene.reader.told, set(visible(scene))) == ([], {"a", "b"})
    monkeypatch.setattr(payloads, "decode", None)  # it is known by its digest, and not even read again
    await scene.look()
    assert scene.reader.told == []


async def test_c_pay_18_of_several_events_in_an_item_only_the_removed_one_goes(scene: Scene) -> None:
    def both(second: dict[str, object]) -> ET.Element:
        first = {"id": 1, "title": "Stays", "start": "2026-11-24T09:30:00.000000Z"}
        element = ET.Element("{urn:xmpp:json:0}json")
        element.text = json.dumps({"events": [first, second]})
        return element

    await push(scene, both({"id": 2, "title": "Goes", "start": "2026-11-24T09:30:00.000000Z", "sync_token": 1}))
    await push(scene, both({"id": 2, "permission": "removed", "sync_token": 2}))
    assert scene.reader.told == [("added", "Stays"), ("added", "Goes"), ("removed", "Goes")]
    assert visible(scene)["budget"] == "Stays"


@pytest.mark.parametrize("newest", [c42(9, "Newest"), removed(9)])
async def test_c_pay_18_what_is_older_never_replaces_what_is_newer(scene: Scene, newest: ET.Element) -> None:
    await push(scene, c42(1), newest)
    known, told = visible(scene), list(scene.reader.told)
    await push(scene, c42(8, "Older"))
    scene.pubsub.items_of[TEAM] += [("budget", c42(8, "Older"))]
    await scene.look()
    assert (visible(scene), scene.reader.told) == (known, told)


async def test_c_pay_18_a_token_that_is_the_same_or_newer_counts(scene: Scene) -> None:
    await push(scene, c42(4), c42(4, "Same token"), c42(5, "Newer"), removed(6), c42(7, "Back"))
    assert [kind for kind, _title in scene.reader.told] == ["added", "changed", "changed", "removed", "added"]
    assert visible(scene)["budget"] == "Back"


async def test_c_pay_04_a_state_that_says_cancelled_is_told_as_cancelled(scene: Scene) -> None:
    await push(scene, c42(4), c42(5, state="cancelled"))
    assert scene.reader.told == [("added", "Budget"), ("cancelled", "Budget")]


async def test_c_pay_18_another_permission_is_told(scene: Scene) -> None:
    await push(scene, c42(4), c42(5, permission="invited_read"), c42(6, permission="subscribed_write"))
    fields = [[(each.name, each.after) for each in change.fields] for change in scene.reader.changes]
    assert fields == [[], [("permission", "invited_read")], [("permission", "subscribed_write")]]


async def test_c_pay_16_without_a_token_the_last_that_the_server_holds_counts(scene: Scene) -> None:
    def ical(sequence: int, stamp: str, title: str) -> ET.Element:
        lines = ("BEGIN:VEVENT", "UID:u", f"SEQUENCE:{sequence}", f"DTSTAMP:{stamp}", f"SUMMARY:{title}")
        element = ET.Element("{http://jabber.org/protocol/gw/ical}ical")
        text = "\n".join(("BEGIN:VCALENDAR", *lines, "DTSTART:20261124T093000Z", "END:VEVENT", "END:VCALENDAR"))
        element.text = text
        return element

    await push(scene, ical(9, "20261122T120000Z", "First"), ical(2, "20201122T120000Z", "Last"))
    assert visible(scene)["budget"] == "Last"
    scene.pubsub.items_of[TEAM] += [("budget", ical(1, "20191122T120000Z", "Very last"))]
    await scene.look()
    assert visible(scene)["budget"] == "Very last"


async def test_c_pay_16_what_has_no_token_counts_after_what_had_one(scene: Scene) -> None:
    await push(scene, c42(9), payload("From elsewhere"))
    assert visible(scene)["budget"] == "From elsewhere"


async def test_c_pay_18_a_calendar_with_nothing_but_what_was_removed_is_emptied_silently(scene: Scene) -> None:
    await push(scene, c42(1), removed(2))
    scene.push("<items node='team'><retract id='a'/><retract id='b'/></items>")
    await scene.settled()
    scene.reader.updates.clear()
    scene.push("<purge node='team'/>")
    await scene.settled()
    assert (scene.reader.told, scene.reader.ids(TEAM)) == ([], set())


# -- an update of the program ---------------------------------------------------------------------------------------


def older(scene: Scene) -> sqlite3.Connection:
    """As if all that is in the store had been read by an older version."""
    db = sqlite3.connect(scene.reader.store.path)
    db.execute("UPDATE item SET decoder = 0")
    db.commit()
    return db


def unknown(store: Store, ref: ItemRef, content: ET.Element) -> None:
    """As a version that did not know the format has left it."""
    raw = ET.tostring(content, encoding="unicode")
    events = (Event(ref.item_id, "Budget", problem="This program does not know this kind of event."),)
    store.put_item(StoredItem(ref, raw, digest_of(content), events))


def slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two payloads fill a slice."""
    decode = payloads.decode

    def slow(*given: Any) -> tuple[Event, ...]:
        end = monotonic() + SLICE / 2
        while monotonic() < end:
            pass
        return decode(*given)

    monkeypatch.setattr(payloads, "decode", slow)


async def test_c_pay_17_what_could_not_be_read_is_read_after_an_update(scene: Scene) -> None:
    store, ref = scene.reader.store, ItemRef(scene.reader.ref(TEAM), "budget")
    unknown(store, ref, c42(3))
    db = older(scene)
    assert db.execute(ROW, (payloads.VERSION,)).fetchone() == (3,)
    scene.sync.start()
    await scene.reader.until(lambda: scene.reader.updates)
    await scene.settled()
    found = store.item(ref)
    assert found is not None
    assert (found.events[0].uid, found.events[0].problem, found.events[0].sync_token) == ("7", "", 3)
    assert store.items_without_time() == []
    assert [update.items for update in scene.reader.updates] == [(ref,)], "only what is different is drawn anew"
    assert (scene.reader.told, store.untold()) == ([], [])
    assert db.execute(ROW, (payloads.VERSION,)).fetchone() == (0,)
    db.close()


async def test_c_pay_17_what_is_read_anew_lets_others_have_their_turn(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        unknown(scene.reader.store, ItemRef(scene.reader.ref(TEAM), f"i{number}"), c42(3))
    older(scene).close()
    slowed(monkeypatch)
    scene.sync.start()
    await scene.reader.until(lambda: sum(len(update.items) for update in scene.reader.updates) == 20)
    assert len(scene.reader.updates) >= 6
    assert scene.reader.told == []


async def test_c_pay_17_what_is_read_anew_is_no_news_when_it_changes_before(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [f"i{number}" for number in range(40)]
    for item_id in ids:
        unknown(scene.reader.store, ItemRef(scene.reader.ref(TEAM), item_id), c42(3))
    older(scene).close()
    slowed(monkeypatch)
    scene.sync.start()
    scene.push_items(*(pushed(c42(4, "Budget 2027"), item_id) for item_id in ids[::-1]))
    await scene.reader.until(lambda: len(scene.reader.changes) >= len(ids))
    fields = {(each.name, each.before) for change in scene.reader.changes for each in change.fields}
    assert (fields, {kind for kind, _title in scene.reader.told}) == ({("summary", "Budget")}, {"changed"})


@pytest.mark.parametrize("moves", [False, True])
async def test_c_pay_17_what_an_update_learns_is_no_news_before_anything_is_read_anew(
    scene: Scene, moves: bool
) -> None:
    """The store was locked when it should have been read, or the calendar has another place since."""
    store, ref = scene.reader.store, ItemRef(scene.reader.ref(TEAM), "budget")
    unknown(store, ref, c42(3))
    older(scene).close()
    if moves:
        scene.pubsub.items_of[NodeAddress(SERVICE, "new")] = [("budget", c42(3))]
        scene.push(f"<delete node='team'><redirect uri='xmpp:{SERVICE}?;node=new'/></delete>")
        await scene.settled()
        scene.reader.updates.clear()
    node = "new" if moves else "team"
    scene.push(f"<items node='{node}'>{pushed(c42(4, 'Budget 2027'))}</items>")
    await scene.settled()
    assert [[field.name for field in change.fields] for change in scene.reader.changes] == [["summary"]]


async def test_c_pay_17_what_belongs_to_no_account_is_read_anew_too(tmp_path: Path) -> None:
    store, updates = Store(tmp_path / "calendars.sqlite"), list[Update]()
    refs = [ItemRef(CalendarRef(account, "local", "file"), "budget") for account in ("", ANN)]
    for ref in refs:
        store.add_calendar(ref.calendar, "Calendar")
        unknown(store, ref, c42(3))
    store._db.execute("UPDATE item SET decoder = 0")
    await Anew("", store, updates.append).read()
    assert updates == [Update(items=(refs[0],))]
    store.close()


async def test_c_pay_17_nothing_is_read_anew_by_the_same_version(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payloads, "decode", None)
    scene.sync.start()
    await scene.settled()
    assert scene.reader.updates == []
    monkeypatch.undo()
    scene.push_items(item("a", "Newer"))
    await scene.settled()
    assert names(scene) == {"a": "Newer", "b": "B"}


async def test_c_pay_17_a_format_that_is_learned_is_read_from_what_was_kept(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await push(scene, ET.fromstring("<meeting xmlns='urn:example:meeting'><title>Odd</title></meeting>"))
    scene.reader.updates.clear()
    learned = Format(lambda _payload, item_id, _languages: (Event(item_id, "Learned"),))
    monkeypatch.setitem(payloads.FORMATS, ("urn:example:meeting", "meeting"), learned)
    monkeypatch.setattr(payloads, "VERSION", payloads.VERSION + 1)
    scene.sync.start()
    await scene.reader.until(lambda: scene.reader.updates)
    assert names(scene)["budget"] == "Learned"
    assert scene.reader.told == []
