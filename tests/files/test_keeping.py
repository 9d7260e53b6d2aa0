"""The calendars of an account that leaves: gone, or kept as they were last known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop.calendar.answers import Answer
from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef, CalendarState, ItemRef
from c42desktop.files import importing, keeping
from c42desktop.files.items import decoded
from c42desktop.store.activity import Activity
from c42desktop.store.answers import Answers
from c42desktop.store.store import Store
from tests.files.samples import calendar, event
from tests.files.test_importing import taken
from tests.store.test_store import NOW

ANN, BRAM = "ann@example.org", "bram@example.org"
HERS = CalendarRef(ANN, "pubsub.example.org", "team")
HIS = CalendarRef(BRAM, "pubsub.example.org", "team")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store.sqlite")
    for ref in (HERS, HIS):
        fill(made, ref)
    yield made
    made.close()


def fill(store: Store, ref: CalendarRef) -> None:
    store.add_calendar(ref, f"Team of {ref.account}")
    (piece,) = taken(calendar(event("review", "Review"))).pieces
    store.put_item(decoded(piece).stored(ref))


def titles(store: Store) -> list[str]:
    return [each.title for each in store.calendars()]


async def test_kept_calendars_are_local_with_everything_in_them(store: Store) -> None:
    keeping.keep_calendars(store, ANN)
    kept, other = store.calendars()
    assert (kept.ref, other.ref) == (keeping.kept_ref(HERS), HIS)
    assert is_local(kept.ref)
    assert (kept.title, kept.description) == ("Team of ann@example.org", "Kept from ann@example.org")
    item = store.item(ItemRef(kept.ref, next(iter(store.digests(kept.ref)))))
    assert item is not None and [each.summary for each in item.events] == ["Review"]


async def test_what_was_the_matter_with_it_is_over(store: Store) -> None:
    known = store.calendar(HERS)
    assert known is not None
    store.update_calendar(replace(known, state=CalendarState.UNREACHABLE, problem="It does not answer.", visible=False))
    keeping.keep_calendars(store, ANN)
    kept = store.calendar(keeping.kept_ref(HERS))
    assert kept is not None
    assert (kept.state, kept.problem, kept.visible) == (CalendarState.ACTIVE, "", False)


async def test_what_is_empty_is_not_kept(store: Store) -> None:
    store.add_calendar(CalendarRef(ANN, "pubsub.example.org", "empty"), "Empty")
    keeping.keep_calendars(store, ANN)
    assert "Empty" not in titles(store)


async def test_the_calendar_that_is_kept_again_takes_the_place_of_the_one_before(store: Store) -> None:
    keeping.keep_calendars(store, ANN)
    fill(store, HERS)
    keeping.keep_calendars(store, ANN)
    assert titles(store) == ["Team of ann@example.org", "Team of bram@example.org"]
    await importing.sweep(store)
    assert store.unfinished() == []


async def test_removed_calendars_are_gone_at_once_and_thrown_away_later(store: Store) -> None:
    keeping.hide_calendars(store, ANN)
    assert titles(store) == ["Team of bram@example.org"]
    assert len(store.unfinished()) == 1
    await importing.sweep(store)
    assert store.unfinished() == []


async def test_an_answer_that_nobody_will_send_any_more_does_not_wait(store: Store) -> None:
    answers = Answers(store.db)
    item_id = next(iter(store.digests(HERS)))
    answers.put(ItemRef(HERS, item_id), Answer("review", "", "declined"), NOW)
    Activity(store.db).set_online(ANN, NOW)
    keeping.keep_calendars(store, ANN)
    assert answers.of(ItemRef(keeping.kept_ref(HERS), item_id)) == []


@pytest.mark.parametrize("remove", [keeping.keep_calendars, keeping.hide_calendars])
async def test_when_an_account_was_online_goes_with_it_and_not_that_of_others(
    store: Store, remove: Callable[[Store, str], None]
) -> None:
    activity = Activity(store.db)
    for account in (ANN, f"{ANN}.au"):
        activity.set_online(account, NOW)
    remove(store, ANN)
    assert activity.last_online(ANN) is None
    assert activity.last_online(f"{ANN}.au") == NOW
