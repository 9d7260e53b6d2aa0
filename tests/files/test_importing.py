"""A file into a calendar of its own: all of it or nothing, and the loop alive."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop import agenda
from c42desktop.calendar.local import UNFINISHED, is_local
from c42desktop.calendar.model import CalendarRef
from c42desktop.files import importing
from c42desktop.files.items import Outcome, words
from c42desktop.files.split import Document, take_apart
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from tests.files.samples import calendar, event, many
from tests.heartbeat import Heartbeat

FILE = Path("/home/ann/team.ics")
REF = importing.ref_of(FILE)
DAY = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store.sqlite")
    yield made
    made.close()


def taken(text: str) -> Document:
    *_growing, last = take_apart(text.encode(), FILE.name)
    return last


async def imported(store: Store, text: str, title: str = "Team") -> Outcome:
    return await importing.into_store(store, REF, title, taken(text).pieces, lambda _done, _total: None, "From a file")


def shown(store: Store) -> list[str]:
    entries = agenda.between(store, DAY, DAY + timedelta(days=1), UTC)
    return sorted(entry.occurrence.event.summary for entry in entries)


async def test_its_events_are_in_the_agenda_and_none_is_a_change_to_tell(store: Store) -> None:
    outcome = await imported(store, calendar(event("a", "A"), event("b", "B")))

    assert (outcome.done, outcome.failed) == (2, [])
    assert shown(store) == ["A", "B"]
    assert store.untold() == []
    (known,) = store.calendars()
    assert (known.title, known.description, is_local(known.ref)) == ("Team", "From a file", True)


async def test_the_same_file_again_brings_what_is_new_and_takes_what_is_gone(store: Store) -> None:
    await imported(store, calendar(event("a", "A"), event("b", "B")))
    store.update_calendar(replace(store.calendars()[0], title="My team", color="#123456", visible=False))

    await imported(store, calendar(event("b", "Bee"), event("c", "C")))

    assert shown(store) == ["Bee", "C"]
    (known,) = store.calendars()
    assert (known.ref, known.title, known.color, known.visible) == (REF, "My team", "#123456", False)
    assert store.untold() == []
    assert store.unfinished() == []


async def test_what_cannot_be_read_is_kept_and_named(store: Store) -> None:
    outcome = await imported(store, calendar(event("a", "A"), event("b", "Bad", "DTSTART:tomorrow")))

    assert words(outcome, "Team").startswith("Imported 1 event into Team; 1 could not be read: Bad – ")
    assert [item.ref.item_id for item in store.items_without_time()] == ["b"]


async def test_an_event_without_a_title_is_not_called_by_an_id(store: Store) -> None:
    whole = calendar(event("a", "A"))
    outcome = await imported(store, whole.replace("END:VCALENDAR", "BEGIN:VEVENT"))

    why = "Untitled event – The file ends in the middle of this event."
    assert words(outcome, "Team") == f"Imported 1 event into Team; 1 could not be read: {why}"


async def test_nothing_of_it_is_seen_before_the_end_nor_after_a_cancel(store: Store) -> None:
    await imported(store, calendar(event("a", "A")))
    seen: list[list[str]] = []
    task: asyncio.Task[Outcome] | None = None

    def look(done: int, _total: int) -> None:
        seen.append(shown(store))
        if done > 20:
            assert task is not None
            task.cancel()

    pieces = taken(many(400)).pieces
    task = asyncio.ensure_future(importing.into_store(store, REF, "Team", pieces, look))
    with pytest.raises(asyncio.CancelledError):
        await task

    assert seen
    assert all(each == ["A"] for each in seen)
    assert [each.title for each in store.calendars()] == ["Team"]
    assert store.items_between(DAY - timedelta(days=99), DAY + timedelta(days=99))[1:] == []
    await importing.sweep(store)
    assert store.unfinished() == []
    assert shown(store) == ["A"]


async def test_what_a_crash_leaves_behind_is_never_seen_and_swept_at_the_next_start(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    hidden = CalendarRef("", UNFINISHED, "half")
    store.add_calendar(hidden, "Half")
    async for part in slices(taken(many(40)).pieces):
        for piece in part:
            importing._put(store, hidden, piece, Outcome())
    store.close()

    store = Store(tmp_path / "store.sqlite")
    assert store.calendars() == []
    assert store.items_between(DAY - timedelta(days=99), DAY + timedelta(days=99)) == []
    assert store.refs_to_show(DAY - timedelta(days=99), DAY + timedelta(days=99)) == []
    await importing.sweep(store)
    assert store.unfinished() == []
    assert store.digests(hidden) == {}
    store.close()


async def test_a_full_disk_leaves_everything_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await imported(store, calendar(event("a", "A")))
    put, count = Store.put_item, 0

    def full(self: Store, *args: object) -> object:
        nonlocal count
        count += 1
        if count > 3:
            raise StoreError("The disk is full.")
        return put(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "put_item", full)
    with pytest.raises(StoreError):
        await imported(store, many(30))
    assert shown(store) == ["A"]


async def test_a_file_is_known_again_by_its_place_or_by_what_is_in_it(store: Store) -> None:
    await imported(store, calendar(event("a"), event("b"), event("c")))
    assert importing.known_as(store, FILE, ["x"]) == REF
    assert importing.known_as(store, Path("/tmp/team (1).ics"), ["a", "b", "x"]) == REF
    assert importing.known_as(store, Path("/tmp/other.ics"), ["a", "x", "y"]) is None
    assert importing.known_as(store, Path("/tmp/other.ics"), ["a"]) is None  # one event of it is not the same calendar
    assert importing.known_as(store, Path("/tmp/other.ics"), []) is None


async def test_a_file_of_which_nothing_can_be_read_changes_nothing(store: Store) -> None:
    await imported(store, calendar(event("a", "A")))
    outcome = await imported(store, calendar(event("a", "A", "DTSTART:never")))
    assert (outcome.done, len(outcome.failed)) == (0, 1)
    assert shown(store) == ["A"]
    assert store.unfinished() == []


async def test_a_calendar_that_is_removed_is_gone_at_once(store: Store) -> None:
    await imported(store, many(100))
    importing.hide(store, REF)
    assert store.calendars() == []
    assert shown(store) == []
    await importing.sweep(store)
    assert store.unfinished() == []


async def test_accounts_come_and_go_beside_it(store: Store) -> None:
    store.add_calendar(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "Theirs")
    await imported(store, calendar(event("a", "A")))
    assert [each.title for each in store.calendars("ann@example.org")] == ["Theirs"]
    store.remove_account("ann@example.org")
    assert [each.title for each in store.calendars()] == ["Team"]


async def test_its_events_outlive_a_damaged_store(store: Store) -> None:
    await imported(store, calendar(event("a", "A"), event("b", "B")))
    store.replace()
    assert shown(store) == ["A", "B"]
    assert [each.title for each in store.calendars()] == ["Team"]


async def test_a_large_file_keeps_no_one_waiting(store: Store) -> None:
    gc.collect()  # what other tests have left is not collected in the meantime
    heart = Heartbeat()
    heart.start()
    document = Document()
    async for part in slices(take_apart(many(3000).encode(), FILE.name)):
        for document in part:  # noqa: B007
            pass
    told: list[int] = []
    await importing.into_store(store, REF, "Big", document.pieces, lambda done, _total: told.append(done))
    await importing.into_store(store, REF, "Big", document.pieces[:2000], lambda _done, _total: None)
    heart.stop()
    blocked = heart.take()
    print(f"waited {blocked.waited * 1000:.0f} ms, worked {blocked.worked * 1000:.0f} ms")
    assert blocked.worked < 0.05
    assert told == sorted(told)
    assert told[-1] == 3000
    assert len(store.digests(REF)) == 2000


def test_counts_are_read_in_groups() -> None:
    assert words(Outcome(done=12_345), "Team") == "Imported 12\u202f345 events into Team."
    assert words(Outcome(done=1, stopped="You are offline."), "Team") == (
        "Imported 1 event into Team; then it ended: You are offline."
    )
