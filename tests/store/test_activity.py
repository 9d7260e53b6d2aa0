"""What happened: pages without gaps, what is unread, and how long it is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from c42desktop.calendar.activity import Entry, Filter, Key
from c42desktop.calendar.local import UNFINISHED
from c42desktop.calendar.model import CalendarRef, Change, Event, ItemRef, Level, Reminder
from c42desktop.store.activity import _UNREAD_REMINDER, Activity
from c42desktop.store.codec import dump_event
from c42desktop.store.store import Store
from tests.store.test_store import NOW, OTHER, TEAM, change, item

MINUTE = timedelta(minutes=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite")
    opened.add_calendar(TEAM, "Product team")
    opened.add_calendar(OTHER, "Other")
    yield opened
    opened.close()


@pytest.fixture
def activity(store: Store) -> Activity:
    return Activity(store.db)


def put(store: Store, at: datetime, calendar: CalendarRef = TEAM, item_id: str = "i1") -> Change:
    (numbered,) = store.put_item(item(item_id, calendar), [replace(change(item_id, calendar), at=at)])
    return numbered


def remind(
    store: Store,
    due: datetime,
    calendar: CalendarRef = TEAM,
    *,
    told: bool = True,
    missed: bool = False,
    **more: object,
) -> Reminder:
    """A reminder as it is kept once it was told."""
    event = Event("e", "Stand-up", due, due + MINUTE)
    sql = "SELECT id FROM calendar WHERE account=? AND service=? AND node=?"
    place = (calendar.account, calendar.service, calendar.node)
    (number,) = store.db.rows(lambda row: row[0], sql, place)
    columns = {"told": told, "missed": missed, **more}
    made = store.db.execute(
        "INSERT INTO reminder (calendar, item_id, uid, occurrence, alarm, due, event, "
        + ", ".join(columns)
        + f") VALUES (?, 'i1', 'e', '', 'a', ?, ?{', ?' * len(columns)})",
        (number, due.timestamp(), json.dumps(dump_event(event)), *columns.values()),
    )
    return Reminder(ItemRef(calendar, "i1"), event, due, "a", id=made)


def pages(activity: Activity, wanted: Filter, count: int) -> list[Entry]:
    """All pages, one after the other."""
    found: list[Entry] = []
    before: Key | None = None
    while page := activity.page(wanted, before, count):
        assert len(page) <= count
        found += page
        before = page[-1].key
    return found


def test_changes_and_told_reminders_come_together_newest_first(store: Store, activity: Activity) -> None:
    first, second = put(store, NOW), put(store, NOW + 2 * MINUTE)
    reminder = remind(store, NOW + MINUTE)
    remind(store, NOW + 3 * MINUTE, told=False)
    assert [entry.what for entry in activity.page(Filter())] == [second, reminder, first]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_pages_leave_nothing_out_and_give_nothing_twice(store: Store, activity: Activity, count: int) -> None:
    """Also where several happened at the same instant, and where more comes in between two pages."""
    made = [put(store, NOW - number // 4 * MINUTE, item_id=f"i{number}") for number in range(12)]
    reminders = [remind(store, NOW - number * MINUTE) for number in range(4)]
    whole = activity.page(Filter(), count=100)
    assert {entry.what.id for entry in whole if isinstance(entry.what, Change)} == {each.id for each in made}
    assert len(whole) == len(made) + len(reminders)
    keys = [entry.key for entry in whole]
    assert keys == sorted(keys, reverse=True)
    assert pages(activity, Filter(), count) == whole
    first = activity.page(Filter(), count=count)
    put(store, NOW + MINUTE, item_id="new")
    assert activity.page(Filter(), first[-1].key, 100) == whole[count:]


def test_only_one_calendar_or_only_what_is_unread(store: Store, activity: Activity) -> None:
    team, other = put(store, NOW), put(store, NOW, OTHER)
    missed = remind(store, NOW + MINUTE, missed=True)
    remind(store, NOW + 2 * MINUTE)
    activity.mark_read([team])
    assert [entry.what for entry in activity.page(Filter(OTHER))] == [other]
    assert [entry.what for entry in activity.page(Filter(unread=True))] == [missed, other]
    assert [entry.what for entry in activity.page(Filter(TEAM, unread=True))] == [missed]


def test_unread_are_changes_and_missed_reminders(store: Store, activity: Activity) -> None:
    put(store, NOW)
    put(store, NOW, OTHER)
    remind(store, NOW)
    remind(store, NOW + MINUTE, missed=True)
    remind(store, NOW + 2 * MINUTE, missed=True, dismissed=1)
    remind(store, NOW + 3 * MINUTE, told=False)
    assert activity.unread() == {TEAM: 2, OTHER: 1}
    assert sum(entry.unread for entry in activity.page(Filter())) == 3


def test_a_calendar_that_shall_tell_nothing_counts_nothing_and_is_listed(store: Store, activity: Activity) -> None:
    put(store, NOW)
    calendar = store.calendar(TEAM)
    assert calendar is not None
    store.update_calendar(replace(calendar, level=Level.NOTHING))
    assert activity.unread() == {}
    assert [entry.unread for entry in activity.page(Filter())] == [False]
    assert activity.page(Filter(unread=True)) == []


def test_read_is_what_was_opened(store: Store, activity: Activity) -> None:
    opened, _left = put(store, NOW, item_id="a"), put(store, NOW, item_id="b")
    missed = remind(store, NOW, missed=True)
    activity.mark_read([opened], [missed])
    assert activity.unread() == {TEAM: 1}
    activity.mark_read(items=[ItemRef(OTHER, "b")])
    assert activity.unread() == {TEAM: 1}
    activity.mark_read(items=[ItemRef(TEAM, "b")])
    assert activity.unread() == {}


def test_all_is_read_or_all_of_one_calendar(store: Store, activity: Activity) -> None:
    put(store, NOW)
    put(store, NOW, OTHER)
    remind(store, NOW, OTHER, missed=True)
    activity.mark_all_read(OTHER)
    assert activity.unread() == {TEAM: 1}
    activity.mark_all_read()
    assert activity.unread() == {}
    assert store.untold() != []  # seen is not told


def test_what_was_found_after_being_away_says_since_when(store: Store, activity: Activity) -> None:
    found = put(store, NOW)
    activity.mark_away([found], NOW - timedelta(days=2))
    assert [entry.away for entry in activity.page(Filter())] == [NOW - timedelta(days=2)]
    assert [entry.away for entry in activity.changes([found.id])] == [NOW - timedelta(days=2)]


def test_a_reminder_says_what_became_of_it(store: Store, activity: Activity) -> None:
    snoozed = remind(store, NOW, snoozed=(NOW + MINUTE).timestamp())
    dismissed = remind(store, NOW + MINUTE, dismissed=1)
    entries = activity.reminders([snoozed.id, dismissed.id])
    assert [(entry.dismissed, entry.snoozed) for entry in entries] == [(True, None), (False, NOW + MINUTE)]


def test_all_is_gone_after_ninety_days_and_nothing_before_it_was_told(store: Store, activity: Activity) -> None:
    told, _untold = put(store, NOW, item_id="told"), put(store, NOW, item_id="untold")
    store.mark_told([told], NOW)
    store.mark_told([], NOW + timedelta(days=89))
    assert len(activity.page(Filter())) == 2
    store.mark_told([], NOW + timedelta(days=91))
    assert [entry.item.item_id for entry in activity.page(Filter())] == ["untold"]
    assert activity.unread() == {TEAM: 1}


def test_when_an_account_was_online_survives_a_restart(store: Store, activity: Activity) -> None:
    assert activity.last_online("ann@example.org") is None
    activity.set_online("ann@example.org", NOW)
    activity.set_online("ann@example.org", NOW + MINUTE)
    again = Store(store.path)
    assert Activity(again.db).last_online("ann@example.org") == NOW + MINUTE
    again.close()


def test_with_a_calendar_goes_what_happened_in_it(store: Store, activity: Activity) -> None:
    put(store, NOW)
    remind(store, NOW, missed=True)
    store.remove_calendar(TEAM)
    assert activity.page(Filter()) == []
    assert activity.unread() == {}


def test_the_numbers_are_read_from_an_index_alone(store: Store) -> None:
    for table, condition in (("change", "read = 0"), ("reminder", _UNREAD_REMINDER)):
        sql = f"EXPLAIN QUERY PLAN SELECT calendar, count(*) FROM {table} WHERE {condition} GROUP BY calendar"
        (plan,) = store.db.rows(lambda row: row[3], sql)
        assert f"USING COVERING INDEX {table}_unread" in plan


def test_of_a_damaged_store_the_latest_is_kept_as_it_was_read(store: Store, activity: Activity) -> None:
    seen, _unseen, away = (put(store, NOW, item_id=name) for name in ("seen", "unseen", "away"))
    store.mark_told([seen, away], NOW)
    activity.mark_read([seen])
    activity.mark_away([away], NOW - MINUTE)
    before = activity.page(Filter())
    store.replace()
    assert activity.page(Filter()) == before
    assert [each.item_id for each in store.untold()] == ["unseen"]


def test_what_is_being_thrown_away_is_not_listed(store: Store, activity: Activity) -> None:
    put(store, NOW)
    store.move_calendar(TEAM, CalendarRef("", UNFINISHED, "x"))
    assert activity.page(Filter()) == []
    assert activity.unread() == {}
    assert activity.changes([1]) == []


@pytest.mark.parametrize("wanted", [Filter(unread=True), Filter(TEAM, unread=True)])
def test_the_few_that_are_unread_are_found_without_reading_all_others(
    store: Store, activity: Activity, monkeypatch: pytest.MonkeyPatch, wanted: Filter
) -> None:
    """Of 20 000 changes, the window would wait 70 ms."""
    asked: list[tuple[str, Sequence[object]]] = []
    rows = store.db.rows

    def noted(make: Any, sql: str, values: Sequence[object] = ()) -> list[Any]:
        asked.append((sql, values))
        return rows(make, sql, values)

    monkeypatch.setattr(store.db, "rows", noted)
    activity.page(wanted)
    monkeypatch.undo()
    for (sql, values), table in zip(asked[-2:], ("change", "reminder"), strict=True):
        plan, *_sorting = store.db.rows(lambda row: row[3], f"EXPLAIN QUERY PLAN {sql}", values)
        assert f"USING INDEX {table}_unread" in plan
