"""The activity list: its rows, its words, and that what stays is not touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from ui_activity import BACK, SINCE, change, entries, entry
from ui_fakes import CALENDARS, HOLIDAYS, NOW, TEAM, at

from c42desktop.calendar.activity import Entry, Key
from c42desktop.calendar.model import ChangeKind, Event, ItemRef, Reminder
from c42desktop.ui.activity_faces import RowFace, SectionFace
from c42desktop.ui.activity_model import FACE, ROW, ActivityModel
from c42desktop.ui.activity_rows import Kind


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ActivityModel:
    made = ActivityModel(NOW)
    made.set_calendars(CALENDARS)
    qtmodeltester.check(made)
    made.reset(entries())
    return made


def indexes(model: ActivityModel) -> list[QModelIndex]:
    return [model.index(row) for row in range(model.rowCount())]


def lines(model: ActivityModel) -> list[str]:
    """What each row says: title, second line, time."""
    found = []
    for index in indexes(model):
        face: SectionFace | RowFace = index.data(FACE)
        if isinstance(face, SectionFace):
            found.append(" ".join(filter(None, ["#", face.title, face.note])))
        else:
            found.append(" | ".join([face.title, "".join(run.text for run in face.second), face.time]))
    return found


def titles(model: ActivityModel) -> list[str]:
    return [index.data(FACE).title for index in indexes(model)]


def live(number: int, minutes: int = 0, **more: object) -> Entry:
    """A change of this afternoon."""
    event = Event(f"n{number}", f"Event {number}", at(23, 9), at(23, 10))
    made = change(ChangeKind.ADDED, TEAM, event, NOW + timedelta(minutes=minutes), number)
    return replace(entry(made, unread=True), **more)  # type: ignore[arg-type]


def test_the_rows_of_the_drawing(model: ActivityModel) -> None:
    assert lines(model) == [
        "# Today",
        "Design review moved | Start 14:00 → 15:00 · Place Room 12 → Room 4 | 13:33",
        "Reminder: Call with Vera | Today 14:00 | 13:30",
        "Train to Utrecht moved | Start 17:04 → 17:12 | 13:20",
        "Bram invites you to Budget 2027 | Tomorrow 10:30 – 11:30 · Room 12 | 12:58",
        "Dentist cancelled | Was today 11:00 – 12:00 | 10:12",
        "# While you were away Friday 18:05 – today 08:47",
        "Retro added | Tomorrow 16:00 – 17:30 · Room 4 | Saturday",
        "4 events added in Public holidays | 2027 | Saturday",
        "Reminder missed: Stand-up | Friday 19:00 | Friday",
        "# Thursday 19 November",
        "Train to Utrecht removed | Was today 17:12 – 17:50 | 15:02",
        "# Tuesday 3 November",
        "Train to Utrecht added | Today 17:12 – 17:50 · Rotterdam Centraal | 09:20",
    ]


def test_the_old_is_struck_out_and_the_new_is_bold(model: ActivityModel) -> None:
    runs = [(run.text, run.ink.name) for run in indexes(model)[1].data(FACE).second]
    assert runs[:4] == [("Start ", "PLAIN"), ("14:00", "BEFORE"), (" → ", "PLAIN"), ("15:00", "AFTER")]


def test_a_row_is_read_aloud_as_a_sentence(model: ActivityModel) -> None:
    assert indexes(model)[1].data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Unread, Design review moved, Start 14:00 to 15:00, Place Room 12 to Room 4, Product team, 13:33."
    )
    assert indexes(model)[8].data(Qt.ItemDataRole.AccessibleTextRole) == (
        "4 events added in Public holidays, 2027, Saturday, Folded."
    )


def test_headers_cannot_be_selected(model: ActivityModel) -> None:
    for index in indexes(model):
        header = index.data(ROW).kind is Kind.HEADER
        assert bool(index.flags() & Qt.ItemFlag.ItemIsSelectable) is not header


def test_a_row_for_several_unfolds_and_folds_again(model: ActivityModel) -> None:
    before = lines(model)
    row = indexes(model)[8].data(ROW)
    model.unfold(row.key)
    assert [line.split(" | ")[0] for line in lines(model)[8:13]] == [
        "4 events added in Public holidays",
        "New Year’s Day added",
        "Good Friday added",
        "Easter Monday added",
        "King’s Day added",
    ]
    assert indexes(model)[8].data(FACE).unfolded
    model.unfold(row.key)
    assert lines(model) == before


def test_two_of_a_kind_are_two_rows(model: ActivityModel) -> None:
    model.reset([each for each in entries() if each.calendar == HOLIDAYS][:2])
    assert titles(model)[1:] == ["New Year’s Day added", "Good Friday added"]


def test_what_others_say_about_when_they_did_it_counts_only_for_the_time_away(model: ActivityModel) -> None:
    event = Event("x", "Early", at(25, 9), modified=SINCE - timedelta(days=30))
    model.reset([entry(change(ChangeKind.ADDED, TEAM, event, BACK, 1), away=True)])
    assert lines(model)[1].endswith("| 08:47")


def test_new_rows_come_in_without_touching_the_others(model: ActivityModel) -> None:
    seen: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: seen.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: seen.append(("out", first, last)))
    model.dataChanged.connect(lambda first, last, _roles: seen.append(("data", first.row(), last.row())))
    model.add([live(21), live(20)])
    # The header says the same, but what is first below it is another entry.
    assert seen == [("in", 1, 2), ("data", 0, 0)]
    assert titles(model)[:4] == ["Today", "Event 21 added", "Event 20 added", "Design review moved"]


def test_what_is_read_loses_its_dot_and_nothing_else(model: ActivityModel) -> None:
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, _last: inserted.append(first))
    model.add([replace(model.entries[0], unread=False)])
    assert not inserted
    assert [index.data(FACE).unread for index in indexes(model)[1:5]] == [False, False, True, True]


def test_one_that_is_told_late_stands_where_it_fell_due(model: ActivityModel) -> None:
    event = Event("late", "Lunch", at(22, 12), at(22, 13))
    model.add([Entry(Reminder(ItemRef(TEAM, "late"), event, at(22, 11, 50), "a", id=9), at(22, 11, 50), missed=True)])
    assert titles(model)[4:7] == ["Bram invites you to Budget 2027", "Reminder missed: Lunch", "Dentist cancelled"]


@pytest.fixture
def unchecked() -> ActivityModel:
    """The checks fetch by themselves while the model is reset."""
    made = ActivityModel(NOW)
    made.set_calendars(CALENDARS)
    return made


def paged(model: ActivityModel, whole: list[Entry], count: int) -> list[Key | None]:
    """Have the model fetch from these; gives what it asks for."""
    asked: list[Key | None] = []

    def fetch(after: Key | None) -> list[Entry]:
        asked.append(after)
        return [each for each in whole if after is None or each.key < after][:count]

    model.fetch = fetch
    model.reset(whole[:count])
    return asked


def test_older_ones_are_fetched_in_pages_until_there_are_none(
    unchecked: ActivityModel, qtmodeltester: ModelTester
) -> None:
    whole, model = entries(), unchecked
    asked = paged(model, whole, 5)
    qtmodeltester.check(model)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert list(model.entries) == whole
    assert asked == [whole[4].key, whole[9].key, whole[-1].key]
    full = ActivityModel(NOW)
    full.set_calendars(CALENDARS)
    full.reset(whole)
    assert lines(model) == lines(full)


def test_what_is_older_than_all_that_is_loaded_comes_with_its_page(unchecked: ActivityModel) -> None:
    whole, model = entries(), unchecked
    paged(model, whole, 5)
    model.add([replace(whole[-1], unread=True)])
    assert list(model.entries) == whole[:5]
    model.fetchMore(QModelIndex())
    model.trim(3)
    assert list(model.entries) == whole[:3]
    assert model.canFetchMore(QModelIndex())


def test_midnight_and_another_zone_move_the_headers(model: ActivityModel) -> None:
    model.set_now(NOW + timedelta(days=1))
    assert [line for line in lines(model) if line.startswith("#")][:2] == [
        "# Yesterday Sunday 22 November",
        "# While you were away Friday 18:05 – yesterday 08:47",
    ]
    model.set_now(NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    assert lines(model)[1].endswith("21:33")
    assert "# While you were away Yesterday 02:05 – today 16:47" in lines(model)


def test_with_the_minute_only_what_says_something_else_is_drawn_anew(model: ActivityModel) -> None:
    lines(model)
    drawn: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: drawn.append(first.row()))
    model.set_now(NOW + timedelta(minutes=1))
    assert drawn == []
    model.set_now(at(22, 14, 45))  # the call is over: nothing waits any more
    assert drawn == [2]


def test_a_look_that_goes_on_fills_the_row_it_began(model: ActivityModel) -> None:
    days = [each for each in entries() if each.calendar == HOLIDAYS]
    model.reset(days[1:])
    model.add(days[:1])
    assert titles(model) == ["While you were away", "4 events added in Public holidays"]
