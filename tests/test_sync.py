"""What no real server does on demand: answers that are late, partial or wrong while pushes come in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import CalendarState
from c42desktop.store.store import Store
from c42desktop.sync import Update, sync
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Fetched, Node, Services, Subscription
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.readers import payload
from tests.scene import ANN, SERVICE, TEAM, Scene, break_on_bad, item, names, scene_in


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        yield scene


async def a_look_that_waits_for(
    scene: Scene, late: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[asyncio.Future[None], asyncio.Event]:
    """A look whose first answer of one kind is made up but has not come yet, and the event that it waits for."""
    answer, made_up, go = getattr(scene.pubsub, late), asyncio.Event(), asyncio.Event()

    async def slow(*args: object) -> object:
        found = await answer(*args)
        made_up.set()
        await go.wait()
        return found

    monkeypatch.setattr(scene.pubsub, late, slow)
    look = asyncio.ensure_future(scene.look())
    await made_up.wait()
    return look, go


async def during_a_look(scene: Scene, act: Callable[[], None]) -> None:
    """`act` while the service's answer is made up but has not come yet."""
    scene.pubsub.gate = asyncio.Event()
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    act()
    scene.pubsub.gate.set()
    await scene.reader.until(lambda: scene.reader.synced)


async def test_c_sync_04_a_push_during_a_look_wins(scene: Scene) -> None:
    await during_a_look(scene, lambda: scene.push_items(item("a", "Newer"), item("c", "New")))
    assert names(scene) == {"a": "Newer", "b": "B", "c": "New"}
    assert scene.reader.told == [("changed", "Newer"), ("added", "New")]


async def test_c_sync_04_a_retraction_during_a_look_is_not_undone(scene: Scene) -> None:
    await during_a_look(scene, lambda: scene.push_items("<retract id='a'/>"))
    assert names(scene) == {"b": "B"}
    assert scene.reader.told == [("removed", "A")]


async def test_c_sync_04_a_purge_during_a_look_is_not_undone(scene: Scene) -> None:
    def act() -> None:
        scene.push("<purge node='team'/>")
        scene.push_items(item("c", "After"))

    await during_a_look(scene, act)
    assert names(scene) == {"c": "After"}
    assert scene.reader.told == [("calendar-emptied", "Team"), ("added", "After")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<delete node='team'/>", "calendar-removed"),
        ("<subscription node='team' subscription='none'/>", "calendar-withdrawn"),
    ],
)
async def test_c_sync_04_a_calendar_that_ends_during_a_look_stays_ended(scene: Scene, content: str, told: str) -> None:
    await during_a_look(scene, lambda: scene.push(content))
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert calendar.state is CalendarState.REMOVED
    assert names(scene) == {}
    assert scene.reader.told == [(told, "Team")]


async def test_c_pubsub_08_nothing_more_is_asked_or_taken_from_a_deleted_calendar(scene: Scene) -> None:
    scene.push("<delete node='team'/>")
    await scene.settled()
    scene.pubsub.asked.clear()
    scene.pubsub.subscribed.clear()
    scene.push_items(item("a", "Again"))
    scene.push("<items node='team'/>")
    await scene.settled()
    await scene.look()
    assert scene.pubsub.asked == []
    assert names(scene) == {}


async def test_leaving_a_calendar_during_a_look_leaves_nothing_of_it(scene: Scene) -> None:
    scene.pubsub.gate = asyncio.Event()
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    scene.pubsub.gate.set()
    await scene.reader.until(lambda: scene.reader.synced)
    assert scene.reader.calendar(TEAM) is None


