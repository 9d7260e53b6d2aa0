"""Sessions that end, go on and begin again; looks from time to time; subscriptions that end by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import CalendarState
from c42desktop.store.store import Store
from c42desktop.sync.leases import Leases
from c42desktop.xmpp.pubsub import Subscription
from c42desktop.xmpp.request import OfflineError
from tests.readers import payload
from tests.scene import TEAM, FakePubSub, Scene, item, names, scene_in

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        scene.pubsub.asked.clear()
        yield scene


async def test_c_sync_07_a_resumed_stream_asks_for_nothing(scene: Scene) -> None:
    scene.reader.updates.clear()
    scene.sync.resumed()
    await scene.settled()
    assert (scene.pubsub.asked, scene.pubsub.subscribes) == ([], [])
    assert scene.reader.synced, "everything is as it was when the stream broke"


async def test_c_sync_07_a_look_that_was_cut_off_is_done_again(scene: Scene) -> None:
    scene.pubsub.refusal = OfflineError("The connection was lost.")
    scene.sync.catch_up()
    await scene.settled()
    scene.pubsub.refusal = None
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.sync.resumed()
    await scene.reader.until(lambda: scene.reader.synced)
    assert scene.reader.told == [("added", "C")]


async def test_c_sync_07_an_item_that_could_not_be_fetched_is_fetched_then(scene: Scene) -> None:
    scene.pubsub.refusal = OfflineError("The connection was lost.")
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push_items("<item id='c'/>")
    await scene.settled()
    scene.pubsub.refusal = None
    scene.sync.resumed()
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])


async def test_c_sync_10_another_start_tells_nothing_that_is_known(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        scene.push_items(item("c", "C"))
        await scene.settled()
        assert scene.reader.told == [("added", "C")]
        scene.reader.store.mark_told(scene.reader.changes, NOW)
        kept = [*scene.pubsub.items_of[TEAM], ("c", payload("C"))]
    store = Store(tmp_path / "ann.sqlite")
    scene = Scene(store)
    scene.pubsub.items_of[TEAM] = kept
    scene.push_items(item("c", "C"))
    await scene.look()
    assert (scene.reader.told, store.untold()) == ([], [])
    await scene.sync.stop()
    store.close()


async def test_c_sync_10_what_was_written_and_not_told_is_still_to_tell(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        scene.push_items(item("c", "C"))
        await scene.settled()
    store = Store(tmp_path / "ann.sqlite")
    assert [change.item_id for change in store.untold()] == ["c"]
    store.close()


async def test_c_sync_09_everything_is_looked_at_from_time_to_time(tmp_path: Path) -> None:
    async with scene_in(tmp_path, every=0.01) as scene:
        scene.pubsub.items_of[TEAM] = [("a", payload("A"))]
        await scene.reader.until(lambda: scene.reader.told == [("removed", "B")])
        scene.pubsub.items_of[TEAM].append(("c", payload("C")))
        await scene.reader.until(lambda: scene.reader.told[1:] == [("added", "C")])


@pytest.mark.parametrize(("chance", "seconds"), [(0.0, 80.0), (0.5, 100.0), (1.0, 120.0)])
async def test_c_sync_09_no_two_programs_look_at_the_same_second(
    tmp_path: Path, chance: float, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    sleep = asyncio.sleep

    async def noted(time: float) -> None:
        slept.append(time)
        await sleep(0 if time < 1 else 3600)

    async with scene_in(tmp_path, every=100.0, chance=lambda: chance) as scene:
        monkeypatch.setattr(asyncio, "sleep", noted)
        scene.sync.catch_up()
        await scene.reader.until(lambda: scene.reader.synced)
        monkeypatch.undo()
    assert [each for each in slept if each > 1] == [pytest.approx(seconds)]


async def test_c_sub_05_a_stale_id_is_read_again_and_the_request_repeated_once(scene: Scene) -> None:
    scene.pubsub.subscribed = [Subscription(TEAM, "subscribed", "old")]
    await scene.look()
    assert scene.pubsub.subids[-1] == "old"
    scene.pubsub.valid_subid = "new"
    scene.pubsub.subscribed = [Subscription(TEAM, "subscribed", "new")]
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.push("<items node='team'/>")
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])
    assert scene.pubsub.subids[-2:] == ["old", "new"]


async def test_c_sub_05_leaving_ends_each_of_several_subscriptions(scene: Scene) -> None:
    scene.pubsub.subscribed = [Subscription(TEAM, "subscribed", subid) for subid in ("1", "2")]
    await scene.look()
    await scene.sync.unsubscribe(scene.reader.ref(TEAM))
    assert scene.pubsub.unsubscribed == [(TEAM, "2"), (TEAM, "1")]


# -- leases ---------------------------------------------------------------------------------------------------------


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = NOW
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


def stamp(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def leases(pubsub: FakePubSub, clock: Clock) -> tuple[Leases, list[asyncio.Task[None]]]:
    tasks: list[asyncio.Task[None]] = []

    def spawn(work: object) -> asyncio.Task[None]:
        tasks.append(asyncio.ensure_future(work))  # type: ignore[arg-type]
        return tasks[-1]

    return Leases(pubsub, spawn, lambda: clock.now, clock.sleep), tasks  # type: ignore[arg-type]


async def test_c_sub_11_a_lease_is_renewed_when_half_of_it_is_over() -> None:
    pubsub, clock = FakePubSub(), Clock()
    held = Subscription(TEAM, "subscribed", "7", stamp(NOW + timedelta(hours=2)))
    pubsub.subscribed = [replace(held, expiry="")]
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(held)
    await asyncio.gather(*tasks)
    assert clock.slept == [3600.0]
    assert pubsub.configured == [(held, {"pubsub#expire": stamp(NOW + timedelta(days=30, hours=1))})]


async def test_c_sub_11_a_lease_is_renewed_again_and_again() -> None:
    pubsub, clock = FakePubSub(), Clock()
    pubsub.grants = True
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(Subscription(TEAM, "subscribed", "", stamp(NOW + timedelta(days=4))))
    while len(pubsub.configured) < 3:
        await asyncio.sleep(0)
    keeper.drop(TEAM)
    await asyncio.gather(*tasks, return_exceptions=True)
    renewed = [options["pubsub#expire"] for _subscription, options in pubsub.configured]
    assert renewed == [stamp(NOW + timedelta(days=days + 30)) for days in (2, 17, 32)]
    assert set(clock.slept) == {86400.0}, "no timer is longer than a day"


async def test_c_sub_11_a_service_that_gives_no_more_time_is_left_alone() -> None:
    pubsub, clock = FakePubSub(), Clock()
    held = Subscription(TEAM, "subscribed", "", stamp(NOW + timedelta(hours=2)))
    pubsub.subscribed = [held]
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(held)
    await asyncio.gather(*tasks)
    assert len(pubsub.configured) == 1


async def test_c_sub_11_without_options_subscribing_again_renews_it() -> None:
    pubsub, clock = FakePubSub(), Clock()
    pubsub.no_options = True
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(Subscription(TEAM, "subscribed", "", stamp(NOW + timedelta(hours=2))))
    await asyncio.gather(*tasks)
    assert pubsub.subscribes == [TEAM]


async def test_c_sub_11_looking_again_does_not_put_the_renewal_off() -> None:
    pubsub, clock = FakePubSub(), Clock()
    held = Subscription(TEAM, "subscribed", "", stamp(NOW + timedelta(hours=2)))
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(held)
    keeper.hold(held)
    keeper.hold(replace(held, expiry=""))
    assert len(tasks) == 1
    await asyncio.gather(*tasks)
    assert clock.slept == [3600.0]


async def test_c_sub_11_a_renewal_that_was_cut_off_is_begun_again_at_the_next_look() -> None:
    pubsub, clock = FakePubSub(), Clock()
    pubsub.offline = True
    held = Subscription(TEAM, "subscribed", "", stamp(NOW + timedelta(hours=2)))
    keeper, tasks = leases(pubsub, clock)
    keeper.hold(held)
    await asyncio.gather(*tasks, return_exceptions=True)
    keeper.hold(held)
    assert len(tasks) == 2
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize("expiry", ["", "presence", "2026-12-01", "soon"])
async def test_c_sub_11_a_subscription_without_an_end_needs_nothing(expiry: str) -> None:
    keeper, tasks = leases(FakePubSub(), Clock())
    keeper.hold(Subscription(TEAM, "subscribed", "", expiry))
    assert tasks == []


@pytest.mark.parametrize(
    "learn",
    [
        lambda scene: scene.pubsub.subscribed.__setitem__(0, _ending()),
        lambda scene: scene.push(f"<subscription node='team' subscription='subscribed' expiry='{_ending().expiry}'/>"),
    ],
)
async def test_c_sub_11_the_end_is_learned_at_a_look_and_from_a_message(
    tmp_path: Path, learn: Callable[[Scene], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.sync.leases.SOONEST", timedelta(milliseconds=20))
    async with scene_in(tmp_path) as scene:
        learn(scene)
        await scene.look()
        async with asyncio.timeout(5):
            while not scene.pubsub.configured:
                await asyncio.sleep(0.01)
        calendar = scene.reader.calendar(TEAM)
        assert calendar is not None
        assert calendar.state is CalendarState.ACTIVE
        assert names(scene) == {"a": "A", "b": "B"}


def _ending() -> Subscription:
    return Subscription(TEAM, "subscribed", "", stamp(datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=1)))
