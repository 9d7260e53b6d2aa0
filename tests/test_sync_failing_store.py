"""A store that takes nothing for a while, or is damaged: nothing is lost, and nothing is told twice."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync import sync as sync_module
from c42desktop.xmpp.pubsub import Subscription
from tests.readers import payload
from tests.scene import TEAM, Scene, item, names
from tests.store import faults
from tests.test_sync import during_a_look, scene

__all__ = ["scene"]  # the fixture

NOISE = "x" * 100_000  # more than fits into the pages that are there


def locked(store: Store) -> AbstractContextManager[None]:
    return faults.locked(store.path)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The looks that make up for what was missed follow quickly."""
    monkeypatch.setattr(sync_module, "STORE_AGAIN", (0.01,))


def publish(scene: Scene, item_id: str, name: str) -> None:
    """The service has a new version of an item, and pushes it."""
    kept = [each for each in scene.pubsub.items_of[TEAM] if each[0] != item_id]
    scene.pubsub.items_of[TEAM] = [*kept, (item_id, payload(name))]
    scene.push_items(item(item_id, name))


def problems(scene: Scene) -> list[str]:
    """What was said, in order; "" where all was well after a look."""
    said = [update.problem for update in scene.reader.updates if update.synced or update.problem]
    return [problem for problem, _same in itertools.groupby(said)]


@pytest.mark.parametrize(
    ("fails", "sentence"),
    [(faults.full, "no space left"), (faults.read_only, "write-protected"), (locked, "Another program keeps")],
)
async def test_pushes_that_could_not_be_written_are_told_once_when_they_can(
    scene: Scene, fails: Callable[[Store], AbstractContextManager[None]], sentence: str
) -> None:
    scene.reader.store._db._opened().execute("PRAGMA busy_timeout = 5")
    with fails(scene.reader.store):
        publish(scene, "a", "A" + NOISE)
        publish(scene, "c", "C" + NOISE)
        scene.pubsub.items_of[TEAM] = [each for each in scene.pubsub.items_of[TEAM] if each[0] != "b"]
        await scene.reader.until(lambda: problems(scene)[-1:] and sentence in problems(scene)[-1])
        assert scene.reader.told == []
    await scene.reader.until(lambda: scene.reader.synced and not problems(scene)[-1])
    told = [(kind, summary[:1]) for kind, summary in scene.reader.told]
    assert sorted(told) == [("added", "C"), ("changed", "A"), ("removed", "B")]
    assert set(names(scene)) == {"a", "c"}
    assert len(problems(scene)) == 2  # said once, and then that it works again
    await scene.look()
    assert len(scene.reader.told) == 3


async def test_what_passes_by_itself_within_a_moment_is_not_said(scene: Scene) -> None:
    with faults.full(scene.reader.store):
        publish(scene, "c", "C" + NOISE)
        await scene.settled()
    await scene.reader.until(lambda: scene.reader.told)
    await scene.reader.until(lambda: scene.reader.synced)
    assert problems(scene) == [""]


async def test_nothing_is_looked_at_again_where_nothing_was_missed(scene: Scene) -> None:
    scene.pubsub.asked.clear()
    publish(scene, "c", "C")
    await asyncio.sleep(0.05)
    assert scene.pubsub.asked == []
    assert scene.reader.told == [("added", "C")]


async def test_an_end_of_access_that_could_not_be_written_is_told_once(scene: Scene) -> None:
    with faults.read_only(scene.reader.store):
        scene.push("<subscription node='team' subscription='none'/>")
        scene.pubsub.subscribed.clear()

        async def refused(_address: object) -> Subscription:
            raise sync_module.RefusalError("The owner does not let you in.", sync_module.Cause.GONE)

        scene.pubsub.subscribe = refused  # type: ignore[assignment]
        await scene.settled()
    await scene.reader.until(lambda: scene.reader.told)
    await scene.look()
    assert scene.reader.told == [("calendar-removed", "Team")]