@pytest.mark.parametrize("late", ["subscriptions", "metadata"])
async def test_c_sync_04_a_calendar_that_ends_while_it_is_still_listed_is_told_once(
    scene: Scene, late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, go = await a_look_that_waits_for(scene, late, monkeypatch)
    scene.push("<delete node='team'/>")
    scene.pubsub.refusal = RefusalError("There is no such calendar.", Cause.GONE, "item-not-found")
    go.set()
    await look
    assert scene.reader.told == [("calendar-removed", "Team")]
    found = scene.reader.calendar(TEAM)
    assert found is not None
    assert found.state is CalendarState.REMOVED


@pytest.mark.parametrize("late", ["subscriptions", "metadata"])
async def test_a_calendar_that_is_left_while_it_is_still_listed_does_not_come_back(
    scene: Scene, late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, go = await a_look_that_waits_for(scene, late, monkeypatch)
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    go.set()
    await look
    assert scene.reader.calendar(TEAM) is None


class Held:
    """A request of the fake service that waits at its beginning until it is let go."""

    def __init__(self, scene: Scene, request: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = asyncio.Event(), asyncio.Event()
        self._real = getattr(scene.pubsub, request)
        monkeypatch.setattr(scene.pubsub, request, self._request)

    async def _request(self, *arguments: object) -> object:
        self.begun.set()
        await self.go.wait()
        return await self._real(*arguments)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<delete node='team'/>", "calendar-removed"),
        ("<subscription node='team' subscription='none'/>", "calendar-withdrawn"),
    ],
)
async def test_c_sync_04_a_calendar_that_ends_after_it_was_listed_stays_ended(
    scene: Scene, content: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of our subscriptions is older than the push, as the items of an answer can be."""
    held = Held(scene, "metadata", monkeypatch)
    scene.sync.catch_up()
    await held.begun.wait()
    scene.push(content)
    await scene.settled()
    scene.pubsub.refusal = RefusalError("There is no such calendar.", Cause.GONE)
    held.go.set()
    await scene.reader.until(lambda: scene.reader.synced)
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert calendar.state is CalendarState.REMOVED
    assert scene.reader.told == [(told, "Team")]


async def test_c_sync_05_a_calendar_left_and_added_again_during_a_look_is_no_news(scene: Scene) -> None:
    """The look at the one that was left is no look at the one that came in its place."""
    scene.pubsub.gate = asyncio.Event()
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    adding = asyncio.ensure_future(scene.sync.subscribe(TEAM))
    await scene.settled()
    scene.pubsub.gate.set()
    await adding
    assert names(scene) == {"a": "A", "b": "B"}
    assert scene.reader.told == []


async def test_c_sync_12_an_answer_about_a_calendar_that_was_left_does_not_end_the_one_in_its_place(
    scene: Scene,
) -> None:
    scene.pubsub.gate = asyncio.Event()
    scene.pubsub.refusal = RefusalError("There is no such calendar.", Cause.GONE)
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    adding = asyncio.ensure_future(scene.sync.subscribe(TEAM))
    await scene.settled()
    scene.pubsub.refusal = None
    scene.pubsub.gate.set()
    await adding
    assert names(scene) == {"a": "A", "b": "B"}
    assert scene.reader.told == []


async def test_leaving_a_calendar_after_it_was_listed_leaves_nothing_of_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(scene, "metadata", monkeypatch)
    scene.sync.catch_up()
    await held.begun.wait()
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    held.go.set()
    await scene.reader.until(lambda: scene.reader.synced)
    assert scene.reader.calendar(TEAM) is None
    await scene.look()
    assert scene.pubsub.subscribes == [], "nor does the next look bring it back"


async def test_leaving_calendars_while_they_are_subscribed_to_again_leaves_nothing_of_them(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = NodeAddress(SERVICE, "other")
    scene.pubsub.items_of[other] = []
    await scene.sync.subscribe(other)
    scene.pubsub.subscribed.clear()
    held = Held(scene, "subscribe", monkeypatch)
    scene.sync.catch_up()
    await held.begun.wait()
    for address in (TEAM, other):
        await scene.sync.unsubscribe(scene.reader.ref(address))
    held.go.set()
    await scene.reader.until(lambda: scene.reader.synced)
    assert (scene.reader.calendar(TEAM), scene.reader.calendar(other)) == (None, None)


async def test_c_sync_02_an_incomplete_answer_drops_nothing(scene: Scene) -> None:
    scene.pubsub.items_of[TEAM] = [("c", payload("C"))]
    scene.pubsub.complete = False
    await scene.look()
    assert set(names(scene)) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "refusal",
    [RefusalError("It does not answer.", cause) for cause in (Cause.UNREACHABLE, Cause.TEMPORARY, Cause.NOT_ALLOWED)],
)
async def test_c_sync_02_a_refusal_drops_nothing_and_is_shown(scene: Scene, refusal: RefusalError) -> None:
    scene.pubsub.refusal = refusal
    await scene.look()
    assert set(names(scene)) == {"a", "b"}
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert (calendar.state, calendar.problem) == (CalendarState.UNREACHABLE, "It does not answer.")
    scene.pubsub.refusal = None
    await scene.look()
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert (calendar.state, calendar.problem) == (CalendarState.ACTIVE, "")


async def test_c_sync_02_an_item_whose_payload_is_kept_back_is_not_gone(scene: Scene) -> None:
    scene.pubsub.items_of[TEAM] = [("a", None), ("b", payload("B"))]
    await scene.look()
    assert set(names(scene)) == {"a", "b"}


async def test_c_sync_02_an_item_that_cannot_be_handled_costs_no_other(
    scene: Scene, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Nor the looks to come: they would end with it, at each session anew."""
    request.node.add_marker(pytest.mark.expects_warnings)
    break_on_bad(scene, monkeypatch)
    scene.pubsub.items_of[TEAM] = [(name, payload(name)) for name in ("Good", "Bad", "Better")]
    await scene.look()
    assert set(names(scene)) == {"Good", "Better"}
    assert "a defect" in caplog.text


async def test_c_sync_12_a_calendar_that_is_gone_at_a_look_is_told_once(scene: Scene) -> None:
    scene.pubsub.refusal = RefusalError("There is no such calendar.", Cause.GONE)
    await scene.look()
    scene.pubsub.subscribed.clear()
    await scene.look()
    assert scene.reader.told == [("calendar-removed", "Team")]


async def test_a_lost_connection_ends_a_look_without_blaming_the_calendar(scene: Scene) -> None:
    scene.pubsub.refusal = OfflineError("The connection was lost.")
    scene.sync.catch_up()
    while not scene.pubsub.asked[1:]:
        await asyncio.sleep(0)
    scene.pubsub.refusal = None
    await scene.look()
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert calendar.state is CalendarState.ACTIVE
    assert sum(update.synced for update in scene.reader.updates) == 1
    assert not any(update.calendars for update in scene.reader.updates)


async def test_a_new_look_ends_the_one_before(scene: Scene) -> None:
    scene.pubsub.gate = asyncio.Event()
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    scene.pubsub.gate = None
    await scene.look()
    assert sum(update.synced for update in scene.reader.updates) == 1


async def test_c_pubsub_04_several_items_in_one_message_are_told_once_each(scene: Scene) -> None:
    scene.push_items(*(item(f"i{number}", f"Event {number}") for number in range(5)))
    await scene.settled()
    assert scene.reader.told == [("added", f"Event {number}") for number in range(5)]


async def test_c_pubsub_05_items_without_payload_are_asked_for_together(scene: Scene) -> None:
    scene.pubsub.asked.clear()
    scene.pubsub.items_of[TEAM] += [("c", payload("C")), ("d", payload("D"))]
    scene.push_items("<item id='c'/>", "<item id='d'/>")
    await scene.reader.until(lambda: len(scene.reader.told) == 2)
    assert scene.pubsub.asked == [(TEAM, ("c", "d"))]


async def test_c_pubsub_05_a_retraction_while_it_is_asked_for_wins(scene: Scene) -> None:
    scene.pubsub.gate = asyncio.Event()
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push_items("<item id='c'/>")
    await scene.pubsub.waiting.wait()
    scene.push_items("<retract id='c'/>")
    del scene.pubsub.items_of[TEAM][-1]
    scene.pubsub.gate.set()
    await scene.look()  # comes after what was asked for
    assert scene.reader.updates == [Update(synced=True)]


async def test_c_pubsub_05_an_item_that_is_gone_again_costs_no_other(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service may refuse the whole request then (XEP-0060 §6.5.9)."""
    answer = scene.pubsub.items

    async def strict(address: NodeAddress, ids: Sequence[str] = (), subid: str = "") -> Fetched:
        if not {*ids} <= {item_id for item_id, _payload in scene.pubsub.items_of[address]}:
            raise RefusalError("There is no such calendar.", Cause.GONE, "item-not-found")
        return await answer(address, ids, subid)

    monkeypatch.setattr(scene.pubsub, "items", strict)
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push_items("<item id='c'/>", "<item id='d'/>", "<retract id='d'/>")
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])


async def test_c_pubsub_05_an_item_that_nobody_answered_about_is_looked_for_soon(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at the next look only, half an hour later."""
    monkeypatch.setattr(sync, "LOOK_AGAIN", (0.01,))
    scene.pubsub.refusal = RefusalError("It does not answer.", Cause.UNREACHABLE)
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push_items("<item id='c'/>")
    await scene.settled()
    scene.pubsub.refusal = None
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])


async def test_c_pubsub_10_a_new_title_is_no_event(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def renamed(address: NodeAddress) -> Node:
        return Node(address, "Renamed", "About")

    monkeypatch.setattr(scene.pubsub, "metadata", renamed)
    scene.push("<configuration node='team'/>")
    await scene.reader.until(lambda: scene.reader.updates)
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert (calendar.title, calendar.description) == ("Renamed", "About")
    assert scene.reader.updates == [Update(calendars=True)]


async def test_c_pubsub_11_empty_items_are_a_look_at_the_calendar(scene: Scene) -> None:
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push("<items node='team'/>")
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])


