"""What is pushed, in any number and at any time: bursts, copies, delays, alarms."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.calendar.model import ItemRef
from c42desktop.sync import Progress, Update
from c42desktop.xmpp.address import NodeAddress
from tests.readers import TOMORROW, payload
from tests.scene import ANN, SERVICE, TEAM, Scene, break_on_bad, item, names, scene_in

DELAY = "<delay xmlns='urn:xmpp:delay' from='{}' stamp='2020-01-01T00:00:00Z'/>"
ALARM = "<alarm xmlns='{}'><items node='team'>{}</items></alarm>"
ALARM_NS = "urn:xmpp:tmp:calendar:0"
BLOCKED = 0.05  # seconds for which the window may stand still


@pytest_asyncio.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ann, who has looked at her one calendar with the items a and b in it."""
    async with scene_in(tmp_path) as scene:
        yield scene


async def longest_turn(until: asyncio.Task[None]) -> float:
    """The longest work between two turns of the loop until a task was done.

    What other programs take is not ours, nor is the time to collect the garbage of all tests before this one.
    """
    gc.collect()
    longest, last = 0.0, time.thread_time()
    while not until.done():
        await asyncio.sleep(0)
        longest, last = max(longest, time.thread_time() - last), time.thread_time()
    return longest


# -- bursts ---------------------------------------------------------------------------------------------------------


async def test_a_burst_of_pushes_leaves_the_window_alive_and_keeps_its_order(scene: Scene) -> None:
    for number in range(1000):
        scene.push_items(item(f"i{number % 500}", f"Event {number}"))
    assert scene.reader.told == [], "taking a message is nothing but a note of it"
    assert await longest_turn(asyncio.ensure_future(scene.settled())) < BLOCKED
    assert [summary for _kind, summary in scene.reader.told] == [f"Event {number}" for number in range(1000)]
    assert len(scene.reader.updates) < 500, "many are written at once"


async def test_a_message_with_very_many_items_leaves_the_window_alive_and_keeps_its_order(scene: Scene) -> None:
    scene.push_items(*(item(f"i{number % 500}", f"Event {number}") for number in range(1000)))
    scene.push_items(item("last", "Last"))
    assert await longest_turn(asyncio.ensure_future(scene.settled())) < BLOCKED
    assert [summary for _kind, summary in scene.reader.told] == [*(f"Event {n}" for n in range(1000)), "Last"]


async def test_what_comes_just_after_a_burst_does_not_wait_for_what_comes_later(scene: Scene) -> None:
    scene.push_items(item("a", "First"))
    asyncio.get_running_loop().call_soon(scene.push_items, item("b", "Second"))  # when the first is worked off
    await scene.settled()
    assert [summary for _kind, summary in scene.reader.told] == ["First", "Second"]


