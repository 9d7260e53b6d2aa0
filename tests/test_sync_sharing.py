"""Calendars that others give and take, and those whose import fails: each told once."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import CalendarState, ChangeKind, Level
from c42desktop.files.keeping import hide_calendars, keep_calendars
from c42desktop.store.store import Store
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Node, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.readers import payload
from tests.scene import ANN, SERVICE, TEAM, Scene, item, names, scene_in
from tests.xmpp.test_presence import stanza

NEW = NodeAddress(SERVICE, "new")
ENDED = f"<subscription node='team' jid='{ANN}' subscription='none'/>"
GIVEN = f"<subscription node='new' jid='{ANN}' subscription='subscribed'/>"
SHARED = ("calendar-shared", "Team")
WITHDRAWN = ("calendar-withdrawn", "Team")
SHUT_OUT = RefusalError("You have no access to this calendar. Ask its owner.", Cause.NOT_ALLOWED, "forbidden")


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        scene.pubsub.items_of[NEW] = [("x", payload("X"))]
        yield scene


def share(scene: Scene) -> None:
    scene.pubsub.subscribed.append(Subscription(NEW, "subscribed"))


def put_phone_online(scene: Scene) -> None:
    scene.session.presences.take(stanza(f"{ANN}/phone"))


# -- shared -----------------------------------------------------------------------------------------------------------


async def test_a_calendar_that_somebody_shares_is_told_once_and_its_items_are_no_news(scene: Scene) -> None:
    share(scene)
    for _look in range(2):
        await scene.look()
    assert scene.reader.told == [SHARED]
    assert names(scene, NEW) == {"x": "X"}
    (untold,) = scene.reader.store.untold()
    assert (untold.kind, untold.calendar) == (ChangeKind.CALENDAR_SHARED, scene.reader.ref(NEW))


async def test_what_a_service_lists_for_the_first_time_is_no_news(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        assert scene.reader.store.untold() == []


async def test_a_service_that_did_not_answer_the_first_time_has_no_news_the_second(tmp_path: Path) -> None:
    store = Store(tmp_path / "ann.sqlite")
    scene = Scene(store)
    answer, scene.pubsub.subscriptions = scene.pubsub.subscriptions, _refused  # type: ignore[method-assign]
    await scene.look()
    scene.pubsub.subscriptions = answer  # type: ignore[method-assign]
    await scene.look()
    assert scene.reader.calendar(TEAM) is not None
    assert scene.reader.told == []
    await scene.sync.stop()
    store.close()


async def _refused(_service: str, _node: str = "") -> list[Subscription]:
    raise RefusalError("No.", Cause.TEMPORARY)


async def test_what_was_added_here_is_no_news_even_where_a_look_finds_it_first(scene: Scene) -> None:
    with scene.sync._calendars.wanting(NEW):
        share(scene)
        await scene.look()
    await scene.sync.subscribe(NEW)
    assert scene.reader.told == []


async def test_a_calendar_of_our_own_is_no_news(scene: Scene) -> None:
    scene.pubsub.parts = {"new": "owner"}
    share(scene)
    await scene.look()
    assert scene.reader.calendar(NEW) is not None
    assert scene.reader.told == []


async def test_what_another_device_of_ours_may_have_added_is_no_news(scene: Scene) -> None:
    put_phone_online(scene)
    share(scene)
    await scene.look()
    assert scene.reader.calendar(NEW) is not None
    assert scene.reader.told == []


async def test_what_the_service_announces_is_told_whoever_else_is_there(scene: Scene) -> None:
    put_phone_online(scene)
    share(scene)
    scene.push(GIVEN)
    await scene.reader.until(lambda: scene.reader.told)
    assert scene.reader.told == [SHARED]


async def test_an_announcement_for_somebody_else_is_none_for_us(scene: Scene) -> None:
    put_phone_online(scene)
    share(scene)
    scene.push(GIVEN.replace(ANN, "bob@example.org"))
    await scene.reader.until(lambda: scene.reader.calendar(NEW))
    await scene.settled()
    assert scene.reader.told == []


async def test_a_calendar_that_waits_for_its_owner_was_asked_for_by_us(scene: Scene) -> None:
    scene.pubsub.subscribed.append(Subscription(NEW, "pending"))
    await scene.look()
    assert scene.reader.state(NEW) is CalendarState.PENDING
    assert scene.reader.told == []


async def test_what_was_left_here_and_is_shared_again_is_told(scene: Scene) -> None:
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    assert scene.reader.told == []
    scene.pubsub.subscribed.append(Subscription(TEAM, "subscribed"))
    await scene.look()
    assert scene.reader.told == [SHARED]


@pytest.mark.parametrize("remove", [keep_calendars, hide_calendars, Store.remove_account])
async def test_an_account_that_comes_back_finds_no_news_in_its_first_list(scene: Scene, remove: object) -> None:
    remove(scene.reader.store, ANN)  # type: ignore[operator]
    scene.sync._calendars.start_over()
    await scene.look()
    assert scene.reader.calendar(TEAM) is not None
    assert scene.reader.told == []


async def test_a_calendar_and_its_news_are_written_together(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    share(scene)

    def fail(*_all: object) -> object:
        raise RuntimeError("a power cut")

    monkeypatch.setattr(scene.reader.store, "remove_items", fail)
    with pytest.raises(RuntimeError):
        scene.sync._calendars._add(scene.reader.ref(NEW), Node(NEW, "New"), shared=True)
    assert scene.reader.calendar(NEW) is None


# -- withdrawn --------------------------------------------------------------------------------------------------------


async def test_a_subscription_that_its_owner_ends_is_withdrawn(scene: Scene) -> None:
    scene.pubsub.subscribed.clear()
    scene.push(ENDED)
    await scene.settled()
    await scene.look()
    assert scene.reader.told == [WITHDRAWN]
    assert scene.reader.state(TEAM) is CalendarState.REMOVED


async def test_what_was_withdrawn_and_is_shared_again_is_told_again(scene: Scene) -> None:
    scene.pubsub.subscribed.clear()
    scene.push(ENDED)
    await scene.settled()
    scene.pubsub.subscribed.append(Subscription(TEAM, "subscribed"))
    await scene.look()
    assert scene.reader.told == [WITHDRAWN, SHARED]
    assert names(scene) == {"a": "A", "b": "B"}


async def test_who_is_let_in_no_more_is_told_once_and_keeps_what_is_known(scene: Scene) -> None:
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    scene.reader.store.update_calendar(replace(calendar, level=Level.REMINDERS))
    scene.pubsub.refusal_of[TEAM] = SHUT_OUT
    for _look in range(3):
        await scene.look()
    assert scene.reader.told == [WITHDRAWN]
    assert names(scene) == {"a": "A", "b": "B"}
    found = scene.reader.calendar(TEAM)
    assert found is not None
    assert (found.state, found.problem, found.level) == (CalendarState.UNREACHABLE, str(SHUT_OUT), Level.REMINDERS)


async def test_who_is_let_in_again_reads_in_silence_and_is_told_when_that_ends_again(scene: Scene) -> None:
    scene.pubsub.refusal_of[TEAM] = SHUT_OUT
    await scene.look()
    del scene.pubsub.refusal_of[TEAM]
    scene.pubsub.items_of[TEAM] = [("a", payload("Another A"))]
    await scene.look()
    assert names(scene) == {"a": "Another A"}
    assert scene.reader.told == [WITHDRAWN]
    scene.pubsub.refusal_of[TEAM] = SHUT_OUT
    await scene.look()
    assert scene.reader.told == [WITHDRAWN, WITHDRAWN]


@pytest.mark.parametrize(
    "refusal",
    [
        RefusalError("It does not answer.", Cause.UNREACHABLE),
        RefusalError("It has a problem right now.", Cause.TEMPORARY),
        RefusalError("You are not subscribed.", Cause.NOT_SUBSCRIBED),
        RefusalError("Pay.", Cause.NOT_ALLOWED, "payment-required"),
        RefusalError("Too many.", Cause.NOT_ALLOWED, "too-many-subscriptions"),
    ],
)
async def test_what_does_not_say_that_we_are_shut_out_tells_nothing(scene: Scene, refusal: RefusalError) -> None:
    scene.pubsub.refusal_of[TEAM] = refusal
    await scene.look()
    assert scene.reader.told == []


async def test_a_calendar_that_never_let_us_in_withdraws_nothing(scene: Scene) -> None:
    scene.pubsub.refusal_of[NEW] = SHUT_OUT
    await scene.sync.subscribe(NEW)
    assert scene.reader.told == []


# -- what an item says of its calendar --------------------------------------------------------------------------------


def about(**fields: object) -> ET.Element:
    made = ET.Element("{urn:xmpp:json:0}json")
    made.text = json.dumps({"calendar_type": "ics", **fields})
    return made


def push_about(scene: Scene, **fields: object) -> None:
    scene.push_items(f"<item id='about'>{ET.tostring(about(**fields), encoding='unicode')}</item>")


FAILED, LATER = "2026-11-24T03:00:00.000000Z", "2026-11-25T03:00:00.000000Z"


async def test_an_import_that_fails_is_told_once_until_it_works_again(scene: Scene) -> None:
    for failed in (None, FAILED, LATER, None, LATER):
        push_about(scene, import_failed=failed)
        await scene.settled()
    first, second = scene.reader.changes
    assert (first.kind, first.summary, first.item_id) == (ChangeKind.IMPORT_FAILING, "Team", "")
    assert [(each.name, each.before, each.after) for each in first.fields] == [
        ("import_failed", None, "2026-11-24T03:00:00+00:00")
    ]
    assert second.fields[0].after == "2026-11-25T03:00:00+00:00"


async def test_what_describes_the_calendar_is_no_event(scene: Scene) -> None:
    push_about(scene, title="Anything")
    await scene.settled()
    stored = scene.reader.item(TEAM, "about")
    assert stored is not None
    assert stored.events == ()
    scene.push("<items node='team'><retract id='about'/></items>")
    scene.push_items(item("c", "C"))
    await scene.settled()
    assert scene.reader.told == [("added", "C")]


async def test_a_failing_import_is_told_also_where_a_first_look_finds_it(scene: Scene) -> None:
    scene.pubsub.items_of[NEW].append(("about", about(import_failed=FAILED)))
    await scene.sync.subscribe(NEW)
    await scene.look()
    assert scene.reader.told == [("import-failing", "Team")]


async def test_colour_and_description_are_taken_over_and_a_title_where_the_node_has_none(scene: Scene) -> None:
    nodes = {TEAM: Node(TEAM, "Team"), NEW: Node(NEW, "new")}

    async def metadata(address: NodeAddress) -> Node:
        return nodes[address]

    scene.pubsub.metadata = metadata  # type: ignore[method-assign]
    await scene.sync.subscribe(NEW)
    calendar = scene.reader.calendar(NEW)
    assert calendar is not None
    scene.reader.store.update_calendar(replace(calendar, level=Level.NOTHING, visible=False))
    described = about(title="Fair", description="All of it", color="hsla(207, 70%, 45%, 1)")
    text = f"<item id='about'>{ET.tostring(described, encoding='unicode')}</item>"
    for node in ("team", "new"):
        scene.push(f"<items node='{node}'>{text}</items>")
    await scene.settled()
    assert scene.reader.updates[-1].calendars
    await scene.look()  # which asks for the titles of the nodes again
    new, team = scene.reader.calendar(NEW), scene.reader.calendar(TEAM)
    assert new is not None
    assert team is not None
    assert (new.title, new.description, new.color) == ("Fair", "All of it", "#227bc3")
    assert (new.level, new.visible) == (Level.NOTHING, False)
    assert (team.title, team.color) == ("Team", "#227bc3")


async def test_who_leaves_a_calendar_is_not_told_that_it_was_withdrawn(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service may tell of the end of a subscription before it answers who asked for it."""
    unsubscribe = scene.pubsub.unsubscribe

    async def tell_first(address: NodeAddress, subid: str = "") -> None:
        scene.push(ENDED)
        await scene.settled()
        await unsubscribe(address, subid)

    monkeypatch.setattr(scene.pubsub, "unsubscribe", tell_first)
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    assert scene.reader.told == []
    assert scene.reader.calendar(TEAM) is None