async def test_c_pubsub_20_an_event_of_a_calendar_not_followed_is_ignored(scene: Scene) -> None:
    scene.push(f"<items node='other'>{item('a', 'X')}</items>")
    scene.push(f"<items node='team'>{item('a', 'X')}</items>", sender="pubsub.evil.example")
    await scene.settled()
    assert scene.reader.updates == []


async def test_c_sec_01_a_sender_in_another_spelling_is_the_same(scene: Scene) -> None:
    scene.push(f"<items node='team'>{item('c', 'C')}</items>", sender="PubSub.Example.ORG")
    await scene.settled()
    assert scene.reader.told == [("added", "C")]


async def test_c_sub_15_an_announced_subscription_is_looked_up_and_not_believed(scene: Scene) -> None:
    new = NodeAddress(SERVICE, "new")
    scene.pubsub.items_of[new] = [("a", payload("A"))]
    announcement = f"<subscription node='new' jid='{ANN}' subscription='subscribed'/>"
    scene.push(announcement, sender="pubsub.evil.example")
    scene.push(announcement)
    await scene.settled()
    await scene.settled()
    assert scene.reader.calendar(new) is None, "the service has not listed it"
    scene.pubsub.subscribed.append(Subscription(new, "subscribed"))
    scene.push(announcement)
    await scene.reader.until(lambda: scene.reader.ids(new) == {"a"})
    assert scene.reader.told == [("calendar-shared", "Team")]


async def test_c_sub_03_another_persons_subscription_is_none_of_ours(scene: Scene) -> None:
    scene.push("<subscription node='team' jid='bob@example.org' subscription='none'/>")
    scene.push("<subscription node='team' jid='bob@example.org'/>")
    await scene.settled()
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert calendar.state is CalendarState.ACTIVE


async def test_c_sub_02_and_03_a_waiting_calendar_is_fetched_once_its_owner_agrees(scene: Scene) -> None:
    scene.push(f"<subscription node='team' jid='{ANN}' subscription='pending'/>")
    await scene.settled()
    calendar = scene.reader.calendar(TEAM)
    assert calendar is not None
    assert (calendar.state, calendar.problem) == (CalendarState.PENDING, "Waiting for the owner to let you in.")
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push(f"<subscription node='team' jid='{ANN}' subscription='subscribed'/>")
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])


async def test_a_session_without_any_service_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "ann.sqlite")
    scene = Scene(store)

    async def none() -> Services:
        return Services((), complete=True)

    scene.pubsub.services = none  # type: ignore[method-assign]
    await scene.look()
    assert "example.org has no calendar service." in scene.reader.updates[-1].problem
    store.close()
