"""Calendars that move, belong to a collection, or to a person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.answers import Answer
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import CalendarState, ItemRef
from c42desktop.errors import UserError
from c42desktop.store.answers import Answers
from c42desktop.store.edits import Edits
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.readers import payload
from tests.scene import ANN, SERVICE, TEAM, Scene, item, names, scene_in
from tests.store.test_store import NOW

NEW = NodeAddress(SERVICE, "new team")
MOVED = "<delete node='team'><redirect uri='{}'/></delete>"
GROUP = NodeAddress(SERVICE, "group")
INNER = NodeAddress(SERVICE, "inner")
IN_GROUP = "<headers xmlns='http://jabber.org/protocol/shim'><header name='Collection'>group</header></headers>"
PERSONAL = NodeAddress(ANN, "urn:xmpp:calendar-events:0")
BOB = "bob@example.org"


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        yield scene


def problem(scene: Scene, address: NodeAddress = TEAM) -> str:
    calendar = scene.reader.calendar(address)
    assert calendar is not None
    assert calendar.state is CalendarState.REMOVED
    return calendar.problem


# -- moved ----------------------------------------------------------------------------------------------------------


async def test_c_pubsub_09_a_calendar_that_moved_within_its_service_is_followed(scene: Scene) -> None:
    scene.pubsub.items_of[NEW] = [("a", payload("A, rewritten")), ("c", payload("C"))]
    old = scene.reader.calendar(TEAM)
    assert old is not None
    scene.reader.store.update_calendar(replace(old, color="#123456", visible=False))
    scene.push(MOVED.format(NEW.uri))
    await scene.reader.until(lambda: names(scene, NEW) == {"a": "A, rewritten", "c": "C"})
    assert scene.reader.told == [("calendar-moved", "Team")]
    assert scene.reader.calendar(TEAM) is None
    new = scene.reader.calendar(NEW)
    assert new is not None
    assert (new.color, new.visible, new.state) == ("#123456", False, CalendarState.ACTIVE)
    scene.push(f"<items node='new team'>{item('d', 'D')}</items>")
    scene.push_items(item("e", "From where it was"))
    await scene.settled()
    assert scene.reader.told[1:] == [("added", "D")]


async def test_c_pubsub_09_the_rows_of_the_old_place_are_drawn_anew(scene: Scene) -> None:
    scene.pubsub.items_of[NEW] = [("a", payload("A")), ("b", payload("B"))]
    scene.push(MOVED.format(NEW.uri))
    await scene.reader.until(lambda: scene.reader.told)
    drawn = {(ref.calendar.node, ref.item_id) for update in scene.reader.updates for ref in update.items}
    assert drawn == {("team", "a"), ("team", "b"), ("new team", "a"), ("new team", "b")}


async def test_c_pubsub_09_a_successor_that_is_followed_already_stays_as_it_is(scene: Scene) -> None:
    scene.pubsub.items_of[NEW] = [("c", payload("C"))]
    await scene.sync.subscribe(NEW)
    scene.push(MOVED.format(NEW.uri))
    await scene.reader.until(lambda: scene.reader.told)
    assert scene.reader.told == [("calendar-moved", "Team")]
    assert [calendar.ref.node for calendar in scene.reader.store.calendars()] == ["new team"]
    assert names(scene, NEW) == {"c": "C"}


async def test_c_pubsub_09_what_the_person_did_and_no_server_has_goes_along_to_a_successor_that_is_known(
    scene: Scene,
) -> None:
    scene.pubsub.items_of[NEW] = [("a", payload("A")), ("c", payload("C"))]
    new = await scene.sync.subscribe(NEW)
    old, edits = scene.reader.ref(TEAM), Edits(scene.reader.store.db)
    (before,) = scene.reader.store.item(ItemRef(old, "a")).events  # type: ignore[union-attr]
    edits.put(Edit(ItemRef(old, "a"), (before,), (replace(before, summary="Mine"),)), NOW)
    Answers(scene.reader.store.db).put(ItemRef(old, "a"), Answer(before.uid, "", "accepted"), NOW)
    scene.push(MOVED.format(NEW.uri))
    await scene.reader.until(lambda: scene.reader.calendar(TEAM) is None)
    (waiting,) = edits.waiting()
    assert (waiting.edit.item, waiting.edit.wanted[0].summary) == (ItemRef(new, "a"), "Mine")
    assert [each.answer.answer for each in Answers(scene.reader.store.db).of(ItemRef(new, "a"))] == ["accepted"]


async def test_c_pubsub_09_a_successor_that_lets_nobody_in_ends_the_calendar(scene: Scene) -> None:
    scene.push(MOVED.format(NEW.uri))
    await scene.reader.until(lambda: scene.reader.told)
    assert scene.reader.told == [("calendar-removed", "Team")]
    assert problem(scene) == "There is no such calendar."


@pytest.mark.parametrize(
    "error",
    [
        OfflineError("The connection was lost."),
        RefusalError("It does not answer.", Cause.UNREACHABLE),
        RefusalError("It has a problem right now.", Cause.TEMPORARY),
    ],
)
async def test_c_pubsub_09_a_successor_that_cannot_be_asked_now_is_followed_at_the_next_look(
    scene: Scene, error: Exception
) -> None:
    scene.pubsub.items_of[NEW] = [("a", payload("A")), ("b", payload("B"))]
    scene.pubsub.closed[NEW] = error
    scene.push(MOVED.format(NEW.uri))
    await scene.settled()
    scene.pubsub.closed.clear()
    scene.pubsub.subscribed.clear()
    await scene.look()
    assert NEW in scene.pubsub.subscribes
    assert scene.reader.ids(NEW) == {"a", "b"}
    assert scene.reader.told == [("calendar-moved", "Team")]


@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        ("xmpp:other.example?;node=x", "This calendar has moved to xmpp:other.example?;node=x"),
        ("https://example.org/x", "This calendar has moved. Read more at https://example.org/x"),
        ("javascript:alert(1)", "This calendar was deleted by its owner."),
        ("xmpp:pubsub.example.org?;node=team", "This calendar has moved to xmpp:pubsub.example.org?;node=team"),
    ],
)
async def test_c_pubsub_09_to_anywhere_else_a_person_decides(scene: Scene, uri: str, sentence: str) -> None:
    before = list(scene.pubsub.subscribes)
    scene.push(MOVED.format(uri))
    await scene.settled()
    assert scene.reader.told == [("calendar-removed", "Team")]
    assert problem(scene) == sentence
    assert scene.pubsub.subscribes == before


async def test_c_sub_10_a_calendar_found_moved_at_a_look_is_followed(scene: Scene) -> None:
    scene.pubsub.items_of[NEW] = [("a", payload("A"))]
    scene.pubsub.refusal_of[TEAM] = RefusalError("Gone.", Cause.GONE, moved_to=NEW.uri)
    await scene.look()
    await scene.reader.until(lambda: names(scene, NEW) == {"a": "A"})
    assert scene.reader.told == [("calendar-moved", "Team")]


# -- collections ----------------------------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def grouped(scene: Scene) -> Scene:
    """Ann is subscribed to a collection, too."""
    scene.pubsub.subscribed.append(Subscription(GROUP, "subscribed"))
    scene.pubsub.leaves_of[GROUP] = [INNER]
    scene.pubsub.items_of[INNER] = [("a", payload("Inner A"))]
    scene.pubsub.asked.clear()
    await scene.look()
    scene.reader.updates.clear()
    return scene


async def test_c_disc_04_a_collection_is_not_asked_for_items(grouped: Scene) -> None:
    assert {address for address, _ids in grouped.pubsub.asked} == {TEAM, INNER}
    assert grouped.reader.calendar(GROUP) is None
    assert grouped.pubsub.subscribes == []
    assert names(grouped, INNER) == {"a": "Inner A"}


async def test_c_disc_04_naming_a_collection_tells_which_calendars_are_in_it(grouped: Scene) -> None:
    with pytest.raises(UserError, match="Add those that you want: xmpp:pubsub"):
        await grouped.sync.subscribe(GROUP)


async def test_c_pubsub_14_a_push_through_a_collection_belongs_to_the_calendar_in_it(grouped: Scene) -> None:
    grouped.push(f"<items node='inner'>{item('b', 'Inner B')}</items>", beside=IN_GROUP)
    await grouped.settled()
    assert names(grouped, INNER) == {"a": "Inner A", "b": "Inner B"}
    assert grouped.reader.told == [("added", "Inner B")]


@pytest.mark.parametrize(
    "content", ["<items node='later'><item id='x'/></items>", "<create node='later'/>", "<collection node='group'/>"]
)
async def test_c_pubsub_14_a_calendar_that_is_new_in_a_collection_appears(grouped: Scene, content: str) -> None:
    later = NodeAddress(SERVICE, "later")
    grouped.pubsub.leaves_of[GROUP].append(later)
    grouped.pubsub.items_of[later] = [("x", payload("X"))]
    grouped.push(content, beside=IN_GROUP)
    await grouped.reader.until(lambda: names(grouped, later) == {"x": "X"})
    assert grouped.reader.told == []


@pytest.mark.parametrize("sender", [BOB, "pubsub.evil.example", f"{SERVICE}/x"])
async def test_c_pubsub_14_a_header_alone_opens_no_door(grouped: Scene, sender: str) -> None:
    grouped.pubsub.listed.clear()
    grouped.push(f"<items node='inner'>{item('b', 'B')}</items>", sender, IN_GROUP)
    grouped.push(f"<items node='other'>{item('b', 'B')}</items>", sender, IN_GROUP)
    await grouped.settled()
    assert (grouped.reader.updates, grouped.pubsub.listed) == ([], [])


async def test_c_pubsub_14_what_is_taken_out_of_a_collection_is_followed_by_itself(grouped: Scene) -> None:
    grouped.pubsub.leaves_of[GROUP] = []
    grouped.push("<collection node='group'><disassociate node='inner'/></collection>", beside=IN_GROUP)
    await grouped.settled()
    assert grouped.pubsub.subscribes == [INNER]
    assert names(grouped, INNER) == {"a": "Inner A"}


async def test_leaving_one_calendar_of_a_collection_keeps_the_others(grouped: Scene) -> None:
    other = NodeAddress(SERVICE, "other")
    grouped.pubsub.leaves_of[GROUP].append(other)
    grouped.pubsub.items_of[other] = []
    await grouped.look()
    await grouped.sync.unsubscribe(grouped.reader.ref(INNER))
    await grouped.settled()
    assert grouped.pubsub.subscribes == [other]
    await grouped.look()
    assert [calendar.ref.node for calendar in grouped.reader.store.calendars()] == ["other", "team"]


# -- people ---------------------------------------------------------------------------------------------------------


async def test_c_pep_02_our_own_agenda_appears_by_itself_and_silently(scene: Scene) -> None:
    scene.pubsub.personal = {PERSONAL.node, "urn:xmpp:bookmarks:1"}
    scene.pubsub.items_of[PERSONAL] = [("p", payload("Dentist"))]
    await scene.look()
    calendar = scene.reader.calendar(PERSONAL)
    assert calendar is not None
    assert calendar.title == "Personal"
    assert names(scene, PERSONAL) == {"p": "Dentist"}
    assert (scene.reader.told, scene.pubsub.subscribes) == ([], [])


@pytest.mark.parametrize("sender", [ANN, ""])
async def test_c_pep_02_our_own_agenda_is_found_by_a_push(scene: Scene, sender: str) -> None:
    scene.pubsub.personal = {PERSONAL.node}
    scene.pubsub.items_of[PERSONAL] = [("p", payload("Dentist")), ("q", payload("Older"))]
    content = f"<items node='{PERSONAL.node}'>{item('p', 'Dentist')}</items>"
    scene.push(content, sender)
    await scene.reader.until(lambda: len(names(scene, PERSONAL)) == 2)
    assert scene.reader.told == []
    scene.push(content.replace("Dentist", "Doctor"), sender)
    await scene.settled()
    assert scene.reader.told == [("changed", "Doctor")]


@pytest.mark.parametrize("sender", [BOB, f"{ANN}/other", "example.org"])
async def test_c_pep_02_an_agenda_of_somebody_we_do_not_follow_is_ignored(scene: Scene, sender: str) -> None:
    scene.pubsub.personal = {PERSONAL.node}
    scene.pubsub.items_of[PERSONAL] = [("p", payload("Dentist"))]
    scene.push(f"<items node='{PERSONAL.node}'>{item('p', 'Forged')}</items>", sender)
    await scene.settled()
    assert scene.reader.updates == []


async def test_c_pep_02_a_contacts_agenda_counts_once_it_was_added(scene: Scene) -> None:
    bobs = NodeAddress(BOB, PERSONAL.node)
    scene.pubsub.items_of[bobs] = []
    await scene.sync.subscribe(bobs)
    calendar = scene.reader.calendar(bobs)
    assert calendar is not None
    assert calendar.title == f"Personal calendar of {BOB}"
    scene.push(f"<items node='{PERSONAL.node}'>{item('p', 'Party')}</items>", f"{BOB}/phone")
    scene.push(f"<items node='{PERSONAL.node}'>{item('p', 'Party')}</items>", BOB)
    await scene.settled()
    assert scene.reader.told == [("added", "Party")]
    assert names(scene, bobs) == {"p": "Party"}


async def test_our_own_agenda_that_was_deleted_is_told_once_and_may_come_back(scene: Scene) -> None:
    scene.pubsub.personal = {PERSONAL.node}
    scene.pubsub.items_of[PERSONAL] = [("p", payload("Dentist"))]
    await scene.look()
    scene.pubsub.personal = set()
    scene.pubsub.refusal_of[PERSONAL] = RefusalError("Gone.", Cause.GONE)
    await scene.look()
    await scene.look()
    assert scene.reader.told == [("calendar-removed", "Personal")]
    scene.pubsub.personal = {PERSONAL.node}
    del scene.pubsub.refusal_of[PERSONAL]
    await scene.look()
    assert names(scene, PERSONAL) == {"p": "Dentist"}
    assert len(scene.reader.told) == 1


async def test_our_own_agenda_cannot_be_left(scene: Scene) -> None:
    scene.pubsub.personal = {PERSONAL.node}
    scene.pubsub.items_of[PERSONAL] = []
    await scene.look()
    with pytest.raises(UserError, match="can be hidden"):
        await scene.sync.unsubscribe(scene.reader.ref(PERSONAL))
