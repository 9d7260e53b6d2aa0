"""The agenda has no end, and the model holds a small part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.controllers.agenda import MOST, SLICE, AgendaController
from c42desktop.controllers.agenda_reading import BLOCK
from c42desktop.store.store import Store
from c42desktop.ui.agenda_model import FACE, AgendaModel
from tests.benchmarks import crowd


class Stage:
    """A store full of events, and a reader who looks at some row."""

    def __init__(self, path: Path) -> None:
        crowd.fill(path / "calendars.sqlite", crowd.mixed(4_000))
        self.store = Store(path / "calendars.sqlite")
        self.model = AgendaModel(crowd.NOW)
        self.controller = AgendaController(self.store, self.model, now=lambda: crowd.NOW)
        self.top = QPersistentModelIndex()
        self.controller.in_sight = self.in_sight
        self.turns = 0
        self.controller.look = self.ask  # type: ignore[method-assign]  # the turns are taken one by one
        self.controller.reload()
        self.settle()

    def in_sight(self) -> tuple[int, int]:
        top = self.top.row() if self.top.isValid() else max(0, self.model.today().row())
        return top, min(top + 15, self.model.rowCount() - 1)

    def look_at(self, place: int) -> None:
        self.top = QPersistentModelIndex(self.model.index(place))
        self.ask()
        self.settle()

    def ask(self, _pause: float = 0.0) -> None:
        self.turns += 1

    def settle(self) -> None:
        while self.turns:
            self.turns = 0
            self.controller._look()


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    for name in ("AT_ONCE", "AT_START", "SLICE"):
        monkeypatch.setattr(f"c42desktop.controllers.agenda.{name}", 10.0)
    made = Stage(tmp_path)
    made.controller._schedule = lambda: None  # type: ignore[method-assign]  # nothing changes here
    yield made
    made.store.close()


def test_whoever_goes_on_finds_more_and_the_model_stays_small(stage: Stage) -> None:
    added: list[int] = []
    stage.model.rowsInserted.connect(lambda _parent, first, last: added.append(last - first + 1))
    before = stage.model.days.last
    for _time in range(12):
        stage.look_at(stage.model.rowCount() - 16)
        assert stage.model.rowCount() < 2 * MOST + 4 * BLOCK
    assert stage.model.days.last > before + timedelta(days=20)
    assert max(added) <= 4 * BLOCK


def test_rows_come_or_go_once_in_a_turn(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.controllers.agenda.SLICE", SLICE)
    changes: list[str] = []
    stage.model.rowsInserted.connect(lambda *_args: changes.append("came"))
    stage.model.rowsRemoved.connect(lambda *_args: changes.append("went"))
    found = set[str]()
    for _time in range(12):
        stage.top = QPersistentModelIndex(stage.model.index(stage.model.rowCount() - 16))
        stage.ask()
        while stage.turns:
            stage.turns = 0
            stage.controller._look()
            assert len(changes) <= 1
            found |= set(changes)
            changes.clear()
    assert found == {"came", "went"}


def test_any_day_can_be_shown_also_one_without_anything(stage: Stage) -> None:
    day = date(2199, 5, 17)
    stage.controller.show_day(day)
    index = stage.model.find_day(day)
    assert (index.data(FACE).date, index.data(FACE).note) == ("17 May 2199", "Nothing planned")
    assert not stage.model.today().isValid()


def test_what_is_far_away_is_found_and_the_tray_stays_at_today(stage: Stage) -> None:
    upcoming = [each.item for each in stage.controller.next_events()]
    far = ItemRef(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "single 0")
    stage.controller.show_item(far)
    assert stage.model.find(far).isValid()
    assert len(upcoming) == 5
    stage.controller.show_day(date(2100, 1, 1))
    assert [each.item for each in stage.controller.next_events()] == upcoming