async def test_a_message_that_cannot_be_handled_costs_no_other(
    scene: Scene, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.node.add_marker(pytest.mark.expects_warnings)
    break_on_bad(scene, monkeypatch)
    for name in ("Good", "Bad", "Better"):
        scene.push_items(item(name, name))
    await scene.settled()
    assert set(names(scene)) == {"a", "b", "Good", "Better"}
    assert scene.reader.told == [("added", "Good"), ("added", "Better")]
    assert "a defect" in caplog.text


async def test_stopping_in_the_middle_of_a_burst_leaves_nothing_half_done(scene: Scene) -> None:
    for number in range(300):
        scene.push_items(item(f"i{number}", f"Event {number}"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await scene.sync.stop()
    written = [item_id for item_id in scene.reader.ids(TEAM) if item_id.startswith("i")]
    assert 0 < len(written) < 300
    assert len(scene.reader.store.untold()) == len(written) == len(scene.reader.told)


async def test_c_sync_04_what_came_before_an_answer_is_written_before_it(scene: Scene) -> None:
    """The answer has the newest of everything: an older copy that waits in line must not come after it."""
    scene.pubsub.gate = asyncio.Event()
    scene.pubsub.items_of[TEAM] = [("a", payload("Version 3")), ("b", payload("B"))]
    scene.sync.catch_up()
    await scene.pubsub.waiting.wait()
    scene.pubsub.gate.set()
    for number in range(300):
        scene.push_items(item("b", f"B {number}"))
    scene.push_items(item("a", "Version 2"))
    scene.push_items(item("a", "Version 3"))
    await scene.reader.until(lambda: scene.reader.synced)
    assert scene.reader.told[-2:] == [("changed", "Version 2"), ("changed", "Version 3")]
    assert len(scene.reader.told) == 302


async def test_a_large_calendar_is_read_without_stopping_the_window(scene: Scene) -> None:
    large = NodeAddress(SERVICE, "large")
    scene.pubsub.items_of[large] = [(f"i{number}", payload(f"Event {number}")) for number in range(1500)]
    subscribing = asyncio.ensure_future(scene.sync.subscribe(large))
    assert await longest_turn(subscribing) < BLOCKED  # type: ignore[arg-type]
    progress = [update.progress for update in scene.reader.updates if update.progress]
    ref = scene.reader.ref(large)
    assert progress[-1] == Progress(ref, 1500, 1500)
    assert all(each.calendar == ref and each.total == 1500 for each in progress)
    assert [each.done for each in progress] == sorted({each.done for each in progress})
    assert len(progress) > 1


async def test_a_small_calendar_is_read_without_a_word(scene: Scene) -> None:
    await scene.look()
    assert scene.reader.updates == [Update(synced=True)]


async def test_of_many_calendars_it_is_told_which_is_read(scene: Scene) -> None:
    for number in range(12):
        address = NodeAddress(SERVICE, f"node {number}")
        scene.pubsub.items_of[address] = []
        await scene.sync.subscribe(address)
    scene.reader.updates.clear()
    await scene.look()
    told = [update.progress for update in scene.reader.updates if update.progress]
    assert 1 <= len(told) <= 26
    assert told[0].total is None
    assert told[-1].done == told[-1].total


async def test_c_pubsub_05_a_burst_without_payloads_is_asked_for_in_few_requests(scene: Scene) -> None:
    scene.pubsub.items_of[TEAM] += [(f"i{number}", payload(f"Event {number}")) for number in range(450)]
    scene.pubsub.asked.clear()
    for number in range(450):
        scene.push_items(f"<item id='i{number}'/>")
    await scene.reader.until(lambda: len(scene.reader.told) == 450)
    assert len(scene.pubsub.asked) < 30
    assert max(len(ids) for _address, ids in scene.pubsub.asked) <= 100


async def test_what_is_asked_for_again_and_again_is_asked_for_once_more(scene: Scene) -> None:
    scene.pubsub.asked.clear()
    scene.pubsub.gate = asyncio.Event()
    for _time in range(50):
        scene.push("<items node='team'/>")
    await scene.pubsub.waiting.wait()
    scene.push("<items node='team'/>")
    await scene.settled()
    scene.pubsub.items_of[TEAM].append(("c", payload("C")))
    scene.pubsub.gate.set()
    await scene.reader.until(lambda: scene.reader.told == [("added", "C")])
    await scene.settled()
    assert len(scene.pubsub.asked) == 2


# -- copies and delays ----------------------------------------------------------------------------------------------


SENDERS = (SERVICE, "example.org", "ann@example.org", "mallory@evil.example")


@pytest.mark.parametrize("resumed", [False, True])
async def test_c_pubsub_17_a_delayed_push_is_told_if_it_is_news_and_not_if_it_is_known(
    scene: Scene, resumed: bool
) -> None:
    scene.session.resumed = resumed
    for sender in SENDERS:
        scene.pubsub.items_of[TEAM].append((sender, payload(sender)))
        scene.push(f"<items node='team'>{item('a', 'A')}</items>", beside=DELAY.format(sender))
        scene.push(f"<items node='team'>{item(sender, sender)}</items>", beside=DELAY.format(sender))
    await scene.settled()
    assert [summary for _kind, summary in scene.reader.told] == list(SENDERS)


async def test_c_pubsub_17_what_was_kept_for_a_new_stream_may_be_older_than_what_is_known(scene: Scene) -> None:
    scene.push(f"<items node='team'>{item('a', 'Older')}</items>", beside=DELAY.format("example.org"))
    scene.push("<items node='team'><retract id='b'/></items>", beside=DELAY.format("example.org"))
    scene.push("<delete node='team'/>", beside=DELAY.format("example.org"))
    scene.push("<subscription node='team' subscription='none'/>", beside=DELAY.format("example.org"))
    await scene.settled()
    assert scene.reader.told == []
    assert scene.reader.ids(TEAM) == {"a", "b"}


async def test_c_pubsub_17_what_was_kept_for_a_resumed_stream_comes_in_its_order(scene: Scene) -> None:
    scene.session.resumed = True
    scene.push(f"<items node='team'>{item('a', 'Newer')}</items>", beside=DELAY.format("ann@example.org"))
    scene.push("<items node='team'><retract id='b'/></items>", beside=DELAY.format("ann@example.org"))
    await scene.settled()
    assert scene.reader.told == [("changed", "Newer"), ("removed", "B")]
    assert len(scene.pubsub.asked) == 1  # in the beginning


async def test_copies_for_both_addresses_and_for_several_subscriptions_are_told_once(scene: Scene) -> None:
    subid = "<headers xmlns='http://jabber.org/protocol/shim'><header name='SubID'>{}</header></headers>"
    content = f"<items node='team'>{item('c', 'C')}</items>"
    scene.push(content)
    scene.push(content, beside=subid.format(1))
    scene.push(content, beside=subid.format(2))
    for _copy in range(2):
        scene.push_items("<retract id='a'/>")
    await scene.settled()
    assert scene.reader.told == [("added", "C"), ("removed", "A")]


# -- alarms ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("namespace", [ALARM_NS, "xmpp:tmp:calendar:0"])
async def test_c_pubsub_22_an_alarm_is_a_reminder_and_changes_no_row(scene: Scene, namespace: str) -> None:
    scene.receive(ALARM.format(namespace, item("a", "Another name")))
    await scene.settled()
    (update,) = scene.reader.updates
    (reminder,) = update.reminders
    assert reminder.item == ItemRef(scene.reader.ref(TEAM), "a")
    assert (reminder.event.summary, reminder.event.start) == ("A", TOMORROW)
    assert update == Update(reminders=(reminder,))
    assert names(scene) == {"a": "A", "b": "B"}


async def test_c_pubsub_22_an_alarm_of_an_unknown_item_is_taken_from_its_payload(scene: Scene) -> None:
    scene.receive(ALARM.format(ALARM_NS, item("new", "New") + "<item id='nothing'/>"))
    await scene.settled()
    assert [each.event.summary for update in scene.reader.updates for each in update.reminders] == ["New"]
    assert set(names(scene)) == {"a", "b"}


@pytest.mark.parametrize("sender", ["mallory@evil.example", "pubsub.evil.example"])
async def test_c_pubsub_22_nobody_else_can_remind_us(scene: Scene, sender: str) -> None:
    scene.receive(ALARM.format(ALARM_NS, item("a", "A")), sender)
    await scene.settled()
    assert scene.reader.updates == []


# -- who did it -------------------------------------------------------------------------------------------------------


def invitation(place: str) -> str:
    return (
        "<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar><components><vevent><properties>"
        f"<uid><text>c</text></uid><summary><text>C</text></summary><location><text>{place}</text></location>"
        f"<dtstart><date-time>{TOMORROW:%Y-%m-%dT%H:%M:%SZ}</date-time></dtstart>"
        "<organizer><parameters><cn><text>Bram de Vries</text></cn></parameters>"
        "<cal-address>xmpp:bram@example.org</cal-address></organizer>"
        f"<attendee><parameters><cn><text>Ann</text></cn></parameters><cal-address>mailto:{ANN}</cal-address></attendee>"
        "</properties></vevent></components></vcalendar></icalendar>"
    )


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("bram@example.org/phone", "Bram de Vries"),
        (f"{ANN}/phone", None),  # who did it knows
        ("eva@example.org", None),  # the event does not say who that is
        ("", None),
        ("@", None),
    ],
)
async def test_who_changed_an_event_is_told_where_it_names_them(scene: Scene, publisher: str, name: str | None) -> None:
    for place in ("Room 4", "Room 12"):
        scene.push_items(f"<item id='c' publisher='{publisher}'>{invitation(place)}</item>")
        await scene.settled()
    changed = scene.reader.changes[-1]
    expected = [("location", "Room 4", "Room 12")] + ([("by", None, name)] if name else [])
    assert [(each.name, each.before, each.after) for each in changed.fields] == expected
    assert scene.reader.store.untold()[-1] == changed
