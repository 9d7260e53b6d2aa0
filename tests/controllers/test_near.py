"""What is on soon, kept while items come, change and go."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.controllers import agenda_reading, near
from c42desktop.controllers.agenda_reading import STEP, AgendaReading
from c42desktop.controllers.near import Near
from c42desktop.store.store import Store, StoredItem
from c42desktop.ui.agenda_rows import Entry, Row

TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
MANY = 200


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A full day."""
    with closing(Store(tmp_path / "calendars.sqlite")) as made:
        made.add_calendar(TEAM, "Team")
        with made.transaction():
            for number in range(MANY):
                write(made, f"e{number}", number)
        yield made


def write(store: Store, name: str, minutes: int, **fields: object) -> tuple[Event, ...]:
    start = NOW + timedelta(minutes=minutes)
    event = Event(name, name, start, start + timedelta(hours=1), **fields)  # type: ignore[arg-type]
    store.put_item(StoredItem(ItemRef(TEAM, name), "<x/>", b"", (event,)))
    return (event,)


def complete(store: Store, now: Callable[[], datetime] = lambda: NOW) -> Near:
    made = Near(AgendaReading(store, now=now, hidden=lambda _ref: False), now=now, hidden=lambda _ref: False)
    for _step in made.read():
        pass
    return made


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[ItemRef]:
    """The items of which rows were made, one after the other."""
    items: list[ItemRef] = []

    def counting(entry: Entry, now: datetime) -> list[Row]:
        items.append(entry.item)
        return rows_of(entry, now)

    rows_of = near.rows_of
    monkeypatch.setattr(near, "rows_of", counting)
    monkeypatch.setattr(agenda_reading, "rows_of", counting)
    return items


def test_one_change_makes_the_rows_of_one_item(store: Store, counted: list[ItemRef]) -> None:
    kept = complete(store)
    counted.clear()
    kept.put(ItemRef(TEAM, "e7"), write(store, "e7", -10))
    assert next(row.item for row in kept.upcoming()) == ItemRef(TEAM, "e7")
    assert len(kept.until_tomorrow()) == MANY
    assert counted == [ItemRef(TEAM, "e7")]


def test_a_full_day_is_read_in_small_steps(store: Store, counted: list[ItemRef]) -> None:
    kept = Near(
        AgendaReading(store, now=lambda: NOW, hidden=lambda _ref: False), now=lambda: NOW, hidden=lambda _: False
    )
    most = before = 0
    for _step in kept.read():
        most, before = max(most, len(counted) - before), len(counted)
    assert len(kept.until_tomorrow()) == MANY
    assert 0 < most < 2 * STEP  # the rest of one kind of work, and the first step of the next


@pytest.mark.parametrize("seed", range(5))
def test_what_came_one_by_one_is_the_same_as_what_is_read_anew(store: Store, seed: int) -> None:
    chance, kept = random.Random(seed), complete(store)
    for _change in range(100):
        name = f"e{chance.randrange(MANY + 20)}"
        if chance.random() < 0.3:
            store.remove_items(TEAM, [name])
            kept.put(ItemRef(TEAM, name), ())
            continue
        rules = ("FREQ=HOURLY;COUNT=4",) if chance.random() < 0.2 else ()
        kept.put(ItemRef(TEAM, name), write(store, name, chance.randrange(-3000, 5000), rrules=rules))
    anew = complete(store)
    assert kept.upcoming() == anew.upcoming()
    assert kept.until_tomorrow() == anew.until_tomorrow()


def test_on_another_day_all_rows_stand_elsewhere(store: Store) -> None:
    now = [NOW]
    store.put_item(
        StoredItem(ItemRef(TEAM, "fair"), "<x/>", b"", (Event("fair", "Fair", NOW, NOW + timedelta(days=2)),))
    )
    kept = complete(store, lambda: now[0])
    now[0] += timedelta(days=1)
    assert not kept.is_complete
    (row,) = [row for row in kept.until_tomorrow() if row.item == ItemRef(TEAM, "fair")]
    assert row.day == now[0].date()
