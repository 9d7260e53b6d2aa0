"""The agenda changes exactly the rows concerned and never differs from one built from scratch."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from ui_fakes import ANN, CALENDARS, NOW, TEAM, ZONE, at, entries, entry, item, occurrence

from c42desktop.calendar.model import Event, EventType, ItemRef, Occurrence, Status
from c42desktop.ui.agenda_faces import EventFace, HeaderFace
from c42desktop.ui.agenda_model import FACE, ROW, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Days, Entry, Kind, within
from c42desktop.ui.pills import Pill, PillKind

NEW = Pill(PillKind.NEW, "New")


def made(*these: Entry, now: datetime = NOW) -> AgendaModel:
    model = AgendaModel(now)
    model.set_calendars([replace(calendar, visible=True) for calendar in CALENDARS])
    model.reset(these)
    return model


def show(model: AgendaModel, shown: Entry) -> None:
    model.replace(shown.item, shown.occurrences, shown.waiting)


def faces(model: AgendaModel) -> list[HeaderFace | EventFace]:
    return [model.index(row).data(FACE) for row in range(model.rowCount())]


def titles(model: AgendaModel) -> list[str]:
    return [face.title for face in faces(model)]


def face(model: AgendaModel, title: str) -> EventFace:
    return next(face for face in faces(model) if isinstance(face, EventFace) and face.title == title)


class Shadow:
    """Follows a model by its signals alone."""

    def __init__(self, model: AgendaModel) -> None:
        self.model = model
        self.signals: list[tuple[str, int, int]] = []
        self.rows: list[object] = []
        self._reset()
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)

    def now(self) -> list[object]:
        return self._read(0, self.model.rowCount())

    def _read(self, first: int, end: int) -> list[object]:
        indexes = [self.model.index(row) for row in range(first, end)]
        return [(index.data(FACE), index.data(SHAPE)) for index in indexes]

    def _reset(self) -> None:
        self.rows = self.now()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.signals.append(("insert", first, last))
        self.rows[first:first] = self._read(first, last + 1)

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.signals.append(("remove", first, last))
        del self.rows[first : last + 1]

    def _moved(self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, target: int) -> None:
        self.signals.append(("move", first, target))
        assert first == last
        row = self.rows.pop(first)
        self.rows.insert(target - (target > first), row)

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.signals.append(("change", first.row(), last.row()))
        self.rows[first.row() : last.row() + 1] = self._read(first.row(), last.row() + 1)


def test_an_empty_agenda_has_todays_header_only(qtmodeltester: ModelTester) -> None:
    model = made()
    assert titles(model) == ["Today"]
    assert model.is_empty()
    qtmodeltester.check(model)


def test_the_drawing_from_top_to_bottom(qtmodeltester: ModelTester) -> None:
    model = made(*entries())
    assert titles(model) == [
        "Today",
        "Release freeze · until Tuesday",
        "Stand-up",
        "Dentist",
        "Call with Vera",
        "Design review",
        "Train to Utrecht",
        "Tomorrow",
        "Stand-up",
        "Budget 2027",
        "Retro",
        "Wednesday",
        "Breakfast with the board",
    ]
    today = faces(model)[0]
    assert isinstance(today, HeaderFace)
    assert (today.date, today.note) == ("Sunday 22 November", "4 left")
    qtmodeltester.check(model)


def test_a_row_says_when_where_and_in_which_calendar() -> None:
    call = face(made(*entries()), "Call with Vera")
    assert (call.starts, call.ends, call.second, call.relative) == ("14:00", "14:45", "Video call · Ann", "in 25 min")
    assert (call.past, call.struck, call.color) == (False, False, "#7c5cd6")


def test_past_events_fade_and_cancelled_ones_say_so() -> None:
    model = made(*entries())
    assert face(model, "Stand-up").past
    dentist = face(model, "Dentist")
    assert dentist.struck
    assert dentist.pill == Pill(PillKind.CANCELLED, "Cancelled")


def test_an_event_in_another_zone_tells_its_own_time_too() -> None:
    breakfast = face(made(*entries()), "Breakfast with the board")
    assert (breakfast.starts, breakfast.second) == ("08:30", "15:30 in Singapore · Ann")


def test_a_row_is_read_aloud_as_one_sentence() -> None:
    model = made(*entries())
    model.mark(item("team", "design"), Pill(PillKind.MOVED, "Moved from 14:00"))
    said = model.find(item("team", "design")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Design review, Moved from 14:00, Today, 15:00 to 16:00, Room 4, Lloydstraat 138, Rotterdam, "
        "Product team, Repeats, Reminder."
    )
    assert model.today().data(Qt.ItemDataRole.AccessibleTextRole) == "Today, Sunday 22 November, 4 left"


def test_headers_cannot_be_selected_and_events_can() -> None:
    model = made(*entries())
    assert not model.today().flags() & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_now_line_stands_above_what_is_still_to_come() -> None:
    model = made(*entries())
    lines = [index for index in range(model.rowCount()) if model.index(index).data(SHAPE).line_above]
    assert [model.index(index).data(FACE).title for index in lines] == ["Call with Vera"]
    assert face(model, "Call with Vera").line == "13:35"


def test_the_now_line_stands_below_the_last_row_of_a_day_that_is_done() -> None:
    model = made(*entries(), now=at(22, 21))
    assert model.find(item("travel", "train-to-utrecht")).data(SHAPE).line_below
    assert faces(model)[0].note == "1 left"  # type: ignore[union-attr]


def test_a_running_event_is_now_and_above_the_line() -> None:
    model = made(*entries(), now=at(22, 14, 10))
    assert face(model, "Call with Vera").relative == "now"
    assert model.find(item("team", "design")).data(SHAPE).line_above


def test_the_first_row_of_a_day_brings_its_header_and_the_last_takes_it_away() -> None:
    model = made()
    shadow = Shadow(model)
    lunch = entry("ann", "Lunch", at(24, 12), at(24, 13))
    show(model, lunch)
    assert titles(model) == ["Today", "Tuesday", "Lunch"]
    assert [signal for signal in shadow.signals if signal[0] == "insert"] == [("insert", 1, 1), ("insert", 2, 2)]
    model.replace(lunch.item, ())
    assert titles(model) == ["Today"]


def test_a_new_room_does_not_hide_that_it_was_moved() -> None:
    model, retro = made(*entries()), item("team", "retro")
    moved, changed = Pill(PillKind.MOVED, "Moved from 15:00"), Pill(PillKind.CHANGED, "Changed")
    told = []
    for pill in (changed, moved, changed, replace(moved, text="Moved from 16:00"), NEW, changed):
        model.mark(retro, pill)
        told.append(getattr(face(model, "Retro").pill, "text", ""))
    assert told == ["Changed", "Moved from 15:00", "Moved from 15:00", "Moved from 16:00", "New", "Changed"]


def test_a_change_of_text_touches_one_row() -> None:
    model = made(*entries())
    shadow = Shadow(model)
    show(model, entry("team", "Retro", at(23, 16), at(23, 17, 30), location="Room 12"))
    row = model.find(item("team", "retro")).row()
    assert shadow.signals == [("change", row, row), ("change", 0, 0)]
    assert face(model, "Retro").second == "Room 12 · Product team"


def test_showing_the_same_again_touches_nothing() -> None:
    model = made(*entries())
    shadow = Shadow(model)
    for again in entries():
        show(model, again)
    assert shadow.signals == []


def test_a_moved_event_moves_its_row() -> None:
    model = made(*entries())
    shadow = Shadow(model)
    show(model, entry("ann", "Call with Vera", at(22, 18), at(22, 18, 45)))
    assert [signal[0] for signal in shadow.signals if signal[0] != "change"] == ["move"]
    assert titles(model)[4:7] == ["Design review", "Train to Utrecht", "Call with Vera"]
    assert shadow.rows == shadow.now()


def test_moving_the_only_event_of_a_day_takes_the_header_along() -> None:
    board = item("ann", "breakfast-with-the-board")
    model = made(*entries())
    show(model, entry("ann", "Breakfast", at(26, 8), at(26, 9), board.item_id))
    assert titles(model)[-2:] == ["Thursday", "Breakfast"]


def test_a_series_that_lost_one_occurrence_loses_one_row() -> None:
    events = [Event("w", "Weekly", at(day, 9), at(day, 10)) for day in (23, 24, 25, 26)]
    shown = Entry(item("team", "w"), tuple(occurrence(event) for event in events))
    model = made(shown)
    shadow = Shadow(model)
    model.replace(shown.item, [shown.occurrences[0], *shown.occurrences[2:]])
    assert [signal[0] for signal in shadow.signals if signal[0] != "change"] == ["remove", "remove"]


def test_a_running_event_of_several_days_stands_under_today() -> None:
    fair = entry("travel", "Fair", at(20, 9), at(24, 18))
    model = made(fair)
    assert titles(model) == ["Today", "Fair · until Tuesday"]
    assert face(model, "Fair · until Tuesday").row is Kind.BAND


def test_a_coming_event_of_several_days_stands_under_its_first_day() -> None:
    model = made(entry("travel", "Fair", at(23, 9), at(25, 18)))
    fair = face(model, "Fair")
    assert (fair.starts, fair.ends, fair.second) == ("09:00", "", "until Wednesday · Travel")


def test_a_night_is_not_called_an_event_of_several_days() -> None:
    party = face(made(entry("ann", "Party", at(22, 22), at(23, 2))), "Party")
    assert (party.starts, party.ends, party.second) == ("22:00", "02:00", "Ann")


def test_all_day_events_come_before_timed_ones() -> None:
    model = made(
        entry("ann", "Early", at(23, 0), at(23, 1)), entry("ann", "Birthday", date(2026, 11, 23), date(2026, 11, 24))
    )
    assert titles(model)[2:] == ["Birthday", "Early"]


def test_what_cannot_be_read_stands_below_today_under_its_own_header() -> None:
    broken = Event("x", "", problem="This is not a calendar event.")
    model = made(*entries(), Entry(item("team", "urn:1"), (), (broken,)))
    place = titles(model).index("Tomorrow")
    assert titles(model)[place - 2 : place] == ["Unreadable", "Untitled event"]
    last = faces(model)[place - 1]
    assert isinstance(last, EventFace)
    assert (last.row, last.second) == (Kind.UNREADABLE, "This is not a calendar event · Product team")
    model.replace(item("team", "urn:1"), ())
    assert "Unreadable" not in titles(model)


def test_a_hidden_calendar_shows_nothing_and_is_kept_up_to_date() -> None:
    model = made(*entries())
    model.set_visible(TEAM, False)
    assert "Retro" not in titles(model)
    show(model, entry("team", "Retro", at(23, 17), at(23, 18)))
    assert "Retro" not in titles(model)
    model.set_visible(TEAM, True)
    assert face(model, "Retro").starts == "17:00"


def test_hiding_and_showing_a_calendar_gives_the_same_rows() -> None:
    model = made(*entries())
    before = faces(model)
    model.set_visible(TEAM, False)
    model.set_visible(TEAM, True)
    assert faces(model) == before


def test_a_removed_calendar_takes_its_rows_along() -> None:
    model = made(*entries())
    model.remove_calendar(ANN)
    assert not {"Dentist", "Call with Vera", "Wednesday"} & set(titles(model))


def test_another_colour_touches_the_rows_of_that_calendar_only() -> None:
    model = made(*entries())
    shadow = Shadow(model)
    model.set_calendars(
        [replace(each, visible=True, color="#123456" if each.ref == ANN else each.color) for each in CALENDARS]
    )
    touched = {model.index(row).data(ROW).item.calendar for _kind, row, _last in shadow.signals}
    assert touched == {ANN}
    assert face(model, "Dentist").color == "#123456"


def test_a_badge_comes_and_goes() -> None:
    model = made(*entries())
    model.mark(item("team", "retro"), NEW)
    assert face(model, "Retro").pill == NEW
    model.unmark(item("team", "retro"))
    assert face(model, "Retro").pill is None


def test_a_cancelled_event_says_so_whatever_its_badge() -> None:
    model = made(*entries())
    model.mark(item("ann", "dentist"), NEW)
    assert face(model, "Dentist").pill == Pill(PillKind.CANCELLED, "Cancelled")


def test_the_badge_of_one_occurrence_is_not_on_the_whole_series() -> None:
    master = Event("w", "Weekly", at(23, 9), at(23, 10))
    changed = Event("w", "Weekly", at(30, 11), at(30, 12), recurrence_id=at(30, 9))
    shown = Entry(item("team", "w"), (occurrence(master), occurrence(changed)))
    model = made(shown)
    model.mark(shown.item, replace(NEW, recurrence_id=at(30, 9)))
    assert [each.pill is not None for each in faces(model) if isinstance(each, EventFace)] == [False, True]


def test_a_minute_that_changes_nothing_touches_the_line_and_the_count_only() -> None:
    model = made(*entries(), now=at(22, 12, 10))
    shadow = Shadow(model)
    model.set_now(at(22, 12, 11))
    line = model.find(item("ann", "call-with-vera")).row()
    assert set(shadow.signals) == {("change", line, line), ("change", 0, 0)}


def test_midnight_renames_the_days_without_touching_the_rows() -> None:
    model = made(*entries(), now=at(22, 23, 59))
    shadow = Shadow(model)
    model.set_now(at(23, 0, 0))
    assert [title for title in titles(model) if title in ("Yesterday", "Today", "Tomorrow", "Wednesday")] == [
        "Yesterday",
        "Today",
        "Wednesday",
    ]
    # Only the event that goes on for days moved on to the new day.
    assert [signal[0] for signal in shadow.signals if signal[0] != "change"] == ["move"]
    assert shadow.rows == shadow.now()


def test_another_zone_places_everything_anew() -> None:
    from zoneinfo import ZoneInfo

    model = made(*entries())
    model.set_now(NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    assert face(model, "Call with Vera").starts == "22:00"
    assert faces(model) == faces(made(*entries(), now=NOW.astimezone(ZoneInfo("Asia/Tokyo"))))


@pytest.mark.parametrize(
    "fold_day", [datetime(2026, 10, 25, 0, 0, tzinfo=ZONE), datetime(2026, 3, 29, 0, 0, tzinfo=ZONE)]
)
def test_the_nights_the_clock_changes_sort_by_instant(fold_day: datetime) -> None:
    instants = [fold_day + timedelta(hours=hour) for hour in range(6)]
    model = made(*(entry("ann", f"e{n}", start, start, f"e{n}") for n, start in enumerate(instants)), now=fold_day)
    starts = [
        row.occurrence.start.timestamp() for row in (model.index(n).data(ROW) for n in range(1, model.rowCount()))
    ]
    assert starts == sorted(starts)


def test_a_burst_of_a_thousand_changes_is_cheap() -> None:
    crowd = [
        entry("team", f"Event {n}", at(22, 0) + timedelta(minutes=7 * n), at(22, 1) + timedelta(minutes=7 * n))
        for n in range(3000)
    ]
    model = made(*crowd)
    began = time.perf_counter()
    for shown in crowd[::3]:
        old = shown.occurrences[0]
        assert isinstance(old.start, datetime)
        assert isinstance(old.end, datetime)
        later = Occurrence(old.event, old.start + timedelta(hours=1), old.end + timedelta(hours=1))
        model.replace(shown.item, [later])
    assert time.perf_counter() - began < 2.0


# Random operations

ITEMS = [item(node, name) for node in ("team", "ann") for name in ("a", "b", "c")]


def _occurrence(uid: str, summary: str, offset: int, hours: int, all_day: bool, cancelled: bool) -> Occurrence:
    status = Status.CANCELLED if cancelled else Status.CONFIRMED
    if all_day:
        day = date(2026, 11, 22) + timedelta(days=offset // 24)
        return occurrence(Event(uid, summary, day, day + timedelta(days=1 + hours // 24), status))
    start = at(22, 0) + timedelta(hours=offset)
    return occurrence(Event(uid, summary, start, start + timedelta(hours=hours), status))


HOURS = st.integers(0, 23)

occurrences = st.builds(
    _occurrence,
    st.sampled_from(["u", "v"]),
    st.sampled_from(["One", "Two"]),
    st.integers(-48, 72),
    st.integers(0, 60),
    st.booleans(),
    st.booleans(),
)
unreadables = st.builds(lambda uid: Event(uid, "", problem="It cannot be read."), st.sampled_from(["u", "v"]))
to_dos = st.builds(
    lambda uid, due, done, modified: Event(
        uid,
        "Do it",
        type=EventType.TODO,
        due=due,
        status=Status.COMPLETED if done else Status.CONFIRMED,
        modified=modified,
    ),
    st.sampled_from(["u", "v"]),
    st.one_of(st.none(), st.dates(date(2026, 11, 20), date(2026, 11, 25)), st.builds(at, st.integers(20, 25), HOURS)),
    st.booleans(),
    st.one_of(st.none(), st.builds(at, st.integers(21, 23), HOURS)),
)
operations = st.one_of(
    st.tuples(
        st.just("replace"),
        st.sampled_from(ITEMS),
        st.lists(occurrences, max_size=4),
        st.lists(unreadables | to_dos, max_size=2),
    ),
    st.tuples(st.just("visible"), st.sampled_from([TEAM, ANN]), st.booleans()),
    st.tuples(st.just("remove"), st.sampled_from([TEAM, ANN])),
    st.tuples(st.just("now"), st.integers(-60 * 30, 60 * 40)),
    st.tuples(st.just("mark"), st.sampled_from(ITEMS)),
    st.tuples(st.just("unmark"), st.sampled_from(ITEMS)),
)


class Expected:
    """What the model was told, kept in the simplest way."""

    def __init__(self) -> None:
        self.entries: dict[ItemRef, Entry] = {}
        self.hidden: set[object] = set()
        self.pills: set[ItemRef] = set()
        self.now = NOW

    def rebuilt(self) -> list[object]:
        model = made(now=self.now)
        for calendar in self.hidden:
            model.set_visible(calendar, False)  # type: ignore[arg-type]
        model.reset(self.entries.values())
        for marked in self.pills:
            model.mark(marked, NEW)
        return Shadow(model).now()

    def apply(self, model: AgendaModel, operation: tuple[object, ...]) -> None:
        match operation:
            case ("replace", ItemRef() as which, list() as these, list() as waiting):
                model.replace(which, these, waiting)
                self.entries[which] = Entry(which, tuple(these), tuple(waiting))
                if not these and not waiting:
                    del self.entries[which]
                    self.pills.discard(which)
            case ("visible", calendar, bool() as visible):
                model.set_visible(calendar, visible)  # type: ignore[arg-type]
                (self.hidden.discard if visible else self.hidden.add)(calendar)
            case ("remove", calendar):
                model.remove_calendar(calendar)  # type: ignore[arg-type]
                self.hidden.discard(calendar)
                self.pills -= {each for each in self.entries if each.calendar == calendar}
                self.entries = {each: value for each, value in self.entries.items() if each.calendar != calendar}
                model.set_calendars([replace(each, visible=each.ref not in self.hidden) for each in CALENDARS])
            case ("now", int() as minutes):
                self.now = (self.now.astimezone(ZONE) + timedelta(minutes=minutes)).astimezone(ZONE)
                model.set_now(self.now)
            case ("mark", ItemRef() as which):
                model.mark(which, NEW)
                self.pills.add(which)
            case ("unmark", ItemRef() as which):
                model.unmark(which)
                self.pills.discard(which)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(operations, max_size=12))
def test_any_history_ends_in_the_rows_of_a_fresh_agenda(qtbot: QtBot, history: list[tuple[object, ...]]) -> None:
    model = made()
    shadow = Shadow(model)
    expected = Expected()
    for operation in history:
        expected.apply(model, operation)
        assert shadow.rows == shadow.now(), "the signals told another story than the rows"
    assert shadow.now() == expected.rebuilt()


FAR = st.integers(-24 * 12, 24 * 12)
scattered = st.builds(_occurrence, st.just("u"), st.just("One"), FAR, st.integers(0, 60), st.booleans(), st.booleans())
steps = st.one_of(
    st.tuples(st.just("extend"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("narrow"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("replace"), st.sampled_from(ITEMS), st.lists(scattered, max_size=3)),
    st.tuples(st.just("now"), st.integers(0, 60 * 40)),
    st.tuples(st.just("visible"), st.sampled_from([TEAM, ANN]), st.booleans()),
)


class Known:
    """A store of all entries, of which a model holds some days, read as the controller reads them."""

    def __init__(self, entries: dict[ItemRef, Entry]) -> None:
        self.entries = entries
        self.now = NOW
        self.model = AgendaModel(NOW)
        self.model.set_calendars(CALENDARS)
        self.model.reset(self.read(Days(NOW.date(), NOW.date())), Days(NOW.date(), NOW.date()))

    def read(self, days: Days) -> list[Entry]:
        found = (within(entry, days, self.now) for entry in self.entries.values())
        return [entry for entry in found if entry.occurrences]

    def rebuilt(self) -> list[object]:
        fresh = AgendaModel(self.now)
        for ref in (TEAM, ANN):
            fresh.set_visible(ref, not self.model.is_hidden(ref))
        fresh.set_calendars([replace(each, visible=not self.model.is_hidden(each.ref)) for each in CALENDARS])
        fresh.reset(self.read(self.model.days), self.model.days)
        return Shadow(fresh).now()

    def apply(self, step: tuple[object, ...]) -> None:
        days = self.model.days
        match step:
            case ("extend", int() as before, int() as after):
                for more in (
                    Days(days.first - timedelta(before), days.last),
                    Days(days.first - timedelta(before), days.last + timedelta(after)),
                ):
                    self.model.extend(more, self.read(more))
                    self.model.find_conflicts()
            case ("narrow", int() as before, int() as after):
                first = min(days.first + timedelta(before), days.last)
                self.model.narrow(Days(first, max(first, days.last - timedelta(after))))
            case ("replace", ItemRef() as which, list() as these):
                self.entries[which] = Entry(which, tuple(these))
                self.model.replace_all([within(self.entries[which], days, self.now)])
            case ("now", int() as minutes):
                # Who moves on to another day is told all that stands under the days that are there.
                self.now += timedelta(minutes=minutes)
                self.model.set_now(self.now)
                self.model.replace_all(within(each, days, self.now) for each in self.entries.values())
            case ("visible", ref, bool() as visible):
                self.model.set_visible(ref, visible)  # type: ignore[arg-type]
                if visible:  # nobody has read what was hidden
                    self.model.replace_all(within(each, days, self.now) for each in self.entries.values())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.dictionaries(st.sampled_from(ITEMS), st.lists(scattered, min_size=1, max_size=4), max_size=6),
    st.lists(steps, max_size=12),
)
def test_days_that_come_and_go_leave_the_rows_of_a_fresh_agenda(
    qtbot: QtBot, entries: dict[ItemRef, list[Occurrence]], history: list[tuple[object, ...]]
) -> None:
    known = Known({which: Entry(which, tuple(these)) for which, these in entries.items()})
    shadow = Shadow(known.model)
    for step in history:
        known.apply(step)
        assert shadow.rows == shadow.now(), "the signals told another story than the rows"
        assert shadow.now() == known.rebuilt()


def test_a_model_whose_days_come_and_go_is_a_proper_one(qtmodeltester: ModelTester) -> None:
    known = Known({each.item: each for each in entries()})
    qtmodeltester.check(known.model)
    for step in [("extend", 3, 4), ("narrow", 2, 1), ("extend", 0, 2), ("now", 60 * 24), ("narrow", 9, 9)]:
        known.apply(step)
        qtmodeltester.check(known.model)