async def test_a_calendar_that_cannot_be_forgotten_is_not_left_either(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next look would subscribe to it again, as to one that its service has forgotten."""
    left: list[object] = []

    async def unsubscribe(address: object, _subid: str) -> None:
        left.append(address)
        scene.pubsub.subscribed.clear()

    monkeypatch.setattr(scene.pubsub, "unsubscribe", unsubscribe)
    with faults.read_only(scene.reader.store), pytest.raises(StoreError):
        await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    assert left == []
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    await scene.look()
    assert (left, scene.reader.calendar(TEAM)) == ([TEAM], None)


async def test_a_first_look_that_fails_stays_silent_when_it_succeeds(tmp_path: Path) -> None:
    store = Store(tmp_path / "ann.sqlite")
    scene = Scene(store)
    scene.pubsub.items_of[TEAM] = [("a", payload("A")), ("b", payload("B" + NOISE))]
    with faults.full(store):
        scene.sync.catch_up()
        await scene.reader.until(lambda: any("no space" in problem for problem in problems(scene)))
        assert not scene.reader.synced
    await scene.reader.until(lambda: scene.reader.synced)
    assert set(names(scene)) == {"a", "b"}
    assert scene.reader.told == []
    await scene.sync.stop()
    store.close()


async def test_nothing_goes_on_after_the_end(scene: Scene) -> None:
    with faults.read_only(scene.reader.store):
        scene.push_items(item("c", "C"))
        await scene.settled()
        await scene.sync.stop()
    scene.pubsub.asked.clear()
    await asyncio.sleep(0.05)
    assert scene.pubsub.asked == []


# -- damage -----------------------------------------------------------------------------------------------------


async def test_a_store_damaged_at_a_push_is_read_anew_in_silence_and_tells_what_comes_then(scene: Scene) -> None:
    scene.reader.store.on_replaced = scene.sync.start_over
    faults.damage(scene.reader.store.path)
    publish(scene, "c", "C")
    await scene.reader.until(lambda: scene.reader.synced)
    await scene.reader.until(lambda: set(names(scene)) == {"a", "b", "c"})
    assert scene.reader.told == []
    assert problems(scene) == [""]
    publish(scene, "a", "A again")
    await scene.settled()
    assert scene.reader.told == [("changed", "A again")]


async def test_a_store_damaged_during_a_look_is_read_anew_in_silence(scene: Scene) -> None:
    scene.reader.store.on_replaced = scene.sync.start_over
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    await during_a_look(scene, lambda: faults.damage(scene.reader.store.path))
    await scene.reader.until(lambda: set(names(scene)) == {"a", "b", "c"})
    await scene.look()
    assert scene.reader.told == []


async def test_an_answer_from_before_the_damage_makes_no_calendar_complete(scene: Scene) -> None:
    """Else what it did not write would be told as new at the next look."""
    scene.reader.store.on_replaced = scene.sync.start_over
    scene.pubsub.gate = asyncio.Event()
    asked = asyncio.ensure_future(scene.sync.subscribe(TEAM))  # by the person: no look that comes later ends it
    await scene.pubsub.waiting.wait()
    scene.reader.store.replace()
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.pubsub.gate.set()
    await asked
    await scene.look()
    assert set(names(scene)) == {"a", "b", "c"}
    assert scene.reader.told == []


async def test_what_the_person_chose_survives_the_damage_of_the_items(scene: Scene) -> None:
    store = scene.reader.store
    store.on_replaced = scene.sync.start_over
    before = replace(store.calendars()[0], color="#123456", visible=False)
    store.update_calendar(before)
    store.replace()
    await scene.look()
    assert store.calendars() == [before]


async def test_a_calendar_that_could_not_be_saved_comes_back_from_the_list_of_subscriptions(scene: Scene) -> None:
    store = scene.reader.store
    store.on_replaced = scene.sync.start_over
    faults.damage(store.path)
    store.replace()
    assert store.calendars() == []
    scene.push_items(item("a", "A too early"))  # ignored: it is not followed any more, or not yet
    await scene.settled()
    await scene.look()
    assert [calendar.title for calendar in store.calendars()] == ["Team"]
    assert names(scene) == {"a": "A", "b": "B"}
    assert scene.reader.told == []
