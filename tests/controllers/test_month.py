"""The dots of the month follow the store, a moment later, and only while somebody sees them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.controllers import month as module
from c42desktop.controllers.month import MonthController
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.month import Month
from tests.store.test_days import TEAM, ZONE, at, put

TODAY = date(2026, 11, 22)


class Stage:
    """A store, the overview of a month, and what it was told."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path / "calendars.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.month = Month(TODAY)
        self.told: list[set[date]] = []
        tell = self.month.set_busy
        self.month.set_busy = lambda days: (tell(days), self.told.append(set(days)))  # type: ignore[method-assign]
        self.tasks = Tasks()
        self.controller = MonthController(
            self.store, self.month, self.tasks, now=lambda: datetime(2026, 11, 22, 12, tzinfo=ZONE)
        )

    async def looked(self, times: int) -> None:
        async with asyncio.timeout(5):
            while len(self.told) < times:
                await asyncio.sleep(0.001)


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr(module, "PAUSE", 0.01)
    monkeypatch.setattr(module, "LEISURE", 0)
    monkeypatch.setattr(module, "READ_AGAIN", 0.01)
    made = Stage(tmp_path)
    qtbot.addWidget(made.month)
    yield made
    made.controller.close()
    await made.tasks.cancel()
    made.store.close()


async def test_it_is_looked_when_the_month_comes_into_sight(stage: Stage) -> None:
    put(stage.store, "meeting", at(3, 9), at(3, 10))
    stage.controller.touch()
    await asyncio.sleep(0.03)
    assert stage.told == [], "nobody sees it"
    stage.month.show()
    await stage.looked(1)
    assert stage.told == [{date(2026, 11, 3)}]


async def test_a_burst_is_looked_at_once(stage: Stage) -> None:
    stage.month.show()
    await stage.looked(1)
    for day in range(1, 6):
        put(stage.store, f"meeting {day}", at(day, 9), at(day, 10))
        stage.controller.touch()
    await stage.looked(2)
    await asyncio.sleep(0.03)
    assert stage.told == [set(), {date(2026, 11, day) for day in range(1, 6)}]


async def test_another_month_is_looked_at_and_the_one_before_given_up(stage: Stage) -> None:
    put(stage.store, "meeting", at(3, 9, month=12), at(3, 10, month=12))
    stage.month.show()
    stage.month.show_day(date(2026, 12, 1))
    await stage.looked(1)
    await asyncio.sleep(0.03)
    assert stage.told == [{date(2026, 12, 3)}]


async def test_a_store_that_cannot_be_read_is_read_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    put(stage.store, "meeting", at(3, 9), at(3, 10))
    look, fails = module.busy_days, [StoreError("locked"), StoreError("locked")]

    def locked(*asked: Any) -> Iterator[set[date]]:
        if fails:
            raise fails.pop()
        return look(*asked)

    monkeypatch.setattr(module, "busy_days", locked)
    stage.month.show()
    await stage.looked(1)
    assert stage.told == [{date(2026, 11, 3)}] and not fails


async def test_thousands_of_series_leave_the_loop_its_turns(stage: Stage) -> None:
    with stage.store.transaction():
        for number in range(1000):
            begin = date(1990, 1, 1) + timedelta(days=number % 300)
            put(stage.store, f"b{number}", begin, begin + timedelta(days=1), rrules=("FREQ=YEARLY",))
    stage.month.show()
    turns = 0
    while not stage.told:
        turns += 1
        await asyncio.sleep(0)
    assert turns > 5
