"""What was found, as rows: what is to come in days, the past below it, more of it in pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

import pytest
from PySide6.QtCore import QModelIndex
from ui_fakes import CALENDARS, DESIGN_ITEM, HOLIDAYS, NOW, TEAM, at, entry, item

from c42desktop.calendar.model import Event, EventType, Status
from c42desktop.ui.agenda_model import FACE, ROW
from c42desktop.ui.agenda_rows import Entry, Kind
from c42desktop.ui.search_model import Hit, SearchModel


class ModelTester(Protocol):
    def check(self, model: SearchModel) -> None: ...


def hit(name: str, day: int, *, month: int = 11) -> Hit:
    start = at(day, 15, month=month)
    return Hit(entry("team", name, start, start + timedelta(hours=1)), start < NOW)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> SearchModel:
    made = SearchModel(NOW)
    qtmodeltester.check(made)
    made.set_calendars(CALENDARS)
    return made


@pytest.fixture
def unchecked() -> SearchModel:
    """The tester fetches all that there is, whenever it likes: not while pages are what is tested."""
    return SearchModel(NOW)


def lines(model: SearchModel) -> list[str]:
    faces = [model.index(row).data(FACE) for row in range(model.rowCount())]
    return [f"{face.title} {face.date}".strip() if hasattr(face, "date") else f"- {face.title}" for face in faces]


def test_what_is_to_come_stands_above_the_past_the_latest_first(model: SearchModel) -> None:
    model.reset([hit("Review", 22), hit("Retro", 23), hit("Plan", 23), hit("Old", 3), hit("Older", 3, month=10)])
    assert lines(model) == [
        "Today Sunday 22 November",
        "- Review",
        "Tomorrow Monday 23 November",
        "- Plan",
        "- Retro",
        "Past",
        "Tuesday 3 November",
        "- Old",
        "Saturday 3 October",
        "- Older",
    ]


def test_headers_are_no_place_to_stop_at_and_rows_know_their_event(model: SearchModel) -> None:
    model.reset([hit("Review", 22), hit("Old", 3)])
    assert [bool(model.flags(model.index(row)) & model.flags(model.first())) for row in range(5)][1] is True
    assert model.first().data(ROW).event.summary == "Review"
    assert model.find(item("team", "old")).row() == 4
    assert not model.find(DESIGN_ITEM).isValid()
    assert not model.find(None).isValid()
    assert model.first().data(FACE).second == "Product team"


def test_a_to_do_that_was_done_long_ago_is_found_too(model: SearchModel) -> None:
    done = Event("t", "Tidy up", at(2, 9), type=EventType.TODO, status=Status.COMPLETED)
    undated = Event("u", "Tidy the cellar", type=EventType.TODO, status=Status.COMPLETED)
    timed = Entry(item("ann", "t"), (), (done,))
    model.reset([Hit(Entry(item("ann", "u"), (), (undated,)), False), Hit(timed, True)])
    assert [line for line in lines(model) if line.startswith("-")] == ["- Tidy the cellar", "- Tidy up"]


def test_more_come_in_pages_below_what_is_there(unchecked: SearchModel, qtmodeltester: ModelTester) -> None:
    model = unchecked
    pages = [[hit("Retro", 23)], [hit("Old", 3)], []]
    model.fetch = lambda: pages.pop(0)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.reset([hit("Review", 22)], complete=False)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert inserted == [(2, 3), (4, 6)]
    assert [line for line in lines(model) if line.startswith("-")] == ["- Review", "- Retro", "- Old"]
    assert model.count() == 3
    qtmodeltester.check(model)


def test_what_a_page_brings_for_a_day_above_is_put_there(unchecked: SearchModel) -> None:
    model = unchecked
    model.reset([hit("Review", 22), hit("Retro", 24)], complete=False)
    model.fetch = lambda: [hit("Plan", 23)]
    model.fetchMore(QModelIndex())
    assert [line for line in lines(model) if line.startswith("-")] == ["- Review", "- Plan", "- Retro"]


def test_what_cannot_be_read_stands_below_today_under_a_header_of_its_own(model: SearchModel) -> None:
    broken = Event(uid="x", summary="Sommerfest", problem="Its start is not a date.")
    model.reset([hit("Review", 22), Hit(Entry(item("team", "x"), (), (broken,)), False), hit("Old", 3)])
    assert lines(model)[2:5] == ["Unreadable", "- Sommerfest", "Past"]


def test_the_clock_moves_on(model: SearchModel) -> None:
    model.reset([Hit(entry("holidays", "Freeze", date(2026, 11, 21), date(2026, 11, 25)), False), hit("Review", 22)])
    assert model.index(2).data(FACE).past is False
    model.set_now(NOW + timedelta(hours=4))
    assert model.index(2).data(FACE).past is True
    assert model.index(1).data(ROW).kind is Kind.BAND
    assert {model.index(row).data(ROW).item.calendar for row in (1, 2)} == {HOLIDAYS, TEAM}
